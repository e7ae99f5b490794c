"""Whom a number is about: printed at the clause's start, pointed at, carried on, given by a heading, or the region."""

from __future__ import annotations

import re
from typing import Final

from shkc_kg.model import ScopeReason
from shkc_kg.reading.calendar.ahead import looks_ahead
from shkc_kg.reading.classes import EVENTS, FACILITIES, INSTITUTIONS, ZONES
from shkc_kg.reading.counting.trimming import strip_head
from shkc_kg.reading.counting.wording import generic_nouns
from shkc_kg.reading.figures.number import Number
from shkc_kg.reading.phrases import Page
from shkc_kg.reading.whose.attributes import made_before
from shkc_kg.reading.whose.institute import whose_page
from shkc_kg.reading.whose.issued import told_by_document
from shkc_kg.reading.whose.lastresort import nearest, of_main
from shkc_kg.reading.whose.levels import LEVELLED, OWN_REGION
from shkc_kg.reading.whose.memory import NEAR, Memory, Subject
from shkc_kg.reading.whose.ofevent import event_lasting, event_told, is_of_the_news, speaks_of_others
from shkc_kg.reading.whose.owners import is_oblique, kinds_of
from shkc_kg.reading.whose.parties import signatory
from shkc_kg.reading.whose.presented import presented_before
from shkc_kg.reading.whose.printedsubject import NO_SUBJECT, own_subject, skip_openers
from shkc_kg.reading.whose.prizepage import prize_awarding
from shkc_kg.reading.whose.protagonist import protagonist_of
from shkc_kg.reading.whose.speakers import spoken_for
from shkc_kg.reading.whose.unnamed import noun_opening, opening_clause

__all__ = ["goes_on_about_it", "joins_in", "subject_of"]

_CLAUSES_BACK: Final = 12
_POINT: Final = re.compile(r"[一二三四五六七八九十]是|首先|其次|第[一二三四五六七八九十],")


def _continues(page: Page, begin: int) -> bool:
    """Whether a clause has no subject of its own: it begins with a predicate, and opens no point of a list."""
    if _POINT.match(page.text, begin):
        return False
    at = skip_openers(page, begin, page.clause(begin)[1])
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
    led = strip_head(page.text[begin : page.clause(begin)[1]][:24])
    has = _HAVING.match(led) or kinds_of(led)
    for clause, end in page.clauses_before(begin, first, _CLAUSES_BACK):
        if (speaks := spoken_for(page, memory, clause, end)) is not None:
            return speaks, begin
        if (planned := told_by_document(page, clause, end, begin)) is not None:
            return planned, begin
        found = own_subject(page, memory, clause, end)
        ended = found and _ENDED.search(page.text, max(found[1], end - 6), end) and not has
        anew = found and (_is_document(page, found[0]) and _ANEW.match(page.text, begin))
        reports = found and memory.main and _REPORTER.match(page.text, found[1])
        if found and not reports and not ended and not anew and not _has_its_own(page, found[0], begin, led):
            return found
    return None


_ACTORS: Final = frozenset(("GovernmentBody", "InnovationCentre", "Laboratory", "Platform", "Facility"))


def _has_its_own(page: Page, subject: Subject, begin: int, led: str) -> bool:
    """Whether a clause tells a figure of its own noun: ``区科技局深入实施战略,[创新平台]达到263家`` is not the office's."""
    thing = page.scene.things.get(subject.key)
    if thing is None or thing.cls not in _ACTORS or led.startswith(tuple(generic_nouns())) or kinds_of(led):
        return False
    m = _STANDS.match(led)
    return m is not None and not page.first_verb(begin, begin + len(m["noun"]))


_STANDS: Final = re.compile(
    r"(?!总|平均|年均|单[台个位价])(?P<noun>[\u4e00-\u9fff“”]{3,16}?)(?:已|目前)?(?:达到?|增至|增加到|突破|超过)"
)
_ANEW: Final = re.compile(r"全年|年内|截至|全[市省区县]|本[市省]|目前")


def _is_document(page: Page, subject: Subject) -> bool:
    thing = page.scene.things.get(subject.key)
    return thing is not None and thing.cls in ("Policy", "Publication", "Agreement", "Plan")


_REPORTER: Final = re.compile(r"[^,;。\d()]{0,4}(?:(?:讯|电|消息)\(|讯?\(?(?:记者|通讯员))")  # 某日报讯(记者…)


def subject_of(
    page: Page, memory: Memory, begin: int, number: Number, counted_first: bool
) -> tuple[Subject | None, int]:
    """Whom a number is about, its clause beginning at ``begin``, and where its own words begin.

    ``counted_first`` says that the clause opens with the number or a list before it (精密测量等4个装置加快布局):
    such a clause has its own grammatical subject and takes none from the clause before.
    """
    own = own_subject(page, memory, begin, number.begin)
    if own and not (memory.main and _REPORTER.match(page.text, own[1])):
        return own
    if made := made_before(page, begin) or presented_before(page, begin):
        return made, begin
    first = page.part(begin)[0]
    if joins_in(page, number) and (found := _joined(page, memory, begin, first)):
        return found, begin
    if lasting := event_lasting(page, memory, number):
        return lasting, begin
    if page.scene.subject and _BOTH.match(page.text, page.clause(begin)[0]):
        return memory.in_full(page.scene.subject), begin
    if not counted_first and (found := _from_before(page, memory, begin, first)):
        return found, begin
    awarding = prize_awarding(page, memory, number)
    return awarding or _supplied(page, memory, begin, number, counted_first), begin


