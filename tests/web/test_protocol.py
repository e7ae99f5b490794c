"""SPARQL 1.1 Protocol §2.1, sentence by sentence, in process and over a socket (W3C, 21 March 2013)."""

from __future__ import annotations

from urllib.parse import quote, urlencode

import httpx
import pytest
from tests.web.conftest import Server

JSON = "application/sparql-results+json"
XML = "application/sparql-results+xml"
SELECT = "SELECT ?x WHERE { <https://w3id.org/shkc/id/甲大学> <https://schema.org/location> ?x }"
ASK = "ASK { ?s a <https://w3id.org/shkc/ontology#University> }"
CONSTRUCT = "CONSTRUCT WHERE { ?s a <https://w3id.org/shkc/ontology#University> }"
DESCRIBE = "DESCRIBE <https://w3id.org/shkc/id/甲大学>"
P1 = "https://w3id.org/shkc/report/test-2021/01/p0001"
P2 = "https://w3id.org/shkc/report/test-2021/01/p0002"
FORM = {"content-type": "application/x-www-form-urlencoded"}
DIRECT = {"content-type": "application/sparql-query"}
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
COUNT_NAMED = "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }"


def number(answer: httpx.Response) -> int:
    assert answer.status_code == 200, answer.text
    return int(answer.json()["results"]["bindings"][0]["n"]["value"])


def media(answer: httpx.Response) -> str:
    return answer.headers["content-type"].partition(";")[0]


# 2.1 The query operation


def test_2_1_1_query_via_get(server: Server) -> None:
    answer = server.get("/sparql", params={"query": SELECT})
    assert answer.status_code == 200
    assert answer.json()["results"]["bindings"] == [{"x": {"type": "uri", "value": "https://w3id.org/shkc/id/丙区"}}]


def test_2_1_1_parameters_are_percent_encoded_and_joined_by_ampersands(server: Server) -> None:
    plus = SELECT.replace(" ", "+")
    assert server.get(f"/sparql?query={quote(SELECT, safe='')}").status_code == 200
    assert server.get(f"/sparql?query={quote(plus, safe='+')}&format=json").status_code == 200


def test_2_1_1_an_ampersand_and_nothing_else_divides(server: Server) -> None:
    query = "ASK { FILTER('a;format=csv' = 'a;format=csv') }"
    assert media(server.get(f"/sparql?query={quote(query, safe=';=')}")) == JSON


@pytest.mark.parametrize("order", [1, -1])
def test_2_1_1_parameters_come_in_any_order(server: Server, order: int) -> None:
    given = [("query", COUNT), ("default-graph-uri", P1), ("named-graph-uri", P2), ("format", "json")][::order]
    assert number(server.get("/sparql", params=given)) == 2
    assert number(server.post("/sparql", content=urlencode(given), headers=FORM)) == 2


def test_2_1_1_what_stands_in_the_body_of_a_get_is_no_query(server: Server) -> None:
    answer = server.request("GET", "/sparql", params={"query": ASK}, content=b"query=SELECT", headers=FORM)
    assert (answer.status_code, answer.json().get("boolean")) == (200, True)


def test_2_1_1_parameters_that_nobody_knows_do_no_harm(server: Server) -> None:
    assert server.get("/sparql", params={"ac": "1", "query": ASK, "x": "y"}).status_code == 200


def test_2_1_2_query_via_post_with_url_encoded_parameters(server: Server) -> None:
    answer = server.post("/sparql", content=urlencode({"query": ASK}), headers=FORM)
    assert answer.json()["boolean"] is True


def test_2_1_2_dataset_parameters_travel_in_the_form(server: Server) -> None:
    form = urlencode([("query", COUNT), ("default-graph-uri", P1), ("default-graph-uri", P2)])
    assert number(server.post("/sparql", content=form, headers=FORM)) == 2


def test_2_1_2_a_post_must_say_that_it_is_a_form(server: Server) -> None:
    assert server.post("/sparql", content=urlencode({"query": ASK}).encode()).status_code == 415


def test_2_1_3_query_via_post_directly(server: Server) -> None:
    assert server.post("/sparql", content=ASK.encode(), headers=DIRECT).json()["boolean"] is True


def test_2_1_3_dataset_parameters_travel_in_the_address(server: Server) -> None:
    answer = server.post("/sparql", params={"default-graph-uri": P1}, content=COUNT.encode(), headers=DIRECT)
    assert number(answer) == 2


