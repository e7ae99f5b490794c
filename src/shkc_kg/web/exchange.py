"""One HTTP request and its answer, as plain data; the ASGI messages are known here only."""

from __future__ import annotations

import asyncio
import json
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable, MutableMapping
from dataclasses import dataclass, field
from typing import IO, Any, Final
from urllib.parse import unquote_to_bytes

from shkc_kg.web.negotiate import encoding
from shkc_kg.web.problems import Problem

try:
    import brotli
except ImportError:  # gzip alone, then
    brotli = None

__all__ = ["Answer", "Headers", "Request", "from_problem", "packed", "send"]

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Headers = list[tuple[bytes, bytes]]

# Everything here is public and read-only, so any page may read any answer, errors too.
CORS: Final[Headers] = [
    (b"access-control-allow-origin", b"*"),
    (b"access-control-expose-headers", b"ETag, Link, Content-Location, Retry-After, X-SPARQL-MaxRows"),
]
_MOST_PAIRS: Final = 1000
_NOSNIFF: Final = (b"x-content-type-options", b"nosniff")
_PIECE: Final = 2**17
_CODINGS: Final = ("gzip", "br") if brotli else ("gzip",)
_WORTH_PACKING: Final = 700


@dataclass(frozen=True, slots=True)
class Request:
    """What a client asks; header names are in lower case, ``path`` is decoded, parameters keep order and repeats."""

    method: str
    path: str
    raw_path: str
    query: bytes
    headers: dict[bytes, bytes]
    client: str
    receive: Receive
    body_seconds: float

    @classmethod
    def of(cls, scope: Scope, receive: Receive, body_seconds: float) -> Request:
        """The request of an ASGI scope."""
        client = scope.get("client")
        headers: dict[bytes, bytes] = {}
        for name, value in scope["headers"]:
            # Several Accept lines mean one list (RFC 9110 §5.3).
            headers[name] = headers[name] + b", " + value if name in headers else value
        address = client[0] if client else ""
        raw = scope["raw_path"].decode("ascii")
        return cls(scope["method"], scope["path"], raw, scope["query_string"], headers, address, receive, body_seconds)

    def header(self, name: bytes) -> str | None:
        """A header's text."""
        value = self.headers.get(name)
        return None if value is None else value.decode("latin-1")

    @property
    def parameters(self) -> list[tuple[str, str]]:
        """The pairs of the query string."""
        return pairs(self.query)

    def parameter(self, name: str) -> str | None:
        """The first value of a parameter."""
        return next((value for key, value in self.parameters if key == name), None)

    async def body(self, limit: int) -> bytes:
        """The whole body; a :class:`Problem` where it is longer than ``limit`` bytes or comes too slowly."""
        coding = self.header(b"content-encoding")
        if coding and coding.strip().lower() != "identity":
            raise Problem("content-coding", got=coding[:50])  # so nothing small can become large here
        declared = self.header(b"content-length")
        if declared and declared.isdigit() and int(declared) > limit:
            raise Problem("content-too-large", limit=limit)
        parts: list[bytes] = []
        size = 0
        try:
            async with asyncio.timeout(self.body_seconds):
                while True:
                    message = await self.receive()
                    if message["type"] == "http.disconnect":
                        raise Problem("bad-request", reason="the request ended before its body was complete")
                    parts.append(message.get("body", b""))
                    size += len(parts[-1])
                    if size > limit:
                        raise Problem("content-too-large", limit=limit)
                    if not message.get("more_body", False):
                        return b"".join(parts)
        except TimeoutError:
            raise Problem("slow-request") from None


def pairs(encoded: bytes) -> list[tuple[str, str]]:
    """The pairs of a query string or form; a :class:`Problem` where they are not UTF-8 or too many.

    >>> pairs(b"query=ASK+%7B%7D&graph=%E5%9B%BE")
    [('query', 'ASK {}'), ('graph', '图')]
    """
    if not encoded:
        return []
    parts = encoded.split(b"&", _MOST_PAIRS)
    if len(parts) > _MOST_PAIRS:
        raise Problem("bad-request", reason=f"more than {_MOST_PAIRS} parameters")
    return [(unquoted(name), unquoted(value)) for name, _, value in (part.partition(b"=") for part in parts if part)]


