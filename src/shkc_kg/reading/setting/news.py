"""Whether a text is the news of a day, which need not print its year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from shkc_kg.model import Passage, PassageKind
from shkc_kg.reading.lines.text import fold
from shkc_kg.reading.setting.dateline import FULL_YEAR

__all__ = ["is_undated_news", "opens_with_day", "tells_of_event", "untitled"]

# a day before a year tells nothing of it, but for 截至12月8日,2021年全省…
_BARE_DAY: Final = re.compile(
    rf"(?<![年\d])(?P<day>\d{{1,2}}月\d{{1,2}}日?(?:[-—~至到]{{1,2}}(?:\d{{1,2}}月)?\d{{1,2}})?日)(?!电|讯|,{FULL_YEAR}年(?!度|来|以来|第|前))"
)


def is_undated_news(passages: Sequence[Passage]) -> bool:
    """Whether a text tells of a day before it prints any year: the years behind (``2023年我国…``) need not be its own.

    >>> from shkc_kg.model import Passage, PassageKind
    >>> lines = "峰会开幕", "5月24日,第七届数字峰会开幕。", "2023年,产业增长一成。"
    >>> made = [Passage(f"p{i}", i, PassageKind.SENTENCE, t, tuple(range(len(t))), "") for i, t in enumerate(lines)]
    >>> is_undated_news(made), is_undated_news(made[2:])
    (True, False)
    """
    for passage in passages:
        text = untitled(fold(passage.text))
        day = _BARE_DAY.search(text)
        if any(not day or m.start() < day.start("day") for m in re.finditer(f"{FULL_YEAR}年", text)):
            return False
        if day:
            return True
    return False


_DAY: Final = re.compile(rf"{FULL_YEAR}年\d{{1,2}}月\d{{1,2}}日")


def opens_with_day(passages: Sequence[Passage]) -> bool:
    """Whether the first sentence of a text opens with a day and its year: what it tells beside need not be of that year."""
    first = next((p for p in passages if p.kind is not PassageKind.HEADING), None)
    return first is not None and _DAY.match(fold(first.text)) is not None


_JUST_NOW: Final = re.compile(r"(?<![月\d])\d{1,2}日|[昨今][天日]|日前|近日|当天|连日来")
_HELD: Final = re.compile(r"开幕|闭幕|落幕|启幕|揭幕|拉开帷幕|落下帷幕|举行|举办|召开|启动|收官|揭晓|开赛")


def tells_of_event(passages: Sequence[Passage]) -> bool:
    """Whether the first sentence of a text tells that something is held on a day: ``交易会14日在深圳开幕``."""
    first = next((fold(p.text) for p in passages if p.kind is not PassageKind.HEADING), "")
    return _JUST_NOW.search(first) is not None and _HELD.search(first) is not None


_TITLED: Final = re.compile(r"《[^》]*》")


def untitled(text: str) -> str:
    """A text without the titles that it cites."""
    return _TITLED.sub("", text)
