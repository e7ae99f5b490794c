"""Whom a number is about: printed at the clause's start, pointed at, carried on, given by a heading, or the region."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from shkc_kg.model import ScopeReason
from shkc_kg.reading.attributes import made_before
from shkc_kg.reading.bounds import alternatives
from shkc_kg.reading.lexicon import pointers
from shkc_kg.reading.memory import EVENTS, Memory, Subject
from shkc_kg.reading.names import Named
from shkc_kg.reading.nearby import NO_SUBJECT, house, nearest
from shkc_kg.reading.ownregion import LEVELLED, NATION, OWN_REGION, region_meant
from shkc_kg.reading.phrases import Page, strip_head
from shkc_kg.reading.scene import REGIONS, Scene
from shkc_kg.reading.wording import generic_nouns

__all__ = ["Memory", "Subject", "own_subject", "subject_of"]


_CLAUSES_BACK: Final = 12
_GOES_ON: Final = (
    "以|设|共|期间|上|现场|吸引|邀请|由|聚焦|围绕|累计|拥有|现有|已|总|规划|占地|建筑|将|还|自|建成|面积|投资|实现|内"
)
_AT_EVENT: Final = re.compile(
    r"(?:会上|会议上|大会上|论坛上|活动上|开幕式上|仪式上|会议期间|大会期间|论坛期间|活动期间|展会期间|会期)"
)
_COORDINATED: Final = re.compile(
    r"(?:[一二三四]期)?(?:上市|挂牌|等|、|和|与|及|或|/|以及|同(?!比|期|时|步)|《|“(?![^”]{2,24}”(?:排名|得分|指数|位居|位列|居|列))|会同|联合)"
)
_REPORTS: Final = re.compile(
    r"(?:介绍|表示|说|称|指出|认为|获悉|了解到?|了解|显示|透露|告诉记者|强调|统计|数据|为例|来看|看|方面"
    r"|提出|要求|印发|实施以来|支持下|指导下|推动下|带动下|根据[^,]*|按照[^,]*)\Z"
)
_POINTED_AT: Final = "(?:本次|本届|此次|该|这一|此|本)?"


@cache
def _pointer() -> re.Pattern[str]:
    """A bare class word as a subject: 本次大会, 园区; 项目数 and 平台9个 count such things."""
    followed = rf"(?={_GOES_ON}|[^\u4e00-\u9fff]|[\u4e00-\u9fff]{{2,}})"
    counted = r"(?!数|[\u4e00-\u9fff]*?数量?(?=\d))"
    return re.compile(rf"{_POINTED_AT}(?P<noun>{alternatives(tuple(pointers()))}){counted}{followed}")


_THIS: Final = re.compile(r"本届|本次|此次|这次|该|这一|位于[^,]{0,12}的|作为[^,]{0,16}的")


def _skip(page: Page, begin: int, end: int) -> int:
    """Past the dates and empty words at the start of a clause, up to its first name."""
    at = begin
    while at < end:
        date = page.date_at(at)
        if date is not None:
            at = date.end
            continue
        if page.name_at(at) is not None:
            break
        stretch = page.text[at : min(end, at + 24)]
        if (m := _THIS.match(stretch)) and page.name_at(at + m.end()) is not None:
            at += m.end()
            break
        own = OWN_REGION.match(stretch)
        rest = strip_head(stretch) if not own else stretch
        step = len(stretch) - len(stretch.lstrip(" ,、及并在仅从")) if not own else 0
        moved = stretch.find(rest) if rest and rest != stretch else step
        if own or moved <= 0 or page.name_at(at) is not None:
            break
        inner = next((n.begin for n in page.names_in(at, end) if n.begin < at + moved), None)
        region = OWN_REGION.search(stretch[:moved])
        stop = min(x for x in (at + moved, inner, at + region.start() if region else None) if x is not None)
        at = stop if stop > at else at + moved
    return min(at, end)


def own_subject(page: Page, memory: Memory, begin: int, end: int) -> tuple[Subject, int] | None:
    """The subject that a clause prints, and where the clause goes on behind it.

    ``2021年张江示范区共有…``, ``全市新增…``, ``本次论坛吸引…``, ``位于某路的量子大街不足两公里``.
    """
    scene = page.scene
    if _REPORTS.search(page.text, max(begin, end - 16), end):
        return None
    at = _skip(page, begin, end)
    if _AMONG.match(page.text, begin, end):
        name = page.name_at(at)
        opens = name is not None and page.text.startswith("在", name.end)
        return _from_name(page, name, end) if opens and name is not None else None
    stretch = page.text[at:end]
    if m := OWN_REGION.match(stretch):
        found = region_meant(scene, m[0])
        keep = at if m[0].endswith("财政") else at + m.end()
        return (found, keep) if found else None
    if (m := NATION.match(page.text, at)) and m.end() <= end and "中国" in scene.things:
        return Subject("中国", (), (ScopeReason.COREFERENCE,)), m.end()
    name = page.name_at(at)
    if name is not None:
        return _from_name(page, name, end)
    if (m := _pointer().match(stretch)) and (pointed := memory.pointed(page, at, m["noun"])):
        key, passage = pointed
        scope = (passage,) if passage != scene.passage.id else ()
        return Subject(key, scope, (ScopeReason.COREFERENCE,)), at + m.end("noun")
    if (m := _AT_EVENT.match(stretch)) and (held := memory.last_event()):
        key, passage = held
        scope = (passage,) if passage != scene.passage.id else ()
        return Subject(key, scope, (ScopeReason.COREFERENCE,)), at + m.end()
    if (quoted := _behind_kind(page, at, end)) is not None:
        return Subject(quoted.key), quoted.end
    return _behind_attribute(page, at, end)


# 在全国169家园区综合评价中列: the field of a rank, not its subject
_AMONG: Final = re.compile(
    r"(?:并|也|已|还|均|目前|其中)*在[^,;。]{2,40}?中(?:综合|总体)?(?:位列|排名|名列|位居|列|居|排)"
    r"|在全[国省市区县](?:综合|总体)?(?:排名|排|位列|列|居|名列|位居|率先)"
)
_KIND: Final = 6  # code points; the kind of project in front of its quoted title


def _behind_kind(page: Page, at: int, end: int) -> Named | None:
    """A quoted project behind its kind: ``科技援疆“耐逆农作物育种”项目累计推广…``."""
    name = next(iter(page.names_in(at, end)), None)
    if name is None or name.begin - at > _KIND or page.text[name.begin] != "“" or page.first_verb(at, name.begin):
        return None
    of_kind = name.cls in ("Project", "Programme", "Plan") and "项目" in page.text[name.end : name.end + 3]
    return name if of_kind else None


_COUNTED: Final = re.compile(  # 工作站增至12家 counts stations; it is of none of them
    r"(?:总?数量?)?(?:已|目前|累计)*(?:增加?至|增加?到|达到?|共有?|有|突破|超过?|近)*\d[\d,. ]*[余多]?(?:家|个|所|座)(?![\u4e00-\u9fff])"
)
_OBLIQUE: Final = frozenset("与和同由向对为以给跟将把被从")


def _from_name(page: Page, name: Named, end: int) -> tuple[Subject, int] | None:
    if page.text[name.begin - 1 : name.begin] in _OBLIQUE or page.text[max(0, name.begin - 2) : name.begin] == "来自":
        return None  # 与云南举办
    if re.match(r"[”]?(?:沿线|沿途|等国|等地)", page.text[name.end : name.end + 3]):
        return None
    if name.end > end or name.cls in NO_SUBJECT or _COORDINATED.match(page.text, name.end):
        return None
    if _COUNTED.match(page.text, name.end) and name.end < end:
        return None
    following = page.name_at(name.end)
    if following is not None and following.end <= end and name.cls in REGIONS and following.cls not in NO_SUBJECT:
        return _from_name(page, following, end) or (Subject(name.key), name.end)
    return Subject(name.key), name.end


def _behind_attribute(page: Page, begin: int, end: int) -> tuple[Subject, int] | None:
    """A name behind its attribute: ``全球规模最大的天文馆——上海天文馆开馆``, ``位于某路的量子大街不足两公里``."""
    for name in page.names_in(begin, end):
        led = page.text[max(begin, name.begin - 2) : name.begin]
        if name.cls in NO_SUBJECT or not (led.endswith(("的", "——"))):
            continue
        if page.first_verb(begin, name.begin) and not led.endswith(("的", "——")):
            return None
        predicate = page.first_verb(name.end, end)
        has = re.match(r"不|达|共|新增|现有|累计|展览|占地|规划|建筑|总面", page.text[name.end : name.end + 2])
        if name.end == end or (predicate is not None and predicate.begin - name.end <= 2) or has:
            return Subject(name.key), name.end
    return None


_POINT: Final = re.compile(r"[一二三四五六七八九十]是|首先|其次|第[一二三四五六七八九十],")


def _continues(page: Page, begin: int) -> bool:
    """Whether a clause has no subject of its own: it begins with a predicate, and opens no point of a list."""
    if _POINT.match(page.text, begin):
        return False
    at = _skip(page, begin, page.clause(begin)[1])
    tokens = page.tokens(at, min(len(page.text), at + 12))
    return bool(tokens) and (
        page.is_verb(tokens[0]) or tokens[0].text in ("为", "由", "在", "将", "共", "可", "已", "与", "占", "居", "达")
    )


_ENDED: Final = re.compile(
    r"(?:落户|揭牌|启用|开馆|成立|举办|举行|召开|通线|投入使用|投入运营|获批|亮相|开幕|闭幕|挂牌|启动|开工|竣工|投产|入驻|发布|上线|落地|签约|通过|设立|获批|运营|封关运行|运行|招生|首开|通航|首航|亮相|立项)\Z"
)
_HAVING: Final = re.compile(
    r"设|拥有|占地|总|建筑|馆藏|规划|包含|包括|覆盖|集聚|汇聚|吸引|来自|共|累计|展|接待|年|实现|面积|投资|参与|近|超|逾|\d|[^,]{2,8}(?:达|为|共|\d)"
)


def _earlier_clause(page: Page, memory: Memory, begin: int, first: int) -> tuple[Subject, int] | None:
    """The subject of the nearest earlier clause from ``first`` on that prints one."""
    at = begin
    led = strip_head(page.text[begin : page.clause(begin)[1]][:24])
    for _ in range(_CLAUSES_BACK):
        if at <= first:
            break
        clause, end = page.clause(at - 1)
        if clause >= at:
            break
        found = own_subject(page, memory, clause, end)
        ended = found and _ENDED.search(page.text, max(found[1], end - 6), end) and not _HAVING.match(led)
        anew = found and (_is_document(page, found[0]) and _ANEW.match(page.text, begin))
        if found and not ended and not anew and not _has_its_own(page, found[0], begin, led):
            return found
        at = clause
    return None


_ACTORS: Final = frozenset(("GovernmentBody", "InnovationCentre", "Laboratory", "Platform", "Facility"))


def _has_its_own(page: Page, subject: Subject, begin: int, led: str) -> bool:
    """Whether a clause tells a figure of its own noun: ``区科技局深入实施战略,[创新平台]达到263家`` is not the office's."""
    thing = page.scene.things.get(subject.key)
    if thing is None or thing.cls not in _ACTORS or led.startswith(tuple(generic_nouns())):
        return False
    m = _STANDS.match(led)
    return m is not None and not page.first_verb(begin, begin + len(m["noun"]))


