"""The formats that answers come in: one row each, for negotiation, suffixes and descriptions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

__all__ = ["BINDINGS", "DATASETS", "FORMATS", "GRAPHS", "Format", "Kind", "by_media", "by_suffix"]


class Kind(StrEnum):
    """What a query answers with: a table or yes/no, a graph, or quads."""

    BINDINGS = "bindings"
    GRAPH = "graph"


# Each format is one object; comparing by identity keeps it cheap as part of a cache's key.
@dataclass(frozen=True, slots=True, eq=False)
class Format:
    """A serialisation: its short name (also the file suffix), media types (first is sent), and its W3C IRI."""

    name: str
    kind: Kind
    media: tuple[str, ...]
    iri: str
    title: str
    quads: bool = False
    text: bool = True

    @property
    def content_type(self) -> str:
        """The Content-Type to send; text that would default to another charset says UTF-8."""
        return f"{self.media[0]}; charset=utf-8" if self.media[0].startswith("text/") else self.media[0]


_W3 = "http://www.w3.org/ns/formats/"

# Order is preference where the client has none.
FORMATS: Final[tuple[Format, ...]] = (
    Format(
        "json",
        Kind.BINDINGS,
        ("application/sparql-results+json", "application/json", "text/json"),
        _W3 + "SPARQL_Results_JSON",
        "SPARQL Results JSON",
    ),
    Format(
        "xml",
        Kind.BINDINGS,
        ("application/sparql-results+xml", "application/xml", "text/xml"),
        _W3 + "SPARQL_Results_XML",
        "SPARQL Results XML",
    ),
    Format("csv", Kind.BINDINGS, ("text/csv",), _W3 + "SPARQL_Results_CSV", "CSV"),
    Format("tsv", Kind.BINDINGS, ("text/tab-separated-values",), _W3 + "SPARQL_Results_TSV", "TSV"),
    Format("ttl", Kind.GRAPH, ("text/turtle", "application/x-turtle"), _W3 + "Turtle", "Turtle"),
    Format("nt", Kind.GRAPH, ("application/n-triples", "text/plain"), _W3 + "N-Triples", "N-Triples"),
    Format("rdf", Kind.GRAPH, ("application/rdf+xml", "application/xml", "text/xml"), _W3 + "RDF_XML", "RDF/XML"),
    Format("jsonld", Kind.GRAPH, ("application/ld+json", "application/json"), _W3 + "JSON-LD", "JSON-LD", quads=True),
    Format("trig", Kind.GRAPH, ("application/trig",), _W3 + "TriG", "TriG", quads=True),
    Format("nq", Kind.GRAPH, ("application/n-quads",), _W3 + "N-Quads", "N-Quads", quads=True),
)

BINDINGS: Final = tuple(f for f in FORMATS if f.kind is Kind.BINDINGS)
GRAPHS: Final = tuple(f for f in FORMATS if f.kind is Kind.GRAPH)
DATASETS: Final = tuple(f for f in FORMATS if f.quads)

# Other names that people give the same format in ``?format=``.
_ALIASES: Final = {
    "srj": "json",
    "srx": "xml",
    "turtle": "ttl",
    "ntriples": "nt",
    "n-triples": "nt",
    "nquads": "nq",
    "n-quads": "nq",
    "json-ld": "jsonld",
    "rdfxml": "rdf",
    "rdf+xml": "rdf",
    "rdf/xml": "rdf",
    "sparql-results+json": "json",
    "sparql-results+xml": "xml",
}


def by_suffix(name: str, formats: tuple[Format, ...]) -> Format | None:
    """The format of a suffix or short name (``csv``, ``turtle``).

    >>> by_suffix("turtle", GRAPHS).name, by_suffix("csv", GRAPHS)
    ('ttl', None)
    """
    wanted = _ALIASES.get(name.lower(), name.lower())
    return next((f for f in formats if f.name == wanted), None)


def by_media(media: str, formats: tuple[Format, ...]) -> Format | None:
    """The format of a media type, parameters ignored."""
    bare = media.partition(";")[0].strip().lower()
    return next((f for f in formats if bare in f.media), None)
