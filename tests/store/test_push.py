"""A graph sent to a real SPARQL server of somebody else: Oxigraph's, on loopback."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import httpx
import pytest
from pyoxigraph import RdfFormat, parse
from tests.graph.samples import READING

from shkc_kg.errors import StoreError
from shkc_kg.graph.nquads import nquads
from shkc_kg.graph.quads import state
from shkc_kg.names import DEFAULT_BASE, Namer
from shkc_kg.store.push import push

OXIGRAPH = Path(sys.executable).with_name("oxigraph")
QUADS = tuple(state(READING, Namer()))
THEIRS = b"<urn:theirs> <urn:p> <urn:o> <urn:their-graph> .\n"
STALE = f"<urn:s> <urn:p> <urn:o> <{DEFAULT_BASE}graph/of-an-earlier-build> .\n".encode()


def _free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def server() -> Iterator[str]:
    """Oxigraph's server, in memory, holding a graph of its owner and one of an earlier build of ours."""
    address = f"127.0.0.1:{_free_port()}"
    process = subprocess.Popen([OXIGRAPH, "serve", "--bind", address], stderr=subprocess.PIPE)
    assert process.stderr is not None
    for line in process.stderr:
        if b"Listening" in line:
            break
    held = httpx.post(
        f"http://{address}/store", content=THEIRS + STALE, headers={"Content-Type": "application/n-quads"}
    )
    held.raise_for_status()
    yield f"http://{address}"
    process.terminate()
    process.wait()
    process.stderr.close()


def _dump(server: str) -> bytes:
    dumped = httpx.get(f"{server}/store", headers={"Accept": "application/n-quads"})
    return nquads(parse(dumped.content, format=RdfFormat.N_QUADS))


def _ours(server: str) -> bytes:
    lines = _dump(server).splitlines(keepends=True)
    return b"".join(line for line in lines if line.rpartition(b" <")[2].startswith(DEFAULT_BASE.encode()))


def test_an_update_replaces_our_graphs_and_leaves_theirs(server: str) -> None:
    assert push(f"{server}/update", QUADS, DEFAULT_BASE) == "SPARQL Update"
    assert _ours(server) == nquads(QUADS)
    assert THEIRS in _dump(server)


def test_a_second_push_changes_nothing(server: str) -> None:
    push(f"{server}/update", QUADS, DEFAULT_BASE)
    once = _dump(server)
    push(f"{server}/update", QUADS, DEFAULT_BASE)
    assert _dump(server) == once


def test_a_graph_larger_than_a_batch_arrives_whole(server: str) -> None:
    push(f"{server}/update", QUADS, DEFAULT_BASE, batch=1000)
    assert _ours(server) == nquads(QUADS)


def test_a_graph_store_takes_graph_by_graph(server: str) -> None:
    assert push(f"{server}/store", QUADS, DEFAULT_BASE) == "Graph Store Protocol"
    assert _ours(server).replace(STALE, b"") == nquads(QUADS)
    assert THEIRS in _dump(server)


def test_the_pushed_graph_answers(server: str) -> None:
    push(f"{server}/update", QUADS, DEFAULT_BASE)
    query = f"ASK {{ GRAPH ?g {{ <{DEFAULT_BASE}id/示范论坛> ?p ?o }} }}"
    answer = httpx.get(
        f"{server}/query", params={"query": query}, headers={"Accept": "application/sparql-results+json"}
    )
    assert answer.json()["boolean"] is True


class Refusing(BaseHTTPRequestHandler):
    """A server that lets nobody write."""

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_error(403, "ask the owner")

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


def test_a_refusal_is_told_with_its_reason() -> None:
    server = HTTPServer(("127.0.0.1", 0), Refusing)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        with pytest.raises(StoreError, match=r"refused the graph \(403"):
            push(f"http://127.0.0.1:{server.server_port}/update", QUADS, DEFAULT_BASE)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_no_server_is_told() -> None:
    with pytest.raises(StoreError, match="can't be reached"):
        push(f"http://127.0.0.1:{_free_port()}/update", QUADS, DEFAULT_BASE)


@pytest.mark.parametrize("address", ["localhost:7878", "file:///tmp/x", "ftp://example.org/"])
def test_what_is_no_address_of_the_web_is_refused(address: str) -> None:
    with pytest.raises(StoreError, match="is no address"):
        push(address, QUADS, DEFAULT_BASE)
