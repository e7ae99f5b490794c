"""Periods of years: “十四五”期间, 过去五年, 五年来, 20世纪90年代."""

from __future__ import annotations

import re
from typing import Final

from shkc_kg.reading.calendar.clock import Clock, DateRule
from shkc_kg.reading.figures.numerals import either

__all__ = ["PERIODS", "PLAN_YEARS"]

PLAN_YEARS: Final = {
    "六": 1981,
    "七": 1986,
    "八": 1991,
    "九": 1996,
    "十": 2001,
    "十一": 2006,
    "十二": 2011,
    "十三": 2016,
    "十四": 2021,
    "十五": 2026,
}
_PART: Final = (
    r"(?P<part>时期|期间|规划期|初期|中期|末期|期末|末|初|开局之年|收官之年|开局|收官"
    r"|前(?P<first>[两二三四2-4])年|后(?P<last>[两二三四2-4])年)?"
)
_NAMED: Final = re.compile(rf"[“\"‘'](?P<plan>十[一二三四五]|[六七八九十])五[”\"’']{_PART}")
_BARE: Final = re.compile(
    rf"(?<![一二三四五六七八九十“\"])(?P<plan>十[一二三四五])五(?=时期|期间|规划|末|以来|开局|收官|前|发展|[\u4e00-\u9fff]{{0,6}}规划){_PART}"
)
_OLD: Final = re.compile(
    rf"(?<![一二三四五六七八九十百第“\"、])(?P<plan>[六七八九十])五(?=时期|期间|计划|规划|以来){_PART}"
)
_NUMBERED: Final = re.compile(r"第(?P<plan>十[一二三四五]?|八|九)个五年(?=规划|计划|期)")
_NUMBER: Final = r"(?P<n>[一二两三四五六七八九十]{1,2}|\d{1,2})"
_PAST: Final = re.compile(
    rf"(?:过去的?|最近|近|这|上一届政府)?{_NUMBER}年(?:来|间(?!隔)|以来)"
    rf"|(?:过去的?|最近|近(?!\d{{3}})|刚刚过去的){_NUMBER.replace('<n>', '<n2>')}年(?!期|级|制|历史|时间|的时间)(?:内(?![蒙地陆]))?"
)
_COMING: Final = re.compile(rf"(?:未来|今后|接下来|后){_NUMBER}年(?!期|级|制)")
_WITHIN: Final = re.compile(
    rf"(?<![\d每]){_NUMBER}年(?:之|以)?内(?=(?P<done>累计|共|已|先后)?(?P<goal>,?将?(?:新增|新建|建成|建设|培育|打造|形成|引进|实现|达到|集聚|突破|完成))?)"
)
_AIMED: Final = re.compile(r"(?:力争|争取|计划|预计|拟|将|目标|确保)[^,;。]{0,6}\Z")
_DECADE: Final = re.compile(
    r"(?:(?P<century>20|二十|21|二十一|上|本)世纪)?(?<!\d)(?P<decade>[1-9]0|[二三四五六七八九]十)年代(?:初|中|末|中期|后期|初期)?"
)
_SCHOOL_YEAR: Final = re.compile(r"(?<!\d)(?P<y>20\d{2})[-—/至~]{1,2}(?P<y2>20\d{2})学年")


def _plan(m: re.Match[str], _: Clock) -> str | None:
    """``“十三五”时期``, ``十四五末``, ``“十四五”前两年``: the five years, some of them, or the day at their end."""
    first = PLAN_YEARS[m["plan"]]
    part = m.groupdict().get("part") or ""
    if part.endswith("末") or part == "末期":
        return f"{first + 4:04d}-12-31"
    if part.startswith(("开局", "收官")) or part == "初":
        return f"{first + (4 if part[0] == '收' else 0):04d}"
    if m.groupdict().get("first") or m.groupdict().get("last"):
        years = int(either(m["first"] or m["last"]) or 0)
        return f"{first:04d}/{first + years - 1:04d}" if m["first"] else f"{first + 5 - years:04d}/{first + 4:04d}"
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


def _within(m: re.Match[str], clock: Clock) -> str | None:
    """``力争三年内建成``: the years to come; ``五年内累计引进``: those behind; open where neither is said."""
    if (m["goal"] and not m["done"]) or _AIMED.search(m.string, max(0, m.start() - 10), m.start()):
        return _coming(m, clock)
    years = either(m["n"])
    if not m["done"] or clock.past is None or not years or years > 50:
        return None
    return f"{clock.past - int(years) + 1:04d}/{clock.past:04d}"


def _school_year(m: re.Match[str], _: Clock) -> str | None:
    """``2021—2022学年``: from one September into the next summer, named by its two years."""
    return f"{m['y']}/{m['y2']}" if int(m["y2"]) == int(m["y"]) + 1 else None


def _decade(m: re.Match[str], _: Clock) -> str | None:
    """``20世纪90年代``: 1990 to 1999."""
    base = 2000 if m["century"] in ("21", "二十一", "本") else 1900
    tens = int(either(m["decade"]) or 0)
    if m["century"] is None and tens < 50:
        return None
    return f"{base + tens:04d}/{base + tens + 9:04d}" if tens else None


PERIODS: Final[tuple[DateRule, ...]] = (
    (_NAMED, _plan),
    (_BARE, _plan),
    (_OLD, _plan),
    (_NUMBERED, _plan),
    (_PAST, _past),
    (_COMING, _coming),
    (re.compile(r"(?:刚刚)?过去的?一年"), _last),
    (_WITHIN, _within),
    (_DECADE, _decade),
    (_SCHOOL_YEAR, _school_year),
)
