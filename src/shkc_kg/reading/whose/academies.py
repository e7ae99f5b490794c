"""Whose the members of an academy are on a page about its elections: 新当选的61名中国科学院院士 of 中国科学院."""

from __future__ import annotations

import re
from typing import Final

from shkc_kg.reading.names import Named
from shkc_kg.reading.phrases import Page
from shkc_kg.reading.whose.memory import Memory, Subject

__all__ = ["academy_electing"]

_ELECTED: Final = re.compile(
    r"在?(?:此次|本次|今年|至此|目前|现有|共有|(?:新)?(?:当选|增选|选举产生|产生|增)|共)*的?(?:\d+[多余]?[名位])?"
)
_MEMBERS: Final = "院士"
_GOES_ON: Final = re.compile(r"新?(?:当选|增选)的?院士|(?:女性|男性|年轻)(?:科学家|院士)")


def academy_electing(page: Page, memory: Memory, begin: int) -> Subject | None:
    """The academy whose members a clause opens with; nothing on the page of a place or body that has some of them.

    ``新当选院士平均年龄[54]岁`` goes on about those of the sentence before.
    """
    scene = page.scene
    if scene.region not in (None, "", "中国") or memory.owner is not None:
        return None
    date = page.date_at(begin)
    m = _ELECTED.match(page.text, date.end if date else begin)
    name = page.name_at(m.end()) if m else None
    if name is not None and page.text.endswith(_MEMBERS, name.begin, name.end):
        return _body(page, name)
    return _last_academy(page, memory) if _GOES_ON.match(page.text, begin) else None


def _body(page: Page, name: Named) -> Subject | None:
    """The academy in the name of its members, be it short: 中科院院士."""
    scene = page.scene
    body = next((n for n in scene.names if n.nested and n.begin == name.begin and n.key in scene.things), None)
    key = body.key if body is not None else name.key.removesuffix(_MEMBERS)
    return Subject(key) if key in scene.things else None


def _last_academy(page: Page, memory: Memory) -> Subject | None:
    """The academy whose name, or whose members' title, was printed last in the sentences just read."""
    things = page.scene.things
    for key, _, cls, at in reversed(memory.seen):
        if at not in memory.sections or cls not in ("Academy", "Award"):
            continue
        if (body := key.removesuffix(_MEMBERS)) in things and (cls == "Academy" or body != key):
            return Subject(body, (at,))
    return None
