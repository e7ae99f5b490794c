"""Years that date what happens in them and are counted as well: 三年内投入6000万元, 建院4年来."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from shkc_kg.reading.calendar.dates import DateAtom

__all__ = ["SINCE", "mere_dates"]

SINCE: Final = r"(?:建[院所校园厂区站会馆台]|成立|创办|举办|开[园馆办]|运[行营]|合作)"
_YEARS: Final = r"(?:[一二两三四五六七八九十]{1,2}|\d{1,2})年"
_TERM: Final = re.compile(rf"{_YEARS}[之以]?内")
_PAST: Final = re.compile(rf"{_YEARS}来")
_GONE_ON: Final = re.compile(rf"{SINCE}\Z")


def mere_dates(text: str, dates: Sequence[DateAtom]) -> Iterator[tuple[int, int]]:
    """The stretches of the dates whose digits count nothing."""
    return ((d.begin, d.end) for d in dates if not _counts(text, d))


def _counts(text: str, date: DateAtom) -> bool:
    gone_on = _GONE_ON.search(text, max(0, date.begin - 3), date.begin)
    return (_PAST if gone_on else _TERM).fullmatch(text, date.begin, date.end) is not None
