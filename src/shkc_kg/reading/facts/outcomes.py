"""What events, programmes, bodies and regions brought about: things, or results in the words of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from shkc_kg.model import Literal, PassageKind, Relation, ScopeReason
from shkc_kg.reading.classes import FACILITIES, INSTITUTIONS, PLACES, ZONES
from shkc_kg.reading.clauses import clause_of, clauses_before, is_quoted, sentence_of
from shkc_kg.reading.facts.agents import came_itself, elided_agent, is_speech, own_body, region_agent
from shkc_kg.reading.facts.discourse import opening
from shkc_kg.reading.facts.leads import acts, lead_in
from shkc_kg.reading.facts.making import Actor, here, link_key
from shkc_kg.reading.facts.tense import is_future
from shkc_kg.reading.grammar import names_after, names_before
from shkc_kg.reading.names import Named
from shkc_kg.reading.names.resolve import EVENT_CLASSES
from shkc_kg.reading.numbers import Number
from shkc_kg.reading.scene import Scene

__all__ = ["outcomes"]

_BROUGHT: Final = re.compile(
    r"(?:揭牌|挂牌)?成立|设立|揭牌|发布|签约|签订|落地|落户|启动|首发|首映|签署|亮相|揭晓|上线|评选产生"
)
_BROUGHT_ABOUT: Final = FACILITIES | frozenset(
    [
        "Policy",
        "Agreement",
        "Publication",
        "Award",
        "Fund",
        "Alliance",
        "ResearchInstitute",
        "Institution",
        "Programme",
        "Project",
        "Plan",
        "Initiative",
        "MediaWork",
        "Film",
        "Broadcast",
        "FunctionalZone",
        "Park",
    ]
)
_PARTIES: Final = INSTITUTIONS | FACILITIES | ZONES  # sign and publish at an event
_RESULTS: Final = re.compile(r"成果|成效|亮点|收获")
_ACHIEVED: Final = (
    r"新增|选举产生|产生|实现|达成|完成|签约|签署|举办|组织|落地|引进|引育|获批|获得|获|建成|培训|培养|推广|征集|评选|转化|对接|发布|授权|当选|净增|"
    r"认定|孵化|吸引|惠及|接待|培育|招引|累计|发放|服务|汇聚|集聚|发表"
)
_VERBS: Final = re.compile(rf"{_ACHIEVED}|共|累计|全年|已|[,;。余多+近超逾约\s]")
_ACHIEVES: Final = re.compile(
    rf"[”》]?(?:项目|活动|平台)?(?:在(?![孵建研库校岗营职])[^,;。]{{2,10}}?)?(?:共|累计|已|成功|全年|共计|先后|陆续|新|又|分别|合计|年内)*(?:{_ACHIEVED})(?!(?:和|及|、)?在建|的)"
)
# what an elided region does; 接待 or 服务 is done by some body that the text has named before
_PUBLIC: Final = re.compile(
    r"(?:共|累计|已|成功|全年|共计|先后|陆续|新|又|合计)*(?:新增|支持|举办|组织|组建|认定|培育|培养|引进|引育|招引|获批|获得|获|建成|评选|征集|发放|落地|签约|登记|布局|选派|资助|净增|发布|对接)(?!(?:和|及|、)?在建)"
)
_MONEY: Final = re.compile(
    r"(?!投资)[\u4e00-\u9fff]{0,6}(?:交易额|成交额|金额|(?<!投资)总额|合同额|签约额)(?:共)?(?:达|超|近|逾|约|突破)*"
)
_CHOSEN: Final = re.compile(r"[^,;。]{0,12}?(?:当选|获批|入选|获评)")
_UNCOUNTED: Final = frozenset(["ordinal", "rank", "vague", "percent", "feature", "place", "length", "duration", "date"])
_SUBJECTS: Final = (
    INSTITUTIONS
    | FACILITIES
    | EVENT_CLASSES
    | frozenset(
        ["Province", "City", "District", "FunctionalZone", "Park", "Programme", "Project", "Plan", "Fund", "Initiative"]
    )
)


def outcomes(scene: Scene) -> Iterator[Relation]:
    """Things that came about at an event, and counted results as text."""
    yield from _at_event(scene)
    yield from _counted(scene)
    yield from _achieved(scene)


def _event(scene: Scene) -> Actor | None:
    subject = scene.subject
    if subject is None or scene.things[subject.key].cls not in EVENT_CLASSES:
        return None
    return subject.key, (subject.passage,), (ScopeReason.COREFERENCE,)


def _at_event(scene: Scene) -> Iterator[Relation]:
    """``论坛上,世界顶尖科学大奖设立``; the items below an event's 主要成果."""
    event, opened = _event(scene), opening(scene)
    item = scene.passage.kind is PassageKind.ITEM
    if event is None or (not item and opened is None):
        return
    found = False
    for m in _BROUGHT.finditer(scene.text):
        if any(n.begin <= m.start() < n.end for n in scene.top) or is_quoted(scene.text, m.start()):
            continue
        if scene.text.startswith("的", m.end()):
            continue  # 2001年成立的X was there before
        for fact in _brought(scene, event, m):
            found = True
            yield fact
    if item and not found and _below_results(scene) and not scene.numbers:
        yield from _in_words(scene, event, 0)
    elif opened is not None and not found and _comes_about(scene, opened[0]):
        yield from _in_words(scene, event, min(opened[0] + 1, len(scene.text) - 1))
    elif opened is not None:
        yield from _unnamed(scene, event, opened[0])


