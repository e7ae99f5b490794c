"""Events: on what theme, with which guests; and what belongs to which event."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from shkc_kg.model import Literal, Relation
from shkc_kg.reading.classes import PLACES
from shkc_kg.reading.facts.making import Actor, here, link, link_key, span_of
from shkc_kg.reading.facts.view import event_above, event_in_view
from shkc_kg.reading.grammar import names_after, names_before
from shkc_kg.reading.lines.clauses import clause_of
from shkc_kg.reading.names.resolve import EVENT_CLASSES
from shkc_kg.reading.scene import Scene

__all__ = ["events"]


def events(scene: Scene) -> Iterator[Relation]:
    """The themes, guests and parts of events that a passage states."""
    yield from _themes(scene)
    yield from _guests(scene)
    yield from _cards(scene)
    yield from _parts_of(scene)


_THEME: Final = re.compile(
    r"(?:以|围绕|聚焦|紧扣)“(?P<theme>[^“”]{2,60})”(?:作?为)?(?:这一)?(?:大会|年度|活动)?(?:的)?主题|"
    r"主题(?:[为是]:?|:|\s)\s*“(?P<quoted>[^“”]{2,60})”|主题(?:[为是]:?|:|\s)\s*(?P<label>[^“”。;\n\t]{2,40})"
)


def _themes(scene: Scene) -> Iterator[Relation]:
    """``论坛以“X”为主题``, ``围绕“X”主题``, ``主题:X``."""
    for m in _THEME.finditer(scene.text):
        group = next(g for g, v in m.groupdict().items() if v)
        event = _themed(scene, m)
        if (
            event is None
            or _is_ceremony(scene, event)
            or re.match(r"等主题|及", scene.text[m.end(group) : m.end(group) + 3])
        ):
            continue
        theme = Literal(scene.passage.text[m.start(group) : m.end(group)].strip(), "zh")
        yield link_key(scene, event, "shkc:theme", theme, "theme", m.span())


_DESCRIBES: Final = re.compile(r"”?的(?!(?:本次|本届)?(?:大会|论坛|会议|峰会|展会|博览会|活动))")


_ANNOUNCED: Final = re.compile(r"(?:新闻)?发布会")


def _is_ceremony(scene: Scene, event: Actor) -> bool:
    """Whether an event only opens, ends or announces the one with the theme: ``X开幕式``."""
    return scene.things[event[0]].name.endswith(("开幕式", "闭幕式", "启动仪式", "开幕仪式", "闭幕仪式"))


def _themed(scene: Scene, m: re.Match[str]) -> Actor | None:
    """The event that a theme describes from in front (``主题为“X”的第七届论坛``), else the one in view."""
    described = _DESCRIBES.match(scene.text, m.end())
    if described is None:
        return event_in_view(scene, m.start())
    found = next((n for n in scene.top if n.begin - described.end() in (0, 1) and n.cls in EVENT_CLASSES), None)
    # 以“X”为主题的某大会新闻发布会: the theme is not that of the announcement
    announced = found is not None and _ANNOUNCED.search(scene.text, found.begin, found.end)
    return here(found) if found is not None and not announced else None


_GUEST: Final = re.compile(r"(?:担任|为|任|作为|是)(?:[^,;。]{0,6})?(?:主宾国|主宾省|主宾市|主宾城市|主宾单位|主宾)")
_GUEST_IS: Final = re.compile(r"(?:主宾国|主宾省|主宾市|主宾城市|主宾)(?:和[^,;。]{2,5})?(?:分别)?(?:为|是|由|:)")


def _guests(scene: Scene) -> Iterator[Relation]:
    """``阿联酋和重庆市担任主宾国和主宾省``, ``主宾国为塞尔维亚``, of the event in view."""
    for m in (*_GUEST.finditer(scene.text), *_GUEST_IS.finditer(scene.text)):
        event = event_in_view(scene, m.start())
        if event is None:
            continue
        for guest in names_before(scene, m.start(), PLACES) or names_after(scene, m.end(), PLACES):
            words = span_of(guest, m.span())
            yield link_key(scene, event, "shkc:guestOfHonour", here(guest), "guest of honour", words)


def _cards(scene: Scene) -> Iterator[Relation]:
    """Events that stand below an event's heading as members of a card belong to it."""
    whole = event_above(scene)
    if whole is None or not scene.top:
        return
    covered = sum(n.end - n.begin for n in scene.top)
    if covered < len(scene.text) - 2 - 2 * len(scene.top):
        return
    for one in scene.top:
        if one.cls in EVENT_CLASSES and one.key != whole[0]:
            yield link_key(scene, here(one), "schema:superEvent", whole, "card:member", (one.begin, one.end))


_AS_PART: Final = re.compile(
    r"(?:作为|是)(?P<wholes>[^,;。]{3,50}?)(?:的)?(?:重要)?(?:载体|组成部分|系列活动之一|配套活动|分会场|分论坛|专场|一部分|重要活动)"
)


def _parts_of(scene: Scene) -> Iterator[Relation]:
    """``作为A暨B闭幕式重要载体,X举行``, ``X是A的重要组成部分``: X belongs to A and to B."""
    for m in _AS_PART.finditer(scene.text):
        wholes = scene.between(m.start("wholes"), m.end("wholes"), EVENT_CLASSES)
        begin, end = clause_of(scene.text, m.start())
        if scene.text[begin : m.start()]:
            one = next((n for n in reversed(scene.between(begin, m.start(), EVENT_CLASSES))), None)
        else:
            _, stop = clause_of(scene.text, end + 1) if end < len(scene.text) else (end, end)
            one = next(iter(scene.between(end, stop, EVENT_CLASSES)), None)
        for whole in wholes if one is not None else ():
            if one is not None and whole.key != one.key:
                yield link(scene, one, "schema:superEvent", whole, "as part")
