"""The sentences that name a thing, with the names lit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from shkc_kg.model import Span
from shkc_kg.web.asking import Row
from shkc_kg.web.explorer.sentences import Piece, Sentence, pieces
from shkc_kg.web.explorer.things.said import Ledger
from shkc_kg.web.places import address

__all__ = ["Mentioned", "Mentions", "read_mentions"]


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A sentence that names a thing."""

    sentence: Sentence
    quote: tuple[Piece, ...]
    href: str


@dataclass(frozen=True, slots=True)
class Mentions:
    """How often a thing is named, and by which sentences."""

    count: int
    sentences: tuple[Mentioned, ...]


def read_mentions(rows: Iterable[Row], ledger: Ledger) -> Mentions:
    """The sentences among the rows of ``thing-mentions.rq``, in the order of the text."""
    spans: dict[str, list[Span]] = defaultdict(list)
    count = 0
    for row in rows:
        spans[row["passage"].text].append(Span(int(row["begin"].text), int(row["end"].text)))
        count += 1
    found = [(sentence, spans[iri]) for iri in spans if (sentence := ledger.sentences.get(iri))]
    return Mentions(count, tuple(_mentioned(sentence, held, ledger.base) for sentence, held in found))


def _mentioned(sentence: Sentence, spans: list[Span], base: str) -> Mentioned:
    return Mentioned(sentence, pieces(sentence, spans), f"{address(sentence.chapter, base)}#{sentence.name}")
