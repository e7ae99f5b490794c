"""Who acts in a clause: a printed body or place, the sentence's subject, or what heading and report leave unsaid."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from shkc_kg.model import ScopeReason
from shkc_kg.reading.classes import BODIES, FACILITIES, INSTITUTIONS, PLACES, ZONES
from shkc_kg.reading.facts.leads import acts, lead_in
from shkc_kg.reading.facts.making import Actor
from shkc_kg.reading.grammar import names_before, verbs
from shkc_kg.reading.lines.clauses import clause_of, clauses_before, sentence_of
from shkc_kg.reading.names import Named
from shkc_kg.reading.names.known import owner_at_start
from shkc_kg.reading.names.resolve import EVENT_CLASSES
from shkc_kg.reading.scene import Scene
from shkc_kg.reading.whose.levels import place_of_level

__all__ = [
    "agents",
    "came_itself",
    "elided_agent",
    "is_of_body",
    "is_speech",
    "own_body",
    "printed_agents",
    "region_agent",
]

_AGENTS: Final = BODIES | FACILITIES | {"FunctionalZone", "Park"}
_PREPOSED: Final = re.compile(r"(?:在|于|与|向|和|从|为|对|由|依托|围绕|联合|聚焦|来自|位于|面向|按照|根据)$")
_OWN_REGION: Final = re.compile(
    r"(?:全年|年内|近年来|[\d年月]+)?(?:[全本我](?P<whole>[省市区县])|全自治区|(?P<level>省|市|区)(?:委[省市区]政府|人民政府|政府|级财政|财政))"
)


_SOME_IN: Final = re.compile(
    r"(?:共?有|已有)?(?:\d+|[一两三四五六七八九十多数几]+)(?:多|余)?[家所个名位](?:高校|院校|企业|公司|单位|机构|医院|院所|学校)"
)
# 在柬埔寨首都金边建立了X
_AT_PLACE: Final = re.compile(r"(?:在|于|位于)[\u4e00-\u9fff]{0,8}$")


def _is_led(before: str, name: Named) -> bool:
    """Whether a word in front of a name makes it something else than the subject; a place may stand further behind it."""
    return _PREPOSED.search(before) is not None or (name.cls in PLACES and _AT_PLACE.search(before) is not None)


def printed_agents(scene: Scene, at: int) -> tuple[Named, ...]:
    """The bodies and places printed as subject of the verb at a place: ``A、B共同主办``."""
    begin, _ = clause_of(scene.text, at)
    found = names_before(scene, at, _AGENTS)
    led = [n for n in found if _is_led(scene.text[begin : n.begin], n)]
    if found and re.search(r"[与同]$", scene.text[begin : found[0].begin]):
        return ()  # 与A、B协同推进X: the list is of those who do it with somebody else
    # A联合B举办, A、B和C共同主办: the last acts too, but 联合B摄制 leaves out who does
    joined = [n for n in led if n is not found[0] and scene.text[: n.begin].endswith(("联合", "和"))]
    return tuple(n for n in found if n not in led or n in joined)


def region_agent(scene: Scene, begin: int) -> list[Actor] | None:
    """The report's region, or what lies above or below it, where a clause says 全市, 省级财政, 全区; else ``None``."""
    m = _OWN_REGION.match(scene.text, begin)
    if m is None:
        return None
    if _SOME_IN.match(scene.text, m.end()):
        return []  # 全市14所高校成立研究院
    found = place_of_level(scene, m["whole"] or m["level"] or "")
    return [found] if found is not None else []


