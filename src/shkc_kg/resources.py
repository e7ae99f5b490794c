"""Where the files that travel with the program are: in a wheel beside the code, in a checkout at its top."""

from __future__ import annotations

from functools import cache
from pathlib import Path

__all__ = ["data_dir", "ontology_dir", "queries_dir", "resource_dir"]


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
