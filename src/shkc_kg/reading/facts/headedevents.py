"""Events that a heading names and the sentence below dates and places: ``5月17日至20日在P举行``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from shkc_kg.model import Literal, Relation
from shkc_kg.reading.classes import FACILITIES, INSTITUTIONS, PLACES
from shkc_kg.reading.facts.entries import Entry, in_entries
from shkc_kg.reading.facts.making import here, link_key, told
from shkc_kg.reading.facts.tense import is_future
from shkc_kg.reading.facts.when import When
from shkc_kg.reading.grammar import verbs
from shkc_kg.reading.lines.clauses import clause_of
from shkc_kg.reading.names.resolve import EVENT_CLASSES
from shkc_kg.reading.scene import Scene

__all__ = ["headed_events"]

_VENUES: Final = PLACES | FACILITIES | INSTITUTIONS
_LEAD: Final = re.compile(r"(?:于|将于|拟于|定于)?")
_OPENING: Final = re.compile(r"(?:开幕|启幕|开赛|拉开帷幕)\Z")
_CLOSING: Final = re.compile(r"(?:闭幕|落幕|收官|落下帷幕)\Z")


def headed_events(scenes: Sequence[Scene]) -> Iterator[Relation]:
    """When and where an entry's event is held, told by the clause that opens the passage below it."""
    for scene, entry in in_entries(scenes):
        if entry.whole and scene.things[entry.key].cls in EVENT_CLASSES:
            yield from _held(scene, entry)


def _held(scene: Scene, entry: Entry) -> Iterator[Relation]:
    lead = _LEAD.match(scene.text, entry.at)
    at = lead.end() if lead else entry.at
    date = next((d for d in scene.dates if d.begin == at), None)
    _, end = clause_of(scene.text, at)
    verb = next((v for v in verbs(scene, "hold") if date and date.end < v.begin and v.end == end), None)
    if date is None or verb is None:
        return
    places = scene.between(date.end, verb.begin, _VENUES)
    spoken = scene.text[date.end : verb.begin] if not places else scene.text[date.end : places[0].begin]
    if places and (spoken not in ("在", "于") or places[-1].end != verb.begin):
        return
    if not places and not re.fullmatch(r"[上下]午|正式|隆重|成功|如期|顺利|", spoken):
        return
    planned = is_future(scene, verb.begin)
    when = When(date.edtf, (date.begin, date.end))
    for prop, value in _ends(date.edtf, verb.word):
        proof = told(scene, when, "headed:date", (at, verb.end), planned=planned, subject=entry.actor)
        yield Relation(scene.name(entry.key), prop, Literal(value, "date"), proof)
    for place in places[-1:]:
        words = (at, verb.end)
        yield link_key(scene, entry.actor, "schema:location", here(place), "headed:place", words, planned=planned)


def _ends(edtf: str, verb: str) -> Iterator[tuple[str, str]]:
    """The properties that a date of an event has: both ends of an interval; a day alone by what the verb says of it."""
    first, _, last = edtf.partition("/")
    if not _CLOSING.search(verb):
        yield "schema:startDate", first
    if last or (not _OPENING.search(verb) and len(first) == len("2021-05-31")):
        yield "schema:endDate", last or first
