"""A name found in a passage, before it is known which thing it names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from shkc_kg.reading.gazetteer import Entry
from shkc_kg.reading.tokens import Token

__all__ = ["Candidate", "Words", "outermost"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Characters ``begin``..``end`` of a passage's folded text that name something of class ``cls``.

    ``entry`` is what a general list knows of it; ``name`` is the canonical form if it is not the printed one;
    ``nested`` marks a name inside another (复旦大学 in 复旦大学宁波研究院).
    """

    begin: int
    end: int
    text: str
    cls: str
    rule: str
    entry: Entry | None = None
    name: str = ""
    nested: bool = False

    @property
    def label(self) -> str:
        return self.name or self.text


@dataclass(frozen=True, slots=True)
class Words:
    """A passage as the rules for names see it: folded text, and tokens with the index of each character's token."""

    text: str
    tokens: tuple[Token, ...]
    at: tuple[int, ...]

    @classmethod
    def of(cls, text: str, tokens: Sequence[Token]) -> Words:
        return cls(text, tuple(tokens), tuple(i for i, t in enumerate(tokens) for _ in range(t.begin, t.end)))


def outermost(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """The candidates that no other one overlaps, longer ones first served; earlier rules win ties."""
    kept: list[Candidate] = []
    busy: set[int] = set()
    for one in sorted(candidates, key=lambda c: -(c.end - c.begin)):
        places = range(one.begin, one.end)
        if one.nested or not any(place in busy for place in places):
            kept.append(one)
            busy.update(() if one.nested else places)
    return tuple(sorted(kept, key=lambda c: (c.begin, -c.end)))
