"""Foreign names of people: sounds written in characters, with a dot between given and family name (马克·休斯顿)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from shkc_kg.reading.lexicon import words
from shkc_kg.reading.names.candidate import Candidate, Words

__all__ = ["is_transliterated", "transliterated_names"]


@cache
def _pattern() -> re.Pattern[str]:
    sounds = f"[{''.join(sorted(words('sound')))}]{{1,8}}"
    return re.compile(rf"{sounds}(?:·(?:{sounds}|[A-Z]\.?))+")


def is_transliterated(text: str) -> bool:
    """Whether a text is nothing but such a name.

    >>> is_transliterated("弗雷德里克·詹姆斯"), is_transliterated("保定·中关村")
    (True, False)
    """
    return bool(_pattern().fullmatch(text))


def transliterated_names(line: Words) -> Iterator[Candidate]:
    """The foreign people of a passage; words that the sounds run into (教授, 特别) are left out at both ends."""
    for m in _pattern().finditer(line.text):
        begin, end = m.span()
        first, last = line.tokens[line.at[begin]], line.tokens[line.at[end - 1]]
        if first.begin < begin:
            begin = first.end
        if last.end > end:
            end = last.begin
        text = line.text[begin:end]
        if is_transliterated(text) and len(text) >= 4:
            yield Candidate(begin, end, text, "Person", "foreign name")
