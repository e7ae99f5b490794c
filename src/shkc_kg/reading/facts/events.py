"""Events: when, where, on what theme, by whom, with which guests; and what belongs to which event."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from shkc_kg.model import Literal, PassageKind, Relation, ScopeReason
from shkc_kg.reading.clauses import clause_of, is_quoted, sentence_of
from shkc_kg.reading.facts.agents import agents
from shkc_kg.reading.facts.hosting import host_place
from shkc_kg.reading.facts.making import Actor, here, link, link_key, span_of, told
from shkc_kg.reading.facts.tense import When, is_future, when
from shkc_kg.reading.grammar import FACILITIES, INSTITUTIONS, PLACES, Verb, names_after, names_before, verbs
from shkc_kg.reading.names import Named
from shkc_kg.reading.names.resolve import EVENT_CLASSES
from shkc_kg.reading.scene import Scene

__all__ = ["event_in_view", "events"]

_VENUES: Final = PLACES | FACILITIES | INSTITUTIONS
_LAST_DAY: Final = frozenset(("闭幕", "落幕", "收官", "落下帷幕"))


def events(scene: Scene) -> Iterator[Relation]:
    """The facts about events that a passage states."""
    for verb in verbs(scene, "hold"):
        yield from _held(scene, verb)
    yield from _meetings(scene)
    yield from _themes(scene)
    yield from _guests(scene)
    yield from _cards(scene)
    yield from _parts_of(scene)


def _held(scene: Scene, verb: Verb) -> Iterator[Relation]:
    """``X在P举办``: dates and place; ``举办X``: dates, and the organizer in front or elided."""
    future = is_future(scene, verb.begin)
    subjects = names_before(scene, verb.begin, EVENT_CLASSES)
    relative = scene.text.startswith("的", verb.end)
    objects = () if subjects or relative else names_after(scene, verb.end, EVENT_CLASSES, listed=True)
    found = tuple(n for n in subjects or objects if not scene.text.startswith("的", n.end))
    if not found:
        yield from _held_in_view(scene, verb, future)
        return
    view = _heading_event(scene)
    places = _places(scene, verb)
    for event in found:
        date = _date_of(scene, event, when(scene, verb.begin if subjects else event.begin))
        if date is not None:
            yield from _dates(scene, event, date, verb, future)
        for place in places:
            yield link(scene, event, "schema:location", place, "hold:place", planned=future)
        if not places:
            yield from _in_heading_place(scene, event, verb, future)
        if view is not None and view[0] != event.key and not _is_edition_of(scene, event.key, view[0]):
            yield link_key(
                scene,
                here(event),
                "schema:superEvent",
                view,
                "heading:event",
                span_of(event, (verb.begin, verb.end)),
                planned=future,
            )
    if subjects or verb.word in _LAST_DAY | {"开幕", "启幕"}:
        return
    for event in found:
        for one in agents(scene, verb.begin):
            if one[0] != event.key and not (view and one[1]):
                words = span_of(event, (verb.begin, verb.end))
                yield link_key(scene, here(event), "schema:organizer", one, "hold:organizer", words, planned=future)


def _date_of(scene: Scene, event: Named, date: When | None) -> When | None:
    """The date told, or the year that an edition's name prints (2021世界集成电路大会), which the report's year is not."""
    edition = scene.things[event.key].edition
    if date is not None and date.told or edition is None or edition.year is None:
        return date
    return When(f"{edition.year:04d}", (event.begin, event.end))


_SPOKEN: Final = re.compile(r"(?:在|于)")


def _meetings(scene: Scene) -> Iterator[Relation]:
    """``2022年1月6日在第一次会议上``: the day of the meeting that a speech was given at."""
    for date in scene.dates:
        m = _SPOKEN.match(scene.text, date.end)
        event = (
            next((n for n in scene.between(m.end(), len(scene.text), EVENT_CLASSES) if n.begin == m.end()), None)
            if m
            else None
        )
        if event is not None and scene.text.startswith("上", event.end) and len(date.edtf) == 10:
            evidence = scene.evidence("meeting", span_of(event, (date.begin, date.end)))
            for prop in ("schema:startDate", "schema:endDate"):
                yield Relation(scene.name(event.key), prop, Literal(date.edtf, "date"), evidence)


def _held_in_view(scene: Scene, verb: Verb, future: bool) -> Iterator[Relation]:
    """``大会在P举行`` speaks of the event of the sentence before, or the one that opens this sentence."""
    event = event_in_view(scene, verb.begin)
    begin, _ = clause_of(scene.text, verb.begin)
    generic = re.match(
        r"(?:本次|本届|此次|该)?(?:大会|论坛|会议|峰会|展会|博览会|大赛)", scene.text[begin : verb.begin]
    )
    if event is None or generic is None or names_after(scene, verb.end, EVENT_CLASSES):
        return
    for place in _places(scene, verb):
        words = span_of(place, (verb.begin, verb.end))
        yield link_key(scene, event, "schema:location", here(place), "hold:place", words, planned=future)


def _heading_event(scene: Scene) -> Actor | None:
    """The event whose heading an item stands under; what items tell is a part of it."""
    subject = scene.subject
    if subject is None or scene.passage.kind is not PassageKind.ITEM:
        return None
    if scene.things[subject.key].cls not in EVENT_CLASSES or scene.passage.id == subject.passage:
        return None
    return subject.key, (subject.passage,), ()


def _is_edition_of(scene: Scene, one: str, other: str) -> bool:
    """Whether two events are editions of one series, or one names the other."""
    first, second = scene.things[one], scene.things[other]
    series = [e.edition.series if e.edition else e.name for e in (first, second)]
    return series[0] == series[1] or (series[1] in first.name and first.edition is not None)


def _in_heading_place(scene: Scene, event: Named, verb: Verb, future: bool) -> Iterator[Relation]:
    """An event that a district's paragraph tells of, with no other place printed, is held in the district."""
    place = host_place(scene)
    if place is None or verb.word == "协办" or scene.passage.id == place.passage:
        return
    where = (place.key, (place.passage,), ())
    words = span_of(event, (verb.begin, verb.end))
    yield link_key(scene, here(event), "schema:location", where, "heading:place", words, planned=future)


