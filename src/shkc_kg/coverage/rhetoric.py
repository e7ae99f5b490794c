"""Rhetoric: stretches made of words that state nothing anybody could check, and the word that makes them so."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from shkc_kg.resources import data_dir
from shkc_kg.tables import read_table

__all__ = ["HEADS", "MORE", "Word", "head_of", "words_of"]

Word = tuple[int, int, str]
"""Where a word begins and ends, and its role."""

HEADS: Final = ("aim", "manner", "state")
MORE: Final = "more"
_FUNCTION: Final = "function"


@cache
def _roles() -> Mapping[str, tuple[str, ...]]:
    """The roles of each word of the lexicon, the strongest first."""
    found: dict[str, list[str]] = {}
    for row in read_table(data_dir() / "lexicon" / "rhetoric.tsv", ("role", "words")):
        for word in row["words"].split():
            held = found.setdefault(word, [])
            if row["role"] not in held:
                held.append(row["role"])
    return MappingProxyType({word: tuple(roles) for word, roles in found.items()})


@cache
def _longest() -> int:
    return max(map(len, _roles()))


def words_of(text: str, more: Collection[str] = ()) -> tuple[Word, ...] | None:
    """The text as words of the lexicon (and ``more``, whose role is ``more``), the fewest that fill it; else ``None``.

    >>> [(b, e, role) for b, e, role in words_of("加快打造高品质人才生态环境")]
    [(0, 4, 'aim'), (4, 7, 'quality'), (7, 9, 'noun'), (9, 11, 'noun'), (11, 13, 'noun')]
    >>> words_of("提供陨石标本") is None
    True
    """
    best: list[tuple[int, int] | None] = [(0, 0)] + [None] * len(text)  # words so far, where the last one begins
    for end in range(1, len(text) + 1):
        for begin in range(max(0, end - _longest()), end):
            before, word = best[begin], text[begin:end]
            if before is not None and (word in _roles() or word in more):
                cost = before[0] + 1
                known = best[end]
                if known is None or cost < known[0]:
                    best[end] = cost, begin
    if best[-1] is None:
        return None
    made: list[Word] = []
    end = len(text)
    while end:
        step = best[end]
        assert step is not None  # noqa: S101 - every place on the way back was reached
        word = text[step[1] : end]
        made.append((step[1], end, _role(word, more)))
        end = step[1]
    return tuple(reversed(made))


def _role(word: str, more: Collection[str]) -> str:
    if word in more:
        return MORE
    roles = _roles()[word]
    return _FUNCTION if _FUNCTION in roles and len(word) == 1 else roles[0]


def head_of(text: str) -> str | None:
    """The role of the strongest word of striving, manner or state in a clause; ``None`` where it has none.

    >>> head_of("以需求为导向"), head_of("科普事业发展迈上新台阶"), head_of("陨石标本")
    ('manner', 'aim', None)
    """
    return next((role for role in HEADS if any(word in text for word in _by_role(role))), None)


@cache
def _by_role(role: str) -> tuple[str, ...]:
    return tuple(sorted(word for word, roles in _roles().items() if role in roles and len(word) > 1))