def test_2_1_3_the_body_is_utf_8(server: Server) -> None:
    query = 'ASK { ?s <http://www.w3.org/2000/01/rdf-schema#label> "甲大学"@zh }'
    assert server.post("/sparql", content=query.encode(), headers=DIRECT).json()["boolean"] is True
    assert server.post("/sparql", content=query.encode("gb18030"), headers=DIRECT).status_code == 400


@pytest.mark.parametrize("charset", ["utf-16", "gb18030", "iso-8859-1"])
def test_2_1_3_no_other_charset(server: Server, charset: str) -> None:
    headers = {"content-type": f"application/sparql-query; charset={charset}"}
    assert server.post("/sparql", content=ASK.encode(charset), headers=headers).status_code == 415


def test_2_1_3_utf_8_may_be_said(server: Server) -> None:
    headers = {"content-type": "application/sparql-query; charset=UTF-8"}
    assert server.post("/sparql", content=ASK.encode(), headers=headers).status_code == 200


def test_2_1_exactly_one_query_string_over_get(server: Server) -> None:
    assert server.get("/sparql", params=[("query", ASK), ("query", SELECT)]).status_code == 400


def test_2_1_exactly_one_query_string_over_post(server: Server) -> None:
    form = urlencode([("query", ASK), ("query", ASK)])
    assert server.post("/sparql", content=form, headers=FORM).status_code == 400
    assert server.post("/sparql", params={"query": ASK}, content=ASK.encode(), headers=DIRECT).status_code == 400


def test_2_1_a_form_without_a_query_is_refused(server: Server) -> None:
    assert server.post("/sparql", content=b"", headers=FORM).status_code == 400
    assert server.post("/sparql", content=b"default-graph-uri=a:b", headers=FORM).status_code == 400


def test_2_1_a_dataset_without_a_query_is_refused(server: Server) -> None:
    assert server.get("/sparql", params={"default-graph-uri": P1}).status_code == 400


# 2.1.4 Specifying an RDF dataset


def test_2_1_4_without_a_dataset_the_default_graph_is_the_union_each_triple_once(server: Server) -> None:
    query = "SELECT (COUNT(*) AS ?n) WHERE { <https://w3id.org/shkc/id/甲大学> <https://schema.org/location> ?o }"
    assert number(server.get("/sparql", params={"query": query})) == 1
    everywhere = query.replace("WHERE {", "WHERE { GRAPH ?g {").replace("?o }", "?o } }")
    assert number(server.get("/sparql", params={"query": everywhere})) == 2


def test_2_1_4_one_default_graph(server: Server) -> None:
    assert number(server.get("/sparql", params={"query": COUNT, "default-graph-uri": P1})) == 2


def test_2_1_4_several_default_graphs_are_merged(server: Server) -> None:
    parameters = [("query", COUNT), ("default-graph-uri", P1), ("default-graph-uri", P2)]
    assert number(server.get("/sparql", params=parameters)) == 2


def test_2_1_4_named_graphs(server: Server) -> None:
    parameters = [("query", COUNT_NAMED), ("named-graph-uri", P1), ("named-graph-uri", P2)]
    assert number(server.get("/sparql", params=parameters)) == 3


def test_2_1_4_named_graphs_only_leave_the_default_graph_empty(server: Server) -> None:
    assert number(server.get("/sparql", params={"query": COUNT, "named-graph-uri": P1})) == 0


def test_2_1_4_default_graphs_only_leave_no_named_graph(server: Server) -> None:
    assert number(server.get("/sparql", params={"query": COUNT_NAMED, "default-graph-uri": P1})) == 0


def test_2_1_4_both_kinds_together(server: Server) -> None:
    parameters = [("default-graph-uri", P1), ("default-graph-uri", P2), ("named-graph-uri", P2)]
    query = "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } ?s ?p ?o }"
    assert number(server.get("/sparql", params=[("query", query), *parameters])) == 1


def test_2_1_4_the_protocols_dataset_wins_over_the_querys(server: Server) -> None:
    query = COUNT.replace("WHERE", f"FROM <{P2}> WHERE")
    assert number(server.get("/sparql", params={"query": query})) == 1
    assert number(server.get("/sparql", params={"query": query, "default-graph-uri": P1})) == 2


