"""The reader: a report as text, with what was read in it lit by kind, and its facts beside it."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final, TypeVar
from urllib.parse import quote

from markupsafe import Markup

from shkc_kg.model import Span
from shkc_kg.web.exchange import Answer, Request
from shkc_kg.web.explorer.characters import Layer, Lighting, cells, characters, places
from shkc_kg.web.explorer.choosing import Held, choice, held_of
from shkc_kg.web.explorer.coverage import CATEGORIES, Coverage, coverage_of
from shkc_kg.web.explorer.document import Document, Mark, Passage, document_of
from shkc_kg.web.explorer.facts import facts_of
from shkc_kg.web.explorer.layout import Entry, Part, contents, parts
from shkc_kg.web.explorer.library import Chapter, Library, Report, library_of
from shkc_kg.web.explorer.statements import statement
from shkc_kg.web.formats import GRAPHS
from shkc_kg.web.labels import Labels, labels_of
from shkc_kg.web.pages import page, tongue
from shkc_kg.web.places import address
from shkc_kg.web.site import Site

__all__ = ["chapter_page", "report_page", "reports"]

# So many facts are shown at once; the page of a thing has them all.
_MOST: Final = 40
_LAYERS: Final = ("coverage", "audit")
T = TypeVar("T")
# The kinds that a reader may switch: the groups of things that share a colour, and the two kinds that are no thing.
FAMILIES: Final = {
    "institution": ("机构", "Institutions", ("Institution", "Academy")),
    "person": ("人物", "People", ("Person",)),
    "region": ("地区", "Regions", ("Region",)),
    "facility": ("设施与平台", "Facilities", ("Facility",)),
    "event": ("活动", "Events", ("Event", "EventSeries")),
    "programme": ("计划与项目", "Programmes", ("Programme",)),
    "work": ("政策与作品", "Policies, works", ("Policy", "Publication", "MediaWork")),
    "other": ("其他名称", "Other names", ()),
    "date": ("日期", "Dates", ("date",)),
    "number": ("数字", "Numbers", ("number",)),
}
_FAMILY: Final = {group: family for family, (_, _, groups) in FAMILIES.items() for group in groups}


async def reports(site: Site, request: Request) -> Answer:
    """The reports and chapters that can be read; where there is one chapter only, the way to it."""
    library = await library_of(site)
    if len(library.chapters) == 1:
        answer = Answer(303, "text/plain; charset=utf-8", b"see the chapter\n")
        asked = f"?{request.query.decode('ascii', 'replace')}" if request.query else ""
        return answer.with_header(b"location", address(library.chapters[0].iri, site.base) + asked)
    return await _listed(site, request, library, library.reports)


async def report_page(site: Site, request: Request, report: Report) -> Answer:
    """One report: what it is, and its chapters."""
    return await _listed(site, request, await library_of(site), (report,))


async def _listed(site: Site, request: Request, library: Library, chosen: tuple[Report, ...]) -> Answer:
    labels = await labels_of(site, site.edition)
    covered, facts = await coverage_of(site), await facts_of(site)
    counts = Counter(
        chapter.iri
        for passage, held in facts.by_passage.items()
        for _ in held
        if (chapter := library.chapter_of(passage))
    )
    return page(
        request,
        "reports.html",
        reports=chosen,
        alone=len(chosen) == 1,
        counts=counts,
        covered=covered,
        labels=labels,
        sparql_text=library.sparql,
        address=lambda iri: address(iri, site.base),
        formats=GRAPHS,
    )


@dataclass(frozen=True, slots=True)
class _Read:
    """A chapter as read once, what is where in it, and the HTML of its passages where nothing is chosen."""

    document: Document
    held: Held
    shown: Mapping[str, tuple[int, ...]]
    plain: Mapping[str, tuple[Markup, ...]]
    parts: tuple[Part, ...]
    contents: tuple[Entry, ...]


async def chapter_page(site: Site, request: Request, chapter: Chapter) -> Answer:
    """A chapter to read, with what its address chooses lit and explained; ``only=facts`` gives that panel alone."""
    labels, library = await labels_of(site, site.edition), await library_of(site)
    covered = (await coverage_of(site)).get(chapter.iri)
    facts = await facts_of(site)
    read = await _read_once(site, chapter, labels, covered)
    document, lang = read.document, tongue(request)
    chosen = choice(site, request, document, read.held, facts)
    layer = next((name for name in _LAYERS if request.parameter("layer") == name), "")
    told: dict[str, Any] = {
        "document": document,
        "chosen": chosen,
        "layer": layer,
        "statements": [statement(document, labels, fact, lang) for fact in chosen.facts[:_MOST]],
        "elsewhere": [statement(document, labels, fact, lang) for fact in chosen.elsewhere[:_MOST]],
        "untold": len(chosen.facts[_MOST:]) + len(chosen.elsewhere[_MOST:]),
        "labels": labels,
        "covered": covered,
        "categories": CATEGORIES,
        "chapter": chapter,
        "here": address(chapter.iri, site.base),
        "address": lambda iri: address(iri, site.base),
    }
    status = 404 if chosen.kind == "missing" else 200
    if request.parameter("only") == "facts":
        return page(request, "reader_facts.html", status, **told)
    spans = _by_passage(document, chosen.spans, lambda span: span)
    layers = _by_passage(document, _layers(layer, document, covered, labels, lang), lambda one: one.span)
    return page(
        request,
        "reader.html",
        status,
        **told,
        parts=read.parts,
        contents=read.contents,
        html=partial(_html, read, spans, layers, labels, site.base, layer),
        report=library.report(chapter.report),
        around=_around(library, chapter),
        families=_families(document, labels),
        notes=_by_passage(document, document.notes, lambda note: note.span),
        formats=GRAPHS,
    )


async def _read_once(site: Site, chapter: Chapter, labels: Labels, covered: Coverage | None) -> _Read:
    document, facts = await document_of(site, chapter), await facts_of(site)
    base = site.base

    async def read() -> _Read:
        return await asyncio.to_thread(_read, document, held_of(document, facts), labels, covered, base)

    return await site.edition.once(f"reader {chapter.iri}", read)


def _read(document: Document, held: Held, labels: Labels, covered: Coverage | None, base: str) -> _Read:
    outside = covered.outside if covered and covered.told["text"] == document.original else frozenset()
    shown = {one.iri: places(document.original, one, outside) for one in document.passages}
    read = _Read(document, held, shown, {}, parts(document), contents(document))
    return replace(
        read, plain={one.iri: _drawn(read, one, _lighting(read, one, labels, base)) for one in document.passages}
    )


def _drawn(read: _Read, passage: Passage, lighting: Lighting) -> tuple[Markup, ...]:
    """The passage as HTML, a table's row by its cells."""
    original, spans = read.document.original, [passage.span]
    if passage.kind == "Row":
        spans = list(cells(original, passage, read.shown[passage.iri]))
    return tuple(characters(original, span, lighting) for span in spans)


