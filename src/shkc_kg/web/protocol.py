"""SPARQL 1.1 Protocol §2.1: what a request asks, from its method, parameters, body and headers."""

from __future__ import annotations

import math
import re
from typing import Final, NamedTuple

from shkc_kg.web.exchange import Request, pairs
from shkc_kg.web.formats import BINDINGS, FORMATS, GRAPHS, Format, by_media, by_suffix
from shkc_kg.web.limits import Limits
from shkc_kg.web.negotiate import choose
from shkc_kg.web.problems import Problem

__all__ = ["Asked", "Wanted", "asked", "operation", "seconds", "wanted"]

_FORM: Final = "application/x-www-form-urlencoded"
_QUERY: Final = "application/sparql-query"
_KNOWN: Final = frozenset({"query", "default-graph-uri", "named-graph-uri", "format", "output", "timeout"})
# Who says json or xml and gets a graph means its JSON or XML.
_OF_A_GRAPH: Final = {"json": "jsonld", "xml": "rdf"}
_ABSOLUTE = re.compile(r'^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`\x00-\x20]*$')


class Wanted(NamedTuple):
    """The formats for either kind of answer with the content type to send; ``None`` is not acceptable."""

    bindings: tuple[Format, str] | None
    graph: tuple[Format, str] | None


class Asked(NamedTuple):
    """A query operation. ``default`` and ``named`` are ``None`` when the request names no dataset.

    ``do`` names the work where it is not a query (see ``copies``); ``query`` is then what it is about.
    """

    query: str
    default: tuple[str, ...] | None
    named: tuple[str, ...] | None
    wanted: Wanted
    seconds: float
    do: str = "query"


async def asked(request: Request, limits: Limits) -> Asked | None:
    """The query operation of a request, ``None`` where it names no query; a :class:`Problem` where it is malformed."""
    posted = await _posted(request, limits) if request.method == "POST" else None
    return operation(request, posted, limits)


def operation(request: Request, posted: list[tuple[str, str]] | None, limits: Limits) -> Asked | None:
    """The query operation of a request whose body, if it is a POST, was read already."""
    given = request.parameters + (posted or [])
    values: dict[str, list[str]] = {}
    for name, value in given:
        values.setdefault(name, []).append(value)
    if "update" in values:
        raise Problem("update", keyword="update=")
    # SPARQLWrapper repeats format= and output= on purpose, so these are read once, not counted.
    for name in ("query", "timeout"):
        if len(values.get(name, ())) > 1:
            raise Problem("bad-request", reason=f"{name}= is given {len(values[name])} times; give it once")
    if "query" not in values:
        if posted is not None or "default-graph-uri" in values or "named-graph-uri" in values:
            raise Problem("bad-request", reason="query= is missing")
        return None
    (query,) = values["query"]
    if len(query) > limits.query_bytes:
        raise Problem("content-too-large", limit=limits.query_bytes)
    default, named = _dataset(values)
    chosen = next(iter(values.get("format") or values.get("output") or ()), None)
    return Asked(query, default, named, wanted(request, chosen), seconds(values.get("timeout", [""])[0], limits))


async def _posted(request: Request, limits: Limits) -> list[tuple[str, str]]:
    """The pairs that a POST carries: a form's, or the query itself."""
    content_type = request.header(b"content-type") or ""
    media = content_type.partition(";")[0].strip().lower()
    charset = re.search(r'charset\s*=\s*"?([\w-]+)', content_type, re.IGNORECASE)
    if media not in (_FORM, _QUERY) or (charset and charset[1].lower() not in ("utf-8", "utf8", "us-ascii")):
        raise Problem("media-type", got=content_type.strip() or "no Content-Type")
    # A form's bytes are percent-encoded, each Chinese character as nine.
    body = await request.body(limits.query_bytes * (3 if media == _FORM else 1))
    if media == _FORM:
        return pairs(body)
    try:
        return [("query", body.decode("utf-8"))]
    except UnicodeDecodeError as error:
        raise Problem("bad-request", reason=f"the query is not UTF-8: byte {error.start + 1}") from None


def _dataset(values: dict[str, list[str]]) -> tuple[tuple[str, ...] | None, tuple[str, ...] | None]:
    default, named = values.get("default-graph-uri"), values.get("named-graph-uri")
    if default is None and named is None:
        return None, None
    for iri in (*(default or ()), *(named or ())):
        if not _ABSOLUTE.match(iri):
            raise Problem("bad-request", reason=f"not an absolute IRI: {iri[:200]!r}")
    return tuple(default or ()), tuple(named or ())


def seconds(given: str, limits: Limits) -> float:
    """The deadline of a query: ``timeout=`` in seconds may lower the server's, not raise it."""
    if not given:
        return limits.deadline
    try:
        wished = float(given)
    except ValueError:
        wished = math.nan
    if not wished > 0:
        raise Problem("bad-request", reason=f"timeout= wants seconds, such as 2.5; got {given[:50]!r}")
    return min(wished, limits.deadline)


def wanted(request: Request, chosen: str | None) -> Wanted:
    """The formats that a request wants, by ``format=`` (a short name or a media type) or else by Accept."""
    if chosen:
        bindings = by_suffix(chosen, BINDINGS) or by_media(chosen, BINDINGS)
        graph = by_suffix(_OF_A_GRAPH.get(chosen, chosen), GRAPHS) or by_media(chosen, GRAPHS)
        if not bindings and not graph:
            names = ", ".join(dict.fromkeys(f.name for f in FORMATS))
            raise Problem("bad-request", reason=f"format= knows {names}; got {chosen[:50]!r}")
        return Wanted(
            (bindings, bindings.content_type) if bindings else None, (graph, graph.content_type) if graph else None
        )
    accept = request.header(b"accept")
    return Wanted(choose(accept, BINDINGS), choose(accept, GRAPHS))
