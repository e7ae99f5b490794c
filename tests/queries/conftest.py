"""How the tests ask a question of ``queries/``."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pyoxigraph import QueryBoolean

from shkc_kg.knowledge import KnowledgeGraph
from shkc_kg.parameters import bind
from shkc_kg.queries import defaults

Row = tuple[str, ...]
Ask = Callable[[str, dict[str, str]], tuple[Row, list[Row]]]


@pytest.fixture(scope="session")
def ask(shipped_graph: KnowledgeGraph) -> Ask:
    """Ask a query with some parameters (others keep their defaults): its variables and rows, each term as plain text.

    No prefix is set from outside: a query must declare what it uses.
    """

    def asked(query: str, given: dict[str, str]) -> tuple[Row, list[Row]]:
        answer = shipped_graph.store.query(bind(query, {**defaults(query), **given}))
        if isinstance(answer, QueryBoolean):
            return ("answer",), [("true" if answer else "false",)]
        names = tuple(variable.value for variable in answer.variables)
        rows = [tuple("" if row[name] is None else row[name].value for name in names) for row in answer]
        return names, rows

    return asked
