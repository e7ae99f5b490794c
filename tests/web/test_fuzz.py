"""Requests nobody thought of: no answer is a 500, none shows the server's inside.

``make fuzz`` sends ten thousand, a fifth of them made by schemathesis (test_schemathesis.py).
"""

from __future__ import annotations

import os
from collections.abc import Callable
from urllib.parse import quote, urlencode

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.web.conftest import Here, There

from shkc_kg.web.examples import examples

# How many requests all the tests of this kind send together.
FUZZ = int(os.environ.get("SHKC_KG_FUZZ", "400"))
PATHS = ["/", "/sparql", "/store", "/dataset", "/ontology", "/health", "/version", "/openapi.json", "/api/search"]
PATHS += ["/api/queries", "/.well-known/void", "/dataset.sha256", "/dataset.nq", "/id/甲大学", "/graph/ontology"]
PATHS += ["/reconcile", "/problems", "/conformance", "/read", "/graph-view", "/figures", "/map", "/query", "/checks"]
PATHS += ["/static/", "/static/../app.py", "/id/", "/report/test-2021/01/p0001", "/dataset.trig"]
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

WORDS = ["SELECT", "ASK", "DESCRIBE", "*", "?s", "WHERE", "{", "}", "(", ")", ".", ";", ",", "FILTER", "LIMIT 3"]
WORDS += [
    "GRAPH ?g",
    "FROM",
    "NAMED",
    "id:丙区",
    "SERVICE",
    "#",
    "UNION",
    "BASE <a:b>",
    "PREFIX x: <y>",
    "COUNT(*)",
    "AS",
]
WORDS += [
    "GROUP BY",
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
    "INSERT",
    "<<",
    ">>",
    "-",
    "%",
    "||",
]
TERMS = [
    "?s",
    "?p",
    "?o",
    "?s",
    "?o",
    "<https://w3id.org/shkc/id/甲大学>",
    "id:丙区",
    '"丙区"@zh',
    "12",
    "true",
    "[]",
    "_:b",
]
VERBS = [
    "?p",
    "rdfs:label",
    "schema:location",
    "a",
    "rdfs:label|a",
    "(schema:location/rdfs:label)",
    "!a",
    "schema:location*",
]
EXPRESSIONS = ["?o > 1", "REGEX(STR(?o), '(a+)+$')", "CONTAINS(STR(?o), '大')", "EXISTS { ?s ?p ?x }", "1 / 0 = 1"]
EXPRESSIONS += [
    "STRDT('x', xsd:integer) = 1",
    "BOUND(?x)",
    "SUBSTR(STR(?o), 0, -1) = ''",
    "?s IN (?o, 1, <a:b>)",
    "RAND() < 2",
]
EXPRESSIONS += [
    "REPLACE(STR(?o), '.', '$0') = ''",
    "xsd:dateTime(?o) < NOW()",
    "IF(?o, 1/0, 2) = 2",
    "UUID() = ?s",
    "ABS(-1e308*10) > 1",
]
ENDS = [
    "",
    "LIMIT 5",
    "ORDER BY ?o DESC(?s) LIMIT 3",
    "OFFSET 99999999",
    "GROUP BY ?s HAVING(COUNT(*) > 1)",
    "VALUES ?s { id:甲大学 UNDEF }",
]
FORMS = [
    "SELECT *",
    "SELECT DISTINCT ?s",
    "SELECT (COUNT(*) AS ?n)",
    "ASK",
    "CONSTRUCT { ?s ?p ?o }",
    "DESCRIBE ?s",
    "SELECT ?s (MAX(?o) AS ?m)",
]
FORMS += [f"{form} FROM <https://w3id.org/shkc/graph/reference>" for form in ("SELECT *", "ASK")]

