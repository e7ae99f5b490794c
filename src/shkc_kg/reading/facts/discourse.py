"""What a passage takes from those before it: the event in view, which dates what came about there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from shkc_kg.model import Literal, PassageKind, Relation, ScopeReason
from shkc_kg.reading.calendar.dates import DateAtom
from shkc_kg.reading.facts.leads import acts
from shkc_kg.reading.facts.view import is_cited
from shkc_kg.reading.facts.when import coarse
from shkc_kg.reading.names import Named
from shkc_kg.reading.names.resolve import EVENT_CLASSES
from shkc_kg.reading.scene import Scene, Supplied

__all__ = ["Times", "event_times", "in_view", "opening"]

_NEAR: Final = 6  # passages; further on, 大会 is no longer the one spoken of
Times = Mapping[str, tuple[str, str]]
"""For the names of events: the interval in EDTF, and the passage that tells it."""

_AT_EVENT: Final = re.compile(
    r"^(?:在|于)?(?:本次|本届|此次|该|首届)?(?P<what>(?!记者|据)[\u4e00-\u9fff]{0,8}?(?:开幕式|闭幕式|全体会议|全体大会|论坛|大会|会议|峰会|展会|博览会|活动|会)(?:期间|上|现场|当天|当日))(?=[,:]|[\u4e00-\u9fff“《])"
)
_ANAPHOR: Final = re.compile(
    r"^(?:据(?:了解|悉|介绍),)?(?:本次|本届|此次|该|这次)?(?P<kind>论坛年会|论坛大会|大会|论坛|会议|峰会|年会|展会|博览会|活动|大赛|赛事|节目|研讨会|交流会|科技节)(?!议|展|员)"
    r"|^(?:据(?:了解|悉|介绍),)?(?:本次|本届|此次|这次)[\u4e00-\u9fff]{0,8}?(?P<this>论坛|年会|展会|博览会|活动[周月]?|科技[周月]|宣传[周月]|大赛|研讨会|交流会)(?!议|展|员)"
)
_THIS_ONE: Final = re.compile(r"(?:据(?:了解|悉|介绍),)?(?:本次|本届|此次|这次)")
_SPEAKS: Final = re.compile(r"(?:主旨|特邀|大会|主题)(?:报告|演讲)|(?:致辞|致贺)|主宾[国省市城单]")
# 某某、某某出席会议: at what the sentence before tells of
_ATTENDED: Final = re.compile(
    r"(?:出席|参加)(?:了)?(?:本次|本届|此次|这次|该)?(?:大会|论坛|会议|年会|峰会|活动|开幕式|研讨会|座谈会|交流会)(?=[,;。并]|$)|(?:主持|介绍)(?:了)?(?:大会|论坛|会议|开幕式|活动)(?=[,;。]|$)"
)
_TOLD_AGAIN: Final = re.compile(r"下一届|上一届|上届|往届")
_SHORT: Final = re.compile(r"^会(?:上|期|议期间)")


def event_times(facts: Iterable[Relation]) -> Times:
    """The interval of each event that the text itself dates, the most exact one told."""
    found: dict[str, dict[str, tuple[str, str]]] = {}
    for fact in facts:
        if fact.predicate not in ("schema:startDate", "schema:endDate") or not isinstance(fact.object, Literal):
            continue
        if ScopeReason.REPORT_YEAR in fact.evidence.reasons or fact.evidence.planned:
            continue
        held = found.setdefault(fact.subject, {})
        value = fact.object.value
        if fact.predicate not in held or len(value) > len(held[fact.predicate][0]):
            held[fact.predicate] = (value, fact.evidence.passage)
    times = {}
    for event, ends in found.items():
        first = ends.get("schema:startDate")
        if first is None:
            # a closing day alone tells the month only
            times[event] = (ends["schema:endDate"][0][:7], ends["schema:endDate"][1])
            continue
        if "schema:endDate" not in ends:
            # an opening day: what comes about later at the event has its month only
            times[event] = (f"{first[0]}/{first[0][:7]}" if len(first[0]) == len("2021-05-31") else first[0], first[1])
            continue
        last = ends["schema:endDate"]
        value = first[0] if first[0] == last[0] or len(first[0]) != len(last[0]) else f"{first[0]}/{last[0]}"
        times[event] = (value, first[1])
    return times


def in_view(scenes: Sequence[Scene], times: Times) -> tuple[Scene, ...]:
    """The scenes, those at an event with it as subject and its dates as theirs.

    ``论坛上,X揭牌`` below the sentence that dates the forum; the items below its 主要成果.
    """
    out, last = [], dict[str, list[tuple[Named, Scene]]]()
    for before, scene in zip((None, *scenes), scenes, strict=False):
        spoken = _spoken(before, scene) if before is not None else ()
        out.append(replace(_at_event(scene, times, last.get(scene.passage.section, [])), spoken=spoken))
        events = [n for n in scene.top if n.cls in EVENT_CLASSES and not is_cited(scene, n)]
        held = [n for n in events if not _is_whole_of(scene, n)]
        if (
            held
            and not _TOLD_AGAIN.search(scene.text[: held[0].begin])
            and scene.passage.kind is not PassageKind.HEADING
        ):
            last.setdefault(scene.passage.section, []).append((held[0], scene))
    return tuple(out)


_PART: Final = re.compile(r"[^,;。]{0,6}(?:的|之)?[^,;。的]{0,8}(?:活动|环节|组成部分|板块|内容|品牌)(?:之一)?")


def _is_whole_of(scene: Scene, name: Named) -> bool:
    """Whether an event is only what another belongs to: ``作为X的亮点活动之一,Y开幕``, ``Y是X的重要组成部分``."""
    if scene.text.endswith("作为", 0, name.begin):
        return True
    led = re.search(r"(?:作为|是|为)[^,;。]{0,4}\Z", scene.text[: name.begin])
    return led is not None and _PART.match(scene.text, name.end) is not None


def _spoken(before: Scene, scene: Scene) -> tuple[Supplied, ...]:
    """What the sentence right before names, which 该平台 or 这是 may mean."""
    told = before.passage.kind is not PassageKind.HEADING and before.passage.section == scene.passage.section
    if not told:
        return ()
    return tuple(Supplied(n.key, before.passage.id, n.begin <= 1 and acts(before, n)) for n in before.top)


def _at_event(scene: Scene, times: Times, earlier: Sequence[tuple[Named, Scene]]) -> Scene:
    near = [one for one in earlier[-_NEAR:] if scene.passage.order - one[1].passage.order <= _NEAR]
    kind = _kind(scene.text)
    # 大会现场… is of the 大会 told of before, rather than of the 博览会 that was mentioned in between
    same = [one for one in reversed(near) if kind and scene.name(one[0].key).endswith(kind)]
    # 本届论坛 is the edition told of, rather than its series
    editions = [one for one in same if _THIS_ONE.match(scene.text) and scene.things[one[0].key].edition is not None]
    alike = next(iter(editions or same), None)
    before = alike or (near[-1] if near else None)
    event = scene.subject if scene.subject and scene.things[scene.subject.key].cls in EVENT_CLASSES else None
    printed = _printed(scene)
    named = event is not None and kind and scene.name(event.key).endswith(kind)
    if printed is not None:
        event = Supplied(printed.key, scene.passage.id)
    elif alike is not None and not named and scene.passage.kind is not PassageKind.ITEM:
        event = Supplied(alike[0].key, alike[1].passage.id)
    elif event is None and before is not None and _is_of(before, scene):
        event = Supplied(before[0].key, before[1].passage.id)
    if event is None:
        return scene
    scene = replace(scene, subject=event)
    opened = opening(scene)
    headed = scene.passage.kind is PassageKind.ITEM and scene.passage.id != event.passage
    if scene.when is not None or scene.name(event.key) not in times or not (opened or headed):
        return scene
    value, passage = times[scene.name(event.key)]
    atom = DateAtom(0, 0, _part(value, opened[1] if opened else ""), True)
    return replace(scene, when=(atom, passage))


def _is_of(before: tuple[Named, Scene], scene: Scene) -> bool:
    """Whether a passage goes on telling of an event: it points back to it, or says right behind it who was there."""
    next_to = scene.passage.order - before[1].passage.order == 1
    attended = next_to and not scene.between(0, len(scene.text), EVENT_CLASSES) and _ATTENDED.search(scene.text)
    return bool(attended) or _points_back(scene.text, scene.name(before[0].key))


_AT: Final = re.compile(r"(?P<what>(?:开幕式|闭幕式|全体会议|全体大会)?(?:期间|上|现场))")


def _printed(scene: Scene) -> Named | None:
    """The event that opens a passage as the place of what follows: ``在第六届江苏发展大会上,X揭牌``."""
    first = next(iter(scene.top[:1]), None)
    if first is None or first.cls not in EVENT_CLASSES or scene.text[: first.begin] not in ("", "在", "于"):
        return None
    return first if _AT.match(scene.text, first.end) else None


def opening(scene: Scene) -> tuple[int, str] | None:
    """Where a passage's opening such as 论坛上 or 开幕式上 ends, and what it says; ``None`` where there is none."""
    printed = _printed(scene)
    m = _AT.match(scene.text, printed.end) if printed else _AT_EVENT.match(scene.text)
    return (m.end(), m["what"]) if m else None


def _kind(text: str) -> str:
    """The word for an event that a passage opens with: 大会 of 大会由…."""
    m = _ANAPHOR.match(text)
    return (m["kind"] or m["this"]) if m else ""


def _points_back(text: str, event: str) -> bool:
    """Whether a passage opens with a word for the event of the sentences before: 大会以…, 会上, 本次论坛."""
    if _SHORT.match(text) or _SPEAKS.search(text):
        return True
    m = _ANAPHOR.match(text) or _AT_EVENT.match(text)
    if m is None:
        return False
    kind = (
        m.groupdict().get("kind") or m.groupdict().get("this") or re.sub(r"(?:期间|上|现场|当天|当日)$", "", m["what"])
    )
    return event[-1:] == kind[-1:] or kind in ("会议", "活动", "大会", "开幕式", "闭幕式", "全体会议", "全体大会", "会")


def _part(value: str, what: str) -> str:
    """The day of an event's opening or closing, else the month or year it lies in."""
    first, _, last = value.partition("/")
    if "开幕" in what:
        return first
    return last or first if "闭幕" in what and len(last) != len("2021-05") else coarse(value)
