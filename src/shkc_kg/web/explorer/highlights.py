"""Which figures of a report a reader wants to see first, by a rule that knows no report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from shkc_kg.web.explorer.observed import Figure

__all__ = ["highlights"]

# Totals and states tell most, then shares, then what one year brought; a duration or an ordinal is no headline.
_WEIGHTS: Final = {"Cumulative": 3.0, "Stock": 3.0, "Share": 2.75, "Flow": 1.5}
_MONEY: Final = "元"


def highlights(figures: Sequence[Figure], most: int = 8) -> tuple[Figure, ...]:
    """The weightiest figures, at most one of a sentence, in the order of the text.

    A figure weighs more that has parts, is money, is large, or is stated more than once; a part, a plan and a number
    that is none do not count.
    """
    parts = Counter(figure.whole for figure in figures if figure.whole)
    stated = Counter((figure.indicator, figure.value) for figure in figures)

    def weight(figure: Figure) -> float:
        known = _WEIGHTS[figure.kind] + bool(parts[figure.iri]) + (figure.unit == _MONEY)
        size = 0.0 if figure.kind == "Share" or not figure.value else min(len(f"{abs(figure.value):.0f}") / 3, 1.5)
        return known + size + (stated[figure.indicator, figure.value] > 1)

    fit = [f for f in figures if f.kind in _WEIGHTS and not f.whole and not f.planned and f.value is not None]
    chosen = _distinct(sorted(fit, key=lambda f: (-weight(f), f.iri)))[:most]
    return tuple(sorted(chosen, key=lambda f: f.iri))


def _distinct(figures: Iterable[Figure]) -> list[Figure]:
    """Only the first figure of each sentence and of each number that is said again."""
    sentences: set[str] = set()
    said: set[tuple[str, object]] = set()
    kept = []
    for figure in figures:
        if figure.passage not in sentences and (figure.indicator, figure.value) not in said:
            kept.append(figure)
            sentences.add(figure.passage)
            said.add((figure.indicator, figure.value))
    return kept
