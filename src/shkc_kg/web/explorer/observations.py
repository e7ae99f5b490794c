"""All observations of a graph with their sentences, read once for each build."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from shkc_kg.web.asking import Found, Row, ask_once
from shkc_kg.web.explorer.facts import Facts, facts_of
from shkc_kg.web.explorer.lit import Lit, light
from shkc_kg.web.explorer.observed import Figure, stated
from shkc_kg.web.explorer.sentences import Sentence, Sentences, sentences_of
from shkc_kg.web.labels import local
from shkc_kg.web.site import Site

__all__ = ["Observation", "Observations", "Part", "observations_of"]


@dataclass(frozen=True, slots=True)
class Part:
    """A report, a chapter or a section, with its names and the part that holds it."""

    iri: str
    cls: str
    zh: str
    en: str
    above: str
    order: int

    def name(self, lang: str) -> str:
        """What it is called."""
        return (self.zh or self.en) if lang == "zh" else (self.en or self.zh)


@dataclass(frozen=True, slots=True)
class Observation(Figure):
    """A figure with its sentence, the parts that hold its passage (``above``), and the fact that states it."""

    begin: int
    above: tuple[str, ...]
    sentence: Lit
    fact: str

    @property
    def year(self) -> str:
        """The year of its date, empty where it has none."""
        return self.date[:4]


@dataclass(frozen=True, slots=True)
class Observations:
    """All observations in the order of the text, and the parts of the reports by IRI."""

    rows: tuple[Observation, ...]
    parts: Mapping[str, Part]

    def of_class(self, observation: Observation, cls: str) -> tuple[str, ...]:
        """The parts of a class (``Section``) that hold an observation, the nearest first."""
        return tuple(iri for iri in observation.above if self.parts[iri].cls == cls)


async def observations_of(site: Site) -> Observations:
    """The observations of the graph that is published now."""
    edition = site.edition

    async def read() -> Observations:
        figures = await ask_once(site, edition, "figures")
        parts = await ask_once(site, edition, "parts")
        return await asyncio.to_thread(_read, figures, parts, await sentences_of(site), await facts_of(site))

    return await edition.once("observations", read)


def _read(figures: Found, parts: Found, sentences: Sentences, facts: Facts) -> Observations:
    known = _parts(parts)
    rows = {row["figure"].text + row["subject"].text: row for row in figures}
    return Observations(tuple(_observation(row, sentences, known, facts) for row in rows.values()), known)


def _parts(rows: Iterable[Row]) -> dict[str, Part]:
    """The parts in the order of the text; a part that is in several is in its narrowest, which is told last."""
    names: dict[str, dict[str, str]] = defaultdict(dict)
    found: dict[str, Part] = {}
    for row in rows:
        iri = row["part"].text
        names[iri][row["label"].lang] = row["label"].text
        zh, en = names[iri].get("zh", ""), names[iri].get("en", "")
        order = int(row["order"].text) if "order" in row else -1
        found[iri] = Part(iri, local(row["class"].text), zh, en, row["above"].text if "above" in row else "", order)
    return dict(sorted(found.items(), key=lambda item: (_report(item[0], found), item[1].order)))


def _report(iri: str, parts: Mapping[str, Part]) -> str:
    """The chapter of a section, else the part itself: what its order counts within."""
    return next((each for each in _chain(iri, parts) if parts[each].cls == "Chapter"), iri)


def _chain(iri: str, parts: Mapping[str, Part]) -> tuple[str, ...]:
    """A part and all that hold it, the narrowest first."""
    chain: list[str] = []
    while iri in parts and iri not in chain:
        chain.append(iri)
        iri = parts[iri].above
    return tuple(chain)


def _observation(row: Row, sentences: Sentences, parts: Mapping[str, Part], facts: Facts) -> Observation:
    iri, begin = row["figure"].text, int(row["begin"].text)
    told = sentences.get(row["passage"].text)
    return Observation(
        **stated(row),
        begin=begin,
        above=_chain(told.section, parts) if told else (),
        sentence=_lit(told, begin, int(row["end"].text)) if told else Lit(""),
        fact=next((fact.id for fact in facts.by_thing.get(iri, ()) if fact.entry.subject == iri), ""),
    )


def _lit(told: Sentence, begin: int, end: int) -> Lit:
    return light(told.text, told.original, begin - told.begin, end - told.begin)
