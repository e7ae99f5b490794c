"""Events held: when, where, and by whom where the clause itself says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from shkc_kg.model import Literal, Relation
from shkc_kg.reading.classes import FACILITIES, INSTITUTIONS, PLACES
from shkc_kg.reading.facts.agents import agents
from shkc_kg.reading.facts.headings import plans
from shkc_kg.reading.facts.hosting import host_place
from shkc_kg.reading.facts.leads import lead_in
from shkc_kg.reading.facts.making import Actor, here, link_key, span_of, told
from shkc_kg.reading.facts.tense import is_future
from shkc_kg.reading.facts.view import event_above, event_in_view, is_whole
from shkc_kg.reading.facts.when import When, when
from shkc_kg.reading.grammar import Verb, in_name, names_after, names_before, verbs
from shkc_kg.reading.lines.clauses import clause_of, is_quoted, sentence_of
from shkc_kg.reading.names import Named
from shkc_kg.reading.names.resolve import EVENT_CLASSES
from shkc_kg.reading.scene import Scene

__all__ = ["holding"]

_VENUES: Final = PLACES | FACILITIES | INSTITUTIONS
_LAST_DAY: Final = ("闭幕", "落幕", "收官", "落下帷幕")
_FIRST_DAY: Final = ("开幕", "启幕", "启动", "拉开帷幕", "开赛")


def holding(scene: Scene) -> Iterator[Relation]:
    """Dates, places, organizers and wholes of the events that a passage says are held."""
    for verb in verbs(scene, "hold"):
        yield from _held(scene, verb)
    yield from _meetings(scene)


def _held(scene: Scene, verb: Verb) -> Iterator[Relation]:
    """``X在P举办``: dates and place; ``举办X``: dates, and the organizer in front or elided."""
    subjects = names_before(scene, verb.begin, EVENT_CLASSES) or _spoken_of(scene, verb)
    if subjects and _HOLDS.match(scene.text, verb.end):
        return  # 大会将举办12场活动: it holds what is told behind
    relative = scene.text.startswith("的", verb.end)
    objects = () if subjects or relative else names_after(scene, verb.end, EVENT_CLASSES, listed=True)
    found = tuple(n for n in subjects or objects if is_whole(scene, n))
    if not found:
        yield from _held_in_view(scene, verb)
    for event in found:
        date = _date_of(scene, event, when(scene, verb.begin if subjects else event.begin))
        if _EVERY.search(scene.text, clause_of(scene.text, verb.begin)[0], verb.begin):
            date = None  # 每月举办X
        yield from _told(scene, here(event), date, verb, span_of(event, (verb.begin, verb.end)))
        yield from _part_of_heading(scene, event, verb)
        if not subjects and not verb.word.endswith(_LAST_DAY + _FIRST_DAY):
            yield from _organized(scene, event, verb)


_EVERY: Final = re.compile(r"每(?:[两二三四五]|半)?(?:个)?[年月周季]")
_HOLDS: Final = re.compile(r"(?:了)?(?:\d+|[一二三四五六七八九十两数几多上百]+余?)(?:多|余)?[场个项次类家期]")


def _spoken_of(scene: Scene, verb: Verb) -> tuple[Named, ...]:
    """The event of the clauses before: ``由A主办的X,将于11月1日在P举行``; ``X以“Y”为主题,于5月在P举办``."""
    begin, _ = clause_of(scene.text, verb.begin)
    first = sentence_of(scene.text, verb.begin)
    printed = any(begin <= d.begin and d.end <= verb.begin for d in scene.dates)
    if (
        begin == first
        or not printed
        or not _ENDS.match(scene.text, verb.end)
        or lead_in(scene, begin, verb.begin) != ""
    ):
        return ()
    events = scene.between(first, begin, EVENT_CLASSES)
    held = any(
        events and events[-1].end <= v.begin < begin and _ENDS.match(scene.text, v.end) and not _is_hosting(v)
        for v in verbs(scene, "hold")
    )
    if not events or held:
        return ()  # 新闻发布会举行,…,于11月3日在P举办: it is something else that will be held
    described = len(events) == 1 and scene.text[first : events[0].begin][-1:] in ("", "的")
    hosted = scene.text.startswith("由", events[-1].end)
    return events[-1:] if described or hosted or events[-1].end == begin - 1 else ()


def _is_hosting(verb: Verb) -> bool:
    """Whether a verb tells by whom an event is held rather than that it is: 主办, 承办, 协办."""
    return verb.word.endswith("办") and not verb.word.endswith("举办")


_ENDS: Final = re.compile(r"了?(?:[,;。、:!)\n]|$)")
_GENERIC: Final = re.compile(r"(?:本次|本届|此次|该|这次)?(?:大会|论坛|会议|峰会|展会|博览会|大赛|活动)")


def _held_in_view(scene: Scene, verb: Verb) -> Iterator[Relation]:
    """``大会在P举行``, ``本次大会为期两天,7日闭幕`` speak of the event of the sentences before."""
    event = event_in_view(scene, verb.begin)
    begin, _ = clause_of(scene.text, verb.begin)
    first = sentence_of(scene.text, verb.begin)
    generic = _GENERIC.match(scene.text, begin, verb.begin)
    if generic is None and lead_in(scene, begin, verb.begin) == "":
        generic = _GENERIC.match(scene.text, first, begin)
    # 22日,大会还将举行揭牌仪式: what it holds there is something else
    if event is None or generic is None or not _ENDS.match(scene.text, verb.end):
        return
    date = when(scene, verb.begin, own_year=False)
    own = date if date is not None and date.words is not None else None
    yield from _told(scene, event, own, verb, (generic.start(), verb.end))


def _told(scene: Scene, event: Actor, date: When | None, verb: Verb, words: tuple[int, int]) -> Iterator[Relation]:
    """The dates and the place that a clause tells of an event; the heading's place where it prints none."""
    future = is_future(scene, verb.begin)
    if date is not None and not (_is_hosting(verb) and _TO_BE_HELD.match(scene.text, verb.end)):
        yield from _dates(scene, event, date, verb, words)
    places = _places(scene, verb)
    for place in places:
        span = span_of(words, place)
        yield link_key(scene, event, "schema:location", here(place), "hold:place", span, planned=future)
    host = host_place(scene)
    if not places and not event[1] and host is not None and verb.word != "协办" and scene.passage.id != host.passage:
        where = (host.key, (host.passage,), ())
        yield link_key(scene, event, "schema:location", where, "heading:place", words, planned=future)


