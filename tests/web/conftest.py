# ruff: noqa: ANN401 - what goes to httpx is not ours to type
"""A small published graph, and two ways to ask it: in process, and over a real socket."""

from __future__ import annotations

import asyncio
import hashlib
import signal
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import httpx
import pyoxigraph as ox
import pytest

from shkc_kg.store.draft import draft
from shkc_kg.store.oxigraph import hold
from shkc_kg.store.record import write_record
from shkc_kg.web.app import Application
from shkc_kg.web.limits import Limits

T = TypeVar("T")
HERE = Path(__file__).parent
# What pages name their languages.
CODES = {"zh": "zh-Hans", "en": "en"}
SMALL = Limits(deadline=2.0, workers=2, heavy_workers=2, memory=256 * 2**20, quantum=0.05)


def publish(root: Path, trig: bytes) -> None:
    """Puts a graph in a store's folder, as ``build`` does."""
    quads = ox.Store()
    quads.load(trig, format=ox.RdfFormat.TRIG)
    lines = sorted(quads.dump(format=ox.RdfFormat.N_QUADS).splitlines(keepends=True))
    data = b"".join(lines)
    digest = hashlib.sha256(data).hexdigest()
    with draft(root) as work:
        hold(data, work.generation.store)
        work.generation.dataset.write_bytes(data)
        write_record(work.generation.manifest, {"base": "https://w3id.org/shkc/", "dataset": {"sha256": digest}})
        work.publish(digest)


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("store")
    publish(root, (HERE / "graph.trig").read_bytes())
    return root


class Here:
    """A server in this process: requests go straight to the application."""

    def __init__(self, store: Path, limits: Limits) -> None:
        self.loop = asyncio.new_event_loop()
        self.app = Application(store, limits)
        self.run(self.app.site.open())
        self.client = httpx.AsyncClient(transport=httpx.ASGITransport(self.app), base_url="http://shkc.test")

    def run(self, awaitable: Awaitable[T]) -> T:
        return self.loop.run_until_complete(awaitable)

    def request(self, method: str, url: str, **options: Any) -> httpx.Response:
        self.client.cookies.clear()  # a choice made in one test holds in no other
        return self.run(self.client.request(method, url, **options))

    def get(self, url: str, **options: Any) -> httpx.Response:
        return self.request("GET", url, **options)

    def post(self, url: str, **options: Any) -> httpx.Response:
        return self.request("POST", url, **options)

    def together(self, *requests: tuple[str, str, dict]) -> list[httpx.Response]:
        async def all_of_them() -> list[httpx.Response]:
            return await asyncio.gather(*(self.client.request(m, u, **o) for m, u, o in requests))

        return self.run(all_of_them())

    def close(self) -> None:
        self.run(self.client.aclose())
        self.run(self.app.site.close())
        self.loop.close()


class There:
    """A server in a process of its own, asked over a socket."""

    def __init__(self, store: Path, *options: str) -> None:
        command = [sys.executable, str(HERE / "run_server.py"), str(store), *options]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.url = self.process.stdout.readline().strip()
        if not self.url:
            raise RuntimeError(self.process.stderr.read())
        self.client = httpx.Client(base_url=self.url, timeout=30)

    def request(self, method: str, url: str, **options: Any) -> httpx.Response:
        self.client.cookies.clear()
        return self.client.request(method, url, **options)

    def get(self, url: str, **options: Any) -> httpx.Response:
        return self.request("GET", url, **options)

    def post(self, url: str, **options: Any) -> httpx.Response:
        return self.request("POST", url, **options)

    @property
    def address(self) -> tuple[str, int]:
        url = httpx.URL(self.url)
        return url.host, url.port

    def stop(self, number: int = signal.SIGTERM) -> tuple[int, str]:
        self.client.close()
        self.process.send_signal(number)
        _, told = self.process.communicate(timeout=20)
        return self.process.returncode, told


Server = Here | There


@pytest.fixture(scope="session")
def here(store: Path) -> Iterator[Here]:
    server = Here(store, SMALL)
    yield server
    server.close()


@pytest.fixture(scope="session")
def there(store: Path) -> Iterator[There]:
    server = There(store)
    yield server
    code, told = server.stop()
    assert (code, told) == (0, "")


@pytest.fixture(scope="session", params=["in process", "over a socket"])
def server(request: pytest.FixtureRequest, here: Here, there: There) -> Server:
    return here if request.param == "in process" else there


@pytest.fixture
def strict(store: Path) -> Iterator[Callable[..., Here]]:
    """A maker of servers with other limits, closed at the end of the test."""
    made: list[Here] = []

    def make(**limits: Any) -> Here:
        made.append(Here(store, replace(SMALL, **limits)))
        return made[-1]

    yield make
    for each in made:
        each.close()
