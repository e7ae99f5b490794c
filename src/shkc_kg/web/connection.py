"""An HTTP connection that strangers can't hold open: headers are bounded in size and in time, answers in time."""

from __future__ import annotations

import asyncio
import socket
import struct
from typing import ClassVar, Final
from urllib.parse import quote_from_bytes

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from shkc_kg.web.app import Application
from shkc_kg.web.exchange import from_problem
from shkc_kg.web.limits import Limits
from shkc_kg.web.problems import Problem
from shkc_kg.web.shortcut import Recent, Shortcut, is_plain

__all__ = ["Connection", "guarded"]

_AS_IS: Final = bytes(range(0x20, 0x7F)).decode()


class Connection(HttpToolsProtocol):
    """uvicorn's connection with limits on the request's head and on readers that stall."""

    limits: ClassVar[Limits]
    application: ClassVar[Application]
    recent: ClassVar[Recent]
    _head_bytes = 0
    _timer: asyncio.TimerHandle | None = None
    _stalled: asyncio.TimerHandle | None = None
    _in_head = True

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)  # type: ignore[arg-type]
        self._timer = self.loop.call_later(self.limits.header_seconds, self._too_slow)

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_timer()
        self.resume_writing()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if not (self._head_bytes or data.isascii()):
            data = _ascii_line(data)
        self._head_bytes += len(data)
        super().data_received(data)
        if self._in_head and self._head_bytes and self._timer is None:
            self._timer = self.loop.call_later(self.limits.header_seconds, self._too_slow)
        # A body in the same segment is counted too: the bound is generous, the count cheap.
        if self._in_head and self._head_bytes > self.limits.header_bytes and not self.transport.is_closing():
            self._turn_away(Problem("headers-too-large", limit=self.limits.header_bytes))

    def pause_writing(self) -> None:
        super().pause_writing()
        self._stalled = self.loop.call_later(self.limits.send_seconds, self._hang_up)

    def resume_writing(self) -> None:
        if self._stalled is not None:
            self._stalled.cancel()
            self._stalled = None
        super().resume_writing()

    def timeout_keep_alive_handler(self) -> None:
        # Closing waits for the reader to take the rest, which one that reads nothing never does.
        if self.transport.get_write_buffer_size():
            self._hang_up()
        else:
            super().timeout_keep_alive_handler()

    def _hang_up(self) -> None:
        """Ends the connection for the system too, which would go on to offer what is left for minutes."""
        own = self.transport.get_extra_info("socket")
        own.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.transport.abort()

    def send_400_response(self, msg: str) -> None:
        self._turn_away(Problem("bad-request", reason="this is no HTTP request as RFC 9112 has it"))

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._in_head = True

    def on_header(self, name: bytes, value: bytes) -> None:
        # Fields may also come behind a body in pieces, and those belong to no head.
        if self._in_head and len(self.headers) <= self.limits.header_fields:
            super().on_header(name, value)

    def on_headers_complete(self) -> None:
        self._in_head = False
        self._stop_timer()
        refusal = self._refusal()
        if refusal:
            self._turn_away(refusal)
        elif is_plain(self, self.parser.get_method()):
            self._take_shortcut()
        else:
            super().on_headers_complete()

    def _refusal(self) -> Problem | None:
        """Why a request gets no answer, whatever it asks."""
        limits = self.limits
        if len(self.url) > limits.url_bytes:
            return Problem("uri-too-long", limit=limits.url_bytes)
        if len(self.headers) > limits.header_fields:
            return Problem("too-many-headers", limit=limits.header_fields)
        if [name for name, _ in self.headers].count(b"host") != 1 and self.parser.get_http_version() == "1.1":
            return Problem("bad-request", reason="a request names one Host")
        if len(self.connections) >= limits.connections:
            return Problem("busy")
        return None

    def _take_shortcut(self) -> None:
        shortcut = Shortcut(self, self.application.site, self.recent)
        # To the rest of this class it is what a cycle is.
        self.cycle = shortcut  # type: ignore[assignment]
        shortcut.begin()

    def dated(self) -> bytes:
        """The server's own header lines."""
        return b"".join([b"%b: %b\r\n" % header for header in self.server_state.default_headers])

    def on_body(self, body: bytes) -> None:
        if not self.transport.is_closing():  # what was turned away may still send
            super().on_body(body)

    def on_message_complete(self) -> None:
        if self.transport.is_closing():
            return
        super().on_message_complete()
        self._in_head = True
        self._head_bytes = 0

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _too_slow(self) -> None:
        self._timer = None
        if self.cycle and not self.cycle.response_complete:
            # A part of the next request came while this one is answered: it may wait.
            self._timer = self.loop.call_later(self.limits.header_seconds, self._too_slow)
        elif self._head_bytes:
            self._turn_away(Problem("slow-request"))
        else:
            self.transport.close()

    def _turn_away(self, problem: Problem) -> None:
        """Answers without reading on, and closes."""
        answer = from_problem(problem)
        head = f"HTTP/1.1 {answer.status} {problem.kind.title}\r\n"
        head += f"content-type: {answer.media}\r\ncontent-length: {len(answer.body)}\r\n"
        head += "access-control-allow-origin: *\r\nconnection: close\r\n\r\n"
        self.transport.write(head.encode() + answer.body)
        self.transport.close()


def _ascii_line(data: bytes) -> bytes:
    """The request with its first line in ASCII: Chinese letters in an address mean the same as percent-encoded ones.

    The parser refuses them; curl, scripts and links typed by hand send them.
    """
    line, end, rest = data.partition(b"\r\n")
    return quote_from_bytes(line, safe=_AS_IS).encode() + end + rest


def guarded(application: Application) -> type[Connection]:
    """The connection class of a server of this application."""
    limits = application.limits
    shared = {"limits": limits, "application": application, "recent": Recent(limits.cache_bytes // 2)}
    return type("GuardedConnection", (Connection,), shared)
