"""What can be answered instead of data: one row a problem, with its HTTP status and its sentence (RFC 9457)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

__all__ = ["PROBLEMS", "Kind", "Problem"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A row: the status, a short title, the sentence to fill, and headers that always go with it."""

    status: int
    title: str
    detail: str
    headers: tuple[tuple[str, str], ...] = ()


_RETRY: Final = (("retry-after", "5"),)

PROBLEMS: Final[dict[str, Kind]] = {
    "malformed-query": Kind(400, "Malformed query", "line {line}, column {column}: {reason}"),
    "bad-request": Kind(400, "Bad request", "{reason}"),
    "update": Kind(400, "Updates are refused", "{keyword} would change data; this server only reads"),
    "service": Kind(
        400, "SERVICE is refused", "this server sends no requests to others; run the federated query on your side"
    ),
    "service-unknown": Kind(400, "SERVICE is refused", "this server calls only those on its list; {iri} is not"),
    "nesting": Kind(400, "Nested too deeply", "brackets are nested deeper than {limit}"),
    "too-complex": Kind(
        400, "Query too complex", "the query's nesting or its chains are too long for the engine's stack"
    ),
    "evaluation": Kind(400, "Query can't be evaluated", "{reason}"),
    "slow-request": Kind(408, "Request too slow", "the request did not arrive in time", (("connection", "close"),)),
    "not-found": Kind(404, "Not found", "{reason}"),
    "method": Kind(405, "Method not allowed", "this address answers {allow}"),
    "not-acceptable": Kind(406, "Not acceptable", "a {kind} answer comes as: {offered}"),
    "content-too-large": Kind(413, "Content too large", "a query may have {limit} bytes"),
    "too-many-queries": Kind(413, "Too many queries", "a batch may have {limit} queries; send the rest in another one"),
    "uri-too-long": Kind(414, "URI too long", "an address may have {limit} bytes; send long queries by POST"),
    "media-type": Kind(
        415,
        "Unsupported media type",
        "send application/sparql-query, or application/x-www-form-urlencoded with query=, in UTF-8; got {got}",
    ),
    "content-coding": Kind(415, "Unsupported content coding", "send the body as it is; it came as {got}"),
    "rate": Kind(429, "Too many requests", "this address sent more than {rate:g} queries a second", _RETRY),
    "headers-too-large": Kind(431, "Headers too large", "the request's headers may have {limit} bytes"),
    "our-mistake": Kind(500, "Our mistake", "the server made a mistake; it is in its log"),
    "too-many-headers": Kind(431, "Too many headers", "the request may have {limit} header fields"),
    "worker-lost": Kind(503, "Interrupted", "the process that ran this query ended; send it again", _RETRY),
    "busy": Kind(503, "Busy", "too many queries are waiting; send it again in some seconds", _RETRY),
    "stopping": Kind(503, "Stopping", "the server is being stopped", _RETRY),
    "deadline": Kind(504, "Time is up", "the query ran longer than {seconds:g} seconds; narrow it or add a LIMIT"),
    "out-of-memory": Kind(507, "Out of memory", "the query needed more than {megabytes} MB; narrow it or add a LIMIT"),
    "too-many-rows": Kind(
        507, "Too many rows", "the answer has more than {rows} rows; add a LIMIT and OFFSET, or take /dataset.nq"
    ),
    "too-large": Kind(
        507, "Answer too large", "the answer has more than {megabytes} MB; add a LIMIT and OFFSET, or take /dataset.nq"
    ),
}


class Problem(Exception):  # noqa: N818 - RFC 9457 calls it so
    """An answer that is an error, with the data that its sentence needs."""

    def __init__(self, code: str, **data: object) -> None:
        super().__init__(code)
        self.code = code
        self.data: dict[str, Any] = data

    @property
    def kind(self) -> Kind:
        """The row of the table."""
        return PROBLEMS[self.code]

    @property
    def detail(self) -> str:
        """The sentence for the reader."""
        kind = self.kind
        if self.code == "malformed-query" and self.data.get("line") is None:
            return str(self.data["reason"])
        return kind.detail.format_map(_Blank(self.data))


class _Blank(dict[str, Any]):
    """Leaves out what a problem did not say."""

    def __missing__(self, key: str) -> str:
        return "?"
