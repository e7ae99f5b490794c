"""Quads into Oxigraph's files, and a built graph opened for reading."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import RdfFormat, Store

from shkc_kg.errors import StoreError
from shkc_kg.store.folder import Generation

__all__ = ["hold", "open_readonly"]


def hold(nquads: bytes, folder: Path) -> None:
    """A new store in ``folder`` that holds these N-Quads and is closed again; its default graph is the union of all.

    The engine's own union lists a triple twice that two passages state, so a COUNT would be wrong; here it stands once.
    """
    store = Store(str(folder))
    store.bulk_load(input=nquads, format=RdfFormat.N_QUADS)
    store.update("INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }")
    store.optimize()
    store.flush()


def open_readonly(generation: Generation) -> Store:
    """The store of a generation; any number of processes may have it open, none can change it.

    :raises StoreError: its files are damaged.
    """
    try:
        return Store.read_only(str(generation.store))
    except (OSError, RuntimeError) as error:  # RocksDB's "Corruption: …" comes as a RuntimeError
        problem = f"can't be opened ({error})"
        raise StoreError(generation.folder, problem, "build it again with: shkc-kg build") from error
