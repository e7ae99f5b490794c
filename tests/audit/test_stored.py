"""The audit as a graph states it, and as the command prints it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store, parse

from shkc_kg.audit import audit
from shkc_kg.audit.stored import audited, comparisons, report_turtle
from shkc_kg.cli import run
from shkc_kg.graph.terms import term
from shkc_kg.model import Reading
from shkc_kg.reading import read
from shkc_kg.reports import lone_source

TEXT = "新增高校2所，分别为复旦大学、同济大学和上海大学。\n\n5月22—28日，上海科技节举办，历时7天。\n"


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read(lone_source(TEXT, year=2021, region="上海市"))


@pytest.fixture(scope="module")
def store(reading: Reading) -> Store:
    return audited(reading)


def test_a_graph_gives_back_every_finding(reading: Reading, store: Store) -> None:
    made = [(one.kind, one.verdict, one.stated, one.found, one.reason_zh, one.reason_en) for one in audit(reading)]
    assert [
        (one.kind, one.verdict, one.stated, one.found, one.reason_zh, one.reason_en) for one in comparisons(store)
    ] == made


def test_quotes_are_the_characters_of_the_text(store: Store) -> None:
    for one in comparisons(store):
        assert all(TEXT[quote.begin : quote.end] == quote.text for quote in one.quotes)


def test_a_report_with_a_disagreement_does_not_conform(store: Store) -> None:
    (quad,) = store.quads_for_pattern(None, term("sh:conforms"), None)
    assert quad.object.value == "false"  # type: ignore[union-attr]


def test_a_report_without_one_conforms() -> None:
    held = audited(read(lone_source("复旦大学、同济大学2所高校获批。", year=2021)))
    (quad,) = held.quads_for_pattern(None, term("sh:conforms"), None)
    assert quad.object.value == "true"  # type: ignore[union-attr]


def test_the_turtle_is_a_validation_report(store: Store) -> None:
    triples = list(parse(report_turtle(store), format=RdfFormat.TURTLE))
    assert sum(one.object == term("sh:ValidationReport") for one in triples) == 1
    assert sum(one.object == term("sh:ValidationResult") for one in triples) == len(comparisons(store))
    assert {one.object for one in triples if one.predicate == term("sh:resultSeverity")} == {
        term("sh:Violation"),
        term("sh:Info"),
    }


Output = Callable[..., str]


@pytest.fixture
def output(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> Output:
    file = tmp_path / "report.txt"
    file.write_text(TEXT, encoding="utf-8")

    def call(*arguments: str) -> str:
        with pytest.raises(SystemExit) as left:
            run(["audit", str(file), "--year", "2021", "--region", "上海市", *arguments])
        assert left.value.code == 0
        return capfdbinary.readouterr().out.decode()

    return call


def test_the_command_prints_verdict_reason_and_quotes(output: Output) -> None:
    lines = output().splitlines()
    assert lines[0] == "不符   disagrees: 2所 | 3 (enumeration)"
    assert lines[1].split() == ["所列多于所述之数。", "More", "are", "named", "than", "stated."]
    assert "分别为复旦大学、同济大学和上海大学" in lines[2]
    assert lines[-1] == "2 comparisons: 1 agrees, 1 disagrees, 0 can't tell"


def test_only_one_verdict_can_be_asked_for(output: Output) -> None:
    assert output("--only", "agrees").splitlines()[-1] == "1 comparisons: 1 agrees, 0 disagrees, 0 can't tell"


def test_json_holds_the_same(output: Output) -> None:
    first, second = json.loads(output("--format", "json"))
    assert (first["verdict"], first["stated"], first["found"]) == ("disagrees", "2所", "3")
    assert second["kind"] == "duration"
    assert all(TEXT[q["begin"] : q["end"]] == q["text"] for q in first["quotes"])


def test_turtle_can_be_asked_for(output: Output) -> None:
    assert list(parse(output("--format", "ttl").encode(), format=RdfFormat.TURTLE))
