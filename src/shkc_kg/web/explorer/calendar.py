"""The dated facts of the reports, read once a build: what happened when, and which sentence says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from shkc_kg.web.asking import Found, ask_once
from shkc_kg.web.explorer.dates import year_month
from shkc_kg.web.site import Site

__all__ = ["Calendar", "Dated", "calendar_of", "in_time"]


@dataclass(frozen=True, slots=True)
class Dated:
    """A thing that began, was published, founded, opened ... at a date (EDTF), as a sentence says."""

    thing: str
    property: str
    date: str
    where: str


@dataclass(frozen=True, slots=True)
class Calendar:
    """All dated facts in the order of time, the same by thing, and the query that found them."""

    days: tuple[Dated, ...]
    by_thing: Mapping[str, tuple[Dated, ...]]
    found: Found


def in_time(dated: Dated) -> tuple[int, int, str, str, str]:
    """What to sort dated facts by; of a year, what has no month comes last."""
    year, month = year_month(dated.date)
    return (year, month or 13, dated.date, dated.thing, dated.property)


async def calendar_of(site: Site) -> Calendar:
    """The calendar of the graph that is published now; of a thing's dates of one kind only the most exact."""
    edition = site.edition

    async def read() -> Calendar:
        found = await ask_once(site, edition, "calendar")
        best: dict[tuple[str, str, tuple[int, int]], Dated] = {}
        for row in found:
            date = row["date"].text + (f"/{row['end'].text}" if "end" in row else "")
            dated = Dated(row["thing"].text, row["property"].text, date, row["where"].text)
            key = (dated.thing, dated.property, year_month(date))
            if key not in best or len(date) > len(best[key].date):
                best[key] = dated
        days = tuple(sorted(best.values(), key=in_time))
        by_thing: dict[str, list[Dated]] = defaultdict(list)
        for dated in days:
            by_thing[dated.thing].append(dated)
        return Calendar(days, {thing: tuple(held) for thing, held in by_thing.items()}, found)

    return await edition.once("calendar", read)
