"""Zones that several names begin with and that stand alone, too: 东方美谷, beside 东方美谷检验检测中心."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from shkc_kg.reading.gazetteer import load_gazetteer
from shkc_kg.reading.lexicon import words
from shkc_kg.reading.names.candidate import Candidate, Words
from shkc_kg.reading.patterns import any_of

__all__ = ["stem_names"]

_SHORTEST, _LONGEST = 3, 6  # code points of a stem
_NAMES = 2  # so many longer names make a stem known


def _stems(names: Iterable[str]) -> frozenset[str]:
    """What at least two names begin with, if it ends like a zone and no list knows it."""
    longer: defaultdict[str, set[str]] = defaultdict(set)
    for name in names:
        for cut in range(_SHORTEST, min(_LONGEST, len(name) - 2) + 1):
            if name[cut - 1] in words("zone_end"):
                longer[name[:cut]].add(name)
    known = load_gazetteer().lookup
    return frozenset(stem for stem, found in longer.items() if len(found) >= _NAMES and stem not in known)


def stem_names(lines: Mapping[str, Words], found: Mapping[str, Sequence[Candidate]]) -> Iterator[tuple[str, Candidate]]:
    """The zones that stand alone, by passage, where no other name stands."""
    stems = _stems(one.text for names in found.values() for one in names if one.entry is None and not one.nested)
    if not stems:
        return
    pattern = re.compile(any_of(stems))
    for passage, line in lines.items():
        for m in pattern.finditer(line.text):
            if _stands_alone(line, m, found[passage]):
                yield passage, Candidate(m.start(), m.end(), m[0], "FunctionalZone", "stem of names")


def _stands_alone(line: Words, m: re.Match[str], found: Collection[Candidate]) -> bool:
    if any(one.begin < m.end() and m.start() < one.end for one in found):
        return False
    behind = line.tokens[line.at[m.end()]] if m.end() < len(line.text) else None
    return behind is None or behind.begin == m.end()