triple = st.tuples(st.sampled_from(TERMS), st.sampled_from(VERBS), st.sampled_from(TERMS)).map(
    lambda t: " ".join(t) + " ."
)
expression = st.sampled_from(EXPRESSIONS)
block = st.recursive(
    st.one_of(triple, expression.map("FILTER({})".format), expression.map("BIND({} AS ?n)".format)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(" ".join),
        inner.map("OPTIONAL {{ {} }}".format),
        inner.map("GRAPH ?g {{ {} }}".format),
        inner.map("MINUS {{ {} }}".format),
        inner.map("{{ SELECT * {{ {} }} LIMIT 9 }}".format),
        inner.map("FILTER NOT EXISTS {{ {} }}".format),
        st.tuples(inner, inner).map(lambda pair: "{{ {} }} UNION {{ {} }}".format(*pair)),
    ),
    max_leaves=6,
)
whole = st.tuples(st.sampled_from(FORMS), block, st.sampled_from(ENDS)).map(
    lambda t: f"{t[0]} WHERE {{ {t[1]} }} {t[2]}"
)
spoilt = st.tuples(whole, st.sampled_from(WORDS), st.floats(0, 1)).map(
    lambda t: t[0][: int(len(t[0]) * t[2])] + f" {t[1]} " + t[0][int(len(t[0]) * t[2]) :]
)
sparql = st.one_of(whole, whole, spoilt, st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
text = st.one_of(sparql, st.text(max_size=30), st.sampled_from([*MEDIA, "json", "csv", "1", "0", "-1", "a:b"]))
path = st.one_of(
    st.sampled_from(PATHS),
    st.sampled_from(["/sparql", "/store", "/api/search", *PATHS]),
    st.builds(
        lambda p, s: p + s, st.sampled_from(PATHS), st.sampled_from([".ttl", ".html", ".json", ".nq", "/", "//", "."])
    ),
    st.text(max_size=20).map(lambda t: "/" + t),
)
latin = st.text(st.characters(min_codepoint=32, max_codepoint=255, exclude_characters="\x7f"), max_size=30)
headers = st.dictionaries(
    st.sampled_from(
        [
            *("accept", "accept-language", "accept-encoding", "content-type", "if-none-match", "host", "origin"),
            *("range", "x-forwarded-proto", "x-forwarded-for", "content-encoding", "access-control-request-method"),
        ]
    ),
    st.one_of(st.sampled_from(MEDIA), latin.map(str.strip)),
    max_size=4,
)
method = st.sampled_from(["GET", "GET", "GET", "POST", "POST", "HEAD", "OPTIONS", "PUT", "DELETE"])
meant = st.fixed_dictionaries(
    {},
    optional={
        "query": sparql,
        "graph": st.sampled_from(["https://w3id.org/shkc/graph/reference", "a:b", "x"]),
        "default": st.just(""),
        "q": st.sampled_from(["大", "jdx", "Jia", "<", "%"]),
        "limit": st.integers(-1, 300).map(str),
        "format": st.sampled_from(["json", "csv", "ttl", "nq", "text/turtle", "?"]),
        "timeout": st.sampled_from(["1", "0.01", "-1", "nan", "inf", "1e999"]),
        "lang": st.sampled_from(["zh", "en", "tlh"]),
        "default-graph-uri": st.sampled_from(["https://w3id.org/shkc/graph/reference", "", "a b"]),
    },
).map(lambda meant: list(meant.items()))
pairs = st.one_of(meant, meant, st.lists(st.tuples(st.sampled_from(NAMES), text), max_size=4))
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


def made(share: float) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """So many of all the requests, other ones each time."""
    return settings(max_examples=int(FUZZ * share), deadline=None, suppress_health_check=list(HealthCheck))


@made(0.2)
@given(method, path, pairs, headers, body)
def test_any_request_in_process(here: Here, how: str, where: str, given: list, said: dict, sent: bytes) -> None:
    ask(here, how, where, given, said, sent)


@made(0.2)
@given(method, path, pairs, headers, body)
def test_any_request_over_a_socket(there: There, how: str, where: str, given: list, said: dict, sent: bytes) -> None:
    ask(there, how, where, given, said, sent)


@made(0.4)
@given(sparql)
def test_any_query(here: Here, query: str) -> None:
    answer = here.post("/sparql", content=query.encode(), headers={"content-type": "application/sparql-query"})
    assert answer.status_code in (200, 400, 503, 504, 507), answer.text
