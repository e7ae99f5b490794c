"""Who works with whom: agreements, joint founding, joint activities."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from shkc_kg.model import Relation
from shkc_kg.reading.classes import FACILITIES, INSTITUTIONS, PLACES, ZONES
from shkc_kg.reading.clauses import clause_of, is_quoted, sentence_of
from shkc_kg.reading.facts.agents import agents, region_agent
from shkc_kg.reading.facts.agreed import set_up
from shkc_kg.reading.facts.leads import lead_in
from shkc_kg.reading.facts.making import Actor, here, link, link_key, span_of
from shkc_kg.reading.facts.pairs import paired, told_in_pairs
from shkc_kg.reading.facts.tense import is_future
from shkc_kg.reading.facts.view import event_in_view
from shkc_kg.reading.grammar import names_after
from shkc_kg.reading.names import Named
from shkc_kg.reading.names.resolve import EVENT_CLASSES
from shkc_kg.reading.scene import Scene

__all__ = ["cooperation"]

_PARTNERS: Final = INSTITUTIONS | ZONES | {"Province", "City", "District", "Country", "Region"}
_OWN_BODIES: Final = frozenset(("GovernmentBody", "Association"))
_WITH: Final = re.compile(r"与|和|同(?![年期时比步样一])|联合|会同|携手|联手|牵手")
_TOGETHER: Final = re.compile(
    r"签署|签订|签约|共建|共同|合作|联动|联合|开展|举办|共举办|对接|携手|推出|发布|摄制|搭建|组建|成立|协同|结对|建立|战略合作|达成|缔结|结为|交流|出台|印发|制定|启动|实施"
)
_FOUNDING: Final = re.compile(r"(?:共同|联合|合作)?(?:搭建|共建|建设|成立|组建|设立|发起|创建|建立|打造)(?:了)?")
# 与法国企业签约: the partner is no country
_MODIFIES: Final = re.compile(
    r"的|所属|下属|等[^,;。]{0,12}的|不少|多家|众多|各[级类地]|企业|公司|机构|高校|院校|大学|专家|学者|科学家|团队|有关|相关|部分|代表"
)
_MAY_BE: Final = re.compile(r"(?:的)?(?:空间|潜力|前景|需求|机会|机遇|可能)")
_MATTER: Final = re.compile(r"在(?:推动|推进|促进|支持|加强|建设|发展)[^,;。]{2,60}方面")
_WORKING: Final = re.compile(r"(?:深化|加强|推进|推动|拓展|开展|扩大|密切)(?:了)?(?=与|和|同)")


def cooperation(scene: Scene) -> Iterator[Relation]:
    """The relations between bodies that a passage states."""
    yield from _with(scene)
    yield from _jointly(scene)
    yield from _named_places(scene)


_ATTRIBUTE: Final = re.compile(r"[\u4e00-\u9fff]{2,8}?的(?=[\u4e00-\u9fff“A-Z])")


def _with(scene: Scene) -> Iterator[Relation]:
    """``与B签署《协议》``, ``A与B共建C``, ``联合B摄制``: A, or the place or region in view, works with B."""
    for m in _WITH.finditer(scene.text):
        begin, end = clause_of(scene.text, m.start())
        if any(n.begin <= m.start() < n.end for n in scene.top):
            continue
        pairs = paired(scene, begin, end)
        if pairs and _TOGETHER.search(scene.text, pairs[-1][1].end, end):
            yield from _in_pairs(scene, pairs, m)
            continue
        partners, edge = _partners(scene, m.end(), end)
        if not partners:
            continue
        # a quotation's own commas part its clauses, too
        rest = re.split("[,;。]", scene.text[edge:end])[0]
        verb = _joint_verb(scene, m, rest)
        if verb is None:
            continue
        first = _first(scene, begin, m.start(), m[0])
        if begin == m.start() > sentence_of(scene.text, begin) and _ATTRIBUTE.match(rest):
            first = ()  # 新城加快建设,与某大学共建的基地启用: who built it with the university is not said
        if not first:
            yield from _taking_part(scene, begin, m, partners)
        at = edge + verb.start()
        words = span_of((m.start(), m.end()), partners[-1], (at, edge + verb.end()))
        # 深化与B的合作 tells that A works with B already
        lasting = bool(_WORKING.search(scene.text[begin : m.start() + 1]))
        # 与B共建的X is there already, whatever the sentence plans for it
        stands = _ATTRIBUTE.match(scene.text, at, end) is not None
        future = is_future(scene, at) and not stands
        yield from _together(scene, first, partners, words, future and is_future(scene, at, policy=lasting))
        parties = (*first, *map(here, partners))
        yield from _signed(scene, parties, edge, end, words, future)
        if m[0] not in ("联合", "会同") or first:
            yield from _founded(scene, parties, at, end, future)
        if first:
            yield from set_up(scene, parties, edge, end)


def _in_pairs(scene: Scene, pairs: tuple[tuple[Named, Named], ...], m: re.Match[str]) -> Iterator[Relation]:
    """``A与B、C与D分别签订协议``: each of a pair with the other."""
    for one, other in pairs:
        if one.end == m.start() and {one.cls, other.cls} <= _PARTNERS | FACILITIES:
            yield link(scene, one, "shkc:cooperatesWith", other, "with", planned=is_future(scene, pairs[-1][1].end))


# 某厅和某分院分别汇报合作进展: each for itself
_EACH: Final = re.compile(r"(?:分别|先后|依次)(?:作|就|汇报|介绍|发言|讲话|致辞|通报|围绕)")


def _joint_verb(scene: Scene, m: re.Match[str], rest: str) -> re.Match[str] | None:
    """The verb by which partners work together, in the ``rest`` of the clause behind them; none of another sense."""
    verb = _TOGETHER.search(rest)
    if (
        verb is None
        or verb.start() > 24
        or _EACH.match(rest)
        or _MODIFIES.match(rest)
        or _MAY_BE.match(rest, verb.end())
    ):
        return None
    begin, end = clause_of(scene.text, m.start())
    if m[0] == "和" and _MATTER.search(scene.text, begin, end):
        return None  # 在推动A和B发展等方面合作: A and B are what it is about
    holds = re.search(r"主办|承办|协办|举办|召开", rest[: verb.end() + 4])
    by = re.search(r"由[^,;。]{2,60}$", scene.text[begin : m.start()])
    return None if holds and by else verb  # 由A、B和C联合主办 names organizers


def _partners(scene: Scene, at: int, end: int) -> tuple[tuple[Named, ...], int]:
    """The partners in a row behind 与 without a last one that is only the beginning of its name, and where the row ends."""
    chain = _chain(scene, at, end)
    if not chain:
        return (), at
    return chain[:-1] if _goes_on(scene, chain[-1]) else chain, chain[-1].end


def _goes_on(scene: Scene, last: Named) -> bool:
    """Whether a place is only the beginning of a partner that was not read: 与丹麦首都大区."""
    token = scene.words.tokens[scene.words.at[last.end]] if last.end < len(scene.text) else None
    branch = last.cls == "Company" and re.match(
        r"[一二三四五六七八九十\d]{1,3}[院所局厂](?![\u4e00-\u9fff]{2}院)", scene.text[last.end :]
    )
    if branch or _BRANCH_AFTER.match(scene.text, last.end):
        return True  # 航天科工三院, 国家开发银行天津分行
    if last.cls not in PLACES or token is None:
        return False
    if _SOME_OF.match(scene.text, last.end):
        return True
    if _NOUN_GOES_ON.match(scene.text, last.end):
        return True
    # 某省交警总队, 某市科知局: what follows a place right away is an office, unless it is what they do together
    noun = token.begin == last.end and token.tag[0] in "njbaz" and token.tag not in ("ad", "an")
    return noun and _JOINT_MATTER.match(scene.text, last.end) is None


_BRANCH_AFTER: Final = re.compile(
    r"(?![共签合联协开携就在])[\u4e00-\u9fff]{2,8}?(?:分行|支行|分公司|子公司|分院|分所|分局|分会|学院|研究院|研究所|学部|课题组|附属医院)"
    r"(?=[、,和与及等共签联合开举达就])"
)
_SOME_OF: Final = re.compile(r"(?:的)?\d+(?:多|余|几)?[家所个名位户批]")  # 与云南150多家单位交流
_JOINT_MATTER: Final = re.compile(
    r"(?:深化|加强|扩大|密切|拓展|全面|深度|对口|长期|紧密|科技|科创|创新|经济|产业|战略|产学研|务实|人才|技术|[、与和]){0,5}"
    r"(?:合作|协同|对接|交流|协作|共建|共同|联合|联动|友好|签|携手|合力|[两二三四]地|等)"
)
_NOUN_GOES_ON: Final = re.compile(
    r"(?![共签合联协开携])[\u4e00-\u9fff·-]{1,10}(?:区|城|园|港|谷|州|郡|省|市|府|局|署|部|会|院|所|社|司|集团|船舶|科技|航天|电科|石油|石化)(?=[、,和等签共合联深已])"
)


def _together(
    scene: Scene, first: tuple[Actor, ...], partners: tuple[Named, ...], words: tuple[int, int], future: bool
) -> Iterator[Relation]:
    """Cooperation of each on the one side with each on the other; a region's own bodies join its event instead."""
    view = event_in_view(scene, words[0])
    for one in first:
        for partner in partners:
            if partner.key == one[0]:
                continue
            if one[0] == scene.region and _is_own(scene, partner):
                if view is not None:
                    yield link_key(scene, view, "schema:attendee", here(partner), "with:event", words, planned=future)
                continue
            yield link_key(scene, one, "shkc:cooperatesWith", here(partner), "with", words, planned=future)


