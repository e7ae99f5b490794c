"""How a page asks the graph: one of our own queries, its parameters bound as terms, answered by a worker."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Final

from shkc_kg.names import PREFIXES
from shkc_kg.parameters import bind
from shkc_kg.web.exchange import Request
from shkc_kg.web.formats import BINDINGS
from shkc_kg.web.protocol import Asked, Wanted
from shkc_kg.web.site import Edition, Site, whole

__all__ = ["Found", "Row", "Term", "ask", "ask_once", "asks", "shipped"]

_JSON: Final = Wanted((BINDINGS[0], ""), None)
# What is read once of a whole graph may take longer than a query of a stranger.
_READING: Final = 120.0
_UNSET: Final = re.compile(r"[?$]__\w")


@dataclass(frozen=True, slots=True)
class Term:
    """An RDF term of an answer: its text, and what it is (``iri``, ``lang`` and ``datatype`` exclude each other)."""

    text: str
    iri: bool = False
    lang: str = ""
    datatype: str = ""

    def __str__(self) -> str:
        return self.text


Row = Mapping[str, Term]


@dataclass(frozen=True, slots=True)
class Found:
    """The rows of a SELECT (what is not bound is not in its row), and the query that anybody may ask again."""

    sparql: str
    rows: tuple[Row, ...]

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


@cache
def shipped(name: str) -> str:
    """The text of one of the queries in ``web/queries``."""
    return resources.files("shkc_kg.web").joinpath(f"queries/{name}.rq").read_text(encoding="utf-8")


def asks(name: str, **given: str) -> str:
    """``web/queries/NAME.rq`` with its parameters bound; a line with one that need not be given, and is not, goes."""
    bound = bind(shipped(name), given)
    return "".join(line for line in bound.splitlines(keepends=True) if not _UNSET.search(line))


async def ask(site: Site, request: Request, name: str, part: tuple[int, int] | None = None, **given: str) -> Found:
    """The answer of ``web/queries/NAME.rq`` with its parameters; a :class:`Problem` where no worker gave one.

    ``part`` is how many rows at most, and how many are left out before them: of a query that has no LIMIT itself.
    """
    sparql = asks(name, **given)
    if part:
        sparql += f"LIMIT {part[0]} OFFSET {part[1]}\n"
    return Found(sparql, rows_of(await site.fetch(request, Asked(sparql, None, None, _JSON, site.limits.deadline))))


async def ask_once(site: Site, edition: Edition, name: str, **given: str) -> Found:
    """The same for what is read once of a graph that need not be the published one yet, by nobody's request."""
    sparql = asks(name, **given)
    outcome = await site.start(edition, "", Asked(sparql, None, None, _JSON, _READING), lambda: None)
    return Found(sparql, rows_of(whole(outcome)))


def rows_of(results: bytes) -> tuple[Row, ...]:
    """The rows of SPARQL JSON results."""
    told = json.loads(results)["results"]["bindings"]
    return tuple({name: _term(cell) for name, cell in row.items()} for row in told)


def _term(cell: Mapping[str, Any]) -> Term:
    datatype = str(cell.get("datatype", "")).removeprefix(PREFIXES["xsd"])
    return Term(str(cell["value"]), cell["type"] == "uri", str(cell.get("xml:lang", "")), datatype)
