"""Whose result a counted achievement is."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from shkc_kg.reading.classes import FACILITIES, INSTITUTIONS, PLACES, ZONES
from shkc_kg.reading.facts.agents import came_itself, elided_agent, is_speech, own_body, region_agent
from shkc_kg.reading.facts.leads import acts, lead_in
from shkc_kg.reading.facts.making import Actor, here
from shkc_kg.reading.figures.numbers import Number
from shkc_kg.reading.lexicon import words
from shkc_kg.reading.lines.clauses import clause_of, clauses_before, sentence_of
from shkc_kg.reading.names import Named
from shkc_kg.reading.names.resolve import EVENT_CLASSES
from shkc_kg.reading.scene import Scene

__all__ = ["ACHIEVERS", "CHOSEN", "UNCOUNTED", "achiever", "verbs_of"]

ACHIEVERS: Final = (
    INSTITUTIONS
    | FACILITIES
    | EVENT_CLASSES
    | frozenset(
        ["Province", "City", "District", "FunctionalZone", "Park", "Programme", "Project", "Plan", "Fund", "Initiative"]
    )
)
UNCOUNTED: Final = frozenset(["ordinal", "rank", "vague", "percent", "feature", "place", "length", "duration", "date"])
CHOSEN: Final = re.compile(r"[^,;。]{0,12}?(?:当选|获批|入选|获评)")
_MONEY: Final = re.compile(
    r"(?!投资)[\u4e00-\u9fff]{0,6}(?:交易额|成交额|金额|(?<!投资)总额|合同额|签约额)(?:共)?(?:达|超|近|逾|约|突破)*"
)


def verbs_of(group: str) -> str:
    """A pattern's alternatives for a group of words, the longest first."""
    return "|".join(sorted(words(group), key=lambda word: (-len(word), word)))


@cache
def _achieves() -> re.Pattern[str]:
    return re.compile(
        r"[”》]?(?:项目|活动|平台)?(?:在(?![孵建研库校岗营职])[^,;。]{2,10}?)?"
        r"(?:共|累计|已|成功|全年|共计|先后|陆续|新|又|分别|合计|年内)*"
        rf"(?:{verbs_of('achieve_verb')})(?!(?:和|及|、)?在建|的)"
    )


@cache
def _public() -> re.Pattern[str]:
    """What an elided region does; 接待 or 服务 is done by some body that the text has named before."""
    return re.compile(
        r"(?:共|累计|已|成功|全年|共计|先后|陆续|新|又|合计)*"
        rf"(?:{verbs_of('public_verb')})(?!(?:和|及|、)?在建)"
    )


def achiever(scene: Scene, number: Number) -> tuple[Actor, int] | None:
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
        return (region[0], at) if region and _achieves().match(scene.text, at) else None
    return _of_sentence(scene, start)


def _printed(scene: Scene, number: Number, lead: Named) -> tuple[Actor, int] | None:
    """``全球技术转移大会共实现对接2000余次``, ``上海12人当选``."""
    if lead.cls not in ACHIEVERS:
        return None
    if re.fullmatch(r"共?", scene.text[lead.end : number.begin]) and CHOSEN.match(scene.text, number.unit_end):
        return here(lead), lead.end
    return (here(lead), lead.end) if _achieves().match(scene.text, lead.end) else None


def _of_sentence(scene: Scene, start: int) -> tuple[Actor, int] | None:
    """The subject of the clauses before, where the clause has none: ``A共实现对接2000次,达成意向100项``."""
    public = _public().match(scene.text, start)
    achieves = _achieves().match(scene.text, start)
    if not achieves and not public and (not _MONEY.match(scene.text, start) or _is_of_less(scene, start)):
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
            listed = listed or _SOMEBODY_OF.match(scene.text, led.end) is not None
            own = led.cls in ACHIEVERS and not listed and (achieves or not public)
            return (here(led), start) if own else None
        if led == "agent":
            return None
    ours = own_body(scene, start)
    elided = _elided(scene, start) if ours is None else ours
    if not elided:
        return None
    body = scene.things[elided[0][0]].cls in INSTITUTIONS | FACILITIES or elided[0] == (elided[0][0], (), ())
    return (elided[0], start) if public or (body and achieves) else None


# 某市一家企业开展项目,推广万亩: the firm's, not the city's
_SOMEBODY_OF: Final = re.compile(
    r"(?:(?:[一某多几数两]|\d+)(?:多|余)?[家位名个所]|(?:的)?(?:企业|公司|高校|院校|团队|农民|专家|学者))"
)
_EACH: Final = re.compile(r"单[笔项个]|户均|人均|平均|最[高低大]")


def _is_of_less(scene: Scene, start: int) -> bool:
    """Whether a sum is that of what the clause before counts, and is no result of the place named there.

    ``某市流向外省的技术合同30项,成交额5亿元``; so is ``单笔金额20万元``.
    """
    if _EACH.match(scene.text, start):
        return True
    first, end = next(clauses_before(scene.text, start), (start, start))
    led = next((n for n in scene.between(first, end, PLACES) if n.begin == first), None)
    counts = any(first < n.begin < end and n.kind not in UNCOUNTED for n in scene.numbers)
    return led is not None and counts and not _achieves().match(scene.text, led.end)


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
    if _PAST_EDITIONS.match(scene.text, begin) or _unnamed_acts(scene, begin, first):
        return []
    for one in scene.between(begin, first, ACHIEVERS):
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


_UNNAMED: Final = re.compile(r"将|(?:该|本)(?:团队|院|所|中心|公司|园|校|平台|实验室|企业|项目)")


def _unnamed_acts(scene: Scene, begin: int, first: int) -> bool:
    """Whether a part before opens with somebody who is not named: ``研究院将引进百人;每年新增企业10家``."""
    at = begin
    while at < first:
        clause, end = clause_of(scene.text, at)
        if _UNNAMED.search(scene.text, clause, end) and lead_in(scene, clause, end) == "agent":
            return True
        at = end + 1
    return False


_PAST_EDITIONS: Final = re.compile(r"(?:[前历往上]|过去)[\d一二三四五六七八九十两几]*届")
_LIST: Final = re.compile("—|:")
