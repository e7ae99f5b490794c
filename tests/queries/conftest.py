"""The shipped report as a built graph, built once for all questions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import QueryBoolean

from shkc_kg import open as open_graph
from shkc_kg.build import build
from shkc_kg.parameters import bind
from shkc_kg.queries import defaults
from shkc_kg.resources import data_dir

Row = tuple[str, ...]
Ask = Callable[[str, dict[str, str]], tuple[Row, list[Row]]]


@pytest.fixture(scope="session")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    """Ask a query with some parameters (others keep their defaults): its variables and rows, each term as plain text.

    No prefix is set from outside, so a query that answers here runs on any SPARQL server.
    """
    root: Path = tmp_path_factory.mktemp("shipped")
    build(data_dir() / "reports", root)
    store = open_graph(root).store

    def asked(query: str, given: dict[str, str]) -> tuple[Row, list[Row]]:
        answer = store.query(bind(query, {**defaults(query), **given}))
        if isinstance(answer, QueryBoolean):
            return ("answer",), [("true" if answer else "false",)]
        names = tuple(variable.value for variable in answer.variables)
        rows = [tuple("" if row[name] is None else row[name].value for name in names) for row in answer]
        return names, rows

    return asked
