"""The audit: does a report agree with itself? Its counts with its lists, its sums, its calendar, what it says twice."""

from __future__ import annotations

from itertools import chain

from shkc_kg.audit.calendar import calendar
from shkc_kg.audit.cards import cards
from shkc_kg.audit.enumerations import enumerations
from shkc_kg.audit.repeats import repeats
from shkc_kg.audit.sheet import sheets_of
from shkc_kg.audit.sums import sums
from shkc_kg.model import Finding, Reading

__all__ = ["audit"]


def audit(reading: Reading) -> tuple[Finding, ...]:
    """All comparisons of a chapter with itself, in the order of the text; nothing is repaired."""
    sheets = sheets_of(reading)
    order = {key: place for place, key in enumerate(sheets)}
    found = dict.fromkeys(
        chain(enumerations(sheets), cards(sheets), sums(sheets), calendar(reading, sheets), repeats(reading))
    )
    return tuple(sorted(found, key=lambda f: (order[f.quotes[0].passage], f.quotes[0].span, f.kind)))
