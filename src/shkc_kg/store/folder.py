"""The folder of a built graph.

::

    ROOT/current            the name of the generation that readers use; replaced in one step
    ROOT/000002-1f0c…/      a generation: store/ (Oxigraph), dataset.nq, ledger.tsv, coverage.json, build.json
    ROOT/000001-9ab3…/      the one before, for readers that still have it open
    ROOT/.draft-…/          a build at work, or one that was killed: the next build removes it

A generation is complete before ``current`` names it and is never changed afterwards.
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import platformdirs
import pyoxigraph

from shkc_kg.errors import StoreError

__all__ = ["CURRENT", "ENVIRONMENT", "GENERATION", "Generation", "current", "default_root", "stamp"]

CURRENT: Final = "current"
ENVIRONMENT: Final = "SHKC_KG_STORE"
GENERATION: Final = re.compile(r"(\d{6,})-[0-9a-f]{12}")

# Raised when what a generation holds changes in a way that older or newer programs can't read.
_FORMAT: Final = 2


def stamp() -> str:
    """The version of stores that this program writes and reads; the engine's own files change with its minor version.

    >>> stamp().split("/")[0]
    'shkc-kg-store-2'
    """
    engine = ".".join(pyoxigraph.__version__.split(".")[:2])
    return f"shkc-kg-store-{_FORMAT}/oxigraph-{engine}"


@dataclass(frozen=True)
class Generation:
    """One complete build."""

    folder: Path

    @property
    def store(self) -> Path:
        """Oxigraph's own folder."""
        return self.folder / "store"

    @property
    def dataset(self) -> Path:
        """The same quads as sorted N-Quads."""
        return self.folder / "dataset.nq"

    @property
    def ledger(self) -> Path:
        """One row a fact, see :mod:`shkc_kg.graph.ledger`."""
        return self.folder / "ledger.tsv"

    @property
    def coverage(self) -> Path:
        """What was read of each chapter and what was not, see :mod:`shkc_kg.coverage`."""
        return self.folder / "coverage.json"

    @property
    def manifest(self) -> Path:
        """``build.json``: versions, input hashes, the dataset's SHA-256, counts, seconds."""
        return self.folder / "build.json"

    @cached_property
    def build(self) -> dict[str, Any]:
        """What ``build.json`` says."""
        try:
            told = json.loads(self.manifest.read_bytes())
        except (OSError, ValueError) as error:
            raise StoreError(self.folder, "is no complete store (build.json can't be read)", _REBUILD) from error
        return told if isinstance(told, dict) else {}


_REBUILD: Final = "build it with: shkc-kg build"


def default_root() -> Path:
    """Where a graph is built and sought when nobody says: ``$SHKC_KG_STORE``, else the user's data folder."""
    given = os.environ.get(ENVIRONMENT)
    return Path(given) if given else platformdirs.user_data_path("shkc-kg") / "store"


def current(root: Path) -> Generation:
    """The generation that readers use.

    :raises StoreError: nothing was built there, or by another version.
    """
    try:
        name = (root / CURRENT).read_text(encoding="ascii").strip()
    except (OSError, ValueError) as error:
        raise StoreError(root, "there is no store", _REBUILD) from error
    generation = Generation(root / name)
    if not GENERATION.fullmatch(name) or not generation.store.is_dir():
        raise StoreError(root, f"is damaged (it names {name!r}, which is not there)", _REBUILD)
    found = generation.build.get("store")
    if found != stamp():
        raise StoreError(root, f"is of another version ({found}, this program reads {stamp()})", _REBUILD)
    return generation
