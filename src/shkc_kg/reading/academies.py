"""Whose the members of an academy are on a page about its elections: 新当选的61名中国科学院院士 of 中国科学院."""

from __future__ import annotations

import re
from typing import Final

from shkc_kg.reading.memory import Memory, Subject
from shkc_kg.reading.phrases import Page

__all__ = ["academy_electing"]

_ELECTED: Final = re.compile(
    r"(?:此次|本次|今年|至此|目前|现有|共有|(?:新)?(?:当选|增选|选举产生|产生|增)|共)*的?(?:\d+[多余]?[名位])?"
)
_MEMBERS: Final = "院士"


def academy_electing(page: Page, memory: Memory, begin: int) -> Subject | None:
    """The academy whose members a clause opens with; nothing on the page of a place or body that has some of them."""
    scene = page.scene
    if scene.region not in (None, "", "中国") or memory.owner is not None:
        return None
    m = _ELECTED.match(page.text, begin)
    name = page.name_at(m.end()) if m else None
    if name is None or not page.text.endswith(_MEMBERS, name.begin, name.end):
        return None
    body = next((n for n in scene.names if n.nested and n.begin == name.begin and n.key in scene.things), None)
    return Subject(body.key) if body is not None else None
