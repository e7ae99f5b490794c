"""Every digit and Chinese numeral of a chapter, and what it was taken for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from shkc_kg.model import Observation, Reading, Span

__all__ = ["UNKNOWN", "Numeral", "numerals"]

_NUMERAL: Final = re.compile(r"[0-9０-９]+|[①-⑳]|[〇零一二三四五六七八九十百千万亿两]+")
UNKNOWN: Final = ""


@dataclass(frozen=True, slots=True)
class Numeral:
    """Digits or Chinese numerals: an ``observation``, a part of a ``date`` or ``name``, or neither for a ``reason``.

    ``account`` is empty where nobody knows; then it was lost in silence.
    """

    span: Span
    printed: str
    account: str
    detail: str = ""


def numerals(reading: Reading) -> Iterator[Numeral]:
    """The numerals of the original, in order, each with what accounts for its characters."""
    original = reading.chapter.source.original
    held: list[tuple[str, str] | None] = [None] * len(original)
    inside = [False] * len(original)
    for passage in reading.chapter.passages:
        for place in passage.offsets:
            inside[place] = True
    for account, detail, spans in _accounts(reading):
        for span in spans:
            for place in range(span.begin, span.end):
                held[place] = held[place] or (account, detail)
    for found in _NUMERAL.finditer(original):
        span = Span(found.start(), found.end())
        for begin, end, told in _runs(held, span):
            account, detail = told or (
                (UNKNOWN, "") if inside[begin] else ("reason", "number of a section or list item")
            )
            yield Numeral(Span(begin, end), original[begin:end], account, detail)


def _accounts(reading: Reading) -> Iterator[tuple[str, str, Iterable[Span]]]:
    """What may account for a character, the surest first."""
    for fact in reading.facts:
        if isinstance(fact, Observation):
            yield "observation", fact.indicator, (fact.span, *_unit(reading.chapter.source.original, fact))
    for date in reading.dates:
        yield "date", date.edtf, (date.span,)
    for unread in reading.unread:
        yield "reason", unread.reason, (unread.span,)
    for mention in reading.mentions:
        yield "name", mention.thing, (mention.span,)


def _unit(original: str, fact: Observation) -> tuple[Span, ...]:
    """A unit may hold a numeral of its own: 个百分点."""
    end = fact.span.end
    return (Span(end, end + len(fact.unit)),) if fact.unit and original.startswith(fact.unit, end) else ()


def _runs(held: list[tuple[str, str] | None], span: Span) -> Iterator[tuple[int, int, tuple[str, str] | None]]:
    """A numeral parted where its account changes: 近一百家 may be a vague 百 in one rule and a word in another."""
    begin = span.begin
    for place in range(span.begin + 1, span.end + 1):
        if place == span.end or held[place] != held[begin]:
            yield begin, place, held[begin]
            begin = place
