"""What is supported, promoted or built up: by the elided region, the district of the paragraph, or a printed body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from shkc_kg.model import Relation
from shkc_kg.reading.classes import FACILITIES, INSTITUTIONS, PLACES, ZONES
from shkc_kg.reading.facts.honours import DESIGNATION
from shkc_kg.reading.facts.making import here, link, link_key, span_of
from shkc_kg.reading.facts.supported import NOT_SUPPORTED, SUPPORTED, supported
from shkc_kg.reading.facts.tense import is_future
from shkc_kg.reading.grammar import names_after, verbs
from shkc_kg.reading.lines.clauses import clause_of
from shkc_kg.reading.scene import Scene

__all__ = ["support"]

# 以X为载体, 依托X, 借助X: X is the means by which what follows is built up
_MEANS: Final = re.compile(
    r"依托|借助|借力|发挥(?=[^,;。]{2,30}作用)|以(?=[^,;。]{2,40}为(?:重要)?(?:载体|依托|支撑|平台|核心|抓手|引领))"
)
_CARRIERS: Final = FACILITIES | INSTITUTIONS | ZONES


def support(scene: Scene) -> Iterator[Relation]:
    """What a region or body supports, and what serves as the means."""
    for verb in verbs(scene, "support"):
        yield from _supported(scene, verb.begin, verb.end)
    yield from _means(scene)
    yield from _helped(scene)


def _supported(scene: Scene, begin: int, end: int) -> Iterator[Relation]:
    """``支持A、B建设``, ``推动C落地``: each of the list by each who acts."""
    if not _is_done(scene, begin) or _of_venue(scene, begin):
        return
    future = is_future(scene, begin)
    for actor, thing in supported(scene, begin, end):
        words = span_of(thing, (begin, end))
        yield link_key(scene, actor, "shkc:supports", here(thing), "support", words, planned=future)


def _is_done(scene: Scene, begin: int) -> bool:
    """Whether a clause tells that something is supported, rather than permits it or names the matter spoken of."""
    clause, end = clause_of(scene.text, begin)
    matter = _IN_MATTERS.fullmatch(scene.text, clause, end) or _PURPOSE.match(scene.text, clause, end)
    urged = _URGED.search(scene.text, clause, begin) or _CHARGED.search(scene.text, clause, end)
    return matter is None and urged is None and _PERMITS.search(scene.text, max(0, begin - 4), begin) is None


# 建议在某市建设X, 被赋予建设X的使命, 推动X升级的背景下: what somebody wants, is charged with or acts amid
_URGED: Final = re.compile(r"建议|提议|倡议(?!书)|呼吁|提案|议案")
_CHARGED: Final = re.compile(
    r"(?:赋予|肩负|担负|承载|交给)[^,;。]*(?:使命|任务|重任|职责|定位)|(?:背景|形势|要求|格局)下\Z"
)
_SIDE_VENUE: Final = re.compile(r"(?:设立|设置|设|开设)(?:了)?[^,;。]{0,6}(?:分会场|会场|展区|展台|展位|分论坛)\Z")


def _of_venue(scene: Scene, begin: int) -> bool:
    """Whether the clause before only tells where an event has a venue: ``甲、乙设立分会场,助力X``."""
    clause, _ = clause_of(scene.text, begin)
    return clause > 0 and _SIDE_VENUE.search(scene.text, clause_of(scene.text, clause - 1)[0], clause - 1) is not None


# 在建设X、Y方面,Z获批: of which matter the rest is told
_IN_MATTERS: Final = re.compile(r"在(?:[^,;。]*?)(?:方面|过程中|的?同时|基础上|进程中)")
_PURPOSE: Final = re.compile(
    r"为(?:了)?(?:进一步|深入|全面|更好地?|积极|切实|充分|持续|加快|推进|推动|支持|加强|促进|助力|贯彻|落实)"
)
# 批复同意建设X is a permission, 就建设X达成共识 is talk about it
_PERMITS: Final = re.compile(
    r"(?:同意|批准|批复|(?:获批|获准)(?:开展|试点|先行|率先)?|(?:就|对|关于)(?:合作|共同|联合|进一步|加快|支持|推进)?)$"
)


def _means(scene: Scene) -> Iterator[Relation]:
    """``以A为载体,打造B``, ``依托A,协助B``, ``借助A在多方面的应用,助力B建设``: A supports B."""
    for m in _MEANS.finditer(scene.text):
        begin, end = clause_of(scene.text, m.start())
        if re.search(r"[\u4e00-\u9fff]$", scene.text[begin : m.start()]):
            continue
        means = next((n for n in scene.top if n.begin == m.end() and n.cls in _CARRIERS and n.end <= end), None)
        if means is None or end >= len(scene.text) or scene.text[end] != ",":
            continue
        if means.cls in ZONES and m[0] == "以" and "核心" in scene.text[means.end : end]:
            continue  # 以A、B为核心,规划建设C: A is a part of C
        _, stop = clause_of(scene.text, end + 1)
        for verb in verbs(scene, "support", "have", "help"):
            if not end < verb.begin < stop:
                continue
            for thing in names_after(scene, verb.end, SUPPORTED - NOT_SUPPORTED):
                if thing.key != means.key and thing.end <= stop and not DESIGNATION.search(scene.name(thing.key)):
                    words = span_of(means, thing)
                    future = is_future(scene, verb.begin)
                    yield link_key(scene, here(means), "shkc:supports", here(thing), "means", words, planned=future)


_BUILDS: Final = re.compile(r"(?:搭建|建设|建立|设立|成立|组建|打造)(?:了)?")
_BUILT: Final = FACILITIES | {"ResearchInstitute", "Park", "Fund", "Institution"}


def _helped(scene: Scene) -> Iterator[Relation]:
    """``协助普洱搭建中药检测中心``: the helped founds it, and it stands in the helped place."""
    for verb in verbs(scene, "help", "support"):
        helped = names_after(scene, verb.end, PLACES | INSTITUTIONS)
        if len(helped) != 1:
            continue
        built = _BUILDS.match(scene.text, helped[0].end)
        future = is_future(scene, verb.begin)
        for made in names_after(scene, built.end(), _BUILT) if built else ():
            words = span_of(helped[0], made)
            yield link(scene, made, "schema:founder", helped[0], "helped", planned=future)
            if helped[0].cls in ("City", "District", "Province"):
                yield link_key(scene, here(made), "schema:location", here(helped[0]), "helped", words, planned=future)
