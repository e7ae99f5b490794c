"""Linked data: any IRI of the graph, in any spelling and format."""

from __future__ import annotations

import socket
from urllib.parse import quote

import httpx
import pyoxigraph as ox
import pytest
from tests.web.conftest import CODES, Server, There

THING = "https://w3id.org/shkc/id/甲大学"
ENCODED = "/id/" + quote("甲大学")
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
FORMATS = {
    "ttl": ("text/turtle", ox.RdfFormat.TURTLE),
    "nt": ("application/n-triples", ox.RdfFormat.N_TRIPLES),
    "rdf": ("application/rdf+xml", ox.RdfFormat.RDF_XML),
    "jsonld": ("application/ld+json", ox.RdfFormat.JSON_LD),
    "trig": ("application/trig", ox.RdfFormat.TRIG),
    "nq": ("application/n-quads", ox.RdfFormat.N_QUADS),
}


def triples(answer: httpx.Response, form: ox.RdfFormat) -> set[ox.Triple]:
    assert answer.status_code == 200, answer.text
    return {q.triple for q in ox.parse(answer.content, format=form)}


@pytest.mark.parametrize("name", FORMATS)
def test_a_thing_says_the_same_in_every_format(server: Server, name: str) -> None:
    media, form = FORMATS[name]
    by_suffix = server.get(f"{ENCODED}.{name}")
    by_accept = server.get(ENCODED, headers={"accept": media})
    assert by_suffix.headers["content-type"].startswith(media)
    assert (
        triples(by_suffix, form) == triples(by_accept, form) == triples(server.get(f"{ENCODED}.nt"), FORMATS["nt"][1])
    )


def test_data_says_what_leads_from_and_to_it_in_which_words(server: Server) -> None:
    quads = set(ox.parse(server.get(f"{ENCODED}.nq").content, format=ox.RdfFormat.N_QUADS))
    p1 = ox.NamedNode("https://w3id.org/shkc/report/test-2021/01/p0001")
    schema, jia = "https://schema.org/", ox.NamedNode(THING)
    district, person = ox.NamedNode("https://w3id.org/shkc/id/丙区"), ox.NamedNode("https://w3id.org/shkc/id/某甲")
    assert ox.Quad(jia, ox.NamedNode(schema + "location"), district, p1) in quads
    assert ox.Quad(person, ox.NamedNode(schema + "affiliation"), jia, p1) in quads
    sentences = {q.object.value for q in quads if q.subject == p1 and q.predicate.value.endswith("isString")}
    assert sentences == {"甲大学的某甲来自丙区。"}
    labels = {q.object.value for q in quads if q.subject == district and q.predicate.value.endswith("#label")}
    assert labels == {"丙区", "Bing District"}


def test_percent_encoded_in_either_case_is_one_resource(server: Server) -> None:
    answers = [server.get(path, headers={"accept": "text/turtle"}) for path in (ENCODED, ENCODED.lower())]
    assert answers[0].headers["etag"] == answers[1].headers["etag"]


def test_chinese_letters_as_they_are_reach_the_same_resource(there: There) -> None:
    with httpx.Client() as client:
        encoded = client.get(there.url + ENCODED[1:] + ".nt").text
    with socket.create_connection(there.address) as raw:
        raw.sendall("GET /id/甲大学.nt HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".encode())
        told = b"".join(iter(lambda: raw.recv(65536), b""))
    head, _, body = told.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200")
    assert sorted(body.decode().splitlines()) == sorted(encoded.splitlines())


def test_a_browser_gets_a_page_with_the_sentences_and_links_to_the_data(server: Server) -> None:
    answer = server.get(ENCODED, headers={"accept": BROWSER})
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "甲大学位于丙区。" in answer.text
    assert f'<link rel="alternate" type="text/turtle" href="{ENCODED}.ttl">' in answer.text
    assert f'href="/id/{quote("丙区")}"' in answer.text


def test_the_address_of_the_format_is_told(server: Server) -> None:
    answer = server.get(ENCODED, headers={"accept": "text/turtle"})
    assert answer.headers["content-location"] == f"{ENCODED}.ttl"
    assert {"Accept", "Accept-Encoding"} <= set(answer.headers["vary"].split(", "))
    assert f'<https://w3id.org/shkc{ENCODED}>; rel="describes"' in answer.headers["link"]


def test_what_is_not_in_the_graph_is_404(server: Server) -> None:
    for path in ("/id/无此物", "/id/无此物.ttl", "/report/none/01", "/graph/nothing"):
        answer = server.get(path, headers={"accept": "text/turtle"})
        assert (answer.status_code, answer.json()["status"]) == (404, 404)


def test_no_acceptable_format_is_406(server: Server) -> None:
    assert server.get(ENCODED, headers={"accept": "image/png"}).status_code == 406


def test_an_unchanged_page_is_304(server: Server) -> None:
    for accept in (BROWSER, "text/turtle"):
        first = server.get(ENCODED, headers={"accept": accept})
        again = server.get(ENCODED, headers={"accept": accept, "if-none-match": first.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")


def test_a_passage_shows_the_facts_it_states(server: Server) -> None:
    said = triples(server.get("/report/test-2021/01/p0003.nt"), ox.RdfFormat.N_TRIPLES)
    assert any(t.predicate.value == "https://schema.org/value" for t in said)


def test_a_value_in_a_page_is_escaped(server: Server) -> None:
    answer = server.get("/<script>alert(1)", headers={"accept": "text/html"})
    assert answer.status_code == 404
    assert "<script>" not in answer.text
    assert "&lt;script&gt;" in answer.text


@pytest.mark.parametrize(
    "path", ["/id/../../etc/passwd", "/id/%2e%2e/%2e%2e/etc/passwd", "/dataset.%2e%2e/x", "//etc/passwd"]
)
def test_no_path_leads_to_a_file(server: Server, path: str) -> None:
    assert server.get(path).status_code == 404


@pytest.mark.parametrize(
    ("lang", "words"), [("zh", ("大学", "高等学校。", "上位类")), ("en", ("university", "Subclass of"))]
)
def test_the_ontology_is_documented_in_both_languages(server: Server, lang: str, words: tuple[str, ...]) -> None:
    answer = server.get("/ontology", headers={"accept": BROWSER, "accept-language": lang})
    assert answer.headers["content-language"] == lang
    assert f'<html lang="{CODES[lang]}"' in answer.text
    assert '<section id="University">' in answer.text
    assert not [word for word in words if word not in answer.text]


def test_a_documentation_in_english_has_no_chinese_comment(server: Server) -> None:
    text = server.get("/ontology.html?lang=en").text
    assert "A school of higher learning." in text
    assert "高等学校。" not in text


def test_the_ontology_is_data_too(server: Server) -> None:
    said = triples(server.get("/ontology", headers={"accept": "application/rdf+xml"}), ox.RdfFormat.RDF_XML)
    assert ox.NamedNode("https://w3id.org/shkc/ontology#partOf") in {t.subject for t in said}
