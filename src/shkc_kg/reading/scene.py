"""A passage as the rules for facts see it: text, names, dates, numbers, and what it hangs from."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, takewhile
from typing import Final

from shkc_kg.model import Evidence, Passage, PassageKind, ScopeReason, Span
from shkc_kg.reading.calendar.clock import Clock
from shkc_kg.reading.calendar.countedyears import mere_dates
from shkc_kg.reading.calendar.dates import DateAtom, dates_in
from shkc_kg.reading.classes import PLACES
from shkc_kg.reading.figures.numbers import NotQuantity, Number, numbers_in
from shkc_kg.reading.figures.numerals import HAN_DIGITS
from shkc_kg.reading.lines.headline import DAY_LED, is_dated
from shkc_kg.reading.lines.text import fold
from shkc_kg.reading.names import Named, Names
from shkc_kg.reading.names.candidate import Words
from shkc_kg.reading.names.resolve import Resolved
from shkc_kg.reading.setting.dateline import is_stamp
from shkc_kg.reading.setting.headingsubject import DESIGNATION, heading_subject

__all__ = ["TIME_LED", "Scene", "Supplied", "scenes_of"]


@dataclass(frozen=True, slots=True)
class Supplied:
    """A thing or date that a heading or list lead gives to the passages below it, and the passage it stands in.

    ``opens`` tells of what the sentence before names that it is its subject.
    """

    key: str
    passage: str
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """One passage with all that was read in it.

    ``subject`` and ``place`` come from ``headings`` (their texts, nearest first); ``region`` is the key of the
    report's region (elided 全市), ``guessed`` where only the places named in news or in an
    office's report suggest it; ``news`` tells that the text reports on a day rather than on its year;
    ``past`` is the last year that it looks back on, ``now`` that of its 今年; ``title`` is the zone that the text's title opens with,
    ``spoken`` what the sentence before names; ``quoted`` tells that somebody's words go on from it.
    """

    passage: Passage
    text: str
    words: Words
    names: tuple[Named, ...]
    dates: tuple[DateAtom, ...]
    numbers: tuple[Number, ...]
    skipped: tuple[NotQuantity, ...]
    year: int | None
    region: str | None
    guessed: bool = False
    subject: Supplied | None = None
    place: Supplied | None = None
    title: Supplied | None = None
    when: tuple[DateAtom, str] | None = None
    news: bool = False
    past: int | None = None
    now: int | None = None
    over_years: bool = False
    ahead: bool = False
    counted: bool = False
    unsaid: bool = False
    things: Mapping[str, Resolved] = field(default_factory=dict)
    headings: tuple[str, ...] = ()
    quoted: bool = False
    spoken: tuple[Supplied, ...] = ()
    top: tuple[Named, ...] = field(init=False)

    def __post_init__(self) -> None:
        """``top`` are the names that stand inside no other, in order."""
        object.__setattr__(self, "top", tuple(n for n in self.names if not n.nested))

    def name(self, key: str) -> str:
        """The canonical name of a thing."""
        return self.things[key].name

    def between(self, begin: int, end: int, classes: Iterable[str] | None = None) -> tuple[Named, ...]:
        """The outer names that lie in a stretch, of the given classes."""
        first = bisect_left(self.top, begin, key=lambda n: n.begin)
        inside = takewhile(lambda n: n.begin < end, islice(self.top, first, None))
        return tuple(n for n in inside if n.end <= end and (classes is None or n.cls in classes))

    def evidence(
        self,
        rule: str,
        *spans: tuple[int, int],
        scope: Sequence[str] = (),
        reasons: Sequence[ScopeReason] = (),
        planned: bool = False,
    ) -> Evidence:
        """Evidence in this passage: stretches of its text as spans of the original."""
        made = tuple(self.passage.span(b, e) for b, e in spans if e > b)
        return Evidence(self.passage.id, made or (self.passage.extent,), rule, tuple(scope), tuple(reasons), planned)

    def span(self, begin: int, end: int) -> Span:
        return self.passage.span(begin, end)


TIME_LED: Final = re.compile(
    r"【?(?:(?:19|20)\d\d年?度?|今年)?(?:前?(?:\d{1,2}|[一二两三四五六七八九十]{1,2})(?:[-—~至到]\d{1,2})?个?月份?|[上下]半年|[一二三四前]{1,2}三?季度)?"
)  # what may stand before a title's zone


@dataclass(frozen=True, slots=True)
class _Headings:
    """What the headings so far give to the passages below them, by the heading's passage."""

    texts: dict[str, str] = field(default_factory=dict)
    subjects: dict[str, Named] = field(default_factory=dict)
    dates: dict[str, DateAtom] = field(default_factory=dict)
    goals: dict[str, str] = field(default_factory=dict)
    zones: dict[str, Named] = field(default_factory=dict)
    speech: set[int] = field(default_factory=set)

    def lead(self, passage: Passage, text: str, *, review: bool) -> None:
        """Remembers a sentence that puts all below its heading into the future: ``今年要重点做好以下工作``."""
        if _SPEAKS.search(text) or passage.extent.begin in self.speech:
            self.speech.add(passage.extent.end)
        goals = _GOALS.search(text) or (review and _ITS_GOALS.search(text))
        if goals and not _REACHED.search(text):
            self.goals[passage.scope[0] if passage.scope else ""] = text

    def above(self, passage: Passage) -> tuple[str, ...]:
        """The texts above a passage, nearest first, a sentence that announces goals before the heading it stands below."""
        made = [text for p in passage.scope for text in (self.goals.get(p), self.texts.get(p)) if text]
        return (*made, self.goals[""]) if "" in self.goals else tuple(made)

    def add(self, passage: Passage, text: str, names: Sequence[Named], dates: Sequence[DateAtom]) -> None:
        opening = next((n for n in names if not n.nested), None) if not self.texts else None
        if opening is not None and TIME_LED.fullmatch(text[: opening.begin]):
            # 杭州高新区科技局2024年工作总结 is of the zone, too
            zone = next((n for n in names if n.begin == opening.begin and n.cls in ("FunctionalZone", "Park")), None)
            named = zone is not None and not DESIGNATION.search(text, zone.begin, zone.end)
            if zone is not None and named and (zone is opening or opening.cls == "GovernmentBody"):
                self.zones[passage.id] = zone
        if (subject := heading_subject(names, text)) is not None:
            self.subjects[passage.id] = subject
        within = not self.texts and len(dates) == 1 and _MONTHS.fullmatch(dates[0].edtf)
        whole = bool(dates) and (dates[0].begin, dates[0].end) == (0, len(text)) and not _STAMP.fullmatch(text)
        if within or whole or (dates and dates[0].begin == 0 and is_dated(text) and not is_stamp(text)):
            self.dates[passage.id] = dates[0]
        self.texts[passage.id] = text

    def title(self, passage: Passage) -> Supplied | None:
        """The zone that a text's title opens with, as it is what the text is about: 宁波高新区2023年创新情况."""
        top = passage.scope[-1] if passage.scope else ""
        return Supplied(self.zones[top].key, top) if top in self.zones else None

    def supplied(self, passage: Passage, classes: Collection[str] | None = None) -> Supplied | None:
        """The nearest subject above a passage, of the given classes."""
        above = ((self.subjects[p], p) for p in passage.scope if p in self.subjects)
        return next((Supplied(n.key, p) for n, p in above if classes is None or n.cls in classes), None)

    def date(self, passage: Passage) -> tuple[DateAtom, str] | None:
        return next(((self.dates[p], p) for p in passage.scope if p in self.dates), None)


