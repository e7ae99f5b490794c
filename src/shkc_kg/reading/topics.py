"""What a sentence leaves for the next one: the subject that it begins with, the museum that it speaks of."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from shkc_kg.model import PassageKind
from shkc_kg.reading.classes import EVENTS
from shkc_kg.reading.memory import Memory, Subject
from shkc_kg.reading.phrases import Page
from shkc_kg.reading.printedsubject import own_subject

__all__ = ["remember"]


def remember(page: Page, memory: Memory, told: Collection[str]) -> None:
    """Leaves the subject that a sentence begins with to the next sentence of its paragraph.

    ``told`` are those that its numbers are about: a sentence about something else ends a topic.
    """
    passage = page.scene.passage
    own = _opens_with(page, memory) if passage.kind is PassageKind.SENTENCE else None
    if (house := _house_named(page, memory)) is not None:
        memory.house = (Subject(house.key, (passage.id, *house.scope), house.reasons), passage.section)
    if own:
        memory.topic = (own[0], passage.extent.end)
    elif memory.topic is not None:
        goes_on = passage.extent.begin == memory.topic[1] and passage.kind is PassageKind.SENTENCE
        goes_on = goes_on and (not told or memory.topic[0].key in told)
        memory.topic = (memory.topic[0], passage.extent.end) if goes_on else None


def _house_named(page: Page, memory: Memory) -> Subject | None:
    """The museum or venue that is the first subject of a sentence."""
    for begin, end in page.clauses() if page.scene.passage.kind is PassageKind.SENTENCE else ():
        if own := own_subject(page, memory, begin, end):
            thing = page.scene.things.get(own[0].key)
            return own[0] if thing is not None and thing.cls in ("Museum", "Venue") else None
    return None


_ADJUNCT: Final = re.compile(r"(?:在|为|以|通过|围绕|随着|按照|根据|截至|据|作为|近年来)|\Z")


def _opens_with(page: Page, memory: Memory) -> tuple[Subject, int] | None:
    """The subject that a sentence begins with, behind dates and adjuncts, unless it goes on to speak of another."""
    found: tuple[Subject, int] | None = None
    for begin, end in page.clauses():
        own = own_subject(page, memory, begin, end)
        if found is None and own is None and not _ADJUNCT.match(page.undated(begin, end)):
            return None
        if found and own and own[0].key not in (found[0].key, page.scene.region):
            thing = page.scene.things.get(found[0].key)
            return found if thing is not None and thing.cls in EVENTS else None
        found = found or own
    return found
