"""What a page shows of a thing: its names, what is said of it, and the sentences that say so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from shkc_kg.names import PREFIXES
from shkc_kg.web.places import address

__all__ = ["Record", "Row", "Value", "read_record"]

_LABEL: Final = PREFIXES["rdfs"] + "label"
_TEXT: Final = PREFIXES["nif"] + "isString"


@dataclass(frozen=True, slots=True)
class Value:
    """A term as shown: its text, where it leads, and its language or datatype."""

    text: str
    href: str = ""
    lang: str = ""
    datatype: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A property with one value, and the sentences whose graphs state it."""

    prop: Value
    value: Value
    said: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """All rows of a thing: statements from it, to it, and, if it is a graph, in it (each with its subject)."""

    iri: str
    title: Value
    outgoing: tuple[Row, ...]
    incoming: tuple[Row, ...]
    inside: tuple[tuple[Value, Row], ...]


def read_record(nquads: bytes, iri: str, base: str, lang: str) -> Record:
    """The record of a thing out of its quads (see ``copies.record``), labels in a language where there are any."""
    quads = list(ox.parse(nquads, format=ox.RdfFormat.N_QUADS))
    names = _Names(quads, base, lang)
    graphs: dict[ox.Triple, list[str]] = defaultdict(list)
    for quad in quads:
        graphs[quad.triple].append(str(quad.graph_name.value) if isinstance(quad.graph_name, ox.NamedNode) else "")

    def row(triple: ox.Triple, other: object) -> Row:
        said = tuple(names.sentence(g) for g in sorted(set(graphs[triple])))
        return Row(names.shown(triple.predicate), names.shown(other), said)

    this = ox.NamedNode(iri)
    outgoing = [row(t, t.object) for t in graphs if t.subject == this]
    incoming = [row(t, t.subject) for t in graphs if t.object == this]
    inside = [(names.shown(t.subject), row(t, t.object)) for t, where in graphs.items() if iri in where]
    return Record(iri, names.shown(this), _sorted(outgoing), _sorted(incoming), tuple(sorted(inside, key=repr)))


def _sorted(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(sorted(rows, key=lambda row: (row.prop.text, row.value.text)))


class _Names:
    """The labels and sentences among some quads."""

    def __init__(self, quads: Iterable[ox.Quad], base: str, lang: str) -> None:
        self._base = base
        self._labels: dict[str, str] = {}
        self._texts: dict[str, str] = {}
        for quad in quads:
            if not isinstance(quad.object, ox.Literal) or not isinstance(quad.subject, ox.NamedNode):
                continue
            if quad.predicate.value == _LABEL and (
                quad.object.language == lang or quad.subject.value not in self._labels
            ):
                self._labels[quad.subject.value] = quad.object.value
            elif quad.predicate.value == _TEXT:
                self._texts[quad.subject.value] = quad.object.value

    def shown(self, term: object) -> Value:
        """A term as a page shows it."""
        if isinstance(term, ox.Literal):
            datatype = term.datatype.value.rpartition("#")[2]
            return Value(term.value, "", term.language or "", "" if datatype in ("string", "langString") else datatype)
        iri = term.value if isinstance(term, ox.NamedNode) else str(term)
        return Value(self._labels.get(iri) or self._texts.get(iri) or compact(iri), address(iri, self._base))

    def sentence(self, graph: str) -> Value:
        """The words of a passage, or the name of a graph that is none."""
        return Value(self._texts.get(graph) or self._labels.get(graph) or compact(graph), address(graph, self._base))


def compact(iri: str) -> str:
    """The IRI with a known prefix, or as it is.

    >>> compact("https://schema.org/location"), compact("http://a.example/b")
    ('schema:location', 'http://a.example/b')
    """
    prefix, space = max(
        ((p, s) for p, s in PREFIXES.items() if iri.startswith(s)), key=lambda pair: len(pair[1]), default=("", "")
    )
    return f"{prefix}:{iri[len(space) :]}" if prefix else iri
