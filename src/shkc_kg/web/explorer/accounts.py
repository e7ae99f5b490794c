"""What is known of the trustworthiness of the graph that is published, as plain values: the checks page, and its data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from shkc_kg.graph.compact import compact
from shkc_kg.model import Span
from shkc_kg.web.asking import Row, ask_once
from shkc_kg.web.conformance import examined
from shkc_kg.web.explorer.coverage import Coverage, coverage_of
from shkc_kg.web.explorer.document import Document, document_of
from shkc_kg.web.explorer.facts import Fact, facts_of
from shkc_kg.web.explorer.library import library_of
from shkc_kg.web.explorer.statements import is_curated, statement
from shkc_kg.web.labels import Labels, labels_of, local
from shkc_kg.web.site import Site

__all__ = ["accounts"]

Told = dict[str, Any]


async def accounts(site: Site) -> Told:
    """Everything, made when first asked for; texts in Chinese and English side by side."""
    return await site.edition.once("accounts", lambda: _made(site))


async def _made(site: Site) -> Told:
    edition, labels, covered = site.edition, await labels_of(site, site.edition), await coverage_of(site)
    documents = [await document_of(site, chapter) for chapter in (await library_of(site)).chapters]
    facts = (await facts_of(site)).by_id.values()
    links = await ask_once(site, edition, "links")
    sources = await ask_once(site, edition, "sources", dataset=f"{edition.dataset.base}graph/dataset")
    build, tested = edition.dataset.build, await examined(site)
    return {
        "dataset": _dataset(build),
        "chapters": [_chapter(one, covered.get(one.chapter.iri)) for one in documents],
        "audit": [told for one in documents for told in _audit(one, labels)],
        "notes": [told for one in documents for told in _notes(one, labels)],
        "validation": build.get("checks"),
        "counts": {name: build.get(name, {}) for name in ("facts", "instances", "curated")},
        "curated": [told for one in documents for told in _curated(one, facts, labels)],
        "links": _links(links.rows, labels),
        "sources": _sources(sources.rows),
        "conformance": tested,
        "sparql": {"links": links.sparql, "sources": sources.sparql, **(documents[0].sparql if documents else {})},
    }


def _dataset(build: Mapping[str, Any]) -> Told:
    names = ("program", "store", "base", "quads", "graphs", "built", "machine", "inputs", "seconds")
    return {"sha256": build.get("dataset", {}).get("sha256", ""), **{name: build.get(name) for name in names}}


def _pair(labels: Labels, iri: str) -> Told:
    return {"zh": labels.name(iri, "zh"), "en": labels.name(iri, "en")}


def _both(pair: tuple[str, str]) -> Told:
    return dict(zip(("zh", "en"), pair, strict=True))


def _quoted(document: Document, span: Span) -> Told:
    passage = document.at(span.begin)
    return {
        "chapter": document.chapter.iri,
        "passage": passage.iri if passage else None,
        "begin": span.begin,
        "end": span.end,
        "text": document.printed(span),
    }


def _chapter(document: Document, covered: Coverage | None) -> Told:
    chapter = document.chapter
    told: Told = {"iri": chapter.iri, "title": _both(chapter.title), "sha256": chapter.sha256}
    if covered is None:
        return told
    return told | {
        "characters": covered.told["characters"],
        "counts": covered.told["counts"],
        "percent": covered.told["percent"],
        "unread": [
            {**_quoted(document, Span(one["begin"], one["end"])), "before": one["before"], "reasons": one["reasons"]}
            for one in covered.told["unread"]
        ],
        "numerals": _numerals(document, covered),
    }


def _numerals(document: Document, covered: Coverage) -> Told:
    """What each digit and Chinese numeral was taken for; the lost ones, for which nothing accounts, in full."""
    held = covered.told["numerals"]
    reasons = Counter(detail for *_, account, detail in held if account == "reason")
    return {
        "of": len(held),
        "accounts": dict(Counter(account or "lost" for *_, account, _ in held).most_common()),
        "reasons": dict(reasons.most_common()),
        "lost": [_quoted(document, Span(begin, end)) for begin, end, account, _ in held if not account],
    }


def _audit(document: Document, labels: Labels) -> Iterator[Told]:
    for one in document.findings:
        yield {
            "iri": one.iri,
            "kind": _pair(labels, one.kind),
            "verdict": one.verdict,
            "stated": one.stated,
            "found": one.found,
            "reason": _both(one.reason),
            "quotes": [_quoted(document, span) for _, span in one.quotes],
        }


def _notes(document: Document, labels: Labels) -> Iterator[Told]:
    for note in document.notes:
        yield {
            **_quoted(document, note.span),
            "iri": note.iri,
            "kind": _pair(labels, note.kind),
            "correction": note.correction or None,
            "reason": _both(note.reason),
            "source": note.source,
            "confidence": note.confidence,
        }


def _curated(document: Document, facts: Any, labels: Labels) -> Iterator[Told]:  # noqa: ANN401 - a view of a dict
    """The facts of a chapter that a person read."""
    for fact in facts:
        if is_curated(fact.entry.rule) and fact.entry.passage in document.by_iri:
            yield _by_hand(document, fact, labels)


def _by_hand(document: Document, fact: Fact, labels: Labels) -> Told:
    words = {lang: statement(document, labels, fact, lang).words for lang in ("zh", "en")}
    return {
        "fact": fact.id,
        "words": words,
        "rule": fact.entry.rule,
        "sentence": document.by_iri[fact.entry.passage].text,
        "quotes": [_quoted(document, span) for span in fact.entry.spans],
    }


def _links(rows: tuple[Row, ...], labels: Labels) -> list[Told]:
    """The sets of links, each with what was looked for and what was found."""
    sets: dict[str, Told] = {}
    for row in rows:
        held = sets.setdefault(
            row["set"].text,
            {"iri": row["set"].text, "label": {}, "licence": row["licence"].text, "found": {}, "none": 0},
        )
        held["label"][row["label"].lang] = row["label"].text
        name, number = local(row["predicate"].text), int(row["number"].text)
        if name == "NoTermFound":
            held["none"] = number
        else:
            least = {"least": row["least"].text} if "least" in row else {}
            held["found"][compact(row["predicate"].text)] = {
                **_pair(labels, row["predicate"].text),
                "number": number,
                **least,
            }
    return list(sets.values())


def _sources(rows: tuple[Row, ...]) -> list[Told]:
    sources: dict[str, Told] = {}
    for row in rows:
        held = sources.setdefault(row["source"].text, {"iri": row["source"].text, "label": {}, "licence": ""})
        held["label"][row["label"].lang] = row["label"].text
        held["licence"] = row["licence"].text
    return list(sources.values())
