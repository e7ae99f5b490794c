"""A number as it stands in a text."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from shkc_kg.model import Bound, StatKind

__all__ = ["Number"]


@dataclass(frozen=True, slots=True)
class Number:
    """A number as printed in a folded passage text.

    ``begin``..``end`` covers bound words, digits and percent sign; ``unit_end`` is where the unit ends.
    ``value`` is in base units, ``None`` when vague; ``high`` is the upper end of a range.
    ``stat`` is set where the form alone tells it (share, rank, ordinal, duration).
    """

    begin: int
    end: int
    unit_end: int
    value: Decimal | None
    unit: str
    kind: str
    bound: Bound
    high: Decimal | None = None
    stat: StatKind | None = None
