"""Policies, reports, films and programmes: published when and by whom, about what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from shkc_kg.model import Relation
from shkc_kg.reading.classes import FACILITIES, INSTITUTIONS, ZONES
from shkc_kg.reading.facts.agents import agents, printed_agents, region_agent
from shkc_kg.reading.facts.discourse import opening
from shkc_kg.reading.facts.making import Actor, dated, here, link, link_key, span_of
from shkc_kg.reading.facts.tense import is_future
from shkc_kg.reading.facts.when import first_day, when
from shkc_kg.reading.grammar import Verb, names_after, names_before, verbs
from shkc_kg.reading.lines.clauses import clause_of, sentence_of
from shkc_kg.reading.names import Named
from shkc_kg.reading.scene import Scene

__all__ = ["works"]

_WORKS: Final = frozenset(("Policy", "Publication", "MediaWork", "Film", "Broadcast"))
_ISSUED: Final = _WORKS | {"Programme", "Plan", "Initiative"}
_MEDIA: Final = frozenset(("MediaWork", "Film", "Broadcast"))
_ISSUING: Final = INSTITUTIONS | ZONES | {"Province", "City", "District"}


def works(scene: Scene) -> Iterator[Relation]:
    """The facts about titled works that a passage states."""
    for verb in verbs(scene, "publish", "air"):
        yield from _published(scene, verb)
    for verb in verbs(scene, "air"):
        yield from _aired(scene, verb)
    yield from _tells(scene)
    yield from _title_of(scene)


def _published(scene: Scene, verb: Verb) -> Iterator[Relation]:
    """``《X》发布``, ``发布《X》``: a date, and the publisher that is printed in front or elided."""
    future = is_future(scene, verb.begin)
    before = names_before(scene, verb.begin, _ISSUED)
    objects = () if before else names_after(scene, verb.end, _ISSUED)
    objects = tuple(n for n in objects if not _NOT_ITSELF.match(scene.text, n.end))
    if objects and _COUNTED.search(scene.text[verb.end : objects[0].begin]):
        objects = ()  # 发布28个2020年计划开工项目
    date = when(scene, verb.begin, own_year=not _cites(scene, verb))
    for work in before or objects:
        # a text's own date is not that of what it cites
        if date is not None and (date.words is not None or not _is_cited(scene, verb, work)):
            words = (verb.begin, verb.end)
            value, offer = first_day(date.edtf), _OFFER.search(scene.text, work.begin, work.end)
            prop = "shkc:cameAboutOn" if offer else "schema:datePublished"
            yield dated(scene, work, prop, value, date, f"publish:{verb.word}", words, future)
    if verb.frame == "publish":
        yield from _issued_by(scene, verb, before)
        yield from _issued(scene, verb, objects)


def _issued(scene: Scene, verb: Verb, works: tuple[Named, ...]) -> Iterator[Relation]:
    """``A发布《X》``, ``会同B印发《X》``: who issues the works behind a verb, printed or elided, and with whom."""
    future, printed = is_future(scene, verb.begin), printed_agents(scene, verb.begin)
    for work in works:
        if not printed and _TELLS_ISSUERS.search(scene.text[work.begin : work.end]):
            continue
        if not printed and (work.cls in _MEDIA or opening(scene) is not None or _at_meeting(scene, verb)):
            continue  # 会上…,发布《X》: whoever spoke before
        for one in _issuers(scene, verb):
            if scene.things[one[0]].cls in _ISSUING and one[0] != work.key:
                words = span_of(work, (verb.begin, verb.end), *printed)
                yield link_key(scene, here(work), "schema:publisher", one, "publish:issuer", words, planned=future)
        for who in _issuing_with(scene, verb):
            yield link(scene, work, "schema:publisher", who, "publish:with", planned=future)


# a bank's loan, an insurer's cover: launched, but no work that is published
_OFFER: Final = re.compile(r"[贷险债券]”?\Z")
_MEETS: Final = re.compile(
    r"(?:[推发交洽]\w会|大会|会议|论坛|峰会|年会|活动|仪式|会)(?:上|现场|当天|期间)?(?:还|也|并|同时|同步|集中|正式|首次|将|会)*"
    r"(?:发布|公布|首发|推出|宣布|解读)"
)


def _at_meeting(scene: Scene, verb: Verb) -> bool:
    """Whether a sentence tells what was made known at a meeting, whoever did so: ``推介会还公布了《X》,首发了《Y》``."""
    return _MEETS.search(scene.text, sentence_of(scene.text, verb.begin), verb.end) is not None


_JOINTLY: Final = re.compile(r"(?:^|[已还并])(?:会同|联合)(?=[^,;。]{2,60}$)")


def _issuing_with(scene: Scene, verb: Verb) -> tuple[Named, ...]:
    """With whom somebody issues a paper: ``会同A、B印发《X》``."""
    begin, _ = clause_of(scene.text, verb.begin)
    m = _JOINTLY.search(scene.text[begin : verb.begin])
    bodies = scene.between(begin + m.end(), verb.begin, INSTITUTIONS) if m else ()
    return bodies if bodies and m is not None and bodies[0].begin == begin + m.end() else ()


# 《A、B关于举办X的通知》 is issued by A and B
_TELLS_ISSUERS: Final = re.compile(r"《[^《》]{2,40}[^《》与]关于")
_COUNTED: Final = re.compile(r"\d+[余多]?[个项份部条]“?\Z")


def _cites(scene: Scene, verb: Verb) -> bool:
    """Whether a paper that somebody issued is only cited: ``根据某年发布的《X》``."""
    return scene.text.startswith("的", verb.end)


# 某部发布《X》显示: what it says is told, not that it is out
_SAYS: Final = re.compile(r"》?(?:\([^()]{1,16}\))?(?:中|数据|结果)?(?:显示|指出|表明|称|认为|提到)")


def _is_cited(scene: Scene, verb: Verb, work: Named) -> bool:
    """Whether a work is cited for what it says: ``某部发布的《X》显示``."""
    return _cites(scene, verb) or _SAYS.match(scene.text, work.end) is not None


def _issuers(scene: Scene, verb: Verb) -> list[Actor]:
    """Who issues by a verb; what is only cited has the issuer that is printed with it, or none: ``我省出台的《X》``."""
    if _takes_part(scene, verb):
        return []
    if not _cites(scene, verb):
        return agents(scene, verb.begin)
    printed = [here(n) for n in printed_agents(scene, verb.begin)]
    begin, _ = clause_of(scene.text, verb.begin)
    own = _OF_REGION.match(scene.text, begin, verb.begin)
    return printed or (region_agent(scene, own.end()) or [] if own else [])


_OF_REGION: Final = re.compile(r"(?:近日|日前|(?:依|根)据|按照)?(?=[我本全][省市区县])")
# 印发《X》评估报告: not X itself
_NOT_ITSELF: Final = re.compile(r"的|(?:新)?开工|[\u4e00-\u9fff]{0,4}(?:评估|解读|征求意见|实施细则|修订|宣传|配套)")


def _takes_part(scene: Scene, verb: Verb) -> bool:
    """Whether somebody only helped to issue: ``参与制定出台《X》``."""
    begin, _ = clause_of(scene.text, verb.begin)
    return re.search(r"(?:参与|配合|协助|推动|争取|促成)[^,;。]{0,4}$", scene.text[begin : verb.begin]) is not None


_BY: Final = re.compile(r"由(?=[^,;。]{2,60}$)")


def _issued_by(scene: Scene, verb: Verb, works: tuple[Named, ...]) -> Iterator[Relation]:
    """``《X》由A、B于2019年2月印发``: the bodies behind 由 issue it."""
    clause, _ = clause_of(scene.text, verb.begin)
    by = _BY.search(scene.text[clause : verb.begin])
    for who in scene.between(clause + by.end(), verb.begin, INSTITUTIONS) if by else ():
        for work in works:
            yield link(scene, work, "schema:publisher", who, "publish:by", planned=is_future(scene, verb.begin))


def _aired(scene: Scene, verb: Verb) -> Iterator[Relation]:
    """``在A频道播出《X》``, ``《X》在A播出``, ``联合A摄制《X》``: the body behind 在 or 联合 publishes it."""
    begin, end = clause_of(scene.text, verb.begin)
    works = scene.between(begin, end, _MEDIA)
    led = False
    for who in scene.between(begin, verb.begin, INSTITUTIONS | FACILITIES):
        front = scene.text[begin : who.begin]
        led = bool(re.search(r"(?:在|由|联合|会同|携手)$", front)) or (
            led and bool(re.search(r"(?:、|和|与|及)$", front))
        )
        if not led or re.match(r"[^,;。]{0,4}(?:发布会|首映式)", scene.text[who.end : end]):
            continue
        for work in works:
            yield link(scene, work, "schema:publisher", who, "aired", planned=is_future(scene, verb.begin))


_TELLS: Final = re.compile(r"(?:讲述|记录|介绍|展示|反映|展现|回顾)(?:了)?")


def _tells(scene: Scene) -> Iterator[Relation]:
    """``《星河一叶》首映,讲述叶叔华院士…``: a work is about the person whose story it tells."""
    for m in _TELLS.finditer(scene.text):
        _, end = clause_of(scene.text, m.start())
        earlier = [n for n in scene.top if n.end <= m.start() and n.cls in _MEDIA]
        person = next((n for n in scene.between(m.end(), end, {"Person", *INSTITUTIONS})), None)
        if earlier and person is not None and person.begin - m.end() <= 4:
            yield link(scene, earlier[-1], "schema:about", person, "tells")


_SERIES: Final = re.compile(r"(?:推出|制作|拍摄|打造|摄制)$")


def _title_of(scene: Scene) -> Iterator[Relation]:
    """``推出科技大师系列电影,纪录电影《X》首映``: a work that follows a named series of works is a part of it."""
    series: Named | None = None
    for name in scene.top:
        if name.cls not in _MEDIA:
            continue
        titled = scene.text[name.begin] == "《"
        if not titled and "系列" in scene.text[name.begin : name.end] and _SERIES.search(scene.text[: name.begin]):
            series = name
        elif titled and series is not None and scene.text[series.end] == ",":
            yield link(scene, name, "shkc:partOf", series, "series")
            return