# 某会由A主办,将于12月在P举行: when is told behind
_TO_BE_HELD: Final = re.compile(r"[^。;]{0,40}[,、](?:将|拟|定|计划|预计)于")


def _date_of(scene: Scene, event: Named, date: When | None) -> When | None:
    """The date told, or the year that an edition's name prints (2021世界集成电路大会) rather than the report's."""
    edition = scene.things[event.key].edition
    printed = scene.text[event.begin : event.end]
    if (date is not None and date.told) or edition is None or edition.year is None or str(edition.year) not in printed:
        return date
    return When(f"{edition.year:04d}", (event.begin, event.end))


# X开幕式在P举行: of the event's first or last day only
_SESSION: Final = re.compile(r"[开闭]幕(?:式|仪式|会|大会)")


def _session(scene: Scene, begin: int, end: int) -> re.Match[str] | None:
    """The opening or closing of an event that a clause tells of, where it is no part of the event's name."""
    found = _SESSION.search(scene.text, begin, end)
    return found if found is not None and not in_name(scene, *found.span()) else None


def _dates(scene: Scene, event: Actor, date: When, verb: Verb, words: tuple[int, int]) -> Iterator[Relation]:
    """First and last day of an interval; a day is both; opening tells the first day only, closing the last."""
    name, future = scene.name(event[0]), is_future(scene, verb.begin)
    evidence = told(scene, date, "hold:date", words, planned=future, subject=event)
    first, _, last = date.edtf.partition("/")
    session = _session(scene, words[0], verb.begin)
    if verb.word.endswith(_LAST_DAY) or (session and session[0].startswith("闭")):
        if date.told:
            yield Relation(name, "schema:endDate", Literal(last or first, "date"), evidence)
        return
    yield Relation(name, "schema:startDate", Literal(first, "date"), evidence)
    day = len(first) == 10 and not verb.word.endswith(_FIRST_DAY) and not _is_hosting(verb)
    if session:
        return
    if last or (day and not name.endswith(("周", "月"))):
        yield Relation(name, "schema:endDate", Literal(last or first, "date"), evidence)


