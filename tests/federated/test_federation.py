"""The queries of ``queries/federated`` join this graph with Wikidata from either side; our endpoint has a list."""

from __future__ import annotations

import sys
from pathlib import Path

import httpx
import pytest
from tests.cli.conftest import run_process
from tests.web.conftest import There

import shkc_kg
from shkc_kg.parameters import bind, parameters
from shkc_kg.queries import defaults
from shkc_kg.resources import queries_dir
from shkc_kg.web.examples import examples, read_example

WD = "http://www.wikidata.org/entity/"
FOLDER = queries_dir() / "federated"
FILES = sorted(FOLDER.glob("*.rq"))
PASSAGE = "https://w3id.org/shkc/report/test-2021/01/p0001"


def text(name: str, **given: str) -> str:
    return bind((FOLDER / f"{name}.rq").read_text(encoding="utf-8"), given)


def rows(answer: httpx.Response) -> list[tuple[str, ...]]:
    assert answer.status_code == 200, answer.text
    told = answer.json()
    return [tuple(row[name]["value"] for name in told["head"]["vars"]) for row in told["results"]["bindings"]]


def post(url: str, query: str) -> httpx.Response:
    return httpx.post(url, data={"query": query}, headers={"accept": "application/sparql-results+json"}, timeout=30)


def test_founding_years_come_from_wikidata(ours: Path, wikidata: str) -> None:
    found = shkc_kg.open(ours).query(text("universities-founded", wikidata=wikidata))
    assert found == [
        {"name": "复旦大学", "item": f"{WD}Q495015", "year": 1905},
        {"name": "同济大学", "item": f"{WD}Q16947", "year": 1907},
    ]


def test_a_ror_id_confirms_links(ours: Path, wikidata: str) -> None:
    found = shkc_kg.open(ours).query(text("links-by-ror", wikidata=wikidata))
    assert isinstance(found, list)
    assert {(row["name"], row["finding"]) for row in found} == {("复旦大学", "confirmed"), ("同济大学", "confirmed")}


def test_capitals_come_from_wikidata(ours: Path, wikidata: str) -> None:
    found = shkc_kg.open(ours).query(text("countries-capitals", wikidata=wikidata))
    assert found == [{"name": "古巴", "capital": "哈瓦那"}, {"name": "哈萨克斯坦", "capital": "阿斯塔纳"}]


def test_the_command_line_runs_them_too(ours: Path, wikidata: str, tmp_path: Path) -> None:
    arguments = ("query", FOLDER / "countries-capitals.rq", "--store", ours, "--param", f"wikidata={wikidata}")
    done = run_process(tmp_path, (*arguments, "--format", "csv"), b"", {})
    assert (done.code, done.out.splitlines()) == (0, ["name,capital", "古巴,哈瓦那", "哈萨克斯坦,阿斯塔纳"])


def test_wikidatas_side_finds_our_sentences(wikidata: str, endpoint: str) -> None:
    answer = post(wikidata, text("wikidata-what-reports-say", shkc=endpoint))
    assert rows(answer) == [(f"{WD}Q495015", "复旦大学举办论坛。", PASSAGE)]


def test_wikidatas_side_compares_names(wikidata: str, endpoint: str) -> None:
    found = rows(post(wikidata, text("wikidata-names-compared", shkc=endpoint)))
    assert {item.removeprefix(WD): same for item, _, _, same in found} == {
        "Q495015": "true",
        "Q16947": "true",
        "Q232": "true",
        "Q241": "true",
    }


def test_our_endpoint_calls_nobody_by_default(endpoint: str, wikidata: str) -> None:
    answer = post(endpoint, text("countries-capitals", wikidata=wikidata))
    assert answer.status_code == 400
    assert answer.json()["type"] == "/problems#service"


@pytest.mark.skipif(sys.platform != "linux", reason="workers are confined on Linux only")
def test_our_endpoint_calls_those_on_its_list_and_no_others(ours: Path, wikidata: str) -> None:
    running = There(ours, f'{{"services": ["{wikidata}"]}}')
    try:
        url = f"{running.url}sparql"
        assert rows(post(url, text("countries-capitals", wikidata=wikidata))) == [
            ("古巴", "哈瓦那"),
            ("哈萨克斯坦", "阿斯塔纳"),
        ]
        assert post(url, text("countries-capitals", wikidata="http://127.0.0.1:9/sparql")).status_code == 400
    finally:
        running.stop()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_query_says_what_it_is_for_and_whom_it_asks(path: Path) -> None:
    example = read_example(path)
    assert path.stem not in (example.zh, example.en)
    assert "federated" in example.tags
    source = path.read_text(encoding="utf-8")
    assert {one.name for one in parameters(source)} == defaults(source).keys()
    assert len(defaults(source)) == 1


def test_what_the_endpoint_would_refuse_is_not_among_its_examples() -> None:
    assert FILES
    assert {path.stem for path in FILES}.isdisjoint(one.name for one in examples())
