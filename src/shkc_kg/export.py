"""``export``: a built graph, one of its named graphs, or all of it in other people's terms, as a file of RDF."""

from __future__ import annotations

import re
from typing import Final

from pyoxigraph import NamedNode, Quad, QueryTriples, RdfFormat, parse

from shkc_kg.errors import QueryError
from shkc_kg.graph.nquads import FORMATS, write
from shkc_kg.knowledge import KnowledgeGraph
from shkc_kg.resources import queries_dir

__all__ = ["FORMATS", "export", "export_profile", "profiles"]

_PREFIX: Final = re.compile(r"^PREFIX (?P<prefix>\w+): <(?P<space>[^>]*)>", re.MULTILINE)


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


def profiles() -> tuple[str, ...]:
    """The vocabularies that the graph can be exported in: the names of ``queries/profiles``."""
    return tuple(path.stem for path in sorted((queries_dir() / "profiles").glob("*.rq")))


def export_profile(kg: KnowledgeGraph, profile: str, form: str) -> bytes:
    """The graph in the terms of one of :func:`profiles`, in one of :data:`FORMATS`, sorted.

    :raises QueryError: there is no such profile.
    """
    if profile not in profiles():
        raise QueryError(f"there is no profile {profile}; there are {', '.join(profiles())}")
    query = (queries_dir() / "profiles" / f"{profile}.rq").read_text(encoding="utf-8")
    answer = kg.answer(query, {})
    assert isinstance(answer, QueryTriples)  # noqa: S101 - a profile is a CONSTRUCT
    quads = [Quad(triple.subject, triple.predicate, triple.object) for triple in answer]
    return write(quads, form, {match["prefix"]: match["space"] for match in _PREFIX.finditer(query)})
