"""How two things are tied: the short paths between them, each step with the sentences that state it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, pairwise, takewhile
from typing import Any

import networkx as nx

from shkc_kg.networks.network import Network, simple

__all__ = ["Path", "Step", "paths", "ways"]


@dataclass(frozen=True, slots=True)
class Step:
    """One tie of a path; its ``arrow`` is the direction in which it is stated, ``—`` where that says nothing.

    ``graphs`` are what states it, ``sentences`` the words of those that are passages; a step without any is background
    that reports take for granted.
    """

    source: str
    target: str
    relation: str
    label_zh: str
    label_en: str
    arrow: str
    graphs: tuple[str, ...]
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Path:
    """A way from one thing to another: all ties that each of its steps can be made by."""

    nodes: tuple[str, ...]
    steps: tuple[tuple[Step, ...], ...]


def paths(
    graph: Network, source: str, target: str, sentences: Mapping[str, str], longest: int | None = None, most: int = 10
) -> tuple[Path, ...]:
    """The shortest paths between two nodes, or all of at most ``longest`` steps; shortest first, ``most`` at most.

    Of two equally short ones the one through nodes with fewer ties comes first: it says more than one through a hub.
    Directions are told, not obeyed. Nothing where the two are not tied, or not in the network.
    """
    return tuple(_path(graph, way, sentences) for way in ways(graph, source, target, longest, most))


def ways(
    graph: Network, source: str, target: str, longest: int | None = None, most: int = 10
) -> tuple[tuple[str, ...], ...]:
    """The nodes of those paths alone, in the same order."""
    if source not in graph or target not in graph or source == target:
        return ()
    ties = graph.to_undirected(as_view=True)
    length = _length(ties, source, target)
    if length is None or (longest is not None and longest < length):
        return ()
    plain = simple(graph.subgraph(_within(ties, source, target, longest or length)))
    names = nx.get_node_attributes(plain, "name")
    numbers = {name: number for number, name in names.items()}
    found = _found(plain, numbers[source], numbers[target], longest)

    def weight(way: list[int]) -> tuple[int, int, list[int]]:
        return len(way), sum(len(ties[names[node]]) for node in way[1:-1]), way

    # Enough are looked at to order them by what they say, and no more, since there may be very many.
    best = sorted(islice(found, 20 * most), key=weight)[:most]
    return tuple(tuple(names[node] for node in way) for way in best)


def _length(ties: Network, source: str, target: str) -> int | None:
    try:
        return len(nx.bidirectional_shortest_path(ties, source, target)) - 1
    except nx.NetworkXNoPath:
        return None


def _within(ties: Network, source: str, target: str, longest: int) -> set[str]:
    """Every node that a path of so many steps can pass, and few others: what is in reach of one end or the other.

    In a large network only this part is looked at; of a path's nodes the first half is near the one end, the rest near
    the other.
    """
    half = (longest + 1) // 2
    reach = nx.single_source_shortest_path_length
    return {*reach(ties, source, cutoff=half), *reach(ties, target, cutoff=longest - half)}


def _found(plain: Network, source: int, target: int, longest: int | None) -> Iterator[list[int]]:
    if longest is None:
        return iter(nx.all_shortest_paths(plain, source, target))
    return takewhile(lambda way: len(way) - 1 <= longest, nx.shortest_simple_paths(plain, source, target))


def _path(graph: Network, nodes: tuple[str, ...], sentences: Mapping[str, str]) -> Path:
    return Path(nodes, tuple(tuple(_steps(graph, one, other, sentences)) for one, other in pairwise(nodes)))


def _steps(graph: Network, one: str, other: str, sentences: Mapping[str, str]) -> Iterator[Step]:
    ahead = "→" if graph.is_directed() else "—"
    yield from (_step(one, other, ahead, edge, sentences) for edge in _between(graph, one, other))
    if graph.is_directed():
        yield from (_step(one, other, "←", edge, sentences) for edge in _between(graph, other, one))


def _between(graph: Any, one: str, other: str) -> list[dict[str, Any]]:  # noqa: ANN401 - its kind decides
    data = graph.get_edge_data(one, other)
    if data is None:
        return []
    return [data[key] for key in sorted(data)] if graph.is_multigraph() else [data]


def _step(one: str, other: str, arrow: str, edge: Mapping[str, Any], sentences: Mapping[str, str]) -> Step:
    said = tuple(sentences[graph] for graph in edge["passages"] if graph in sentences)
    return Step(
        one,
        other,
        " ".join(edge["relations"]),
        edge["label_zh"],
        edge["label_en"],
        "—" if edge["symmetric"] else arrow,
        edge["passages"],
        said,
    )
