"""Prefixes and example queries in the description of a dataset, as query editors ask for them."""

from __future__ import annotations

import pyoxigraph as ox

from shkc_kg.examples import examples
from shkc_kg.graph.executables import executable_quads, prefix_quads
from shkc_kg.names import PREFIXES, Namer

NAMER = Namer("https://e.example/")
NODE = ox.NamedNode(NAMER.graph("dataset"))
SH = "PREFIX sh: <http://www.w3.org/ns/shacl#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "


def held() -> ox.Store:
    store = ox.Store()
    store.extend([*prefix_quads(NODE), *executable_quads(NODE, NAMER)])
    return store


def test_an_editor_finds_every_prefix() -> None:
    query = SH + "SELECT ?p ?n { [] sh:namespace ?n ; sh:prefix ?p }"
    rows = held().query(query, use_default_graph_as_union=True)
    assert {row["p"].value: row["n"].value for row in rows} == PREFIXES


def test_an_editor_finds_queries_that_run() -> None:
    query = SH + "SELECT ?q ?t { ?q a sh:SPARQLExecutable ; sh:select|sh:ask|sh:construct ?t ; rdfs:comment ?c }"
    rows = list(held().query(query, use_default_graph_as_union=True))
    assert len({row["q"].value for row in rows}) == len(rows) == len(examples())
    for row in rows:
        ox.Store().query(row["t"].value, prefixes=PREFIXES)
