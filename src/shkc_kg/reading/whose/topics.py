"""What a sentence leaves for the next one: the subject that it begins with, the museum that it speaks of."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from typing import Final

from shkc_kg.model import PassageKind
from shkc_kg.reading.classes import EVENTS, FACILITIES
from shkc_kg.reading.names import Named
from shkc_kg.reading.phrases import Page
from shkc_kg.reading.whose.granted import signed_in
from shkc_kg.reading.whose.groups import group_spoken_of
from shkc_kg.reading.whose.memory import Brought, Memory, Subject, Topic
from shkc_kg.reading.whose.owners import every_kind, spoken_of, tells_what_it_is
from shkc_kg.reading.whose.printedsubject import own_subject
from shkc_kg.reading.whose.protagonist import note_protagonist
from shkc_kg.reading.whose.unnamed import noun_opening, opening_clause

__all__ = ["LABEL", "remember"]


def remember(page: Page, memory: Memory, told: Collection[str]) -> None:
    """Leaves the subject that a sentence begins with to the next sentence of its paragraph.

    ``told`` are those that its numbers are about: a sentence about something else ends a topic.
    """
    passage = page.scene.passage
    note_protagonist(page, memory, told)
    own = _opens_with(page, memory) if passage.kind is PassageKind.SENTENCE else None
    if (house := _house_named(page, memory)) is not None:
        memory.house = (Subject(house.key, (passage.id, *house.scope), house.reasons), passage.section)
    memory.district = _district(page, memory, own)
    memory.brought, memory.signed = _brought(page, memory), signed_in(page)
    memory.item = _item(page, memory)
    memory.group = group_spoken_of(page, memory)
    memory.noun = _noun(page, memory, own is not None)
    if page.text.startswith("【"):
        title = _entry(page)
        alone = title is not None and title.end + 1 == len(page.text)
        memory.entry = (Subject(title.key, (passage.id,)), passage.section) if title and alone else None
    thing = page.scene.things.get(own[0].key) if own else None
    if own and thing is not None and thing.cls in _SITES:
        memory.site = Subject(own[0].key, (passage.id,))
    before = memory.topic
    memory.lead = _lead(page, memory, own[0] if own else None)
    if own:
        memory.topic = Topic(own[0], passage.extent.end)
    elif before is not None:
        goes_on = passage.extent.begin == before.end and passage.kind is PassageKind.SENTENCE
        goes_on = goes_on and (not told or before.subject.key in told)
        memory.topic = Topic(before.subject, passage.extent.end) if goes_on else None


def _district(page: Page, memory: Memory, own: tuple[Subject, int] | None) -> tuple[Subject, str] | None:
    thing = page.scene.things.get(own[0].key) if own else None
    if own and thing is not None and thing.cls in ("District", "FunctionalZone"):
        return Subject(own[0].key, (page.scene.passage.id,)), page.scene.passage.section
    return memory.district


LABEL: Final = re.compile(r"[\u4e00-\u9fff]{2,8}:")
_TITLE: Final = re.compile(r"[“《]?[^,;。:!?\d]{5,36}[”》]?")


def _item(page: Page, memory: Memory) -> str:
    """The title of a list's item, such as an awarded project, that the labelled lines below tell of: ``效益:…``."""
    if page.scene.passage.kind is not PassageKind.ITEM:
        return ""
    return memory.item if LABEL.match(page.text) else page.text if _TITLE.fullmatch(page.text) else ""


_SITES: Final = FACILITIES | {"Project", "Park"}


def _lead(page: Page, memory: Memory, own: Subject | None) -> Topic | None:
    """What the paragraph of a sentence is about: its entry's title, else what it opens with, until another comes."""
    passage, before = page.scene.passage, memory.lead
    if passage.kind is not PassageKind.SENTENCE:
        return None
    if (entry := _entry(page)) is not None:
        return Topic(Subject(entry.key, (passage.id,)), passage.extent.end, titled=True)
    if passage.extent.begin != memory.end:
        return Topic(own, passage.extent.end) if own else None
    if before is None or before.end != passage.extent.begin:
        return None
    kept = own is None or before.titled or own.key == before.subject.key
    return replace(before, end=passage.extent.end) if kept else None


def _noun(page: Page, memory: Memory, owned: bool) -> tuple[str, int] | None:
    """What an unnamed topic is called, with the end of its sentence: it goes on until something is named."""
    passage, before = page.scene.passage, memory.noun
    if passage.kind is not PassageKind.SENTENCE or not page.text:
        return None
    if noun := noun_opening(page, *opening_clause(page)):
        return noun, passage.extent.end
    goes_on = before is not None and before[1] == passage.extent.begin and not owned and not page.names
    return (before[0], passage.extent.end) if goes_on and before else None


def _entry(page: Page) -> Named | None:
    """The name that an entry's title is: ``【某大学某研究院】11月2日,…``."""
    name = page.name_at(1) if page.text.startswith("【") else None
    return name if name is not None and page.text.startswith("】", name.end) else None


def _brought(page: Page, memory: Memory) -> Brought | None:
    """What the sentence brings in, else what the one before did where it names nothing of its own."""
    passage, before = page.scene.passage, memory.brought
    if passage.kind is not PassageKind.SENTENCE:
        return None
    if (name := _brought_in(page)) is not None:
        return Brought(Subject(name.key, (passage.id,)), passage.extent.end)
    goes_on = before is not None and before.end == passage.extent.begin and not page.names
    return Brought(before.subject, passage.extent.end) if goes_on and before else None


def _brought_in(page: Page) -> Named | None:
    """The last thing of a sentence that may have a size or people; a text is none."""
    for begin, end in reversed(list(page.clauses())):
        if tells_what_it_is(page.undated(begin, end)):
            continue
        if (found := spoken_of(page, begin, end, every_kind())) is not None:
            return found if found.cls not in ("Policy", "Plan", "Agreement") else None
    return None


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
