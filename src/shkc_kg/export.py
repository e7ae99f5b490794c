"""``export``: a built graph, or one of its named graphs, as a file in a format of RDF."""

from __future__ import annotations

from pyoxigraph import NamedNode, RdfFormat, parse

from shkc_kg.errors import QueryError
from shkc_kg.graph.nquads import FORMATS, write
from shkc_kg.knowledge import KnowledgeGraph

__all__ = ["FORMATS", "export"]


def export(kg: KnowledgeGraph, form: str, graph: str | None = None) -> bytes:
    """The quads in one of :data:`FORMATS`, sorted; ``graph`` (an IRI, or ``g:links``) leaves only that named graph.

    :raises QueryError: there is no such graph.
    """
    if graph is None:
        data = kg.generation.dataset.read_bytes()
        return data if form == "nquads" else write(parse(data, format=RdfFormat.N_QUADS), form)
    iri = kg.find(graph)
    quads = list(kg.store.quads_for_pattern(None, None, None, NamedNode(iri))) if iri else []
    if not quads:
        raise QueryError(f"there is no graph {graph}; the graphs are passages, chapters, and g:ontology, g:links …")
    return write(quads, form)
