"""What events, programmes and regions brought about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from shkc_kg.model import Literal, PassageKind, Relation, ScopeReason
from shkc_kg.reading.facts.making import Actor, link_key
from shkc_kg.reading.grammar import clause_of, is_future
from shkc_kg.reading.names.resolve import EVENT_CLASSES
from shkc_kg.reading.numbers import Number
from shkc_kg.reading.scene import Scene

__all__ = ["outcomes"]

_BROUGHT: Final = re.compile(r"(?:成立|设立|揭牌|发布|签约|落地|落户|启动|首发|举行|签署)")
_AT_EVENT: Final = re.compile(r"(?:开幕式|论坛|大会|会议|峰会|展会|活动|期间|会)(?:期间)?上?$")
_ACHIEVED: Final = re.compile(
    r"(?:新增|选举|产生|实现|达成|完成|签约|签署|举办|组织|支持|落地|引进|获批|获得|建成|培训|培养|推广|征集|评选|转化|对接|发布|授权|当选|净增|认定|孵化|吸引|惠及|接待|覆盖|交易额|意向)"
)


def outcomes(scene: Scene) -> Iterator[Relation]:
    """Things that came about at an event, and counted results as text."""
    yield from _at_events(scene)
    yield from _counted(scene)


def _event(scene: Scene) -> Actor | None:
    subject = scene.subject
    if subject is None or scene.things[subject.key].cls not in EVENT_CLASSES:
        return None
    return subject.key, (subject.passage,), (ScopeReason.COREFERENCE,)


def _at_events(scene: Scene) -> Iterator[Relation]:
    """``论坛上,世界顶尖科学大奖设立``; the items below an event's 主要成果."""
    event = _event(scene)
    if event is None:
        return
    item = scene.passage.kind is PassageKind.ITEM
    opening = re.match(r"[^,;。]{0,10}上,", scene.text)
    for m in _BROUGHT.finditer(scene.text):
        if not item and opening is None or any(n.begin <= m.start() < n.end for n in scene.top):
            continue
        begin, _ = clause_of(scene.text, m.start())
        for thing in scene.between(begin, m.start()):
            if thing.key != event[0] and thing.cls not in ("Person", "Province", "City", "Country", *EVENT_CLASSES):
                words = (thing.begin, m.end())
                yield link_key(scene, event, "shkc:outcome", (thing.key, (), ()), "event:outcome", words, planned=is_future(scene, m.start()))


def _counted(scene: Scene) -> Iterator[Relation]:
    """``全球技术转移大会共实现现场对接2000余次``: the counted result, as printed, of the subject of the sentence."""
    for number in scene.numbers:
        if number.kind in ("ordinal", "rank", "vague", "percent", "feature", "place", "length", "duration"):
            continue
        begin, end = clause_of(scene.text, number.begin)
        if not _ACHIEVED.search(scene.text[begin:end]) or is_future(scene, number.begin):
            continue
        found = _subject(scene, number, begin)
        if found is None:
            continue
        subject, start = found
        stop = _stop(scene, number, end)
        printed = re.sub(r"^[,、共\s]+", "", scene.passage.text[start:stop])
        if 4 <= len(printed) <= 40:
            evidence = scene.evidence("counted outcome", (start, stop), scope=subject[1], reasons=subject[2])
            yield Relation(scene.name(subject[0]), "shkc:outcome", Literal(printed, "zh"), evidence)


def _stop(scene: Scene, number: Number, end: int) -> int:
    following = next((n.begin for n in scene.numbers if n.begin >= number.unit_end), end)
    comma = scene.text.find("、", number.unit_end, min(following, end))
    return comma if comma >= 0 else min(end, following if following < end and scene.text[number.unit_end] in "、" else end)


def _subject(scene: Scene, number: Number, begin: int) -> tuple[Actor, int] | None:
    """The subject that a counted clause prints at its start, or takes from the sentence's first clause."""
    first = next((n for n in scene.top if n.begin == begin and n.end <= number.begin), None)
    sentence = max((m.end() for m in re.finditer(r"[。;\n\t]", scene.text[: number.begin])), default=0)
    led = next((n for n in scene.top if n.begin == sentence and n.end <= number.begin), None)
    for name, start in ((first, first.end if first else 0), (led, begin)):
        if name is not None and name.cls not in ("Person", "Award", "Country"):
            return (name.key, (), ()), max(start, begin)
    if re.match(r"(?:全年|全市|全年全市|新增|支持)", scene.text[begin:]) and scene.region is not None:
        lead = re.match(r"(?:全年)?(?:全市)?", scene.text[begin:])
        return (scene.region, (), (ScopeReason.REPORT_REGION,)), begin + (lead.end() if lead else 0)
    return None