_STANDS: Final = re.compile(r"(?P<noun>[\u4e00-\u9fff“”]{3,16}?)(?:已|目前)?(?:达到?|增至|增加到|突破|超过)")


_ANEW: Final = re.compile(r"全年|年内|截至|全[市省区县]|本[市省]|目前")


def _is_document(page: Page, subject: Subject) -> bool:
    thing = page.scene.things.get(subject.key)
    return thing is not None and thing.cls in ("Policy", "Publication", "Agreement", "Plan")


def subject_of(page: Page, memory: Memory, begin: int, at: int, counted_first: bool) -> tuple[Subject | None, int]:
    """Whom a number at ``at`` is about, its clause beginning at ``begin``, and where its own words begin.

    ``counted_first`` says that the clause opens with the number or a list before it (精密测量等4个装置加快布局):
    such a clause has its own grammatical subject and takes none from the clause before.
    """
    scene = page.scene
    if own := own_subject(page, memory, begin, at):
        return own
    if made := made_before(page, begin):
        return made, begin
    first = page.part(begin)[0]
    if not counted_first and (found := _from_before(page, memory, begin, first)):
        return found, begin
    if scene.subject is not None and not _is_title(scene, memory):
        return Subject(scene.subject.key, (scene.subject.passage,)), begin
    if scene.region and memory.owner is None and LEVELLED.match(strip_head(page.undated(begin, at))):
        return Subject(scene.region, (), (ScopeReason.REPORT_REGION,)), begin
    if topic := _topic(page, memory, first, begin, counted_first) or house(page, memory, begin):
        return Subject(topic.key, topic.scope, (ScopeReason.COREFERENCE,)), begin
    if memory.owner is not None:
        return memory.owner, begin
    if scene.region:
        return Subject(scene.region, (), (ScopeReason.REPORT_REGION,)), begin
    return nearest(page, at), begin


