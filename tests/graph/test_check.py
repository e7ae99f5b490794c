"""One report holds what all checks found."""

from __future__ import annotations

from pathlib import Path

from tests.ontology.example import HERE, valid_store

from shkc_kg.build import build
from shkc_kg.graph.check import check_graph
from shkc_kg.graph.promises import load_promises
from shkc_kg.resources import data_dir
from shkc_kg.store.oxigraph import open_readonly


def test_the_valid_example_passes_every_check() -> None:
    report = check_graph(valid_store())
    assert report.ok
    assert (report.broken, report.advice, report.findings) == ((), (), ())
    assert report.promises == len(load_promises())
    assert report.consistency is not None
    assert report.consistency.consistent is True


def test_what_each_check_finds_is_told_apart() -> None:
    store = valid_store()
    for name in ("disjoint-classes", "stock-has-date", "names-tell-apart"):
        store.update((HERE / "broken" / f"{name}.ru").read_text(encoding="utf-8"))
    report = check_graph(store)
    assert not report.ok
    assert {broken.promise.name for broken in report.broken} == {"disjoint-classes", "stock-has-date"}
    assert [given.promise.name for given in report.advice] == ["names-tell-apart"]
    assert report.consistency is not None
    assert report.consistency.consistent is False


def test_advice_and_warnings_do_not_count() -> None:
    store = valid_store()
    store.update(
        "PREFIX id: <https://w3id.org/shkc/id/> PREFIX schema: <https://schema.org/>"
        "INSERT DATA { GRAPH <https://w3id.org/shkc/report/demo-2021/01/p0003>"
        "{ id:示范大学 schema:affiliation id:示范科学院 } }"
    )
    report = check_graph(store, hermit=False)
    assert report.ok
    assert [warning.focus for warning in report.warnings] == ["id:示范大学"]
    assert report.violations == ()
    assert report.consistency is None


def test_the_shipped_report_passes_every_check(tmp_path: Path) -> None:
    built = build(data_dir() / "reports", tmp_path)
    report = check_graph(open_readonly(built.generation))
    assert report.broken == ()
    assert report.violations == ()
    assert report.consistency is not None
    assert report.consistency.clashes == ()
    assert report.ok
