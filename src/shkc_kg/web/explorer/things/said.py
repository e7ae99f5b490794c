"""A fact as a page shows it: its value, and the sentences that state it with the very characters lit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from shkc_kg.names import PREFIXES
from shkc_kg.web.asking import Term
from shkc_kg.web.explorer.facts import Fact, Facts
from shkc_kg.web.explorer.sentences import Piece, Sentence, Sentences, excerpt, pieces
from shkc_kg.web.places import address

__all__ = ["Evidence", "Ledger", "Said", "origin"]

_TYPE: Final = f"<{PREFIXES['rdf']}type>"


@dataclass(frozen=True, slots=True)
class Said:
    """Where something is stated: in a sentence, or in a graph that is none (``sentence`` is ``None`` then)."""

    graph: str
    sentence: Sentence | None = None
    fact: Fact | None = None
    href: str = ""

    @property
    def quote(self) -> tuple[Piece, ...]:
        """The sentence with the fact's characters lit; made when it is shown, since a page shows few of many."""
        return pieces(self.sentence, self.fact.entry.spans if self.fact else ()) if self.sentence else ()

    @property
    def short(self) -> tuple[Piece, ...]:
        """The lit characters with a little of what stands around them."""
        return excerpt(self.quote)

    @property
    def iri(self) -> str:
        """The IRI to give when one talks of this fact."""
        return f"{self.graph}?fact={self.fact.id}" if self.fact else self.graph


@dataclass(frozen=True, slots=True)
class Ledger:
    """The sentences and the facts of a graph, and the base of its names."""

    sentences: Sentences
    facts: Facts
    base: str

    def said(self, graph: str, subject: str = "", prop: str = "", value: Term | None = None) -> Said:
        """Where a triple is stated, by the graph that it stands in; of a node (a claim, a figure) the subject is enough."""
        sentence = self.sentences.get(graph)
        if sentence is None:
            return Said(graph)
        written = _written(value) if value else ""
        fact = self._fact(graph, subject, prop, written)
        anchor = f"?fact={fact.id}#{sentence.name}" if fact else f"#{sentence.name}"
        return Said(graph, sentence, fact, address(sentence.chapter, self.base) + anchor)

    def _fact(self, graph: str, subject: str, prop: str, written: str) -> Fact | None:
        here = self.facts.by_passage.get(graph, ())
        for fact in here:
            entry = fact.entry
            if (entry.subject, entry.predicate, entry.object) == (subject, f"<{prop}>", written):
                return fact
        nodes = {subject, written[1:-1]} if written.startswith("<") else {subject}
        return next((f for f in here if f.entry.subject in nodes and f.entry.subject.startswith(graph)), None)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A value with all the places that state it."""

    other: Term
    name: str
    said: tuple[Said, ...]
    planned: bool = False
    node: str = ""


def _written(value: Term) -> str:
    """A term as N-Triples write it, which is how the ledger keeps it."""
    if value.iri:
        return f"<{value.text}>"
    if value.lang:
        return str(ox.Literal(value.text, language=value.lang))
    if value.datatype:
        space = "" if ":" in value.datatype else PREFIXES["xsd"]
        return str(ox.Literal(value.text, datatype=ox.NamedNode(space + value.datatype)))
    return str(ox.Literal(value.text))


def origin(graphs: Sequence[str], sentences: Sentences, base: str) -> str:
    """What kind of graphs state something: ``said`` by a sentence, else the local name of the first graph.

    A chapter's own graph, which holds its sections and passages, counts as ``text``.
    """
    if any(sentences.get(graph) for graph in graphs):
        return "said"
    for graph in graphs:
        if graph.startswith(f"{base}graph/"):
            return graph.removeprefix(f"{base}graph/")
    return "text"
