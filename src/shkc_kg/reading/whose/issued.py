"""Whose figures a plan or report tells that somebody issues: the place's in its title, not the office's."""

from __future__ import annotations

import re
from typing import Final

from shkc_kg.model import ScopeReason
from shkc_kg.reading.classes import FACILITIES, PLACES, ZONES
from shkc_kg.reading.phrases import Page
from shkc_kg.reading.whose.memory import Subject

__all__ = ["told_by_document"]

_DOCUMENT: Final = re.compile(
    r"《(?P<title>[^》]{2,80}?(?:规划|纲要|公报|报告|计划|方案|数据|指数|实施意见|若干意见|指导意见|的意见))(?:\([^)]{4,24}\))?》(?:\([^()]{2,24}\))?(?P<tail>[^,;。《》]{0,12})\Z"
)
_ISSUES: Final = re.compile(r"发布|印发|出台|公布|下发|编制|制定|通过|提出|明确|显示|指出")
_TELLS: Final = re.compile(r"(?:其中|并)?(?:提出|明确|要求|指出|显示|表明|初步核算|经核算|力争|到?20\d\d年)")
_OWNERS: Final = PLACES | FACILITIES | {"Country", "University", "ResearchInstitute", "Hospital"}
_GRANTS: Final = re.compile(r"[对按给向]|给予|最高")

_ABOUT: Final = re.compile(
    r"关于(?:进一步|加快|大力|全面|支持|促进|推进|推动|加强)*"
)  # 《关于支持某示范区高质量发展的意见》

_AGREES: Final = re.compile(r"商定|约定|明确")


def _agreed(page: Page, begin: int, end: int, at: int) -> Subject | None:
    """The agreement that a clause signs by its name, where what follows tells what it lays down: ``商定共享仪器[1800]台``."""
    names = [n for n in page.names_in(begin, end) if n.cls == "Agreement" and end - n.end <= 1]
    lays_down = _AGREES.match(page.text, end + 1) and "签" in page.text[begin:end]
    return Subject(names[-1].key) if names and lays_down and at > end else None


def told_by_document(page: Page, begin: int, end: int, at: int) -> Subject | None:
    """The place whose plan a clause names, where the clause of a number at ``at`` tells what the plan says.

    ``某市科技局发布《某高新区“十四五”规划》,提出到2025年,企业达到[7000]家``.
    """
    m = _DOCUMENT.search(page.text, max(begin, end - 140), end)
    clause = page.clause(at)[0]
    if agreed := _agreed(page, begin, end, at):
        return agreed
    if m is None or not _ISSUES.search(page.text, begin, end) or _GRANTS.match(page.text, clause):
        return None
    told = _TELLS.match(m["tail"]) or _TELLS.match(page.text, end + 1) or _TELLS.match(page.text, clause)
    if told is None:
        return None
    about = _ABOUT.match(m["title"])
    zones = {m.start("title") + about.end()} if about else set()
    inside = (
        n
        for n in page.scene.names
        if (n.begin == m.start("title") and n.cls in _OWNERS) or (n.begin in zones and n.cls in ZONES)
    )
    place = max(inside, key=lambda n: n.end, default=None)
    if place is not None:
        return Subject(place.key)
    region = page.scene.region
    return Subject(region, (), (ScopeReason.REPORT_REGION,)) if region else None
