"""The dates in a table's heads and labels, and what is left of the words without them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from shkc_kg.reading.calendar.dates import DateAtom, dates_in
from shkc_kg.reading.tables.columns import Column

__all__ = ["dates_of", "undated", "undated_head"]

_BARE_YEAR: Final = re.compile(r"(?:19|20)\d{2}")


def dates_of(words: str, year: int | None) -> tuple[DateAtom, ...]:
    """The dates of a head or label but for those compared with: 比上年增长 is of no year of its own."""
    if _BARE_YEAR.fullmatch(words):
        words += "年"
    return tuple(d for d in dates_in(words, year) if not words[: d.begin].endswith(("比", "较", "为", "是")))


def undated(words: str, dates: Sequence[DateAtom]) -> str:
    """A head or label without its dates: ``2019年营业收入`` counts 营业收入, ``2019年`` nothing."""
    for date in reversed(dates):
        words = words[: date.begin] + words[date.end :]
    return words.strip()


def undated_head(head: Column, year: int | None) -> str:
    """The words of a column's head without its dates."""
    return undated(head.text, dates_of(head.text, year))
