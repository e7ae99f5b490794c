"""Evaluates a query as the protocol wants it, where the engine alone would not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pyoxigraph as ox

from shkc_kg.names import PREFIXES
from shkc_kg.web.refusal import Refused
from shkc_kg.web.scan import Scan
from shkc_kg.web.sources import services, sources

__all__ = ["Results", "evaluate"]

Results = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


def evaluate(store: ox.Store, task: dict[str, Any], seen: Scan, limits: dict[str, Any]) -> Results:
    """The results of a query task, not read yet; :class:`Refused` and ``SyntaxError`` where it can't have any."""
    text: str = task["query"]
    if seen.service:
        _permit(text, task["base"], seen, limits["services"])
    if seen.nesting > limits["nesting"]:
        raise Refused("nesting", limit=limits["nesting"])
    options: dict[str, Any] = {"base_iri": task["base"]}
    default, named = task["default"], task["named"]
    if default is None and seen.dataset:
        default, named = sources(text, task["base"])
    if default is not None:
        store, graphs = _merged(store, default, named)
        options |= graphs
    try:
        return store.query(text, **options)
    except SyntaxError:
        # The usual prefixes may be left out; trying without them first keeps the common query fast.
        return store.query(text, prefixes=PREFIXES, **options)


def _permit(text: str, base: str, seen: Scan, allowed: list[str]) -> None:
    """Refuses calls of servers that are not on the list, and such as can't be told from the text."""
    called = services(text, base)
    if seen.hidden or called is None or not allowed:
        raise Refused("service")
    for iri in called:
        if iri not in allowed:
            raise Refused("service-unknown", iri=iri)


def _merged(store: ox.Store, default: list[str], named: list[str]) -> tuple[ox.Store, dict[str, Any]]:
    """The dataset of a request: one default graph is read in place, several are merged into one set of triples.

    The engine itself would list a triple that stands in two of them twice.
    """
    names = [ox.NamedNode(iri) for iri in named]
    graphs = [ox.NamedNode(iri) for iri in dict.fromkeys(default)]
    if len(graphs) < 2:
        return store, {"default_graph": graphs, "named_graphs": names}
    scratch = ox.Store()
    for graph in graphs:
        scratch.extend(_unnamed(store.quads_for_pattern(None, None, None, graph)))
    for graph in names:
        scratch.extend(store.quads_for_pattern(None, None, None, graph))
    return scratch, {"default_graph": [ox.DefaultGraph()], "named_graphs": names}


def _unnamed(quads: Iterable[ox.Quad]) -> Iterable[ox.Quad]:
    return (ox.Quad(q.subject, q.predicate, q.object) for q in quads)
