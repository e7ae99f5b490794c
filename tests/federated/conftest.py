"""Two SPARQL servers on loopback: Oxigraph's own with a small extract in Wikidata's shape, and ours."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest
from tests.web.conftest import There, publish

from shkc_kg.graph.links import link_quads
from shkc_kg.names import PREFIXES, Namer

HERE = Path(__file__).parent
OXIGRAPH = Path(sys.executable).with_name("oxigraph")
LINKED = ("复旦大学", "同济大学", "古巴", "哈萨克斯坦", "李骏")


@pytest.fixture(scope="session")
def wikidata() -> Iterator[str]:
    """The address of the SPARQL endpoint that holds the extract."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [OXIGRAPH, "serve", "--bind", f"127.0.0.1:{port}"]
    # A proxy of this machine has no business between two servers on it.
    environment = {**os.environ, "no_proxy": "127.0.0.1", "NO_PROXY": "127.0.0.1"}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment)
    try:
        assert process.stdout is not None
        assert "Listening" in process.stdout.readline()
        url = f"http://127.0.0.1:{port}"
        loaded = httpx.post(
            f"{url}/store?default",
            content=(HERE / "wikidata.ttl").read_bytes(),
            headers={"content-type": "text/turtle"},
        )
        assert loaded.is_success, loaded.text
        yield f"{url}/query"
    finally:
        process.terminate()
        process.communicate(timeout=20)


@pytest.fixture(scope="session")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the shipped links of some things, and a sentence about one."""
    root: Path = tmp_path_factory.mktemp("ours")
    namer = Namer()
    graph = ox.Store()
    graph.load((HERE / "ours.trig").read_bytes(), format=ox.RdfFormat.TRIG)
    graph.extend(link_quads(LINKED, namer))
    publish(root, graph.dump(format=ox.RdfFormat.TRIG, prefixes={k: v for k, v in PREFIXES.items() if k != "id"}))
    return root


@pytest.fixture(scope="session")
def endpoint(ours: Path) -> Iterator[str]:
    """The address of our own endpoint over a socket, which calls nobody."""
    running = There(ours)
    yield f"{running.url}sparql"
    running.stop()
