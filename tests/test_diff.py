"""What two builds state differently: facts added, removed, changed, each with the rule responsible."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from tests.graph.samples import READING

from shkc_kg.cli import run
from shkc_kg.diff import Change, Difference, differences
from shkc_kg.graph.account import account
from shkc_kg.graph.ledger import ledger_bytes
from shkc_kg.graph.nquads import nquads, sha256
from shkc_kg.graph.quads import state
from shkc_kg.model import Evidence, Observation, Reading, Relation
from shkc_kg.names import DEFAULT_BASE, Namer
from shkc_kg.store.draft import draft
from shkc_kg.store.folder import current
from shkc_kg.store.oxigraph import hold
from shkc_kg.store.record import write_record

Build = Callable[[str, Reading], Path]


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """A reading as a built graph in a folder of that name."""

    def made(name: str, reading: Reading) -> Path:
        data = nquads(state(reading, Namer()))
        with draft(tmp_path / name) as work:
            hold(data, work.generation.store)
            work.generation.ledger.write_bytes(ledger_bytes(account(reading, Namer())))
            write_record(work.generation.manifest, {"base": DEFAULT_BASE})
            work.publish(sha256(data))
        return tmp_path / name

    return made


@pytest.fixture
def compare(build: Build) -> Callable[[Reading, Reading], tuple[Difference, ...]]:
    return lambda one, other: differences(current(build("one", one)), current(build("other", other)))


Compare = Callable[[Reading, Reading], tuple[Difference, ...]]
RELATION = next(fact for fact in READING.facts if isinstance(fact, Relation) and not fact.evidence.planned)
NUMBER = next(fact for fact in READING.facts if isinstance(fact, Observation) and fact.value is not None)


def with_facts(*facts: object) -> Reading:
    return replace(READING, facts=facts)  # type: ignore[arg-type]


def test_the_same_reading_differs_in_nothing(compare: Compare) -> None:
    assert compare(READING, READING) == ()


def test_a_fact_that_is_gone_is_removed_and_one_that_comes_is_added(compare: Compare) -> None:
    less = with_facts(*(fact for fact in READING.facts if fact != RELATION))
    (gone,) = [one for one in compare(READING, less) if one.before and one.before.kind == "Relation"]
    assert (gone.change, gone.after) == (Change.REMOVED, None)


def test_a_fact_that_comes_is_added_by_its_rule(compare: Compare) -> None:
    less = with_facts(*(fact for fact in READING.facts if fact != RELATION))
    (come,) = [one for one in compare(less, READING) if one.after and one.after.kind == "Relation"]
    assert (come.change, come.before) == (Change.ADDED, None)
    assert come.after is not None
    assert come.after.rule == RELATION.evidence.rule


def test_a_number_that_is_read_otherwise_is_one_change(compare: Compare) -> None:
    assert NUMBER.value is not None
    other = replace(NUMBER, value=NUMBER.value + 1, maximum=None, minimum=Decimal(0))
    changed = compare(READING, with_facts(*(other if fact == NUMBER else fact for fact in READING.facts)))
    (one,) = [found for found in changed if found.before and found.before.kind == "Observation"]
    assert one.change is Change.CHANGED
    assert one.before is not None
    assert one.after is not None
    assert dict(one.before.says)["schema:value"] != dict(one.after.says)["schema:value"]
    assert one.before.printed == NUMBER.printed or NUMBER.printed in one.before.printed


def test_another_rule_for_the_same_fact_is_a_change(compare: Compare) -> None:
    evidence: Evidence = replace(RELATION.evidence, rule="a new rule")
    other = with_facts(*(replace(f, evidence=evidence) if f == RELATION else f for f in READING.facts))
    (one,) = compare(READING, other)
    assert one.change is Change.CHANGED
    assert (one.before and one.before.rule, one.after and one.after.rule) == (RELATION.evidence.rule, "a new rule")


def test_a_node_that_only_gets_another_number_is_no_difference(compare: Compare) -> None:
    earlier = [f for f in READING.facts if isinstance(f, Observation) and f.evidence.passage == NUMBER.evidence.passage]
    less = with_facts(*(fact for fact in READING.facts if fact != earlier[0]))
    told = [one for one in compare(READING, less) if (one.before or one.after).kind == "Observation"]  # type: ignore[union-attr]
    assert [one.change for one in told] == [Change.REMOVED]


def test_the_command_prints_signs_and_json(build: Build, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    less = with_facts(*(fact for fact in READING.facts if fact != RELATION))
    before, after = str(build("before", less)), str(build("after", READING))

    def output(*arguments: str) -> str:
        with pytest.raises(SystemExit) as left:
            run(["diff", before, after, *arguments])
        assert left.value.code == 0
        return capfdbinary.readouterr().out.decode()

    lines = output().splitlines()
    assert any(line.startswith("+ Relation") and line.endswith(f"[{RELATION.evidence.rule}]") for line in lines)
    assert "added" in lines[-1]
    assert all(one["change"] == "added" for one in json.loads(output("--format", "json")))


def test_a_folder_without_a_graph_is_named(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        run(["diff", str(tmp_path), str(tmp_path)])
    assert left.value.code == 1
    assert "there is no store" in capfd.readouterr().err
