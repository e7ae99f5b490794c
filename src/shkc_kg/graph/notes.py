"""``g:notes``: editorial notes on the source, and the characters that were seen and not asserted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pyoxigraph import NamedNode, Quad

from shkc_kg.graph.frame import Frame
from shkc_kg.graph.terms import Pairs, decimal, en, integer, quads_of, term, text, zh
from shkc_kg.labels import english
from shkc_kg.model import Note, Span, Unread

__all__ = ["notes"]


def notes(frame: Frame) -> Iterator[Quad]:
    """The reading's notes and unread spans; a correction becomes a further name of its thing, never its label."""
    graph, counts = frame.graph("notes"), Counter[str]()
    for note in sorted(frame.reading.notes, key=lambda n: (n.span, n.kind, n.reason_zh)):
        counts[note.passage] += 1
        node = frame.part(note.passage, "n", counts[note.passage])
        yield from _place(frame, node, note.passage, note.span)
        yield from _note(frame, node, note, graph)
    for unread in frame.reading.unread:
        node = frame.characters(unread.span, "unread")
        yield from _place(frame, node, unread.passage, unread.span)
        yield from _unread(node, unread, graph)


def _place(frame: Frame, node: NamedNode, passage: str, span: Span) -> Iterator[Quad]:
    place: Pairs = {
        "nif:anchorOf": text(frame.printed(span)),
        "nif:beginIndex": integer(span.begin),
        "nif:endIndex": integer(span.end),
        "nif:referenceContext": frame.passage(passage),
    }
    return quads_of(node, frame.graph("notes"), place)


def _note(frame: Frame, node: NamedNode, note: Note, graph: NamedNode) -> Iterator[Quad]:
    about = frame.thing(note.about) if note.about else None
    pairs: Pairs = {
        "rdf:type": term("shkc:Note"),
        "rdfs:label": zh(f"编者注：{frame.clean(note.passage, note.span)}"),
        "shkc:noteKind": term(f"shkc:{note.kind}"),
        "schema:about": about,
        "shkc:correction": zh(note.correction) if note.correction else None,
        "shkc:reason": zh(note.reason_zh) if note.reason_zh else None,
        "shkc:noteSource": text(note.source) if note.source else None,
        "shkc:confidence": decimal(note.confidence),
    }
    yield from quads_of(node, graph, pairs)
    yield Quad(node, term("rdfs:label"), en(f"Note on {english(frame.clean(note.passage, note.span))}"), graph)
    if note.reason_en:
        yield Quad(node, term("shkc:reason"), en(note.reason_en), graph)
    if about is not None and note.correction:
        yield Quad(about, term("skos:altLabel"), zh(note.correction), graph)


def _unread(node: NamedNode, unread: Unread, graph: NamedNode) -> Iterator[Quad]:
    pairs: Pairs = {
        "rdf:type": term("shkc:UnreadSpan"),
        "shkc:unreadKind": text(unread.kind),
        "shkc:reason": text(unread.reason),
    }
    return quads_of(node, graph, pairs)
