"""Facts by topic: each module turns a scene into relations, memberships or claims."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from shkc_kg.model import Fact, Relation, ScopeReason, Thing
from shkc_kg.reading.facts.acceptance import acceptance
from shkc_kg.reading.facts.achieved import achieved
from shkc_kg.reading.facts.builtby import built_by
from shkc_kg.reading.facts.cameabout import came_about
from shkc_kg.reading.facts.claims import claims
from shkc_kg.reading.facts.contents import contents
from shkc_kg.reading.facts.cooperation import cooperation
from shkc_kg.reading.facts.deepening import deepening
from shkc_kg.reading.facts.described import described
from shkc_kg.reading.facts.discourse import event_times, in_view
from shkc_kg.reading.facts.editions import editions
from shkc_kg.reading.facts.elections import elections
from shkc_kg.reading.facts.events import events
from shkc_kg.reading.facts.fields import fields
from shkc_kg.reading.facts.headedevents import headed_events
from shkc_kg.reading.facts.holding import holding
from shkc_kg.reading.facts.honours import honours
from shkc_kg.reading.facts.hosting import hosting
from shkc_kg.reading.facts.labelled import labelled
from shkc_kg.reading.facts.ledby import led_by
from shkc_kg.reading.facts.namedplace import named_places
from shkc_kg.reading.facts.offices import offices
from shkc_kg.reading.facts.organizers import organizers
from shkc_kg.reading.facts.outcomes import outcomes
from shkc_kg.reading.facts.parts import openings, parts
from shkc_kg.reading.facts.people import people
from shkc_kg.reading.facts.posts import posts
from shkc_kg.reading.facts.since import since
from shkc_kg.reading.facts.support import support
from shkc_kg.reading.facts.titles import title_facts
from shkc_kg.reading.facts.works import works
from shkc_kg.reading.names import Names
from shkc_kg.reading.scene import Scene

__all__ = ["facts_of"]

_TOPICS: tuple[Callable[[Scene], Iterable[Fact]], ...] = (
    holding,
    events,
    organizers,
    came_about,
    built_by,
    since,
    works,
    title_facts,
    cooperation,
    deepening,
    acceptance,
    offices,
    honours,
    support,
    hosting,
    contents,
    fields,
    people,
    posts,
    led_by,
    outcomes,
    achieved,
    claims,
)


def facts_of(scenes: Sequence[Scene], names: Names) -> tuple[tuple[Fact, ...], tuple[Thing, ...]]:
    """The facts of all scenes, and the things that only facts make (series of editions)."""
    times = event_times(fact for scene in scenes for fact in holding(scene))
    found: list[Fact] = list(elections(scenes))
    known = openings(names.things)
    seen = in_view(scenes, times)
    found += labelled(seen)
    found += described(seen)
    found += headed_events(seen)
    for scene in seen:
        found += parts(scene, known)
        found += named_places(scene)
        for topic in _TOPICS:
            found += topic(scene)
    facts, series = editions(scenes, names)
    return (*_kept(found), *facts), series


_HOSTS: Final = frozenset(("by", "role", "label"))  # rules that read who holds an event, rather than with whom
_VAGUE: Final = frozenset((ScopeReason.REPORT_YEAR, ScopeReason.REPORT_REGION))


def _is_vague(fact: Relation) -> bool:
    """Whether only the report's year dates a thing, or its region stands for an organizer left out."""
    reasons = fact.evidence.reasons
    region = ScopeReason.REPORT_REGION in reasons and fact.predicate == "schema:organizer"
    return ScopeReason.REPORT_YEAR in reasons or region


def _kept(facts: Sequence[Fact]) -> Iterator[Fact]:
    """Each relation of a passage once, none of a thing to itself.

    Nor a date of the report's year, or its region as organizer, where the text tells a date or an organizer.
    """
    told = {
        (f.subject, f.predicate)
        for f in facts
        if isinstance(f, Relation) and not _VAGUE & set(f.evidence.reasons) and not f.evidence.planned
        if f.predicate != "schema:organizer" or f.evidence.rule in _HOSTS
    }
    seen = set()
    for fact in facts:
        if isinstance(fact, Relation):
            key = (fact.evidence.passage, fact.subject, fact.predicate, fact.object)
            vague = _is_vague(fact) and (fact.subject, fact.predicate) in told
            if key in seen or fact.subject == fact.object or vague:
                continue
            seen.add(key)
        yield fact