_MONTHS: Final = re.compile(r"\d{4}-\d\d/\d{4}-\d\d")  # a title of some months rules its text: 上半年运行情况
_STAMP: Final = re.compile(r"\d{4}([-/.])\d{1,2}\1\d{1,2}")  # the day of a page rather than of what it tells
_GOALS: Final = re.compile(
    r"(?:今年|明年|来年|新的一年|下一年|下一步|下一阶段|今后|未来[一二三四五六七八九十\d]+年|20\d\d年)[^。;]{0,60}?"
    r"(?:主要(?:预期)?目标|预期目标|工作目标|重点任务|主要任务|重点工作|(?:重点|着力|全力)(?:抓好|做好|推进)|以下[^。;]{0,8}(?:工作|方面|任务))"
)
_ITS_GOALS: Final = re.compile(r"主要(?:预期)?目标(?:是|为|:)")  # of the year in which a review of the last one is read
_SPEAKS: Final = re.compile(r"(?:说|表示|指出|强调|认为|介绍|透露|告诉记者)[,:]")
_REACHED: Final = re.compile(r"完成|实现了|超额|圆满|回顾|取得")
_TITLE: Final = re.compile(r"《[^》]*》")


def _taken(text: str, dates: Sequence[DateAtom]) -> list[tuple[int, int]]:
    """Stretches whose digits are no numbers: dates, and titles."""
    led = DAY_LED.match(text) if is_dated(text) else None
    day = [(0, led.end())] if led else []
    return day + [*mere_dates(text, dates)] + [m.span() for m in _TITLE.finditer(text)]


