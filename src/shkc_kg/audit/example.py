"""One sentence as a sheet, for the examples of this package."""

from __future__ import annotations

from shkc_kg.audit.sheet import Sheet, sheets_of
from shkc_kg.reading import read
from shkc_kg.reports import lone_source

__all__ = ["sheet"]


def sheet(sentence: str) -> Sheet:
    """The first passage of a text, read as a text of 2021."""
    return next(iter(sheets_of(read(lone_source(sentence, year=2021))).values()))