def elided_agent(scene: Scene) -> list[Actor]:
    """Who acts where no clause of the sentence says so: the heading's body or place, else the report's region."""
    subject = scene.subject
    if subject is not None:
        cls = scene.things[subject.key].cls
        if cls in INSTITUTIONS | FACILITIES:
            return [(subject.key, (subject.passage,), ())]
        if cls in EVENT_CLASSES and (scene.place is None or scene.place.passage != subject.passage):
            return []
    place = scene.place or scene.title
    if place is not None:
        return [(place.key, (place.passage,), ())]
    if scene.quoted:
        return []  # 某某表示,…。加快Y建设: who is to do so was said before, or is left open
    if scene.region is None or scene.guessed or scene.things[scene.region].cls == "Country":
        return []  # a text about the nation tells of ministries, offices and others
    if scene.news and any(one.opens and scene.things[one.key].cls in _SPOKEN_OF for one in scene.spoken):
        return []  # 某院成立于某年。已引进企业百家: news goes on to tell of what it has named
    if not any(is_of_body(heading) for heading in scene.headings):
        return [(scene.region, (), (ScopeReason.REPORT_REGION,))]
    return []


_SPOKEN_OF: Final = (INSTITUTIONS - {"GovernmentBody"}) | FACILITIES | EVENT_CLASSES | ZONES
_BODY: Final = re.compile(
    r"(?:20\d\d年)?[\u4e00-\u9fff()]{2,20}?(?:管委会|管理委员会|兵团|(?:科协|科学技术协会|学会|协会|联合会|集团|公司|大学|学院|研究院|研究所"
    r"|实验室|医院)(?:20\d\d|年度|工作))"
)


@lru_cache(maxsize=256)
def is_of_body(heading: str) -> bool:
    """Whether a heading opens with a body that is no region's: below 中国科学技术大学大事记 the region does not act."""
    if _BODY.match(heading):
        return True
    owner = owner_at_start(heading)
    return owner is not None and owner[1].cls not in ("GovernmentBody", "InternationalOrganization")


def agents(scene: Scene, at: int) -> list[Actor]:
    """Who acts by the verb at a place; empty where the text prints somebody without a name.

    ``A设立X``; ``A占地百亩,设立X``; ``设立X`` below a district's heading; but not ``企业设立X``.
    """
    printed = printed_agents(scene, at)
    if printed:
        return [(n.key, (), ()) for n in printed]
    own = own_body(scene, at)
    if own is not None:
        return own
    begin, _ = clause_of(scene.text, at)
    if _JOINTLY.match(scene.text, sentence_of(scene.text, at), at):
        return []
    for start, end in ((begin, at), *clauses_before(scene.text, at)):
        given = _given(scene, start, end, earlier=start != begin)
        if given is not None:
            return given
        lead = lead_in(scene, start, end)
        if isinstance(lead, Named) and scene.text[start : lead.begin].endswith(("联合", "会同", "协同", "携手")):
            continue  # 联合A推动B: who does so with A is not said
        if isinstance(lead, Named):
            if start != begin and came_itself(scene, lead, end):
                continue
            return _named(scene, lead, end, at)
        if lead == "agent" or (lead == "verb" and start == begin):
            return []
    return [] if _said_of_another(scene, at) else elided_agent(scene)


# 共同构建平台: of the parties of whom the sentences before tell
_JOINTLY: Final = re.compile(r"(?:(?:一|二|三|四|五|六)是)?(?:共同|携手|合力)(?![^,;。]{0,12}(?:与|同|和))")
# 我局将做好以下工作:一是…;二是…: all of the sentence is what the bureau does, and no region
_OWN_BODY: Final = re.compile(
    r"(?:我|(?<![\u4e00-\u9fff])本)(?:局|委(?!托)|厅|办|校|院|所|中心|公司|集团|部|司|站|馆)(?!长)"
)


def _given(scene: Scene, start: int, end: int, *, earlier: bool) -> list[Actor] | None:
    """Who acts by what a clause says in place of a subject: 全市, 由A牵头; nobody known behind ``某某表示,``."""
    whole = region_agent(scene, start)
    if whole is not None:
        return whole
    left_open = earlier and (is_speech(scene, start, end) or _SAYS_WHAT.match(scene.text, start, end))
    return [] if left_open else _heading_bodies(scene, start, end)


def is_speech(scene: Scene, start: int, end: int) -> bool:
    """Whether a clause says that somebody says what follows: ``某某表示,``, ``报告提出:``."""
    return _SPEECH.search(scene.text, start, end) is not None


