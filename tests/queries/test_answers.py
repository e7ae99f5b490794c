"""Every question of ``queries/`` answers exactly what a reader of the report's text would answer.

``answers/NAME.tsv`` holds what was read off the text by hand: the first line names the columns, the rows below are the
answer for the default parameters, and a line ``# place=虹口`` begins the answer for other ones (several parameters are
parted by tabs). In a cell, ``\\n`` is a line break.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from rdflib.plugins.sparql import prepareQuery

from shkc_kg.parameters import bind, parameters
from shkc_kg.queries import defaults
from shkc_kg.resources import queries_dir
from shkc_kg.web.examples import read_example

from .conftest import Ask, Row

ANSWERS = Path(__file__).parent / "answers"
QUERIES = {path.stem: path for path in sorted(queries_dir().glob("*.rq"))}


class Case(NamedTuple):
    """One question with the answer that the text gives."""

    query: str
    given: dict[str, str]
    columns: Row
    rows: list[Row]


def read_cases(path: Path) -> list[Case]:
    header, *lines = path.read_text(encoding="utf-8").splitlines()
    columns = tuple(header.split("\t"))
    cases = [Case(path.stem, {}, columns, [])]
    for line in lines:
        if line.startswith("# "):
            given = dict(pair.split("=", 1) for pair in line[2:].split("\t"))
            cases.append(Case(path.stem, given, columns, []))
        else:
            cases[-1].rows.append(tuple(cell.replace("\\n", "\n") for cell in line.split("\t")))
    return cases


CASES = [case for path in sorted(ANSWERS.glob("*.tsv")) for case in read_cases(path)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: " ".join([case.query, *map("=".join, case.given.items())]))
def test_answer_is_what_the_text_says(case: Case, ask: Ask) -> None:
    columns, rows = ask(QUERIES[case.query].read_text(encoding="utf-8"), case.given)
    assert columns == case.columns
    assert rows == case.rows


def test_every_query_has_an_answer_and_every_answer_a_query() -> None:
    assert {path.stem for path in ANSWERS.glob("*.tsv")} == QUERIES.keys()


@pytest.mark.parametrize("name", QUERIES)
def test_query_says_what_it_is_for_in_both_languages(name: str) -> None:
    example = read_example(QUERIES[name])
    assert name not in (example.zh, example.en)
    assert example.tags


@pytest.mark.parametrize("name", QUERIES)
def test_every_parameter_has_a_default(name: str) -> None:
    text = QUERIES[name].read_text(encoding="utf-8")
    assert {parameter.name for parameter in parameters(text)} == defaults(text).keys()


@pytest.mark.parametrize("name", QUERIES)
def test_another_engine_reads_the_query_too(name: str) -> None:
    text = QUERIES[name].read_text(encoding="utf-8")
    prepareQuery(bind(text, defaults(text)))


@pytest.mark.parametrize("name", QUERIES)
def test_order_of_the_answer_is_stated(name: str) -> None:
    text = QUERIES[name].read_text(encoding="utf-8")
    assert "ORDER BY" in text or "ASK {" in text
