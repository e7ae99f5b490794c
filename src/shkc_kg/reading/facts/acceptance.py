"""Who judged a project: the body before which it passed acceptance."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from shkc_kg.model import Relation
from shkc_kg.reading.classes import INSTITUTIONS
from shkc_kg.reading.facts.making import link
from shkc_kg.reading.facts.tense import is_future
from shkc_kg.reading.lines.clauses import clause_of
from shkc_kg.reading.scene import Scene

__all__ = ["acceptance"]

_ACCEPTED: Final = re.compile(r"通过(?P<by>[^,;。]{2,20}?)(?:组织的)?(?:验收|评审|鉴定)")


def acceptance(scene: Scene) -> Iterator[Relation]:
    """``“X”项目通过市科委验收``."""
    for m in _ACCEPTED.finditer(scene.text):
        judge = next(iter(scene.between(m.start("by"), m.end("by"), INSTITUTIONS)), None)
        begin, _ = clause_of(scene.text, m.start())
        subject = next((n for n in reversed(scene.between(begin, m.start()))), None)
        if judge is not None and subject is not None and m.start() - subject.end <= 4:
            yield link(scene, subject, "shkc:acceptedBy", judge, "accepted", planned=is_future(scene, m.start()))
