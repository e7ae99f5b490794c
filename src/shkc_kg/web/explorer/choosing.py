"""What a reader chose in a chapter: a fact, a thing, a passage or some characters; and the facts and characters that belong to it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from shkc_kg.model import Span
from shkc_kg.names import local_name
from shkc_kg.web.exchange import Request
from shkc_kg.web.explorer.document import Document, Passage
from shkc_kg.web.explorer.facts import Fact, Facts
from shkc_kg.web.places import iri_of
from shkc_kg.web.site import Site

__all__ = ["Choice", "Held", "choice", "held_of", "thing_iri"]

_CHARACTERS: Final = re.compile(r"(\d{1,9})-(\d{1,9})")


@dataclass(frozen=True, slots=True)
class Held:
    """The facts of one chapter, by the things that they speak of; a fact with its own node speaks of its values too."""

    by_thing: Mapping[str, tuple[Fact, ...]]
    by_passage: Mapping[str, tuple[Fact, ...]]
    by_node: Mapping[str, Fact]


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen, the characters to light, the passage to go to, its facts, and further ones of the chapter.

    ``kind`` is ``fact``, ``thing``, ``passage``, ``characters``, ``missing`` where what was chosen is not there, or
    empty where nothing was chosen.
    """

    kind: str = ""
    passage: Passage | None = None
    spans: tuple[Span, ...] = ()
    facts: tuple[Fact, ...] = ()
    elsewhere: tuple[Fact, ...] = ()
    thing: str = ""
    scope: tuple[str, ...] = ()


_MISSING: Final = Choice("missing")


def held_of(document: Document, facts: Facts) -> Held:
    """The facts of a chapter."""
    here = {passage.iri: facts.by_passage.get(passage.iri, ()) for passage in document.passages}
    by_thing: dict[str, list[Fact]] = defaultdict(list)
    by_node: dict[str, Fact] = {}
    for fact in (fact for held in here.values() for fact in held):
        for thing in _spoken_of(document, fact):
            by_thing[thing].append(fact)
        if fact.entry.subject in document.nodes:
            by_node[fact.entry.subject] = fact
    return Held({thing: tuple(some) for thing, some in by_thing.items()}, here, by_node)


def _spoken_of(document: Document, fact: Fact) -> Iterable[str]:
    values = document.nodes.get(fact.entry.subject, {}).values()
    told = (value.text for some in values for value in some if value.iri)
    return dict.fromkeys((fact.entry.subject, *([fact.other] if fact.other else ()), *told))


def choice(site: Site, request: Request, document: Document, held: Held, facts: Facts) -> Choice:
    """What the address of a chapter's page chooses."""
    key = request.parameter("passage") or ""
    passage = document.by_iri.get(f"{document.chapter.iri}/{key}")
    if key and passage is None:
        return _MISSING
    if name := request.parameter("fact"):
        return _of_fact(document, facts.by_id.get(name))
    if name := request.parameter("thing"):
        return _of_thing(document, held, thing_iri(name, site.base), passage)
    if characters := request.parameter("at"):
        return _of_characters(document, held, characters)
    return _of_passage(held, passage) if passage else Choice()


def thing_iri(name: str, base: str) -> str:
    """The IRI of a thing named in an address: by IRI, by path, or by the name that its IRI ends with.

    >>> thing_iri("复旦大学", "https://e.example/"), thing_iri("/id/复旦大学", "https://e.example/")
    ('https://e.example/id/复旦大学', 'https://e.example/id/复旦大学')
    """
    if name.startswith(("http://", "https://")):
        return name
    return iri_of(name, base) if name.startswith("/") else f"{base}id/{'/'.join(map(local_name, name.split('/')))}"


def _of_fact(document: Document, fact: Fact | None) -> Choice:
    passage = document.by_iri.get(fact.entry.passage) if fact else None
    if fact is None or passage is None:
        return _MISSING
    return Choice("fact", passage, fact.entry.spans, (fact,), scope=fact.entry.scope)


def _of_thing(document: Document, held: Held, thing: str, passage: Passage | None) -> Choice:
    """All its mentions; its facts in the passage where it was chosen come first."""
    found = [(place, mark.span) for place, marks in document.marks.items() for mark in marks if mark.target == thing]
    told = held.by_thing.get(thing, ())
    spans = tuple(sorted(span for _, span in found))
    first = passage or (document.at(spans[0].begin) if spans else None)
    if first is None and told:
        first = document.by_iri[told[0].entry.passage]
    here = tuple(fact for fact in told if passage and fact.entry.passage == passage.iri)
    elsewhere = tuple(fact for fact in told if fact not in here)
    return Choice("thing", first, spans, here or elsewhere, elsewhere if here else (), thing)


def _of_characters(document: Document, held: Held, characters: str) -> Choice:
    found = _CHARACTERS.fullmatch(characters)
    begin, end = map(int, found.groups()) if found else (0, 0)
    if not begin < end <= len(document.original):
        return _MISSING
    passage, span = document.at(begin), Span(begin, end)
    told = held.by_passage[passage.iri] if passage else ()
    touching = tuple(fact for fact in told if any(_meet(span, one) for one in fact.entry.spans))
    return Choice("characters", passage, (span,), touching)


def _meet(one: Span, other: Span) -> bool:
    return one.begin < other.end and other.begin < one.end


def _of_passage(held: Held, passage: Passage) -> Choice:
    return Choice("passage", passage, (), held.by_passage[passage.iri])
