"""One-character names of provinces, where the construction makes them safe: 在沪, 科技援疆."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from shkc_kg.reading.gazetteer import load_gazetteer
from shkc_kg.reading.names.candidate import Candidate, Words
from shkc_kg.reading.names.known import place_entry

__all__ = ["one_character_places"]

_SAFE: Final = re.compile(
    r"(?:在|驻|来|赴|抵|离)(?P<city>[京津沪渝])(?![\u4e00-\u9fff]{0,12}?线)|(?:科技(?:援|入|帮)|援)(?P<aided>[疆藏滇黔青])"
)


def one_character_places(line: Words) -> Iterator[Candidate]:
    """The provinces that a passage names by one character."""
    table = load_gazetteer().abbreviations
    for m in _SAFE.finditer(line.text):
        group = m.lastgroup or "city"
        entries = table.get(m[group], ())
        full = place_entry(entries[0].name) if entries else None
        if full is not None:
            begin, end = m.span(group)
            yield Candidate(begin, end, m[group], full.cls, "abbreviation", full, full.name)
