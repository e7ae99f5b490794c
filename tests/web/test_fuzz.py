"""Requests nobody thought of: no answer is a 500, none shows the server's inside."""

from __future__ import annotations

import os
from urllib.parse import quote, urlencode

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.web.conftest import Here, There

from shkc_kg.web.examples import examples

# SHKC_KG_FUZZ=10000 makes a night of it.
EXAMPLES = int(os.environ.get("SHKC_KG_FUZZ", "60"))
PATHS = ["/", "/sparql", "/store", "/dataset", "/ontology", "/health", "/version", "/openapi.json", "/api/search"]
PATHS += ["/api/queries", "/.well-known/void", "/dataset.sha256", "/dataset.nq", "/id/甲大学", "/graph/ontology"]
PATHS += [f"/api/queries/{each.name}" for each in examples()[:5]]
NAMES = [
    "query",
    "update",
    "default-graph-uri",
    "named-graph-uri",
    "format",
    "timeout",
    "graph",
    "default",
    "q",
    "limit",
]
NAMES += ["lang", "type", "year", "place"]
MEDIA = ["*/*", "text/html", "text/turtle", "text/csv", "application/json", "application/sparql-query", "image/png"]
MEDIA += ["application/x-www-form-urlencoded", "application/ld+json;profile=x", ";;q=,,", "text/*;q=0.1, */*;q=0"]

WORDS = [
    "SELECT",
    "ASK",
    "CONSTRUCT",
    "DESCRIBE",
    "*",
    "?s",
    "WHERE",
    "{",
    "}",
    "(",
    ")",
    "?s ?p ?o",
    ".",
    "FILTER",
    "LIMIT 3",
]
WORDS += [
    "GRAPH ?g",
    "FROM",
    "NAMED",
    "<https://w3id.org/shkc/id/甲大学>",
    "id:丙区",
    '"x"@zh',
    "SERVICE",
    "#",
    "UNION",
    "BIND(1 AS ?x)",
]
WORDS += [
    "COUNT(*)",
    "AS",
    "GROUP BY",
    "rdfs:label",
    "a",
    "/",
    "+",
    "^",
    "!",
    "\\u0041",
    "'",
    '"""',
    "\x00",
    "𠀀",
    "VALUES",
]

sparql = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
text = st.one_of(sparql, st.text(max_size=30), st.sampled_from([*MEDIA, "json", "csv", "1", "0", "-1", "a:b"]))
path = st.one_of(
    st.sampled_from(PATHS),
    st.builds(
        lambda p, s: p + s, st.sampled_from(PATHS), st.sampled_from([".ttl", ".html", ".json", ".nq", "/", "//", "."])
    ),
    st.text(max_size=20).map(lambda t: "/" + t),
)
latin = st.text(st.characters(min_codepoint=32, max_codepoint=255, exclude_characters="\x7f"), max_size=30)
headers = st.dictionaries(
    st.sampled_from(
        ["accept", "accept-language", "accept-encoding", "content-type", "if-none-match", "host", "origin"]
    ),
    st.one_of(st.sampled_from(MEDIA), latin.map(str.strip)),
    max_size=4,
)
method = st.sampled_from(["GET", "GET", "POST", "HEAD", "OPTIONS", "PUT", "DELETE"])
pairs = st.lists(st.tuples(st.sampled_from(NAMES), text), max_size=4)
body = st.one_of(
    pairs.map(lambda p: urlencode(p, errors="replace").encode()), sparql.map(str.encode), st.binary(max_size=50)
)


def ask(
    server: Here | There, how: str, where: str, given: list[tuple[str, str]], said: dict[str, str], sent: bytes
) -> None:
    url = quote(where, safe="/%.", errors="replace") + ("?" + urlencode(given, errors="replace") if given else "")
    encoded = {name: value.encode("latin-1") for name, value in said.items()}
    answer = server.request(how, url, headers=encoded, content=sent if how == "POST" else None)
    assert answer.status_code != 500, (how, url, said, sent, answer.text)
    assert "Traceback" not in answer.text
    if answer.status_code >= 400 and how != "HEAD" and answer.text:
        assert answer.headers["access-control-allow-origin"] == "*" or answer.status_code == 400


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(method, path, pairs, headers, body)
def test_any_request_in_process(here: Here, how: str, where: str, given: list, said: dict, sent: bytes) -> None:
    ask(here, how, where, given, said, sent)


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(method, path, pairs, headers, body)
def test_any_request_over_a_socket(there: There, how: str, where: str, given: list, said: dict, sent: bytes) -> None:
    ask(there, how, where, given, said, sent)


@settings(max_examples=2 * EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(sparql)
def test_any_query(here: Here, query: str) -> None:
    answer = here.post("/sparql", content=query.encode(), headers={"content-type": "application/sparql-query"})
    assert answer.status_code in (200, 400), answer.text
