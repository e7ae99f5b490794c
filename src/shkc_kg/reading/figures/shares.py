"""Shares and multiples in words: 1/4, 四分之一, 百分之五, 七成, 过半, 翻番."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Final

from shkc_kg.model import Bound, StatKind
from shkc_kg.reading.figures.bounds import after_words, before_words, bound_after, bound_before, bound_of_whole
from shkc_kg.reading.figures.number import Number
from shkc_kg.reading.figures.numerals import HAN, either, han

__all__ = ["shares"]


_FRACTION: Final = re.compile(r"(?<![\d/.])(?P<a>\d{1,4})/(?P<b>\d{1,4})(?!\d|/|[A-Za-z])")
_HAN_FRACTION: Final = re.compile(rf"(?P<b>{HAN}|\d{{1,4}})分之(?P<a>{HAN}|\d{{1,6}}(?:\.\d{{1,6}})?)")
_TENTHS: Final = re.compile(
    r"(?<![一二两三四五六七八九十])(?:(?P<n0>[一二两三四五六七八九])至)?(?P<n>[一二两三四五六七八九\d])成(?P<half>半|[一二三四五六七八九]"
    r"(?![一二三四五六七八九十百千万亿点家个项年月日名所位大成次类级产线季届期批]))?(?P<more>多)?"
    r"(?![立果效为员长功就本交熟套都分品人立型]|以(?![上下内]))"
)
_HALF: Final = re.compile(
    r"(?P<over>超?过)?(?:(?P<half>一半|半数)|(?P<bare>半))(?P<tail>以上|左右)?(?![年导径山岛月天个载决岁空壁程夜])"
)
_DOUBLE: Final = re.compile(
    r"(?:翻了?(?P<lead>近|约|超过|超)?(?P<n>[一两二三四\d])?番|(?<![\u4e00-\u9fff])倍增(?![计器]))(?P<tail>多|有余|以上|左右)?"
)


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(rf"(?P<word>{before_words()})(?:占|为|达到?|有)?了?\Z")


@cache
def _tail() -> re.Pattern[str]:
    return re.compile(rf"{after_words()}|强(?=[,;。、)]|$)")


def _share(text: str, begin: int, end: int, value: Decimal, unit: str = "") -> Number:
    """A share with the bound that stands before it, before its whole, or behind it."""
    lead = _lead().search(text, max(0, begin - 8), begin)
    tail = _tail().match(text, end)
    near = bound_before(lead["word"]) if lead else bound_of_whole(text, begin)
    bound = near or (bound_after(tail[0]) if tail else Bound.EXACT)
    start = lead.start() if lead and lead.end("word") == begin else begin
    stop = tail.end() if tail else end
    return Number(start, stop, stop, round(value, 9).normalize() + 0, unit, "percent", bound, None, StatKind.SHARE)


def _fractions(text: str) -> Iterator[Number]:
    for m in _FRACTION.finditer(text):
        a, b = Decimal(m["a"]), Decimal(m["b"])
        if b and a < b:
            yield _share(text, m.start(), m.end(), a / b)
    for m in _HAN_FRACTION.finditer(text):
        numerator, whole = either(m["a"]), either(m["b"])
        if numerator is not None and whole:
            percent = m["b"] == "百"
            yield _share(text, m.start(), m.end(), numerator if percent else numerator / whole, "%" if percent else "")


def _tenths(text: str) -> Iterator[Number]:
    for m in _TENTHS.finditer(text):
        rest = Decimal(5) if m["half"] == "半" else (han(m["half"]) if m["half"] else None) or Decimal(0)
        value = (either(m["n"]) or Decimal(0)) / 10 + rest / 100
        low = (han(m["n0"]) or Decimal(0)) / 10 if m["n0"] else None
        made = _share(text, m.start(), m.end(), low if low is not None else value)
        made = replace(made, high=value if low is not None else None)
        yield replace(made, bound=Bound.AT_LEAST) if m["more"] else made


def _halves(text: str) -> Iterator[Number]:
    """``过半``, ``近一半``, ``占全省的一半以上``: a bare 半 needs a word beside it (过半, 半以上)."""
    for m in _HALF.finditer(text):
        if not (m["half"] or m["over"] or m["tail"]):
            continue
        made = _share(text, m.end("over") if m["over"] else m.start(), m.end(), Decimal("0.5"))
        bound = Bound.AT_LEAST if m["over"] else bound_after(m["tail"]) if m["tail"] else made.bound
        yield replace(made, begin=min(made.begin, m.start()), bound=bound)


def _doublings(text: str) -> Iterator[Number]:
    for m in _DOUBLE.finditer(text):
        times = either(m["n"]) if m["n"] else Decimal(1)
        led = bound_before(m["lead"]) if m["lead"] else Bound.EXACT
        bound = bound_after(m["tail"]) if m["tail"] else led
        yield Number(m.start(), m.end(), m.end(), Decimal(2) ** (times or Decimal(1)), "倍", "multiple", bound)


def shares(text: str) -> Iterator[Number]:
    """Fractions, tenths, halves and doublings of a folded text.

    >>> [(str(n.value), n.bound.value) for n in shares("占GDP的四分之一以上,约占全国的1/4,七成以上企业,力争翻一番")]
    [('0.25', 'AtLeast'), ('0.25', 'About'), ('0.7', 'AtLeast'), ('2', 'Exact')]
    """
    found = [*_fractions(text), *_tenths(text), *_halves(text), *_doublings(text)]
    yield from sorted(found, key=lambda n: n.begin)
