"""Whose a size is that stands alone in its clause: 成员54家 of the alliance just founded, 参展企业610家 of the fair."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from shkc_kg.model import ScopeReason
from shkc_kg.reading.counting.trimming import strip_head
from shkc_kg.reading.figures.number import Number
from shkc_kg.reading.phrases import Page
from shkc_kg.reading.setting.headlined import noun_of
from shkc_kg.reading.whose.levels import OWN_REGION
from shkc_kg.reading.whose.memory import Memory, Subject
from shkc_kg.reading.whose.ofevent import event_of, is_summed
from shkc_kg.reading.whose.owners import Kind, kinds_of, object_of, opening_of, site_kinds, spoken_of, tells_what_it_is
from shkc_kg.reading.whose.parties import founded_with
from shkc_kg.reading.whose.printedsubject import own_subject

__all__ = ["Owner", "made_before", "owner_of"]


@dataclass(frozen=True, slots=True)
class Owner:
    """Who has an attribute: a thing that a clause before names, or the words of what nobody could name."""

    subject: Subject | None = None
    noun: str = ""


_BACK: Final = 5  # clauses
_OBJECT: Final = re.compile(
    r"(?:成立|设立|组建|共建|建立|建设|新建|建成|打造|启动|签订|签署|获批|获颁?|开设|搭建|发起|投入使用|出台|印发|升级|牵头)了?"
    r"(?:[\u4e00-\u9fff]{2}(?:首[个家座支只]|第一[个家支]))?(?P<noun>[\u4e00-\u9fffA-Za-z\d·“”()-]{3,24})\Z"
)
_DESCRIBED: Final = re.compile(
    r"(?:.*的)?(?:全[国省市球]|国内|国家|本?[省市]|[\u4e00-\u9fff]{2,3}?)?首[个家座支只批期]"
)
_OWN_NOUN: Final = re.compile(
    r"(?P<noun>[\u4e00-\u9fffA-Za-z\d·“”()-]{4,30}?)(?:获|由|于|在|通过|正式|顺利|开工|启动|建成|成立|揭牌|落户|主体|封顶|竣工|投产|投用|启用|奠基|动工|完工|底|:|\Z)"
)


def owner_of(page: Page, memory: Memory, begin: int, number: Number) -> Owner | None:
    """Whom the words around a number are about, where they are an attribute of what was told of before."""
    clause, end = page.clause(begin)
    if any(funded := founded_with(page, number)):
        return Owner(*funded)
    if found := event_of(page, memory, clause, end):
        return Owner(found)
    after = page.text[number.unit_end : page.clause(number.unit_end)[1]]
    kinds = kinds_of(page.undated(begin, number.begin)) or (kinds_of("入驻") if _MOVES_IN.fullmatch(after) else ())
    if begin > clause and any(not is_summed(page, n, number.begin) for n in page.names_in(clause, begin)):
        return None
    return _named_before(page, memory, clause, kinds) if kinds else _founded(page, clause)


_MOVES_IN: Final = re.compile(
    r"[\u4e00-\u9fff]{2,8}?(?:首批|已|率先|集中|正式|签约|陆续|相继)*(?:入驻|进驻|落户)"
)  # 甲中心等[9]个团队入驻
_FORETELLS: Final = re.compile(r"(?:计划|预计|拟|力争|建成(?:投产)?后|投产后|达产后|投用后)")
_FOUNDS: Final = re.compile(r"(?:设立|成立|建设|共建|组建|打造|建成|新建|布局)(?:了)?\Z")


def _founded(page: Page, clause: int) -> Owner | None:
    """What the clause before founds, and this one foretells of: ``将设立某中心,计划孵化企业[50]家``."""
    if not _FORETELLS.match(page.text, clause) or clause == page.sentence(clause)[0]:
        return None
    begin, end = page.clause(clause - 1)
    name = spoken_of(page, begin, end, site_kinds())
    return Owner(Subject(name.key)) if name and _FOUNDS.search(page.text, begin, name.begin) else None


def _clauses_before(page: Page, clause: int) -> Iterator[tuple[int, int]]:
    return page.clauses_before(clause, page.sentence(clause)[0], _BACK)


def _named_before(page: Page, memory: Memory, clause: int, kinds: Sequence[Kind]) -> Owner | None:
    goes_on = True
    for begin, end in _clauses_before(page, clause):
        if any(begin <= n.begin < end and n.kind == "count" and n.unit not in _ASIDE for n in page.scene.numbers):
            return None  # 甲、乙等79个重点项目开工,总投资…
        if (found := _told_in(page, memory, begin, end, kinds)) is not None:
            return found
        if OWN_REGION.match(page.undated(begin, end)):
            return None
        goes_on = goes_on and _tells_more(page, begin, end)
    return _brought(page, memory, kinds) or _headed(page, kinds) if goes_on else None


def _tells_more(page: Page, begin: int, end: int) -> bool:
    """Whether a clause only tells more of what the one before it is about: 由某校牵头, 占地500亩."""
    tokens = page.tokens(begin, min(end, begin + 12))
    verb = bool(tokens) and (page.is_verb(tokens[0]) or tokens[0].text in ("为", "由", "在", "将", "系", "是"))
    text = page.text[begin:end]
    return verb or tells_what_it_is(text) or bool(re.match(r"[^,]{2,10}(?:为|由|是|\d)|(?:选址|地处)", text))


def _told_in(page: Page, memory: Memory, begin: int, end: int, kinds: Sequence[Kind]) -> Owner | None:
    """What a clause tells of: its object, the name that opens it, what a word in it points at, or an unnamed noun."""
    text = page.undated(begin, end)
    if tells_what_it_is(text) or _APPOINTED.search(text) or _MADE_BY.fullmatch(text):
        return None
    if (name := object_of(page, begin, end, kinds)) is not None:
        return Owner(Subject(name.key))
    if (noun := _fitting(_OBJECT.search(text[-40:]), kinds)) is not None:
        return Owner(noun=noun)
    if (described := _DONE_BY.search(page.text, begin, end)) is not None:
        name = page.name_at(described.start("noun"))
        fits = name is not None and any(name.cls in kind.classes for kind in kinds)
        noun = _fitting(described, kinds)
        return Owner(Subject(name.key)) if fits and name else Owner(noun=noun) if noun else None
    if (name := opening_of(page, begin, end, kinds)) is not None:
        return Owner(Subject(name.key))
    if (own := own_subject(page, memory, begin, end)) is not None and _fits(page, own[0], kinds):
        return Owner(own[0])
    noun = _fitting(_OWN_NOUN.match(strip_head(text)), kinds)
    return Owner(noun=noun) if noun else None


def _fitting(found: re.Match[str] | None, kinds: Sequence[Kind]) -> str | None:
    """The noun of a match, where it is one of a kind."""
    noun = _DESCRIBED.sub("", found["noun"]) if found is not None else ""
    return noun if len(noun) >= _NOUN and any(kind.ends(noun) for kind in kinds) else None


_ASIDE: Final = ("届", "地", "市", "县", "区", "方", "国", "省")  # 在泾阳、杨凌两地共建某站
_APPOINTED: Final = re.compile(r"(?:任|当选|受聘)[^,]{0,12}(?:主任|院长|所长|理事长|负责人|首席|单位)")
_MADE_BY: Final = re.compile(
    r"[^由]{3,30}(?:承建|共建|参建|代建|牵头|领衔|运营|实施|负责)"
)  # who made it is not what is told of
_NOUN: Final = 3  # code points
# 某所与某大学共建的联合研发中心于9月投入运行
_DONE_BY: Final = re.compile(
    r"(?:共建|合建|合办|建设|牵头|发起|设立|承担|申报|组建|研制|研发|主持|出资|运营|打造)的(?P<noun>[\u4e00-\u9fffA-Za-z\d·“”()-]{4,30}?)"
    r"(?=[”]?(?:项目)?(?:于|在|正式|顺利|通过|获|投入|启用|揭牌|开工|动工|成立|完成|上线|建成|落户|总|规模|首期|占地|\d{1,2}月|已|[,;。]|\Z))"
)


def _fits(page: Page, subject: Subject, kinds: Sequence[Kind]) -> bool:
    thing = page.scene.things.get(subject.key)
    return thing is not None and any(thing.cls in kind.classes for kind in kinds)


def _headed(page: Page, kinds: Sequence[Kind]) -> Owner | None:
    """The heading's noun, where it is one of a kind that no name was read for: below ``3.某中试平台``."""
    heading = next(iter(page.scene.headings), "")
    whole = re.fullmatch(r"(?P<noun>[\u4e00-\u9fffA-Za-z\d“”()-]{6,24})", heading)
    told = noun_of(heading)
    noun = told if told and any(kind.ends(told) for kind in kinds) else None if told else _fitting(whole, kinds)
    noun = noun if page.scene.subject is None else None
    return Owner(noun=noun) if noun else None


def _brought(page: Page, memory: Memory, kinds: Sequence[Kind]) -> Owner | None:
    """What the sentence before brought in, where nothing stands between: ``建成某中心。占地[50]亩``."""
    brought = memory.brought
    if brought is None or brought.end != page.scene.passage.extent.begin:
        return None
    if not _fits(page, brought.subject, kinds):
        return None
    return Owner(Subject(brought.subject.key, brought.subject.scope, (ScopeReason.COREFERENCE,)))


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
