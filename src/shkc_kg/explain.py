"""``explain``: why something is in the graph. The sentence, the characters it rests on, and the rule that read them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, RdfFormat, Store, parse

from shkc_kg.graph.compact import compact
from shkc_kg.graph.ledger import Entry, read_ledger
from shkc_kg.graph.terms import term
from shkc_kg.model import Span
from shkc_kg.store.folder import Generation

__all__ = ["Explanation", "explain", "search"]


@dataclass(frozen=True, slots=True)
class Explanation:
    """One fact in words: its triple by labels, its sentence, the printed characters with their places, and the rule.

    ``scope`` are the sentences that supply what this one leaves unsaid, ``reasons`` why none does; ``rule`` is a
    rule's name, or ``file:line`` of a curated row.
    """

    kind: str
    subject: str
    predicate: str
    object: str
    passage: str
    sentence: str
    characters: tuple[tuple[Span, str], ...]
    scope: tuple[str, ...]
    reasons: tuple[str, ...]
    planned: bool
    rule: str


def explain(generation: Generation, store: Store, iri: str) -> tuple[Explanation, ...]:
    """Every fact that has this IRI as subject, object or passage, or is told of it by a node, in the order of the text.

    Nothing where the graph does not state it: then it is background, or not there at all.
    """
    nodes = {iri, *_own_nodes(store, iri)}
    written = {f"<{node}>" for node in nodes}
    rows = (
        row for row in read_ledger(generation.ledger) if {row.subject, row.passage} & nodes or row.object in written
    )
    return tuple(_explained(store, row) for row in rows)


def search(generation: Generation, store: Store, text: str) -> tuple[Explanation, ...]:
    """The facts whose sentence has this text in it, in the order of the text."""
    sentences = {
        quad.subject.value
        for quad in store.quads_for_pattern(None, term("nif:isString"), None)
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal) and text in quad.object.value
    }
    return tuple(_explained(store, row) for row in read_ledger(generation.ledger) if row.passage in sentences)


def _own_nodes(store: Store, iri: str) -> Iterator[str]:
    """The observations, claims and elections that are told of a thing: they are nodes of their own."""
    for predicate in ("schema:observationAbout", "schema:variableMeasured", "schema:about", "org:member"):
        for quad in store.quads_for_pattern(None, term(predicate), NamedNode(iri)):
            if isinstance(quad.subject, NamedNode):
                yield quad.subject.value


def _explained(store: Store, row: Entry) -> Explanation:
    original = _original(store, row.passage)
    return Explanation(
        kind=row.kind,
        subject=_label(store, row.subject),
        predicate=compact(row.predicate[1:-1]),
        object=_object(store, row.object),
        passage=row.passage,
        sentence=_text(store, row.passage),
        characters=tuple((span, original[span.begin : span.end]) for span in row.spans),
        scope=tuple(_text(store, passage) for passage in row.scope),
        reasons=row.reasons,
        planned=row.planned,
        rule=row.rule,
    )


def _object(store: Store, written: str) -> str:
    """The object as people read it: a label where it is a node, the text or date where it is none."""
    quad = next(iter(parse(f"<urn:s> <urn:p> {written} .".encode(), format=RdfFormat.N_TRIPLES)))
    if isinstance(quad.object, NamedNode):
        return _label(store, quad.object.value)
    return quad.object.value if isinstance(quad.object, Literal) else written


def _label(store: Store, iri: str) -> str:
    """The Chinese label, else the compact IRI."""
    labels = (quad.object for quad in store.quads_for_pattern(NamedNode(iri), term("rdfs:label"), None))
    chinese = (label.value for label in labels if isinstance(label, Literal) and label.language == "zh")
    return next(chinese, compact(iri))


def _text(store: Store, passage: str) -> str:
    found = store.quads_for_pattern(NamedNode(passage), term("nif:isString"), None)
    return next((quad.object.value for quad in found if isinstance(quad.object, Literal)), "")


def _original(store: Store, passage: str) -> str:
    """The text of the chapter: a passage's IRI is its chapter's and one step more."""
    return _text(store, passage.rpartition("/")[0])
