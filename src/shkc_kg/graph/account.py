"""A reading accounted for: the ledger's entries of one chapter.

Apart from :mod:`shkc_kg.graph.ledger`, so that who reads a ledger need not load what states facts.
"""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode, Quad

from shkc_kg.graph.facts import Stated, state_facts
from shkc_kg.graph.frame import Frame, alike
from shkc_kg.graph.ledger import Entry
from shkc_kg.graph.terms import term
from shkc_kg.graph.things import uses_of
from shkc_kg.model import Reading, Span
from shkc_kg.names import Namer

__all__ = ["account"]


def account(reading: Reading, namer: Namer) -> Iterator[Entry]:
    """The entries of one chapter: its facts, and of each thing why it is of its class."""
    frame = Frame(reading, namer)
    for fact in state_facts(frame):
        yield _fact(frame, fact)
    uses = uses_of(frame)
    first: dict[str, tuple[str, Span]] = {}
    for (name, _), place in uses.printed.items():
        first.setdefault(name, place)
    for thing in uses.things.values():
        if found := uses.printed.get((thing.name, alike(thing.name))) or first.get(thing.name):
            cls = str(term(f"shkc:{thing.cls}"))
            node = frame.thing(thing.name).value
            triple = (node, str(term("rdf:type")), cls)
            passage = frame.passage(found[0]).value
            yield Entry(passage, (found[1],), "Thing", *triple, (), (), False, thing.rule)


def _fact(frame: Frame, stated: Stated) -> Entry:
    evidence, quad = stated.fact.evidence, stated.quads[0]
    spans = tuple(sorted(evidence.spans)) or (frame.passages[evidence.passage].extent,)
    return Entry(
        frame.passage(evidence.passage).value,
        spans,
        type(stated.fact).__name__,
        _subject(quad).value,
        str(quad.predicate),
        str(quad.object),
        tuple(frame.passage(key).value for key in evidence.scope),
        tuple(reason.value for reason in evidence.reasons),
        evidence.planned,
        evidence.rule,
    )


def _subject(quad: Quad) -> NamedNode:
    assert isinstance(quad.subject, NamedNode)  # noqa: S101 - the graph has no blank node
    return quad.subject
