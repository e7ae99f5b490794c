"""One query worker: a process that holds the graph in memory, answers one query at a time, and may be killed.

It is forked from the workshop, so that a new one costs a millisecond and shares the graph's memory.
It has no way to the network and to files: after start it may not open a single further file or socket.
"""

from __future__ import annotations

import json
import marshal
import resource
import socket
from typing import Any, Final

import pyoxigraph as ox

from shkc_kg.complaint import complaint
from shkc_kg.names import PREFIXES
from shkc_kg.web import copies
from shkc_kg.web.evaluate import evaluate
from shkc_kg.web.refusal import Refused
from shkc_kg.web.scan import read, scan
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
_QUADS: Final = frozenset({"trig", "nq", "jsonld"})


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


def answer_all(store: ox.Store, connection: socket.socket, limits: dict[str, Any]) -> None:
    """Answers the tasks that come in over the connection, until it ends."""
    stream = connection.makefile("rb")
    while (sent := read_frame(stream)) is not None:
        task = marshal.loads(sent[1])  # noqa: S302 - by the server itself
        try:
            _answer(store, task, connection, limits)
        except Refused as refusal:
            _refuse(connection, refusal.code, refusal.data)
        except SyntaxError as error:
            _refuse(connection, *_malformed(error, task["query"]))
        except MemoryError:
            _refuse(connection, "out-of-memory", {})
        except (OSError, ValueError, RuntimeError) as error:
            _refuse(connection, "evaluation", {"reason": str(error)})


def _malformed(error: SyntaxError, query: str) -> tuple[str, dict[str, object]]:
    """What is wrong with a query that the engine did not understand: an update is no query."""
    keyword = read(query).update
    return ("update", {"keyword": keyword}) if keyword else ("malformed-query", complaint(str(error), query))


def _refuse(connection: socket.socket, code: str, data: dict[str, object]) -> None:
    connection.sendall(frame(ERROR, json.dumps({"code": code, **data}, ensure_ascii=False).encode()))


def _answer(store: ox.Store, task: dict[str, Any], connection: socket.socket, limits: dict[str, Any]) -> None:
    do = task["do"]
    if do == "query":
        _query(store, task, connection, limits)
        return
    outlet = Outlet(connection, b"", 0)
    name = task["graph"]
    quads = copies.COPIES[do](store, task["query"])
    ox.serialize(quads if name in _QUADS else copies.triples(quads), outlet, _RDF[name], prefixes=PREFIXES)  # type: ignore[arg-type]
    outlet.end(b"G")


def _query(store: ox.Store, task: dict[str, Any], connection: socket.socket, limits: dict[str, Any]) -> None:
    seen = scan(task["query"])
    results = evaluate(store, task, seen, limits)
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


def confine(memory: int, handles: int = 0) -> None:
    """Takes from this process the means to do harm: files, sockets, core dumps, and memory beyond a budget."""
    for limit, value in ((resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_NOFILE, handles)):
        resource.setrlimit(limit, (value, value))
    if memory:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
