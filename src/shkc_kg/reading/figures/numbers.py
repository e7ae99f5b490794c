"""Numbers in a passage: value, unit, bound; and what looks like one and is not a quantity."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from shkc_kg.model import Bound
from shkc_kg.reading.figures.counts import counts
from shkc_kg.reading.figures.notquantities import NotQuantity, leftovers, not_quantities
from shkc_kg.reading.figures.number import Number
from shkc_kg.reading.figures.ranks import ranks
from shkc_kg.reading.figures.shares import shares
from shkc_kg.reading.lexicon import unit_kinds

__all__ = ["NotQuantity", "Number", "numbers_in"]


class _Taken:
    """Which characters of a text are claimed already."""

    def __init__(self, length: int, spans: Iterable[tuple[int, int]]) -> None:
        self.marks = bytearray(length)
        for begin, end in spans:
            self.claim(begin, end)

    def claim(self, begin: int, end: int) -> None:
        end = min(end, len(self.marks))
        if end > begin:
            self.marks[begin:end] = b"\1" * (end - begin)

    def offer(self, begin: int, end: int) -> bool:
        """Claims a stretch if none of it is claimed."""
        if any(self.marks[begin:end]):
            return False
        self.claim(begin, end)
        return True


_LEADS: Final = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,2}(?=[\u4e00-\u9fff《“])")


def _list_number(text: str) -> NotQuantity | None:
    """The number that a heading or item opens with, where no measure word follows: ``2.1 创新企业壮大``."""
    m = _LEADS.match(text)
    if m is None or text[m.end()] in "年月日号时万亿千百十多余几%" or _opens_with_unit(text, m.end()):
        return None
    return NotQuantity(0, m.end(), "number of a list item")


def _opens_with_unit(text: str, at: int) -> bool:
    return any(text.startswith(unit, at) for unit in unit_kinds())


_JOINT: Final = re.compile(r"、|和|与|及|以及")
_SCALES: Final = {"万亿": Decimal(10) ** 12, "亿": Decimal(10) ** 8, "万": Decimal(10) ** 4}


def _with_units(text: str, numbers: Sequence[Number]) -> list[Number]:
    """Numbers with the unit and scale that the last of their list prints: ``0.4、[0.8]个百分点``, ``1.2、[3.4]亿元``."""
    made: list[Number] = []
    following: Number | None = None
    for number in reversed(numbers):
        shares = following is not None and number.kind == "" and number.end == number.unit_end
        if shares and following is not None and _JOINT.fullmatch(text, number.end, following.begin):
            scale = next((s for word, s in _SCALES.items() if word in text[following.begin : following.unit_end]), None)
            value = number.value * scale if scale is not None and number.value is not None else number.value
            number = replace(number, value=value, unit=following.unit, kind=following.kind, stat=following.stat)
        following = number
        made.append(number)
    return made[::-1]


_EACH: Final = 2  # code points of 分别
_EACH_PASSED: Final = re.compile(r"分别(?:突破|超过|超|逾|接近|近|约)(?=\d)")


def _with_bounds(text: str, numbers: Sequence[Number]) -> list[Number]:
    """Numbers with the bound that the first of their list prints for each: ``分别突破300亿元和[400]亿元``."""
    made: list[Number] = []
    each = False  # whether the list at hand says its bound for all
    for number in numbers:
        last = made[-1] if made else None
        goes_on = last is not None and _JOINT.fullmatch(text, last.unit_end, number.begin) and last.kind == number.kind
        if last is not None and each and goes_on and number.bound is Bound.EXACT:
            number = replace(number, bound=last.bound)
        elif not goes_on:
            each = _EACH_PASSED.match(text, max(0, number.begin - _EACH)) is not None
        made.append(number)
    return made


def numbers_in(text: str, taken: Sequence[tuple[int, int]] = ()) -> tuple[tuple[Number, ...], tuple[NotQuantity, ...]]:
    """The numbers of a folded text outside the ``taken`` stretches (dates, titles), and the digits that are none.

    >>> found, _ = numbers_in("来自20多个国家和地区,逾150位专家,意向交易额超4亿元,占比约1/4")
    >>> [(str(n.value), n.unit, n.bound.value) for n in found]
    [('20', '个', 'AtLeast'), ('150', '位', 'AtLeast'), ('400000000', '元', 'AtLeast'), ('0.25', '', 'About')]
    >>> [(r.reason) for r in numbers_in("G60科创走廊、世界500强、“1+2+11+X”")[1]]
    ['part of an identifier', 'name of a ranking', 'formula-like name']
    >>> [(str(n.value), n.unit) for n in numbers_in("分别加快0.4、0.8个百分点,实现收入1、3亿元")[0]]
    [('0.4', '个百分点'), ('0.8', '个百分点'), ('100000000', '元'), ('300000000', '元')]
    """
    claimed = _Taken(len(text), taken)
    skipped = sorted(not_quantities(text), key=lambda s: (s.begin, -s.end))
    skipped = [s for s in skipped if claimed.offer(s.begin, s.end)]
    found: list[Number] = []
    if (mark := _list_number(text)) is not None and claimed.offer(mark.begin, mark.end):
        skipped.append(mark)
    for stage in (shares, ranks, counts):
        found += [n for n in stage(text) if claimed.offer(n.begin, n.end)]
    found = _with_bounds(text, _with_units(text, sorted(found, key=lambda n: n.begin)))
    for number in found:
        claimed.claim(number.end, number.unit_end)
    skipped += leftovers(text, claimed.marks)
    return tuple(sorted(found, key=lambda n: n.begin)), tuple(sorted(skipped, key=lambda s: s.begin))