def _lighting(read: _Read, passage: Passage, labels: Labels, base: str, layer: str = "") -> Lighting:
    return Lighting(
        shown=frozenset(read.shown[passage.iri]),
        marks=read.document.marks.get(passage.iri, ()),
        kind=lambda mark: family(labels.group(mark.target) if mark.kind == "name" else mark.kind),
        href=_linker(read.held, passage, base, layer),
    )


def family(group: str) -> str:
    """The kind that a reader knows a group of things by."""
    return _FAMILY.get(group, "other")


def _linker(held: Held, passage: Passage, base: str, layer: str) -> Callable[[Mark], str]:
    """Where a mark leads: to the same page with its facts."""
    kept = f"&layer={layer}" if layer else ""

    def href(mark: Mark) -> str:
        fact = held.by_node.get(mark.target)
        if mark.kind == "name":
            name = mark.target.removeprefix(f"{base}id/")
            return f"?thing={_bare(name)}&passage={passage.key}{kept}#{passage.key}"
        if fact:
            return f"?fact={fact.id}{kept}#{passage.key}"
        return f"?at={mark.span.begin}-{mark.span.end}{kept}#{passage.key}"

    return href


def _bare(name: str) -> str:
    """A name in an address: Chinese stays readable, and short; a browser encodes it on its way."""
    return "".join(char if char > "\x7f" else quote(char, safe="/:()") for char in name)


def _html(
    read: _Read,
    chosen: Mapping[str, list[Span]],
    layers: Mapping[str, list[Layer]],
    labels: Labels,
    base: str,
    layer: str,
    passage: Passage,
) -> tuple[Markup, ...]:
    """The HTML of a passage: as drawn once, or anew where something of it is chosen or coloured."""
    spans = chosen.get(passage.iri, [])
    if not spans and not layer:
        return read.plain[passage.iri]
    plain = _lighting(read, passage, labels, base, layer)
    return _drawn(read, passage, replace(plain, chosen=spans, layers=layers.get(passage.iri, [])))


def _by_passage(document: Document, some: Iterable[T], span: Callable[[T], Span]) -> dict[str, list[T]]:
    """What belongs to characters, by the passages that have these."""
    found: dict[str, list[T]] = {}
    for one in some:
        for passage in document.touched(span(one)):
            found.setdefault(passage.iri, []).append(one)
    return found


def _layers(layer: str, document: Document, covered: Coverage | None, labels: Labels, lang: str) -> tuple[Layer, ...]:
    at = 0 if lang == "zh" else 1
    if layer == "coverage" and covered:
        return tuple(
            Layer(span, category, f"{CATEGORIES[category][at]} · {rule}") for span, category, rule in covered.stretches
        )
    if layer == "audit":
        return tuple(
            sorted(
                (
                    Layer(span, finding.verdict, f"{labels.name(finding.kind, lang)} · {finding.reason[at]}")
                    for finding in document.findings
                    for _, span in finding.quotes
                ),
                key=lambda one: (one.span.begin, -one.span.end),
            )
        )
    return ()


def _around(library: Library, chapter: Chapter) -> tuple[Chapter | None, Chapter | None]:
    """The chapters before and behind."""
    chapters = library.chapters
    at = chapters.index(chapter)
    return (chapters[at - 1] if at else None), (chapters[at + 1] if at + 1 < len(chapters) else None)


def _families(document: Document, labels: Labels) -> list[tuple[str, str, str, int]]:
    """The kinds that the chapter has marks of, with their names and how many."""
    marks = (mark for some in document.marks.values() for mark in some)
    counts = Counter(family(labels.group(mark.target) if mark.kind == "name" else mark.kind) for mark in marks)
    return [(key, zh, en, counts[key]) for key, (zh, en, _) in FAMILIES.items() if counts[key]]
