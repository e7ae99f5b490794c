"""SPARQL 1.1 Protocol §2.2, sentence by sentence: this service offers no update, and says so to every way of asking."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode

import httpx
import pytest
from tests.web.conftest import Server

P1 = "https://w3id.org/shkc/report/test-2021/01/p0001"
FORM = {"content-type": "application/x-www-form-urlencoded"}
UPDATE = {"content-type": "application/sparql-update"}
INSERT = "INSERT DATA { <a:a> <a:b> <a:c> }"
EVERYTHING = {"query": "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }", "format": "csv"}


@pytest.fixture(autouse=True)
def unchanged(server: Server) -> Iterator[None]:
    """Whatever is sent, the data stay as they were."""
    before = server.get("/sparql", params=EVERYTHING).text
    yield
    assert server.get("/sparql", params=EVERYTHING).text == before


def code(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, str(answer.json()["type"]).partition("#")[2]


def test_2_2_update_is_asked_by_post_only(server: Server) -> None:
    assert code(server.get("/sparql", params={"update": INSERT})) == (400, "update")
    for method in ("PUT", "PATCH", "DELETE"):
        assert server.request(method, "/sparql", params={"update": INSERT}).status_code == 405


def test_2_2_exactly_one_update_would_be_asked_and_none_is_answered(server: Server) -> None:
    for given in ([("update", INSERT)], [("update", INSERT)] * 2, [("update", "")]):
        assert code(server.post("/sparql", content=urlencode(given), headers=FORM)) == (400, "update")


def test_2_2_a_query_beside_an_update_is_not_answered(server: Server) -> None:
    form = urlencode({"query": "ASK {}", "update": INSERT})
    assert code(server.post("/sparql", content=form, headers=FORM)) == (400, "update")


def test_2_2_failure_is_told_by_the_status(server: Server) -> None:
    answer = server.post("/sparql", content=urlencode({"update": INSERT}), headers=FORM)
    assert answer.is_client_error
    assert answer.headers["access-control-allow-origin"] == "*"


def test_2_2_1_an_update_in_a_form_is_refused(server: Server) -> None:
    form = urlencode([("using-graph-uri", P1), ("update", INSERT), ("using-named-graph-uri", P1)])
    assert code(server.post("/sparql", content=form, headers=FORM)) == (400, "update")


def test_2_2_2_an_update_as_it_is_is_refused_by_its_media_type(server: Server) -> None:
    for where in ("/sparql", f"/sparql?using-graph-uri={P1}", f"/sparql?using-named-graph-uri={P1}"):
        answer = server.post(where, content=INSERT, headers=UPDATE)
        assert code(answer) == (415, "media-type")
        assert "application/sparql-query" in answer.json()["detail"]


def test_2_2_3_a_dataset_of_an_update_is_no_dataset_of_a_query(server: Server) -> None:
    asked = {"query": EVERYTHING["query"], "format": "csv"}
    for name in ("using-graph-uri", "using-named-graph-uri"):
        answer = server.get("/sparql", params={**asked, name: P1})
        assert answer.text == server.get("/sparql", params=asked).text


@pytest.mark.parametrize("clause", ["USING <a:b>", "USING NAMED <a:b>"])
def test_2_2_3_an_update_that_names_its_dataset_is_refused_too(server: Server, clause: str) -> None:
    update = f"DELETE {{ ?s ?p ?o }} {clause} WHERE {{ ?s ?p ?o }}"
    form = urlencode({"update": update, "using-graph-uri": P1})
    assert code(server.post("/sparql", content=form, headers=FORM)) == (400, "update")


def test_2_2_4_nothing_succeeds(server: Server) -> None:
    for update in (INSERT, "", "INSERT DATA { }", "CREATE SILENT GRAPH <a:b>"):
        answer = server.post("/sparql", content=urlencode({"update": update}), headers=FORM)
        assert not answer.is_success


def test_2_2_5_a_malformed_update_is_400_too(server: Server) -> None:
    assert code(server.post("/sparql", content=urlencode({"update": "INSERT"}), headers=FORM)) == (400, "update")


@pytest.mark.parametrize("accept", ["application/json", "text/html"])
def test_2_2_5_the_refusal_is_for_machines_and_for_people(server: Server, accept: str) -> None:
    answer = server.post("/sparql", content=urlencode({"update": INSERT}), headers=FORM | {"accept": accept})
    assert answer.headers["content-type"].startswith(
        "text/html" if accept == "text/html" else "application/problem+json"
    )
    assert "this server only reads" in answer.text
