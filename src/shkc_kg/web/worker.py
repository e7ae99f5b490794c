"""One query worker: a process that holds the graph in memory, answers one query at a time, and may be killed.

It is forked from the workshop, so that a new one costs a millisecond and shares the graph's memory.
It has no way to the network and to files: after start it may not open a single further file or socket.
"""

from __future__ import annotations

import json
import marshal
import resource
import socket
from collections.abc import Iterable
from typing import Any, Final

import pyoxigraph as ox

from shkc_kg.names import PREFIXES
from shkc_kg.web.complaint import complaint
from shkc_kg.web.scan import Scan, scan
from shkc_kg.web.sources import sources
from shkc_kg.web.wire import DATA, END, ERROR, frame, read_frame

__all__ = ["answer_all"]

_CHUNK: Final = 2**17

# How a row of an answer ends, by format; what is inside a value can't look so, except a line break in a CSV text.
_ROW_ENDS: Final[dict[str, bytes]] = {
    "csv": b"\r\n",
    "tsv": b"\n",
    "xml": b"</result>",
    "json": b"},{",
    "nt": b"\n",
    "nq": b"\n",
}

_RESULTS: Final = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}
_RDF: Final = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "rdf": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
    "trig": ox.RdfFormat.TRIG,
    "nq": ox.RdfFormat.N_QUADS,
}
# These read better with prefixes; the others have none, and are written without leaving the engine.
_PREFIXED: Final = frozenset({"ttl", "trig", "rdf", "jsonld"})


Results = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


class Refused(Exception):  # noqa: N818 - the server makes a problem of it
    """A task that ends as a stated error: a code of the table in ``problems``, and what fills its sentence."""

    def __init__(self, code: str, **data: object) -> None:
        super().__init__(code)
        self.code, self.data = code, data


class Outlet:
    """A file for the engine to write to, which passes the answer on in frames and counts its rows."""

    def __init__(self, connection: socket.socket, row_end: bytes, rows: int) -> None:
        self._connection, self._row_end, self._rows_left = connection, row_end, rows + 1
        self._parts: list[bytes] = []
        self._size = 0

    def write(self, data: bytes) -> int:
        self._parts.append(frame(DATA, bytes(data)))
        self._size += len(data)
        if self._size >= _CHUNK:
            self._flush()
        if self._row_end:
            self._rows_left -= data.count(self._row_end)
            if self._rows_left < 0:
                raise Refused("too-many-rows")
        return len(data)

    def flush(self) -> None:
        """The engine calls this at the end of a document; the end frame follows at once."""

    def end(self, said: bytes) -> None:
        """Closes the answer, saying what it was: its kind (``B`` or ``G``) and ``V`` if the next may differ."""
        self._parts.append(frame(END, said))
        self._flush()

    def _flush(self) -> None:
        self._connection.sendall(b"".join(self._parts))
        self._parts.clear()
        self._size = 0


def answer_all(store: ox.Store, connection: socket.socket, limits: dict[str, int]) -> None:
    """Answers the tasks that come in over the connection, until it ends."""
    stream = connection.makefile("rb")
    while (task := read_frame(stream)) is not None:
        try:
            _answer(store, marshal.loads(task[1]), connection, limits)  # noqa: S302 - from the server itself
        except Refused as refusal:
            _refuse(connection, refusal.code, refusal.data)
        except SyntaxError as error:
            _refuse(connection, "malformed-query", complaint(str(error), marshal.loads(task[1])["query"]))
        except MemoryError:
            _refuse(connection, "out-of-memory", {})
        except (OSError, ValueError, RuntimeError) as error:
            _refuse(connection, "evaluation", {"reason": str(error)})


def _refuse(connection: socket.socket, code: str, data: dict[str, object]) -> None:
    connection.sendall(frame(ERROR, json.dumps({"code": code, **data}, ensure_ascii=False).encode()))


def _answer(store: ox.Store, task: dict[str, Any], connection: socket.socket, limits: dict[str, int]) -> None:
    seen = scan(task["query"])
    results = _evaluate(store, task, seen, limits)
    kind = "graph" if isinstance(results, ox.QueryTriples) else "bindings"
    name: str | None = task[kind]
    if name is None:
        raise Refused("not-acceptable", kind=kind)
    rows = 0 if isinstance(results, ox.QueryBoolean) else limits["rows"]
    outlet = Outlet(connection, _ROW_ENDS.get(name, b"") if rows else b"", rows)
    if not isinstance(results, ox.QueryTriples):
        results.serialize(outlet, _RESULTS[name])  # type: ignore[arg-type]
    elif name in _PREFIXED:
        ox.serialize(results, outlet, _RDF[name], prefixes=PREFIXES)  # type: ignore[arg-type]
    else:
        results.serialize(outlet, _RDF[name])  # type: ignore[arg-type]
    outlet.end((b"G" if kind == "graph" else b"B") + (b"V" if seen.volatile else b""))


def _evaluate(store: ox.Store, task: dict[str, Any], seen: Scan, limits: dict[str, int]) -> Results:
    text: str = task["query"]
    if seen.update:
        raise Refused("update", keyword=seen.update)
    if seen.service:
        raise Refused("service")
    if seen.nesting > limits["nesting"]:
        raise Refused("nesting", limit=limits["nesting"])
    options: dict[str, Any] = {"base_iri": task["base"]}
    if task.get("bind"):
        options["substitutions"] = {ox.Variable(name): _term(value) for name, value in task["bind"]}
    default, named = task["default"], task["named"]
    if default is None and seen.dataset:
        default, named = sources(text, task["base"])
    if default is not None:
        store, graphs = _merged(store, default, named)
        options |= graphs
    try:
        return store.query(text, **options)
    except SyntaxError:
        # The usual prefixes may be left out; trying without them first keeps the common query fast.
        return store.query(text, prefixes=PREFIXES, **options)


def _term(value: tuple[str, ...]) -> ox.NamedNode | ox.Literal:
    match value:
        case ["iri", iri]:
            return ox.NamedNode(iri)
        case ["lang", text, tag]:
            return ox.Literal(text, language=tag)
        case ["typed", text, datatype]:
            return ox.Literal(text, datatype=ox.NamedNode(datatype))
        case _:
            return ox.Literal(value[1])


def _merged(store: ox.Store, default: list[str], named: list[str]) -> tuple[ox.Store, dict[str, Any]]:
    """The dataset of a request: one default graph is read in place, several are merged into one set of triples.

    The engine itself would list a triple that stands in two of them twice.
    """
    names = [ox.NamedNode(iri) for iri in named]
    graphs = [ox.NamedNode(iri) for iri in dict.fromkeys(default)]
    if len(graphs) < 2:
        return store, {"default_graph": graphs, "named_graphs": names}
    scratch = ox.Store()
    for graph in graphs:
        scratch.extend(_unnamed(store.quads_for_pattern(None, None, None, graph)))
    for graph in names:
        scratch.extend(store.quads_for_pattern(None, None, None, graph))
    return scratch, {"default_graph": [ox.DefaultGraph()], "named_graphs": names}


def _unnamed(quads: Iterable[ox.Quad]) -> Iterable[ox.Quad]:
    return (ox.Quad(q.subject, q.predicate, q.object) for q in quads)


def confine(memory: int) -> None:
    """Takes from this process the means to do harm: files, sockets, core dumps, and memory beyond a budget."""
    for limit, value in ((resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_NOFILE, 0)):
        resource.setrlimit(limit, (value, value))
    if memory:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
