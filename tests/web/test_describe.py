"""SPARQL 1.1 Service Description, VoID, DCAT, and the dumps they name."""

from __future__ import annotations

import hashlib

import httpx
import pyoxigraph as ox
import pytest
from tests.web.conftest import Server

from shkc_kg.names import expand
from shkc_kg.web.formats import FORMATS

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


def read(answer: httpx.Response) -> ox.Store:
    assert answer.status_code == 200, answer.text
    store = ox.Store()
    store.load(answer.content, format=ox.RdfFormat.from_media_type(answer.headers["content-type"]))
    return store


def values(store: ox.Store, prop: str) -> set[str]:
    return {q.object.value for q in store.quads_for_pattern(None, ox.NamedNode(expand(prop)), None)}


def subjects(store: ox.Store, cls: str) -> set[str]:
    found = store.quads_for_pattern(None, ox.NamedNode(expand("rdf:type")), ox.NamedNode(expand(cls)))
    return {q.subject.value for q in found}


def test_2_a_bare_get_returns_the_service_description(server: Server) -> None:
    assert len(subjects(read(server.get("/sparql")), "sd:Service")) == 1


@pytest.mark.parametrize(
    "media", ["text/turtle", "application/rdf+xml", "application/ld+json", "application/n-triples"]
)
def test_2_the_description_is_negotiated(server: Server, media: str) -> None:
    answer = server.get("/sparql", headers={"accept": media})
    assert answer.headers["content-type"].startswith(media)
    assert len(subjects(read(answer), "sd:Service")) == 1


def test_a_browser_gets_the_query_page(server: Server) -> None:
    answer = server.get("/sparql", headers={"accept": BROWSER})
    assert answer.headers["content-type"].startswith("text/html")
    assert '<textarea id="query" name="query"' in answer.text


def test_3_2_4_there_is_exactly_one_endpoint_and_it_answers(server: Server) -> None:
    (endpoint,) = values(read(server.get("/sparql")), "sd:endpoint")
    assert endpoint.endswith("/sparql")
    assert server.get(endpoint, params={"query": "ASK {}"}).json()["boolean"] is True


def test_3_language_features_and_formats_are_told(server: Server) -> None:
    told = read(server.get("/sparql"))
    assert values(told, "sd:supportedLanguage") == {expand("sd:SPARQL11Query")}
    assert values(told, "sd:feature") == {expand("sd:UnionDefaultGraph")}
    assert values(told, "sd:resultFormat") == {f.iri for f in FORMATS}


def test_each_format_that_is_told_is_served(server: Server) -> None:
    for form in FORMATS:
        query = (
            "ASK {}"
            if form.kind == "bindings"
            else "CONSTRUCT WHERE { ?s a <https://w3id.org/shkc/ontology#District> }"
        )
        answer = server.get("/sparql", params={"query": query}, headers={"accept": form.media[0]})
        assert answer.headers["content-type"].startswith(form.media[0])


def test_nothing_in_the_description_is_a_blank_node(server: Server) -> None:
    told = read(server.get("/sparql"))
    assert not [q for q in told if isinstance(q.subject, ox.BlankNode) or isinstance(q.object, ox.BlankNode)]


def test_a_hostile_host_header_is_not_repeated(server: Server) -> None:
    answer = server.get("/sparql", headers={"host": "evil.example/><script>"})
    assert "evil.example" not in answer.text


def test_the_examples_are_in_the_description(server: Server) -> None:
    told = read(server.get("/sparql"))
    executable = subjects(told, "sh:SPARQLExecutable")
    names = {each["name"] for each in server.get("/api/queries").json()}
    assert {iri.rpartition("/")[2] for iri in executable} == names


def test_void_is_at_the_well_known_address_with_licence_endpoint_and_dumps(server: Server) -> None:
    told = read(server.get("/.well-known/void"))
    assert "https://w3id.org/shkc/graph/dataset" in subjects(told, "void:Dataset") & subjects(told, "dcat:Dataset")
    assert values(told, "dcterms:license") == {"https://creativecommons.org/licenses/by/4.0/"}
    assert len(values(told, "void:sparqlEndpoint")) == 1
    for dump in values(told, "void:dataDump"):
        assert server.get(dump).status_code == 200


@pytest.mark.parametrize("name", ["nq", "trig", "jsonld", "ttl", "nt", "rdf"])
def test_a_dump_is_the_whole_dataset_with_its_checksum(server: Server, name: str) -> None:
    answer = server.get(f"/dataset.{name}")
    dump = read(answer)
    count = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }" if name in ("nq", "trig", "jsonld") else None
    query = count or "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    served = server.get("/sparql", params={"query": query, "format": "csv"}).text.split()[1]
    assert len(dump) == int(served)
    sums = dict(reversed(line.split("  ")) for line in server.get("/dataset.sha256").text.splitlines())
    assert sums[f"dataset.{name}"] == hashlib.sha256(answer.content).hexdigest()


def test_the_quads_are_byte_for_byte_those_of_the_build(server: Server) -> None:
    built = server.get("/version").json()["dataset"]["sha256"]
    assert hashlib.sha256(server.get("/dataset.nq").content).hexdigest() == built


def test_the_dataset_has_a_page(server: Server) -> None:
    assert "/dataset.trig" in server.get("/dataset", headers={"accept": BROWSER}).text