_BOTH: Final = re.compile(
    r"[双三各]方(?:共同|每年|各|将)*(?:投入|出资|互派|拿出)|(?:合作|协议|建设)期"
)  # of what a heading tells
# 某项目获拨款,某医院等6家单位参与: who takes part in what the clause before speaks of
_TOGETHER: Final = re.compile(
    r"(?:[^,;。\d]{0,6}(?:单位|机构|企业|高校|院所|医院|公司|大学))?(?:参与|参加|加入|共建|共同|联合|承担|合作|协作)(?!的)"
)


def joins_in(page: Page, number: Number) -> bool:
    """Whether a number counts those who take part in what the sentence speaks of."""
    return number.unit in ("家", "个", "所") and _TOGETHER.match(page.text, number.unit_end) is not None


def _joined(page: Page, memory: Memory, begin: int, first: int) -> Subject | None:
    """What others take part in: the subject of the clause before, else that of the sentence."""
    before = (own_subject(page, memory, *c) for c in page.clauses_before(begin, first, _CLAUSES_BACK))
    found = next((own[0] for own in before if own), None)
    return found or _opening(page, memory, first)


def _supplied(page: Page, memory: Memory, begin: int, number: Number, counted_first: bool) -> Subject | None:
    """What is around a clause that prints no subject: its heading's, its topic, its event, whose report it is, the region."""
    scene = page.scene
    if scene.subject is not None and not _is_title(page, memory, number):
        return memory.in_full(scene.subject)
    region = Subject(scene.region, (), (ScopeReason.REPORT_REGION,)) if scene.region else None
    if region and memory.owner is None and LEVELLED.match(strip_head(page.undated(begin, number.begin))):
        return region
    if topic := _topic(page, memory, page.part(begin)[0], begin, counted_first) or _house(page, memory, begin):
        return Subject(topic.key, topic.scope, (ScopeReason.COREFERENCE,))
    if memory.entry and memory.entry[1] == scene.passage.section and goes_on_about_it(page, begin):
        return memory.entry[0]
    if goes_on_about_it(page, begin) and (acting := protagonist_of(page, memory, begin, number)):
        return acting
    if (
        memory.site
        and _PHASE.match(page.undated(page.sentence(begin)[0], number.begin))
        and goes_on_about_it(page, begin)
    ):
        return Subject(memory.site.key, memory.site.scope, (ScopeReason.COREFERENCE,))
    event = event_told(page, memory, number) or _headline(page, memory, begin) or whose_page(memory, scene)
    event = event or is_of_the_news(page, memory, number) or signatory(page, begin)
    return event or region or nearest(page, number.begin) or of_main(page, memory, number.begin)


def _from_before(page: Page, memory: Memory, begin: int, first: int) -> Subject | None:
    """The subject of an earlier clause of the part, or of the sentence where the part goes on."""
    if found := _earlier_clause(page, memory, begin, first):
        return found[0]
    if announced := _announced(page, memory, first):
        return announced
    opening = _opening(page, memory, first)
    if opening is None or _continues(page, first) or _ADDS.match(page.text, first):
        return opening
    thing = page.scene.things.get(opening.key)
    smaller = thing is not None and thing.cls in _SMALLER and opening.key != page.scene.region
    alone = not page.names_in(first, begin) and not OWN_REGION.search(page.text, first, page.clause(begin)[1])
    return opening if smaller and alone else None


_SMALLER: Final = {"District", "City"} | ZONES
_ANNOUNCED: Final = re.compile(r"(?:公布|通报|介绍|透露|显示|表明)[,:]")


def _announced(page: Page, memory: Memory, first: int) -> Subject | None:
    """Whom the first part is about of what somebody announces in several: ``某主任公布:园内企业50家;专利[80]件``."""
    told = _ANNOUNCED.search(page.text, page.sentence(first)[0], first)
    if told is None or told.end() >= first:
        return None
    found = own_subject(page, memory, told.end(), page.clause(told.end())[1])
    return found[0] if found else None


def _opening(page: Page, memory: Memory, begin: int) -> Subject | None:
    """The subject that a sentence opens with, in front of the part that begins at ``begin``."""
    opens = page.clause(page.sentence(begin)[0])
    for _ in range(_OPENERS):  # 2022年,某区新增…
        since = _SINCE.search(page.text, *opens) is not None
        found = own_subject(page, memory, *opens) if opens[1] < begin and not since else None
        if found or opens[1] + 1 >= begin or (page.undated(*opens) and not since):
            return found[0] if found else None
        opens = page.clause(opens[1] + 1)
    return None


