"""How large a graph is, for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from typing import Any

from pyoxigraph import NamedNode, Quad

from shkc_kg.graph.compact import compact
from shkc_kg.graph.terms import term

__all__ = ["sizes"]


def sizes(quads: Collection[Quad], apart: Collection[NamedNode] = ()) -> dict[str, Any]:
    """The number of quads and graphs, and of instances by class as stated outside the graphs set ``apart``."""
    held = set(quads)
    typed = {
        (quad.subject, quad.object)
        for quad in held
        if quad.predicate == term("rdf:type") and quad.graph_name not in apart
    }
    classes = Counter(compact(cls.value) for _, cls in typed if isinstance(cls, NamedNode))
    graphs = {quad.graph_name for quad in held}
    return {"quads": len(held), "graphs": len(graphs), "instances": dict(sorted(classes.items()))}
