"""What came about: founded, unveiled, opened, settled, approved, when, by whom and where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from shkc_kg.model import Relation
from shkc_kg.reading.facts.making import actor, dated, link_key, span_of
from shkc_kg.reading.grammar import INSTITUTIONS, PLACES, Verb, clause_of, is_future, names_after, names_before, verbs, when
from shkc_kg.reading.names import Named
from shkc_kg.reading.names.resolve import EVENT_CLASSES
from shkc_kg.reading.scene import Scene

__all__ = ["came_about"]

_MADE: Final = (
    INSTITUTIONS
    | {"Platform", "Laboratory", "InnovationCentre", "Museum", "Base", "Venue", "Facility", "FunctionalZone", "Park"}
    | {"Fund", "Project", "Programme", "Award", "Plan", "Initiative"}
)
_COMES: Final = _MADE | {"MediaWork", "Film", "Broadcast"}
_FOUNDERS: Final = INSTITUTIONS | {"Province", "City", "District"}


def came_about(scene: Scene) -> Iterator[Relation]:
    """Dates on which things came about, their founders, and the place of the paragraph they stand in."""
    for verb in verbs(scene, "found"):
        yield from _founded(scene, verb)
    for verb in verbs(scene, "come"):
        yield from _came(scene, verb)


def _founded(scene: Scene, verb: Verb) -> Iterator[Relation]:
    """``X成立`` and ``A成立X``: the object, where there is one, is what was founded."""
    if re.match(r"(?:于|在)?(?:代表处|办事处|分支机构|分中心)", scene.text[verb.end :]):
        return
    future = is_future(scene, verb.begin)
    objects = names_after(scene, verb.end, _MADE)
    made = objects or names_before(scene, verb.begin, _MADE)
    date = when(scene, verb.begin)
    for thing in made:
        if date is not None:
            yield from dated(scene, thing, verb.prop, date, f"came:{verb.word}", (verb.begin, verb.end), future)
        if objects:
            yield from _founders(scene, thing, verb, future)
    yield from _located(scene, made, verb, future)


def _founders(scene: Scene, thing: Named, verb: Verb, future: bool) -> Iterator[Relation]:
    founders = tuple(n for n in names_before(scene, verb.begin, _FOUNDERS))
    clause, _ = clause_of(scene.text, verb.begin)
    founders = tuple(n for n in founders if not re.search(r"[在于]$", scene.text[clause : n.begin]))
    for one in actor(scene, founders) if founders else ():
        yield link_key(
            scene, (thing.key, (), ()), "schema:founder", one, "founder", span_of(thing, (verb.begin, verb.end), *founders), planned=future
        )


def _came(scene: Scene, verb: Verb) -> Iterator[Relation]:
    future = is_future(scene, verb.begin)
    subjects = names_before(scene, verb.begin, _COMES)
    rest = scene.text[verb.end :]
    if verb.word in ("建成", "启动", "启动建设", "开工建设", "开通", "引进") or not subjects and verb.word in ("获批",):
        objects = names_after(scene, verb.end, _COMES)
        subjects = objects or subjects
    if not subjects or re.match(r"(?:仪式|大会|典礼)", rest):
        return
    date = when(scene, verb.begin)
    for thing in subjects:
        if date is not None:
            yield from dated(scene, thing, verb.prop, date, f"came:{verb.word}", (verb.begin, verb.end), future)
    yield from _located(scene, subjects, verb, future)


def _located(scene: Scene, things: tuple[Named, ...], verb: Verb, future: bool) -> Iterator[Relation]:
    """Where it came about: a printed place (``落户上海``, ``在上海揭牌``), else the heading's place."""
    begin, end = clause_of(scene.text, verb.begin)
    printed = [
        n
        for n in scene.between(begin, end, PLACES)
        if scene.text[:n.begin].endswith(("在", "于", verb.word)) and n not in things and scene.things[n.key].cls != "Country"
    ]
    for thing in things:
        if scene.things[thing.key].cls in EVENT_CLASSES | {"Programme", "Plan", "Award", "Project", "MediaWork", "Film", "Broadcast"}:
            continue
        prop = "schema:containedInPlace" if thing.cls in ("Park", "FunctionalZone") else "schema:location"
        for place in printed:
            yield link_key(scene, (thing.key, (), ()), prop, (place.key, (), ()), "came:place", span_of(thing, place), planned=future)
        if not printed and scene.place is not None and scene.place.key != thing.key:
            where = (scene.place.key, (scene.place.passage,), ())
            yield link_key(scene, (thing.key, (), ()), prop, where, "heading:place", span_of(thing, (verb.begin, verb.end)), planned=future)
