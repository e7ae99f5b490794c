"""The audit as a built graph holds it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from pyoxigraph import Literal, NamedNode, RdfFormat, Store, serialize

from shkc_kg.audit import audit
from shkc_kg.graph.findings import KINDS, VERDICTS, finding_quads
from shkc_kg.graph.quads import state
from shkc_kg.graph.terms import term
from shkc_kg.model import FindingKind, Reading, Verdict
from shkc_kg.names import PREFIXES, Namer

__all__ = ["Cited", "Comparison", "audited", "comparisons", "report_turtle"]


@dataclass(frozen=True, slots=True)
class Cited:
    """Characters of a chapter as an audit quotes them; ``passage`` is an IRI."""

    passage: str
    begin: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """A finding as a graph states it; ``chapter`` is an IRI."""

    chapter: str
    order: int
    kind: FindingKind
    verdict: Verdict
    stated: str
    found: str
    reason_zh: str
    reason_en: str
    quotes: tuple[Cited, ...]

    def as_json(self) -> dict[str, Any]:
        """The finding as plain values."""
        quotes = [{"passage": q.passage, "begin": q.begin, "end": q.end, "text": q.text} for q in self.quotes]
        return {
            "chapter": self.chapter,
            "kind": self.kind.value,
            "verdict": self.verdict.value,
            "stated": self.stated,
            "found": self.found,
            "reason": {"zh": self.reason_zh, "en": self.reason_en},
            "quotes": quotes,
        }


def audited(reading: Reading) -> Store:
    """One reading's graph with its audit, in memory."""
    store, namer = Store(), Namer()
    store.extend([*state(reading, namer), *finding_quads(reading, audit(reading), namer)])
    return store


def comparisons(store: Store) -> tuple[Comparison, ...]:
    """Every finding of every chapter, in the order of the text."""
    made = [
        _comparison(store, chapter, result)
        for report in _subjects(store, "rdf:type", term("sh:ValidationReport"))
        for chapter in _objects(store, report, "schema:about")
        for result in _nodes(store, report, "sh:result")
    ]
    return tuple(sorted(made, key=lambda one: (one.chapter, one.order)))


_KIND: Final = {term(curie).value: kind for kind, curie in KINDS.items()}
_VERDICT: Final = {term(curie).value: verdict for verdict, curie in VERDICTS.items()}


def _comparison(store: Store, chapter: NamedNode | Literal, result: NamedNode) -> Comparison:
    reasons = {m.language: m.value for m in _objects(store, result, "sh:resultMessage") if isinstance(m, Literal)}
    quotes = [_cited(store, node) for node in _nodes(store, result, "shkc:quotes")]
    return Comparison(
        chapter.value,
        int(_value(store, result, "shkc:order")),
        _KIND[_value(store, result, "sh:sourceConstraintComponent")],
        _VERDICT[_value(store, result, "shkc:verdict")],
        _value(store, result, "shkc:auditStated"),
        _value(store, result, "shkc:auditFound"),
        reasons["zh"],
        reasons["en"],
        tuple(sorted(quotes, key=lambda quote: (quote.begin, quote.end))),
    )


def _cited(store: Store, node: NamedNode) -> Cited:
    begin, end = int(_value(store, node, "nif:beginIndex")), int(_value(store, node, "nif:endIndex"))
    return Cited(_value(store, node, "nif:referenceContext"), begin, end, _value(store, node, "nif:anchorOf"))


def _subjects(store: Store, predicate: str, value: NamedNode) -> Iterator[NamedNode]:
    """The subjects, each once: a store may hold a triple in several graphs."""
    held = dict.fromkeys(quad.subject for quad in store.quads_for_pattern(None, term(predicate), value))
    return (node for node in held if isinstance(node, NamedNode))


def _objects(store: Store, subject: NamedNode, predicate: str) -> Iterator[NamedNode | Literal]:
    held = dict.fromkeys(quad.object for quad in store.quads_for_pattern(subject, term(predicate), None))
    return (node for node in held if isinstance(node, NamedNode | Literal))


def _nodes(store: Store, subject: NamedNode, predicate: str) -> Iterator[NamedNode]:
    return (node for node in _objects(store, subject, predicate) if isinstance(node, NamedNode))


def _value(store: Store, subject: NamedNode, predicate: str) -> str:
    return next(_objects(store, subject, predicate)).value


_PREFIXES: Final = {prefix: PREFIXES[prefix] for prefix in ("nif", "rdfs", "schema", "sh", "shkc", "xsd")}


def report_turtle(store: Store) -> bytes:
    """The ``sh:ValidationReport`` with its results and their quotes, alone, as Turtle."""
    reports = tuple(_subjects(store, "rdf:type", term("sh:ValidationReport")))
    results = [result for report in reports for result in _nodes(store, report, "sh:result")]
    quotes = [quote for result in results for quote in _nodes(store, result, "shkc:quotes")]
    nodes = dict.fromkeys((*reports, *results, *quotes))
    triples = {q.triple for node in nodes for q in store.quads_for_pattern(node, None, None)}
    return serialize(sorted(triples, key=str), format=RdfFormat.TURTLE, prefixes=_PREFIXES) or b""
