"""The links of the shipped graph: all verified ones are there, no look-alike is, the counts are true."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

import shkc_kg
from shkc_kg.graph.links import link_quads, match_sets, refused
from shkc_kg.graph.ontology import load_ontology
from shkc_kg.graph.shapes import check_shapes
from shkc_kg.graph.terms import iri, term
from shkc_kg.labels import comparable
from shkc_kg.names import Namer
from shkc_kg.resources import data_dir
from shkc_kg.tables import read_table

NAMER = Namer()
PREDICATES = ("skos:exactMatch", "skos:closeMatch", "foaf:isPrimaryTopicOf")


@pytest.fixture(scope="module")
def kg(shipped: Path) -> shkc_kg.KnowledgeGraph:
    return shkc_kg.open(shipped)


@pytest.fixture(scope="module")
def names(kg: shkc_kg.KnowledgeGraph) -> dict[str, set[str]]:
    """The IRIs of things and concepts by the comparable form of their own Chinese names."""
    rows = kg.query(
        "SELECT ?thing ?name { ?thing rdfs:label ?name FILTER(LANG(?name) = 'zh' && STRSTARTS(STR(?thing), STR(id:))) }"
    )
    found: dict[str, set[str]] = {}
    assert isinstance(rows, list)
    for row in rows:
        found.setdefault(comparable(str(row["name"])), set()).add(str(row["thing"]))
    return found


def stated(kg: shkc_kg.KnowledgeGraph, predicate: str) -> set[tuple[str, str]]:
    rows = kg.query(f"SELECT ?thing ?target {{ GRAPH g:links {{ ?thing {predicate} ?target }} }}")
    assert isinstance(rows, list)
    return {(str(row["thing"]), str(row["target"])) for row in rows}


def forms(name: str) -> Iterator[str]:
    """A link subject's name and the other names under which the graph may know it."""
    yield name
    for row in read_table(data_dir() / "labels_alias.tsv", ("name", "alias")):
        if comparable(row["name"]) == comparable(name):
            yield row["alias"]


def test_every_identifier_is_linked(kg: shkc_kg.KnowledgeGraph, names: dict[str, set[str]]) -> None:
    """Of what the graph holds under its own name, of what the report only names under the name in the link set."""
    for predicate in PREDICATES:
        linked = stated(kg, predicate)
        matches = [m for s in match_sets() for m in s.matches if m.found and iri(m.predicate) == term(predicate)]
        missing, held = [], 0
        for match in matches:
            nodes = {node for form in forms(match.label) for node in names.get(comparable(form), ())}
            held += bool(nodes)
            if not any((node, match.object) in linked for node in nodes or {NAMER.thing(match.label)}):
                missing.append((match.label, match.object))
        assert missing == []
        assert held > len(matches) / 2
        assert {target for _, target in linked} == {match.object for match in matches}


def test_every_verified_code_is_a_literal_of_the_background(kg: shkc_kg.KnowledgeGraph) -> None:
    rows = kg.query("SELECT DISTINCT ?code { GRAPH g:reference { ?thing dcterms:identifier ?code } }")
    assert isinstance(rows, list)
    table = read_table(data_dir() / "links" / "codes.tsv", ("name", "scheme", "code", "confidence"))
    verified = {row["code"] for row in table if row["confidence"] == "verified"}
    assert len(verified) > 60
    assert verified <= {str(row["code"]) for row in rows}


def test_no_look_alike_is_linked(kg: shkc_kg.KnowledgeGraph) -> None:
    rows = kg.query(
        """SELECT ?name ?target { GRAPH g:links { ?thing skos:exactMatch|skos:closeMatch|foaf:isPrimaryTopicOf ?target }
           ?thing rdfs:label|skos:altLabel ?name FILTER(LANG(?name) = 'zh') }"""
    )
    assert isinstance(rows, list)
    assert len(rows) > 100
    assert [row for row in rows if refused(str(row["name"]), str(row["target"]))] == []


def test_no_link_is_same_as(kg: shkc_kg.KnowledgeGraph) -> None:
    assert stated(kg, "owl:sameAs") == set()


def test_link_sets_are_described_with_true_counts(kg: shkc_kg.KnowledgeGraph) -> None:
    rows = kg.query(
        """SELECT ?predicate ?triples ?subjects ?objects { GRAPH g:dataset { g:dataset void:subset ?set .
           ?set a void:Linkset ; void:linkPredicate ?predicate ; void:triples ?triples ; void:subjectsTarget g:dataset ;
             void:objectsTarget ?other ; void:distinctSubjects ?subjects ; void:distinctObjects ?objects .
           ?other a void:Dataset } }"""
    )
    assert isinstance(rows, list)
    told: Counter[str] = Counter()
    for row in rows:
        told[str(row["predicate"])] += int(str(row["triples"]))
        assert int(str(row["subjects"])) <= int(str(row["triples"])) >= int(str(row["objects"])) > 0
    assert told == {term(name).value: len(stated(kg, name)) for name in PREDICATES if stated(kg, name)}


def test_the_shape_of_mappings_holds_for_all_shipped_links() -> None:
    labels = {match.label for match_set in match_sets() for match in match_set.matches}
    assert [one for one in check_shapes(link_quads(labels, NAMER), load_ontology()) if not one.is_warning] == []


MAPPING = NamedNode(NAMER.concept("link/wikidata", "复旦大学_Q495015"))
FUDAN = NamedNode(NAMER.thing("复旦大学"))


@pytest.mark.parametrize(
    ("subject", "predicate", "value"),
    [
        (MAPPING, "owl:annotatedSource", NamedNode(NAMER.thing("同济大学"))),
        (MAPPING, "owl:annotatedProperty", term("owl:sameAs")),
        (MAPPING, "owl:annotatedTarget", Literal("Q495015")),
        (MAPPING, "sssom:mapping_justification", NamedNode("https://example.org/guess")),
        (MAPPING, "sssom:confidence", Literal("1.5", datatype=term("xsd:decimal"))),
        (MAPPING, "dcterms:isPartOf", FUDAN),
        (FUDAN, "owl:sameAs", NamedNode("http://www.wikidata.org/entity/Q495015")),
    ],
)
def test_a_mapping_that_is_none_is_found(subject: NamedNode, predicate: str, value: NamedNode | Literal) -> None:
    quads = [*link_quads(["复旦大学"], NAMER), Quad(subject, term(predicate), value, iri(NAMER.graph("links")))]
    found = [one for one in check_shapes(quads, load_ontology()) if not one.is_warning]
    assert predicate in {one.path for one in found}
