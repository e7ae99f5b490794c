"""Clauses that join their parties two by two: ``A与B、C与D分别签订协议``."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from shkc_kg.reading.lines.clauses import clauses_before
from shkc_kg.reading.names import Named
from shkc_kg.reading.scene import Scene

__all__ = ["paired", "told_in_pairs"]

_AND: Final = ("与", "和", "同")
_ENDS: Final = re.compile(r"[,;。、等]|分别|各自|签|共|举行|达成|开展|正式|合作|$")


def paired(scene: Scene, begin: int, end: int) -> tuple[tuple[Named, Named], ...]:
    """The pairs of a clause that joins at least two; none where its parties stand in one list (A、B与C、D).

    A pair whose last name goes on unread is left out.
    """
    found: list[tuple[Named, Named]] = []
    names = scene.between(begin, end)
    for one, other in pairwise(names):
        if scene.text[one.end : other.begin] not in _AND:
            continue
        if found and scene.text[found[-1][1].end : one.begin] != "、":
            return ()
        found.append((one, other))
    kept = tuple(pair for pair in found if _ENDS.match(scene.text, pair[1].end))
    return kept if len(found) > 1 else ()


def told_in_pairs(scene: Scene, begin: int) -> bool:
    """Whether the clause before tells of two who work together: who does so with the next is one of them or neither.

    ``会上举行了A与B的签约,与C签约``.
    """
    before = next(iter(clauses_before(scene.text, begin)), None)
    names = scene.between(*before) if before is not None else ()
    led = before is not None and bool(names) and names[0].begin == before[0]
    return not led and any(scene.text[a.end : b.begin] in ("与", "和", "同") for a, b in pairwise(names))