def scenes_of(
    passages: Sequence[Passage], names: Names, clocks: Mapping[str, Clock], regions: Mapping[str, str | None]
) -> tuple[Scene, ...]:
    """The scenes of a chapter's passages, in order; ``clocks`` and ``regions`` (keys) are those of each passage."""
    headings = _Headings()
    return tuple(_scene(p, names, clocks.get(p.id, Clock()), regions.get(p.id), headings) for p in passages)


def _scene(passage: Passage, names: Names, clock: Clock, region: str | None, headings: _Headings) -> Scene:
    """A passage's scene; a heading's own is added to the headings for what follows."""
    text, found, when = fold(passage.text), names.mentions[passage.id], headings.date(passage)
    dates = dates_in(text, clock.year, _headed(clock, when[0] if when else None))
    numbers, skipped = _outside_names(text, *numbers_in(text, _taken(text, dates)), found)
    above = headings.above(passage)
    if passage.kind is PassageKind.HEADING:
        headings.add(passage, text, found, dates)
    else:
        headings.lead(passage, text, review=clock.past is not None and clock.past != clock.now)
    return Scene(
        passage=passage,
        text=text,
        words=names.words[passage.id],
        names=found,
        dates=dates,
        numbers=numbers,
        skipped=skipped,
        year=clock.year,
        region=region,
        subject=headings.supplied(passage),
        place=headings.supplied(passage, PLACES),
        title=headings.title(passage),
        when=when,
        news=clock.news,
        past=clock.past,
        now=clock.now,
        over_years=clock.over_years,
        ahead=clock.ahead,
        counted=clock.counted,
        unsaid=clock.unsaid,
        things=names.things,
        headings=above,
        quoted=passage.extent.begin in headings.speech,
    )


def _headed(clock: Clock, date: DateAtom | None) -> Clock:
    """The clock below a heading that is a month (5月): bare days and months are of it."""
    made = clock.copy()
    if date is not None and date.edtf[:4].isdigit():
        made.year = int(date.edtf[:4])
        made.month = int(date.edtf[5:7]) if len(date.edtf) >= 7 else made.month
    return made


_SIZES: Final = frozenset(("length", "mass", "area", "power", "energy", "data", "frequency"))


def _counts_in_name(text: str, number: Number) -> bool:
    """Whether a number says something although a name holds it: 12英寸试验线, “十大技术攻关项目”, “某某”20条新政."""
    before = text[number.begin - 1 : number.begin]
    opens = number.kind == "feature" and before in ("“", "")
    return number.kind == "ordinal" or number.kind in _SIZES or opens or (number.kind == "count" and before == "”")


def _outside_names(
    text: str, numbers: Sequence[Number], skipped: Sequence[NotQuantity], names: Sequence[Named]
) -> tuple[tuple[Number, ...], tuple[NotQuantity, ...]]:
    """The numbers that are no part of a name (but for its ordinal or size), and all other digits with their reason."""
    named = bytearray(len(text))
    for name in names:
        named[name.begin : name.end] = b"\1" * (name.end - name.begin)
    inside = [n for n in numbers if all(named[n.begin : n.end]) and not _counts_in_name(text, n)]
    others = [NotQuantity(n.begin, n.end, "part of a name") for n in inside]
    others += [replace(s, reason="part of a name") if all(named[s.begin : s.end]) else s for s in skipped]
    for title in _TITLE.finditer(text):
        digits = re.finditer(rf"\d+|[{HAN_DIGITS}]+", title[0])
        others += [NotQuantity(title.start() + m.start(), title.start() + m.end(), "in a title") for m in digits]
    kept = tuple(n for n in numbers if n not in inside)
    return kept, tuple(sorted(others, key=lambda s: s.begin))
