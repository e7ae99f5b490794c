"""Whose the figures of a fair, contest or ceremony are: 参展企业610家, 观众5万人次, 现场签约项目41个."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from shkc_kg.model import ScopeReason
from shkc_kg.reading.classes import EVENTS, PLACES
from shkc_kg.reading.counting.trimming import strip_head
from shkc_kg.reading.figures.bounds import alternatives
from shkc_kg.reading.figures.number import Number
from shkc_kg.reading.lexicon import words
from shkc_kg.reading.names import Named
from shkc_kg.reading.phrases import Page
from shkc_kg.reading.whose.memory import Memory, Subject
from shkc_kg.reading.whose.shortevent import is_short_for

__all__ = ["event_lasting", "event_of", "event_told", "is_of_the_news", "is_summed", "speaks_of_others"]

_BACK: Final = 5  # clauses
_SURE: Final = re.compile(
    r"现场(?:共|集中|达成|签|发布|观众|设)|(?:参展|参会|与会|到会|参赛|展区|展览面积|展出面积|观展|展位|分会场|分论坛|平行论坛|主题论坛|总决赛|嘉宾|圆桌)"
)
_THIS: Final = re.compile(r"(?:本次|本届|此次)[^,]{0,5}?(?:会|论坛|展|活动|赛|仪式)")
_GATHERS: Final = re.compile(
    r"(?:\d[\d.]*[个家项](?:[\u4e00-\u9fff]{2,6})(?:签约|亮相|发布)|(?:共)?(?:吸引|评出|决出|促成|签约|发布|设立?|邀请|报名|来自|嘉宾|参与))"
)


def event_of(page: Page, memory: Memory, clause: int, end: int) -> Subject | None:
    """The event that 现场签约, 参展企业 or 与会代表 belong to: named in the sentence, or just before."""
    text = page.text[clause:end]
    strong = _SURE.search(text) or _THIS.match(text)
    if not strong and not _GATHERS.match(strip_head(page.undated(clause, end))):
        return None
    if any(n.cls in EVENTS for n in page.names_in(clause, end)):
        return None
    if (named := _named_before(page, clause)) is not None:
        return _meant(page, memory) if _is_title(page, memory) or _is_short(page, memory, named) else named
    if not (strong or any(_SURE.search(page.text, *c) for c in _clauses_before(page, clause))):
        return None
    return _meant(page, memory)


def _is_short(page: Page, memory: Memory, named: Subject) -> bool:
    """Whether a name is a short form of that of the event at hand: 科博会."""
    held = memory.near_event(page.scene)
    return held is not None and is_short_for(page.scene.name(named.key), page.scene.name(held[0]))


@cache
def _figures() -> re.Pattern[str]:
    return re.compile(alternatives(tuple(words("event_figure"))))


@cache
def _deals() -> re.Pattern[str]:
    return re.compile(alternatives(tuple(words("event_deal"))))


def event_told(page: Page, memory: Memory, number: Number) -> Subject | None:
    """The event whose figure a number is that no clause gives a subject to: ``据主办方统计,观众达[5]万人次``.

    What two bodies sign is theirs, not the event's; and what a clause between tells of may have the figure.
    """
    clause, end = page.clause(number.begin)
    if _OURS.search(page.text, clause, end):
        return None
    for begin, stop in ((clause, end), *_clauses_before(page, clause)):
        others = _others(page, begin, stop)
        sent = _SENDS.search(page.text, clause, number.begin)
        joined = begin == clause and not sent and _JOINED.search(page.text, number.unit_end, stop)
        if (begin == clause or not others) and (joined or _figures().search(page.text, begin, stop)):
            return _told_of(page, memory, clause)
        if others:
            return None
        if _deals().search(page.text, begin, stop):
            return _told_of(page, memory, clause)
    first, last = page.sentence(number.begin)
    ahead = _SURE.search(page.text, end, min(last, end + _AHEAD)) and not _others(page, first, end)
    return _told_of(page, memory, clause) if ahead else None


_OURS: Final = re.compile(r"我[市省区县州]|本[市省]")  # 我市企业参与完成的项目: told of a region
_AHEAD: Final = 60  # code points behind a clause in which its sentence tells that it speaks of an event


# 1200余名学子线上线下参加, 30家单位参加了本次活动
_JOINED: Final = re.compile(
    r"(?:参加|参与|出席|到会|到场|列席|参观)了?\Z|(?:参加|参与|出席)了?(?:此次|本次|本届|这次)?[^,;。]{0,4}?"
    r"(?:展会|展览|大会|峰会|论坛|会议|比赛|大赛|活动|仪式|开幕|闭幕|启动|典礼|年会)"
)


_TO: Final = re.compile(r"参加|参展|参会|赴")
_SENDS: Final = re.compile(r"组织|选派|选送|推荐|遴选|率领?|带领")  # 组织21家企业参加: somebody's deed


def _others(page: Page, begin: int, end: int) -> bool:
    """Whether a clause tells of somebody or something other than an event: who signs, what is opened."""
    names = page.names_in(begin, end)
    return any(n.cls not in _ASIDE and not is_summed(page, n, end) for n in names)


_LIST_ENDS: Final = re.compile(
    r"[^,;。]{0,60}?等(?:(?:约|近|超|逾)?\d|(?:多家|一批)?(?:企业|公司|高校|院校|院所|单位|机构)(?!家))"
)


def is_summed(page: Page, name: Named, end: int) -> bool:
    """Whether a name is one of a list that a number sums: ``甲公司、乙公司等[492]家企业``."""
    if name.cls == "Project" and _QUOTED_LIST.match(page.text, name.end, end):
        return True
    listed = page.text.startswith(("、", "等", "和", "及", "以及", "与", "的"), name.end)
    return listed and _LIST_ENDS.match(page.text, name.end, end + 4) is not None


_QUOTED_LIST: Final = re.compile(r"”(?:[、和及与]?“[^”]{1,40}”){0,12}等?\d+[个项]")  # “甲”“乙”[7]个项目获奖
_ASIDE: Final = EVENTS | PLACES | {"Person", "Venue"}  # what an event may have in its clause without being about it


_SHOWN: Final = frozenset(("Exposition", "Competition", "Festival"))
_OF_REGION: Final = re.compile(
    r"去年|上年|前年|今年(?:以来|来|[上下]半年|[一二三1-3]至?|前|,)|近年来|这[几两三]年|多年来|[一二三四五六七八九十\d]年来|全年|年内|目前|截至|季度|“十[二三四]五”"
    r"|20\d\d年|我[市省区县]|全[市省区县国]|本[市省]|当地|介绍|表示|[^听小学传]说,"
)


_EDITION: Final = re.compile(r"第[\d一二三四五六七八九十]+届|首届|20\d\d(?!年度)")
_HONOURS: Final = re.compile(r"(?:奖励|表彰|代表|工作|动员|庆祝)大会\Z|(?:工作|代表)会议\Z")


def is_of_the_news(page: Page, memory: Memory, number: Number) -> Subject | None:
    """The event that news is about from end to end, but for what is told of a period, a place or a body.

    A meeting without editions (全市科技创新大会) has others tell of the region.
    """
    if not page.scene.news:
        return None
    if not _is_title(page, memory) and (named := _named_before(page, page.clause(number.begin)[0], number)):
        return named
    main = page.scene.things.get(memory.main[0]) if memory.main else None
    shown = main is not None and (
        main.cls in _SHOWN or (_EDITION.search(main.name) is not None and not _HONOURS.search(main.name))
    )
    return _meant(page, memory) if shown and not speaks_of_others(page, number) else None


def speaks_of_others(page: Page, number: Number) -> bool:
    """Whether a sentence tells of a period, of its region, or of a body before one of its numbers."""
    first, end = page.sentence(number.begin)
    clause, stop = page.clause(number.begin)
    if _SENDS.search(page.text, clause, number.begin) and _TO.search(page.text, number.unit_end, stop):
        return True
    quoted = page.text.startswith("“", first) and page.name_at(first) is None
    spoken = quoted or _OF_REGION.search(page.text, first, end) is not None
    return spoken or _others(page, first, number.begin)


_LASTS: Final = re.compile(r"(?:为期|历时|会期|展期|赛期)[^,]{0,4}\Z")


def event_lasting(page: Page, memory: Memory, number: Number) -> Subject | None:
    """The event that lasts some days: ``为期[三]天的某某大会``, ``大会为期[3]天``."""
    led = page.text[max(0, number.begin - 6) : number.begin]
    if number.kind != "duration" or number.unit not in ("天", "日", "周") or not _LASTS.search(led):
        return None
    at = number.unit_end + page.text.startswith("的", number.unit_end)
    name = page.name_at(at)
    if name is not None and name.cls in EVENTS:
        return Subject(name.key)
    return _named_before(page, page.clause(number.begin)[0]) or _meant(page, memory)


def _clauses_before(page: Page, clause: int) -> list[tuple[int, int]]:
    return list(page.clauses_before(clause, page.sentence(clause)[0], _BACK))


def _named_before(page: Page, clause: int, number: Number | None = None) -> Subject | None:
    """The event that the nearest clause before names; for a number, where nothing else is named since."""
    for begin, end in _clauses_before(page, clause):
        events = [n for n in page.names_in(begin, end) if n.cls in EVENTS and not _is_counted(page, n)]
        name = None if any(page.text.startswith("、", n.end) for n in events) else next(iter(events), None)
        if name is not None:
            left = number and (
                _others(page, name.end, number.begin) or _OF_REGION.search(page.text, name.end, number.begin)
            )
            return None if left else Subject(name.key)
    return None


_COUNT: Final = re.compile(r"[\d余多]+(?:[个场项]|大)\Z")


def _is_counted(page: Page, name: Named) -> bool:
    """Whether a name only tells what is counted: 2场AI创新创业大赛."""
    return _COUNT.search(page.text, max(0, name.begin - 6), name.begin) is not None


def _is_title(page: Page, memory: Memory) -> bool:
    """Whether a passage is the title of what a later one calls by its full name."""
    return not memory.first and memory.main is not None and memory.main[1] != page.scene.passage.id


def _told_of(page: Page, memory: Memory, clause: int) -> Subject | None:
    """The event that the clauses before name, but for a short name in the title; else the one that is meant."""
    named = None if _is_title(page, memory) else _named_before(page, clause)
    return named or _meant(page, memory)


def _meant(page: Page, memory: Memory) -> Subject | None:
    """The event that passages before this one tell of."""
    if (recent := memory.main if _is_title(page, memory) else memory.near_event(page.scene)) is None:
        return None
    return Subject(recent[0], (recent[1],) if recent[1] != page.scene.passage.id else (), (ScopeReason.COREFERENCE,))
