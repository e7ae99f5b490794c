"""What names resolve to: the key that printings of one name share, and the thing with its forms and its edition."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from shkc_kg.reading.figures.numerals import han
from shkc_kg.reading.gazetteer import Entry
from shkc_kg.reading.lines.text import fold
from shkc_kg.reading.names.classes import EVENTS

__all__ = ["EVENT_CLASSES", "Edition", "Resolved", "key_of", "split_edition"]

EVENT_CLASSES: Final = EVENTS
_EDITION: Final = re.compile(
    r"(?P<year>(?:19|20)\d{2})(?:年度|年)?(?P<n2>第[\d一二三四五六七八九十百]+届)?"
    r"|第(?P<n>[\d一二三四五六七八九十百]+)届|(?P<first>首届)"
)
_SERIES: Final = 3  # code points; what is shorter behind a year is no name of a series


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition's printed mark: its number, its year, and the name of the series behind it."""

    series: str
    number: int | None
    year: int | None


@dataclass(slots=True)
class Resolved:
    """A thing in the making: its canonical name, class, printed forms, and what a list knows of it."""

    name: str
    cls: str
    rule: str
    forms: list[str]
    entry: Entry | None = None
    edition: Edition | None = None

    def add(self, form: str) -> None:
        """One more printed form, once."""
        if form not in self.forms:
            self.forms.append(form)


def key_of(name: str) -> str:
    """What two printings of one name share: quotes, brackets' width, title marks and blanks aside.

    >>> key_of("《科技2021》") == key_of("科技2021"), key_of("上海“最美科技工作者”")
    (True, '上海最美科技工作者')
    """
    return re.sub(r"[《》“”\"‘’'\s]", "", fold(name)).casefold()


def split_edition(name: str) -> Edition | None:
    """The edition that a name's beginning marks: ``第4届X``, ``2021年X``, ``2021X``.

    >>> split_edition("第4届世界人工智能大会"), split_edition("2021年上海科技节").year
    (Edition(series='世界人工智能大会', number=4, year=None), 2021)
    """
    m = _EDITION.match(fold(name))
    if not m or len(name) - m.end() < _SERIES:
        return None
    printed = m["n"] or (m["n2"] or "")[1:-1]
    return Edition(name[m.end() :], 1 if m["first"] else _count(printed), int(m["year"]) if m["year"] else None)


def _count(printed: str) -> int | None:
    return (int(printed) if printed.isdigit() else int(han(printed) or 0)) or None