def _part_of_heading(scene: Scene, event: Named, verb: Verb) -> Iterator[Relation]:
    """Items below an event's heading tell of its parts; another edition of it is none."""
    whole = event_above(scene)
    if whole is None or whole[0] == event.key or _is_edition_of(scene, event.key, whole[0]):
        return
    words, future = span_of(event, (verb.begin, verb.end)), is_future(scene, verb.begin)
    yield link_key(scene, here(event), "schema:superEvent", whole, "heading:event", words, planned=future)


def _is_edition_of(scene: Scene, one: str, other: str) -> bool:
    """Whether two events are editions of one series, or one names the other."""
    first, second = scene.things[one], scene.things[other]
    series = [e.edition.series if e.edition else e.name for e in (first, second)]
    return series[0] == series[1] or (series[1] in first.name and first.edition is not None)


_ALONGSIDE: Final = re.compile(r"其间|会期|同期|(?:会|坛|展|周|节|赛|届|活动|大会)期间")


def _organized(scene: Scene, event: Named, verb: Verb) -> Iterator[Relation]:
    """``A、B举办X``; below an event's heading nobody is put in the place of an organizer left out.

    Nor is the region of a day's news, nor anybody of what is held at another event (``其间,将举办X``).
    """
    unsaid = scene.news or (scene.year is None and not plans(scene))
    view = event_above(scene)
    aside = _ALONGSIDE.search(scene.text, sentence_of(scene.text, verb.begin), verb.begin)
    for one in agents(scene, verb.begin):
        elided = bool(one[1] or one[2])
        if one[0] != event.key and not (elided and (view or aside or unsaid)):
            words, future = span_of(event, (verb.begin, verb.end)), is_future(scene, verb.begin)
            yield link_key(scene, here(event), "schema:organizer", one, "hold:organizer", words, planned=future)


def _is_place(scene: Scene, one: Actor) -> bool:
    return scene.things[one[0]].cls in PLACES


def _places(scene: Scene, verb: Verb) -> tuple[Named, ...]:
    """Where an event is held: the names behind 在 in the verb's clause, before it or after it."""
    begin, end = clause_of(scene.text, verb.begin)
    found: list[Named] = []
    for m in re.finditer(r"(?:在|于|移师|落户)", scene.text[begin:end]):
        at = begin + m.end()
        place = None if is_quoted(scene.text, at) else _venue_at(scene, at, end)
        while place is not None and _ends_place(scene, place, verb):
            found.append(place)
            # a member of the list that is no name is passed over
            glue = re.match(r"(?:[、和与][^,;。、和与]{2,12}?)?[、和与]", scene.text[place.end : end])
            after = {place.end + 1, place.end + glue.end()} if glue else set()
            place = next((p for p in (_venue_at(scene, at, end) for at in sorted(after)) if p is not None), None)
    if (
        len(found) > 1
        and _IN_TURN.search(scene.text, begin, found[0].begin)
        and "、" in scene.text[begin : found[0].begin]
    ):
        return ()  # A、B、C学术年会将陆续在甲、乙、丙举行: each in one of them
    return tuple(dict.fromkeys(found))


_IN_TURN: Final = re.compile(r"陆续|分别|先后|相继|依次")


def _venue_at(scene: Scene, at: int, end: int) -> Named | None:
    """The place that begins at a place of the text; the inner one of 四川德阳."""
    found = None
    for name in scene.between(at, end, _VENUES):
        if name.begin != at:
            break
        found, at = name, name.end
    return found


def _ends_place(scene: Scene, place: Named, verb: Verb) -> bool:
    """Whether a place is named in full: 上海 of an unread 上海环球港 is none."""
    rest = scene.text[place.end : verb.begin] if place.end <= verb.begin else ""
    return not rest or rest[0] in "、和与及等(" or len(rest) <= 4 or place.cls not in PLACES


def _meetings(scene: Scene) -> Iterator[Relation]:
    """``2022年1月6日在第一次会议上``: the report opens a meeting, which may go on for days."""
    for date in scene.dates:
        m = re.match(r"(?:在|于)", scene.text[date.end : date.end + 1])
        event = _event_at(scene, date.end + 1) if m and len(date.edtf) == 10 else None
        if event is not None and scene.text.startswith("上", event.end):
            evidence = scene.evidence("meeting", span_of(event, (date.begin, date.end)))
            yield Relation(scene.name(event.key), "schema:startDate", Literal(date.edtf, "date"), evidence)


def _event_at(scene: Scene, at: int) -> Named | None:
    first = next(iter(scene.between(at, len(scene.text), EVENT_CLASSES)), None)
    return first if first is not None and first.begin == at else None
