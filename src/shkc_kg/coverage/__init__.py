"""Coverage: what was read of a chapter, and what was not, to the character."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from shkc_kg.coverage.numerals import UNKNOWN, Numeral, numerals
from shkc_kg.coverage.spans import Category, Stretch, stretches
from shkc_kg.model import Reading, Span

__all__ = ["Category", "Coverage", "Stretch", "Unread", "coverage", "coverage_bytes", "read_coverage", "shares"]

_HUNDRED: Final = 10000  # hundredths of a percent
_AROUND: Final = 12  # code points of context that an unread stretch is shown with


@dataclass(frozen=True, slots=True)
class Unread:
    """Characters that no rule read: the printed text, what stands before it, and the reasons that are known."""

    span: Span
    text: str
    before: str
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Coverage:
    """One chapter: its text, the fate of each of its characters, and what each numeral was taken for."""

    report: str
    chapter: str
    text: str
    stretches: tuple[Stretch, ...]
    numerals: tuple[Numeral, ...]

    @cached_property
    def counts(self) -> Mapping[Category, int]:
        """Characters by category; they add up to all characters."""
        found = Counter[Category]()
        for one in self.stretches:
            found[one.category] += one.span.end - one.span.begin
        return {category: found[category] for category in Category}

    @cached_property
    def shares(self) -> Mapping[Category, Decimal]:
        """Percent by category, to two places; they add up to 100.00."""
        return shares(self.counts)

    @cached_property
    def rules(self) -> Mapping[tuple[Category, str], int]:
        """Characters by category and rule, the most first."""
        found = Counter[tuple[Category, str]]()
        for one in self.stretches:
            found[one.category, one.rule] += one.span.end - one.span.begin
        return dict(sorted(found.items(), key=lambda held: (-held[1], held[0])))

    @cached_property
    def unread(self) -> tuple[Unread, ...]:
        """The unread stretches, longest first."""
        return tuple(sorted(_unread(self.text, self.stretches), key=lambda u: (u.span.begin - u.span.end, u.span)))

    @cached_property
    def lost(self) -> tuple[Numeral, ...]:
        """The numerals that nothing accounts for."""
        return tuple(one for one in self.numerals if one.account == UNKNOWN)

    @cached_property
    def values(self) -> Mapping[str, Decimal]:
        """The figures that a build records, by name: percent of each category, and the number of lost numerals."""
        lost = {"numerals-lost": Decimal(len(self.lost))}
        return {**{category.value: share for category, share in self.shares.items()}, **lost}

    def as_json(self) -> dict[str, Any]:
        """Everything as plain values; offsets count code points of ``text``."""
        return {
            "report": self.report,
            "chapter": self.chapter,
            "characters": len(self.text),
            "counts": {category.value: number for category, number in self.counts.items()},
            "percent": {category.value: float(share) for category, share in self.shares.items()},
            "rules": [
                {"category": category.value, "rule": rule, "characters": number}
                for (category, rule), number in self.rules.items()
            ],
            "unread": [
                {"begin": u.span.begin, "end": u.span.end, "text": u.text, "before": u.before, "reasons": u.reasons}
                for u in self.unread
            ],
            "stretches": [[s.span.begin, s.span.end, s.category.value, s.rule] for s in self.stretches],
            "numerals": [[n.span.begin, n.span.end, n.account, n.detail] for n in self.numerals],
            "text": self.text,
        }

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> Coverage:
        """The coverage that :meth:`as_json` told."""
        text = told["text"]
        return cls(
            told["report"],
            told["chapter"],
            text,
            tuple(Stretch(Span(b, e), Category(category), rule) for b, e, category, rule in told["stretches"]),
            tuple(Numeral(Span(b, e), text[b:e], account, detail) for b, e, account, detail in told["numerals"]),
        )


def coverage(reading: Reading) -> Coverage:
    """What became of every character of a chapter."""
    source = reading.chapter.source
    return Coverage(source.report, source.chapter, source.original, stretches(reading), tuple(numerals(reading)))


def coverage_bytes(covered: Sequence[Coverage]) -> bytes:
    """The coverage of several chapters as one JSON file."""
    return (json.dumps([one.as_json() for one in covered], ensure_ascii=False) + "\n").encode("utf-8", "surrogatepass")


def read_coverage(path: Path) -> tuple[Coverage, ...]:
    """What :func:`coverage_bytes` wrote."""
    return tuple(Coverage.from_json(told) for told in json.loads(path.read_bytes().decode("utf-8", "surrogatepass")))


def shares(counts: Mapping[Category, int]) -> dict[Category, Decimal]:
    """Percent to two places that add up to exactly 100; what rounding leaves goes to the largest remainders.

    >>> [str(share) for share in shares({Category.EVIDENCE: 1, Category.MENTION: 1, Category.UNREAD: 1}).values()]
    ['33.34', '33.33', '33.33']
    """
    total = sum(counts.values())
    if not total:
        return dict.fromkeys(counts, Decimal(0))
    parts = {category: divmod(number * _HUNDRED, total) for category, number in counts.items()}
    left = _HUNDRED - sum(whole for whole, _ in parts.values())
    largest = sorted(parts, key=lambda category: -parts[category][1])[:left]
    return {category: Decimal(whole + (category in largest)) / Decimal(100) for category, (whole, _) in parts.items()}


def _unread(text: str, held: Sequence[Stretch]) -> Iterator[Unread]:
    """Neighbouring unread stretches as one, whatever their reasons."""
    for category, group in groupby(held, key=lambda one: one.category):
        if category is Category.UNREAD:
            parts = list(group)
            span = Span(parts[0].span.begin, parts[-1].span.end)
            before = text[max(0, span.begin - _AROUND) : span.begin]
            yield Unread(span, text[span.begin : span.end], before, tuple(dict.fromkeys(p.rule for p in parts)))
