"""A chapter as the graph holds it: its text, sections and passages, and what is lit in them. Read once for each build."""

from __future__ import annotations

import asyncio
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, islice

from shkc_kg.model import Span
from shkc_kg.web.asking import Found, Row, ask_once
from shkc_kg.web.explorer.library import Chapter, Told, gathered, worded
from shkc_kg.web.labels import local
from shkc_kg.web.site import Site

__all__ = ["Document", "Finding", "Mark", "Note", "Passage", "Section", "document_of"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage: ``key`` is the last step of its IRI, ``span`` its characters in the original, ``text`` the clean ones."""

    iri: str
    key: str
    kind: str
    section: str
    span: Span
    text: str
    open: bool


@dataclass(frozen=True, slots=True)
class Section:
    """A section and how deep it stands below the chapter, 0 for the outermost."""

    iri: str
    title: tuple[str, str]
    depth: int


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters that name a thing (``name``), tell a date (``date``) or a number (``number``); ``target`` is an IRI or EDTF."""

    span: Span
    kind: str
    target: str


@dataclass(frozen=True, slots=True)
class Note:
    """An editorial note, with its reason in Chinese and English; ``kind`` and ``about`` are IRIs."""

    iri: str
    passage: str
    span: Span
    kind: str
    about: str
    correction: str
    reason: tuple[str, str]
    source: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A comparison of the chapter with itself; ``kind`` is an IRI, ``verdict`` Agrees, Disagrees or Undecided."""

    iri: str
    kind: str
    verdict: str
    stated: str
    found: str
    reason: tuple[str, str]
    quotes: tuple[tuple[str, Span], ...]


@dataclass(frozen=True)
class Document:
    """A chapter's text and everything that a reader can light in it; ``sparql`` are the queries behind it, by name."""

    chapter: Chapter
    original: str
    passages: tuple[Passage, ...]
    sections: tuple[Section, ...]
    marks: Mapping[str, tuple[Mark, ...]]
    nodes: Mapping[str, Told]
    notes: tuple[Note, ...]
    findings: tuple[Finding, ...]
    sparql: Mapping[str, str]

    @cached_property
    def by_iri(self) -> Mapping[str, Passage]:
        """The passages by their IRIs."""
        return {passage.iri: passage for passage in self.passages}

    @cached_property
    def by_section(self) -> Mapping[str, Section]:
        """The sections by their IRIs."""
        return {section.iri: section for section in self.sections}

    @cached_property
    def _begins(self) -> list[int]:
        return [passage.span.begin for passage in self.passages]

    @cached_property
    def _reaches(self) -> list[int]:
        """How far the passages up to each one reach; the rows of a table may lie in each other's extent."""
        return list(accumulate((passage.span.end for passage in self.passages), max))

    def printed(self, span: Span) -> str:
        """The characters of the original."""
        return self.original[span.begin : span.end]

    def at(self, begin: int) -> Passage | None:
        """The passage that has this character, or else the one before it."""
        place = bisect_right(self._begins, begin)
        return self.passages[max(place - 1, 0)] if self.passages else None

    def touched(self, span: Span) -> Iterator[Passage]:
        """The passages that have characters of a span."""
        for passage in islice(self.passages, bisect_right(self._reaches, span.begin), None):
            if passage.span.begin >= span.end:
                return
            if passage.span.end > span.begin:
                yield passage


_QUERIES = ("passages", "sections", "marks", "nodes", "notes", "audit")


async def document_of(site: Site, chapter: Chapter) -> Document:
    """A chapter of the graph that is published now, read once."""
    edition = site.edition

    async def read() -> Document:
        found = [await ask_once(site, edition, f"chapter-{name}", chapter=chapter.iri) for name in _QUERIES]
        return await asyncio.to_thread(_document, chapter, dict(zip(_QUERIES, found, strict=True)))

    return await edition.once(f"chapter {chapter.iri}", read)


def _document(chapter: Chapter, found: Mapping[str, Found]) -> Document:
    original = next((row["original"].text for row in found["sections"] if "original" in row), "")
    return Document(
        chapter,
        original,
        tuple(sorted(map(_passage, found["passages"]), key=lambda one: one.span.begin)),
        _sections(row for row in found["sections"] if "section" in row),
        _marks(found["marks"]),
        gathered(found["nodes"]),
        tuple(sorted(_notes(gathered(found["notes"])), key=lambda note: note.span)),
        _findings(found["audit"]),
        {name: one.sparql for name, one in found.items()},
    )


def _span(row: Row) -> Span:
    return Span(int(row["begin"].text), int(row["end"].text))


def _passage(row: Row) -> Passage:
    iri = row["passage"].text
    kind, section = local(row["kind"].text), row["section"].text
    return Passage(iri, local(iri), kind, section, _span(row), row["text"].text, "open" in row)


def _sections(rows: Iterable[Row]) -> tuple[Section, ...]:
    titles: dict[str, dict[str, str]] = defaultdict(dict)
    parents: dict[str, str] = {}
    for row in rows:
        iri = row["section"].text
        titles[iri][row["label"].lang] = row["label"].text
        parents[iri] = row["parent"].text

    def depth(iri: str) -> int:
        parent = parents.get(iri)
        return 1 + depth(parent) if parent in parents else 0

    return tuple(Section(iri, (said.get("zh", ""), said.get("en", "")), depth(iri)) for iri, said in titles.items())


def _marks(rows: Iterable[Row]) -> dict[str, tuple[Mark, ...]]:
    found: dict[str, dict[Mark, None]] = defaultdict(dict)
    for row in rows:
        for kind, name in (("name", "thing"), ("date", "date"), ("number", "number")):
            if name in row:
                found[row["passage"].text][Mark(_span(row), kind, row[name].text)] = None
    return {passage: tuple(marks) for passage, marks in found.items()}


def _notes(told: Mapping[str, Told]) -> Iterable[Note]:
    for iri, said in told.items():

        def one(name: str, said: Told = said) -> str:
            return said[name][0].text if name in said else ""

        span = Span(int(one("beginIndex")), int(one("endIndex")))
        yield Note(
            iri,
            one("referenceContext"),
            span,
            one("noteKind"),
            one("about"),
            one("correction"),
            worded(said, "reason"),
            one("noteSource"),
            one("confidence"),
        )


def _findings(rows: Iterable[Row]) -> tuple[Finding, ...]:
    """One finding of all the rows that speak of it: a row for each quote, in each language of its reason."""
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[row["finding"].text].append(row)
    return tuple(_finding(iri, held) for iri, held in grouped.items())


def _finding(iri: str, rows: list[Row]) -> Finding:
    first = rows[0]
    reasons = {row["reason"].lang: row["reason"].text for row in rows}
    quotes = dict.fromkeys((row["passage"].text, _span(row)) for row in rows)
    return Finding(
        iri,
        first["kind"].text,
        local(first["verdict"].text),
        first["stated"].text,
        first["found"].text,
        (reasons.get("zh", ""), reasons.get("en", "")),
        tuple(quotes),
    )
