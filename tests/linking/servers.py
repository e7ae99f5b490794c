"""Servers on loopback that answer as they are told: well, slowly, wrongly, or without end."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from shkc_kg.linking.http import Manners, Web

Json = Any


@dataclass
class Clock:
    """Time that passes only when somebody sleeps (and a little at each look at it, if wanted)."""

    time: float = 1_000_000.0
    tick: float = 0.0
    slept: list[float] = field(default_factory=list)

    def now(self) -> float:
        self.time += self.tick
        return self.time

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.time += seconds


OPEN: list[Web] = []


def client(manners: Manners, clock: Clock | None = None, offline: bool = False) -> Web:
    """A client that is closed at the end of the test."""
    OPEN.append(Web(manners, clock or Clock(), offline))
    return OPEN[-1]


class Reply:
    """What one request gets; ``self`` writes it."""

    def __init__(self, handler: BaseHTTPRequestHandler, parameters: dict[str, str]) -> None:
        self._handler, self.parameters = handler, parameters
        self.method, self.path = handler.command, urlsplit(handler.path).path

    def send(self, body: bytes, status: int = 200, **headers: str) -> None:
        self.start(status, content_length=str(len(body)), **headers)
        self.write(body)

    def json(self, value: Json, status: int = 200, **headers: str) -> None:
        self.send(json.dumps(value).encode(), status, content_type="application/json", **headers)

    def start(self, status: int = 200, **headers: str) -> None:
        self._handler.send_response(status)
        for name, value in headers.items():
            self._handler.send_header(name.replace("_", "-"), value)
        self._handler.end_headers()

    def write(self, part: bytes) -> None:
        self._handler.wfile.write(part)


Behaviour = Callable[[Reply], None]


@dataclass
class Running:
    """A server's address, the parameters of each request so far, and an event that is set when it is to stop."""

    url: str
    asked: list[dict[str, str]]
    stopping: threading.Event


@contextmanager
def serving(*behaviours: Behaviour) -> Iterator[Running]:
    """A server whose first answers follow these behaviours, one each, and all later ones the last."""
    asked: list[dict[str, str]] = []
    stopping = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            length = int(self.headers.get("content-length", 0))
            body = self.rfile.read(length).decode()
            parameters = dict(parse_qsl(urlsplit(self.path).query) + parse_qsl(body))
            behave = behaviours[min(len(asked), len(behaviours) - 1)]
            asked.append(parameters)
            try:
                behave(Reply(self, parameters))
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        do_POST = do_GET  # noqa: N815 - the name that the handler is asked by

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    running = Running(f"http://127.0.0.1:{server.server_address[1]}/reconcile", asked, stopping)
    try:
        yield running
    finally:
        stopping.set()
        server.shutdown()
        server.server_close()
        thread.join()


MANIFEST = {
    "versions": ["0.2"],
    "name": "Test",
    "identifierSpace": "https://example.org/id/",
    "schemaSpace": "https://example.org/Thing",
    "batchSize": 2,
}
