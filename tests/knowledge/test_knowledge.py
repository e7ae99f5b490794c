"""A built graph as a Python object."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph

import shkc_kg
from shkc_kg.errors import QueryError, StoreError

KG = shkc_kg.KnowledgeGraph


def test_rows_are_plain_dicts_of_plain_values(kg: KG) -> None:
    rows = kg.query(
        "SELECT ?value ?day { ?o schema:value ?value . OPTIONAL { ?o schema:startDate ?day } } ORDER BY ?value"
    )
    assert rows == [{"value": 25, "day": None}, {"value": 150, "day": None}]
    assert kg.query("SELECT ?day { id:示范论坛 schema:startDate ?day }") == [{"day": date(2021, 5, 31)}]


def test_ask_and_construct_have_their_answers(kg: KG) -> None:
    assert kg.query("ASK { id:示范大学 a schema:Organization }") is True
    (triple,) = kg.query(
        "CONSTRUCT { ?s schema:name ?n } WHERE { ?s a shkc:Forum ; rdfs:label ?n FILTER(LANG(?n) = 'zh') }"
    )
    assert triple == {
        "subject": "https://w3id.org/shkc/id/示范论坛",
        "predicate": "https://schema.org/name",
        "object": "示范论坛",
    }


def test_a_parameter_is_bound_and_never_pasted(kg: KG) -> None:
    query = "SELECT ?s { ?s rdfs:label ?_name_zh }"
    assert kg.query(query, name="静安区") == [{"s": "https://w3id.org/shkc/id/静安区"}]
    assert kg.query(query, name='" } UNION { ?s ?p ?o } #') == []


def test_malformed_sparql_names_line_and_column(kg: KG) -> None:
    with pytest.raises(QueryError, match="line 2, column 10: ") as caught:
        kg.query("SELECT * {\n ?s ?p ; }}")
    assert (caught.value.line, caught.value.column) == (2, 10)


@pytest.mark.parametrize("name", ["示范论坛", "论坛", "id:示范论坛", "https://w3id.org/shkc/id/示范论坛"])
def test_a_thing_is_found_by_name_alias_and_iri(kg: KG, name: str) -> None:
    entity = kg.entity(name)
    assert entity is not None
    assert (entity.label_zh, entity.aliases) == ("示范论坛", ("论坛",))
    assert entity.classes == ("https://w3id.org/shkc/ontology#Forum",)


def test_a_thing_that_is_not_there_is_none(kg: KG) -> None:
    assert kg.entity("没有的论坛") is None
    assert kg.entity("https://w3id.org/shkc/id/没有") is None


def test_facts_of_a_thing_go_both_ways_and_show_their_sentence(kg: KG) -> None:
    entity = kg.entity("静安区")
    assert entity is not None
    (fact,) = entity.facts
    assert (fact["direction"], fact["other_label"]) == ("in", "示范论坛")
    assert str(fact["sentence"]).startswith("5月31日")


def test_observations_come_in_the_order_of_the_text(kg: KG) -> None:
    rows = kg.observations()
    assert [row["printed"] for row in rows] == ["逾150", "25"]
    assert rows[0]["maximum"] is None
    assert (rows[0]["bound"], rows[0]["stat"], rows[0]["planned"]) == ("AtLeast", "Flow", False)


def test_observations_are_chosen_by_thing_indicator_and_year(kg: KG) -> None:
    assert len(kg.observations(about="论坛", year=2021)) == 2
    assert [row["value"] for row in kg.observations(indicator="海外")] == [25]
    assert kg.observations(year=2020) == kg.observations(about="没有的论坛") == []


def test_the_same_graph_is_an_rdflib_dataset(kg: KG) -> None:
    dataset = kg.to_rdflib()
    query = "SELECT ?s { ?s a <https://schema.org/Organization> }"
    assert {str(row.s).rpartition("/")[2] for row in dataset.query(query)} >= {"示范大学", "未来研究院"}
    assert len(dataset) == len(list(kg.store.quads_for_pattern(None, None, None, DefaultGraph())))


def test_no_store_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="shkc-kg build"):
        shkc_kg.open(tmp_path)
