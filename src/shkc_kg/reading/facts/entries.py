"""Entries: a name that stands alone above some lines, or opens an item, and is what the rest of it tells of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from shkc_kg.model import PassageKind
from shkc_kg.reading.facts.founders import MADE
from shkc_kg.reading.facts.making import Actor
from shkc_kg.reading.names.resolve import EVENT_CLASSES
from shkc_kg.reading.scene import Scene

__all__ = ["Entry", "in_entries"]

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
