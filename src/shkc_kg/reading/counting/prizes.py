"""Of which prize levels are that stand alone: 自然科学奖9项(一等奖[2]项): 自然科学奖一等奖."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from shkc_kg.reading.counting.wording import Read, Words
from shkc_kg.reading.figures.number import Number

__all__ = ["is_level", "of_prize"]

_LEVEL: Final = re.compile(r"(?:特等|[一二三四]等|金|银|铜|优秀|优胜|提名|最高)奖")
_KIND: Final = re.compile(r"(?:通用|专用)项目|创新团队")
_PRIZE: Final = re.compile(
    r"(?P<prize>[\u4e00-\u9fff“”、]{2,24}?奖[”]?)(?:(?:建议|拟)?(?:授奖|获奖|奖励)?(?:项目|成果|人选)?总?数?)?"
)
_DEED: Final = re.compile(r"^(?:其中|共|共有|评选?出|评审出|颁发|授予|产生|获得?)+(?=..)")


def is_level(said: str) -> bool:
    """Whether words are but a level of some prize: 一等奖."""
    return _LEVEL.fullmatch(said) is not None


def of_prize(found: Words, number: Number, earlier: Sequence[Read]) -> Words:
    """``科技进步奖20项,其中一等奖[3]项(通用项目[2]项)``: the level or kind with the prize, or level, that it is of."""
    kind = _KIND.fullmatch(found.text)
    if number.kind != "count" or not (kind or _LEVEL.fullmatch(found.text)):
        return found
    for read in reversed(earlier):
        said = _DEED.sub("", read.words.text)
        if kind is None and (_LEVEL.search(said) or _KIND.search(said)):
            continue
        m = _PRIZE.fullmatch(said)
        if kind is not None and m is None and _KIND.search(said):
            continue
        if m is None:
            return found
        prize = m["prize"].removeprefix(read.subject.key)  # the place whose prize it is
        return Words(prize + found.text, prize)
    return found
