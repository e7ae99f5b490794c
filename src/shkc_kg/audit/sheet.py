"""A passage as the audit reads it: its text, and where names, dates and counts stand in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from shkc_kg.model import Observation, Passage, Quote, Reading, Span
from shkc_kg.reading.lines.text import fold
from shkc_kg.resources import data_dir
from shkc_kg.tables import read_table

__all__ = ["Count", "Place", "Sheet", "sheets_of", "words"]

Place = tuple[int, int]

_WHOLE: Final = re.compile(r"《[^》]*》|“[^”]*”|\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Count:
    """A stated number in a passage: ``begin``..``end`` are its characters there, ``unit_end`` where its unit ends."""

    begin: int
    end: int
    unit_end: int
    observation: Observation


@dataclass(frozen=True, slots=True)
class Sheet:
    """``text`` is folded, place for place; ``names`` the outermost; ``wholes`` quotes, titles, brackets, names."""

    passage: Passage
    text: str
    names: tuple[Place, ...]
    dates: tuple[tuple[int, int, str], ...]
    counts: tuple[Count, ...]
    wholes: tuple[Place, ...]

    def quote(self, begin: int, end: int) -> Quote:
        """The characters as a finding quotes them."""
        return Quote(self.passage.id, self.passage.span(begin, end))

    @property
    def sentence(self) -> Quote:
        """The whole passage."""
        return Quote(self.passage.id, self.passage.extent)

    def inside(self, at: int) -> bool:
        """Whether a place lies within a name, a quote, a title or a bracket."""
        return any(begin < at < end for begin, end in self.wholes)


@cache
def words(group: str) -> tuple[str, ...]:
    """The words of one group of ``data/lexicon/audit.tsv``, longest first."""
    rows = read_table(data_dir() / "lexicon" / "audit.tsv", ("group", "word", "note"))
    return tuple(sorted((row["word"] for row in rows if row["group"] == group), key=lambda w: (-len(w), w)))


def sheets_of(reading: Reading) -> Mapping[str, Sheet]:
    """The passages of a reading in their order, by key."""
    names, dates, counts = defaultdict(list), defaultdict(list), defaultdict(list)
    for mention in reading.mentions:
        names[mention.passage].append(mention.span)
    for date in reading.dates:
        dates[date.passage].append(date)
    for fact in reading.facts:
        if isinstance(fact, Observation):
            counts[fact.evidence.passage].append(fact)
    made = {}
    for passage in reading.chapter.passages:
        text = fold(passage.text)
        named = _outermost([_place(passage, span) for span in names[passage.id]])
        made[passage.id] = Sheet(
            passage,
            text,
            named,
            tuple((*_place(passage, one.span), one.edtf) for one in dates[passage.id]),
            tuple(sorted((_count(passage, text, one) for one in counts[passage.id]), key=lambda c: c.begin)),
            (*named, *(m.span() for m in _WHOLE.finditer(text))),
        )
    return made


def _place(passage: Passage, span: Span) -> Place:
    return bisect_left(passage.offsets, span.begin), bisect_left(passage.offsets, span.end)


def _outermost(places: list[Place]) -> tuple[Place, ...]:
    kept: list[Place] = []
    for begin, end in sorted(set(places), key=lambda p: (p[0], -p[1])):
        if not kept or begin >= kept[-1][1]:
            kept.append((begin, end))
    return tuple(kept)


def _count(passage: Passage, text: str, observation: Observation) -> Count:
    begin, end = _place(passage, observation.span)
    unit = observation.unit
    return Count(begin, end, end + len(unit) if unit and text.startswith(unit, end) else end, observation)
