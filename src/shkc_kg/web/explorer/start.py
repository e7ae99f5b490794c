"""The start page: what is in the graph, and the ways into it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from shkc_kg.web.asking import Found, ask_once
from shkc_kg.web.examples import Example, examples
from shkc_kg.web.exchange import Answer, Request
from shkc_kg.web.explorer.calendar import Calendar, Dated, calendar_of
from shkc_kg.web.explorer.dates import in_year, told, year_month
from shkc_kg.web.explorer.facts import facts_of
from shkc_kg.web.explorer.highlights import highlights
from shkc_kg.web.explorer.library import Library, library_of
from shkc_kg.web.explorer.observed import Figure, read_figure
from shkc_kg.web.explorer.sentences import sentences_of
from shkc_kg.web.explorer.things.said import Ledger
from shkc_kg.web.labels import Labels, labels_of
from shkc_kg.web.pages import page, tongue
from shkc_kg.web.places import address
from shkc_kg.web.site import Site

__all__ = ["start"]

# The kinds whose most connected things are shown, and how many of each.
_KINDS: Final = ("Institution", "Region", "Event", "Facility", "Person", "Programme")
_MOST: Final = 6
_QUERIES: Final = ("figures", "connected", "claims", "hosts")
_REGIONS: Final = 10
_QUESTIONS: Final = 8


@dataclass(frozen=True, slots=True)
class Month:
    """What happened in a month, or in the year where no month is told (0)."""

    number: int
    days: tuple[Dated, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """How much was read in a chapter."""

    passages: int
    facts: int
    figures: int


@dataclass(frozen=True, slots=True)
class Start:
    """What the start page shows, made once a build, and the queries behind it."""

    figures: tuple[Figure, ...]
    year: int
    months: tuple[Month, ...]
    hosts: tuple[tuple[str, int], ...]
    connected: Mapping[str, tuple[tuple[str, int], ...]]
    library: Library
    read: Mapping[str, Read]
    calendar: Calendar
    found: Mapping[str, Found]


async def start(site: Site, request: Request) -> Answer:
    """What is in the graph, and the ways into it."""
    labels = await labels_of(site, site.edition)
    shown, ledger = await _start_of(site, labels), Ledger(await sentences_of(site), await facts_of(site), site.base)
    claims, lang = shown.found["claims"].rows, tongue(request)
    return page(
        request,
        "start.html",
        start=shown,
        said={figure.iri: ledger.said(figure.passage, figure.iri) for figure in shown.figures},
        claims=[(row, ledger.said(row["where"].text, row["claim"].text)) for row in claims],
        where={dated: ledger.said(dated.where) for month in shown.months for dated in month.days},
        questions=_questions(examples()),
        labels=labels,
        address=lambda iri: address(iri, site.base),
        told_date=lambda edtf: told(edtf, lang),
        in_year=lambda edtf: in_year(edtf, shown.year, lang),
        quads=site.edition.quads,
        things=labels.index.things,
        hash=site.edition.dataset.hash,
    )


async def _start_of(site: Site, labels: Labels) -> Start:
    edition = site.edition

    async def read() -> Start:
        found = {name: await ask_once(site, edition, f"start-{name}") for name in _QUERIES}
        calendar, library = await calendar_of(site), await library_of(site)
        year, own = _year(calendar), {chapter.region for chapter in library.chapters}
        return Start(
            figures=highlights([read_figure(row) for row in found["figures"]]),
            year=year,
            months=_months(calendar, year),
            hosts=tuple(
                (row["region"].text, int(row["things"].text)) for row in found["hosts"] if row["region"].text not in own
            )[:_REGIONS],
            connected=_connected(found["connected"], labels),
            library=library,
            read=await _read(site),
            calendar=calendar,
            found=found,
        )

    return await edition.once("start", read)


def _year(calendar: Calendar) -> int:
    """The year in which most dated things fell; of two, the later."""
    years = Counter(year_month(dated.date)[0] for dated in calendar.days)
    return max(years, key=lambda year: (years[year], year), default=0)


def _months(calendar: Calendar, year: int) -> tuple[Month, ...]:
    by_month: dict[int, list[Dated]] = defaultdict(list)
    for dated in calendar.days:
        when = year_month(dated.date)
        if when[0] == year:
            by_month[when[1]].append(dated)
    return tuple(Month(number, tuple(by_month[number])) for number in sorted(by_month, key=lambda month: month or 13))


def _connected(found: Found, labels: Labels) -> dict[str, tuple[tuple[str, int], ...]]:
    by_kind: dict[str, list[tuple[str, int]]] = {kind: [] for kind in _KINDS}
    for row in found:
        held = by_kind.get(labels.group(row["thing"].text))
        if held is not None and len(held) < _MOST:
            held.append((row["thing"].text, int(row["degree"].text)))
    return {kind: tuple(held) for kind, held in by_kind.items() if held}


async def _read(site: Site) -> dict[str, Read]:
    """How much was read in each chapter."""
    facts, sentences = await facts_of(site), await sentences_of(site)
    counted = {}
    for chapter, held in sentences.by_chapter.items():
        stated = [fact.entry.kind for sentence in held for fact in facts.by_passage.get(sentence.iri, ())]
        counted[chapter] = Read(len(held), len(stated), stated.count("Observation"))
    return counted


def _questions(known: Iterable[Example]) -> list[Example]:
    """Some questions that can be asked as they stand, each about something else."""
    ready = [each for each in known if each.defaults.keys() >= {p.name for p in each.parameters if p.required}]
    tags = Counter(each.tags[0] for each in ready if each.tags)
    return [next(each for each in ready if each.tags[:1] == (tag,)) for tag, _ in tags.most_common(_QUESTIONS)]
