"""What the writer of a malformed query is told."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from shkc_kg.complaint import complaint, query_error


@pytest.mark.parametrize(
    ("query", "line", "reason"),
    [
        ("SELECT * {\n ?s nope:p ?o }", 2, "the prefix nope: is not declared"),
        ("SELECT ?x { ?s ?p ?o } GROUP BY ?s", 1, "the SELECT contains a variable that is unbound"),
        ("SELECT ?s { ?s ?p ?o } LIMIT x", 1, "expected HAVING, OFFSET, OPTIONAL, VALUES"),
        ("SELECT ?s { ?s ?p ?o", 1, 'expected ",", ".", ";", "{", "{|", "}", "~"'),
        ("SELEC ?s", 1, "expected DESCRIBE"),
    ],
)
def test_the_reason_is_short_and_has_its_line(query: str, line: int, reason: str) -> None:
    with pytest.raises(SyntaxError) as caught:
        ox.Store().query(query)
    error = query_error(caught.value, query)
    assert (error.line, error.problem) == (line, reason)
    assert error.column is not None


def test_a_message_of_another_form_is_kept() -> None:
    told = complaint("something\n else", "ASK {}")
    assert told == {"line": None, "column": None, "reason": "something else"}


def test_a_message_without_end_is_cut() -> None:
    assert len(str(complaint("x" * 1000, "ASK {}")["reason"])) == 300
