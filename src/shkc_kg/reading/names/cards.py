"""The institutions and the division that a person's card prints below the name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from shkc_kg.reading.gazetteer import Entry, load_gazetteer
from shkc_kg.reading.names.candidate import Candidate, Words
from shkc_kg.reading.names.classes import INSTITUTIONS
from shkc_kg.reading.names.heads import head_at_end
from shkc_kg.reading.names.known import canonical_name

__all__ = ["card_names", "is_institution_line"]

_DIVISION: Final = re.compile(r"\((?P<name>[^()]+学部)\)")


def _entry(text: str) -> Entry | None:
    return next(iter(load_gazetteer().lookup.get(text, ())), None)


def _class_of(text: str) -> str | None:
    """The class of a whole line as an institution: by the lists, else by its last word."""
    if (entry := _entry(text)) is not None:
        return entry.cls if entry.cls in INSTITUTIONS else None
    head = head_at_end(text)
    return head.cls if head and head.word != text and head.cls in INSTITUTIONS else None


def is_institution_line(line: str) -> bool:
    """Whether a short line names an institution, or several parted by ``/``."""
    return all(_class_of(part) for part in re.split(r"[/、]", line) if part) and bool(line)


def card_names(line: Words) -> Iterator[Candidate]:
    """Institutions and division of a card, each line whole: a division's own 、 does not part it."""
    for m in list(re.finditer(r"[^\n]+", line.text))[1:]:
        if division := _DIVISION.fullmatch(m[0]):
            entry = _entry(division["name"])
            begin, name = m.start() + 1, entry.name if entry else ""
            yield Candidate(begin, m.end() - 1, division["name"], "AcademyDivision", "card", entry, name)
        elif not m[0].startswith("("):
            yield from _institutions(m[0], m.start())


def _institutions(text: str, at: int) -> Iterator[Candidate]:
    for part in re.finditer(r"[^/\s](?:[^/]*[^/\s])?", text):
        if cls := _class_of(part[0]):
            entry = _entry(part[0])
            name = canonical_name(entry, part[0]) if entry else ""
            yield Candidate(at + part.start(), at + part.end(), part[0], cls, "card", entry, name)
