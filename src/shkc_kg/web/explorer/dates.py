"""Dates as EDTF writes them, in the words of a language."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["in_year", "told", "year_month"]

_DATE: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_MONTHS: Final = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def told(edtf: str, lang: str) -> str:
    """A date or an interval in Chinese or English; as it stands where it is neither.

    >>> told("2021-05-31/2021-06-04", "zh"), told("2021-05-31/2021-06-04", "en")
    ('2021年5月31日—6月4日', '31 May – 4 June 2021')
    >>> told("2021-11", "zh"), told("2021", "en"), told("18", "en")
    ('2021年11月', '2021', '18')
    """
    begin, _, end = edtf.partition("/")
    found, until = _DATE.fullmatch(begin), _DATE.fullmatch(end)
    if not found:
        return edtf
    if not until or begin == end:
        return _one(found, lang)
    same = found[1] == until[1]
    if lang == "zh":
        return f"{_one(found, lang)}—{_one(until, lang, without_year=same and bool(until[2]))}"
    return f"{_one(found, lang, without_year=same and bool(found[2]))} – {_one(until, lang)}"


def in_year(edtf: str, year: int, lang: str) -> str:
    """A date or an interval in words, without its year where all around it tells of that year.

    >>> in_year("2021-05", 2021, "zh"), in_year("2021-05-31/2021-06-04", 2021, "en"), in_year("2020-12", 2021, "zh")
    ('5月', '31 May – 4 June', '2020年12月')
    """
    return told(edtf, lang).replace(f"{year}年", "").replace(f" {year}", "")


def _one(date: re.Match[str], lang: str, without_year: bool = False) -> str:
    year, month, day = date[1], date[2], date[3]
    if lang == "zh":
        parts = (
            "" if without_year else f"{year}年",
            f"{int(month)}月" if month else "",
            f"{int(day)}日" if day else "",
        )
        return "".join(parts)
    name = _MONTHS[int(month) - 1] if month and 1 <= int(month) <= 12 else ""
    return " ".join(part for part in (str(int(day)) if day else "", name, "" if without_year else year) if part)


def year_month(edtf: str) -> tuple[int, int]:
    """The year and the month that a date begins in; 0 where it tells none.

    >>> year_month("2021-05-31/2021-06-04"), year_month("2021"), year_month("")
    ((2021, 5), (2021, 0), (0, 0))
    """
    found = _DATE.match(edtf)
    return (int(found[1]), int(found[2] or 0)) if found else (0, 0)
