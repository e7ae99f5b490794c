"""The description of the dataset."""

from __future__ import annotations

import pytest
from pyoxigraph import Store
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


def test_publisher_rights_and_licence_are_told(store: Store) -> None:
    query = """ASK { g:dataset dcterms:license <https://creativecommons.org/licenses/by/4.0/> ; dcterms:source ?r .
        ?r dcterms:publisher/rdfs:label "某委员会"@zh ; dcterms:rights "Rights are the publisher's"@en }"""
    assert store.query(query, prefixes=PREFIXES, use_default_graph_as_union=True)


def test_a_publisher_that_the_text_names_keeps_its_own_class() -> None:
    named = Origin("demo-2021", ("01",), "示范大学", "Another name", "权", "rights")
    assert not any(quad.subject.value.endswith("示范大学") for quad in origin_quads(named, QUADS, Namer()))


def test_no_clock_is_in_it() -> None:
    assert nquads(dataset(QUADS, Namer())) == nquads(dataset(tuple(reversed(QUADS)), Namer()))
