"""Who founded what, where the founders stand behind 由, or in front of 共建的."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from shkc_kg.model import Relation
from shkc_kg.reading.classes import BODIES, FACILITIES, INSTITUTIONS, PLACES, ZONES
from shkc_kg.reading.facts.agents import agents, printed_agents
from shkc_kg.reading.facts.honours import DESIGNATION
from shkc_kg.reading.facts.making import Actor, here, link_key, span_of
from shkc_kg.reading.facts.tense import is_future
from shkc_kg.reading.grammar import Verb, in_name, names_after, names_before
from shkc_kg.reading.lines.clauses import clause_of, is_quoted, sentence_of
from shkc_kg.reading.names import Named
from shkc_kg.reading.scene import Scene

__all__ = ["MADE", "founders", "is_proposed", "joint_founders"]

MADE: Final = INSTITUTIONS | FACILITIES | ZONES | {"Fund", "Project", "Programme", "Award", "Plan", "Initiative"}
_BY: Final = re.compile(r"由(?=[^,;。]{2,80}$)")
_ALONE: Final = frozenset(("设立", "成立", "组建"))
# whoever 在高新区注册成立某公司 is not the place
_REGISTERED: Final = re.compile(r"注册[^,;。]{0,4}$")

# 教育部同意建立某大学 and 参与组建某基金 found nothing themselves
_NOT_ITSELF: Final = re.compile(r"(?:同意|批准|批复|参与|参股)$")


# 宣读了学校成立X的决定: whoever the school is
_UNNAMED: Final = re.compile(r"(?:学校|学院|[我该]校|[我该]院|[我该]所|公司|集团|单位)(?:决定|正式|新)?\Z")


# 由A和B决定,成立X: it is theirs
_DECIDED: Final = re.compile(r"[由经][^。;]{2,60}(?:决定|批准|同意|研究)")


def is_proposed(scene: Scene, at: int) -> bool:
    """Whether a clause only proposes what its verb tells: ``提出推进A与B共建C``."""
    return _PROPOSED.search(scene.text, clause_of(scene.text, at)[0], at) is not None


def founders(scene: Scene, made: tuple[Named, ...], verb: Verb, *, objects: bool) -> Iterator[Relation]:
    """``A、B共同成立X``, ``X由A、B发起成立``; an elided founder is stated only for what a body sets up by itself."""
    future = is_future(scene, verb.begin)
    if _NOT_ITSELF.search(scene.text, max(0, verb.begin - 4), verb.begin) or is_proposed(scene, verb.begin):
        return
    for thing in made:
        for one in _founding(scene, verb, objects=objects):
            # 支持A市创建示范区 is a goal of the city, not its foundation
            goal = (
                thing.cls in ZONES and scene.things[one[0]].cls in PLACES and DESIGNATION.search(scene.name(thing.key))
            )
            elided = bool(one[1] or one[2])
            if elided and (thing.cls == "Company" or _REGISTERED.search(scene.text, 0, verb.begin)):
                continue
            if one[0] != thing.key and not goal:
                words = span_of(thing, (verb.begin, verb.end))
                yield link_key(scene, here(thing), "schema:founder", one, "founder", words, planned=future)


def _founding(scene: Scene, verb: Verb, *, objects: bool) -> list[Actor]:
    clause, _ = clause_of(scene.text, verb.begin)
    by = _BY.search(scene.text[clause : verb.begin])
    if by is not None:
        return _founding_by(scene, clause + by.end(), verb.begin)
    printed = printed_agents(scene, verb.begin) if objects else ()
    printed = printed or (_leading(scene, clause, verb.begin) if objects else ())
    first = sentence_of(scene.text, verb.begin)
    if not printed and (
        _UNNAMED.search(scene.text, clause, verb.begin) or _DECIDED.search(scene.text, first, verb.begin)
    ):
        return []
    if printed or not objects:
        return [here(n) for n in printed]
    if _DISSOLVED.search(scene.text, first, verb.begin):
        return []
    return agents(scene, verb.begin) if verb.word in _ALONE else []


_WITH_UNREAD: Final = re.compile(r"(?:联合|会同|携手|联手|牵头联合)(?=[\u4e00-\u9fff])")


def _leading(scene: Scene, begin: int, at: int) -> tuple[Named, ...]:
    """A body that opens its clause and does it with others, of whom not all were read: ``A联合未读之名组建X``."""
    name = next((n for n in scene.between(begin, at, BODIES | {"FunctionalZone"}) if n.begin == begin), None)
    joined = _WITH_UNREAD.match(scene.text, name.end, at) if name is not None else None
    if name is None or joined is None or not 2 <= at - joined.end() <= 24 or "的" in scene.text[joined.end() : at]:
        return ()
    return (name,)


# A成立于某年,某年撤销,成立B: A is gone before
_DISSOLVED: Final = re.compile(r"撤[销消并]|裁撤|解散|停办|并入|更名|改称|改名")
# 提出推进A与B共建C, 建议成立C: nothing is founded yet
_PROPOSED: Final = re.compile(r"(?:提出|建议|提议|倡议|呼吁|提案)(?!者|下)")


# 由A、B参加的X在C成立: they take part in it
_MODIFYING: Final = re.compile(r"(?:参加|参与|组成|加入|构成|支持|指导|主管)的")


def _founding_by(scene: Scene, begin: int, end: int) -> list[Actor]:
    """The bodies behind 由, up to where a place follows 在, if they do not only take part."""
    if _MODIFYING.search(scene.text, begin, end):
        return []
    bodies = scene.between(begin, end, BODIES)
    return [here(n) for n in bodies if n.cls not in PLACES or not scene.text.endswith(("在", "于"), 0, n.begin)]


_JOINT: Final = re.compile(
    r"(?:[二三四五多]方)?(?:共同|联合|合作|牵头|投资)*(?:共建|合建|合办|合作设立|组建|建设|发起成立|发起设立|发起|设立|创办|创建|建立|打造|成立)的(?=[\u4e00-\u9fff“A-Z])"
)


# 某区经发投集团: the place only opens the name of a firm that was not read
_BODY_GOES_ON: Final = re.compile(
    r"[\u4e00-\u9fff]{1,8}?(?:集团|公司|局|厅|委|会|院|所|中心|大学|学院|银行|基金)(?=[、和与及共联投建打创牵])"
)


# 依托A建设的X: A houses it, whoever founded it
_RELIED_ON: Final = re.compile(r"(?:依托|依靠|借助|利用|围绕|面向|针对)(?:于)?\Z")


def joint_founders(scene: Scene) -> Iterator[Relation]:
    """``A、B共建的X揭牌``, ``由A牵头组建的X``: what the clause in front says of who made X."""
    for m in _JOINT.finditer(scene.text):
        if in_name(scene, m.start(), m.end()) or is_quoted(scene.text, m.start()):
            continue
        clause, _ = clause_of(scene.text, m.start())
        by = _BY.search(scene.text[clause : m.start()])
        makers = BODIES | {"Laboratory"}
        printed = scene.between(clause + by.end(), m.start(), makers) if by else names_before(scene, m.start(), makers)
        printed = tuple(n for n in printed if n.cls not in PLACES or not _BODY_GOES_ON.match(scene.text, n.end))
        if printed and _RELIED_ON.search(scene.text, clause, printed[0].begin):
            continue
        things = names_after(scene, m.end(), MADE)
        if len(things) > 1 and len(printed) > 1:
            continue  # A、B建设的X、Y may pair off one to one
        for thing in things[:1]:
            for one in printed:
                if one.key != thing.key:
                    words = span_of(one, thing)
                    yield link_key(scene, here(thing), "schema:founder", here(one), "founder:of", words)
