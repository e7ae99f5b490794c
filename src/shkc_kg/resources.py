"""Where files are: those that travel with the program (wheel: beside the code, checkout: at its top), and the store."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import Final

from platformdirs import user_data_path

__all__ = ["STORE_VARIABLE", "data_dir", "default_store", "ontology_dir", "queries_dir", "resource_dir"]

STORE_VARIABLE: Final = "SHKC_KG_STORE"


@cache
def resource_dir(name: str) -> Path:
    """The folder ``data``, ``ontology`` or ``queries`` of this installation."""
    package = Path(__file__).resolve().parent
    for root in (package / "resources", package.parent.parent):
        if (root / name).is_dir():
            return root / name
    raise FileNotFoundError(f"shkc_kg was installed without its folder {name!r}; install it again")


def data_dir() -> Path:
    """The folder of reports, lexicon, gazetteers, curated facts, links and labels."""
    return resource_dir("data")


def ontology_dir() -> Path:
    """The folder of the ontology, its shapes and its checks."""
    return resource_dir("ontology")


def queries_dir() -> Path:
    """The folder of the example queries."""
    return resource_dir("queries")


def default_store() -> Path:
    """Where ``build`` puts the graph unless told: ``$SHKC_KG_STORE``, else in the user's data folder."""
    chosen = os.environ.get(STORE_VARIABLE)
    return Path(chosen) if chosen else user_data_path("shkc-kg", appauthor=False) / "store"
