"""Facts by topic: each module turns a scene into relations, memberships or claims."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from shkc_kg.model import Fact, Thing
from shkc_kg.reading.facts.cameabout import came_about
from shkc_kg.reading.facts.claims import claims
from shkc_kg.reading.facts.cooperation import cooperation
from shkc_kg.reading.facts.editions import editions
from shkc_kg.reading.facts.elections import elections
from shkc_kg.reading.facts.events import events
from shkc_kg.reading.facts.outcomes import outcomes
from shkc_kg.reading.facts.parts import parts
from shkc_kg.reading.facts.support import support
from shkc_kg.reading.facts.titles import title_facts
from shkc_kg.reading.facts.works import works
from shkc_kg.reading.names import Names
from shkc_kg.reading.scene import Scene

__all__ = ["facts_of"]

_TOPICS: tuple[Callable[[Scene], Iterable[Fact]], ...] = (
    parts,
    events,
    came_about,
    works,
    title_facts,
    cooperation,
    support,
    outcomes,
    claims,
)


def facts_of(scenes: Sequence[Scene], names: Names) -> tuple[tuple[Fact, ...], tuple[Thing, ...]]:
    """The facts of all scenes, and the things that only facts make (series of editions)."""
    found: list[Fact] = list(elections(scenes))
    for scene in scenes:
        for topic in _TOPICS:
            found += topic(scene)
    facts, series = editions(scenes, names)
    return (*found, *facts), series
