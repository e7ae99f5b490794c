"""Common nouns that look like names until a text counts them: 上海外资研发中心, where 外资研发中心25家 is printed."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from shkc_kg.reading.names.candidate import Candidate, Words
from shkc_kg.reading.names.edges import left_edge, trimmed
from shkc_kg.reading.names.heads import heads_in
from shkc_kg.reading.names.known import is_place
from shkc_kg.reading.names.quantified import is_counted

__all__ = ["counted_nouns", "is_common"]


def counted_nouns(line: Words) -> Iterator[str]:
    """The words of a passage that a count follows: kinds of things."""
    for end, head in heads_in(line.text).items():
        start = end - len(head.word)
        if is_counted(line, start, end):
            begin = trimmed(line, left_edge(line, start, end, head.cls), start)
            if begin < start:
                yield line.text[begin:end]


def is_common(one: Candidate, counted: Collection[str]) -> bool:
    """Whether a name is such a noun, or one with a place in front."""
    if one.entry is not None or not one.rule.startswith("head:"):
        return False
    return one.text in counted or any(is_place(one.text[:cut]) and one.text[cut:] in counted for cut in (2, 3, 4))
