"""The document in the chapter's graph: text, sections, passages, mentions (design: data model §3)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pyoxigraph import Literal, Quad

from shkc_kg.graph.frame import Frame
from shkc_kg.graph.nquads import sha256
from shkc_kg.graph.terms import date, en, integer, quads_of, term, text, true, zh
from shkc_kg.labels import english
from shkc_kg.model import Passage, PassageKind, Section, Source, Span

__all__ = ["document", "shorten"]

_KIND_ZH: Final = {
    PassageKind.HEADING: "标题",
    PassageKind.SENTENCE: "句",
    PassageKind.ITEM: "列项",
    PassageKind.CARD: "卡片",
    PassageKind.ROW: "表行",
}


def document(frame: Frame) -> Iterator[Quad]:
    """Everything that is said of the document rather than by it; the graph is the chapter's own IRI."""
    yield from _report(frame)
    yield from _chapter(frame)
    for section in frame.reading.chapter.sections:
        yield from _section(frame, section)
    for passage in frame.reading.chapter.passages:
        yield from _passage(frame, passage)
    yield from _scopes(frame)
    yield from _mentions(frame)


def shorten(words: str, room: int = 30) -> str:
    """The text on one line, cut with an ellipsis when it is longer than ``room`` characters.

    >>> shorten("全年全市新增外资研发中心25家", 8)
    '全年全市新增外…'
    """
    line = " ".join(words.split())
    return line if len(line) <= room else line[: room - 1] + "…"


def _report(frame: Frame) -> Iterator[Quad]:
    source = frame.reading.chapter.source
    yield from quads_of(
        frame.report,
        frame.chapter,
        {
            "rdf:type": term("shkc:Report"),
            "rdfs:label": zh(source.report_title_zh or source.report),
        },
    )
    yield Quad(frame.report, term("rdfs:label"), en(source.report_title_en or source.report), frame.chapter)


def _chapter(frame: Frame) -> Iterator[Quad]:
    source = frame.reading.chapter.source
    digest = sha256(source.original.encode("utf-8", "surrogatepass"))
    yield from quads_of(
        frame.chapter,
        frame.chapter,
        {
            "rdf:type": term("shkc:Chapter"),
            "rdfs:label": zh(source.title_zh or source.chapter),
            "dcterms:isPartOf": frame.report,
            "dcterms:identifier": text(f"sha256:{digest}"),
            "nif:isString": text(source.original),
            "shkc:reportYear": date(f"{source.year:04}") if source.year else None,
            "shkc:yearReason": _reason(source, "year"),
            "shkc:reportRegion": frame.thing(place) if (place := source.region or source.unnamed) else None,
            "shkc:regionReason": _reason(source, "region"),
        },
    )
    yield Quad(frame.chapter, term("rdfs:label"), en(source.title_en or english(source.title_zh)), frame.chapter)


def _reason(source: Source, what: str) -> Literal | None:
    return text(source.reasons[what]) if what in source.reasons else None


def _section(frame: Frame, section: Section) -> Iterator[Quad]:
    node, label = frame.section(section.number), section.label or section.number
    yield from quads_of(
        node,
        frame.chapter,
        {
            "rdf:type": term("shkc:Section"),
            "rdfs:label": zh(label),
            "dcterms:isPartOf": frame.section(section.parent) if section.parent else frame.chapter,
            "shkc:order": integer(section.order),
        },
    )
    yield Quad(node, term("rdfs:label"), en(english(label)), frame.chapter)


def _passage(frame: Frame, passage: Passage) -> Iterator[Quad]:
    node = frame.passage(passage.id)
    yield from quads_of(
        node,
        frame.chapter,
        {
            "rdf:type": term("shkc:Passage"),
            "rdfs:label": zh(f"{_KIND_ZH[passage.kind]}{passage.order}：{shorten(passage.text)}"),
            "dcterms:isPartOf": frame.section(passage.section) if passage.section else frame.chapter,
            "nif:isString": text(passage.text),
            "nif:beginIndex": integer(passage.extent.begin),
            "nif:endIndex": integer(passage.extent.end),
            "shkc:order": integer(passage.order),
            "shkc:passageKind": term(f"shkc:{passage.kind.value}"),
            "shkc:listIsOpen": true() if passage.id in frame.reading.open_lists else None,
        },
    )
    yield Quad(node, term("rdfs:label"), en(f"{passage.kind.value} {passage.order}"), frame.chapter)


def _scopes(frame: Frame) -> Iterator[Quad]:
    """What facts took from outside their passage: only what a fact really used is said."""
    for evidence in dict.fromkeys(fact.evidence for fact in frame.facts):
        node = frame.passage(evidence.passage)
        for scope in evidence.scope:
            if scope != evidence.passage:
                yield Quad(node, term("shkc:scope"), frame.passage(scope), frame.chapter)
        for reason in evidence.reasons:
            yield Quad(node, term("shkc:scopeReason"), term(reason.value), frame.chapter)


def _mentions(frame: Frame) -> Iterator[Quad]:
    for mention in frame.reading.mentions:
        node = frame.characters(mention.span)
        yield from _phrase(frame, mention.passage, mention.span, "nif:Phrase")
        yield Quad(node, term("itsrdf:taIdentRef"), frame.thing(mention.thing), frame.chapter)
    for day in frame.reading.dates:
        yield from _phrase(frame, day.passage, day.span, "shkc:DateMention")
        yield Quad(frame.characters(day.span), term("shkc:edtf"), text(day.edtf), frame.chapter)


def _phrase(frame: Frame, passage: str, span: Span, cls: str) -> Iterator[Quad]:
    return quads_of(
        frame.characters(span),
        frame.chapter,
        {
            "rdf:type": term(cls),
            "nif:anchorOf": text(frame.printed(span)),
            "nif:beginIndex": integer(span.begin),
            "nif:endIndex": integer(span.end),
            "nif:referenceContext": frame.passage(passage),
        },
    )
