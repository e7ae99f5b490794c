"""Dates that hold for more or less than they print: since a year, from one year to another, in front of a bracket."""

from __future__ import annotations

import re
from typing import Final

from shkc_kg.reading.calendar.dates import DateAtom
from shkc_kg.reading.figures.number import Number
from shkc_kg.reading.phrases import Page

__all__ = ["apportioned", "between", "bracketed", "term_of"]

_YEAR: Final = 4  # code points of a year in EDTF
_YEARS: Final = re.compile(r"(?P<first>\d{4})/(?P<last>\d{4})")
_CHANGES: Final = r"(?:增长|增加|提高|提升|上升|下降|减少|降低|增|升|降|扩大|跃升|攀升|翻)"
_LOOKED_BACK: Final = re.compile(r"年(?:来|间|以来)?\Z")  # 过去五年, 十年来
_FROM: Final = re.compile(r"(?:由|从)(?:约|近|不足|超过|超|[一二两三四五六七八九十\d]{1,3}年前的)?\Z")
_TO: Final = re.compile(
    rf"(?:由|从)[^,;。]*\d[^,;。]*{_CHANGES}[^,;。\d]{{0,2}}(?:到|至|为)(?:约|近|超过|超|(?:现在|目前|如今)的)?\Z"
)
_GROWN: Final = re.compile(rf"(?:[^,;。\d]{{0,6}}?(?:年均|累计|净|共|总共|期间))?{_CHANGES}")


def bracketed(page: Page, number: Number) -> DateAtom | None:
    """The date whose bracket holds a figure: ``是2010年([15]亿元)的3倍``."""
    if page.text[number.begin - 1 : number.begin] != "(":
        return None
    date = page.date_at(number.begin - 2)
    return date if date is not None and date.end == number.begin - 1 else None


_JOINT: Final = re.compile(r"(?:、|和|与|及|以及|,)")


def apportioned(page: Page, number: Number) -> str:
    """The date that 分别 gives to a number: ``2019年、2020年和2021年,新增企业分别为3家、[4]家和5家``."""
    sentence = page.sentence(number.begin)[0]
    at = page.text.rfind("分别", sentence, number.begin)
    dates = page.dates_in(sentence, at) if at >= 0 else []
    first = len(dates) - 1
    while first > 0 and _JOINT.fullmatch(page.text, dates[first - 1].end, dates[first].begin):
        first -= 1
    run, series = dates[first:], _series(page, at)
    if len(run) < 2 or len(series) != len(run) or number not in series:
        return ""
    return run[series.index(number)].edtf


def _series(page: Page, at: int) -> list[Number]:
    """The numbers from a place on that joints alone part."""
    found: list[Number] = []
    for number in page.scene.numbers:
        if number.begin >= at and (not found or _JOINT.fullmatch(page.text, found[-1].unit_end, number.begin)):
            found.append(number)
        elif found:
            break
    return found


def between(page: Page, number: Number) -> str:
    """The years that a growth spans, as the clause before gives a figure for each: ``从1996年的4亿元增至2017年的9亿元,增长[1.2]倍``."""
    begin = page.clause(number.begin)[0]
    if begin <= page.sentence(begin)[0] or not _GROWN.match(page.text, begin, number.begin):
        return ""
    before, end = page.clause(begin - 1)
    years = [d for d in page.dates_in(before, end) if len(d.edtf) == _YEAR]
    if len(years) != 2 or not years[0].edtf < years[1].edtf:
        return ""
    led = page.text[years[0].begin - 1 : years[0].begin], page.text[years[1].begin - 1 : years[1].begin]
    return f"{years[0].edtf}/{years[1].edtf}" if led[0] in "由从自" and led[1] in "到至" else ""


def term_of(page: Page, number: Number, date: DateAtom, year: int | None) -> str:
    """What a number's date means for it: ``2012年以来`` lasts until the report's ``year``, and of ``2010-2015年`` a
    rise begins in the first year and ends in the last (``由67%增长到80%``)."""
    if page.text.startswith("以来", date.end) and len(date.edtf) == _YEAR:
        since = int(date.edtf)
        return f"{since}/{year}" if year is not None and year > since else date.edtf
    m = _YEARS.fullmatch(date.edtf)
    printed = date.has_year and page.text[date.begin].isdigit()
    if m is None or not (printed or _LOOKED_BACK.search(page.text, date.begin, date.end)):
        return date.edtf
    led = page.text[date.end : number.begin]
    if _FROM.search(led):
        return m["first"] if printed else ""
    return m["last"] if _TO.search(led) else date.edtf