# …的产业园,是某公司的战略之举,助力Y: the clause before has a subject that was not read
_SAYS_WHAT: Final = re.compile(r"(?:同时|更|也|既|不仅|就|正)*是|(?:他|她)?(?:们)?(?:希望|建议|期待|呼吁)")
_SPEECH: Final = re.compile(r"(?:说|表示|指出|强调|认为|称|要求|提出|介绍)\Z")


def own_body(scene: Scene, at: int) -> list[Actor] | None:
    """The body whose report a text is, where 我局 stands before a place; else ``None``.

    Its name is what the title opens with: 某市科学技术局2022年工作总结; empty where the title names none.
    """
    if not _OWN_BODY.search(scene.text, 0, at):
        return None
    for key, thing in scene.things.items():
        if thing.cls not in INSTITUTIONS or not scene.headings:
            continue
        if scene.headings[-1].startswith((thing.name, *thing.forms)):
            return [(key, scene.passage.scope[-1:], (ScopeReason.COREFERENCE,))]
    return []


_PARTIES: Final = re.compile(r"[双各三四]方|[两三四]地")


def _said_of_another(scene: Scene, at: int) -> bool:
    """Whether the part before a semicolon has a subject that goes on acting: ``园区引进A;新增企业9家``."""
    first = sentence_of(scene.text, at)
    if first == 0 or scene.text[first - 1] != ";":
        return False
    begin = sentence_of(scene.text, first - 1)
    before = (clause_of(scene.text, first - 1), *clauses_before(scene.text, first - 1))
    if any(_PARTIES.match(scene.text, clause) for clause, _ in before):
        return True
    stop = clause_of(scene.text, begin)[1]
    lead = lead_in(scene, begin, stop)
    if isinstance(lead, Named):
        place = lead.key in (scene.region, scene.place.key if scene.place else None)
        return not place and lead.cls in _AGENTS and acts(scene, lead) and not came_itself(scene, lead, stop)
    return lead == "agent"


_HEADS: Final = re.compile(
    r"(?:^|(?<=[\u4e00-\u9fff”)]))由(?P<who>[^,;。]{2,40}?)(?:等[^,;。]{0,6})?(?:牵头|主导|领衔|负责)"
)


def _heading_bodies(scene: Scene, start: int, end: int) -> list[Actor] | None:
    """The bodies of a clause that says who leads: ``由A牵头,联合B组建``; ``None`` where it says nothing of it."""
    m = _HEADS.search(scene.text[start:end])
    if m is None:
        return None
    return [(n.key, (), ()) for n in scene.between(start + m.start(), start + m.end(), BODIES | FACILITIES)]


def came_itself(scene: Scene, lead: Named, end: int) -> bool:
    """Whether a clause tells of its subject only that it came about: who acts in the next is somebody else.

    ``研究中心落户,推进基地建设``.
    """
    return any(
        lead.end <= v.begin and v.end <= end and re.fullmatch(r"(?:并|、)?[^,;。]{0,2}", scene.text[v.end : end])
        for v in verbs(scene, "come", "hold", "publish", "found")
    )


# X揭牌运营是…举措,推动Y: the deed is the subject, not X
_IS_DEED: Final = re.compile(r"[^,;。]{1,10}?(?:是|标志着|意味着|有利于|有助于)")


def _named(scene: Scene, lead: Named, end: int, at: int) -> list[Actor]:
    """The name that opens the sentence, with its list, if it can act and is no modifier (``A的X``, ``AX建设``)."""
    chain = [lead]
    for name in scene.between(lead.end, end):
        if scene.text[chain[-1].end : name.begin] not in ("、", "和", "及"):
            break
        chain.append(name)
    last = chain[-1]
    if (last.end == end and end == at) or not acts(scene, last) or _IS_DEED.match(scene.text, last.end, end):
        return []
    if any(n.cls not in _AGENTS for n in chain):
        return []
    return [(n.key, (), ()) for n in chain]
