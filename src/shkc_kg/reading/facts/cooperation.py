"""Who works with whom: agreements, joint founding, joint activities."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import Final

from shkc_kg.model import Relation
from shkc_kg.reading.classes import FACILITIES, INSTITUTIONS
from shkc_kg.reading.facts.agreed import founded, set_up, signed
from shkc_kg.reading.facts.making import Actor, here, link, link_key, span_of
from shkc_kg.reading.facts.pairs import paired
from shkc_kg.reading.facts.partners import PARTNERS, WORKING, partners_behind, row_before, who_works
from shkc_kg.reading.facts.tense import is_future
from shkc_kg.reading.facts.view import event_in_view
from shkc_kg.reading.lines.clauses import clause_of, sentence_of
from shkc_kg.reading.names import Named
from shkc_kg.reading.names.resolve import EVENT_CLASSES
from shkc_kg.reading.scene import Scene

__all__ = ["cooperation"]

_OWN_BODIES: Final = frozenset(("GovernmentBody", "Association"))
_WITH: Final = re.compile(r"与|和|同(?![年期时比步样一])|联合|会同|携手|联手|牵手")
_TOGETHER: Final = re.compile(
    r"签署|签订|签约|共建|共同|合作|联动|联合|开展|举办|共举办|对接|携手|推出|发布|摄制|搭建|组建|成立|协同|结对|建立|战略合作|达成|缔结|结为|交流|出台|印发|制定|启动|实施"
)
# 与法国企业签约: the partner is no country
_MODIFIES: Final = re.compile(
    r"的|所属|下属|等[^,;。]{0,12}的|不少|多家|众多|各[级类地]|企业|公司|机构|高校|院校|大学|专家|学者|科学家|团队|有关|相关|部分|代表"
)
_MAY_BE: Final = re.compile(r"(?:的)?(?:空间|潜力|前景|需求|机会|机遇|可能)")
_MATTER: Final = re.compile(r"在(?:推动|推进|促进|支持|加强|建设|发展)[^,;。]{2,60}方面")


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
        partners, edge = partners_behind(scene, m.end(), end)
        # a quotation's own commas part its clauses, too
        rest = re.split("[,;。]", scene.text[edge:end])[0]
        verb = _joint_verb(scene, m, rest) if partners else None
        if verb is None:
            continue
        first = who_works(scene, begin, m.start(), m[0])
        if begin == m.start() > sentence_of(scene.text, begin) and _ATTRIBUTE.match(rest):
            first = ()  # 新城加快建设,与某大学共建的基地启用: who built it with the university is not said
        if not first:
            yield from _taking_part(scene, begin, m, partners)
        yield from _done_together(scene, m, first, partners, (edge + verb.start(), edge + verb.end()))


def _done_together(
    scene: Scene, m: re.Match[str], first: tuple[Actor, ...], partners: tuple[Named, ...], verb: tuple[int, int]
) -> Iterator[Relation]:
    """That those before 与 work with the partners behind it, what they sign and what they found."""
    begin, end = clause_of(scene.text, m.start())
    at, edge = verb[0], partners_behind(scene, m.end(), end)[1]
    words = span_of(m.span(), partners[-1], verb)
    # 深化与B的合作 tells that A works with B already
    lasting = bool(WORKING.search(scene.text[begin : m.start() + 1]))
    # 与B共建的X is there already, whatever the sentence plans for it
    stands = _ATTRIBUTE.match(scene.text, at, end) is not None
    future = is_future(scene, at) and not stands
    yield from _together(scene, first, partners, words, future and is_future(scene, at, policy=lasting))
    parties = (*first, *map(here, partners))
    yield from signed(scene, parties, edge, end, words, future)
    if m[0] not in ("联合", "会同") or first:
        yield from founded(scene, parties, at, end, future)
    if first:
        yield from set_up(scene, parties, edge, end)


def _in_pairs(scene: Scene, pairs: tuple[tuple[Named, Named], ...], m: re.Match[str]) -> Iterator[Relation]:
    """``A与B、C与D分别签订协议``: each of a pair with the other."""
    for one, other in pairs:
        if one.end == m.start() and {one.cls, other.cls} <= PARTNERS | FACILITIES:
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


def _jointly(scene: Scene) -> Iterator[Relation]:
    """``由A、B和C联合主办``, ``A、B共同发起X``: joint work of several, stated as founding or organizing elsewhere."""
    for m in re.finditer(r"(?:签署|签订)(?:了)?", scene.text):
        begin, end = clause_of(scene.text, m.start())
        bodies = scene.between(begin, m.start(), PARTNERS)
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
            parties = tuple(map(here, bodies))
            yield from signed(scene, parties, m.end(), end, span_of(*bodies), is_future(scene, m.start()))
            # A、B签署共建X协议: X is agreed upon, and not there yet
            yield from founded(scene, parties, m.end(), end, True)


_PLACES_TOGETHER: Final = re.compile(
    r"(?:[两二三四五六七八九多]地|[两二三四五六七八九\d]+[省市区县城](?:市)?)(?!高新|园|企业|高校|院|专家)(?=[^,;。]{0,24}(?:合作|协同|共建|联动|研究))"
)


def _named_places(scene: Scene) -> Iterator[Relation]:
    """``开展青、吴、嘉三地湿地研究合作``: the places of a list work with each other."""
    for m in _PLACES_TOGETHER.finditer(scene.text):
        row = row_before(scene, m.start(), ("", "、", "和"))
        for one, other in combinations(row, 2):
            planned = is_future(scene, m.start())
            yield link(scene, one, "shkc:cooperatesWith", other, "places together", planned=planned)
