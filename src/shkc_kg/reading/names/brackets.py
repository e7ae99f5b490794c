"""Brackets and quotes inside a name: 中国(沈阳), “IPv6+”联合创新中心."""

from __future__ import annotations

import re
from typing import Final

from shkc_kg.reading.names.candidate import Words
from shkc_kg.reading.names.known import place_entry

__all__ = ["behind_place", "opening_of"]

_BRACKETED: Final = 22  # code points between brackets or quotes inside a name


def opening_of(text: str, at: int) -> int | None:
    """Where the bracket or quote that closes at ``at`` was opened, within one clause."""
    begin = text.rfind({")": "(", "”": "“"}[text[at]], max(0, at - _BRACKETED), at)
    return begin if begin >= 0 and not re.search(r"[,;。、!?]", text[begin:at]) else None


def behind_place(line: Words, i: int) -> int | None:
    """The token that a bracket with a place in it, which ends before token ``i``, stands behind: 中国(沈阳)."""
    token = line.tokens[i - 1]
    opening = opening_of(line.text, token.begin) if token.text == ")" else None
    if not opening or place_entry(line.text[opening + 1 : token.begin]) is None:
        return None
    return line.at[opening - 1] if line.tokens[line.at[opening - 1]].tag == "name" else None
