"""What several folders of tests need: the shipped report as a built graph, built once a session."""

from __future__ import annotations

import pytest

from shkc_kg.build import build
from shkc_kg.knowledge import KnowledgeGraph
from shkc_kg.knowledge import open as open_graph
from shkc_kg.resources import data_dir


@pytest.fixture(scope="session")
def shipped_graph(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeGraph:
    """The graph that ``shkc-kg build`` makes of the shipped reports."""
    root = tmp_path_factory.mktemp("shipped")
    build(data_dir() / "reports", root)
    return open_graph(root)
