"""``g:analysis``: what networkx measures in the shipped views, as RDF beside the facts, and marked as derived.

A network, what was computed of it and how, and the position of each thing in it are nodes of their own, so that one
query joins them with what the report says. Numbers have six digits: the rest differs between processors.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Final

import networkx as nx
from pyoxigraph import Literal, NamedNode, Quad, Store

from shkc_kg.graph.terms import Pairs, decimal, en, integer, iri, quads_of, term, text, true, zh
from shkc_kg.names import Namer
from shkc_kg.networks.measures import MEASURES, grouped, scored
from shkc_kg.networks.network import Network, network
from shkc_kg.networks.source import Source
from shkc_kg.networks.views import read_view

__all__ = ["ANALYSED", "COMPUTED", "analysis"]

# Co-mention is left to those who ask: it is large, and says more of the prose than of the world.
ANALYSED: Final = ("affiliation", "collaboration", "events", "full", "place", "policy")
# What each measure is called in the ontology; where sampling must replace the exact number, Measure says so.
COMPUTED: Final[Mapping[str, str]] = {
    "degree": "shkc:degree",
    "weighted-degree": "shkc:weightedDegree",
    "betweenness": "shkc:betweenness",
    "closeness": "shkc:closeness",
    "pagerank": "shkc:pageRank",
    "core": "shkc:coreNumber",
    "articulation-points": "shkc:isCutPoint",
    "louvain": "prov:hadMember",
}
SEED: Final = 0


def analysis(quads: Iterable[Quad], namer: Namer) -> Iterator[Quad]:
    """The measures of the views over these quads, in ``g:analysis``; the same quads give the same ones."""
    source = Source(_merged(quads), namer)
    for name in ANALYSED:
        graph = network(source, read_view(name))
        if len(graph):
            yield from _network(graph, source)


def _merged(quads: Iterable[Quad]) -> Store:
    """A store in memory whose default graph is the union of all, as networks want it."""
    store = Store()
    store.bulk_extend(quads)
    store.update("INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }")
    return store


def _network(graph: Network, source: Source) -> Iterator[Quad]:
    node = _node(source, graph)
    title = graph.graph["label_zh"], graph.graph["label_en"]
    pairs: Pairs = {
        "rdf:type": term("shkc:Network"),
        "shkc:view": text(graph.graph["name"]),
        "shkc:inputHash": text(f"sha256:{graph.graph['input']}"),
        "shkc:nodeCount": integer(len(graph)),
        "shkc:tieCount": integer(graph.number_of_edges()),
    }
    yield from _said(source, node, title, pairs)
    for name in _cheap(graph):
        yield from _run(graph, source, name)
    yield from _communities(graph, source)
    yield from _positions(graph, source)


def _cheap(graph: Network) -> tuple[str, ...]:
    return tuple(name for name in COMPUTED if MEASURES[name].is_cheap(len(graph)))


def _run(graph: Network, source: Source, name: str) -> Iterator[Quad]:
    """How a measure was computed."""
    measure = MEASURES[name]
    title = f"{graph.graph['label_zh']}：{measure.zh}", f"{graph.graph['label_en']}: {measure.en}"
    pairs: Pairs = {
        "rdf:type": term("shkc:NetworkAnalysis"),
        "prov:used": _node(source, graph),
        "shkc:measure": term(COMPUTED[name]),
        "shkc:algorithm": text(measure.algorithm),
        "shkc:parameters": text(json.dumps(measure.used(len(graph)), sort_keys=True)),
        "shkc:seed": integer(SEED) if measure.seeded else None,
        "schema:softwareVersion": text(f"networkx {nx.__version__}"),
    }
    yield from _said(source, _node(source, graph, "measure", name), title, pairs)


def _communities(graph: Network, source: Source) -> Iterator[Quad]:
    for number, members in enumerate(grouped(graph, "louvain", SEED), 1):
        node = _node(source, graph, "community", str(number))
        title = f"{graph.graph['label_zh']}：第{number}社区", f"{graph.graph['label_en']}: community {number}"
        pairs: Pairs = {
            "rdf:type": term("shkc:Community"),
            "shkc:inNetwork": _node(source, graph),
            "prov:wasGeneratedBy": _node(source, graph, "measure", "louvain"),
        }
        yield from _said(source, node, title, pairs)
        for member in members:
            yield Quad(node, term("prov:hadMember"), iri(source.full(member)), _graph(source))


def _positions(graph: Network, source: Source) -> Iterator[Quad]:
    numbers = {COMPUTED[name]: scored(graph, name, SEED) for name in _cheap(graph) if MEASURES[name].gives == "score"}
    cuts = {node for group in grouped(graph, "articulation-points") for node in group}
    network_zh, network_en = graph.graph["label_zh"], graph.graph["label_en"]
    for thing, data in graph.nodes(data=True):
        node = _node(source, graph, "of", thing.removeprefix("id:"))
        title = f"{data['label_zh']}（{network_zh}）", f"{data['label_en']} ({network_en})"
        pairs: Pairs = {
            "rdf:type": term("shkc:NetworkPosition"),
            "shkc:positionOf": iri(data["iri"]),
            "shkc:inNetwork": _node(source, graph),
            **{prop: _number(prop, found[thing]) for prop, found in numbers.items()},
            "shkc:isCutPoint": true() if thing in cuts else None,
        }
        yield from _said(source, node, title, pairs)


def _number(prop: str, value: float) -> Literal:
    """A number in six digits, as an integer where the measure counts.

    >>> _number("shkc:betweenness", 1 / 3).value, _number("shkc:degree", 3.0).value
    ('0.333333', '3')
    """
    counts = prop in ("shkc:degree", "shkc:coreNumber")
    return integer(int(value)) if counts else decimal(Decimal(f"{value:.6g}"))


def _said(source: Source, node: NamedNode, title: tuple[str, str], pairs: Pairs) -> Iterator[Quad]:
    graph = _graph(source)
    yield from quads_of(node, graph, {**pairs, "rdfs:label": zh(title[0])})
    yield Quad(node, term("rdfs:label"), en(title[1]), graph)


def _graph(source: Source) -> NamedNode:
    return iri(source.namer.graph("analysis"))


def _node(source: Source, graph: Network, *parts: str) -> NamedNode:
    """The IRI of a network, or of something in it; a thing's own part of its IRI stays as it is."""
    return iri("/".join([source.namer.graph("analysis"), graph.graph["name"], *parts]))
