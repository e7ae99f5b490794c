"""Where the clauses and sentences of a passage begin and end, outside quotes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

__all__ = ["clause_of", "clauses_before", "is_quoted", "sentence_of"]


@dataclass(frozen=True, slots=True)
class _Marks:
    """Where a text's quotes open and close, its clauses break and its sentences stop, in order."""

    quotes: tuple[tuple[int, int], ...]
    breaks: tuple[int, ...]
    stops: tuple[int, ...]


# a colon between digits is a time of day
_MARK: Final = re.compile(r"[,;。!?\n\t“”《》]|(?<!\d):|:(?!\d)")
_QUOTES: Final = "“”《》"


@lru_cache(maxsize=256)
def _marks(text: str) -> _Marks:
    quotes: list[tuple[int, int]] = []
    breaks: list[int] = []
    stops: list[int] = []
    opened = [-1, -1]
    for m in _MARK.finditer(text):
        kind = _QUOTES.find(m[0])
        if kind >= 0 and kind % 2 == 0:
            opened[kind // 2] = m.start() if opened[kind // 2] < 0 else opened[kind // 2]
        elif kind >= 0:
            if opened[kind // 2] >= 0:
                quotes.append((opened[kind // 2], m.start()))
            opened[kind // 2] = -1
        elif max(opened) < 0:
            breaks.append(m.start())
            if m[0] not in ",:":
                stops.append(m.start())
    return _Marks(tuple(sorted(quotes)), tuple(breaks), tuple(stops))


def is_quoted(text: str, at: int) -> bool:
    """Whether a place stands inside quotes or title marks.

    >>> [is_quoted("办“甲”与《乙》", i) for i in (1, 2, 5, 6)]
    [False, True, False, True]
    """
    quotes = _marks(text).quotes
    before = bisect_left(quotes, (at, -1))
    return any(b < at <= e for b, e in quotes[max(0, before - 2) : before])


def clause_of(text: str, at: int) -> tuple[int, int]:
    """The clause around a place: between commas, semicolons and full stops outside quotes.

    >>> clause_of("承办论坛,在“江海,之夜”举办活动;收官", 9)
    (5, 17)
    """
    breaks = _marks(text).breaks
    following = bisect_left(breaks, at)
    begin = breaks[following - 1] + 1 if following else 0
    return begin, breaks[following] if following < len(breaks) else len(text)


def sentence_of(text: str, at: int) -> int:
    """Where the sentence around a place begins; a semicolon, a tab and a line feed end one too.

    >>> sentence_of("甲成立;乙,于4月揭牌", 8)
    4
    """
    stops = _marks(text).stops
    following = bisect_left(stops, at)
    return stops[following - 1] + 1 if following else 0


def clauses_before(text: str, at: int) -> Iterator[tuple[int, int]]:
    """The earlier clauses of the sentence around a place, nearest first.

    >>> list(clauses_before("甲成立;乙扩建,占地百亩,于4月开馆", 15))
    [(8, 12), (4, 7)]
    """
    first = sentence_of(text, at)
    begin, _ = clause_of(text, at)
    while begin > first:
        end = begin - 1
        begin, _ = clause_of(text, end)
        yield begin, end
