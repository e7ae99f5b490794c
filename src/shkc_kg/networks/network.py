"""Rows become a network: the one place where things and ties turn into nodes and edges of networkx."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Final, TypeAlias

import networkx as nx

from shkc_kg.errors import QueryError
from shkc_kg.networks.source import Description, Relation, Source, Tie
from shkc_kg.networks.views import View

__all__ = ["Network", "edges_of", "ego", "largest", "network", "part", "project", "simple"]

# Directed and multi-graphs are subclasses of it; what holds of an edge depends on which.
Network: TypeAlias = "nx.Graph[Any]"

_CLASSES: Final[dict[tuple[bool, bool], Any]] = {
    (False, False): nx.Graph,
    (True, False): nx.DiGraph,
    (False, True): nx.MultiGraph,
    (True, True): nx.MultiDiGraph,
}


def network(source: Source, view: View, given: Mapping[str, str] | None = None) -> Network:
    """The network of a view: nodes are compact IRIs (``id:复旦大学``), in order, and so are edges.

    A node has ``iri``, ``label_zh``, ``label_en``, ``class`` (with ``class_zh``, ``class_en``), ``weight`` (how many
    passages name it), ``passages`` and ``dates``. An edge has ``relations``, ``label_zh``, ``label_en``, ``weight``
    (how many graphs state it, or the sum of the view's own weights), ``passages`` (the graphs that state it), ``via``,
    ``dates``, and ``symmetric`` where its direction says nothing; in a multi-graph an edge is one relation, which is
    its key. The network has ``name``, ``label_zh``, ``label_en``, ``sides``, and ``input``: the SHA-256 of the rows
    that it was made of.

    :raises QueryError: the view's query can't be asked.
    """
    ties = source.ties(view, given or {})
    zh, en = view.title
    graph: Network = _CLASSES[view.directed, view.multi](
        name=view.name, label_zh=zh, label_en=en, input=_hash(ties), sides=view.sides
    )
    classes = source.classes()
    for node in sorted({end for tie in ties for end in (tie.source, tie.target)}):
        graph.add_node(node, iri=source.full(node), **_node(node, source.description(node), classes))
    names = source.relations()
    for (one, other, key), found in _grouped(ties, view).items():
        graph.add_edge(one, other, **({"key": key} if view.multi else {}), **_edge(found, names))
    if view.sides:
        _take_sides(graph, ties)
    return graph


def simple(graph: Network, *, directed: bool = False) -> Network:
    """The same ties without loops and parallels, weights added up: what most measures are defined on.

    Its nodes are numbers, in the order of the names that they hold as ``name``: networkx keeps nodes in sets here and
    there, and only numbers come out of a set in the same order in every run.
    """
    order = {node: number for number, node in enumerate(sorted(graph))}
    plain: Network = nx.DiGraph() if directed and graph.is_directed() else nx.Graph()
    plain.add_nodes_from((number, {"name": node}) for node, number in order.items())
    for one, other, weight in sorted(
        (order[u], order[v], float(data.get("weight", 1))) for u, v, data in graph.edges(data=True)
    ):
        if one != other:
            before = plain.edges[one, other]["weight"] if plain.has_edge(one, other) else 0.0
            plain.add_edge(one, other, weight=before + weight)
    return plain


def project(graph: Network, side: str) -> Network:
    """One side of a bipartite network, its nodes tied by what they share on the other; ``weight`` is how much.

    :raises QueryError: there is no such side.
    """
    sides: tuple[str, ...] = graph.graph.get("sides", ())
    if side not in sides:
        raise QueryError(f"the network has no side {side}; it has {' and '.join(sides) or 'none'}")
    nodes = [node for node, data in graph.nodes(data=True) if data["bipartite"] == sides.index(side)]
    shared: Network = nx.bipartite.weighted_projected_graph(graph, nodes)
    plain: Network = nx.Graph(**{**graph.graph, "sides": (), "name": f"{graph.graph['name']}-{side}"})
    plain.add_nodes_from((node, graph.nodes[node]) for node in sorted(shared))
    for one, other in sorted((min(pair), max(pair)) for pair in shared.edges()):
        plain.add_edge(one, other, weight=float(shared.edges[one, other]["weight"]), **_shared(graph, one, other))
    return plain


def largest(graph: Network, most: int, by: str | None = None) -> Network:
    """The part that the ``most`` nodes with the greatest attribute make; without an attribute, those best tied."""
    values = {node: data.get(by, 0.0) if by else graph.degree(node) for node, data in graph.nodes(data=True)}
    return part(graph, set(sorted(values, key=lambda node: (-values[node], node))[:most]))


def ego(graph: Network, node: str, radius: int = 1) -> Network:
    """The part of the network that is within so many steps of a node, in whichever direction they point."""
    return part(graph, set(nx.ego_graph(graph, node, radius=radius, undirected=True)))


def part(graph: Network, nodes: Collection[str]) -> Network:
    """Some nodes of a network and all ties between them, in the same order."""
    kept: Any = graph.__class__()
    kept.graph.update(graph.graph)
    kept.add_nodes_from((node, data) for node, data in graph.nodes(data=True) if node in nodes)
    kept.add_edges_from(edge for edge in edges_of(graph) if edge[0] in nodes and edge[1] in nodes)
    return kept  # type: ignore[no-any-return]


def edges_of(graph: Any) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401 - networkx types only one of its classes so
    """All edges as networkx takes them back, keys included where there are any."""
    yield from graph.edges(data=True, keys=True) if graph.is_multigraph() else graph.edges(data=True)


def _shared(graph: Network, one: str, other: str) -> dict[str, Any]:
    """What ties two nodes of the same side: the nodes between them."""
    via = sorted(set(graph[one]) & set(graph[other]))
    return {
        "relations": (),
        "label_zh": "、".join(graph.nodes[node]["label_zh"] for node in via),
        "label_en": ", ".join(graph.nodes[node]["label_en"] for node in via),
        "symmetric": True,
        "passages": _once(p for node in via for end in (one, other) for p in graph.edges[end, node]["passages"]),
        "via": tuple(via),
        "dates": (),
    }


def _node(node: str, known: Description, classes: Mapping[str, tuple[str, str]]) -> dict[str, Any]:
    class_zh, class_en = classes.get(known.cls, (known.cls, known.cls))
    local = node.partition(":")[2] or node
    return {
        "label_zh": known.label_zh or local,
        "label_en": known.label_en or local,
        "class": known.cls,
        "class_zh": class_zh,
        "class_en": class_en,
        "weight": float(len(known.passages)),
        "passages": tuple(sorted(known.passages)),
        "dates": tuple(sorted(known.dates)),
    }


def _grouped(ties: Iterable[Tie], view: View) -> dict[tuple[str, str, str], list[Tie]]:
    """The rows of each edge, in the order of the edges; without directions the lesser name stands first."""
    found: dict[tuple[str, str, str], list[Tie]] = {}
    for tie in ties:
        ends = (tie.source, tie.target)
        if not view.directed and not view.sides:
            ends = (min(ends), max(ends))
        found.setdefault((*ends, tie.relation if view.multi else ""), []).append(tie)
    return dict(sorted(found.items()))


def _edge(ties: Iterable[Tie], names: Mapping[str, Relation]) -> dict[str, Any]:
    ties = list(ties)
    relations = _once(tie.relation for tie in ties)
    known = [names.get(relation, Relation(relation, relation)) for relation in relations]
    # A symmetric row that is told from both sides is one piece of evidence.
    weights = {(tie.relation, tie.via, tie.graph): tie.weight for tie in ties}
    return {
        "relations": relations,
        "label_zh": "、".join(relation.label_zh for relation in known),
        "label_en": ", ".join(relation.label_en for relation in known),
        "symmetric": all(relation.symmetric for relation in known),
        "weight": float(sum(weights.values())),
        "passages": _once(tie.graph for tie in ties),
        "via": _once(tie.via for tie in ties),
        "dates": _once(tie.date for tie in ties),
    }


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({value for value in values if value}))


def _take_sides(graph: Network, ties: Iterable[Tie]) -> None:
    sources = {tie.source for tie in ties}
    for node in graph:
        graph.nodes[node]["bipartite"] = int(node not in sources)


def _hash(ties: Iterable[Tie]) -> str:
    """The SHA-256 of a view's rows: two networks with the same are the same."""
    lines = ("\t".join((t.source, t.relation, t.target, t.via, t.graph, t.date, f"{t.weight:g}")) for t in ties)
    return hashlib.sha256("".join(f"{line}\n" for line in lines).encode()).hexdigest()
