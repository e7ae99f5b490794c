"""Periods of years: “十四五”期间, 过去五年, 五年来, 20世纪90年代."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from shkc_kg.reading.clock import Clock
from shkc_kg.reading.numerals import either

__all__ = ["PERIODS", "PLAN_YEARS"]

PLAN_YEARS: Final = {
    "八": 1991,
    "九": 1996,
    "十": 2001,
    "十一": 2006,
    "十二": 2011,
    "十三": 2016,
    "十四": 2021,
    "十五": 2026,
}
_PART: Final = r"(?P<part>时期|期间|规划期|初期|中期|末期|期末|末|开局之年|收官之年)?"
_NAMED: Final = re.compile(rf"[“\"‘'](?P<plan>十[一二三四五]|八|九|十)五[”\"’']{_PART}")
_BARE: Final = re.compile(
    rf"(?<![一二三四五六七八九十“\"])(?P<plan>十[一二三四五])五(?=时期|期间|规划|末|以来|开局|收官|前|发展|[\u4e00-\u9fff]{{0,6}}规划){_PART}"
)
_NUMBERED: Final = re.compile(r"第(?P<plan>十[一二三四五]?|八|九)个五年(?=规划|计划|期)")
_NUMBER: Final = r"(?P<n>[一二两三四五六七八九十]{1,2}|\d{1,2})"
_PAST: Final = re.compile(
    rf"(?:过去的?|最近|近|这|上一届政府)?{_NUMBER}年(?:来|间(?!隔)|以来)"
    rf"|(?:过去的?|最近|近(?!\d{{3}})|刚刚过去的){_NUMBER.replace('<n>', '<n2>')}年(?!期|级|制|历史|时间|的时间)"
)
_COMING: Final = re.compile(rf"(?:未来|今后|接下来|后){_NUMBER}年(?!期|级|制)")
_DECADE: Final = re.compile(
    r"(?P<century>20|二十|21|二十一|上|本)世纪(?P<decade>[1-9]0|[二三四五六七八九]十)年代(?:初|中|末|中期|后期|初期)?"
)


def _plan(m: re.Match[str], _: Clock) -> str | None:
    """``“十三五”时期``, ``十四五末``, ``第十四个五年规划``: the five years, or the day at their end."""
    first = PLAN_YEARS[m["plan"]]
    part = m.groupdict().get("part") or ""
    if part.endswith("末") or part == "末期":
        return f"{first + 4:04d}-12-31"
    if part in ("开局之年", "收官之年"):
        return f"{first + (4 if part[0] == '收' else 0):04d}"
    return f"{first:04d}/{first + 4:04d}"


def _past(m: re.Match[str], clock: Clock) -> str | None:
    """``过去五年`` in a report of 2022 that looks back: 2017 to 2021; ``五年来`` in a yearbook of 2021 as well."""
    years = either(m["n"] or m["n2"])
    if clock.past is None or not years or not 1 < years <= 50:
        return None
    return f"{clock.past - int(years) + 1:04d}/{clock.past:04d}"


def _last(_: re.Match[str], clock: Clock) -> str | None:
    """``过去一年`` in a report that looks back on it."""
    return f"{clock.past:04d}" if clock.past is not None else None


def _coming(m: re.Match[str], clock: Clock) -> str | None:
    years = either(m["n"])
    if clock.past is None or not years or not 1 < years <= 50:
        return None
    return f"{clock.past + 1:04d}/{clock.past + int(years):04d}"


def _decade(m: re.Match[str], _: Clock) -> str | None:
    """``20世纪90年代``: 1990 to 1999."""
    base = 1900 if m["century"] in ("20", "二十", "上") else 2000
    tens = int(either(m["decade"]) or 0)
    return f"{base + tens:04d}/{base + tens + 9:04d}" if tens else None


PERIODS: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Clock], str | None]], ...]] = (
    (_NAMED, _plan),
    (_BARE, _plan),
    (_NUMBERED, _plan),
    (_PAST, _past),
    (_COMING, _coming),
    (re.compile(r"(?:刚刚)?过去的?一年"), _last),
    (_DECADE, _decade),
)
