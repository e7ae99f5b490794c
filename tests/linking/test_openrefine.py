"""A session as OpenRefine holds it: manifest, types, a batch of 100 names, previews, columns of values."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from jsonschema import validate
from tests.web import reconcile_schemas as schemas
from tests.web.conftest import There

from shkc_kg import open as open_graph
from shkc_kg.linking.subjects import Subject, subjects


@pytest.fixture(scope="module")
def manifest(server: There) -> dict[str, Any]:
    told: dict[str, Any] = server.get("/reconcile").json()
    validate(told, schemas.MANIFEST)
    return told


@pytest.fixture(scope="module")
def things(shipped: Path) -> tuple[Subject, ...]:
    return subjects(open_graph(shipped))


def address(place: dict[str, str]) -> str:
    return place["service_url"] + place["service_path"]


def sent(server: There, **form: object) -> dict[str, Any]:
    answer = server.post("/reconcile", data={key: json.dumps(value) for key, value in form.items()})
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json()
    return told


def test_a_column_of_a_hundred_names_is_matched(
    server: There, manifest: dict[str, Any], things: tuple[Subject, ...]
) -> None:
    column = [one.label for one in things[:100]]
    assert manifest["batchSize"] >= len(column) == 100
    told = sent(server, queries={f"q{n}": {"query": name, "limit": 5} for n, name in enumerate(column)})
    validate(told, schemas.RESULTS)
    assert [told[f"q{n}"]["result"][0]["name"] for n in range(100)] == column


def test_the_type_of_a_column_is_guessed_then_chosen(server: There, manifest: dict[str, Any]) -> None:
    column = ["复旦大学", "同济大学", "Shanghai Jiao Tong University"]
    told = sent(server, queries={f"q{n}": {"query": name, "limit": 3} for n, name in enumerate(column)})
    guessed = {type_["id"] for one in told.values() for type_ in one["result"][0]["type"]}
    assert guessed == {"shkc:University"}
    suggested = server.get(address(manifest["suggest"]["type"]), params={"prefix": "univ"}).json()
    validate(suggested, schemas.SUGGESTED_TYPES)
    assert "shkc:University" in [one["id"] for one in suggested["result"]]
    chosen = {"type": "shkc:University", "type_strict": "should", "limit": 6}
    queries = {f"q{n}": {"query": name, **chosen} for n, name in enumerate(("复旦", "fudan university"))}
    short, whole = (one["result"][0] for one in sent(server, queries=queries).values())
    assert short["name"] == whole["name"] == "复旦大学"
    assert whole["match"]


@pytest.mark.parametrize("typed", ["lijun", "Li Jun", "李骏", "li jun"])
def test_a_person_is_matched_once_the_institution_is_known(server: There, typed: str) -> None:
    alone = sent(server, queries={"q0": {"query": typed}})["q0"]["result"][0]
    assert (alone["name"], alone["match"]) == ("李骏", False)
    column = {"pid": "schema:affiliation", "v": "Fudan University"}
    known = sent(server, queries={"q0": {"query": typed, "properties": [column]}})["q0"]["result"][0]
    assert (known["name"], known["match"]) == ("李骏", True)


def test_initials_offer_all_who_have_them(server: There) -> None:
    found = sent(server, queries={"q0": {"query": "lj"}})["q0"]["result"]
    assert {"李骏", "李杰"} <= {one["name"] for one in found}
    assert not any(one["match"] for one in found)


@pytest.mark.parametrize("typed", ["Fudan", "复旦", "fudan", "fddx"])
def test_a_university_goes_by_many_names(server: There, typed: str) -> None:
    assert sent(server, queries={"q0": {"query": typed}})["q0"]["result"][0]["name"] == "复旦大学"


def test_a_cell_is_previewed_and_searched(server: There, manifest: dict[str, Any]) -> None:
    suggested = server.get(address(manifest["suggest"]["entity"]), params={"prefix": "复"}).json()
    validate(suggested, schemas.SUGGESTED_ENTITIES)
    assert "复旦大学" in [one["id"] for one in suggested["result"]]
    preview = server.get(manifest["preview"]["url"].replace("{{id}}", quote("复旦大学", safe="")))
    assert preview.headers["content-type"].startswith("text/html")
    assert "Fudan University" in preview.text
    assert "<blockquote>" in preview.text


def test_every_thing_can_be_viewed_and_previewed(
    server: There, manifest: dict[str, Any], things: tuple[Subject, ...]
) -> None:
    space = manifest["identifierSpace"]
    for one in things:
        id_ = quote(one.iri.removeprefix(space), safe="")
        leads_to = server.get(manifest["view"]["url"].replace("{{id}}", id_))
        assert leads_to.status_code == 303, one.label
    for one in things[::20]:
        id_ = quote(one.iri.removeprefix(space), safe="")
        assert server.get(manifest["preview"]["url"].replace("{{id}}", id_)).status_code == 200, one.label
        leads_to = server.get(manifest["view"]["url"].replace("{{id}}", id_)).headers["location"]
        assert server.get(leads_to, headers={"accept": "text/turtle"}).status_code == 200, one.label


def test_columns_are_added_from_matched_cells(server: There, manifest: dict[str, Any]) -> None:
    place = address(manifest["extend"]["propose_properties"])
    proposed = server.get(place, params={"type": "shkc:University", "limit": "20"}).json()
    validate(proposed, schemas.PROPOSALS)
    assert "skos:exactMatch" in [one["id"] for one in proposed["properties"]]
    wanted = [
        {"id": "skos:exactMatch"},
        {"id": "rdfs:label", "settings": {"lang": "en", "limit": 1}},
        {"id": "dcterms:identifier"},
    ]
    told = sent(server, extend={"ids": ["复旦大学", "上海市"], "properties": wanted})
    validate(told, schemas.EXTENSION)
    fudan = told["rows"]["复旦大学"]
    assert {"str": "http://www.wikidata.org/entity/Q495015"} in fudan["skos:exactMatch"]
    assert {"str": "https://ror.org/013q1eq08"} in fudan["skos:exactMatch"]
    assert fudan["rdfs:label"] == [{"str": "Fudan University"}]
    assert told["rows"]["上海市"]["dcterms:identifier"] == [{"str": "310000"}]
