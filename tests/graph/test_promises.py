"""Each promise holds on the valid example and is broken by the example made for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.ontology.example import HERE, valid_store

from shkc_kg.errors import DataFileError
from shkc_kg.graph.promises import Promise, advise, check_promises, load_advice, load_promises

PROMISES, ADVICE = load_promises(), load_advice()


def test_the_valid_example_keeps_every_promise() -> None:
    assert check_promises(valid_store()) == ()
    assert advise(valid_store()) == ()


def test_promises_follow_the_base_of_the_data() -> None:
    assert check_promises(valid_store("https://example.org/kg/"), "https://example.org/kg/") == ()


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.name)
def test_a_promise_can_be_broken(promise: Promise) -> None:
    store = valid_store()
    store.update((HERE / "broken" / f"{promise.name}.ru").read_text(encoding="utf-8"))
    assert promise.name in {broken.promise.name for broken in check_promises(store)}


@pytest.mark.parametrize("advice", ADVICE, ids=lambda advice: advice.name)
def test_advice_is_given(advice: Promise) -> None:
    store = valid_store()
    store.update((HERE / "broken" / f"{advice.name}.ru").read_text(encoding="utf-8"))
    assert advice.name in {given.promise.name for given in advise(store)}


def test_every_broken_example_belongs_to_a_query() -> None:
    assert {path.stem for path in (HERE / "broken").glob("*.ru")} == {query.name for query in (*PROMISES, *ADVICE)}


def test_what_is_broken_is_named_with_its_offenders() -> None:
    store = valid_store()
    store.update((HERE / "broken" / "stock-has-date.ru").read_text(encoding="utf-8"))
    (broken,) = check_promises(store)
    assert (broken.promise.zh, broken.promise.en) == ("存量都有日期", "No stock without a date")
    assert broken.variables == ("observation", "printed")
    assert broken.offenders == (("https://w3id.org/shkc/report/demo-2021/01/p0002/o1", "506"),)


@pytest.mark.parametrize(
    ("query", "problem"),
    [
        ("SELECT * WHERE { ?s ?p ?o }", "the promise has no words"),
        ("# 无 | none\nSELECT * WHERE { ?s ?p }", "correct the query"),
        ("# 无 | none\nASK { ?s ?p ?o }", "a promise is a SELECT"),
    ],
)
def test_a_broken_promise_file_is_named(tmp_path: Path, query: str, problem: str) -> None:
    (tmp_path / "odd.rq").write_text(query, encoding="utf-8")
    with pytest.raises(DataFileError, match=rf"odd\.rq.*{problem}"):
        check_promises(valid_store(), folder=tmp_path)