def test_2_1_4_from_names_the_dataset(server: Server) -> None:
    query = COUNT.replace("WHERE", f"FROM <{P1}> FROM <{P2}> WHERE")
    assert number(server.get("/sparql", params={"query": query})) == 2
    query = COUNT_NAMED.replace("WHERE", f"FROM NAMED <{P1}> WHERE")
    assert number(server.get("/sparql", params={"query": query})) == 2


def test_2_1_4_a_graph_that_is_not_there_is_empty(server: Server) -> None:
    assert number(server.get("/sparql", params={"query": COUNT, "default-graph-uri": "http://nowhere.example/"})) == 0


@pytest.mark.parametrize("iri", ["", "p0001", "not an iri", "a:b> { }", "<http://a.example/>"])
def test_2_1_4_a_graph_is_named_by_an_absolute_iri(server: Server, iri: str) -> None:
    assert server.get("/sparql", params={"query": COUNT, "default-graph-uri": iri}).status_code == 400


# 2.1.5 Accepted response formats, 2.1.6 Success responses


@pytest.mark.parametrize(
    ("query", "accept", "expected"),
    [
        (SELECT, JSON, JSON),
        (SELECT, XML, XML),
        (SELECT, "text/csv", "text/csv"),
        (SELECT, "text/tab-separated-values", "text/tab-separated-values"),
        (SELECT, "application/json", "application/json"),
        (ASK, JSON, JSON),
        (ASK, XML, XML),
        (ASK, "text/csv", "text/csv"),
        (CONSTRUCT, "text/turtle", "text/turtle"),
        (CONSTRUCT, "application/n-triples", "application/n-triples"),
        (CONSTRUCT, "application/rdf+xml", "application/rdf+xml"),
        (CONSTRUCT, "application/ld+json", "application/ld+json"),
        (CONSTRUCT, "application/trig", "application/trig"),
        (CONSTRUCT, "application/n-quads", "application/n-quads"),
        (DESCRIBE, "application/rdf+xml", "application/rdf+xml"),
        (SELECT, "*/*", JSON),
        (CONSTRUCT, "*/*", "text/turtle"),
        (SELECT, "text/csv;q=0.3, application/sparql-results+xml;q=0.9, */*;q=0.1", XML),
        (SELECT, "text/*;q=0.8, text/csv;q=0, application/*;q=0.1", "text/tab-separated-values"),
        (SELECT, "application/sparql-results+json;q=0, */*", XML),
        (CONSTRUCT, "text/html, application/rdf+xml;q=0.5", "application/rdf+xml"),
        (SELECT, "TEXT/CSV ; Q=0.5", "text/csv"),
    ],
)
def test_2_1_5_the_format_is_negotiated(server: Server, query: str, accept: str, expected: str) -> None:
    answer = server.get("/sparql", params={"query": query}, headers={"accept": accept})
    assert (answer.status_code, media(answer)) == (200, expected)


@pytest.mark.parametrize(
    ("query", "accept"), [(SELECT, "text/turtle"), (CONSTRUCT, "text/csv"), (ASK, "image/png"), (SELECT, "*/*;q=0")]
)
def test_2_1_5_no_acceptable_format_is_406_and_names_what_there_is(server: Server, query: str, accept: str) -> None:
    answer = server.get("/sparql", params={"query": query}, headers={"accept": accept})
    assert answer.status_code == 406
    assert ("text/csv" if query != CONSTRUCT else "text/turtle") in answer.json()["detail"]


@pytest.mark.parametrize(
    ("query", "name", "expected"),
    [
        (SELECT, "csv", "text/csv"),
        (SELECT, "text/csv", "text/csv"),
        (SELECT, "xml", XML),
        (CONSTRUCT, "turtle", "text/turtle"),
        (CONSTRUCT, "json", "application/ld+json"),
        (CONSTRUCT, "nt", "application/n-triples"),
    ],
)
def test_format_wins_over_accept(server: Server, query: str, name: str, expected: str) -> None:
    answer = server.get("/sparql", params={"query": query, "format": name}, headers={"accept": "image/png"})
    assert (answer.status_code, media(answer)) == (200, expected)


def test_an_unknown_format_is_refused_by_name(server: Server) -> None:
    answer = server.get("/sparql", params={"query": SELECT, "format": "xls"})
    assert answer.status_code == 400
    assert "csv" in answer.json()["detail"]


