"""Events: when, where, on what theme, by whom, with which guests; and what belongs to which event."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from shkc_kg.model import Literal, PassageKind, Relation, ScopeReason
from shkc_kg.reading.facts.making import Actor, actor, link, link_key, span_of
from shkc_kg.reading.grammar import INSTITUTIONS, PLACES, Verb, When, clause_of, is_future, names_after, names_before, verbs, when
from shkc_kg.reading.names import Named
from shkc_kg.reading.names.resolve import EVENT_CLASSES
from shkc_kg.reading.scene import Scene

__all__ = ["events"]

_THEME: Final = re.compile(r"(?:以|围绕)“(?P<theme>[^“”]{2,60})”(?:为)?主题|主题(?:为|是|[:\s])\s*“?(?P<label>[^“”。;\n\t]{2,40})”?")
_GUEST: Final = re.compile(r"(?:担任|为|任|作为)(?:主宾国|主宾省|主宾市|主宾城市|主宾)")
_TOPIC_LABEL: Final = re.compile(r"^主题[:\s]\s*(?P<theme>[^\t\n]{2,40})")
_VENUES: Final = PLACES | {"Venue", "Museum", "Base", "Facility"} | INSTITUTIONS


def events(scene: Scene) -> Iterator[Relation]:
    """The facts about events that a passage states."""
    for verb in verbs(scene, "hold"):
        yield from _held(scene, verb)
    yield from _themes(scene)
    yield from _guests(scene)
    yield from _members(scene)


def _held(scene: Scene, verb: Verb) -> Iterator[Relation]:
    """``X在P举办``: dates and place; ``举办X``: dates, and the organizer in front or elided."""
    future = is_future(scene, verb.begin)
    subjects = names_before(scene, verb.begin, EVENT_CLASSES)
    objects = () if subjects else names_after(scene, verb.end, EVENT_CLASSES)
    for event in subjects or objects:
        date = when(scene, verb.begin) if subjects else when(scene, event.begin)
        if date is not None:
            yield from _dates(scene, event, date, (verb.begin, verb.end), future)
    for event in subjects or objects:
        for place in _places(scene, verb):
            yield link(scene, event, "schema:location", place, "hold:place", planned=future)
    organizers = _printed_organizers(scene, verb, subjects)
    if verb.word == "开幕" or subjects and not organizers:
        return
    for event in subjects or objects:
        for one in actor(scene, organizers):
            yield _organized(scene, event, one, verb, future)


def _organized(scene: Scene, event: Named, by: Actor, verb: Verb, future: bool) -> Relation:
    return link_key(
        scene, (event.key, (), ()), "schema:organizer", by, "hold:organizer", span_of(event, (verb.begin, verb.end)), planned=future
    )


def _printed_organizers(scene: Scene, verb: Verb, subjects: Sequence[Named]) -> tuple[Named, ...]:
    """``由A、B共同主办``, or the institutions and places in front of ``举办X``."""
    clause, _ = clause_of(scene.text, verb.begin)
    by = re.search(r"由(?=[^,;。]{2,60}$)", scene.text[clause : verb.begin])
    if by:
        return scene.between(clause + by.end(), verb.begin, INSTITUTIONS | PLACES)
    if subjects:
        return ()
    return tuple(
        n
        for n in names_before(scene, verb.begin, INSTITUTIONS | {"Province", "City", "District"})
        if not re.search(r"[在于与]$", scene.text[clause : n.begin])
    )


def _places(scene: Scene, verb: Verb) -> tuple[Named, ...]:
    """Where an event is held: the names behind 在 in the verb's clause, before it or after it."""
    begin, end = clause_of(scene.text, verb.begin)
    found = []
    for m in re.finditer(r"(?:在|于|落户)", scene.text[begin:end]):
        at = begin + m.end()
        chain = [n for n in scene.top if n.begin == at and n.cls in _VENUES and n.end <= end]
        while chain:
            found.append(chain[0])
            at = chain[0].end
            glue = re.match(r"[、和与]", scene.text[at:end])
            chain = [n for n in scene.top if glue and n.begin == at + 1 and n.cls in _VENUES]
    return tuple(dict.fromkeys(found))


def _dates(scene: Scene, event: Named, date: When, verb: tuple[int, int], future: bool) -> Iterator[Relation]:
    """First and last day of an interval; a day, month or year is the start and, for one day, the end too."""
    name = scene.name(event.key)
    spans = [(event.begin, event.end), verb] + ([date.words] if date.words else [])
    evidence = scene.evidence("hold:date", span_of(*spans), scope=date.scope, reasons=date.reasons, planned=future)
    first, _, last = date.edtf.partition("/")
    yield Relation(name, "schema:startDate", Literal(first, "date"), evidence)
    if last or len(first) == 10:
        yield Relation(name, "schema:endDate", Literal(last or first, "date"), evidence)


def _event_in_view(scene: Scene, at: int) -> Actor | None:
    """The event that a clause speaks of: printed before in the sentence, or the heading's."""
    sentence = max((m.end() for m in re.finditer(r"[。;]", scene.text[:at])), default=0)
    printed = [n for n in scene.top if sentence <= n.begin and n.end <= at and n.cls in EVENT_CLASSES]
    if printed:
        return printed[0].key, (), ()
    if scene.subject is not None and scene.things[scene.subject.key].cls in EVENT_CLASSES:
        return scene.subject.key, (scene.subject.passage,), (ScopeReason.COREFERENCE,)
    return None


def _themes(scene: Scene) -> Iterator[Relation]:
    for m in (*_THEME.finditer(scene.text), *_TOPIC_LABEL.finditer(scene.text)):
        group = next(g for g, v in m.groupdict().items() if v)
        event = _event_in_view(scene, m.start())
        if event is None or scene.text[m.end(group) : m.end(group) + 3] in ("等主题",):
            continue
        theme = Literal(scene.passage.text[m.start(group) : m.end(group)].strip(), "zh")
        evidence = scene.evidence("theme", m.span(), scope=event[1], reasons=event[2])
        yield Relation(scene.name(event[0]), "shkc:theme", theme, evidence)


def _guests(scene: Scene) -> Iterator[Relation]:
    """``阿联酋和重庆市担任主宾国和主宾省`` of the event in view."""
    for m in _GUEST.finditer(scene.text):
        event = _event_in_view(scene, m.start())
        if event is None:
            continue
        for guest in names_before(scene, m.start(), PLACES):
            yield link_key(scene, event, "shkc:guestOfHonour", (guest.key, (), ()), "guest of honour", span_of(guest, m.span()))


def _members(scene: Scene) -> Iterator[Relation]:
    """Events that stand below an event's heading as members of a card belong to it."""
    if scene.passage.kind is not PassageKind.ITEM or scene.subject is None:
        return
    whole = scene.subject.key
    if scene.things[whole].cls not in EVENT_CLASSES or len(scene.top) != 1:
        return
    only = scene.top[0]
    if only.cls in EVENT_CLASSES and only.key != whole and only.end - only.begin >= len(scene.text) - 2:
        yield link_key(
            scene, (only.key, (), ()), "schema:superEvent", (whole, (scene.subject.passage,), ()), "card:member", (only.begin, only.end)
        )
