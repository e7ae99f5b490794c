"""What events brought about: things that were made, shown or signed there, or results in the words of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from shkc_kg.model import Literal, PassageKind, Relation, ScopeReason
from shkc_kg.reading.classes import FACILITIES, INSTITUTIONS, PLACES, ZONES
from shkc_kg.reading.facts.discourse import opening
from shkc_kg.reading.facts.making import Actor, here, link_key
from shkc_kg.reading.facts.tense import is_future
from shkc_kg.reading.grammar import names_after, names_before
from shkc_kg.reading.lines.clauses import clause_of, is_quoted
from shkc_kg.reading.names.resolve import EVENT_CLASSES
from shkc_kg.reading.scene import Scene

__all__ = ["BROUGHT_ABOUT", "outcomes"]

_BROUGHT: Final = re.compile(
    r"(?:揭牌|挂牌)?成立|设立|揭牌|发布|签约|签订|落地|落户|启动|首发|首映|签署|亮相|揭晓|上线|评选产生"
)
BROUGHT_ABOUT: Final = FACILITIES | frozenset(
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


def outcomes(scene: Scene) -> Iterator[Relation]:
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


def _event(scene: Scene) -> Actor | None:
    subject = scene.subject
    if subject is None or scene.things[subject.key].cls not in EVENT_CLASSES:
        return None
    return subject.key, (subject.passage,), (ScopeReason.COREFERENCE,)


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
    chosen = names_before(scene, m.start(), BROUGHT_ABOUT - _PARTIES if signs else BROUGHT_ABOUT)
    if not chosen and m[0] not in ("落户", "落地"):  # what stands behind these is the place
        chosen = names_after(scene, m.end(), BROUGHT_ABOUT)
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
