"""Whom a number is about where nothing says so: the museum that a section goes on about, the thing named nearest."""

from __future__ import annotations

import re
from typing import Final

from shkc_kg.reading.memory import NEAR, Memory, Subject
from shkc_kg.reading.phrases import Page

__all__ = ["NO_SUBJECT", "house", "nearest"]

NO_SUBJECT: Final = frozenset(("Person", "Award", "AcademyDivision"))
_HOUSED: Final = re.compile(r"接待|参观|观众|游客|馆藏|馆内|展品|展陈|展览|客流|入馆|入园")


def house(page: Page, memory: Memory, begin: int) -> Subject | None:
    """The museum that a section goes on about: ``馆藏陨石70余块``, ``截至年底,接待游客52万余人次,开展活动182场``."""
    if memory.house is None or memory.house[1] != page.scene.passage.section:
        return None
    first, end = page.sentence(begin)
    housed = _HOUSED.search(page.text, max(first, begin - NEAR), min(end, begin + NEAR))
    return memory.house[0] if housed else None


def nearest(page: Page, at: int) -> Subject | None:
    """Where not even the region is known: the nearest thing named before the number in its sentence, else after it."""
    begin, end = page.sentence(at)
    names = [n for n in page.names_in(max(begin, at - NEAR), min(end, at + NEAR)) if n.cls not in NO_SUBJECT]
    before = [n for n in names if n.end <= at]
    chosen = before[-1] if before else names[0] if names else None
    return Subject(chosen.key) if chosen is not None else None
