"""SPARQL 1.1 Graph Store HTTP Protocol, the sentences on reading (W3C, 21 March 2013)."""

from __future__ import annotations

from urllib.parse import quote

import pyoxigraph as ox
import pytest
from tests.web.conftest import Server

NQUADS = ox.RdfFormat.N_QUADS
P1 = "https://w3id.org/shkc/report/test-2021/01/p0001"


def test_4_1_direct_identification_a_graph_answers_at_its_own_address(server: Server) -> None:
    answer = server.get("/report/test-2021/01/p0001", headers={"accept": "application/n-quads"})
    graphs = {q.graph_name.value for q in ox.parse(answer.content, format=ox.RdfFormat.N_QUADS)}
    assert P1 in graphs


def test_4_1_what_stands_in_a_graph_is_the_same_directly_and_indirectly(server: Server) -> None:
    direct = server.get("/report/test-2021/01/p0001", headers={"accept": "application/n-quads"})
    within = {q.triple for q in ox.parse(direct.content, format=NQUADS) if q.graph_name == ox.NamedNode(P1)}
    indirect = server.get("/store", params={"graph": P1}, headers={"accept": "application/n-triples"})
    assert within == {q.triple for q in ox.parse(indirect.content, format=ox.RdfFormat.N_TRIPLES)}


def test_4_2_the_iri_is_percent_decoded(server: Server) -> None:
    answer = server.get(f"/store?graph={quote(P1, safe='')}", headers={"accept": "application/n-triples"})
    assert len(answer.text.splitlines()) == 2


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


def test_4_2_the_path_alone_is_the_store_itself(server: Server) -> None:
    assert server.get("/store/", params={"graph": P1}).text == server.get("/store", params={"graph": P1}).text


@pytest.mark.parametrize("query", ["", "graph=a:b&default", "graph=a:b&graph=a:c"])
def test_4_2_exactly_one_graph_is_named(server: Server, query: str) -> None:
    assert server.get(f"/store?{query}").status_code == 400


@pytest.mark.parametrize("where", [f"/store?graph={P1}", "/store?default", "/report/test-2021/01/p0001"])
def test_5_without_accept_it_is_one_of_the_three_formats_of_rdf(server: Server, where: str) -> None:
    answer = server.get(where, headers={"accept": ""})
    assert answer.headers["content-type"].partition(";")[0] == "text/turtle"
    assert len(list(ox.parse(answer.content, format=ox.RdfFormat.TURTLE))) > 0


def test_5_conditional_requests_are_answered(server: Server) -> None:
    first = server.get("/store", params={"graph": P1})
    again = server.get("/store", params={"graph": P1}, headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = server.get("/store?default", headers={"if-none-match": first.headers["etag"]})
    assert other.status_code == 200


@pytest.mark.parametrize("query", ["", "graph=p0001", "graph=a:b&default"])
def test_5_1_another_method_is_405_however_malformed_its_request(server: Server, query: str) -> None:
    assert server.request("PUT", f"/store?{query}", content=b"nonsense").status_code == 405


def test_5_2_a_graph_is_what_construct_finds_in_it(server: Server) -> None:
    for where, pattern in ((f"graph={P1}", f"GRAPH <{P1}> {{ ?s ?p ?o }}"), ("default", "?s ?p ?o")):
        query = {"query": f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {pattern} }}", "format": "nt"}
        asked, got = server.get("/sparql", params=query), server.get(f"/store?{where}&format=nt")
        assert set(asked.text.splitlines()) == set(got.text.splitlines())


def test_5_2_the_answer_may_be_kept_by_caches(server: Server) -> None:
    headers = server.get("/store", params={"graph": P1}).headers
    assert headers["cache-control"].startswith("public")
    assert headers["etag"]
    assert "Accept" in headers["vary"].split(", ")


def test_5_2_get_retrieves_the_graph_in_the_format_that_is_accepted(server: Server) -> None:
    for media in ("text/turtle", "application/rdf+xml", "application/ld+json"):
        answer = server.get("/store", params={"graph": P1}, headers={"accept": media})
        assert answer.headers["content-type"].startswith(media)


def test_5_2_a_graph_that_does_not_exist_is_404(server: Server) -> None:
    assert server.get("/store", params={"graph": "http://nowhere.example/"}).status_code == 404


def test_5_2_no_acceptable_format_is_406(server: Server) -> None:
    assert server.get("/store?default", headers={"accept": "text/csv"}).status_code == 406


def test_5_6_head_of_a_graph_that_is_not_there_is_404(server: Server) -> None:
    answer = server.request("HEAD", "/store", params={"graph": "http://nowhere.example/"})
    assert (answer.status_code, answer.content) == (404, b"")


def test_5_6_head_is_get_without_the_body(server: Server) -> None:
    get = server.get("/store", params={"graph": P1})
    head = server.request("HEAD", "/store", params={"graph": P1})
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == get.headers["content-length"]


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH"])
def test_5_what_would_change_a_graph_is_405(server: Server, method: str) -> None:
    answer = server.request(method, "/store", params={"graph": P1})
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD, OPTIONS")
