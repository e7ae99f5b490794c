"""Branches of what was read: 某实验室武清基地, 国家超算中心兰州分中心 go on behind the name of their parent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from shkc_kg.reading.names.candidate import Candidate, Words
from shkc_kg.reading.names.classes import INSTITUTIONS
from shkc_kg.reading.names.known import place_entry

__all__ = ["branches"]

_BRANCH: Final = re.compile(
    r"(?:分中心|分院|分部|分会|分校|分园|分系统|分行|分所|分公司|基地)(?![\u4e00-\u9fff]*(?:分中心|分院))"
)
_PARENTS: Final = INSTITUTIONS | {"Base", "Facility", "Park", "Museum"}


def branches(line: Words, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """The names that a place and the word for a branch make with the name before them."""
    found = tuple(found)
    yield from _joined(line, found)
    for one in found:
        token = line.tokens[line.at[one.end]] if one.end < len(line.text) else None
        if one.cls not in _PARENTS or token is None or token.begin != one.end or token.tag != "name":
            continue
        m = _BRANCH.match(line.text, token.end)
        if m is not None and place_entry(token.text) is not None:
            text = line.text[one.begin : m.end()]
            yield replace(one, end=m.end(), text=text, rule="branch", entry=None, name="")


_SEATED: Final = frozenset(("ResearchInstitute", "InnovationCentre", "Laboratory", "Platform"))


def _joined(line: Words, found: tuple[Candidate, ...]) -> Iterator[Candidate]:
    """A body and what it has in a place, where nothing parts the two: ``某工程技术研究中心河源创新研究院``."""
    begins = {one.begin: one for one in found if one.cls in _SEATED and one.rule.startswith("head:")}
    for one in found:
        part = begins.get(one.end) if one.cls in _SEATED else None
        if part is not None and place_entry(line.tokens[line.at[part.begin]].text) is not None:
            text = line.text[one.begin : part.end]
            yield replace(part, begin=one.begin, text=text, rule="branch", entry=None, name="")
