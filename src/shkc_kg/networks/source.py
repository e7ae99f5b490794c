"""What a network is made of, as rows of the store: ties, and the things they tie, described."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Final

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, QueryBoolean, QueryTriples, Store, Triple

from shkc_kg.errors import QueryError
from shkc_kg.graph.terms import term
from shkc_kg.names import PREFIXES, Namer
from shkc_kg.networks.views import View
from shkc_kg.resources import data_dir
from shkc_kg.tables import read_table

__all__ = ["Description", "Relation", "Source", "Tie"]

_LABEL: Final = term("rdfs:label")
_TYPE: Final = term("rdf:type")
_MEANS: Final = term("itsrdf:taIdentRef")
_IN: Final = term("nif:referenceContext")
_SAYS: Final = term("nif:isString")
_DATES: Final = tuple(
    map(term, ("schema:startDate", "schema:endDate", "schema:datePublished", "shkc:cameAboutOn", "shkc:electedIn"))
)
_PLACE: Final = re.compile(r"error at (\d+):(\d+): ")


@dataclass(frozen=True, slots=True, order=True)
class Tie:
    """One row of a view: ``graph`` is what states it, ``via`` what the two share; both may be empty."""

    source: str
    target: str
    relation: str = ""
    via: str = ""
    graph: str = ""
    date: str = ""
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Description:
    """What is known of a thing: its names, its most specific class, and the dates and passages that name it."""

    label_zh: str = ""
    label_en: str = ""
    cls: str = ""
    dates: frozenset[str] = frozenset()
    passages: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Relation:
    """What a relation is called, and whether it holds both ways."""

    label_zh: str
    label_en: str
    symmetric: bool = False


@dataclass(frozen=True)
class Source:
    """A store as networks ask it; IRIs come back compact, those of things under the prefix ``id:`` of this base.

    The default graph of the store must hold the union of all graphs.
    """

    store: Store
    namer: Namer

    def ties(self, view: View, given: Mapping[str, str]) -> tuple[Tie, ...]:
        """The rows of a view, each once, sorted.

        :raises QueryError: malformed SPARQL, no ``?source`` and ``?target``, or a parameter that doesn't fit.
        """
        try:
            answer = self.store.query(view.query(given), prefixes=self._prefixes)
        except SyntaxError as error:
            raise _malformed(view, error) from error
        if isinstance(answer, QueryTriples):
            rows = ({"source": t.subject, "relation": t.predicate, "target": t.object} for t in answer)
            return tuple(sorted(set(self._ties(rows))))
        names = [] if isinstance(answer, QueryBoolean) else [variable.value for variable in answer.variables]
        if isinstance(answer, QueryBoolean) or not {"source", "target"} <= set(names):
            raise QueryError(f"{view.name}: a view is a SELECT with ?source and ?target, or a CONSTRUCT")
        return tuple(sorted(set(self._ties({name: row[name] for name in names} for row in answer))))

    def description(self, node: str) -> Description:
        """What is known of the thing that a compact IRI stands for; empty where it is none."""
        thing = NamedNode(self.full(node))
        labels = {label.language: label.value for label in self._values(thing, _LABEL) if isinstance(label, Literal)}
        mentions = self.store.quads_for_pattern(None, _MEANS, thing, DefaultGraph())
        return Description(
            label_zh=labels.get("zh", ""),
            label_en=labels.get("en", ""),
            cls=min(self._stated_classes(thing), default=""),
            dates=frozenset(_value(date) for prop in _DATES for date in self._values(thing, prop)),
            passages=frozenset(_value(place) for quad in mentions for place in self._values(quad.subject, _IN)),
        )

    def _values(self, subject: NamedNode | BlankNode | Triple, prop: NamedNode) -> Iterator[object]:
        return (quad.object for quad in self.store.quads_for_pattern(subject, prop, None, DefaultGraph()))

    def _stated_classes(self, thing: NamedNode) -> Iterator[str]:
        """What a report or a table says it is: a superclass that follows is not the thing's own class."""
        for quad in self.store.quads_for_pattern(thing, _TYPE, None, None):
            if quad.graph_name not in self._derived:
                yield self.compact(_value(quad.object))

    def relations(self) -> dict[str, Relation]:
        """What relations are called, and whether they hold both ways, by their compact IRIs."""
        found = {row["relation"]: Relation(row["label_zh"], row["label_en"]) for row in _foreign_relations()}
        for iri, zh, en, symmetric in self.rows("relations"):
            found[self.compact(iri)] = Relation(zh, en, bool(symmetric))
        return found

    def classes(self) -> dict[str, tuple[str, str]]:
        """What the classes of the ontology are called in Chinese and English, by their compact IRIs."""
        return {self.compact(iri): (zh, en) for iri, zh, en in self.rows("classes")}

    @property
    def sentences(self) -> Mapping[str, str]:
        """The text of every passage by its IRI, looked up when it is asked for."""
        return Sentences(self)

    def compact(self, iri: str) -> str:
        """The IRI with the prefix that fits best, or as it is; ``id:`` and ``g:`` mean this graph's base."""
        fitting = [(len(space), prefix) for prefix, space in self._prefixes.items() if iri.startswith(space)]
        if not fitting:
            return iri
        length, prefix = max(fitting)
        return f"{prefix}:{iri[length:]}"

    def full(self, compact: str) -> str:
        """The IRI that a compact one stands for."""
        prefix, _, local = compact.partition(":")
        return self._prefixes[prefix] + local if prefix in self._prefixes else compact

    @cached_property
    def _derived(self) -> tuple[object, ...]:
        return DefaultGraph(), NamedNode(self.namer.graph("inferred"))

    @cached_property
    def _prefixes(self) -> dict[str, str]:
        return {**PREFIXES, "id": self.namer.thing(""), "g": self.namer.graph("")}

    def _ties(self, rows: Iterable[Mapping[str, object]]) -> Iterator[Tie]:
        compact = cache(self.compact)  # a network names the same things over and over
        for row in rows:
            source, target = row["source"], row["target"]
            if isinstance(source, NamedNode) and isinstance(target, NamedNode):  # a text is nothing to be tied to
                yield Tie(
                    compact(source.value),
                    compact(target.value),
                    compact(_value(row.get("relation"))),
                    compact(_value(row.get("via"))),
                    compact(_value(row.get("passage"))),
                    _value(row.get("date")),
                    float(_value(row.get("weight")) or 1),
                )

    def rows(self, name: str) -> Iterator[tuple[str, ...]]:
        """The rows of a query of this package as plain text, empty where nothing is bound."""
        answer = self.store.query(_shipped(name), prefixes=self._prefixes)
        assert not isinstance(answer, QueryBoolean | QueryTriples)  # noqa: S101 - our own queries are SELECTs
        yield from (tuple(_value(cell) for cell in row) for row in answer)