def test_2_1_6_csv_and_tsv_are_as_their_recommendation_says(server: Server) -> None:
    query = 'SELECT ?a ?b ?c { VALUES (?a ?b ?c) { ("x,\\"y" UNDEF "丙"@zh) } }'
    csv = server.get("/sparql", params={"query": query, "format": "csv"})
    assert csv.content.decode() == 'a,b,c\r\n"x,""y",,丙\r\n'
    tsv = server.get("/sparql", params={"query": query, "format": "tsv"})
    assert tsv.content.decode() == '?a\t?b\t?c\n"x,\\"y"\t\t"丙"@zh\n'


# 2.1.7 Failure responses


def test_2_1_7_a_malformed_query_is_400_with_line_and_column(server: Server) -> None:
    answer = server.get("/sparql", params={"query": "SELECT * {\n  ?s ?p 甲乙 丙\n}"})
    assert answer.status_code == 400
    assert answer.headers["content-type"].startswith("application/problem+json")
    assert answer.json()["line"] == 2
    assert answer.json()["detail"].startswith("line 2, column ")


def test_2_1_7_an_empty_query_is_400(server: Server) -> None:
    assert server.get("/sparql", params={"query": ""}).status_code == 400


def test_2_1_7_an_undeclared_prefix_is_named(server: Server) -> None:
    answer = server.get("/sparql", params={"query": "SELECT * { ?s nope:p ?o }"})
    assert "nope:" in answer.json()["detail"]


def test_the_usual_prefixes_need_not_be_declared(server: Server) -> None:
    assert (
        server.get("/sparql", params={"query": "ASK { id:甲大学 schema:location id:丙区 }"}).json()["boolean"] is True
    )


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_other_methods_are_405_and_allow_says_which(server: Server, method: str) -> None:
    answer = server.request(method, "/sparql", params={"query": ASK})
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD, POST, OPTIONS"


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/sparql-update", "multipart/form-data; boundary=x", "nonsense"]
)
def test_other_media_types_are_415(server: Server, kind: str) -> None:
    assert server.post("/sparql", content=ASK.encode(), headers={"content-type": kind}).status_code == 415


def test_a_query_that_is_too_long_is_413(server: Server) -> None:
    query = ASK + "#" * 2**20
    assert server.post("/sparql", content=query.encode(), headers=DIRECT).status_code == 413


@pytest.mark.parametrize(
    ("accept", "expected"), [("text/html", "text/html"), ("application/json", "application/problem+json")]
)
def test_2_1_7_what_is_wrong_is_told_to_people_and_to_machines(server: Server, accept: str, expected: str) -> None:
    answer = server.get("/sparql", params={"query": "SELEKT"}, headers={"accept": accept})
    assert (answer.status_code, media(answer)) == (400, expected)


def test_2_1_7_a_query_that_is_not_carried_out_is_5xx_and_the_next_one_is_answered(server: Server) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n2 ?o }"
    assert server.get("/sparql", params={"query": endless, "timeout": "0.2"}).is_server_error
    assert server.get("/sparql", params={"query": ASK}).status_code == 200


# 2.2 The update operation is not offered; see also test_protocol_update.py


