"""How to cite a fact, a passage, or the dataset; and what to name in a report of a mistake."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from shkc_kg.web.exchange import Answer, Request
from shkc_kg.web.explorer.characters import Lighting, characters, places
from shkc_kg.web.explorer.citation import FORMATS, Citation, Form, problem
from shkc_kg.web.explorer.coverage import coverage_of
from shkc_kg.web.explorer.document import Document, Passage, document_of
from shkc_kg.web.explorer.facts import Fact, facts_of
from shkc_kg.web.explorer.library import Chapter, library_of
from shkc_kg.web.explorer.statements import Statement, statement
from shkc_kg.web.labels import Labels, labels_of
from shkc_kg.web.negotiate import quality
from shkc_kg.web.pages import page, tongue
from shkc_kg.web.places import address, iri_of
from shkc_kg.web.problems import Problem
from shkc_kg.web.site import Site

__all__ = ["cite"]

# A thing that many facts speak of lists so many to choose from.
_MOST = 60


async def cite(site: Site, request: Request) -> Answer:
    """The citation of ``?fact=`` or ``?iri=``, of the dataset where neither is given: as a page or in ``?format=``."""
    lang, labels = tongue(request), await labels_of(site, site.edition)
    fact, passage, several = await _wanted(site, request)
    cited, told, lit = Citation(**_dataset(site)), None, None
    if several:
        return await _choosing(site, request, several, labels, lang)
    if place := passage or (fact.entry.passage if fact else ""):
        chapter, document = await _chapter(site, place)
        told = statement(document, labels, fact, lang) if fact else None
        said = told.passage if told else document.by_iri[place]
        cited = await _cited(site, chapter, document, said, told, labels, lang)
        lit = await _lit(site, document, said, told)
    if form := _form(request):
        return _written(form, cited, lang)
    return _page(site, request, cited, told, lit, labels, lang)


async def _lit(site: Site, document: Document, passage: Passage, told: Statement | None) -> Markup:
    """The passage with the fact's characters lit."""
    covered = (await coverage_of(site)).get(document.chapter.iri)
    shown = places(document.original, passage, covered.outside if covered else ())
    chosen = told.fact.entry.spans if told else ()
    return characters(document.original, passage.span, Lighting(frozenset(shown), chosen=chosen))


def _page(
    site: Site,
    request: Request,
    cited: Citation,
    told: Statement | None,
    lit: Markup | None,
    labels: Labels,
    lang: str,
) -> Answer:
    chosen = f"fact={told.fact.id}" if told else f"passage={cited.passage.rpartition('/')[2]}"
    here = address(cited.passage.rpartition("/")[0], site.base)
    return page(
        request,
        "cite.html",
        cited=cited,
        told=told,
        lit=lit,
        forms=[(form, form.made(cited, lang)) for form in FORMATS],
        problem=problem(cited) if cited.report else "",
        deep=f"{here}?{chosen}#{cited.passage.rpartition('/')[2]}" if cited.passage else "",
        labels=labels,
        here=here,
        address=lambda iri: address(iri, site.base),
        asked=[(key, value) for key, value in request.parameters if key in ("fact", "iri")],
    )


async def _wanted(site: Site, request: Request) -> tuple[Fact | None, str, tuple[Fact, ...]]:
    """The fact asked for, or the passage, or the facts among which to choose."""
    facts = await facts_of(site)
    if name := request.parameter("fact"):
        if name in facts.by_id:
            return facts.by_id[name], "", ()
        raise Problem("not-found", reason=f"no fact is called {name[:40]}; a later reading may word it anew")
    asked = request.parameter("iri")
    if not asked:
        return None, "", ()
    iri = iri_of(asked, site.base) if asked.startswith("/") else asked
    found = facts.by_thing.get(iri, ())
    if (await library_of(site)).chapter_of(iri):
        # What has an IRI inside a chapter is a fact itself; others may only point to it.
        found = tuple(fact for fact in found if fact.entry.subject == iri)
    if len(found) == 1:
        return found[0], "", ()
    if found:
        return None, "", found
    await _chapter(site, iri)
    return None, iri, ()


async def _chapter(site: Site, passage: str) -> tuple[Chapter, Document]:
    chapter = (await library_of(site)).chapter_of(passage)
    document = await document_of(site, chapter) if chapter else None
    if chapter is None or document is None or passage not in document.by_iri:
        raise Problem("not-found", reason=f"no fact and no passage is called {passage[:200]}")
    return chapter, document


async def _choosing(site: Site, request: Request, several: tuple[Fact, ...], labels: Labels, lang: str) -> Answer:
    """A thing is no fact: the facts that speak of it, each with its own citation."""
    told = []
    for fact in several[:_MOST]:
        _, document = await _chapter(site, fact.entry.passage)
        told.append(statement(document, labels, fact, lang))
    iri = request.parameter("iri") or ""
    return page(
        request,
        "cite_which.html",
        iri=iri_of(iri, site.base) if iri.startswith("/") else iri,
        statements=told,
        untold=len(several[_MOST:]),
        labels=labels,
        address=lambda iri: address(iri, site.base),
    )


async def _cited(
    site: Site,
    chapter: Chapter,
    document: Document,
    passage: Passage,
    told: Statement | None,
    labels: Labels,
    lang: str,
) -> Citation:
    report = (await library_of(site)).report(chapter.report)
    nth = 0 if lang == "zh" else 1
    node = told and told.fact.entry.subject in document.nodes
    return Citation(
        key=told.fact.id if told else passage.key,
        iri=told.fact.entry.subject if told and node else passage.iri,
        words=told.words if told else passage.text,
        sentence=passage.text,
        passage=passage.iri,
        number=passage.key.lstrip("p0") or passage.key,
        characters=tuple((span.begin, span.end, printed) for span, printed in told.characters) if told else (),
        rule=told.rule if told else "",
        chapter=chapter.title[nth],
        report=report.title[nth] if report else "",
        publisher=labels.name(report.publisher, lang) if report and report.publisher else "",
        year=chapter.year,
        **_dataset(site),
    )


def _dataset(site: Site) -> Mapping[str, Any]:
    dataset = site.edition.dataset
    version = str(dataset.build.get("program", ""))
    return {"dataset": f"{dataset.base}graph/dataset", "version": version, "sha256": dataset.hash}


def _form(request: Request) -> Form | None:
    """The form asked for, by ``format=`` or by the Accept header; none where a page is meant."""
    if name := request.parameter("format"):
        found = next((form for form in FORMATS if form.name == name), None)
        if found is None:
            raise Problem("bad-request", reason=f"a citation comes as {', '.join(form.name for form in FORMATS)}")
        return found
    accept = request.header(b"accept") or "*/*"
    best = max(FORMATS, key=lambda form: quality(accept, form.media.partition(";")[0]))
    wanted = quality(accept, best.media.partition(";")[0])
    return best if wanted > quality(accept, "text/html") else None


def _written(form: Form, cited: Citation, lang: str) -> Answer:
    answer = Answer(200, form.media, form.made(cited, lang).encode("utf-8", "replace"))
    return answer.with_header(b"vary", "Accept, Accept-Language, Cookie").with_header(b"content-language", lang)
