"""Firms that stand side by side in an enumeration: ``皓天光电、景峰药业``; each one's build bears out the other's."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import chain
from typing import Final

from shkc_kg.reading.lexicon import words
from shkc_kg.reading.names.brands import BRANDS, is_brand
from shkc_kg.reading.names.candidate import Candidate, Words
from shkc_kg.reading.patterns import any_of
from shkc_kg.reading.tokens import is_word

__all__ = ["firm_rows"]

_PART: Final = r"[^,;。:、()“”\s]{2,40}"
_ROW: Final = re.compile(rf"{_PART}(?:、{_PART})+")
_LEADS: Final = "vupcdr"  # tags of the words that may stand right before the first firm of a row
_KINDS: Final = ("企业", "公司", "厂商", "独角兽", "龙头", "集团", "“")


def firm_rows(line: Words) -> Iterator[Candidate]:
    """The firms of each enumeration in which two or more have a brand and a trade, one of them no industry's name."""
    for row in _ROW.finditer(line.text):
        firms = list(_firms(line, row))
        sure = any(one.text.endswith(tuple(words("firm_trade"))) for one in firms)
        if len(firms) > 1 and sure:
            yield from firms
            yield from _others(line, row, {one.end for one in firms})


_REST: Final = re.compile(r"(?P<name>[\u4e00-\u9fff]{4,6}?)(?:等|\Z)")


def _others(line: Words, row: re.Match[str], ends: Collection[int]) -> Iterator[Candidate]:
    """The further members of a row of firms, in front of 等, that are no word of the language: 航宇科技, 振华欧比."""
    spans = _members(row)
    if "等" not in line.text[slice(*spans[-1])]:
        return
    for begin, end in spans[1:]:
        m = _REST.match(line.text, begin, end)
        if m is None or m.end("name") in ends or is_word(m["name"]) or not _ends_word(line, m.end("name")):
            continue
        if not any(t.text in words("verb") for t in line.tokens[line.at[begin] : line.at[m.end("name") - 1] + 1]):
            yield Candidate(begin, m.end("name"), m["name"], "Company", "firm row")


def _firms(line: Words, row: re.Match[str]) -> Iterator[Candidate]:
    """The members of a row that are a brand with its trade; words may lead the first one and follow the last."""
    spans = _members(row)
    for i, (begin, end) in enumerate(spans):
        first, last = i == 0, i == len(spans) - 1
        for m in _trades().finditer(line.text, begin, end):
            stop = m.end("trades")
            if not _ends_word(line, stop) or not (last or stop == end):
                continue
            start = _brand_start(line, m.start(), begin, first=first)
            if start is not None:
                yield Candidate(start, stop, line.text[start:stop], "Company", "firm row")
                break


def _members(row: re.Match[str]) -> Sequence[tuple[int, int]]:
    """Begin and end of what stands between the marks of a row."""
    marks = (m.span() for m in re.finditer("、", row[0]))
    edges = [0, *chain.from_iterable(marks), len(row[0])]
    return [(row.start() + b, row.start() + e) for b, e in zip(edges[::2], edges[1::2], strict=True)]


@cache
def _trades() -> re.Pattern[str]:
    """The words of a trade, one or two of them, and 集团 or 股份 behind."""
    trade = any_of(words("brand_trade") | words("company_tail"))
    return re.compile(rf"(?=(?P<trades>(?:{trade}){{1,2}}))")


def _ends_word(line: Words, end: int) -> bool:
    return end == len(line.text) or line.tokens[line.at[end]].begin == end


def _brand_start(line: Words, start: int, begin: int, *, first: bool) -> int | None:
    """Where the brand before a trade begins: at the member's own beginning, or behind what leads the first one."""
    if not first:
        fits = start - begin in BRANDS and is_brand(line, begin, start, "")
        return begin if fits else None
    starts = (start - size for size in BRANDS if start - size >= begin)
    return next((at for at in starts if is_brand(line, at, start, "") and _is_led(line, at, begin)), None)


def _is_led(line: Words, at: int, begin: int) -> bool:
    """Whether the first firm of a row begins at a place: a clause does, or a verb, preposition or 企业 ends there."""
    if at == begin or line.text.endswith(_KINDS, 0, at):
        return True
    before = line.tokens[line.at[at - 1]]
    return before.end == at and (before.tag[0] in _LEADS or before.text in words("stop"))
