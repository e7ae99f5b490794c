"""When things came about that a page tells of: the thing itself, and what facts lead to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from shkc_kg.web.explorer.calendar import Calendar, Dated, in_time
from shkc_kg.web.explorer.things.groups import Group, Told
from shkc_kg.web.explorer.things.said import Ledger, Said

__all__ = ["Moment", "timeline"]


@dataclass(frozen=True, slots=True)
class Moment:
    """A dated fact of the thing itself (``via`` is empty), or of one that is tied to it by the property ``via``."""

    dated: Dated
    via: str
    said: Said


def timeline(iri: str, told: Told, calendar: Calendar, ledger: Ledger) -> tuple[Moment, ...]:
    """The moments of a thing in the order of time; a thing that is tied in two ways is told once."""
    seen: dict[Dated, Moment] = {}
    for dated, via in _dated(iri, told.into, calendar):
        seen.setdefault(dated, Moment(dated, via, ledger.said(dated.where)))
    return tuple(sorted(seen.values(), key=lambda moment: in_time(moment.dated)))


def _dated(iri: str, groups: tuple[Group, ...], calendar: Calendar) -> Iterator[tuple[Dated, str]]:
    yield from ((dated, "") for dated in calendar.by_thing.get(iri, ()))
    for group in groups:
        for evidence in group.values:
            yield from ((dated, group.property) for dated in calendar.by_thing.get(evidence.other.text, ()))