@dataclass(frozen=True)
class Sentences(Mapping[str, str]):
    """The passages of a source as a mapping."""

    source: Source

    def __getitem__(self, passage: str) -> str:
        for quad in self.source.store.quads_for_pattern(NamedNode(passage), _SAYS, None, DefaultGraph()):
            return _value(quad.object)
        raise KeyError(passage)

    def __iter__(self) -> Iterator[str]:
        return (passage for (passage,) in self.source.rows("passages"))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _value(node: object) -> str:
    return node.value if isinstance(node, NamedNode | Literal) else ""


@cache
def _shipped(name: str) -> str:
    return (Path(__file__).parent / f"{name}.rq").read_text(encoding="utf-8")


@cache
def _foreign_relations() -> tuple[Mapping[str, str], ...]:
    rows = read_table(data_dir() / "relations.tsv", ("relation", "label_zh", "label_en"), unique="relation")
    return tuple(row.cells for row in rows)


def _malformed(view: View, error: SyntaxError) -> QueryError:
    """The engine tells the place inside its message."""
    said = error.msg or str(error)
    place = _PLACE.match(said)
    if place is None:
        return QueryError(f"{view.name}: {said}")
    return QueryError(f"{view.name}: {said[place.end() :]}", int(place[1]), int(place[2]))