def _comes_about(scene: Scene, at: int) -> bool:
    """Whether the first clause behind 会上 tells that something came about: ``一批项目签约``, not ``介绍了即将启动的项目``."""
    begin, end = clause_of(scene.text, min(at + 1, len(scene.text) - 1))
    found = _BROUGHT.finditer(scene.text, begin, end)
    return any(
        not (scene.text.startswith("的", m.end()) or is_quoted(scene.text, m.start()) or is_future(scene, m.start()))
        for m in found
    )


def _brought(scene: Scene, event: Actor, m: re.Match[str]) -> Iterator[Relation]:
    """The things in the clause of a verb that are made, shown or signed there, whichever side they stand on."""
    signs = m[0] in ("签约", "签订", "签署", "发布")
    chosen = names_before(scene, m.start(), _BROUGHT_ABOUT - _PARTIES if signs else _BROUGHT_ABOUT)
    if not chosen and m[0] not in ("落户", "落地"):  # what stands behind these is the place
        chosen = names_after(scene, m.end(), _BROUGHT_ABOUT)
        if chosen and _MEMBERS.search(scene.text[m.end() : chosen[0].begin]):
            return  # 发布49项“X”行动重点任务 are things of X, not X
    if signs and all(n.cls in INSTITUTIONS | PLACES for n in chosen):
        return
    for thing in chosen:
        if thing.key != event[0]:
            words = (min(thing.begin, m.start()), max(thing.end, m.end()))
            yield link_key(
                scene, event, "shkc:outcome", here(thing), "event:outcome", words, planned=is_future(scene, m.start())
            )


_MEMBERS: Final = re.compile(r"\d+[余多]?[个项份部条]“?\Z")


def _below_results(scene: Scene) -> bool:
    """Whether an item stands under 主要成果: its results are the event's."""
    return any(_RESULTS.search(heading) for heading in scene.headings[:1])


_TO_COME: Final = re.compile(r"还?将(?=举|发|揭|开|进|有|迎|与|在|于|对|向|陆|集|亮|首|联|共)|拟|预计|计划于|力争")


def _in_words(scene: Scene, event: Actor, begin: int) -> Iterator[Relation]:
    """A result without a name, as its first clause puts it: ``首次举办青年科学家座谈会``."""
    begin, end = clause_of(scene.text, begin)
    words = scene.passage.text[begin:end].strip(" 。")
    if 6 <= len(words) <= 40 and not is_future(scene, end) and not _TO_COME.search(scene.text, begin, end):
        yield link_key(scene, event, "shkc:outcome", Literal(words, "zh"), "event:result", (begin, end))


def _unnamed(scene: Scene, event: Actor, at: int) -> Iterator[Relation]:
    """``开幕式上,一批成果转化项目签约``: a clause that tells of what has no name."""
    for m in re.finditer(r"一(?:大)?批[^,;。]{2,24}(?:签约|发布|落地|启动|揭晓|亮相)(?=[,;。])", scene.text[at:]):
        span = (at + m.start(), at + m.end())
        literal = Literal(scene.passage.text[span[0] : span[1]], "zh")
        yield link_key(scene, event, "shkc:outcome", literal, "event:result", span)