@pytest.mark.parametrize(
    "update",
    [
        "INSERT DATA { <a:a> <a:b> <a:c> }",
        "DELETE WHERE { ?s ?p ?o }",
        "LOAD <http://127.0.0.1:9/>",
        "CLEAR ALL",
        "PREFIX a: <a:> DROP GRAPH a:b",
        "WITH <a:b> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    ],
)
def test_2_2_an_update_sent_as_a_query_is_refused(server: Server, update: str) -> None:
    answer = server.post("/sparql", content=update.encode(), headers=DIRECT)
    assert answer.status_code == 400
    assert answer.json()["type"] == "/problems#update"


def test_2_2_an_update_parameter_is_refused(server: Server) -> None:
    form = urlencode({"update": "CLEAR ALL"})
    assert server.post("/sparql", content=form, headers=FORM).status_code == 400
    assert number(server.get("/sparql", params={"query": COUNT})) > 0


# 2.3 Determining the base IRI


def test_2_3_base_in_the_query_resolves_relative_iris(server: Server) -> None:
    query = "BASE <https://w3id.org/shkc/> ASK { <id/甲大学> a <ontology#University> }"
    assert server.get("/sparql", params={"query": query}).json()["boolean"] is True


def test_2_3_without_it_the_service_has_a_base_of_its_own(server: Server) -> None:
    """It is that of the graph, so that IRIs can be written as short as they are in the address line."""
    query = "SELECT ?this ?x { BIND(<id/甲大学> AS ?this) ?this <https://schema.org/location> ?x }"
    (row,) = server.get("/sparql", params={"query": query}).json()["results"]["bindings"]
    assert row["this"]["value"] == "https://w3id.org/shkc/id/甲大学"


# HEAD, OPTIONS, CORS, caches


def test_head_has_the_headers_of_get_and_no_body(server: Server) -> None:
    get = server.get("/sparql", params={"query": SELECT})
    head = server.request("HEAD", "/sparql", params={"query": SELECT})
    assert head.content == b""
    same = ("content-type", "content-length", "etag", "vary")
    assert {name: head.headers[name] for name in same} == {name: get.headers[name] for name in same}


def test_options_says_what_is_allowed(server: Server) -> None:
    answer = server.request("OPTIONS", "/sparql")
    assert (answer.status_code, answer.headers["allow"]) == (204, "GET, HEAD, POST, OPTIONS")


def test_preflight(server: Server) -> None:
    asked = {
        "origin": "https://yasgui.example",
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type",
    }
    answer = server.request("OPTIONS", "/sparql", headers=asked)
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "POST" in answer.headers["access-control-allow-methods"]
    assert "content-type" in answer.headers["access-control-allow-headers"].lower()


def test_any_page_may_read_errors(server: Server) -> None:
    for parameters in ({"query": "SELEKT"}, {"query": SELECT, "format": "xls"}):
        answer = server.get("/sparql", params=parameters, headers={"origin": "https://yasgui.example"})
        assert (answer.status_code, answer.headers["access-control-allow-origin"]) == (400, "*")
    assert server.get("/nothing-here").headers["access-control-allow-origin"] == "*"


def test_an_unchanged_answer_is_304(server: Server) -> None:
    first = server.get("/sparql", params={"query": SELECT})
    again = server.get("/sparql", params={"query": SELECT}, headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]


def test_another_format_or_query_is_another_entity(server: Server) -> None:
    tags = {
        server.get("/sparql", params={"query": query, "format": name}).headers["etag"]
        for query in (SELECT, ASK)
        for name in ("json", "xml", "csv")
    }
    assert len(tags) == 6


def test_vary_names_what_the_answer_depends_on(server: Server) -> None:
    vary = server.get("/sparql", params={"query": SELECT}).headers["vary"]
    assert {"Accept", "Accept-Encoding"} <= set(vary.split(", "))


def test_chance_and_time_are_never_kept(server: Server) -> None:
    answers = [server.get("/sparql", params={"query": "SELECT (UUID() AS ?u) {}"}) for _ in range(2)]
    assert "etag" not in answers[0].headers
    assert answers[0].text != answers[1].text


@pytest.mark.parametrize("coding", ["gzip", "br"])
def test_a_long_answer_is_packed_for_who_takes_it(server: Server, coding: str) -> None:
    query = "SELECT * { ?s ?p ?o }"
    packed = server.get("/sparql", params={"query": query}, headers={"accept-encoding": coding})
    plain = server.get("/sparql", params={"query": query}, headers={"accept-encoding": "identity"})
    assert packed.headers["content-encoding"] == coding
    assert "content-encoding" not in plain.headers
    assert packed.json() == plain.json()


def test_a_browser_reads_an_error_as_a_page(server: Server) -> None:
    answer = server.get("/sparql", params={"query": "nonsense"}, headers={"accept": "text/html,*/*;q=0.1"})
    assert (answer.status_code, media(answer)) == (400, "text/html")
    assert "line 1" in answer.text
    assert answer.headers["access-control-allow-origin"] == "*"
    assert 'id="malformed-query"' in server.get("/problems").text


def test_timeout_must_be_a_number(server: Server) -> None:
    assert server.get("/sparql", params={"query": ASK, "timeout": "soon"}).status_code == 400
    assert server.get("/sparql", params={"query": ASK, "timeout": "-1"}).status_code == 400
    assert server.get("/sparql", params={"query": ASK, "timeout": "nan"}).status_code == 400
    assert server.get("/sparql", params={"query": ASK, "timeout": "1.5"}).status_code == 200
