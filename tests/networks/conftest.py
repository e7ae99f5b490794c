"""The shipped report as a built graph, built once for all tests here."""

from __future__ import annotations

from pathlib import Path

import pytest

import shkc_kg
from shkc_kg.build import build
from shkc_kg.resources import data_dir


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built graph."""
    folder: Path = tmp_path_factory.mktemp("networks")
    build(data_dir() / "reports", folder)
    return folder


@pytest.fixture(scope="session")
def kg(root: Path) -> shkc_kg.KnowledgeGraph:
    return shkc_kg.open(root)


@pytest.fixture(scope="session")
def military_academy(kg: shkc_kg.KnowledgeGraph) -> str:
    """The node of what is printed as 中国人民解放军军事科学院, whichever of its names is the canonical one."""
    (found,) = [node for node in kg.network("affiliation") if node.endswith("军事科学院")]
    return str(found)
