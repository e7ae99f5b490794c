"""Networks of plain rows that somebody else has read: for ways between things, and for files of what a page shows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

import networkx as nx

from shkc_kg.networks.formats import FORMATS
from shkc_kg.networks.network import Network

__all__ = ["graphml_of", "plain", "without"]

Attributes = Mapping[str, Any]


def plain(nodes: Mapping[str, Attributes], ties: Iterable[tuple[str, str, str, Attributes]]) -> Network:
    """A directed network with a tie for each source, target and relation; what a tie names is a node as well."""
    graph: Network = nx.MultiDiGraph()
    graph.add_nodes_from((name, dict(told)) for name, told in nodes.items())
    for source, target, relation, told in ties:
        graph.add_edge(source, target, key=relation, **told)
    return graph


def without(graph: Network, nodes: Collection[str]) -> Network:
    """The network that is left where some nodes may not be passed, as a view: nothing is copied."""
    kept: Network = nx.restricted_view(graph, [node for node in nodes if node in graph], ())
    return kept if nodes else graph


def graphml_of(nodes: Mapping[str, Attributes], ties: Iterable[tuple[str, str, str, Attributes]]) -> bytes:
    """The same as GraphML, with the attributes as they are given."""
    return FORMATS["graphml"](plain(nodes, ties))
