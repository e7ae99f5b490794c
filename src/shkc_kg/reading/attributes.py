"""Whose a size is that stands alone in its clause: 成员54家 of the alliance just founded, 参展企业610家 of the fair."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import cache
from typing import Final

from shkc_kg.reading.classes import FACILITIES
from shkc_kg.reading.lexicon import attributes
from shkc_kg.reading.memory import Memory, Subject
from shkc_kg.reading.names import Named
from shkc_kg.reading.number import Number
from shkc_kg.reading.ofevent import event_of
from shkc_kg.reading.phrases import Page
from shkc_kg.reading.trimming import strip_head

__all__ = ["Owner", "made_before", "owner_of"]


@dataclass(frozen=True, slots=True)
class Owner:
    """Who has an attribute: a thing that a clause before names, or the words of what nobody could name."""

    subject: Subject | None = None
    noun: str = ""


_BACK: Final = 5  # clauses
_PREFIX: Final = re.compile(r"(?:首批|现有|拥有|预计|计划|共|已|可|将|项目|建成后|当年|目前|其)*")
_OBJECT: Final = re.compile(
    r"(?:成立|设立|组建|共建|建设|新建|建成|打造|启动|签订|签署|获批|获颁?|开设|搭建|发起|投入使用|出台|印发|升级|牵头)了?"
    r"(?:[\u4e00-\u9fff]{2}(?:首[个家座支只]|第一[个家支]))?(?P<noun>[\u4e00-\u9fffA-Za-z\d·“”()-]{3,24})\Z"
)
_DESCRIBED: Final = re.compile(
    r"(?:.*的)?(?:全[国省市球]|国内|国家|本?[省市]|[\u4e00-\u9fff]{2,3}?)?首[个家座支只批期]"
)
_OWN_NOUN: Final = re.compile(
    r"(?P<noun>[\u4e00-\u9fffA-Za-z\d·“”()-]{4,30}?)(?:获|由|于|在|通过|正式|顺利|开工|启动|建成|成立|揭牌|落户|:|\Z)"
)


@cache
def _table() -> tuple[tuple[str, Set[str], re.Pattern[str]], ...]:
    made = []
    for word, classes, nouns in attributes():
        wanted = {c for cls in classes for c in (FACILITIES if cls == "@facility" else (cls,))}
        made.append((word, frozenset(wanted), re.compile(rf"(?:{nouns})[”]?\Z")))
    return tuple(sorted(made, key=lambda row: -len(row[0])))


def owner_of(page: Page, memory: Memory, begin: int, number: Number) -> Owner | None:
    """Whom the words around a number are about, where they are an attribute of what a clause before tells of."""
    clause, end = page.clause(begin)
    led = strip_head(page.undated(begin, number.begin))
    if found := event_of(page, memory, clause, end):
        return Owner(found)
    led = led[_PREFIX.match(led).end() :]  # type: ignore[union-attr]
    row = next((row for row in _table() if led.startswith(row[0])), None)
    if row is None or (begin > clause and page.names_in(clause, begin)):
        return None
    return _named_before(page, clause, row[1], row[2])


def _clauses_before(page: Page, clause: int) -> Iterator[tuple[int, int]]:
    return page.clauses_before(clause, page.sentence(clause)[0], _BACK)


def _fitting(page: Page, begin: int, end: int, classes: Set[str]) -> Named | None:
    """The last name of some classes in a clause that nothing but a few words follows, or that opens it."""
    names = [n for n in page.names_in(begin, end) if n.cls in classes]
    last = next((n for n in reversed(names) if _closes(page, n, end)), None)
    if last is not None:
        return last
    return names[0] if names and names[0].begin - begin <= _LEAD else None


def _closes(page: Page, name: Named, end: int) -> bool:
    return len(_BRACKETS.sub("", page.text[name.end : end])) <= _TAIL and not page.names_in(name.end, end)


_BRACKETS: Final = re.compile(r"\([^()]{0,40}\)")
_TAIL: Final = 8  # code points behind a name that is its clause's object: …中心二期
_LEAD: Final = 12  # in front of one that is its subject: 位于某地的


def _named_before(page: Page, clause: int, classes: Set[str], nouns: re.Pattern[str]) -> Owner | None:
    for begin, end in _clauses_before(page, clause):
        if any(begin <= n.begin < end and n.kind == "count" and n.unit != "届" for n in page.scene.numbers):
            return None  # 甲、乙等79个重点项目开工,总投资…
        if (name := _fitting(page, begin, end, classes)) is not None:
            return Owner(Subject(name.key))
        text = page.undated(begin, end)
        object_ = _OBJECT.search(text[-40:])
        for m in (object_, _OWN_NOUN.match(strip_head(text))):
            if m is None:
                continue
            noun = _DESCRIBED.sub("", m["noun"])
            if nouns.search(noun) and len(noun) >= 3:
                return Owner(noun=noun)
        if not _told_of(page, begin, end):
            return None
    return None


def _told_of(page: Page, begin: int, end: int) -> bool:
    """Whether a clause only tells more of what the one before it is about: 项目法人单位为某校, 占地500亩."""
    text = page.text[begin:end]
    tokens = page.tokens(begin, min(end, begin + 12))
    verb = bool(tokens) and (page.is_verb(tokens[0]) or tokens[0].text in ("为", "由", "在", "将", "系", "是"))
    return verb or bool(re.match(r"[^,]{2,10}(?:为|由|是|\d)", text))


_MADE: Final = re.compile(r"(?:打造|建成|建设|推出|上线|搭建|开发|设立|成立)(?:了)?[“]?\Z")
_FILLED: Final = re.compile(r"接入|集成|汇集|整合|收录|入驻|上架|覆盖")


def made_before(page: Page, begin: int) -> Subject | None:
    """What the clause before made and this one fills: ``打造“云上科普馆”,接入…9家科普场馆``."""
    start = page.clause(begin)[0]
    if start == 0 or not _FILLED.match(page.text, start):
        return None
    before, end = page.clause(start - 1)
    made = [n for n in page.names_in(before, end) if n.end >= end - 1 and _MADE.search(page.text, before, n.begin)]
    return Subject(made[-1].key) if made else None
