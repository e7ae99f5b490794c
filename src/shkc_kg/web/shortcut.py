"""The short way of a plain ``GET /sparql?query=...``: from the parsed head straight to the workers and back.

It answers the same bytes as the application does, without a scope, a task and messages for each request, which cost
more than a small query itself (measured in ``decisions/endpoint-workers.md``). What is not plain takes the usual way.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Final

from shkc_kg.web.cache import Cache
from shkc_kg.web.exchange import Answer, Request, packed
from shkc_kg.web.job import Outcome
from shkc_kg.web.pages import told
from shkc_kg.web.problems import Problem
from shkc_kg.web.protocol import operation
from shkc_kg.web.site import Edition, Site

if TYPE_CHECKING:
    from shkc_kg.web.connection import Connection

__all__ = ["Recent", "Shortcut", "is_plain"]

_log: Final = logging.getLogger("shkc_kg.web")
_PATH: Final = b"/sparql?"
_STATUS: Final = {200: b"HTTP/1.1 200 OK\r\n", 304: b"HTTP/1.1 304 Not Modified\r\n"}
# With one of these, a request is not plain.
_UNUSUAL: Final = frozenset({b"content-length", b"transfer-encoding", b"expect", b"upgrade"})
_PIECE: Final = 2**17
# What Python takes for an entry besides its bytes.
_OVERHEAD: Final = 500


class Recent:
    """Whole answers by the bytes that asked for them: address, Accept, Accept-Encoding."""

    def __init__(self, capacity: int) -> None:
        self._answers: Cache[bytes] = Cache(capacity)
        self._generation = 0

    def get(self, key: tuple[bytes, ...], generation: int) -> bytes | None:
        """The answer without its status line and date, if it is of the dataset that is published now."""
        if generation != self._generation:
            self._answers.clear()
            self._generation = generation
        return self._answers.get(key)

    def put(self, key: tuple[bytes, ...], generation: int, answer: bytes) -> None:
        """Keeps an answer, unless the dataset changed while it was made."""
        if generation == self._generation:
            # An address may be longer than its answer by far, and is kept too.
            self._answers.put(key, answer, len(answer) + sum(map(len, key)) + _OVERHEAD)


def is_plain(connection: Connection, method: bytes) -> bool:
    """Whether a request may take the short way; its connection is free for an answer."""
    return (
        method == b"GET"
        and connection.url.startswith(_PATH)
        and (connection.cycle is None or connection.cycle.response_complete)
        and connection.parser.get_http_version() == "1.1"
        and connection.parser.should_keep_alive()
        and not _UNUSUAL.intersection(dict(connection.headers))
    )


class Shortcut:
    """One request on the short way; to uvicorn's connection it is the cycle that is going on."""

    def __init__(self, connection: Connection, site: Site, recent: Recent) -> None:
        self._connection, self._site, self._recent = connection, site, recent
        self._outcome: asyncio.Future[Outcome] | None = None
        self._edition: Edition = site.edition
        self._generation = site.generation
        self.response_complete = self.disconnected = self.heavy = False
        self.keep_alive = True
        # The connection wakes the cycle through this when the client has left.
        self.message_event = self

    def begin(self) -> None:
        """Answers at once, or starts the query."""
        headers = dict(self._connection.headers)
        accepted = headers.get(b"accept-encoding")
        self._key = (self._connection.url, headers.get(b"accept", b""), accepted or b"")
        if b"if-none-match" not in headers and (known := self._recent.get(self._key, self._generation)):
            self._write(200, known)
            return
        self._accepted = accepted
        client = self._connection.client[0] if self._connection.client else ""
        query = self._connection.url[len(_PATH) :].partition(b"#")[0]
        self._request = Request("GET", "/sparql", "/sparql", query, headers, client, _nothing, 0)
        try:
            self._ask(self._request)
        except Problem as problem:
            self._send(told(self._request, problem))

    def _ask(self, request: Request) -> None:
        site = self._site
        asked = operation(request, None, site.limits)
        if asked is None:
            raise Problem("bad-request", reason="query= is missing")
        tag = site.tag(asked)
        answer = site.at_once(request, asked, tag)
        if answer:
            self._send(answer)
            return
        self._asked, self._tag = asked, tag
        self._outcome = site.start(self._edition, request.client, asked, self._watch)
        self._outcome.add_done_callback(self._end)

    def _watch(self) -> None:
        self.heavy = True
        if self.disconnected:
            self.set()

    def set(self) -> None:
        """The client has left: a query that takes long is ended, a brief one ends by itself."""
        if self.disconnected and self.heavy and self._outcome and not self._outcome.done():
            self._edition.pool.abandon(self._outcome)

    def _end(self, outcome: asyncio.Future[Outcome]) -> None:
        if outcome.cancelled() or self.disconnected:
            self.response_complete = True
            return
        try:
            found = outcome.result()
            self._site.keep(found, self._tag)
            answer = self._site.shaped(found, self._asked, self._tag)
        except Problem as problem:
            answer = told(self._request, self._site.filled(problem, self._asked))
        self._send(answer)

    def _send(self, answer: Answer) -> None:
        if answer.file:
            answer.size = answer.size or 0
            self._accepted = None  # what comes from a file goes out as it is
        headers, body = packed(answer, self._accepted)
        head = b"".join([b"%b: %b\r\n" % header for header in headers])
        if answer.file:
            self._task = asyncio.ensure_future(self._send_file(answer, head))
            return
        rest = head + b"\r\n" + body
        if answer.status == 200 and any(name == b"etag" for name, _ in answer.headers):
            self._recent.put(self._key, self._generation, rest)
        self._write(answer.status, rest)

    def _write(self, status: int, rest: bytes) -> None:
        connection = self._connection
        if not self.keep_alive:
            rest = b"connection: close\r\n" + rest
        connection.transport.write(_status(status) + connection.dated() + rest)
        self._complete()

    def _complete(self) -> None:
        self.response_complete = True
        if not self.keep_alive:
            self._connection.transport.close()
        self._connection.on_response_complete()

    async def _send_file(self, answer: Answer, head: bytes) -> None:
        connection = self._connection
        if answer.file is None:
            return
        with answer.file as file:
            connection.transport.write(_status(answer.status) + connection.dated() + head + b"\r\n")
            while not self.disconnected and (piece := file.read(_PIECE)):
                connection.transport.write(piece)
                try:
                    async with asyncio.timeout(self._site.limits.send_seconds):
                        await connection.flow.drain()
                except TimeoutError:
                    connection.transport.abort()
                    return
        self._complete()


def _status(code: int) -> bytes:
    return _STATUS.get(code) or b"HTTP/1.1 %d \r\n" % code


async def _nothing() -> dict[str, str]:
    return {"type": "http.disconnect"}
