"""Clients that people use ask the server over a socket."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, RDFXML, TURTLE, XML, SPARQLWrapper
from tests.web.conftest import There

JIA = "https://w3id.org/shkc/id/甲大学"
LOCATION = "https://schema.org/location"
SELECT = f"SELECT ?x WHERE {{ <{JIA}> <{LOCATION}> ?x }}"
DISTRICT = "https://w3id.org/shkc/id/丙区"
CONSTRUCT = f"CONSTRUCT WHERE {{ <{JIA}> <{LOCATION}> ?x }}"


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
def test_rdflibs_sparqlstore(there: There, method: str) -> None:
    graph = Graph(SPARQLStore(there.url + "sparql", method=method))
    assert [str(row[0]) for row in graph.query(SELECT)] == [DISTRICT]
    assert (URIRef(JIA), URIRef(LOCATION), URIRef(DISTRICT)) in graph
    assert Literal("甲大学", lang="zh") in set(graph.objects(URIRef(JIA)))
    assert len(graph) > 50


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # SPARQLWrapper's own use of rdflib
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_sparqlwrapper(there: There, method: str) -> None:
    client = SPARQLWrapper(there.url + "sparql")
    client.setMethod(method)
    client.setQuery(SELECT)
    client.setReturnFormat(JSON)
    assert client.queryAndConvert()["results"]["bindings"][0]["x"]["value"] == DISTRICT
    client.setReturnFormat(XML)
    assert DISTRICT in client.queryAndConvert().toxml()
    client.setReturnFormat(CSV)
    assert client.queryAndConvert().decode() == f"x\r\n{DISTRICT}\r\n"
    client.setQuery(CONSTRUCT)
    client.setReturnFormat(TURTLE)
    assert len(Graph().parse(data=client.queryAndConvert(), format="turtle")) == 1
    client.setReturnFormat(RDFXML)
    assert len(client.queryAndConvert()) == 1


def test_federation_from_oxigraph(there: There) -> None:
    query = f"SELECT ?x {{ SERVICE <{there.url}sparql> {{ <{JIA}> <{LOCATION}> ?x }} }}"
    assert [row["x"].value for row in ox.Store().query(query)] == [DISTRICT]


def test_federation_from_oxigraphs_command(there: There, tmp_path: Path) -> None:
    """The server that people run beside ours, asked to join what it holds with what we do."""
    oxigraph = Path(sys.executable).parent / "oxigraph"
    held = f"<{JIA}> <https://schema.org/name> 'Jia' ."
    subprocess.run([oxigraph, "load", "--location", tmp_path, "--format", "ttl"], input=held, text=True, check=True)
    query = f"""SELECT ?name ?x {{ ?s <https://schema.org/name> ?name
        SERVICE <{there.url}sparql> {{ ?s <{LOCATION}> ?x }} }}"""
    command = [oxigraph, "query", "--location", tmp_path, "--results-format", "csv", "--query", query]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert told.splitlines() == ["name,x", f"Jia,{DISTRICT}"]


def test_rdflib_reads_linked_data(there: There) -> None:
    graph = Graph().parse(there.url + "id/甲大学")
    assert (URIRef(JIA), URIRef(LOCATION), URIRef(DISTRICT)) in graph


@pytest.mark.skipif(not shutil.which("curl"), reason="curl is not here")
def test_curl(there: There) -> None:
    def curl(*options: str) -> str:
        return subprocess.run(["curl", "-sS", *options], capture_output=True, text=True, check=True).stdout

    query = ("--data-urlencode", f"query={SELECT}")
    assert curl("-G", there.url + "sparql", *query, "-H", "Accept: text/csv").startswith("x\n")
    assert DISTRICT in curl(there.url + "sparql", *query)
    assert curl("-I", there.url).startswith("HTTP/1.1 200")
    assert DISTRICT in curl("--compressed", there.url + "id/甲大学.nt")