def _taking_part(scene: Scene, begin: int, m: re.Match[str], partners: tuple[Named, ...]) -> Iterator[Relation]:
    """``与市教委、市科协联动,开展…`` below an event's heading: the bodies take part in the event."""
    subject = scene.subject
    if subject is None or scene.things[subject.key].cls not in EVENT_CLASSES or scene.text[begin : m.start()].strip():
        return
    event = (subject.key, (subject.passage,), ())
    for partner in partners:
        if partner.cls in INSTITUTIONS:
            yield link_key(scene, event, "schema:attendee", here(partner), "with:event", span_of(m.span(), partner))


def _is_own(scene: Scene, partner: Named) -> bool:
    """Whether a body is one of the report's own region: 市教委 works for the city, not with it."""
    region = scene.name(scene.region) if scene.region else "-"
    own = partner.cls in _OWN_BODIES and scene.name(partner.key).startswith(region)
    return own or _among_own(scene, partner)


def _among_own(scene: Scene, partner: Named) -> bool:
    """Whether a body stands in one list with the region's own."""
    region = scene.name(scene.region) if scene.region else "-"
    begin, end = clause_of(scene.text, partner.begin)
    beside = scene.between(begin, end, _OWN_BODIES)
    return len(beside) > 1 and sum(scene.name(n.key).startswith(region) for n in beside) * 2 > len(beside)


