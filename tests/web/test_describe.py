"""SPARQL 1.1 Service Description, VoID, DCAT, and the dumps they name."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import httpx
import pyoxigraph as ox
import pytest
from tests.web.conftest import Here, Server

from shkc_kg.names import expand
from shkc_kg.web.formats import FORMATS

SD_PROPERTIES = {
    "endpoint",
    "feature",
    "defaultEntailmentRegime",
    "entailmentRegime",
    "defaultSupportedEntailmentProfile",
    "availableGraphs",
    "name",
    "supportedEntailmentProfile",
    "extensionFunction",
    "extensionAggregate",
    "languageExtension",
    "supportedLanguage",
    "inputFormat",
    "propertyFeature",
    "defaultDataset",
    "resultFormat",
    "defaultGraph",
    "namedGraph",
    "graph",
}
SD_CLASSES = {
    "Service",
    "Feature",
    "Language",
    "Function",
    "Aggregate",
    "EntailmentRegime",
    "EntailmentProfile",
    "GraphCollection",
    "Dataset",
    "Graph",
    "NamedGraph",
}
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


def said_of(store: ox.Store, prop: str) -> set[str]:
    return {q.subject.value for q in store.quads_for_pattern(None, ox.NamedNode(expand(prop)), None)}


def test_2_a_bare_get_returns_the_service_description(server: Server) -> None:
    assert len(subjects(read(server.get("/sparql")), "sd:Service")) == 1


@pytest.mark.parametrize(
    "media", ["text/turtle", "application/rdf+xml", "application/ld+json", "application/n-triples"]
)
def test_2_the_description_is_negotiated(server: Server, media: str) -> None:
    answer = server.get("/sparql", headers={"accept": media})
    assert answer.headers["content-type"].startswith(media)
    assert len(subjects(read(answer), "sd:Service")) == 1


def test_2_the_description_is_data_even_for_who_says_nothing(server: Server) -> None:
    answer = server.get("/sparql", headers={"accept": ""})
    assert answer.headers["content-type"].startswith("text/turtle")
    assert subjects(read(answer), "sd:Service")


def test_2_what_can_hold_no_description_is_406(server: Server) -> None:
    answer = server.get("/sparql", headers={"accept": "text/csv"})
    assert answer.status_code == 406
    assert "text/turtle" in answer.json()["detail"]


def test_2_a_description_has_head_and_entity_tag_like_any_answer(server: Server) -> None:
    get, head = server.get("/sparql"), server.request("HEAD", "/sparql")
    assert (head.status_code, head.content, head.headers["etag"]) == (200, b"", get.headers["etag"])
    assert server.get("/sparql", headers={"if-none-match": get.headers["etag"]}).status_code == 304


def test_5_the_address_that_was_asked_is_the_endpoint_that_is_told(server: Server) -> None:
    for host in ("kg.example", "kg.example:8443"):
        assert values(read(server.get("/sparql", headers={"host": host})), "sd:endpoint") == {f"http://{host}/sparql"}


def test_5_behind_a_proxy_that_speaks_tls_so_does_the_endpoint(server: Server) -> None:
    told = read(server.get("/sparql", headers={"host": "kg.example", "x-forwarded-proto": "https"}))
    assert values(told, "sd:endpoint") == {"https://kg.example/sparql"}


def test_5_of_the_vocabulary_only_terms_that_it_has_are_used(server: Server) -> None:
    terms = {q.predicate.value for q in read(server.get("/sparql"))} | values(read(server.get("/sparql")), "rdf:type")
    used = {term.rpartition("#")[2] for term in terms if term.startswith(expand("sd:"))}
    assert used <= SD_PROPERTIES | SD_CLASSES


@pytest.mark.parametrize("prop", ["endpoint", "feature", "supportedLanguage", "resultFormat", "defaultDataset"])
def test_3_2_what_is_said_of_a_service_is_said_of_its_one_instance(server: Server, prop: str) -> None:
    told = read(server.get("/sparql"))
    assert said_of(told, f"sd:{prop}") == subjects(told, "sd:Service")


def test_3_2_3_entailment_is_simple(server: Server) -> None:
    """What follows by the ontology stands in a graph of its own; matching adds nothing."""
    assert values(read(server.get("/sparql")), "sd:defaultEntailmentRegime") == {
        "http://www.w3.org/ns/entailment/Simple"
    }


def test_3_2_12_the_default_dataset_is_described(server: Server) -> None:
    told = read(server.get("/sparql"))
    (dataset,) = values(told, "sd:defaultDataset")
    assert dataset in subjects(told, "sd:Dataset")


def test_3_2_16_the_default_graph_of_the_dataset_is_described(server: Server) -> None:
    told = read(server.get("/sparql"))
    (graph,) = values(told, "sd:defaultGraph")
    assert graph in subjects(told, "sd:Graph")
    assert said_of(told, "sd:defaultGraph") == subjects(told, "sd:Dataset")


def test_3_2_17_to_19_each_named_graph_has_a_name_by_which_it_can_be_asked(server: Server) -> None:
    told = read(server.get("/sparql"))
    assert values(told, "sd:namedGraph") == subjects(told, "sd:NamedGraph") == said_of(told, "sd:name")
    for name in values(told, "sd:name"):
        query = {"query": "ASK { ?s ?p ?o }", "default-graph-uri": name}
        assert server.get("/sparql", params=query).json()["boolean"] is True
    assert values(told, "sd:graph") <= subjects(told, "sd:Graph")


def test_3_4_5_the_default_graph_is_the_union(server: Server) -> None:
    queries = ("{ ?s ?p ?o }", "{ SELECT DISTINCT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } } }")
    counts = {
        server.get("/sparql", params={"query": f"SELECT (COUNT(*) AS ?n) {{ {q} }}", "format": "csv"}).text
        for q in queries
    }
    assert len(counts) == 1


def test_3_4_what_this_server_does_not_do_is_not_told(server: Server) -> None:
    told = read(server.get("/sparql"))
    features = values(told, "sd:feature") | values(told, "sd:supportedLanguage")
    for absent in ("sd:SPARQL11Update", "sd:DereferencesURIs", "sd:RequiresDataset", "sd:BasicFederatedQuery"):
        assert expand(absent) not in features


def test_3_4_8_federation_is_told_where_it_is_allowed(strict: Callable[..., Here]) -> None:
    told = read(strict(services=frozenset({"http://a.example/sparql"})).get("/sparql"))
    assert expand("sd:BasicFederatedQuery") in values(told, "sd:feature")


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