_OPENERS: Final = 3  # clauses
_SINCE: Final = re.compile(r"(?:以来|期间|以后|半年|季度|\d月|[今去当全]年|目前|据了解|据悉|据介绍)\Z")
_ADDS: Final = re.compile(r"(?:新增|净增|新建|累计|新开工|新签约|新引进|新落户|新认定|新注册|新培育)")
_TITLES: Final = frozenset(("Policy", "Plan", "Publication", "Agreement", "Programme", "GovernmentBody"))


def _is_title(page: Page, memory: Memory, number: Number) -> bool:
    """Whether the heading's thing is only the document itself, who published it, or an event that a sentence leaves."""
    scene, supplied = page.scene, page.scene.subject
    if supplied is None or looks_ahead(scene.name(supplied.key)):
        return supplied is not None
    thing = scene.things.get(supplied.key)
    if supplied.passage not in memory.first:
        return False
    if thing is not None and thing.cls in EVENTS and scene.news:
        return event_told(page, memory, number) is None and speaks_of_others(page, number)
    return thing is not None and thing.cls in _TITLES


def _topic(page: Page, memory: Memory, first: int, begin: int, counted_first: bool) -> Subject | None:
    """The subject of the sentence before, in the same paragraph, of one that has none and goes on about it.

    What follows an event is about it, and so is a paragraph about the body or site that it opens with; another place
    or body goes on where the clause says what it has (占地, 拥有, 集聚).
    """
    scene, topic, lead = page.scene, memory.topic, memory.lead
    about = scene.things.get(lead.subject.key) if lead and lead.end == scene.passage.extent.begin else None
    if about is not None and about.cls in _LED and goes_on_about_it(page, begin):
        return lead.subject if lead else None
    if topic is None or scene.passage.extent.begin != topic.end or counted_first or not _continues(page, first):
        return None
    thing = scene.things.get(topic.subject.key)
    led = strip_head(page.text[begin : page.clause(begin)[1]][:24])
    return topic.subject if thing and (thing.cls in EVENTS or _HAS.match(led) or kinds_of(led)) else None


_PHASE: Final = re.compile(
    r"(?:[一二三首]期|主体工程)(?:工程|项目|开发|建设|规划|投资|用地|厂房|总|占地|建筑)"
)  # of a project told of before


def _headline(page: Page, memory: Memory, begin: int) -> Subject | None:
    """What a news item's headline is about, where a sentence names nothing else: ``项目投产后,年产值将达[30]亿元``."""
    thing = page.scene.things.get(memory.titled.key) if memory.titled else None
    if memory.titled is None or thing is None or not goes_on_about_it(page, begin):
        return None
    return Subject(memory.titled.key, memory.titled.scope, (ScopeReason.COREFERENCE,))


def goes_on_about_it(page: Page, begin: int) -> bool:
    """Whether nothing else is named in a sentence before a place, nor what only a region has."""
    first = page.sentence(begin)[0]
    if noun_opening(page, *opening_clause(page)):
        return False
    others = [n for n in page.names_in(first, begin) if n.cls not in NO_SUBJECT and not is_oblique(page, first, n)]
    return not others and not _OF_REGION.search(page.text, first, page.clause(begin)[1])


_LED: Final = (INSTITUTIONS - {"GovernmentBody"}) | FACILITIES | ZONES | {"Project"}
# what only a region has: 全市新增…, 高新技术企业总数…
_OF_REGION: Final = re.compile(
    r"全[市省区县国州]|我[市省区县]|本[市省]|各[市区县]|全社会|全年(?:新增|认定|登记)|地区生产总值|研发投入强度|规模?以上工业"
    r"|(?<![育化务])高新技术企业|科技型中小企业|技术合同(?:认定)?登记"
)

_HAS: Final = re.compile(
    r"下?设(?!立)|拥有|占地|总(?!投)|建筑|馆藏|规划|包含|包括|覆盖|集聚|汇聚|现有|现已|面积|首批|成员|员工|注册|年产|年[^,\d]{2,4}量|可"
    r"|配备|入驻|累计(?:孵化|培育|服务|入驻|引进|接待)|已?(?:集聚|引进|孵化|形成)|其中|内部?有|吸引"
)
_HOUSED: Final = re.compile(r"接待|参观|观众|游客|馆藏|馆内|展品|展陈|展览|客流|入馆|入园")


def _house(page: Page, memory: Memory, begin: int) -> Subject | None:
    """The museum that a section goes on about: ``馆藏陨石70余块``, ``截至年底,接待游客52万余人次,开展活动182场``."""
    if memory.house is None or memory.house[1] != page.scene.passage.section:
        return None
    first, end = page.sentence(begin)
    housed = _HOUSED.search(page.text, max(first, begin - NEAR), min(end, begin + NEAR))
    return memory.house[0] if housed else None