def _places(scene: Scene, verb: Verb) -> tuple[Named, ...]:
    """Where an event is held: the names behind 在 in the verb's clause, before it or after it."""
    begin, end = clause_of(scene.text, verb.begin)
    found = []
    for m in re.finditer(r"(?:在|于|移师|落户)", scene.text[begin:end]):
        at = begin + m.end()
        chain = [] if is_quoted(scene.text, at) else [n for n in scene.between(at, end, _VENUES) if n.begin == at]
        while chain and _ends_place(scene, chain[0], verb):
            found.append(chain[0])
            at = chain[0].end
            # a member of the list that is no name is passed over
            glue = re.match(r"(?:[、和与][^,;。、和与]{2,12}?)?[、和与]", scene.text[at:end])
            chain = [n for n in scene.between(at, end, _VENUES) if glue and n.begin in (at + 1, at + glue.end())]
    return tuple(dict.fromkeys(found))


def _ends_place(scene: Scene, place: Named, verb: Verb) -> bool:
    """Whether a place is named in full: 上海 of an unread 上海环球港 is none."""
    rest = scene.text[place.end : verb.begin] if place.end <= verb.begin else ""
    return not rest or rest[0] in "、和与及等(" or len(rest) <= 4 or place.cls not in PLACES


def _dates(scene: Scene, event: Named, date: When, verb: Verb, future: bool) -> Iterator[Relation]:
    """First and last day of an interval; a day is both; closing tells the last day only."""
    name = scene.name(event.key)
    evidence = told(scene, date, "hold:date", event, (verb.begin, verb.end), planned=future)
    first, _, last = date.edtf.partition("/")
    if verb.word in _LAST_DAY:
        if date.told:
            yield Relation(name, "schema:endDate", Literal(last or first, "date"), evidence)
        return
    yield Relation(name, "schema:startDate", Literal(first, "date"), evidence)
    if last or (len(first) == 10 and verb.word not in ("开幕", "启幕", "启动")):
        yield Relation(name, "schema:endDate", Literal(last or first, "date"), evidence)


