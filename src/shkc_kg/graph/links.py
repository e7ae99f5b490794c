"""``g:links``: the mappings of ``data/links/*.sssom.tsv`` whose subjects are in the graph."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final

from pyoxigraph import NamedNode, Quad

from shkc_kg.graph.terms import iri, term
from shkc_kg.names import PREFIXES, Namer, expand
from shkc_kg.tables import Row, read_table

__all__ = ["links"]

_COLUMNS: Final = ("subject_id", "predicate_id", "object_id", "mapping_justification")
_MATCHES: Final = frozenset({"skos:exactMatch", "skos:closeMatch", "skos:relatedMatch", "foaf:isPrimaryTopicOf"})


def links(folder: Path, subjects: Collection[NamedNode], namer: Namer) -> Iterator[Quad]:
    """One triple for each mapping of a subject that is there; none where there is no such folder.

    :raises DataFileError: a row names an unknown prefix or a property that is no match.
    """
    graph = iri(namer.graph("links"))
    for path in sorted(folder.glob("*.sssom.tsv")):
        for row in read_table(path, _COLUMNS):
            subject = _node(row, "subject_id", namer)
            if subject in subjects and row["object_id"] != "sssom:NoTermFound":
                if row["predicate_id"] not in _MATCHES:
                    raise row.error(f"{row['predicate_id']} is no match", f"use one of {', '.join(sorted(_MATCHES))}")
                yield Quad(subject, term(row["predicate_id"]), _node(row, "object_id", namer), graph)


def _node(row: Row, column: str, namer: Namer) -> NamedNode:
    value = row[column]
    prefix, _, local = value.partition(":")
    if prefix == "id":
        return iri(namer.thing(local))
    if prefix in PREFIXES:
        return iri(expand(value))
    if prefix in {"http", "https"}:
        return iri(value)
    raise row.error(f"unknown prefix in {value!r}", "write the IRI in full")
