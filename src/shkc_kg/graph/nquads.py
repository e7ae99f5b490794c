"""Quads as bytes: the sorted N-Quads that name a release, and the other formats of a graph."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Final

from pyoxigraph import Quad, RdfFormat, Triple, serialize

from shkc_kg.names import PREFIXES

__all__ = ["FORMATS", "nquads", "sha256", "write"]

FORMATS: Final[dict[str, RdfFormat]] = {
    "nquads": RdfFormat.N_QUADS,
    "ntriples": RdfFormat.N_TRIPLES,
    "trig": RdfFormat.TRIG,
    "ttl": RdfFormat.TURTLE,
    "rdfxml": RdfFormat.RDF_XML,
    "jsonld": RdfFormat.JSON_LD,
}


def nquads(quads: Iterable[Quad]) -> bytes:
    """The quads as canonical N-Quads, each once, sorted by their UTF-8 bytes: equal graphs give equal bytes.

    >>> from shkc_kg.graph.terms import iri, zh
    >>> a, b = iri("https://example.org/a"), iri("https://example.org/b")
    >>> print(nquads([Quad(b, b, zh("复旦"), a), Quad(a, b, a, a), Quad(a, b, a, a)]).decode(), end="")
    <https://example.org/a> <https://example.org/b> <https://example.org/a> <https://example.org/a> .
    <https://example.org/b> <https://example.org/b> "复旦"@zh <https://example.org/a> .
    """
    # Inside a literal a line end is escaped, so a line is a quad.
    lines = set((serialize(quads, format=RdfFormat.N_QUADS) or b"").splitlines(keepends=True))
    return b"".join(sorted(lines))


def write(quads: Iterable[Quad], form: str, prefixes: Mapping[str, str] = PREFIXES) -> bytes:
    """The quads in one of :data:`FORMATS`, sorted; a format for triples gets the union of the graphs.

    Formats that have ``prefixes`` get these. A :class:`KeyError` names an unknown format.
    """
    target = FORMATS[form]
    if target == RdfFormat.N_QUADS:
        return nquads(quads)
    ordered = sorted(set(quads), key=lambda q: (str(q.graph_name), str(q.subject), str(q.predicate), str(q.object)))
    if target.supports_datasets:
        return _settled(serialize(ordered, format=target, prefixes=dict(prefixes)) or b"")
    triples = dict.fromkeys(Triple(q.subject, q.predicate, q.object) for q in ordered)
    by_subject = sorted(triples, key=lambda t: (str(t.subject), str(t.predicate), str(t.object)))
    return _settled(serialize(by_subject, format=target, prefixes=dict(prefixes)) or b"")


def _settled(data: bytes) -> bytes:
    """The serialization with its ``@prefix`` lines sorted: the library writes them in a new order each time."""
    lines = data.split(b"\n")
    count = next((i for i, line in enumerate(lines) if not line.startswith(b"@prefix ")), len(lines))
    return b"\n".join(sorted(lines[:count]) + lines[count:])


def sha256(data: bytes) -> str:
    """The SHA-256 of bytes in hexadecimal.

    >>> sha256(b"")[:12]
    'e3b0c44298fc'
    """
    return hashlib.sha256(data).hexdigest()
