"""Date expressions to EDTF (ISO 8601-2), resolved against the year a passage speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from shkc_kg.reading.calendar.asides import is_aside
from shkc_kg.reading.calendar.calendardates import CALENDAR, OFFSETS, SETS_MONTH, SETS_YEAR, WHOLE_YEARS, until_now
from shkc_kg.reading.calendar.clock import Clock, Resolver, last_day
from shkc_kg.reading.calendar.days import DAYS, day_only, in_words
from shkc_kg.reading.calendar.periods import PERIODS

__all__ = ["DateAtom", "dates_in"]


@dataclass(frozen=True, slots=True)
class DateAtom:
    """A date expression in a passage: places in its text, EDTF value, and whether a year was printed in it.

    ``as_of`` marks 截至…: the state at that day rather than what happened on it.
    """

    begin: int
    end: int
    edtf: str
    has_year: bool
    as_of: bool = False


_AS_OF: Final = re.compile(r"(?:截至|截止|截止到|截至到)\Z")
_LASTED: Final = re.compile(r"(?:历时|连续|为期|长达|持续|满|第|每|近|超|约|逾|共|仅用|限期)\Z")
_Candidate = tuple[re.Match[str], Resolver]


def _candidates(text: str) -> list[_Candidate]:
    """All matches of all patterns, from left to right, the longest first."""
    made = [(m, resolve) for pattern, resolve in (*PERIODS, *DAYS, *CALENDAR) for m in pattern.finditer(text)]
    return sorted(made, key=lambda c: (c[0].start(), -c[0].end()))


_DAY: Final = 10  # code points of a day in EDTF


def _advance(m: re.Match[str], resolve: Resolver, value: str, clock: Clock) -> None:
    """A printed year is the year of what follows it in the passage; so is a printed month of bare days."""
    groups = m.groupdict()
    aside = is_aside(m.string, *m.span(), whole=resolve in WHOLE_YEARS)
    if groups.get("y") and resolve in SETS_YEAR and not aside:
        clock.year = int(groups["y"])
    elif groups.get("rel") in OFFSETS and groups.get("m"):
        clock.year = int(value[:4])
    if (resolve in SETS_MONTH or resolve is in_words) and len(value) > 4:
        clock.month = int(value[5:7])
        clock.day = int(value[8:]) if len(value) == _DAY else None
    elif resolve is day_only:
        clock.day = int(value[8:])
    elif m[0].endswith("一年"):
        clock.year = int(value)  # 过去一年,…全年


def _state_at(value: str) -> str:
    """The day that 截至… speaks of; a month stays one, as nothing says which of its days.

    >>> _state_at("2021-12-31"), _state_at("2022-06"), _state_at("2021"), _state_at("2021-01/2021-09")
    ('2021-12-31', '2022-06', '2021', '2021-09-30')
    """
    return last_day(value) if "/" in value else value


def _resolved(text: str, clock: Clock) -> Iterator[DateAtom]:
    taken = 0
    for m, resolve in _candidates(text):
        if m.start() < taken or m.end() == m.start():
            continue
        before = text[max(0, m.start() - 4) : m.start()]
        if resolve is day_only and _LASTED.search(before):
            continue
        value = resolve(m, clock)
        if value is None:
            continue
        _advance(m, resolve, value, clock)
        taken = m.end()
        printed = bool(m.groupdict().get("y") or m.groupdict().get("hy") or m.groupdict().get("plan"))
        lead = _AS_OF.search(before)
        if lead:
            yield DateAtom(m.start() - len(lead[0]), m.end(), _state_at(value), printed, True)
        else:
            yield DateAtom(m.start(), m.end(), value, printed, resolve is until_now)


def dates_in(text: str, year: int | None, clock: Clock | None = None) -> tuple[DateAtom, ...]:
    """The date expressions of a folded text, longest first at each place, none overlapping, in order.

    A year printed earlier in the text is the year of what follows it; before that ``year`` is, or the ``clock``'s.

    >>> [a.edtf for a in dates_in("5月31日至6月4日,2021年浦江创新论坛在上海举办", 2021)]
    ['2021-05-31/2021-06-04', '2021']
    >>> [a.edtf for a in dates_in("截至年底,平台访问量151万人次", 2021)]
    ['2021-12-31']
    >>> [a.edtf for a in dates_in("“十四五”期间;2020年3月,同年12月底", 2022)]
    ['2021/2025', '2020-03', '2020-12-31']
    >>> [a.edtf for a in dates_in("今年前三季度,去年底,明年,二〇三五年,五年来", 2021)]
    ['2021-01/2021-09', '2020-12-31', '2022', '2035', '2017/2021']
    """
    return tuple(_resolved(text, clock.copy() if clock else Clock(year, year, year)))
