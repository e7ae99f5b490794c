"""The views of ``queries/networks``: queries that say which things are tied, and what sort of network they make.

A view is a SELECT with ``?source`` and ``?target``, one row a piece of evidence, and any of ``?relation``, ``?via``
(what two things share), ``?passage`` (the graph that states it), ``?date``, ``?weight``; or a CONSTRUCT, whose triples
are the ties. Its head says ``#+ network:`` and then what holds of ``directed``, ``undirected``, ``multi`` and
``bipartite``; a bipartite view names the sides of source and target (``#+ sides: people bodies``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from shkc_kg.errors import DataFileError, QueryError
from shkc_kg.parameters import bind
from shkc_kg.queries import defaults
from shkc_kg.resources import queries_dir

__all__ = ["View", "read_view", "view_names"]

_HEAD: Final = re.compile(r"^#\+ (?P<key>\w+):[ \t]*(?P<value>[^\n]*?)[ \t]*$", re.MULTILINE)
_KINDS: Final = frozenset({"directed", "undirected", "multi", "bipartite"})


@dataclass(frozen=True, slots=True)
class View:
    """A view: its name, its titles, the properties of its network, its query with the usual parameters."""

    name: str
    zh: str
    en: str
    kinds: frozenset[str]
    sides: tuple[str, ...]
    sparql: str

    @property
    def directed(self) -> bool:
        return "directed" in self.kinds

    @property
    def multi(self) -> bool:
        return "multi" in self.kinds

    @property
    def title(self) -> tuple[str, str]:
        """The titles up to their colon, for a heading in Chinese and English."""
        return self.zh.partition("：")[0], self.en.partition(":")[0]

    def query(self, given: Mapping[str, str]) -> str:
        """The query with its parameters bound to what is given, else to their defaults.

        :raises QueryError: a parameter is missing, unknown, or not of its form.
        """
        return bind(self.sparql, {**defaults(self.sparql), **given})


def view_names() -> tuple[str, ...]:
    """The names of the shipped views."""
    return tuple(path.stem for path in sorted(_folder().glob("*.rq")))


def read_view(name: str | Path) -> View:
    """The shipped view of this name, or the one that a file (``….rq``) holds.

    :raises QueryError: there is no such view.
    :raises DataFileError: the file says a kind of network that is none, or a bipartite one without its two sides.
    """
    path = Path(name) if Path(name).suffix == ".rq" else _folder() / f"{name}.rq"
    if not path.is_file():
        raise QueryError(f"there is no view {name}; there are {', '.join(view_names())}, or give a file NAME.rq")
    text = path.read_text(encoding="utf-8")
    said = {match["key"]: match["value"] for match in _HEAD.finditer(text)}
    kinds = frozenset(said.get("network", "directed").split())
    sides = tuple(said.get("sides", "").split())
    if kinds - _KINDS:
        problem = f"no kind of network is called {', '.join(sorted(kinds - _KINDS))}"
        raise DataFileError(path, _line(text, "network"), problem, f"choose from {', '.join(sorted(_KINDS))}")
    if "bipartite" in kinds and len(sides) != 2:
        problem = "a bipartite network needs the names of its two sides"
        raise DataFileError(path, _line(text, "network"), problem, "add a line such as: #+ sides: people bodies")
    zh = said.get("summary", path.stem)
    return View(path.stem, zh, said.get("summary_en", zh), kinds, sides, text)


def _folder() -> Path:
    return queries_dir() / "networks"


def _line(text: str, key: str) -> int:
    return next((n for n, line in enumerate(text.splitlines(), 1) if line.startswith(f"#+ {key}:")), 1)
