"""Digits and Chinese numerals that state no quantity, each with its reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from shkc_kg.reading.figures.numerals import HAN_DIGITS
from shkc_kg.reading.lexicon import not_quantity_patterns, unit_kinds

__all__ = ["NotQuantity", "leftovers", "not_quantities"]


@dataclass(frozen=True, slots=True)
class NotQuantity:
    """Digits that state no quantity, and why."""

    begin: int
    end: int
    reason: str


_LETTER_UNITS: Final = re.compile(r"\d{1,15}(?:\.\d{1,15})?(?P<unit>[A-Za-zμ²]{1,8})\Z")
_COMPUTING: Final = re.compile(r"\d{1,15}(?:\.\d{1,15})?[PE]\Z")


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    counted = sorted(
        (re.escape(u) for u, k in unit_kinds().items() if k in ("count", "mass", "area", "length")),
        key=lambda u: (-len(u), u),
    )
    measured = rf"[\d.,%‰/+~—-]|[万亿余多年]|(?:{'|'.join(counted)})(?!宇宙)|美?元(?!宇宙)"
    year = rf"(?<![\d.])(?:19|20)\d{{2}}(?!{measured})(?= ?[\u4e00-\u9fffA-Za-z“《·])"
    listed = ((re.compile(pattern), reason) for pattern, reason in not_quantity_patterns())
    return (*listed, (re.compile(year), "year in a name"))


# the number of a yearbook's table alone on its line or before its title: 21-38 科技活动基本情况
_TABLE: Final = re.compile(
    r"^\d{1,2}-\d{1,2}(?=$|[\u4e00-\u9fffA-Z&(][^。,;\d]{3,36}(?:情况|状况|指标|统计|表|数|量)(?:[(（][^。]{1,12}[)）])?\W*$)"
)


_IDENTIFIER: Final = re.compile(
    r"(?<![A-Za-z])(?![A-Z&]{2,4}\d[\d.]{0,12}[万亿%‰])[A-Za-z]{1,20}[-·]?\d[\dA-Za-z.+-]{0,30}"
    r"|(?<![\d.])\d{1,15}(?:\.\d{1,15})?[A-Za-zμ][A-Za-z²]{0,12}(?:\+[A-Za-z\d]{1,12}){0,4}[A-Za-z\d]{0,12}"
)


def _is_measure(text: str, begin: int, printed: str) -> bool:
    """Whether digits before letters are a measured value: ``100TEU``, ``28nm``, 算力500P."""
    m = _LETTER_UNITS.match(printed)
    if m and (m["unit"] in unit_kinds() and len(m["unit"]) > 1):
        return True
    return bool(_COMPUTING.match(printed)) and "算力" in text[max(0, begin - 15) : begin]


def not_quantities(text: str) -> Iterator[NotQuantity]:
    """The stretches of a folded text whose digits state no quantity.

    >>> [(n.reason) for n in not_quantities("世界500强、973计划、7×24小时、G60走廊")]
    ['name of a ranking', 'name of a programme', 'product of two numbers', 'part of an identifier']
    """
    for pattern, reason in _patterns():
        for m in pattern.finditer(text):
            yield NotQuantity(m.start(), m.end(), reason)
    if (table := _TABLE.match(text)) is not None:
        yield NotQuantity(0, table.end(), "number of a table or figure")
    for m in _IDENTIFIER.finditer(text):
        if not _is_measure(text, m.start(), m[0]):
            yield NotQuantity(m.start(), m.end(), "part of an identifier")


_RUN: Final = re.compile(rf"\d+|[{HAN_DIGITS}]+")


def leftovers(text: str, free: Sequence[bool] | bytearray) -> Iterator[NotQuantity]:
    """Numerals in characters that nothing has claimed (``free`` is 0 there): 统一, 进一步, 万科.

    >>> [(n.begin, n.reason) for n in leftovers("进一步", bytearray(3))]
    [(1, 'part of a word')]
    """
    for m in _RUN.finditer(text):
        begin = m.start()
        for at in range(m.start(), m.end() + 1):
            if at == m.end() or free[at]:
                if at > begin:
                    yield NotQuantity(begin, at, "no measure word" if text[begin].isdigit() else "part of a word")
                begin = at + 1
