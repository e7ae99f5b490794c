"""The reader: a report as text, with what was read in it lit by kind, and its facts beside it."""

from __future__ import annotations

import asyncio
from collections import Counter
from functools import partial
from typing import Any, Final

from markupsafe import Markup

from shkc_kg.web.exchange import Answer, Request
from shkc_kg.web.explorer.choosing import choice, held_of
from shkc_kg.web.explorer.coverage import CATEGORIES, coverage_of
from shkc_kg.web.explorer.document import document_of
from shkc_kg.web.explorer.drawn import LAYERS, Drawing, View
from shkc_kg.web.explorer.facts import facts_of
from shkc_kg.web.explorer.layout import Part, contents
from shkc_kg.web.explorer.library import Chapter, Library, Report, library_of
from shkc_kg.web.explorer.statements import statement
from shkc_kg.web.formats import GRAPHS
from shkc_kg.web.labels import labels_of
from shkc_kg.web.pages import fragment, page, tongue
from shkc_kg.web.places import address
from shkc_kg.web.site import Site

__all__ = ["chapter_page", "report_page", "reports"]

# So many facts are shown at once; the page of a thing has them all.
_MOST: Final = 40


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
    facts = await facts_of(site)
    counts = Counter[str]()
    for passage, held in facts.by_passage.items():
        if chapter := library.chapter_of(passage):
            counts[chapter.iri] += len(held)
    return page(
        request,
        "reports.html",
        reports=chosen,
        alone=len(chosen) == 1,
        counts=counts,
        covered=await coverage_of(site),
        labels=await labels_of(site, site.edition),
        sparql_text=library.sparql,
        address=lambda iri: address(iri, site.base),
        formats=GRAPHS,
    )


async def chapter_page(site: Site, request: Request, chapter: Chapter) -> Answer:
    """A chapter to read, with what its address chooses lit and explained; ``only=facts`` gives that panel alone."""
    library, drawing = await library_of(site), await _drawing(site, chapter)
    chosen = choice(site, request, drawing.document, drawing.held, await facts_of(site))
    layer = next((name for name in LAYERS if request.parameter("layer") == name), "")
    view = View(drawing, chosen, layer, tongue(request))
    told, status = _told(site, view), 404 if chosen.kind == "missing" else 200
    if request.parameter("only") == "facts":
        return page(request, "reader_facts.html", status, **told)
    return page(
        request,
        "reader.html",
        status,
        **told,
        # A long chapter takes its time when it is first drawn, and others should not wait for it.
        parts=await asyncio.to_thread(view.parts, partial(_part, request, told)),
        contents=contents(drawing.document),
        report=library.report(chapter.report),
        around=_around(library, chapter),
        families=drawing.families,
        formats=GRAPHS,
    )


async def _drawing(site: Site, chapter: Chapter) -> Drawing:
    document, facts = await document_of(site, chapter), await facts_of(site)
    covered = (await coverage_of(site)).get(chapter.iri)
    labels, base = await labels_of(site, site.edition), site.base

    async def make() -> Drawing:
        held = await asyncio.to_thread(held_of, document, facts)
        return Drawing(document, held, labels, covered, base)

    return await site.edition.once(f"drawing {chapter.iri}", make)


def _told(site: Site, view: View) -> dict[str, Any]:
    """What the text and the facts beside it are made of."""
    drawing, chosen = view.drawing, view.chosen
    facts, elsewhere = chosen.facts[:_MOST], chosen.elsewhere[:_MOST]
    return {
        "document": drawing.document,
        "chapter": drawing.document.chapter,
        "chosen": chosen,
        "layer": view.layer,
        "statements": [statement(drawing.document, drawing.labels, fact, view.lang) for fact in facts],
        "elsewhere": [statement(drawing.document, drawing.labels, fact, view.lang) for fact in elsewhere],
        "untold": len(chosen.facts) - len(facts) + len(chosen.elsewhere) - len(elsewhere),
        "labels": drawing.labels,
        "covered": drawing.covered,
        "categories": CATEGORIES,
        "here": address(drawing.document.chapter.iri, site.base),
        "address": lambda iri: address(iri, site.base),
    }


def _part(request: Request, told: dict[str, Any], part: Part, view: View) -> Markup:
    """A part of the text as one reader sees it, or as everybody does who chose nothing."""
    seen = {**told, "chosen": view.chosen, "part": part, "html": view.html, "notes": view.drawing.notes}
    return fragment(request, "reader_part.html", **seen)


def _around(library: Library, chapter: Chapter) -> tuple[Chapter | None, Chapter | None]:
    """The chapters before and behind."""
    chapters = library.chapters
    at = chapters.index(chapter)
    return (chapters[at - 1] if at else None), (chapters[at + 1] if at + 1 < len(chapters) else None)