def _signed(
    scene: Scene, parties: tuple[Actor, ...], begin: int, end: int, words: tuple[int, int], future: bool
) -> Iterator[Relation]:
    if not re.search(r"签署|签订|签约", scene.text[begin:end]):
        return
    papers = scene.between(begin, end, {"Agreement"})
    if len(papers) > 1 and len(parties) > 2 and re.search(r"分别|各自", scene.text[max(0, words[0] - 12) : end]):
        return  # A分别与B、C签署X、Y: who signed which is not said
    for paper in papers:
        for party in parties:
            yield link_key(scene, party, "shkc:signed", here(paper), "signed", span_of(words, paper), planned=future)


_MADE: Final = FACILITIES | ZONES | INSTITUTIONS - {"GovernmentBody", "University"} | {"Fund", "Project"}


def _founded(scene: Scene, parties: tuple[Actor, ...], at: int, end: int, future: bool) -> Iterator[Relation]:
    """``与江苏、浙江等地共同搭建X``: all parties found it."""
    m = _FOUNDING.search(scene.text, at, end)
    if m is None or is_quoted(scene.text, m.start()):
        return  # 签订“共同建设X协议” names a paper
    things = names_after(scene, m.end(), _MADE)
    if len(things) > 1 and len(parties) > 1:
        return  # the parties may pair off with what they made
    for made in things:
        for party in parties:
            if party[0] != made.key:
                yield link_key(
                    scene, here(made), "schema:founder", party, "founder:with", span_of(made, m.span()), planned=future
                )


