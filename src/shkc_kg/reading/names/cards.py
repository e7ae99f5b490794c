"""The institutions and the division that a person's card prints below the name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from shkc_kg.reading.gazetteer import Entry, load_gazetteer
from shkc_kg.reading.lexicon import heads
from shkc_kg.reading.names.candidate import Candidate, Words
from shkc_kg.reading.names.known import canonical_name

__all__ = ["card_names", "is_institution_line"]

INSTITUTIONS = frozenset(
    "University ResearchInstitute Hospital Company GovernmentBody InternationalOrganization Alliance Association Academy "
    "Laboratory InnovationCentre Platform Institution".split()
)


def _entry(text: str) -> Entry | None:
    return next(iter(load_gazetteer().lookup.get(text, ())), None)


def _class_of(text: str) -> str | None:
    """The class of a whole line as an institution: by the lists, else by its last word."""
    entry = _entry(text)
    if entry is not None:
        return entry.cls if entry.cls in INSTITUTIONS else None
    for begin in range(len(text)):
        head = heads().get(text[begin:])
        if head is not None:
            return head.cls if head.cls in INSTITUTIONS and begin else None
    return "University" if text.endswith("医学院") else None


def is_institution_line(line: str) -> bool:
    """Whether a short line names an institution, or several parted by ``/``."""
    return all(_class_of(part) for part in re.split(r"[/、]", line) if part) and bool(line)


def card_names(line: Words) -> Iterator[Candidate]:
    """Institutions and division of a card, each line whole: a division's own 、 does not part it."""
    for m in list(re.finditer(r"[^\n]+", line.text))[1:]:
        bracket = re.fullmatch(r"\((?P<name>[^()]+)\)", m[0])
        if bracket and bracket["name"].endswith("学部"):
            begin = m.start() + 1
            division = _entry(bracket["name"])
            name = division.name if division else ""
            yield Candidate(begin, begin + len(bracket["name"]), bracket["name"], "AcademyDivision", "card", division, name)
        elif not bracket:
            for part in re.finditer(r"[^/]+", m[0]):
                cls = _class_of(part[0])
                if cls:
                    entry = _entry(part[0])
                    begin, name = m.start() + part.start(), canonical_name(entry, part[0]) if entry else ""
                    yield Candidate(begin, begin + len(part[0]), part[0], cls, "card", entry, name)
