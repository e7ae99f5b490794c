"""Linked data: every IRI of the graph answers with all that is said of it, as data or as a page."""

from __future__ import annotations

from typing import Final

from shkc_kg.names import iri_to_uri
from shkc_kg.web.exchange import Answer, Request
from shkc_kg.web.explorer.library import library_of
from shkc_kg.web.explorer.reader import chapter_page, report_page
from shkc_kg.web.explorer.things import described, missing
from shkc_kg.web.formats import DATASETS, GRAPHS, Format
from shkc_kg.web.negotiate import choose, prefers_html
from shkc_kg.web.pages import page, tongue
from shkc_kg.web.places import ONTOLOGY, address, iri_of, split_suffix
from shkc_kg.web.problems import Problem
from shkc_kg.web.protocol import Asked, Wanted
from shkc_kg.web.site import Site
from shkc_kg.web.terms import read_terms

__all__ = ["ontology", "thing"]

_QUADS: Final = next(f for f in DATASETS if f.name == "nq")


async def thing(site: Site, request: Request) -> Answer:
    """What is said of a thing, a passage or a graph; a path may end in a format's suffix."""
    readings = [split_suffix(request.raw_path)]
    if readings[0][0] != request.raw_path:  # a name may end like a suffix
        readings.append((request.raw_path, None, False))
    for reading in readings:
        try:
            return await _described(site, request, *reading)
        except Problem as problem:
            if problem.code != "not-found":
                raise
            unknown = problem
    return await _missing(site, request, unknown)


async def _missing(site: Site, request: Request, problem: Problem) -> Answer:
    """A page that helps to find what was meant, where a page was asked for."""
    stem, form, html = split_suffix(request.raw_path)
    if not html and (form or not prefers_html(request.header(b"accept"), GRAPHS)):
        raise problem
    return await missing(site, request, iri_of(stem, site.base))


async def _described(site: Site, request: Request, path: str, form: Format | None, html: bool) -> Answer:
    iri = iri_of(path, site.base)
    if html or (form is None and prefers_html(request.header(b"accept"), GRAPHS)):
        return _linked(await _page(site, request, iri), site, iri)
    answer = await site.ask(request, _asked(site, request, iri, "record", form))
    return _linked(answer, site, iri)


async def _page(site: Site, request: Request, iri: str) -> Answer:
    """The page of an IRI: a report and a chapter can be read, all else is described."""
    library = await library_of(site)
    if chapter := library.chapter(iri):
        return await chapter_page(site, request, chapter)
    if report := library.report(iri):
        return await report_page(site, request, report)
    return await described(site, request, iri)


def _asked(site: Site, request: Request, iri: str, do: str, form: Format | None) -> Asked:
    chosen = (form, form.content_type) if form else choose(request.header(b"accept"), GRAPHS)
    if chosen is None:
        raise Problem("not-acceptable", kind="graph", offered=", ".join(["text/html", *(f.media[0] for f in GRAPHS)]))
    return Asked(iri, None, None, Wanted(None, chosen), site.limits.deadline, do=do)


def _linked(answer: Answer, site: Site, iri: str) -> Answer:
    """Says where the other forms of the same data are, and whose description it is."""
    here = address(iri, site.base)
    links = [f'<{here}.{f.name}>; rel="alternate"; type="{f.media[0]}"' for f in GRAPHS]
    links += [f'<{here}.html>; rel="alternate"; type="text/html"', f'<{iri_to_uri(iri)}>; rel="describes"']
    name = next((f.name for f in GRAPHS if answer.media.startswith(f.media)), None)
    answer.with_header(b"link", ", ".join(links))
    return answer.with_header(b"content-location", f"{here}.{name}") if name and answer.status == 200 else answer


async def ontology(site: Site, request: Request) -> Answer:
    """The ontology: as data, or documented in Chinese or English from its own labels and comments."""
    _, form, html = split_suffix(request.raw_path)
    graph = f"{site.base}graph/ontology"
    if not html and (form or not prefers_html(request.header(b"accept"), GRAPHS)):
        return _linked(await site.ask(request, _asked(site, request, graph, "graph", form)), site, ONTOLOGY)
    quads = await site.fetch(request, _asked(site, request, graph, "graph", _QUADS))
    document = read_terms(quads, ONTOLOGY, tongue(request), site.base)
    return _linked(page(request, "ontology.html", document=document, formats=GRAPHS), site, ONTOLOGY)