def _chain(scene: Scene, at: int, end: int) -> tuple[Named, ...]:
    """The partners in a row behind 与; a place before a place that lies in it goes with it."""
    found: list[Named] = []
    for name in (n for n in scene.top if n.begin >= at and n.end <= end):
        gap = scene.text[at : name.begin]
        if gap not in ("", "、", "和", "及", "等", "以及", "与") or name.cls not in _PARTNERS:
            break
        if gap == "" and found and name.cls in _INSIDE and found[-1].cls in PLACES:
            found.pop()
        elif gap == "" and found:
            break
        found.append(name)
        at = name.end
    return tuple(found)


_INSIDE: Final = ZONES | {"City", "District"}  # what is named with the place that it lies in: 北京中关村


def _first(scene: Scene, begin: int, at: int, word: str) -> tuple[Actor, ...]:
    """Who works with the partners: printed right before 与, else the sentence's subject, or place or region in view."""
    near = [n for n in scene.top if begin <= n.begin and n.end == at]
    if near:
        chain = near[-1:]
        for name in reversed([n for n in scene.top if begin <= n.begin and n.end < near[-1].begin]):
            if scene.text[name.end : chain[0].begin] not in ("、", "和") or name.cls not in _PARTNERS:
                break
            chain.insert(0, name)
        if word == "和" and scene.text[: chain[0].begin].endswith(("与", "同")):
            return ()  # 某人与A和B共建: neither does so with the other only
        return tuple(here(n) for n in chain) if near[-1].cls in _PARTNERS | FACILITIES else ()
    region = region_agent(scene, begin)
    if region and re.fullmatch(r"(?:全年|年内)?[全本我][市省区]", scene.text[begin:at]):
        return tuple(region)
    if word == "和":
        return ()
    if begin == at and told_in_pairs(scene, begin):
        return ()
    lead = lead_in(scene, begin, at)
    if isinstance(lead, Named):
        glued = re.fullmatch(r"(?:先后|分别|还|已|将|拟|计划|共同|积极|全面|持续)*", scene.text[lead.end : at])
        return (here(lead),) if glued and lead.cls in _PARTNERS else ()
    plain = re.fullmatch(
        r"[^\u4e00-\u9fff]*|.*(?:还|并|同时|进一步|积极|先后|已|合作|地|来|拟|将|计划)", scene.text[begin:at]
    )
    if lead == "agent" or not (plain or _WORKING.search(scene.text[begin : at + 1])):
        return ()
    return tuple(agents(scene, begin))


def _jointly(scene: Scene) -> Iterator[Relation]:
    """``由A、B和C联合主办``, ``A、B共同发起X``: joint work of several, stated as founding or organizing elsewhere."""
    for m in re.finditer(r"(?:签署|签订)(?:了)?", scene.text):
        begin, end = clause_of(scene.text, m.start())
        bodies = scene.between(begin, m.start(), _PARTNERS)
        if (
            len(bodies) != 2
            or re.search(r"[与和同向]$", scene.text[begin : bodies[0].begin])
            or scene.text[bodies[0].end : bodies[1].begin] != "、"
        ):
            continue
        if scene.text[bodies[1].end : m.start()] in ("", "共同", "正式", "联合"):
            first, second = bodies
            yield link(
                scene, first, "shkc:cooperatesWith", second, "sign together", planned=is_future(scene, m.start())
            )
            yield from _signed(
                scene, tuple(map(here, bodies)), m.end(), end, span_of(*bodies), is_future(scene, m.start())
            )


_PLACES_TOGETHER: Final = re.compile(
    r"(?:[两二三四五六七八九多]地|[两二三四五六七八九\d]+[省市区县城](?:市)?)(?!高新|园|企业|高校|院|专家)(?=[^,;。]{0,24}(?:合作|协同|共建|联动|研究))"
)


def _named_places(scene: Scene) -> Iterator[Relation]:
    """``开展青、吴、嘉三地湿地研究合作``: the places of a list work with each other."""
    for m in _PLACES_TOGETHER.finditer(scene.text):
        chain: list[Named] = []
        edge = m.start()
        for name in reversed([n for n in scene.top if n.end <= m.start()]):
            if scene.text[name.end : edge] not in ("", "、", "和") or name.cls not in _PARTNERS:
                break
            chain.insert(0, name)
            edge = name.begin
        for i, one in enumerate(chain):
            for other in chain[i + 1 :]:
                yield link(
                    scene, one, "shkc:cooperatesWith", other, "places together", planned=is_future(scene, m.start())
                )
