"""Entries: a name that stands alone above some lines, or opens an item, and is what the rest of it tells of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from shkc_kg.model import PassageKind
from shkc_kg.reading.classes import BODIES
from shkc_kg.reading.facts.founders import MADE
from shkc_kg.reading.facts.making import Actor
from shkc_kg.reading.lines.clauses import clause_of
from shkc_kg.reading.names.resolve import EVENT_CLASSES
from shkc_kg.reading.scene import Scene

__all__ = ["Entry", "clauses_of", "in_entries", "opened"]

_KINDS: Final = MADE | EVENT_CLASSES
_OPENS: Final = re.compile(r"[(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})?[)]?[.、]?\s*[★◆●■·*【“]*\.?")
_TURNS: Final = re.compile(r"”?(?:\([^()]{1,20}\))?”?(?:】[:。]?|[:。])")
_ALONE: Final = re.compile(r"[】”*。:]*")
_LINES: Final = 12  # that hang from one name alone


@dataclass(frozen=True, slots=True)
class Entry:
    """What a passage tells of: the thing's key, the passage that names it, and where here the telling begins.

    ``lines`` tells that the name stands alone above, so that labelled lines may follow; ``whole`` that what follows is
    all about it: below a heading, behind a number or bracket, rather than below some line that holds a name.
    """

    key: str
    passage: str
    at: int = 0
    lines: bool = True
    whole: bool = True

    @property
    def actor(self) -> Actor:
        return self.key, (self.passage,), ()


def in_entries(scenes: Sequence[Scene]) -> Iterator[tuple[Scene, Entry]]:
    """The passages that are part of an entry, in order: below its name, or behind it."""
    held: Entry | None = None
    left, end = 0, -1
    for scene in scenes:
        own, joined = _opened(scene), scene.passage.extent.begin == end
        end = scene.passage.extent.end
        if own is not None:
            held, left = replace(own, at=0), _LINES
            if own.at < len(scene.text):
                yield scene, own
            continue
        left -= 1
        over = scene.passage.kind is PassageKind.HEADING or left < 0 or scene.text.startswith("【")
        if held is not None and (over or not (held.lines or joined)):
            held = None
        if held is not None:
            yield scene, held


def _opened(scene: Scene) -> Entry | None:
    """The entry that a passage opens: its name alone, ``【X】…``, ``X:…``, or ``1.X。`` before more of the item."""
    name = next(iter(scene.top[:1]), None)
    if name is None or name.cls not in _KINDS or not _OPENS.fullmatch(scene.text, 0, name.begin):
        return None
    bracketed, numbered = "【" in scene.text[: name.begin], name.begin > 0 or scene.text[0] == "."
    if _ALONE.fullmatch(scene.text, name.end):
        above = bracketed or scene.passage.kind is not PassageKind.SENTENCE
        whole = scene.passage.kind is PassageKind.HEADING or numbered
        return Entry(name.key, scene.passage.id, len(scene.text), above, whole)
    turn = _TURNS.match(scene.text, name.end)
    if turn is None or (turn[0] == "。" and not numbered):
        return None
    return Entry(name.key, scene.passage.id, turn.end(), bracketed)


_NOUN: Final = r"(?P<noun>实验室|研究院|研究所|创新中心|中心|平台|基地|园区|产业园|科技园|联盟|基金|项目|学院|院|所|室|园|装置|设施)"
_POINTS: Final = re.compile(
    rf"(?:情况|简介|概况)?[ :]*(?:该|本|此)?{_NOUN}(?=,|依托|由|位于|选址|坐落|落户|设在|设于|主攻|聚焦|挂靠|以|[于\d])"
)
_LED: Final = re.compile(r"(?:情况|简介|概况)[ :]*")


def clauses_of(scene: Scene, entry: Entry, stop: int | None = None) -> Iterator[tuple[int, int]]:
    """The clauses that an entry's telling begins with, up to where one has a subject of its own.

    ``该院由A组建`` points back at it.
    """
    at, stop = entry.at, len(scene.text) if stop is None else stop
    points = _POINTS.match(scene.text, at)
    if points and scene.name(entry.key).endswith(points["noun"]):
        at = points.end() + scene.text.startswith(",", points.end())
        yield at, clause_of(scene.text, at)[1]
        at = clause_of(scene.text, at)[1] + 1
    elif led := _LED.match(scene.text, at):
        at = led.end()
    while at < stop:
        begin, end = max(at, clause_of(scene.text, at)[0]), clause_of(scene.text, at)[1]
        if any(n.begin == begin and n.cls in MADE | BODIES | {"Person"} for n in scene.top):
            return
        yield begin, end
        at = end + 1


_SENTENCE: Final = re.compile(r"(?:^|[;。])[“”]?")
_TOLD: Final = re.compile(
    r"”?(?:\([^()]{1,40}\))?(?:,(?:是|为)?|(?=依托|由|位于|选址|坐落|地处|落户|设在|设于|主攻|聚焦|挂靠|以|是))"
)


def opened(scene: Scene) -> Iterator[tuple[Entry, int]]:
    """What each sentence of a passage opens with and tells of, and where the sentence ends: ``X位于P,由A管理``.

    ``该中心依托A`` tells of the one centre that the sentence before names.
    """
    for m in _SENTENCE.finditer(scene.text):
        begin = m.end()
        if begin >= len(scene.text):
            return
        stop = next((i for i in range(begin, len(scene.text)) if scene.text[i] in ";。"), len(scene.text))
        name = next((n for n in scene.top if n.begin == begin), None)
        told = _TOLD.match(scene.text, name.end) if name is not None else None
        if name is not None and told is not None and name.cls in MADE:
            yield Entry(name.key, scene.passage.id, told.end()), stop
        elif name is None and (back := _pointed(scene, begin)) is not None:
            yield back, stop


def _pointed(scene: Scene, begin: int) -> Entry | None:
    """What 该中心 or 实验室 at the beginning of a passage means: the only thing so called of the sentence before."""
    points = _POINTS.match(scene.text, begin) if begin == 0 else None
    meant = {s.key: s for s in scene.spoken if points and scene.things[s.key].cls in MADE}
    alike = [s for s in meant.values() if points and scene.name(s.key).endswith(points["noun"])]
    return Entry(alike[0].key, alike[0].passage, begin) if len(alike) == 1 else None
