"""Names that only their neighbours in an enumeration show: 上海科普公园、上海环球港、中国航海博物馆."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from shkc_kg.reading.lexicon import words
from shkc_kg.reading.names.candidate import Candidate, Words

__all__ = ["neighbours"]

_MEMBER: Final = re.compile(r"(?<=、)[\u4e00-\u9fffA-Za-z]{4,10}(?=[、和及等])")
# A place has many sorts of neighbours (场馆, 公园, 学校), so the rarest class says least.
_FACILITIES: Final = frozenset(("Museum", "Venue", "Park", "Platform", "Base", "Facility"))


def neighbours(line: Words, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Members between two facilities that begin with a place and hold no verb; they get the class Venue."""
    longest = sorted(found, key=lambda one: one.end - one.begin)
    begins, ends = {one.begin: one for one in longest}, {one.end: one for one in longest}
    for m in _MEMBER.finditer(line.text):
        left, right = ends.get(m.start() - 1), begins.get(m.end() + 1)
        if m.end() in ends:
            continue
        kinds = Counter(one.cls for one in (left, right) if one is not None)
        if sum(kinds[cls] for cls in _FACILITIES) == 2 and _is_place_and_more(line, m.start(), m.end()):
            yield Candidate(m.start(), m.end(), m[0], "Venue", "list:neighbours")


def _is_place_and_more(line: Words, begin: int, end: int) -> bool:
    first, *rest = line.tokens[line.at[begin] : line.at[end - 1] + 1]
    if first.begin != begin or first.tag not in ("name", "ns") or not rest or rest[-1].end != end:
        return False
    return all(t.text not in words("verb") and t.text not in words("stop") for t in rest)
