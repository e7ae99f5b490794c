"""Parts of the graph as they stand: all of it, one named graph, or all that is said of one thing, each quad once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Final

import pyoxigraph as ox

from shkc_kg.names import PREFIXES
from shkc_kg.web.refusal import Refused

__all__ = ["COPIES", "triples"]

_LABEL: Final = ox.NamedNode(PREFIXES["rdfs"] + "label")
_TEXT: Final = ox.NamedNode(PREFIXES["nif"] + "isString")
# A region may be the object of thousands of statements: so many of each kind are in a record.
_MOST: Final = 2000
# A passage is quoted with what it states, a whole chapter is not.
_LONGEST_QUOTE: Final = 2000

Quads = Iterator[ox.Quad]


def _named(quads: Iterable[ox.Quad]) -> Quads:
    """Without those of the default graph, which repeats the others."""
    return (quad for quad in quads if not isinstance(quad.graph_name, ox.DefaultGraph))


def whole(store: ox.Store, _: str) -> Quads:
    """All quads, graph by graph."""
    for graph in sorted(store.named_graphs(), key=str):
        yield from store.quads_for_pattern(None, None, None, graph)


def graph(store: ox.Store, iri: str) -> Quads:
    """The triples of one named graph, or of the default graph where ``iri`` is empty."""
    name = ox.NamedNode(iri) if iri else ox.DefaultGraph()
    if iri and not store.contains_named_graph(name):
        raise Refused("not-found", reason=f"there is no graph <{iri}>")
    return (ox.Quad(q.subject, q.predicate, q.object) for q in store.quads_for_pattern(None, None, None, name))


def record(store: ox.Store, iri: str) -> Quads:
    """All that is said of a thing: statements from it, to it and in it, with the sentences that say so, and labels."""
    this = ox.NamedNode(iri)
    about = [
        *islice(_named(store.quads_for_pattern(this, None, None)), _MOST),
        *islice(_named(store.quads_for_pattern(None, None, this)), _MOST),
        *islice(store.quads_for_pattern(None, None, None, this), _MOST),
    ]
    if not about:
        raise Refused("not-found", reason=f"nothing is said of <{iri}>")
    found = dict.fromkeys(about)
    found |= dict.fromkeys(_explained(store, about))
    return iter(found)


def _explained(store: ox.Store, quads: list[ox.Quad]) -> Quads:
    for graph_name in dict.fromkeys(q.graph_name for q in quads):
        for quad in _named(store.quads_for_pattern(graph_name, _TEXT, None)):  # type: ignore[arg-type]
            if len(quad.object.value) <= _LONGEST_QUOTE:  # type: ignore[union-attr]
                yield quad
    nodes = dict.fromkeys(term for q in quads for term in (q.subject, q.predicate, q.object))
    for node in nodes:
        if isinstance(node, ox.NamedNode):
            yield from _named(store.quads_for_pattern(node, _LABEL, None))


def triples(quads: Quads) -> Iterator[ox.Triple]:
    """The same without graphs, each triple once."""
    return iter(dict.fromkeys(quad.triple for quad in quads))


COPIES: Final[dict[str, Callable[[ox.Store, str], Quads]]] = {
    "whole": whole,
    "graph": graph,
    "record": record,
}
