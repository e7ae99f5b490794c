"""What a number says: of what, how much, when. One observation for each stated number."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from shkc_kg.model import Observation, Span, StatKind
from shkc_kg.reading.counting.attended import of_meetings
from shkc_kg.reading.counting.counted import among
from shkc_kg.reading.counting.indicators import bare_measure, indicator_of
from shkc_kg.reading.counting.leftout import with_noun_before
from shkc_kg.reading.counting.members import of_members, of_people
from shkc_kg.reading.counting.nouns import noun_behind
from shkc_kg.reading.counting.plain import plainly
from shkc_kg.reading.counting.prizes import of_prize
from shkc_kg.reading.counting.reach import counted_first, host_of, name_around, phrase_begin
from shkc_kg.reading.counting.refined import of_described, of_each, of_level, of_part, stand_in, with_noun
from shkc_kg.reading.counting.termed import term
from shkc_kg.reading.counting.titled import is_work, words_of_work, work_counted
from shkc_kg.reading.counting.trimming import strip_head, strip_tail
from shkc_kg.reading.counting.withnoun import with_its_noun
from shkc_kg.reading.counting.wording import Read, Words
from shkc_kg.reading.figures.number import Number
from shkc_kg.reading.lexicon import words
from shkc_kg.reading.occasion import as_whole, figure_kind, guaranteed, is_planned, occasion_of
from shkc_kg.reading.phrases import Page
from shkc_kg.reading.scene import Scene
from shkc_kg.reading.tables.tabulated import numbers_a_row
from shkc_kg.reading.whose.attributes import owner_of
from shkc_kg.reading.whose.distribution import Distribution, distributed
from shkc_kg.reading.whose.granted import term_of
from shkc_kg.reading.whose.groups import of_group
from shkc_kg.reading.whose.institute import page_owner, turned_to
from shkc_kg.reading.whose.memory import Memory, Subject, main_event
from shkc_kg.reading.whose.ofwhich import Before
from shkc_kg.reading.whose.owners import kinds_of
from shkc_kg.reading.whose.printedsubject import own_subject
from shkc_kg.reading.whose.prizepage import prize_announced
from shkc_kg.reading.whose.subjects import joins_in, subject_of
from shkc_kg.reading.whose.topics import remember

__all__ = ["observations"]


def observations(scenes: Sequence[Scene], tables: Collection[str] = ()) -> Iterator[Observation]:
    """The observations of a chapter's passages but for ``tables`` (passage ids), in order.

    A number without subject is left for the list of the unread.
    """
    memory = Memory(main=main_event(scenes), owner=page_owner(scenes), prize=prize_announced(scenes))
    before = Before()
    for scene in scenes:
        memory.tell(scene)
        if scene.passage.id not in tables:
            yield from _prose(Page(scene), memory, before)
        memory.note(scene)
        memory.away = turned_to(memory, scene)


_GOES_ON: Final = re.compile(
    r"(?:(?:预计)?(?:今年|去年|(?:19|20)\d{2}年)(?:上半年|下半年|前三季度|全年|底|末)?)?(?:已|将)?(?:达到?|为|突破|超过|增至)\d|(?:占(?!地)|其中|(?:比|较)上年|同比|增长|增速|增幅|居全)"
    r"|[^,;。\d]{4,60}?(?:紧随其后|紧跟其后|次之|分列其后|位居其后)"
)


def _measures_on(page: Page, number: Number, begin: int) -> bool:
    """Whether a part opens with a mere measure, so that it goes on about what the one before counts: ``;成交额[28]亿元``."""
    led = page.undated(begin, number.begin)
    name = page.name_at(begin)
    return bare_measure(strip_tail(strip_head(led))) in words("dependent_measure") or (
        name is not None and led == page.text[begin : name.end]
    )


_REMEMBERED: Final = 24  # numbers of a sentence that later ones look back at


def _prose(page: Page, memory: Memory, before: Before) -> Iterator[Observation]:
    earlier: list[Read] = []
    sentence = -1
    part = (-1, -1)
    spread: Distribution | None = None
    told: set[str] = set()
    stats: dict[Number, StatKind] = {}
    goes_on, edtf = before.follows(page.scene.passage, page.text), ""
    for i, number in enumerate(page.scene.numbers):
        if page.in_name(number) or numbers_a_row(page.scene, number):
            continue
        begin = page.sentence(number.begin)[0]
        if begin != sentence:
            sentence, earlier, spread = begin, before.recalled() if goes_on and begin == 0 else [], None
            part = page.part(number.begin)
        if page.part(number.begin) != part:
            part = page.part(number.begin)
            if not _GOES_ON.match(page.text, part[0]) and not _measures_on(page, number, part[0]):
                earlier, spread = before.recalled() if goes_on else [], None
        if spread is None or number not in spread.words:
            said = [r.words for r in earlier if not r.words.carried]
            spread = distributed(page, i, spread, said) or spread
        made = _of_term(page, memory, i, earlier, spread) or _observe(page, memory, number, earlier, spread)
        if made is None:
            continue
        read, observation = made
        observation = as_whole(observation, stats.get(read.whole) if read.whole else None)
        if goes_on and not page.dates_in(begin, number.begin):
            observation = before.dated(observation)
        if not read.hosted:
            earlier = [*earlier[-_REMEMBERED:], read]
        told.add(read.subject.key)
        stats[number], edtf = observation.stat, edtf or observation.date
        yield observation
    before.note(page.scene.passage, before.recalled() if goes_on else earlier, edtf)
    remember(page, memory, told)


def _of_term(
    page: Page, memory: Memory, at: int, earlier: Sequence[Read], spread: Distribution | None
) -> tuple[Read, Observation] | None:
    """The years in which something is to be done, of whom its figure is: ``双方[三]年内各投入1500万元``."""
    number = page.scene.numbers[at]
    if (told := term(page, number)) is None:
        return None
    made = _observe(page, memory, page.scene.numbers[at + 1], earlier, spread)
    dated = page.date_at(number.begin) is not None  # its figure's words leave it out
    read = Read(number, told, made[0].subject, number.begin, hosted=dated) if made else None
    return (read, _stated(page, number, number.begin, read)) if read else None


_THRESHOLD: Final = re.compile(r"(?P<noun>.{2,}?)(?:高于|超过|超|低于|达到|突破|逾|大于|不低于)[^,]+")


def _measured(earlier: Sequence[Read], number: Number) -> Words | None:
    """What a bare number behind a name measures: the quantity of its kind named before (``经费超百亿元的市有6个``)."""
    for read in reversed(earlier):
        if read.number.kind == number.kind and read.words.base:
            return Words(read.words.base, read.words.base, carried=True)
    last = earlier[-1].words if earlier else None
    if last and last.text.endswith("位次"):
        ranked = last.base or last.text.removesuffix("位次")
        return Words(ranked, ranked, carried=True)
    if last and (m := _THRESHOLD.match(last.base)):
        return Words(m["noun"], m["noun"], carried=True)
    return last


def _observe(
    page: Page, memory: Memory, number: Number, earlier: Sequence[Read], spread: Distribution | None
) -> tuple[Read, Observation] | None:
    """A number with its words and subject; ``None`` where no subject can be told."""
    begin, listed = phrase_begin(page, number, earlier)
    counted = [r for r in earlier if r.number.kind != "ordinal"]
    subject, rest = subject_of(page, memory, begin, number, counted_first(page, begin, number))
    own = own_subject(page, memory, begin, number.begin) is not None
    host, work = host_of(page, begin, number), work_counted(page, number)
    if number.kind == "ordinal" and (around := name_around(page, number)):
        subject = Subject(around.key)
    if host is not None:
        subject, found = Subject(host.key), _measured(counted, number) or Words("")
    elif work is not None:
        subject, found = Subject(work.key), words_of_work(page, begin, number, work)
    elif spread and number in spread.words:
        subject, found = spread.subjects.get(number) or subject, spread.words[number]
    else:
        found = of_prize(indicator_of(page, number, rest, counted, listed, own), number, counted)
        if own and counted and _is_bare(page, number, rest):
            found = _measured(counted, number) or found
        goes_on = listed or found.carried or begin > page.clause(begin)[0] or joins_in(page, number)
        if counted and not own and goes_on and not _alone(page.scene, counted[-1], spread):
            subject = counted[-1].subject
    owned, noun = False, ""
    if not (own or host or work):
        subject, found, owned, noun = _with_owner(page, memory, begin, number, counted, (subject, found))
        subject, found = _of_before(page, memory, begin, number, counted, (subject, found))
    if subject is None or (not own and _POINTS.match(found.text)):
        return None
    whole = _whole(page, begin, number, counted, listed)
    subject, found = of_described(page, number, subject, of_level(of_part(found, counted, whole), counted))
    found = plainly(of_each(found, counted))
    gone_by = number.kind == "duration" and page.text.startswith("来", number.unit_end)
    aside = host is not None or gone_by or among(page, number) is not None
    read = Read(number, found, subject, begin, whole, listed, aside, owned, noun)
    return read, _stated(page, number, begin, read)


def _of_before(
    page: Page, memory: Memory, begin: int, number: Number, counted: Sequence[Read], said: tuple[Subject | None, Words]
) -> tuple[Subject | None, Words]:
    """Subject and words of a figure with the group, the people or the meetings that figures before it tell of."""
    subject, found = said
    for rule in (of_members, of_people, of_meetings):
        subject, found = rule(subject, found, number, counted)
    if number.kind in ("ordinal", "rank", "percent"):
        return subject, found
    subject, found = with_noun_before(page, begin, number, counted, (subject, found))
    return of_group(page, memory, begin, (subject, found), counted)


def _with_owner(
    page: Page, memory: Memory, begin: int, number: Number, counted: Sequence[Read], said: tuple[Subject | None, Words]
) -> tuple[Subject | None, Words, bool, str]:
    """Subject and words of a figure with the thing that has it, whether the figure behind may be of it, too, and its noun."""
    subject, found = said
    if number.kind != "ordinal" and (granting := term_of(page, memory, begin, number.begin)) is not None:
        return granting, found, False, ""
    if number.kind != "ordinal" and (owner := owner_of(page, memory, begin, number)) is not None:
        found = found if owner.subject else with_noun(found, owner.noun)
        return owner.subject or subject, found, owner.subject is not None or subject is None, owner.noun
    if counted and counted[-1].owned and _still(page, counted[-1], number):
        return counted[-1].subject, found, True, ""
    has = counted and counted[-1].noun and kinds_of(page.undated(begin, number.begin))
    if has and _still(page, counted[-1], number):
        return subject, with_noun(found, counted[-1].noun), False, counted[-1].noun
    return (*with_its_noun(page, memory, begin, number, said), False, "")


def _is_bare(page: Page, number: Number, begin: int) -> bool:
    """Whether no word from ``begin`` on says what a number counts: ``经费超百亿元的市有[6]个``."""
    if number.kind == "rank" or among(page, number) is not None or noun_behind(page, number):
        return False
    return not strip_tail(strip_head(page.undated(begin, number.begin)))


_POINTS: Final = re.compile(r"该(?![省市区县])")  # an indicator of something that nobody could tell
_REGIONS_OWN: Final = re.compile(r"全[市省区县国]|本[市省]|我[市省区]|截至|年末")


def _still(page: Page, read: Read, number: Number) -> bool:
    """Whether a number is still about what the one before was said to be of: nothing else is named in between."""
    begin, end = read.number.unit_end, number.begin
    return not page.names_in(begin, end) and not _REGIONS_OWN.search(page.text, begin, end)


def _alone(scene: Scene, read: Read, spread: Distribution | None) -> bool:
    """Whether an earlier number's subject is its own only: one of several that 分别 names, or a titled work."""
    return is_work(scene, read.subject.key) or bool(spread and read.number in spread.subjects)


