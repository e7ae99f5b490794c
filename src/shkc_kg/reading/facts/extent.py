"""How far the words of a counted result run: to the end of what is counted, or to the next part of a row."""

from __future__ import annotations

import re
from typing import Final

from shkc_kg.model import PassageKind
from shkc_kg.reading.figures.numbers import Number
from shkc_kg.reading.lines.clauses import clause_of, is_quoted
from shkc_kg.reading.scene import Scene

__all__ = ["is_whole", "words_end"]

# 国家和地区 are counted together; what brackets say of a part is told of that part
_JOINT: Final = re.compile(r"[、和与及](?!地区)|\((?=其中)")
_OPEN_ENDED: Final = re.compile(r"[的和与及或、在为由对将以]\Z")


def words_end(scene: Scene, number: Number) -> int:
    """Where the counted words end: with the clause or headline, or before the next part of a row (15家、软件园3个)."""
    _, end = clause_of(scene.text, number.begin)
    stop = _headline_end(scene, number, _row_end(scene, number, end))
    return next((n.end for n in scene.top if n.begin < stop < n.end), stop)


def is_whole(words: str) -> bool:
    """Whether words say a thing to its end.

    >>> is_whole("吸引9国的60家机构加入"), is_whole("组织8家企业参加在某地举办的")
    (True, False)
    """
    return not _OPEN_ENDED.search(words) and all(words.count(a) == words.count(b) for a, b in ("“”", "《》"))


def _row_end(scene: Scene, number: Number, end: int) -> int:
    """Before the joint in front of the next number; one behind 的 counts within the phrase: ``17个国家的77家机构``."""
    edge = number.unit_end
    if _JOINT.match(scene.text, edge):
        return edge
    for following in scene.numbers:
        if not number.unit_end < following.begin < end:
            continue
        joint = _JOINT.search(scene.text, edge, following.begin)
        while joint is not None and _holds(scene, joint.start()):
            joint = _JOINT.search(scene.text, joint.end(), following.begin)
        if joint is not None and not scene.text.endswith("的", edge, following.begin):
            return joint.start()
        edge = following.unit_end
    return end


def _holds(scene: Scene, at: int) -> bool:
    """Whether a place stands inside a name or quotes."""
    return is_quoted(scene.text, at) or any(n.begin < at < n.end for n in scene.top)


def _headline_end(scene: Scene, number: Number, stop: int) -> int:
    """Where a headline ends that a blank parts from the next one: ``新增院士5人 科技奖励名单公布``."""
    if scene.passage.kind is not PassageKind.HEADING:
        return stop
    places = scene.passage.offsets
    return next((at for at in range(number.unit_end, stop) if at and places[at] > places[at - 1] + 1), stop)