def _from_before(page: Page, memory: Memory, begin: int, first: int) -> Subject | None:
    """The subject of an earlier clause of the part, or of the sentence where the part goes on."""
    if found := _earlier_clause(page, memory, begin, first):
        return found[0]
    opens = page.clause(page.sentence(begin)[0])
    if not page.undated(*opens):
        opens = page.clause(opens[1] + 1)  # 2022年,某区新增…
    goes_on = opens[1] < first and (_continues(page, first) or _ADDS.match(page.text, first))
    found = own_subject(page, memory, *opens) if goes_on else None
    return found[0] if found else None


_ADDS: Final = re.compile(r"(?:新增|净增|新建|累计)")


_TITLES: Final = frozenset(("Policy", "Plan", "Publication", "Agreement", "Programme", "GovernmentBody"))


def _is_title(scene: Scene, memory: Memory) -> bool:
    """Whether the heading's thing is only the document itself, or who published it."""
    supplied = scene.subject
    if supplied is None or supplied.passage not in memory.first:
        return False
    thing = scene.things.get(supplied.key)
    return thing is not None and thing.cls in _TITLES


def _topic(page: Page, memory: Memory, first: int, begin: int, counted_first: bool) -> Subject | None:
    """The subject of the sentence before, in the same paragraph, of one that has none and goes on about it.

    What follows an event is about it; a place or body goes on where the clause says what it has (占地, 拥有, 集聚).
    """
    scene = page.scene
    if memory.topic is None or counted_first or scene.passage.extent.begin != memory.topic[1]:
        return None
    topic = memory.topic[0]
    thing = scene.things.get(topic.key)
    if thing is None or not _continues(page, first):
        return None
    led = strip_head(page.text[begin : page.clause(begin)[1]][:24])
    return topic if thing.cls in EVENTS or _HAS.match(led) else None


_HAS: Final = re.compile(
    r"下?设(?!立)|拥有|占地|总(?!投)|建筑|馆藏|规划|包含|包括|覆盖|集聚|汇聚|现有|现已|面积|首批|成员|员工|注册|年产|年[^,\d]{2,4}量|可"
    r"|配备|入驻|累计(?:孵化|培育|服务|入驻|引进|接待)|已?(?:集聚|引进|孵化|形成)|其中|内部?有|吸引"
)