def unquoted(encoded: bytes) -> str:
    """The text of a percent-encoded name or value; a :class:`Problem` where it is not UTF-8."""
    plain = encoded.replace(b"+", b" ")
    if b"%" in plain:
        try:
            # Python's own decoder of \xNN does in 2 µs what urllib does in 14; each backslash is doubled, so that
            # only ours count. It refuses a lone %, which urllib lets stand.
            plain = plain.replace(b"\\", b"\\\\").replace(b"%", b"\\x").decode("unicode_escape").encode("latin-1")
        except UnicodeDecodeError:
            plain = unquote_to_bytes(plain)
    try:
        return plain.decode("utf-8")
    except UnicodeDecodeError:
        raise Problem("bad-request", reason="the parameters are not percent-encoded UTF-8") from None


@dataclass(slots=True)
class Answer:
    """A status, headers and a body: bytes, or an open file that is closed when sent."""

    status: int = 200
    media: str = "text/plain; charset=utf-8"
    body: bytes = b""
    file: IO[bytes] | None = None
    size: int | None = None
    headers: Headers = field(default_factory=list)

    def with_header(self, name: bytes, value: str) -> Answer:
        """The same answer with one more header; its value may hold ASCII only, and no line break."""
        self.headers.append((name, value.encode("ascii", "replace").replace(b"\r", b" ").replace(b"\n", b" ")))
        return self


def from_problem(problem: Problem) -> Answer:
    """The answer that states a problem, in JSON (RFC 9457)."""
    kind = problem.kind
    body = {"type": f"/problems#{problem.code}", "title": kind.title, "status": kind.status, "detail": problem.detail}
    data = {k: v for k, v in problem.data.items() if k in ("line", "column") and v is not None}
    text = json.dumps(body | data, ensure_ascii=False, indent=1) + "\n"
    answer = Answer(kind.status, "application/problem+json; charset=utf-8", text.encode("utf-8", "replace"))
    answer.headers = [(n.encode(), v.encode()) for n, v in kind.headers] + [(b"cache-control", b"no-store")]
    if "allow" in problem.data:
        answer.with_header(b"allow", problem.data["allow"])
    return answer


def packed(answer: Answer, accepted: bytes | None) -> tuple[Headers, bytes]:
    """The headers to send, and the body as it is sent: compressed where the client takes that and it is worth it.

    The body of an answer from a file is empty here; it is compressed piece by piece if the headers say so.
    """
    headers: Headers = [*answer.headers, *CORS, _NOSNIFF]
    if answer.status in (204, 304):
        return headers, b""
    headers.append((b"content-type", answer.media.encode()))
    body = answer.body
    size = len(body) if answer.file is None else answer.size
    if (
        accepted
        and (size is None or size >= _WORTH_PACKING)
        and (coding := encoding(accepted.decode("latin-1"), _CODINGS))
    ):
        headers.append((b"content-encoding", coding.encode()))
        body = _pack(body, coding) if answer.file is None else body
        size = len(body) if answer.file is None else None
    if size is not None:
        headers.append((b"content-length", b"%d" % size))
    return headers, body


async def send(answer: Answer, request_headers: dict[bytes, bytes], out: Send, seconds: float) -> None:
    """Sends an answer; a reader that stalls is given up after ``seconds``."""
    headers, body = packed(answer, request_headers.get(b"accept-encoding"))
    await out({"type": "http.response.start", "status": answer.status, "headers": headers})
    if answer.file is None:
        await out({"type": "http.response.body", "body": body})
        return
    coding = next((value.decode() for name, value in headers if name == b"content-encoding"), None)
    with answer.file as file:
        async for piece in _pieces(file, coding):
            async with asyncio.timeout(seconds):
                await out({"type": "http.response.body", "body": piece, "more_body": True})
        await out({"type": "http.response.body", "body": b""})


class _Packer:
    """One compression under way, whatever its coding."""

    def __init__(self, coding: str) -> None:
        if coding == "br":
            brotlied = brotli.Compressor(quality=4)
            self.take, self.end = brotlied.process, brotlied.finish
        else:
            zipped = zlib.compressobj(5, wbits=31)
            self.take, self.end = zipped.compress, zipped.flush


def _pack(body: bytes, coding: str) -> bytes:
    packer = _Packer(coding)
    return bytes(packer.take(body) + packer.end())


async def _pieces(file: IO[bytes], coding: str | None) -> AsyncIterator[bytes]:
    """The file's bytes in pieces, so that an answer of any size takes the same memory."""
    packer = _Packer(coding) if coding else None
    while piece := file.read(_PIECE):
        if packer is None:
            yield piece
        elif out := packer.take(piece):
            yield out
    if packer is not None:
        yield packer.end()
