# ruff: noqa: ANN401 - JSON is anything
"""The reconciliation service: every statement of the API's specification 0.2, and who is meant by a name."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import validate
from tests.web import reconcile_schemas as schemas
from tests.web.conftest import Here, Server

QUERIES = dict[str, dict[str, Any]]


def ask(server: Server, **queries: Any) -> dict[str, list[dict[str, Any]]]:
    """The candidates of some queries, each a text or a whole query, sent as OpenRefine sends them."""
    batch = {key: {"query": one} if isinstance(one, str) else one for key, one in queries.items()}
    answer = server.post("/reconcile", data={"queries": json.dumps(batch)})
    assert answer.status_code == 200, answer.text
    told = answer.json()
    validate(told, schemas.RESULTS)
    assert list(told) == list(batch)
    return {key: one["result"] for key, one in told.items()}


def one(server: Server, query: Any) -> list[dict[str, Any]]:
    return ask(server, q=query)["q"]


def features(candidate: dict[str, Any]) -> dict[str, float | bool]:
    return {feature["id"]: feature["value"] for feature in candidate["features"]}


# Service definition


def test_without_parameters_the_endpoint_returns_its_manifest(server: Server) -> None:
    answer = server.get("/reconcile")
    assert answer.headers["content-type"] == "application/json"
    validate(answer.json(), schemas.MANIFEST)


def test_the_manifest_names_addresses_that_answer(server: Server) -> None:
    told = server.get("/reconcile").json()
    for template in (told["view"], told["preview"]):
        assert server.get(template["url"].replace("{{id}}", "%E7%94%B2%E5%A4%A7%E5%AD%A6")).status_code in (200, 303)
    for place in (*told["suggest"].values(), told["extend"]["propose_properties"]):
        assert server.get(place["service_url"] + place["service_path"], params={"prefix": "甲"}).status_code == 200
    assert server.get(told["documentation"]).status_code == 200


def test_a_host_that_is_no_host_does_not_get_into_the_manifest(here: Here) -> None:
    told = here.get("/reconcile", headers={"host": 'a"><script>'}).text
    assert "script" not in told


def test_behind_a_proxy_that_speaks_https_addresses_do_too(here: Here) -> None:
    told = here.get("/reconcile", headers={"x-forwarded-proto": "https"}).json()
    assert told["view"]["url"].startswith("https://")


@pytest.mark.parametrize("path", ["/reconcile", "/reconcile/preview?id=x", "/reconcile/suggest/type", "/reconcile/no"])
def test_every_address_allows_other_origins_errors_too(here: Here, path: str) -> None:
    assert here.get(path).headers["access-control-allow-origin"] == "*"


# Reconciliation queries


def test_queries_are_taken_as_a_form_and_in_the_address(server: Server) -> None:
    queries = json.dumps({"q0": {"query": "甲大学"}})
    by_post = server.post("/reconcile", data={"queries": queries}).json()
    assert by_post == server.get("/reconcile", params={"queries": queries}).json()
    assert by_post["q0"]["result"][0]["id"] == "甲大学"


@pytest.mark.parametrize(
    "text", ["甲大学", "甲大", "Jia University", "jia  UNIVERSITY", "University, Jia", "jiadaxue", "jia da xue", "jdx"]
)
def test_chinese_english_pinyin_and_initials_find_a_thing(server: Server, text: str) -> None:
    assert one(server, text)[0]["id"] == "甲大学"


@pytest.mark.parametrize(
    "text",
    ["某甲", "https://w3id.org/shkc/id/某甲", "id:某甲"],
)
def test_an_identifier_as_query_returns_its_entity(here: Here, text: str) -> None:
    best = one(here, text)[0]
    assert (best["id"], best["score"]) == ("某甲", 100)
    assert best["match"] is (text != "某甲")


def test_a_candidate_says_why_it_is_one(here: Here) -> None:
    assert features(one(here, "甲大学")[0])["same_label"] is True
    assert features(one(here, "id:甲大学")[0])["same_id"] is True
    assert features(one(here, "甲大")[0])["same_alias"] is True
    assert features(one(here, "jiadaxue")[0])["same_pinyin"] is True
    assert features(one(here, "jdx")[0])["same_initials"] is True
    assert features(one(here, "甲大学")[0])["mentions"] == 1


def test_every_feature_is_explained_in_both_languages(here: Here) -> None:
    seen = {f for text in ("甲大学", "甲大", "jdx", "大学", "丙") for c in one(here, text) for f in features(c)}
    assert len(seen) > 5
    for feature in seen:
        told = here.get("/reconcile/feature", params={"id": feature}).json()
        assert told["zh"]
        assert told["en"]


def test_candidates_are_sorted_by_decreasing_score(here: Here) -> None:
    for text in ("甲", "in", "institute university"):
        scores = [candidate["score"] for candidate in one(here, text)]
        assert scores == sorted(scores, reverse=True)


def test_initials_and_parts_of_a_name_are_no_match(here: Here) -> None:
    assert not one(here, "jdx")[0]["match"]
    assert not any(candidate["match"] for candidate in one(here, "大学"))


def test_a_person_is_no_match_by_name_alone(here: Here) -> None:
    assert not one(here, "某甲")[0]["match"]
    assert not one(here, "Mou Jia")[0]["match"]
    known = {"query": "Mou Jia", "properties": [{"pid": "schema:affiliation", "v": "甲大学"}]}
    assert one(here, known)[0]["match"]


def test_a_limit_bounds_the_candidates(here: Here) -> None:
    assert len(one(here, {"query": "in"})) > 1
    assert len(one(here, {"query": "in", "limit": 1})) == 1


def test_only_things_are_candidates(here: Here) -> None:
    assert one(here, "测试报告") == []
    assert one(here, "Chapter 1") == []


def test_a_name_that_nothing_has_has_no_candidates(here: Here) -> None:
    assert one(here, "斯德哥尔摩") == []
    assert one(here, "   ") == []


@pytest.mark.parametrize(("strict", "ids"), [("any", ["丙区"]), ("all", []), ("should", None)])
def test_types_restrict_or_only_count(here: Here, strict: str, ids: list[str] | None) -> None:
    query = {"query": "in", "type": ["shkc:District", "shkc:Person"], "type_strict": strict}
    found = one(here, query)
    if ids is not None:
        assert [candidate["id"] for candidate in found] == ids
    else:
        assert len(found) > 1
        assert features(found[0])["type"] is True


def test_a_broader_type_holds_the_narrower(here: Here) -> None:
    assert one(here, {"query": "甲大学", "type": "shkc:Institution"})[0]["id"] == "甲大学"
    assert one(here, {"query": "甲大学", "type": "shkc:District"}) == []


def test_a_property_value_moves_the_ranking(here: Here) -> None:
    place = {"pid": "schema:location", "v": {"id": "丙区", "name": "丙区"}}
    with_it = one(here, {"query": "甲大学", "properties": [place]})[0]
    assert features(with_it)["property:schema:location"] is True
    elsewhere = {"pid": "schema:location", "v": ["丁区", 1, True]}
    without = one(here, {"query": "甲大学", "properties": [elsewhere]})[0]
    assert features(without)["property:schema:location"] is False
    assert without["score"] < with_it["score"]
    assert not without["match"]


@pytest.mark.parametrize("value", ["丙区", "Bing District", "bingqu", {"id": "丙区"}])
def test_properties_alone_find_who_has_them(here: Here, value: Any) -> None:
    found = one(here, {"properties": [{"pid": "schema:location", "v": value}]})
    assert [candidate["id"] for candidate in found] == ["甲大学"]


def test_an_unknown_property_is_no_reason(here: Here) -> None:
    assert one(here, {"properties": [{"pid": "P17", "v": "x"}]}) == []
    assert one(here, {"query": "甲大学", "properties": [{"pid": "P17", "v": "x"}]})[0]["id"] == "甲大学"


@pytest.mark.parametrize(
    "text", ['" } } DROP ALL #', "?_thing_iri", "\\u0022", "'; --", "甲\x00大", "<http://x>", "{{id}}", "\u202e甲"]
)
def test_text_of_users_is_text_wherever_it_goes(here: Here, text: str) -> None:
    assert one(here, text) is not None
    assert one(here, {"properties": [{"pid": "schema:location", "v": text}]}) == []
    assert one(here, {"query": "甲大学", "properties": [{"pid": text, "v": {"id": text}}]})[0]["id"] == "甲大学"


@pytest.mark.parametrize(
    ("queries", "reason"),
    [
        ("{", "JSON"),
        ("[]", "object"),
        ('{"q": 1}', "object"),
        ('{"q": {}}', "query or properties"),
        ('{"q": {"query": 1}}', "query must be"),
        ('{"q": {"query": "a", "limit": 0}}', "limit"),
        ('{"q": {"query": "a", "limit": NaN}}', "limit"),
        ('{"q": {"query": "a", "type": 7}}', "type"),
        ('{"q": {"query": "a", "type_strict": "maybe"}}', "type_strict"),
        ('{"q": {"query": "a", "properties": [{"v": 1}]}}', "pid"),
        ('{"q": {"query": "a", "properties": [{"pid": "p", "v": null}]}}', "v must be"),
        ('{"q": {"query": "\\ud800"}}', "whole characters"),
        ("[" * 100_000, "JSON"),
        (json.dumps({"q": {"query": "a" * 501}}), "500"),
    ],
)
def test_a_malformed_batch_is_told_what_is_wrong(here: Here, queries: str, reason: str) -> None:
    answer = here.post("/reconcile", data={"queries": queries})
    assert answer.status_code == 400
    assert reason in answer.json()["detail"]


def test_a_batch_beyond_the_stated_size_is_413(here: Here) -> None:
    size = here.get("/reconcile").json()["batchSize"]
    full = {f"q{n}": {"query": "甲"} for n in range(size)}
    assert here.post("/reconcile", data={"queries": json.dumps(full)}).status_code == 200
    over = full | {"more": {"query": "甲"}}
    assert here.post("/reconcile", data={"queries": json.dumps(over)}).status_code == 413


def test_only_forms_are_taken(here: Here) -> None:
    assert here.post("/reconcile", json={"queries": {}}).status_code == 400
    assert here.post("/reconcile", data={"nothing": "1"}).status_code == 400
    assert here.post("/reconcile/suggest/type", data={"prefix": "a"}).status_code == 405


# Preview


def test_a_preview_is_a_small_page_with_the_sentences(here: Here) -> None:
    answer = here.get("/reconcile/preview", params={"id": "甲大学"}, headers={"accept-language": "zh"})
    assert answer.headers["content-type"].startswith("text/html")
    assert "x-frame-options" not in answer.headers
    for text in ("甲大学", "Jia University", "甲大学的某甲来自丙区。", "又名"):
        assert text in answer.text


def test_a_view_leads_to_the_page_of_the_thing(server: Server) -> None:
    answer = server.get("/reconcile/view", params={"id": "甲大学"})
    assert answer.status_code == 303
    assert server.get(answer.headers["location"], headers={"accept": "text/turtle"}).status_code == 200


@pytest.mark.parametrize("path", ["preview", "view", "feature"])
def test_what_is_not_there_is_404(here: Here, path: str) -> None:
    assert here.get(f"/reconcile/{path}", params={"id": "<script>"}).status_code == 404


# Suggest services


def test_entities_are_suggested_by_any_beginning(server: Server) -> None:
    for text in ("甲", "Jia", "jiad", "jd"):
        told = server.get("/reconcile/suggest/entity", params={"prefix": text}).json()
        validate(told, schemas.SUGGESTED_ENTITIES)
        assert "甲大学" in [item["id"] for item in told["result"]], text


def test_entities_can_be_kept_to_a_type(here: Here) -> None:
    told = here.get("/reconcile/suggest/entity", params={"prefix": "in", "type": "shkc:District"}).json()
    assert [item["id"] for item in told["result"]] == ["丙区"]


def test_types_are_suggested_with_the_broader_ones(here: Here) -> None:
    told = here.get("/reconcile/suggest/type", params={"prefix": "大学"}).json()
    validate(told, schemas.SUGGESTED_TYPES)
    assert told["result"] == [
        {
            "id": "shkc:University",
            "name": "大学 university",
            "broader": [{"id": "shkc:Institution", "name": "机构 institution"}],
        }
    ]


def test_properties_are_suggested_by_their_names(here: Here) -> None:
    told = here.get("/reconcile/suggest/property", params={"prefix": "任职"}).json()
    validate(told, schemas.SUGGESTED_PROPERTIES)
    assert [item["id"] for item in told["result"]] == ["schema:affiliation"]


def test_a_cursor_skips_suggestions_until_there_are_none(here: Here) -> None:
    seen: list[str] = []
    for cursor in range(20):
        page = here.get("/reconcile/suggest/property", params={"prefix": "", "cursor": cursor}).json()["result"]
        seen += [item["id"] for item in page[:1]]
    assert len(seen) == len(set(seen)) < 20


@pytest.mark.parametrize("parameters", [{"cursor": "-1"}, {"cursor": "x"}, {"cursor": "²"}, {"prefix": "x" * 201}])
def test_a_suggest_query_that_makes_no_sense_is_refused(here: Here, parameters: dict[str, str]) -> None:
    assert here.get("/reconcile/suggest/type", params=parameters).status_code == 400


# Data extension


def test_properties_are_proposed_for_a_type(here: Here) -> None:
    told = here.get("/reconcile/properties", params={"type": "shkc:University", "limit": "2"}).json()
    validate(told, schemas.PROPOSALS)
    assert (told["type"], told["limit"], len(told["properties"])) == ("shkc:University", 2, 2)


def test_values_are_fetched_for_entities(server: Server) -> None:
    wanted = {
        "ids": ["甲大学", "乙研究院", "没有"],
        "properties": [{"id": "schema:location"}, {"id": "rdfs:label", "settings": {"lang": "en"}}, {"id": "P1"}],
    }
    told = server.post("/reconcile", data={"extend": json.dumps(wanted)}).json()
    validate(told, schemas.EXTENSION)
    assert told == server.get("/reconcile", params={"extend": json.dumps(wanted)}).json()
    assert [column["id"] for column in told["meta"]] == ["schema:location", "rdfs:label", "P1"]
    assert told["rows"] == {
        "甲大学": {
            "schema:location": [{"id": "丙区", "name": "丙区"}],
            "rdfs:label": [{"str": "Jia University"}],
            "P1": [],
        },
        "乙研究院": {"schema:location": [], "rdfs:label": [{"str": "Yi Institute"}], "P1": []},
        "没有": {"schema:location": [], "rdfs:label": [], "P1": []},
    }


def test_the_settings_of_the_manifest_are_kept(here: Here) -> None:
    settings = here.get("/reconcile").json()["extend"]["property_settings"]
    assert [setting["name"] for setting in settings] == ["limit", "lang"]

    def cells(**given: Any) -> list[dict[str, Any]]:
        wanted = {"ids": ["甲大学"], "properties": [{"id": "rdfs:label", "settings": given}]}
        return here.post("/reconcile", data={"extend": json.dumps(wanted)}).json()["rows"]["甲大学"]["rdfs:label"]

    assert len(cells()) == 2
    assert len(cells(limit=1)) == len(cells(limit="1")) == 1
    assert cells(lang="zh") == [{"str": "甲大学"}]


@pytest.mark.parametrize(
    "wanted",
    [
        "{",
        "[]",
        "{}",
        '{"ids": "甲"}',
        '{"ids": [], "properties": [1]}',
        '{"ids": ["a"], "properties": [{"id": "p", "settings": 1}]}',
    ],
)
def test_a_malformed_extension_is_refused(here: Here, wanted: str) -> None:
    assert here.post("/reconcile", data={"extend": wanted}).status_code == 400
