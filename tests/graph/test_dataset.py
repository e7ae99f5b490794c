"""The description of the dataset."""

from __future__ import annotations

import pytest
from pyoxigraph import QuerySolution, Store
from tests.graph.samples import READING

from shkc_kg.graph.dataset import Origin, dataset, origin_quads
from shkc_kg.graph.nquads import nquads
from shkc_kg.graph.quads import state
from shkc_kg.names import PREFIXES, Namer

QUADS = tuple(state(READING, Namer()))
ORIGIN = Origin("demo-2021", ("01",), "某委员会", "A commission", "版权归发布者", "Rights are the publisher's")


@pytest.fixture(scope="module")
def store() -> Store:
    held = Store()
    held.extend(QUADS)
    held.extend(origin_quads(ORIGIN, QUADS, Namer()))
    held.extend(dataset(QUADS, Namer()))
    return held


def _value(store: Store, query: str) -> int:
    (row,) = store.query(query, prefixes=PREFIXES, use_default_graph_as_union=True)
    return int(row[0].value)


def _rows(store: Store, query: str) -> list[QuerySolution]:
    return list(store.query(query, prefixes=PREFIXES, use_default_graph_as_union=True))


def test_the_stated_number_of_triples_is_true(store: Store) -> None:
    stated = _value(store, "SELECT ?n { g:dataset void:triples ?n }")
    assert stated == len({(q.subject, q.predicate, q.object) for q in QUADS})


@pytest.mark.parametrize("cls", ["shkc:Person", "schema:Observation", "shkc:Passage"])
def test_a_class_partition_counts_its_instances(store: Store, cls: str) -> None:
    query = f"SELECT ?n {{ g:dataset void:classPartition [ void:class {cls} ; void:entities ?n ] }}"
    counted = f"SELECT (COUNT(DISTINCT ?s) AS ?n) {{ ?s a {cls} }}"
    assert _value(store, query) == _value(store, counted) > 0


def test_a_property_partition_leads_to_the_class_of_its_objects(store: Store) -> None:
    query = """SELECT ?n { g:dataset void:classPartition [ void:class shkc:Forum ; void:propertyPartition [
        void:property schema:location ; void:classPartition [ void:class shkc:District ; void:triples ?n ] ] ] }"""
    assert _value(store, query) == 1


EDITOR = "PREFIX void-ext: <http://ldf.fi/void-ext#> "


def test_an_editor_that_asks_for_classes_properties_and_what_they_lead_to_finds_all_that_there_are(
    store: Store,
) -> None:
    """The shape of the question that sib-swiss sparql-editor asks for its completion."""
    asked = """SELECT DISTINCT ?class ?property ?object ?datatype {
        ?part void:class ?class ; void:propertyPartition ?uses . ?uses void:property ?property .
        OPTIONAL { { ?uses void:classPartition [ void:class ?object ] }
                   UNION { ?uses void-ext:datatypePartition [ void-ext:datatype ?datatype ] } } }"""
    told = {tuple(t and t.value for t in row) for row in _rows(store, EDITOR + asked)}
    for form in ("?o a ?object", "FILTER(isLiteral(?o)) BIND(DATATYPE(?o) AS ?datatype)"):
        there = f"""SELECT DISTINCT ?class ?property ?object ?datatype {{
            GRAPH ?g {{ ?s ?property ?o }} FILTER(?property != rdf:type && ?g != g:dataset)
            GRAPH ?h {{ ?s a ?class }} FILTER(?h != g:dataset) {form} }}"""
        found = {tuple(t and t.value for t in row) for row in _rows(store, there)}
        assert found
        assert found <= told


def test_an_overview_that_begins_at_the_described_graphs_finds_the_same(store: Store) -> None:
    """The shape of the question that sib-swiss sparql-overview asks."""
    begun = """SELECT DISTINCT ?class ?property ?n { ?named sd:graph ?graph . ?graph void:classPartition ?part .
        ?part void:class ?class ; void:propertyPartition ?uses . ?uses void:property ?property ; void:triples ?n }"""
    whole = begun.replace("?named sd:graph ?graph . ?graph void:classPartition ?part .", "")
    assert set(map(str, _rows(store, begun))) == set(map(str, _rows(store, whole)))
    assert len(_rows(store, begun)) > 20


def test_each_named_graph_that_is_described_is_there(store: Store) -> None:
    named = {row[0].value for row in _rows(store, "SELECT ?name { g:dataset sd:namedGraph/sd:name ?name }")}
    assert named <= {graph.value for graph in store.named_graphs()}
    assert Namer().graph("dataset") in named


def test_publisher_rights_and_licence_are_told(store: Store) -> None:
    query = """ASK { g:dataset dcterms:license <https://creativecommons.org/licenses/by/4.0/> ; dcterms:source ?r .
        ?r dcterms:publisher/rdfs:label "某委员会"@zh ; dcterms:rights "Rights are the publisher's"@en }"""
    assert store.query(query, prefixes=PREFIXES, use_default_graph_as_union=True)


def test_a_publisher_that_the_text_names_keeps_its_own_class() -> None:
    named = Origin("demo-2021", ("01",), "示范大学", "Another name", "权", "rights")
    assert not any(quad.subject.value.endswith("示范大学") for quad in origin_quads(named, QUADS, Namer()))


def test_no_clock_is_in_it() -> None:
    assert nquads(dataset(QUADS, Namer())) == nquads(dataset(tuple(reversed(QUADS)), Namer()))
