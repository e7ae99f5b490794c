"""A second report beside the first: another city, another year, one graph."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

import shkc_kg
from shkc_kg.build import build
from shkc_kg.errors import DataFileError
from shkc_kg.graph.check import check_graph
from shkc_kg.merging import COLUMNS, merged
from shkc_kg.model import Reading, Thing
from shkc_kg.reading import read
from shkc_kg.reports import lone_source
from shkc_kg.resources import data_dir

HANGZHOU = Path(__file__).parent / "hangzhou-2022"
SHANGHAI = data_dir() / "reports" / "shanghai-2021"


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> shkc_kg.KnowledgeGraph:
    folder = tmp_path_factory.mktemp("both")
    for report in (HANGZHOU, SHANGHAI):
        shutil.copytree(report, folder / "reports" / report.name)
    build(folder / "reports", folder / "kg")
    return shkc_kg.open(folder / "kg")


def asked(kg: shkc_kg.KnowledgeGraph, query: str) -> list[tuple[str, ...]]:
    prefixes = (
        "PREFIX schema: <https://schema.org/> PREFIX shkc: <https://w3id.org/shkc/ontology#> "
        "PREFIX id: <https://w3id.org/shkc/id/> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
        "PREFIX itsrdf: <http://www.w3.org/2005/11/its/rdf#> PREFIX nif: "
        "<http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> "
    )
    rows = kg.store.query(prefixes + query, use_default_graph_as_union=True)
    return sorted({tuple(term.value for term in row) for row in rows})  # type: ignore[union-attr]


def test_every_promise_holds_over_both(both: shkc_kg.KnowledgeGraph) -> None:
    report = check_graph(both.store, hermit=False)
    assert [broken.promise.name for broken in report.broken] == []
    assert report.violations == ()


def test_a_thing_of_both_reports_is_one_thing(both: shkc_kg.KnowledgeGraph) -> None:
    places = asked(
        both,
        "SELECT DISTINCT ?c WHERE { ?m itsrdf:taIdentRef id:复旦大学 ; nif:referenceContext ?p . "
        "BIND(REPLACE(STR(?p), '/[^/]*$', '') AS ?c) }",
    )
    assert [place.rpartition("report/")[2] for (place,) in places] == ["hangzhou-2022/02", "shanghai-2021/04"]


def test_an_indicator_is_a_series_over_places_and_years(both: shkc_kg.KnowledgeGraph) -> None:
    series = asked(
        both,
        "SELECT ?place ?date ?value WHERE { ?o schema:variableMeasured id:新增外资研发中心 ; "
        "schema:observationAbout/rdfs:label ?place ; "
        "schema:observationDate ?date ; schema:value ?value . FILTER(LANG(?place) = 'zh') }",
    )
    assert {("上海市", "2021", "25"), ("杭州市", "2021", "10"), ("杭州市", "2022", "12")} <= set(series)


def test_editions_of_two_years_share_their_series(both: shkc_kg.KnowledgeGraph) -> None:
    editions = asked(both, "SELECT ?e WHERE { ?e schema:superEvent id:浦江创新论坛 }")
    assert {"2021年浦江创新论坛", "2022年浦江创新论坛"} <= {edition.rpartition("/")[2] for (edition,) in editions}


def test_no_thing_has_two_classes_of_its_own(both: shkc_kg.KnowledgeGraph) -> None:
    query = (
        "SELECT ?thing WHERE { GRAPH ?g { ?thing a ?one } GRAPH ?h { ?thing a ?other } FILTER(?one != ?other && "
        "STRSTARTS(STR(?thing), 'https://w3id.org/shkc/id/') && ?g != <https://w3id.org/shkc/graph/inferred> && "
        "?h != <https://w3id.org/shkc/graph/inferred>) }"
    )
    assert asked(both, query) == []


# What is one thing, and what is not


def reading(report: str, *things: Thing) -> Reading:
    empty = read(lone_source("。", report))
    return replace(empty, things=things)


def names(readings: Sequence[Reading]) -> list[list[tuple[str, str]]]:
    return [[(thing.name, thing.cls) for thing in one.things] for one in readings]


def decisions(folder: Path, *rows: tuple[str, ...]) -> Path:
    file = folder / "decisions.tsv"
    file.write_text("\n".join("\t".join(row) for row in (COLUMNS, *rows)), encoding="utf-8")
    return file


FULL = Thing("中国科学技术大学", "University", ("中国科大",))


def test_an_alias_of_one_thing_is_that_thing(tmp_path: Path) -> None:
    found = merged([reading("a", FULL), reading("b", Thing("中国科大", "University"))], tmp_path / "none")
    assert names(found) == [[("中国科学技术大学", "University")], [("中国科学技术大学", "University")]]
    assert found[1].things[0].aliases == ("中国科大",)


def test_names_that_only_look_alike_stay_apart(tmp_path: Path) -> None:
    pair = reading("a", Thing("上海天文馆", "Museum")), reading("b", Thing("上海天文博物馆", "Museum"))
    assert merged(pair, tmp_path / "none") == pair


def test_an_alias_of_two_things_decides_nothing(tmp_path: Path) -> None:
    first = reading("a", Thing("科学论坛甲", "Forum", ("科学论坛",)), Thing("科学论坛乙", "Forum", ("科学论坛",)))
    second = reading("b", Thing("科学论坛", "Forum"))
    assert names(merged([first, second], tmp_path / "none"))[1] == [("科学论坛", "Forum")]


def test_an_alias_of_a_thing_of_another_kind_is_not_it(tmp_path: Path) -> None:
    found = merged([reading("a", FULL), reading("b", Thing("中国科大", "Forum"))], tmp_path / "none")
    assert names(found)[1] == [("中国科大", "Forum")]


def test_a_short_alias_decides_nothing(tmp_path: Path) -> None:
    found = merged(
        [reading("a", Thing("复旦大学", "University", ("复旦",))), reading("b", Thing("复旦", "University"))],
        tmp_path / "none",
    )
    assert names(found)[1] == [("复旦", "University")]


def test_a_decision_keeps_two_apart(tmp_path: Path) -> None:
    file = decisions(tmp_path, ("", "中国科大", "apart", "中国科学技术大学", "why"))
    found = merged([reading("a", FULL), reading("b", Thing("中国科大", "University"))], file)
    assert names(found)[1] == [("中国科大", "University")]


def test_a_decision_tells_a_homonym_in_one_report(tmp_path: Path) -> None:
    file = decisions(tmp_path, ("b", "李杰", "same", "李杰（浙江大学）", "another person"))
    found = merged([reading("a", Thing("李杰", "Person")), reading("b", Thing("李杰", "Person"))], file)
    assert names(found) == [[("李杰", "Person")], [("李杰（浙江大学）", "Person")]]


def test_a_decision_settles_a_class(tmp_path: Path) -> None:
    file = decisions(tmp_path, ("", "张江", "class", "FunctionalZone", "why"))
    found = merged([reading("a", Thing("张江", "District")), reading("b", Thing("张江", "District"))], file)
    assert names(found) == [[("张江", "FunctionalZone")]] * 2


@pytest.mark.parametrize(
    ("one", "other", "settled"),
    [
        ("Institution", "University", "University"),
        ("University", "Institution", "University"),
        ("District", "Park", "District"),
    ],
)
def test_two_classes_become_one(tmp_path: Path, one: str, other: str, settled: str) -> None:
    found = merged([reading("a", Thing("某处", one)), reading("b", Thing("某处", other))], tmp_path / "none")
    assert names(found) == [[("某处", settled)]] * 2


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (
            [("", "甲", "maybe", "乙", "")],
            r"decisions\.tsv:2: a decision needs a name, a value, and one of same, apart, class",
        ),
        (
            [("", "甲", "same", "乙", ""), ("", "甲", "same", "丙", "")],
            r"decisions\.tsv:3: 甲 is decided already, as 乙",
        ),
    ],
)
def test_a_decision_that_decides_nothing_names_its_line(
    tmp_path: Path, rows: list[tuple[str, ...]], words: str
) -> None:
    with pytest.raises(DataFileError, match=words):
        merged([reading("a")], decisions(tmp_path, *rows))