def _counted(scene: Scene) -> Iterator[Relation]:
    """``全球技术转移大会共实现现场对接2000余次``: the counted result, as printed, of the subject of the sentence."""
    for number in scene.numbers:
        if number.kind in _UNCOUNTED or is_quoted(scene.text, number.begin) or is_future(scene, number.begin):
            continue
        found = _subject(scene, number)
        if found is None:
            continue
        subject, start = found
        bracketed = scene.text.rfind("(", start, number.begin) > scene.text.rfind(")", start, number.begin)
        if (
            bracketed
            or scene.text.startswith(("期", "届"), number.end)
            or "/年" in scene.text[number.end : number.unit_end + 2]  # the capacity of a plant
            or (subject[2] and _PART_OF_REGION.match(scene.text, number.end))
        ):
            continue
        if any(other.unit_end == number.begin for other in scene.numbers):
            continue
        if scene.text.startswith("的", number.begin - 1) and scene.text[start : number.begin - 1]:
            continue  # A签署的两个协议 are what the sentence goes on to speak of
        stop = _headline_end(scene, number, _stop(scene, number, clause_of(scene.text, number.begin)[1]))
        printed = scene.passage.text[start:stop].strip(" ,、")
        printed = re.sub(r"^[”》]?(?:项目|活动|平台)?共?", "", printed)
        if printed.count("(") + printed.count("（") > printed.count(")") + printed.count("）"):
            printed = re.split(r"[(（]", printed)[0]
        noun = re.sub(_VERBS, "", scene.text[start : number.begin] + scene.text[number.unit_end : stop])
        named = len(noun) >= 2 or _CHOSEN.match(scene.text, number.unit_end)
        if printed.endswith("级"):
            continue  # 建成6个国家级、33个省部级平台: what is counted stands further on
        if named and len(printed) <= 40 and "、" not in scene.text[start : number.begin]:
            yield link_key(scene, subject, "shkc:outcome", Literal(printed, "zh"), "counted outcome", (start, stop))


# 新增企业305家,占全市的一半 is told of a part of the city
_PART_OF_REGION: Final = re.compile(r"[^;。]{0,24}占(?:全[市省区县]|全国|[我本][市省区])")


def _stop(scene: Scene, number: Number, end: int) -> int:
    """Where the counted words end: at the clause's end, or before the next number of a row."""
    following = next((n.begin for n in scene.numbers if n.begin > number.unit_end), end)
    cut = min(end, following)
    comma = scene.text.find("、", number.unit_end, cut)
    joints = [scene.text.find(word, number.unit_end, cut) for word in "和与"] if following < end else []
    return min((c for c in (comma, *joints, end if following >= end else cut) if c >= 0), default=end)


def _headline_end(scene: Scene, number: Number, stop: int) -> int:
    """Where a headline ends that a blank parts from the next one: ``新增院士5人 科技奖励名单公布``."""
    if scene.passage.kind is not PassageKind.HEADING:
        return stop
    places = scene.passage.offsets
    return next((at for at in range(number.unit_end, stop) if at and places[at] > places[at - 1] + 1), stop)


def _subject(scene: Scene, number: Number) -> tuple[Actor, int] | None:
    """Whose result a number counts: the clause's own subject, else that of the sentence, else the region.

    The clause must say that something was achieved right behind its subject; a list (A、B等高校新增…) is no subject.
    """
    begin, _ = clause_of(scene.text, number.begin)
    opening = re.match(r"(?:其中|全年|年内|[\d年月日]+)*,?", scene.text[begin:])
    start = begin + (opening.end() if opening else 0)
    inside = scene.between(start, number.begin)
    project = next((n for n in inside if n.cls in ("Project", "Programme") and n.begin - start <= 6), None)
    lead = project or next(iter(inside), None)
    if lead is not None and (lead.begin == start or project is not None):
        return _printed(scene, number, lead)
    region = region_agent(scene, begin)
    if region is not None:
        m = re.match(r"(?:全年|年内)?(?:[全本我][市省区](?:全年)?)", scene.text[begin:])
        at = begin + (m.end() if m else 0)
        return (region[0], at) if region and _ACHIEVES.match(scene.text, at) else None
    return _of_sentence(scene, start)


