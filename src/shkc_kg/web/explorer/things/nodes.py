"""What no single triple can hold and is told by a node of its own: claims, plans, editorial notes, links to open data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from shkc_kg.names import expand
from shkc_kg.web.asking import Row, Term
from shkc_kg.web.explorer.things.said import Ledger, Said
from shkc_kg.web.labels import local

__all__ = ["Claim", "Node", "Note", "read_claims", "read_nodes", "read_notes"]


@dataclass(frozen=True, slots=True)
class Node:
    """A node with its properties, and the graph that holds it."""

    iri: str
    kind: str
    where: str
    values: Mapping[str, tuple[Term, ...]]

    def term(self, curie: str) -> Term | None:
        """The first value of a property, ``None`` where it has none."""
        return next(iter(self.values.get(expand(curie), ())), None)

    def text(self, curie: str, lang: str = "") -> str:
        """The first value of a property as text, in a language where it is told in several; empty where it has none."""
        held = self.values.get(expand(curie), ())
        best = [term for term in held if term.lang == lang] or held
        return best[0].text if best else ""


@dataclass(frozen=True, slots=True)
class Claim:
    """A superlative as the report words it: of what, which kind, within which region."""

    iri: str
    about: str
    kind: str
    scope: str
    words: str
    said: Said


@dataclass(frozen=True, slots=True)
class Note:
    """An editorial note: what was printed, what it should be, why, and by which source."""

    iri: str
    kind: str
    printed: str
    correction: str
    reason: str
    source: str
    confidence: str
    said: Said


def read_nodes(rows: Iterable[Row]) -> dict[str, tuple[Node, ...]]:
    """The nodes that ``thing-nodes.rq`` finds, by the local name of their kind."""
    values: dict[tuple[str, str], dict[str, dict[Term, None]]] = defaultdict(lambda: defaultdict(dict))
    where: dict[str, str] = {}
    for row in rows:
        key = (row["node"].text, local(row["kind"].text))
        values[key][row["property"].text][row["value"]] = None
        where.setdefault(row["node"].text, row["where"].text)
    found: dict[str, list[Node]] = defaultdict(list)
    for (iri, kind), held in values.items():
        found[kind].append(Node(iri, kind, where[iri], {prop: tuple(terms) for prop, terms in held.items()}))
    return {kind: tuple(nodes) for kind, nodes in found.items()}


def read_claims(nodes: Iterable[Node], ledger: Ledger, lang: str) -> tuple[Claim, ...]:
    """The claims among some nodes."""
    return tuple(
        Claim(
            node.iri,
            node.text("schema:about"),
            node.text("shkc:claimKind"),
            node.text("shkc:claimScope"),
            node.text("rdfs:label", lang),
            ledger.said(node.where, node.iri),
        )
        for node in nodes
    )


def read_notes(nodes: Iterable[Node], ledger: Ledger, lang: str) -> tuple[Note, ...]:
    """The editorial notes among some nodes."""
    return tuple(
        Note(
            node.iri,
            node.text("shkc:noteKind"),
            node.text("nif:anchorOf"),
            node.text("shkc:correction"),
            node.text("shkc:reason", lang),
            node.text("shkc:noteSource", lang),
            node.text("shkc:confidence"),
            ledger.said(node.text("nif:referenceContext"), node.iri),
        )
        for node in nodes
    )
