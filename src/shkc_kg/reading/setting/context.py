"""The year and region of a text: told by manifest or option, or inferred from the text, or left open."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final

from shkc_kg.model import Passage, PassageKind, Source
from shkc_kg.reading.calendar.clock import Clock
from shkc_kg.reading.lines.text import fold
from shkc_kg.reading.names.known import place_entry
from shkc_kg.reading.setting.begun import Begun, ahead_begun, span_begun, year_begun
from shkc_kg.reading.setting.dateline import FULL_YEAR, dated_in
from shkc_kg.reading.setting.news import untitled
from shkc_kg.reading.setting.place import region_of
from shkc_kg.reading.setting.style import Style, style_of
from shkc_kg.reading.setting.unplaced import own_words

__all__ = ["Setting", "setting_of"]


@dataclass(frozen=True, slots=True)
class Setting:
    """Year and region of a text, with the reason for each, and the clock that each passage goes by.

    ``unnamed`` is what a text without a region calls its own place: 全市.
    """

    year: int | None
    region: str | None
    unnamed: str | None
    reasons: Mapping[str, str]
    clocks: Mapping[str, Clock] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def years(self) -> Mapping[str, int | None]:
        """The year of each passage."""
        return MappingProxyType({p: clock.year for p, clock in self.clocks.items()})


_OFTEN: Final = 3
_BLOCK_YEAR: Final = re.compile(
    rf"^(?:[一二三四五六七八九十]+、|\(?[一二三四五六七八九十]\)|第[一二三四五六七八九十]+[章节部分]+)?\s?{FULL_YEAR}年(?:[^\d]{{2,20}})?$"
)
_LOOKS_BACK: Final = re.compile(r"(?:回顾|总结|过去|去年|上年|主要成绩|工作成效|发展成就)")
_LOOKS_AHEAD: Final = re.compile(r"(?:安排|部署|主要目标|任务|工作要求|今年|奋斗目标|重点工作|展望)")


def _heading_year(text: str, style: Style) -> int | None:
    """The year that a heading gives to what stands below it: ``二、2022年工作安排``, ``一、过去一年工作回顾``."""
    if m := _BLOCK_YEAR.match(text):
        return int(m[1])
    if style.year is not None and style.past is not None and style.past < style.year:
        return style.past if _LOOKS_BACK.search(text) else style.year if _LOOKS_AHEAD.search(text) else None
    return None


_OPENS: Final = re.compile(
    rf"(?:报告(?:提出|指出|要求|认为)[,:]?)?{FULL_YEAR}年(?:,|是|全市|全省|全区|我[们市省区]|[^\d,。]{{0,8}}(?:目标|任务|工作))"
)
_OPENS_PAST: Final = re.compile(r"(?:各位代表[,:!])?(?:过去的?一年|一年来|上一年|刚刚过去的20\d\d年)")
_OPENS_NOW: Final = re.compile(r"(?:各位代表[,:!])?(?:新的一年|今年,)")


def _opening_year(text: str, style: Style) -> int | None:
    """The year that a sentence of a work report gives to what follows: ``2022年是极不平凡的一年``, ``过去一年,我们…``.

    >>> _opening_year("2022年是极不平凡的一年。", Style(2023, 2022, "title")), _opening_year("2019年,", Style(2023, 2022, ""))
    (2022, None)
    >>> _opening_year("过去一年,我们攻坚克难。", Style(2023, 2022, "title")), _opening_year("新的一年,", Style(2023, 2022, ""))
    (2022, 2023)
    """
    if style.past == style.year:
        return None
    if _OPENS_PAST.match(text):
        return style.past
    if _OPENS_NOW.match(text):
        return style.year
    m = _OPENS.match(text)
    return year if m and (year := int(m[1])) in (style.past, style.year) else None


def _clocks(passages: Sequence[Passage], style: Style, year: int | None) -> Iterator[tuple[str, Clock]]:
    """The clock of each passage: a heading with a year rules what hangs below it, a dateline what follows it."""
    own: dict[str, int | None] = {}
    opened: dict[str, int] = {}
    now, past = year, style.past if style.past is not None else year
    dated, followed = style.dated, False
    begun, era, span, ahead, end = Begun(), None, False, False, -1
    # a year that a report prints again and again is its own from the first line on
    unsaid = style.counted and sum(str(style.year) in untitled(fold(p.text)) for p in passages) < _OFTEN
    for passage in passages:
        text = fold(passage.text)
        unsaid = unsaid and str(style.year) not in untitled(text)
        begun = begun.after(text)
        goes_on = passage.kind is not PassageKind.HEADING and passage.extent.begin == end
        span = span_begun(text, span and (goes_on or passage.kind is PassageKind.ITEM), past)
        ahead = ahead_begun(text, ahead and goes_on)
        era, end = year_begun(text, era if goes_on else None, past), passage.extent.end
        if passage.kind is PassageKind.HEADING:
            own[passage.id] = _heading_year(text, style)
        elif (said := _opening_year(text, style)) is not None:
            opened[passage.section] = said
        elif (found := dated_in(text)) and found.how == "dateline":
            dated = found
            if found.year is not None and followed:
                now = past = found.year
            followed = True
        ruled = next((y for s in (passage.id, *passage.scope) if (y := own.get(s)) is not None), None)
        ruled = opened.get(passage.section, ruled)
        month, today = (dated.month, dated.day) if dated and dated.how != "spoken" else (None, None)
        yield (
            passage.id,
            Clock(
                year=next((y for y in (era, ruled) if y is not None), now),
                now=now,
                past=past,
                month=begun.month or month,
                today=today,
                news=style.news,
                day=begun.day,
                issued=month,
                over_years=span,
                ahead=ahead,
                counted=style.counted,
                unsaid=unsaid,
            ),
        )


def setting_of(source: Source, passages: Sequence[Passage]) -> Setting:
    """The setting of a source: what it tells itself goes before what its text suggests."""
    reasons = defaultdict[str, str](str, source.reasons)
    style = style_of(passages)
    if source.year is not None:
        style = replace(style, news=False, counted=False)  # who tells the year tells that the text is of it
    year, region = source.year, source.region
    if year is None:
        year, reasons["year"] = style.year, style.reason
    if region is None:
        region, reasons["region"] = region_of(passages)
        unnamed = own_words(passages) if region is None else None
    else:
        unnamed = None
        entry = place_entry(region)
        region = entry.name if entry is not None else region
    clocks = MappingProxyType(dict(_clocks(passages, style, year)))
    return Setting(year, region, unnamed, MappingProxyType(dict(reasons)), clocks)
