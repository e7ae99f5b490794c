"""Whom a paragraph goes on about: the firm, institute or project whose figures or words it gave last."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from shkc_kg.model import PassageKind, ScopeReason
from shkc_kg.reading.classes import FACILITIES, INSTITUTIONS
from shkc_kg.reading.figures.number import Number
from shkc_kg.reading.phrases import Page
from shkc_kg.reading.whose.memory import Memory, Subject, Topic
from shkc_kg.reading.whose.printedsubject import own_subject

__all__ = ["note_protagonist", "protagonist_of"]

_ACTS: Final = (INSTITUTIONS - {"GovernmentBody", "InternationalOrganization"}) | (FACILITIES - {"Venue"}) | {"Project"}


def note_protagonist(page: Page, memory: Memory, told: Collection[str]) -> None:
    """Remembers whom a sentence is about last: the subject of a clause, else of its figures, else whom the one before was."""
    passage, before = page.scene.passage, memory.acting
    memory.acting = None
    if passage.kind is not PassageKind.SENTENCE:
        return
    owns = [own[0] for begin, end in page.clauses() if (own := own_subject(page, memory, begin, end))]
    acting = [s for s in owns if _acts(page, s.key)]
    alone = next(iter(told)) if len(told) == 1 else ""
    if _acts(page, alone) or acting:
        memory.acting = Topic(Subject(alone if _acts(page, alone) else acting[-1].key), passage.extent.end)
    elif before is not None and before.end == passage.extent.begin and not owns:
        memory.acting = Topic(before.subject, passage.extent.end)


def _acts(page: Page, key: str) -> bool:
    thing = page.scene.things.get(key)
    return thing is not None and thing.cls in _ACTS


_SELF: Final = re.compile(r"我们(?![国省市区县])|咱们|本公司|我司|公司")
_SPEAKER: Final = re.compile(
    r"[“]?(?:该?公司|企业)?(?:副)?(?:总经理|董事长|总裁|车间主任|技术总监|厂长|总工程师|总工|负责人|项目经理|创始人)"
)
_PHYSICAL: Final = frozenset(("mass", "length", "power", "pressure", "energy", "frequency", "temperature", "volume"))
_RATE: Final = re.compile(r"[\u4e00-\u9fff]率(?:由|从|达|超|为|高|低|提|降|升)?")


def protagonist_of(page: Page, memory: Memory, begin: int, number: Number) -> Subject | None:
    """Whom a sentence means that speaks for somebody (我们), or gives what only a product has: ``板最厚[120]毫米``."""
    acting, first = memory.acting, page.sentence(begin)[0]
    if acting is None or acting.end != page.scene.passage.extent.begin:
        return None
    speaks = _SELF.search(page.text, first, number.begin) or _SPEAKER.match(page.text, first)
    someone = any(n.cls == "Person" for n in page.names_in(first, number.begin))
    measured = (number.kind in _PHYSICAL and not someone) or (
        number.kind == "percent" and _RATE.search(page.text, page.clause(begin)[0], number.begin)
    )
    return Subject(acting.subject.key, acting.subject.scope, (ScopeReason.COREFERENCE,)) if speaks or measured else None
