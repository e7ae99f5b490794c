"""What can be measured of a network: one row a measure, each a function of networkx itself.

Called through networkx's own dispatch, so a backend (nx-parallel, nx-cugraph) that is installed and chosen takes over
with no line changed here: ``NETWORKX_BACKEND_PRIORITY=parallel shkc-kg network full --metric betweenness``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import networkx as nx

from shkc_kg.errors import QueryError
from shkc_kg.networks.network import Network, simple

__all__ = ["MEASURES", "Measure", "bridges", "grouped", "measure", "measured", "scored"]

Parameters = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure: what it is called, the function of networkx that computes it, and with what.

    ``gives`` is ``score`` (a number for each node), ``groups`` (sets of nodes), ``nodes`` (some nodes) or ``edges``.
    ``directed`` ones follow the direction of ties where there is one. ``seeded`` ones draw lots.
    For what grows with nodes times edges, ``sample`` is the size from which ``sampled`` parameters apply, and ``most``
    the size beyond which a build leaves it out; who asks for it gets it all the same.
    """

    name: str
    zh: str
    en: str
    gives: str
    function: Callable[..., Any]
    parameters: Parameters = field(default_factory=dict)
    directed: bool = False
    seeded: bool = False
    sample: int = 0
    sampled: Parameters = field(default_factory=dict)
    most: int = 0

    @property
    def algorithm(self) -> str:
        """The function by its public name."""
        return f"networkx.{self.function.__name__}"

    def is_cheap(self, size: int) -> bool:
        """Whether it takes no long time for a network of so many nodes."""
        return not self.most or size <= self.most

    def used(self, size: int) -> dict[str, Any]:
        """The parameters for a network of so many nodes, the seed left out."""
        return {**self.parameters, **(self.sampled if self.sample and size > self.sample else {})}


def _table(*rows: Measure) -> Mapping[str, Measure]:
    return {row.name: row for row in rows}


_WEIGHTED: Final[Parameters] = {"weight": "weight"}

MEASURES: Final = _table(
    Measure("degree", "度", "degree", "score", nx.degree),
    Measure("weighted-degree", "加权度", "weighted degree", "score", nx.degree, _WEIGHTED),
    Measure(
        "betweenness",
        "介数",
        "betweenness",
        "score",
        nx.betweenness_centrality,
        {"normalized": True},
        seeded=True,
        sample=2000,
        sampled={"k": 200},
    ),
    Measure("closeness", "接近度", "closeness", "score", nx.closeness_centrality, most=2000),
    Measure("pagerank", "网页排名", "PageRank", "score", nx.pagerank, {"alpha": 0.85, **_WEIGHTED}, True),
    Measure("core", "核数", "core number", "score", nx.core_number),
    Measure("clustering", "聚集系数", "clustering", "score", nx.clustering),
    Measure(
        "louvain",
        "鲁汶社区",
        "Louvain community",
        "groups",
        nx.community.louvain_communities,
        {"resolution": 1.0, **_WEIGHTED},
        seeded=True,
    ),
    Measure(
        "label-propagation",
        "标签传播社区",
        "label propagation community",
        "groups",
        nx.community.asyn_lpa_communities,
        _WEIGHTED,
        seeded=True,
    ),
    Measure("components", "连通分量", "component", "groups", nx.connected_components),
    Measure("articulation-points", "割点", "articulation point", "nodes", nx.articulation_points),
    Measure("bridges", "桥", "bridge", "edges", nx.bridges),
)


def measure(name: str) -> Measure:
    """The measure of this name.

    :raises QueryError: there is none; the ones there are.
    """
    if name not in MEASURES:
        raise QueryError(f"there is no measure {name}; there are {', '.join(MEASURES)}")
    return MEASURES[name]


def scored(graph: Network, name: str, seed: int = 0) -> dict[str, float]:
    """A number for each node: the score, the number of its group (the largest is 1), or whether it is one of them.

    :raises QueryError: no such measure, or one of edges.
    """
    wanted = measure(name)
    if wanted.gives == "edges":
        raise QueryError(f"{name} are edges, and no number for each node")
    if wanted.gives == "score":
        plain = simple(graph, directed=wanted.directed)
        found = dict(_computed(plain, wanted, seed))
        return {plain.nodes[number]["name"]: float(found[number]) for number in plain}
    groups = grouped(graph, name, seed)
    numbers = {node: number for number, group in enumerate(groups, 1) for node in group}
    return {node: float(numbers.get(node, 0)) for node in sorted(graph)}


def measured(graph: Network, names: Iterable[str], seed: int = 0) -> Network:
    """The same network, each node with its number for each measure as an attribute of that name.

    :raises QueryError: no such measure, or one of edges.
    """
    found = {name: scored(graph, name, seed) for name in names}
    copy = graph.copy()
    for name, numbers in found.items():
        nx.set_node_attributes(copy, numbers, name)
    return copy


def grouped(graph: Network, name: str, seed: int = 0) -> tuple[tuple[str, ...], ...]:
    """The groups that a measure parts the nodes into, the largest first, each sorted; for articulation points just one.

    :raises QueryError: no such measure, or one that makes no groups.
    """
    wanted = measure(name)
    if wanted.gives not in ("groups", "nodes"):
        raise QueryError(
            f"{name} makes no groups; {', '.join(m.name for m in MEASURES.values() if m.gives == 'groups')} do"
        )
    plain = simple(graph)
    found = _computed(plain, wanted, seed)
    sets: Iterable[Iterable[int]] = [found] if wanted.gives == "nodes" else found
    groups = [tuple(sorted(plain.nodes[number]["name"] for number in group)) for group in sets]
    return tuple(sorted(groups, key=lambda group: (-len(group), group)))


def bridges(graph: Network) -> tuple[tuple[str, str], ...]:
    """The ties without which the network would fall apart further, each with the lesser name first, sorted."""
    plain = simple(graph)
    names = nx.get_node_attributes(plain, "name")
    return tuple(sorted((names[min(edge)], names[max(edge)]) for edge in _computed(plain, MEASURES["bridges"], 0)))


def _computed(plain: Network, wanted: Measure, seed: int) -> Any:  # noqa: ANN401 - each measure gives its own
    lots = {"seed": seed} if wanted.seeded else {}
    # A network without nodes has no measure to fail on.
    return wanted.function(plain, **wanted.used(len(plain)), **lots) if len(plain) else {}