def _printed(scene: Scene, number: Number, lead: Named) -> tuple[Actor, int] | None:
    """``全球技术转移大会共实现对接2000余次``, ``上海12人当选``."""
    if lead.cls not in _SUBJECTS:
        return None
    if re.fullmatch(r"共?", scene.text[lead.end : number.begin]) and _CHOSEN.match(scene.text, number.unit_end):
        return here(lead), lead.end
    return (here(lead), lead.end) if _ACHIEVES.match(scene.text, lead.end) else None


def _of_sentence(scene: Scene, start: int) -> tuple[Actor, int] | None:
    """The subject of the clauses before, where the clause has none: ``A共实现对接2000次,达成意向100项``."""
    public = _PUBLIC.match(scene.text, start)
    achieves = _ACHIEVES.match(scene.text, start)
    if not achieves and not public and not _MONEY.match(scene.text, start):
        return None
    for first, end in clauses_before(scene.text, start):
        if any(scene.text.startswith("的", n.begin - 1) for n in scene.between(first, end, EVENT_CLASSES)):
            return None  # 正在举办的博览会面积7万平方米,吸引企业700家
        region = region_agent(scene, first)
        if region is not None:
            return (region[0], start) if region else None
        if is_speech(scene, first, end):
            return None  # 报告提出:支持实验室9家
        led = lead_in(scene, first, end)
        if isinstance(led, Named) and re.search(r"(?:致辞|讲话|主持|出席|发言|演讲)$", scene.text[led.end : end]):
            return None
        if isinstance(led, Named) and not came_itself(scene, led, end):
            listed = scene.text[led.end : led.end + 1] in "、和与等的"
            own = led.cls in _SUBJECTS and not listed and (achieves or not public)
            return (here(led), start) if own else None
        if led == "agent":
            return None
    ours = own_body(scene, start)
    elided = _elided(scene, start) if ours is None else ours
    if not elided:
        return None
    body = scene.things[elided[0][0]].cls in INSTITUTIONS | FACILITIES or elided[0] == (elided[0][0], (), ())
    return (elided[0], start) if public or (body and achieves) else None


def _elided(scene: Scene, start: int) -> list[Actor]:
    """Who achieved what a part of a sentence tells without a subject, where no part before is of somebody else.

    ``某科学城的框架已形成——实验室5家运行;建成中心4家`` is told of the science city.
    """
    found = elided_agent(scene)
    first = sentence_of(scene.text, start)
    if not found or first == 0 or scene.text[first - 1] != ";":
        return found
    begin = sentence_of(scene.text, first - 1)
    while begin and scene.text[begin - 1] == ";":
        begin = sentence_of(scene.text, begin - 1)
    for one in scene.between(begin, first, _SUBJECTS):
        clause, end = clause_of(scene.text, one.begin)
        listed = _LIST.search(scene.text, one.end, first) if scene.text.startswith("的", one.end) else None
        end = min(end, listed.start()) if listed is not None else end
        if one.begin != clause or one.key == found[0][0] or came_itself(scene, one, end):
            continue
        if listed is not None and one.cls in ZONES and sentence_of(scene.text, one.begin) == begin:
            return [here(one)]
        if acts(scene, one) or scene.text.startswith("的", one.end):
            return []
    return found


_LIST: Final = re.compile("—|:")


def _achieved(scene: Scene) -> Iterator[Relation]:
    """``平台…,实现了资源从信息共享向服务共享跨越``: the result in words, of the name that opens the sentence."""
    for m in re.finditer(r"(?:实现了|建成(?![以之]?[后来]|于))(?=[^,;。]{6,40}(?:[,;。]|$))", scene.text):
        begin, end = clause_of(scene.text, m.start())
        first = sentence_of(scene.text, m.start())
        led = next((n for n in scene.between(begin, m.start()) if n.end == m.start()), None)
        if led is None and m.start() == begin:
            led = next((n for n in scene.between(first, m.start()) if n.begin == first), None)
        if (
            led is None
            or led.cls not in _SUBJECTS
            or scene.text[max(0, led.begin - 1) : led.begin] in ("、", "和", "与")
        ):
            continue
        if m[0] == "建成" and names_after(scene, m.end(), _BROUGHT_ABOUT):
            continue
        if not is_future(scene, m.start()) and scene.text[led.end] not in "、和与的":
            words = scene.passage.text[m.start() : end]
            yield link_key(scene, here(led), "shkc:outcome", Literal(words, "zh"), "result", (m.start(), end))
