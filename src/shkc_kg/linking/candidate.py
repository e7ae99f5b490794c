"""A thing elsewhere that one of ours may be, as its source describes it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from shkc_kg.linking.names import folded
from shkc_kg.linking.spaces import Space
from shkc_kg.linking.subjects import Subject

__all__ = ["Candidate", "Source", "one_line"]

_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record elsewhere. ``places`` are folded names of, or IRIs for, where it is; ``sure`` is what a service says."""

    id: str
    iri: str
    name: str
    names: tuple[str, ...] = ()
    types: frozenset[str] = frozenset()
    country: str = ""
    places: frozenset[str] = frozenset()
    description: str = ""
    sure: bool = False

    @property
    def written(self) -> tuple[str, ...]:
        return (self.name, *self.names)

    def is_in(self, places: Iterable[str]) -> bool:
        """Whether it is known to be in one of these places."""
        return not self.places.isdisjoint(places)


class Source(Protocol):
    """Where candidates come from."""

    @property
    def space(self) -> Space: ...

    def candidates(self, subjects: Sequence[Subject]) -> Iterator[tuple[Subject, tuple[Candidate, ...]]]:
        """The candidates of each subject, in the order of the subjects."""
        ...

    def search(self, text: str) -> Iterator[Candidate]:
        """What a text may mean, best first, as long as anybody wants more."""
        ...


def one_line(text: str) -> str:
    """Text of others with nothing in it that moves a cursor, turns letters round or ends a cell.

    >>> one_line("Fudan\\x1b[2J\\tUniversity ")
    'Fudan [2J University'
    """
    return " ".join(_CONTROL.sub(" ", text).split())


def fold_all(names: Iterable[str]) -> frozenset[str]:
    """The names as places are compared."""
    return frozenset(filter(None, map(folded, names)))
