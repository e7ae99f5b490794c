"""Stretches with a count before or behind them, which name several things or a kind rather than one."""

from __future__ import annotations

import re
from typing import Final

from shkc_kg.reading.lexicon import Head
from shkc_kg.reading.names.candidate import Words
from shkc_kg.reading.names.classes import EVENTS

__all__ = ["PROPER", "is_counted", "is_one", "is_quantified"]

# what makes a stretch proper, whatever its words: letters, quotes, an ordinal, a year
PROPER: Final = re.compile(r"[A-Za-z“”]|第[\d一二三四五六七八九十]+届|首届(?=[\u4e00-\u9fff]{4})|(?:19|20)\d{2}年?")
_QUANTIFIED: Final = re.compile(
    r"(?<![第\d一二三四五六七八九十])(?:[\d余多万]+|[一二两三四五六七八九十]+|多|各|数|几)(?:个|家|项|座|所|场|批|条|款|类|种|次|处|大|支|期)的?$"
    r"|(?:一批|各类|一系列|首批|等|多层次)$"
)
_COUNT_FOLLOWS: Final = re.compile(
    r"(?:建设)?(?:项目)?(?:达|共|约|近|超|逾|超过|总数达?)?[\d,.]+[万余多]*(?:家|个|所|座|项|户)(?:以上|以下|左右)?(?![\u4e00-\u9fff])"
)


def is_quantified(line: Words, begin: int) -> bool:
    """Whether a count stands before a stretch: 4场平行论坛."""
    return bool(_QUANTIFIED.search(line.text[max(0, begin - 16) : begin]))


def is_counted(line: Words, begin: int, end: int) -> bool:
    """Whether a count follows, so that the words name a kind of thing: 外资研发中心25家."""
    return bool(_COUNT_FOLLOWS.match(line.text, end)) and not re.search(r"[A-Za-z]", line.text[begin:end])


_SEVERAL: Final = re.compile(r"(?:\d|[两二三四五六七八九十]|每)(?:个|家|座|所|项)$|一个$")


def is_one(line: Words, head: Head, begin: int, end: int) -> bool:
    """Whether a name with a count before it may be that of one thing; 7个湖北实验室 and 23家中央智库单位 are many."""
    if line.text.startswith(("单位", "代表", "企业"), end):
        return False
    several = _SEVERAL.search(line.text, max(0, begin - 2), begin)
    return several is None or head.cls in EVENTS or PROPER.search(line.text, begin, end) is not None
