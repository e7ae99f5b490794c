"""SPARQL 1.1 Graph Store HTTP Protocol, the sentences on reading (W3C, 21 March 2013)."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from tests.web.conftest import Server

P1 = "https://w3id.org/shkc/report/test-2021/01/p0001"


def test_4_1_direct_identification_a_graph_answers_at_its_own_address(server: Server) -> None:
    answer = server.get("/report/test-2021/01/p0001", headers={"accept": "application/n-quads"})
    graphs = {q.graph_name.value for q in ox.parse(answer.content, format=ox.RdfFormat.N_QUADS)}
    assert P1 in graphs


def test_4_2_indirect_identification_by_graph(server: Server) -> None:
    answer = server.get("/store", params={"graph": P1}, headers={"accept": "application/n-triples"})
    assert len(answer.text.splitlines()) == 2


def test_4_2_the_graph_is_an_absolute_iri(server: Server) -> None:
    assert server.get("/store", params={"graph": "p0001"}).status_code == 400


def test_4_2_the_default_graph(server: Server) -> None:
    answer = server.get("/store?default", headers={"accept": "application/n-triples"})
    lines = answer.text.splitlines()
    everything = server.get("/sparql", params={"query": "SELECT (COUNT(*) AS ?n) {?s ?p ?o}", "format": "csv"})
    assert len(lines) == len(set(lines)) == int(everything.text.split()[1])


@pytest.mark.parametrize("query", ["", "graph=a:b&default", "graph=a:b&graph=a:c"])
def test_4_2_exactly_one_graph_is_named(server: Server, query: str) -> None:
    assert server.get(f"/store?{query}").status_code == 400


def test_5_2_get_retrieves_the_graph_in_the_format_that_is_accepted(server: Server) -> None:
    for media in ("text/turtle", "application/rdf+xml", "application/ld+json"):
        answer = server.get("/store", params={"graph": P1}, headers={"accept": media})
        assert answer.headers["content-type"].startswith(media)


def test_5_2_a_graph_that_does_not_exist_is_404(server: Server) -> None:
    assert server.get("/store", params={"graph": "http://nowhere.example/"}).status_code == 404


def test_5_2_no_acceptable_format_is_406(server: Server) -> None:
    assert server.get("/store?default", headers={"accept": "text/csv"}).status_code == 406


def test_5_8_head_is_get_without_the_body(server: Server) -> None:
    get = server.get("/store", params={"graph": P1})
    head = server.request("HEAD", "/store", params={"graph": P1})
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == get.headers["content-length"]


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH"])
def test_5_what_would_change_a_graph_is_405(server: Server, method: str) -> None:
    answer = server.request(method, "/store", params={"graph": P1})
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD, OPTIONS")
