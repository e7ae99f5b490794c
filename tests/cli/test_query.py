"""``shkc-kg query``: where the query comes from, what it is bound to, and how the answer is written."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pyoxigraph as ox
import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Done

Command = Callable[..., "Done"]
CENTRES = """\
#+ summary: 研发中心 | R&D centres
SELECT DISTINCT ?thing ?value { ?o schema:observationAbout ?thing ; schema:value ?value ; schema:unitText ?_unit }
ORDER BY ?value
"""
LABEL = "SELECT DISTINCT ?name { ?_thing_iri rdfs:label ?name FILTER(lang(?name) = 'zh') }"


@pytest.fixture
def ask(shkc_kg: Command, store: Path) -> Command:
    """Run ``shkc-kg query`` on the small graph."""
    return lambda *arguments, **more: shkc_kg("query", *arguments, "--store", store, **more)


@pytest.fixture
def centres(tmp_path: Path) -> str:
    """A query file with a parameter."""
    (tmp_path / "centres.rq").write_text(CENTRES, encoding="utf-8")
    return "centres.rq"


def test_a_table_has_compact_names_in_columns(ask: Command, centres: str) -> None:
    done = ask(centres, "--param", "unit=家")
    assert (done.code, done.err) == (0, "")
    assert done.out == "thing      value\n---------  -----\nid:宁波市  25\nid:宁波市  506\n"


def test_the_query_may_come_from_the_command_line_or_standard_input(ask: Command) -> None:
    text = "SELECT (1 + 1 AS ?two) {}"
    assert ask(text).out == ask("-", stdin=text.encode()).out == "two\n---\n2\n"


def test_csv_and_tsv_and_json_and_xml_hold_the_same_answer(ask: Command, centres: str) -> None:
    def answer(form: str) -> str:
        return str(ask(centres, "--param", "unit=家", "--format", form).out)

    assert [row["value"] for row in csv.DictReader(StringIO(answer("csv")))] == ["25", "506"]
    assert answer("tsv").splitlines()[0] == "?thing\t?value"
    rows = json.loads(answer("json"))["results"]["bindings"]
    assert [row["value"]["value"] for row in rows] == ["25", "506"]
    literals = ET.fromstring(answer("xml")).iter("{http://www.w3.org/2005/sparql-results#}literal")  # noqa: S314 - ours
    assert [literal.text for literal in literals] == ["25", "506"]


def test_what_two_passages_state_counts_once(ask: Command) -> None:
    said = "SELECT (COUNT(*) AS ?n) { %s id:甬江创新论坛 schema:location id:宁波市 %s }"
    assert int(ask(said % ("GRAPH ?g {", "}"), "--format", "csv").out.split()[1]) > 1
    assert ask(said % ("", ""), "--format", "csv").out.split() == ["n", "1"]


def test_yes_and_no(ask: Command) -> None:
    assert ask("ASK { id:宁波市 a shkc:City }").out == "yes\n"
    assert ask("ASK { id:宁波市 a shkc:Person }").out == "no\n"


def test_triples_come_as_turtle(ask: Command) -> None:
    made = "CONSTRUCT { ?s a shkc:City } { ?s a shkc:City FILTER(?s = id:宁波市) }"
    for form in ("ttl", "table"):
        (triple,) = ox.parse(ask(made, "--format", form).out, format=ox.RdfFormat.TURTLE)
        assert triple.subject == ox.NamedNode("https://w3id.org/shkc/id/宁波市")


@pytest.mark.parametrize(
    ("query", "form", "says"),
    [
        ("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", "csv", "answers with triples; use --format ttl"),
        ("ASK { ?s ?p ?o }", "ttl", "only a CONSTRUCT or DESCRIBE answers with triples; use --format table"),
    ],
)
def test_a_format_that_cant_hold_the_answer_is_refused(ask: Command, query: str, form: str, says: str) -> None:
    done = ask(query, "--format", form)
    assert (done.code, done.out) == (1, "")
    assert says in done.line


def test_a_parameter_is_a_term_and_no_piece_of_sparql(ask: Command) -> None:
    assert ask(LABEL, "--param", "thing=id:宁波市").out.splitlines()[-1] == "宁波市"
    done = ask(LABEL, "--param", "thing=https://e.org/> ?p ?o } #")
    assert (done.code, done.line) == (1, "parameter thing takes an IRI, not 'https://e.org/> ?p ?o } #'")


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        ([LABEL], 1, "give the parameter thing, as --param thing=VALUE"),
        ([LABEL, "--param", "thign=x"], 1, "no parameter thign; the query has thing"),
        ([LABEL, "--param", "thing"], 2, "'thing' is not NAME=VALUE"),
        (["SELECT ?s {\n  ?s ?p }"], 1, "line 2, column 10: expected"),
        (["SELECT ?s { ?s nope:p ?o }"], 1, "line 1, column"),
        (["nowhere.rq"], 1, "nowhere.rq: can't be read (No such file or directory)"),
        (["ASK {}", "--format", "xls"], 2, "'xls' is not one of 'table', 'csv'"),
    ],
)
def test_a_mistake_is_one_line(ask: Command, arguments: list[str], code: int, says: str) -> None:
    done = ask(*arguments)
    assert (done.code, done.out) == (code, "")
    assert says in done.line


def test_a_store_that_is_not_there_is_one_line(shkc_kg: Command) -> None:
    done = shkc_kg("query", "ASK {}", "--store", "nowhere")
    assert (done.code, done.line) == (1, "nowhere: there is no store; build it with: shkc-kg build")


def test_a_store_of_another_version_is_one_line(shkc_kg: Command, reports: Path, tmp_path: Path) -> None:
    shkc_kg("build", "--reports", reports, "--out", "kg")
    (record,) = (tmp_path / "kg").glob("0*/build.json")
    told = json.loads(record.read_bytes())
    record.write_text(json.dumps({**told, "store": "shkc-kg-store-0/oxigraph-0.1"}), encoding="utf-8")
    done = shkc_kg("query", "ASK {}", "--store", "kg")
    assert done.code == 1
    assert "is of another version (shkc-kg-store-0/oxigraph-0.1, this program reads" in done.line
