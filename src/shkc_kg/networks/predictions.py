"""Which ties a network suggests that it does not have: candidates for a reader to look into, and no facts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

import networkx as nx

from shkc_kg.errors import QueryError
from shkc_kg.networks.network import Network, simple

__all__ = ["PREDICTORS", "Prediction", "predict"]

PREDICTORS: Final[Mapping[str, Callable[..., Any]]] = MappingProxyType(
    {
        "adamic-adar": nx.adamic_adar_index,
        "jaccard": nx.jaccard_coefficient,
        "resource-allocation": nx.resource_allocation_index,
        "preferential-attachment": nx.preferential_attachment,
    }
)


@dataclass(frozen=True, slots=True)
class Prediction:
    """Two nodes without a tie, how much speaks for one, and the neighbours that they share."""

    source: str
    target: str
    score: float
    shared: tuple[str, ...]


def predict(graph: Network, method: str = "adamic-adar", most: int = 20) -> tuple[Prediction, ...]:
    """The ``most`` pairs that score highest among those who share a neighbour, best first.

    :raises QueryError: there is no such method.
    """
    if method not in PREDICTORS:
        raise QueryError(f"there is no way {method} to predict ties; there are {', '.join(PREDICTORS)}")
    score = PREDICTORS[method]
    plain = simple(graph)
    names = nx.get_node_attributes(plain, "name")
    found = sorted(score(plain, list(_pairs(plain))), key=lambda row: (-row[2], row[0], row[1]))[:most]
    return tuple(
        Prediction(names[u], names[v], value, tuple(sorted(names[n] for n in nx.common_neighbors(plain, u, v))))
        for u, v, value in found
    )


def _pairs(plain: Network) -> Iterator[tuple[int, int]]:
    """Who is two steps apart: for all others most scores are nothing, and they are nearly all pairs there are."""
    for node in plain:
        beyond = {far for near in plain[node] for far in plain[near]}
        yield from sorted((node, far) for far in beyond - set(plain[node]) if node < far)