def event_in_view(scene: Scene, at: int) -> Actor | None:
    """The event that a clause speaks of: printed before in the sentence, or the heading's or earlier sentences'."""
    sentence = sentence_of(scene.text, at)
    printed = [n for n in scene.top if sentence <= n.begin and n.end <= at and n.cls in EVENT_CLASSES]
    if printed:
        return here(printed[-1])
    if scene.subject is not None and scene.things[scene.subject.key].cls in EVENT_CLASSES:
        return scene.subject.key, (scene.subject.passage,), (ScopeReason.COREFERENCE,)
    return None


_THEME: Final = re.compile(
    r"(?:以|围绕|聚焦|紧扣)“(?P<theme>[^“”]{2,60})”(?:为)?(?:这一)?(?:大会|年度|活动)?(?:的)?主题|"
    r"主题(?:为|是|:|\s)\s*“(?P<quoted>[^“”]{2,60})”|主题(?:为|是|:|\s)\s*(?P<label>[^“”。;\n\t]{2,40})"
)


def _themes(scene: Scene) -> Iterator[Relation]:
    """``论坛以“X”为主题``, ``围绕“X”主题``, ``主题:X``."""
    for m in _THEME.finditer(scene.text):
        group = next(g for g, v in m.groupdict().items() if v)
        event = event_in_view(scene, m.start())
        if event is None or re.match(r"等主题|及", scene.text[m.end(group) : m.end(group) + 3]):
            continue
        theme = Literal(scene.passage.text[m.start(group) : m.end(group)].strip(), "zh")
        yield link_key(scene, event, "shkc:theme", theme, "theme", m.span())


_GUEST: Final = re.compile(r"(?:担任|为|任|作为|是)(?:[^,;。]{0,6})?(?:主宾国|主宾省|主宾市|主宾城市|主宾单位|主宾)")
_GUEST_IS: Final = re.compile(r"(?:主宾国|主宾省|主宾市|主宾城市|主宾)(?:和[^,;。]{2,5})?(?:分别)?(?:为|是|由|:)")


def _guests(scene: Scene) -> Iterator[Relation]:
    """``阿联酋和重庆市担任主宾国和主宾省``, ``主宾国为塞尔维亚``, of the event in view."""
    for m in (*_GUEST.finditer(scene.text), *_GUEST_IS.finditer(scene.text)):
        event = event_in_view(scene, m.start())
        if event is None:
            continue
        for guest in names_before(scene, m.start(), PLACES) or names_after(scene, m.end(), PLACES):
            words = span_of(guest, m.span())
            yield link_key(scene, event, "shkc:guestOfHonour", here(guest), "guest of honour", words)


def _cards(scene: Scene) -> Iterator[Relation]:
    """Events that stand below an event's heading as members of a card belong to it."""
    view = _heading_event(scene)
    if view is None or not scene.top:
        return
    covered = sum(n.end - n.begin for n in scene.top)
    if covered < len(scene.text) - 2 - 2 * len(scene.top):
        return
    for one in scene.top:
        if one.cls in EVENT_CLASSES and one.key != view[0]:
            yield link_key(scene, here(one), "schema:superEvent", view, "card:member", (one.begin, one.end))


_AS_PART: Final = re.compile(
    r"(?:作为|是)(?P<wholes>[^,;。]{3,50}?)(?:的)?(?:重要)?(?:载体|组成部分|系列活动之一|配套活动|分会场|分论坛|专场|一部分|重要活动)"
)


def _parts_of(scene: Scene) -> Iterator[Relation]:
    """``作为A暨B闭幕式重要载体,X举行``, ``X是A的重要组成部分``: X belongs to A and to B."""
    for m in _AS_PART.finditer(scene.text):
        wholes = scene.between(m.start("wholes"), m.end("wholes"), EVENT_CLASSES)
        begin, end = clause_of(scene.text, m.start())
        if scene.text[begin : m.start()]:
            one = next((n for n in reversed(scene.between(begin, m.start(), EVENT_CLASSES))), None)
        else:
            _, stop = clause_of(scene.text, end + 1) if end < len(scene.text) else (end, end)
            one = next(iter(scene.between(end, stop, EVENT_CLASSES)), None)
        for whole in wholes if one is not None else ():
            if one is not None and whole.key != one.key:
                yield link(scene, one, "schema:superEvent", whole, "as part")
