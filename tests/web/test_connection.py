"""What strangers do to connections: each is answered and ended, and what reads differently in two ways is not read."""

from __future__ import annotations

import gzip
import select
import socket
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from tests.web.conftest import Server, There
from tests.web.test_attack import POST, problem

from shkc_kg.web.shortcut import Recent


def raw(server: There, *pieces: bytes) -> bytes:
    """What the server says to these bytes, until it closes."""
    with socket.create_connection(server.address, timeout=20) as connection:
        for piece in pieces:
            connection.sendall(piece)
        return b"".join(iter(lambda: connection.recv(65536), b""))


@pytest.fixture(scope="module")
def impatient(store: Path) -> Iterator[There]:
    server = There(store, '{"header_seconds": 0.3, "body_seconds": 0.3, "deadline": 1, "stop_seconds": 2}')
    yield server
    assert server.stop() == (0, "")


def test_headers_that_never_end_are_408(impatient: There) -> None:
    assert raw(impatient, b"GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ").startswith(b"HTTP/1.1 408 ")


def test_a_body_that_never_comes_is_408(impatient: There) -> None:
    head = (
        b"POST /sparql HTTP/1.1\r\nHost: a\r\nContent-Type: application/sparql-query\r\nContent-Length: 100\r\n\r\nASK"
    )
    assert raw(impatient, head).startswith(b"HTTP/1.1 408 ")


def test_a_silent_connection_is_closed(impatient: There) -> None:
    assert raw(impatient) == b""


def test_headers_without_end_are_431(there: There) -> None:
    assert raw(there, b"GET / HTTP/1.1\r\nHost: a\r\nX: ", b"x" * 2**17).startswith(b"HTTP/1.1 431 ")


def test_an_address_without_end_is_414(there: There) -> None:
    assert raw(there, b"GET /" + b"x" * 70_000 + b" HTTP/1.1\r\nHost: a\r\n\r\n").startswith(b"HTTP/1.1 414 ")


def test_a_declared_giant_is_413_before_it_is_read(there: There) -> None:
    assert raw(there, POST + b"Connection: close\r\nContent-Length: 99999999999\r\n\r\n").startswith(b"HTTP/1.1 413 ")


def test_bytes_that_are_no_http_are_400(there: There) -> None:
    assert raw(there, b"\x16\x03\x01\x02\x00\x01\r\n\r\n").startswith(b"HTTP/1.1 400 ")


CHUNKED = b"Transfer-Encoding: chunked\r\n"
SMUGGLED = b"GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n"


@pytest.mark.parametrize(
    "head",
    [
        POST + b"Content-Length: 6\r\n" + CHUNKED,
        POST + b"Content-Length: 6\r\nContent-Length: 7\r\n",
        POST + b"Content-Length: +6\r\n",
        POST + b"Content-Length: -6\r\n",
        POST + b"Content-Length : 6\r\n",
        POST + b"Transfer-Encoding: xchunked\r\n",
        POST + b"Transfer-Encoding: chunked, identity\r\n",
        b"GET /health HTTP/1.1\nHost: a\n",
        b"GET /health HTTP/1.1\r\nHost: a\r\nX: a\r\n b\r\n",
        b"GET /health HTTP/1.1\r\n",
        b"GET /health HTTP/1.1\r\nHost: a\r\nHost: b\r\n",
        "GET /id/甲\r HTTP/1.1\r\nHost: a\r\n".encode(),
    ],
)
def test_what_two_servers_could_read_differently_is_400_and_the_end(there: There, head: bytes) -> None:
    said = raw(there, head + b"\r\n0\r\n\r\n" + SMUGGLED)
    assert said.startswith(b"HTTP/1.1 400 ")
    assert said.count(b"HTTP/1.1 ") == 1
    assert b"access-control-allow-origin: *" in said


def test_the_body_of_a_get_is_no_request(there: There) -> None:
    for where in (b"/health", b"/sparql?query=ASK%7B%7D"):
        told = raw(
            there,
            b"GET %b HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%b"
            % (where, len(SMUGGLED), SMUGGLED),
        )
        assert told.startswith(b"HTTP/1.1 200 ")
        assert told.count(b"HTTP/1.1 ") == 1


def test_too_many_header_fields_are_431(there: There) -> None:
    assert raw(there, b"GET / HTTP/1.1\r\nHost: a\r\n" + b"a:b\r\n" * 101 + b"\r\n").startswith(b"HTTP/1.1 431 ")


def test_fields_behind_a_body_are_not_kept(there: There) -> None:
    body = POST + b"Connection: close\r\n" + CHUNKED + b"\r\n6\r\nASK {}\r\n0\r\n" + b"a:b\r\n" * 50_000 + b"\r\n"
    assert raw(there, body).startswith(b"HTTP/1.1 200 ")


@pytest.mark.parametrize("coding", ["gzip", "br", "deflate", "x"])
@pytest.mark.parametrize("path", ["/sparql", "/reconcile"])
def test_a_packed_body_is_not_unpacked(server: Server, path: str, coding: str) -> None:
    sent = {"content-type": "application/x-www-form-urlencoded", "content-encoding": coding}
    answer = server.post(path, content=gzip.compress(b"query=ASK{}" + b" " * 2**20), headers=sent)
    assert (answer.status_code, problem(answer)) == (415, "content-coding")


def test_a_reader_who_stalls_is_given_up(store: Path) -> None:
    """One who asks for more than fits into the buffers between us, and takes none of it."""
    server = There(store, '{"send_seconds": 0.3, "idle_seconds": 1, "deadline": 30}')
    large = quote("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } LIMIT 20000")
    for way in (f"/sparql?query={large}", f"/sparql?format=csv&query={large}"):
        with socket.socket() as connection:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            connection.settimeout(30)
            connection.connect(server.address)
            connection.sendall(f"GET {way} HTTP/1.1\r\nHost: a\r\n\r\n".encode())
            assert select.select([connection], [], [], 30)[0]
            poll = select.poll()
            poll.register(connection, select.POLLHUP | select.POLLERR)
            assert poll.poll(30_000)  # the server has hung up, though nothing was read
    assert server.stop() == (0, "")


def test_long_addresses_are_counted_in_what_is_kept() -> None:
    recent = Recent(capacity=1_000_000)
    for number in range(100):
        recent.put((b"/sparql?query=ASK{}#%d" % number + b"x" * 60_000, b"", b""), 0, b"small")
    kept = sum(recent.get((b"/sparql?query=ASK{}#%d" % n + b"x" * 60_000, b"", b""), 0) is not None for n in range(100))
    assert 0 < kept < 20


def test_a_number_of_any_length_is_told(server: Server) -> None:
    for limit in ("9" * 5000, "0", "-1", "²", "1.5"):
        assert server.get("/api/search", params={"q": "甲", "limit": limit}).status_code == 400


@pytest.mark.parametrize(
    "path", ["/id/%0d%0aX-Evil:1", "/sparql?format=%0d%0aX-Evil:1&query=ASK{}", "/store?graph=a:%0d%0aX-Evil:1"]
)
def test_no_header_can_be_injected(server: Server, path: str) -> None:
    assert "x-evil" not in server.get(path).headers
