"""Facts in the graph of their passage: relations, memberships, claims, observations (design: data model §5 and §6)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Literal as Value
from pyoxigraph import NamedNode, Quad

from shkc_kg.graph.frame import Frame
from shkc_kg.graph.terms import Pairs, date, decimal, integer, quads_of, term, text, zh
from shkc_kg.graph.wording import in_chinese
from shkc_kg.model import Claim, Fact, Literal, Membership, Observation, Relation, Span, Term

__all__ = ["Stated", "state_facts"]

# The letter that names a node among those of its passage; a relation has a node only where it is planned.
_LETTER: Final[dict[type[Fact], str]] = {Observation: "o", Claim: "c", Membership: "m", Relation: "r"}


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact and its quads, the telling one first; ``node`` is the fact's own, which a plain triple does not have."""

    fact: Fact
    node: NamedNode | None
    quads: tuple[Quad, ...]


def state_facts(frame: Frame) -> tuple[Stated, ...]:
    """Every fact of the reading, once, as quads of its passage's graph."""
    nodes = _nodes(frame)
    wholes: dict[Span, NamedNode] = {}
    for fact, node in nodes.items():
        if isinstance(fact, Observation):
            wholes.setdefault(fact.span, node)
    return tuple(
        Stated(fact, nodes.get(fact), tuple(_quads(frame, fact, nodes.get(fact), wholes))) for fact in frame.facts
    )


def _nodes(frame: Frame) -> Mapping[Fact, NamedNode]:
    """The nodes of the facts that need one, counted within their passage in the order of the text."""
    groups: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in frame.facts:
        if not isinstance(fact, Relation) or fact.evidence.planned:
            groups[fact.evidence.passage, _LETTER[type(fact)]].append(fact)
    return {
        fact: frame.part(passage, letter, count)
        for (passage, letter), facts in groups.items()
        for count, fact in enumerate(sorted(facts, key=_place), 1)
    }


def _place(fact: Fact) -> tuple[tuple[Span, ...], str]:
    spans = (fact.span,) if isinstance(fact, Observation) else tuple(sorted(fact.evidence.spans))
    return spans, repr(fact)


def _quads(frame: Frame, fact: Fact, node: NamedNode | None, wholes: Mapping[Span, NamedNode]) -> Iterator[Quad]:
    graph = frame.passage(fact.evidence.passage)
    match fact:
        case Relation() if node is None:
            yield Quad(frame.thing(fact.subject), term(fact.predicate), _object(frame, fact), graph)
        case Relation() if node is not None:
            yield from _planned(frame, fact, node, graph)
        case Membership() if node is not None:
            yield from _membership(frame, fact, node, graph)
        case Claim() if node is not None:
            yield from _claim(frame, fact, node, graph)
        case Observation() if node is not None:
            yield from _observation(frame, fact, node, graph, wholes)


def _object(frame: Frame, fact: Relation) -> NamedNode | Value:
    match fact.object:
        case str(name):
            return frame.thing(name)
        case Term() as value:
            return frame.term(value)
        case Literal(value, "date"):
            return date(value)
        case Literal(value, _):
            return zh(value)


def _planned(frame: Frame, fact: Relation, node: NamedNode, graph: NamedNode) -> Iterator[Quad]:
    """What is only planned is described, not asserted: 拟共建研究院 must not become a cooperation."""
    value = _object(frame, fact)
    pairs: Pairs = {
        "rdf:type": term("shkc:Statement"),
        "rdfs:label": zh(in_chinese(fact)),
        "shkc:statedSubject": frame.thing(fact.subject),
        "shkc:statedProperty": term(fact.predicate),
        "shkc:statedValue" if isinstance(value, Value) else "shkc:statedObject": value,
        "shkc:modality": term("shkc:Planned"),
    }
    return quads_of(node, graph, pairs)


def _membership(frame: Frame, fact: Membership, node: NamedNode, graph: NamedNode) -> Iterator[Quad]:
    """The election as a node; where it has taken place, the short triples of its member as well."""
    organization = frame.thing(fact.organization)
    division = frame.thing(fact.division) if fact.division else None
    year = date(f"{fact.year:04}") if fact.year else None
    yield from quads_of(
        node,
        graph,
        {
            "rdf:type": term("org:Membership"),
            "rdfs:label": zh(in_chinese(fact)),
            "org:member": frame.thing(fact.member),
            "org:organization": organization,
            "shkc:division": division,
            "shkc:electedIn": year,
            "shkc:modality": _modality(fact),
        },
    )
    if not fact.evidence.planned:
        short = {"schema:memberOf": organization, "shkc:division": division, "shkc:electedIn": year}
        yield from quads_of(frame.thing(fact.member), graph, short)


def _claim(frame: Frame, fact: Claim, node: NamedNode, graph: NamedNode) -> Iterator[Quad]:
    return quads_of(
        node,
        graph,
        {
            "rdf:type": term("shkc:Claim"),
            "rdfs:label": zh(in_chinese(fact)),
            "schema:about": frame.thing(fact.about),
            "shkc:claimKind": term(f"shkc:{fact.kind.value}"),
            "shkc:claimScope": frame.thing(fact.within) if fact.within else None,
            "shkc:modality": _modality(fact),
        },
    )


def _observation(
    frame: Frame, fact: Observation, node: NamedNode, graph: NamedNode, wholes: Mapping[Span, NamedNode]
) -> Iterator[Quad]:
    whole = wholes.get(fact.whole) if fact.whole else None
    return quads_of(
        node,
        graph,
        {
            "rdf:type": term("schema:Observation"),
            "rdfs:label": zh(in_chinese(fact)),
            "schema:observationAbout": frame.thing(fact.about),
            "schema:variableMeasured": frame.thing(fact.indicator),
            "schema:value": None if fact.value is None else decimal(fact.value),
            "schema:unitText": text(fact.unit) if fact.unit else None,
            "schema:measurementQualifier": term(f"shkc:{fact.bound.value}"),
            "schema:minValue": None if fact.minimum is None else decimal(fact.minimum),
            "schema:maxValue": None if fact.maximum is None else decimal(fact.maximum),
            "shkc:statKind": term(f"shkc:{fact.stat.value}"),
            "schema:observationDate": text(fact.date) if fact.date else None,
            "shkc:printedAs": text(fact.printed),
            "shkc:modality": _modality(fact),
            "shkc:partOfObservation": whole if whole != node else None,
            "nif:beginIndex": integer(fact.span.begin),
            "nif:endIndex": integer(fact.span.end),
        },
    )


def _modality(fact: Fact) -> NamedNode | None:
    return term("shkc:Planned") if fact.evidence.planned else None
