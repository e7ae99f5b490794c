"""The shipped report as a built graph, and a server of it on loopback: what links are proposed from, and to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.web.conftest import There

from shkc_kg.build import build
from shkc_kg.resources import data_dir

from .servers import OPEN


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    """Ends the connections of the clients that a test made."""
    yield
    while OPEN:
        OPEN.pop().close()


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root: Path = tmp_path_factory.mktemp("shipped")
    build(data_dir() / "reports", root)
    return root


@pytest.fixture(scope="session")
def server(shipped: Path) -> Iterator[There]:
    running = There(shipped)
    yield running
    code, told = running.stop()
    assert (code, told) == (0, "")
