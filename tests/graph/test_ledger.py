"""The ledger tells of each fact where it comes from."""

from __future__ import annotations

from pathlib import Path

from tests.graph.samples import ORIGINAL, READING

from shkc_kg.graph.account import account
from shkc_kg.graph.ledger import ledger_bytes, read_ledger
from shkc_kg.names import Namer

ROWS = tuple(account(READING, Namer()))


def test_a_file_is_read_back_as_written(tmp_path: Path) -> None:
    path = tmp_path / "ledger.tsv"
    path.write_bytes(ledger_bytes(ROWS))
    assert list(read_ledger(path)) == sorted(set(ROWS))


def test_every_fact_has_one_row() -> None:
    assert sum(row.kind != "Thing" for row in ROWS) == len(READING.facts)


def test_a_row_names_the_rule_and_the_characters() -> None:
    (row,) = [row for row in ROWS if row.predicate == "<https://schema.org/location>"]
    assert row.rule == "sample"
    assert [ORIGINAL[span.begin : span.end] for span in row.spans] == ["静安区"]


def test_a_thing_has_a_row_for_its_class() -> None:
    (row,) = [row for row in ROWS if row.kind == "Thing" and row.subject.endswith("王小明")]
    assert [ORIGINAL[span.begin : span.end] for span in row.spans] == ["王 小明"]


def test_a_planned_relation_is_marked() -> None:
    assert [row.object.rpartition("#")[2] for row in ROWS if row.planned] == ["Statement>"]
