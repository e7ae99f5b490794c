"""The graph that is published: what its hash is, and how it comes into memory."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from shkc_kg.names import DEFAULT_BASE
from shkc_kg.store.folder import Generation, current

__all__ = ["Dataset", "load", "locate"]


@dataclass(frozen=True, slots=True)
class Dataset:
    """A built graph on disk; ``hash`` is its SHA-256 in hex, ``base`` what the names of its things begin with."""

    generation: Generation
    hash: str
    base: str

    @property
    def build(self) -> dict[str, Any]:
        """What ``build.json`` says of it."""
        return self.generation.build


def locate(root: Path) -> Dataset:
    """The graph that stands in ``root`` now; :class:`StoreError` where there is none."""
    generation = current(root)
    told = generation.build
    return Dataset(generation, str(told.get("dataset", {}).get("sha256", "")), str(told.get("base", DEFAULT_BASE)))


def load(nquads: Path) -> tuple[ox.Store, int]:
    """The whole graph in memory, and how many quads it has.

    Its default graph is the union of all graphs, each triple once.
    The engine's own union lists a triple twice that two passages state, so the union is made here, once.
    """
    graph = ox.Store()
    graph.bulk_load(path=str(nquads), format=ox.RdfFormat.N_QUADS)
    quads = len(graph)
    graph.update("INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }")
    return graph, quads
