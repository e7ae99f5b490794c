"""The reports that a graph was made from, and their chapters: what they are called, who published them, what they hash to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from shkc_kg.web.asking import Row, Term, ask_once
from shkc_kg.web.labels import local
from shkc_kg.web.site import Site

__all__ = ["Chapter", "Library", "Report", "gathered", "library_of", "worded"]

Told = Mapping[str, tuple[Term, ...]]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: its names in Chinese and English, the SHA-256 of its text, and the year and region that it speaks of."""

    iri: str
    report: str
    title: tuple[str, str]
    sha256: str
    year: str
    region: str


@dataclass(frozen=True, slots=True)
class Report:
    """A report with its chapters in the order of their IRIs; ``publisher`` is an IRI."""

    iri: str
    title: tuple[str, str]
    publisher: str
    rights: tuple[str, str]
    chapters: tuple[Chapter, ...]

    @property
    def year(self) -> str:
        """The year that its chapters speak of, empty where they differ or don't say."""
        years = {chapter.year for chapter in self.chapters}
        return years.pop() if len(years) == 1 else ""


@dataclass(frozen=True, slots=True)
class Library:
    """All reports, in the order of their IRIs."""

    reports: tuple[Report, ...]
    sparql: str

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        """All chapters of all reports."""
        return tuple(chapter for report in self.reports for chapter in report.chapters)

    def report(self, iri: str) -> Report | None:
        """The report with this IRI."""
        return next((report for report in self.reports if report.iri == iri), None)

    def chapter(self, iri: str) -> Chapter | None:
        """The chapter with this IRI."""
        return next((chapter for chapter in self.chapters if chapter.iri == iri), None)

    def chapter_of(self, passage: str) -> Chapter | None:
        """The chapter that a passage, or what is said in it, belongs to: its IRI begins with the chapter's."""
        return next((chapter for chapter in self.chapters if passage.startswith(f"{chapter.iri}/")), None)


async def library_of(site: Site) -> Library:
    """The reports of the graph that is published now, read once."""
    edition = site.edition

    async def read() -> Library:
        found = await ask_once(site, edition, "library")
        return Library(_reports(gathered(found.rows)), found.sparql)

    return await edition.once("library", read)


def gathered(rows: Iterable[Row]) -> dict[str, Told]:
    """What is said of each ``node`` of some rows: its values by the local name of their property."""
    found: dict[str, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        found[row["node"].text][local(row["property"].text)].append(row["value"])
    return {node: {name: tuple(values) for name, values in told.items()} for node, told in found.items()}


def worded(told: Told, name: str) -> tuple[str, str]:
    """A property's text in Chinese and English; the one for the other where one is missing."""
    said = {value.lang: value.text for value in told.get(name, ())}
    chinese, english = said.get("zh", ""), said.get("en", "")
    return chinese or english, english or chinese


def _reports(told: Mapping[str, Told]) -> tuple[Report, ...]:
    chapters = [_chapter(iri, said) for iri, said in sorted(told.items()) if _is(said, "Chapter")]
    return tuple(
        Report(
            iri,
            worded(said, "label"),
            _first(said, "publisher"),
            worded(said, "rights"),
            tuple(chapter for chapter in chapters if chapter.report == iri),
        )
        for iri, said in sorted(told.items())
        if _is(said, "Report")
    )


def _chapter(iri: str, said: Told) -> Chapter:
    hashed = _first(said, "identifier").removeprefix("sha256:")
    return Chapter(
        iri,
        _first(said, "isPartOf"),
        worded(said, "label"),
        hashed,
        _first(said, "reportYear"),
        _first(said, "reportRegion"),
    )


def _is(said: Told, name: str) -> bool:
    return any(local(value.text) == name for value in said.get("type", ()))


def _first(said: Told, name: str) -> str:
    return next((value.text for value in said.get(name, ())), "")