_WHOLE_LEAD: Final = re.compile(r"[,\s]*其中|[,\s]*(?:包括|含)")


def _whole(page: Page, begin: int, number: Number, earlier: Sequence[Read], listed: bool) -> Number | None:
    """The total that a part belongs to: the number before 其中 with the same unit, if it is as great."""
    if not earlier or number.value is None:
        return None
    if listed and earlier[-1].whole is not None and earlier[-1].number.unit == number.unit:
        return earlier[-1].whole
    clause = page.clause(number.begin)[0]
    if _WHOLE_LEAD.match(page.text, clause, number.begin) or _WHOLE_LEAD.match(page.text, begin, number.begin):
        for read in reversed(earlier):
            same = read.number.unit == number.unit and read.number.value is not None and read.whole is None
            if same and (read.number.value or 0) >= number.value:
                return read.number
    return None


def _stated(page: Page, number: Number, begin: int, read: Read) -> Observation:
    scene, occasion = page.scene, occasion_of(page, number)
    indicator, unit = (read.words.text, number.unit) if read.words.text else stand_in(page, number)
    low, high = guaranteed(number)
    evidence = scene.evidence(
        "quantity",
        (min(begin, number.begin), max(number.unit_end, begin + 1)),
        scope=tuple(dict.fromkeys((*read.subject.scope, *occasion.scope))),
        reasons=tuple(dict.fromkeys((*read.subject.reasons, *occasion.reasons))),
        planned=is_planned(page, number.begin),
    )
    return Observation(
        span=scene.span(number.begin, number.end),
        about=read.subject.key,
        indicator=indicator,
        value=number.value,
        unit=unit,
        bound=number.bound,
        minimum=low,
        maximum=high,
        stat=figure_kind(page, number, begin, indicator, occasion.as_of, read.whole is not None),
        date=occasion.edtf,
        printed=scene.passage.text[number.begin : number.end],
        evidence=evidence,
        whole=_span_of(scene, read.whole),
    )


def _span_of(scene: Scene, number: Number | None) -> Span | None:
    return scene.span(number.begin, number.end) if number is not None else None
