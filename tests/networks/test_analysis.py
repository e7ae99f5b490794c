"""What the build keeps of the networks: how it was computed, that it is derived, and that one query joins it."""

from __future__ import annotations

import json

import networkx as nx  # noqa: TID251 - what is asked for is a network of networkx
import pytest
from pyoxigraph import Quad

from shkc_kg import KnowledgeGraph
from shkc_kg.graph.nquads import nquads
from shkc_kg.graph.terms import en, iri, term, zh
from shkc_kg.names import Namer
from shkc_kg.networks import scored
from shkc_kg.networks.analysis import ANALYSED, COMPUTED, analysis

CENTRAL = """
SELECT ?name ?betweenness WHERE {
  ?position shkc:positionOf ?institution ; shkc:inNetwork/shkc:view "full" ; shkc:betweenness ?betweenness .
  ?institution a shkc:Institution ; rdfs:label ?name .
  FILTER(LANG(?name) = "zh")
  FILTER NOT EXISTS { ?institution a shkc:University }
}
ORDER BY DESC(?betweenness) ?name LIMIT 5
"""


def rows(kg: KnowledgeGraph, sparql: str) -> list[tuple[object, ...]]:
    found = kg.query(sparql)
    assert isinstance(found, list)
    return [tuple(row.values()) for row in found]


def test_the_most_central_institutions_outside_universities_are_one_query(kg: KnowledgeGraph) -> None:
    found = rows(kg, CENTRAL)
    betweenness = scored(kg.network("full"), "betweenness")
    assert [value for _, value in found] == pytest.approx(
        [betweenness[kg.node(str(name))] for name, _ in found], rel=1e-5
    )
    assert "同济大学" not in {name for name, _ in found}
    assert "中国科学院" in {name for name, _ in found}


@pytest.mark.parametrize("view", ANALYSED)
def test_every_node_of_a_view_has_its_position(kg: KnowledgeGraph, view: str) -> None:
    graph = kg.network(view)
    found = rows(
        kg,
        "SELECT ?thing ?degree ?core WHERE { ?p shkc:degree ?degree ; shkc:coreNumber ?core ; "
        f'shkc:positionOf ?thing ; shkc:inNetwork/shkc:view "{view}" }}',
    )
    degree, core = scored(graph, "degree"), scored(graph, "core")
    assert sorted(found) == sorted((graph.nodes[n]["iri"], degree[n], core[n]) for n in graph)


@pytest.mark.parametrize("view", ANALYSED)
def test_communities_are_those_of_the_seed(kg: KnowledgeGraph, view: str) -> None:
    groups = rows(
        kg,
        "SELECT (GROUP_CONCAT(STR(?member)) AS ?members) WHERE { "
        f'?c a shkc:Community ; shkc:inNetwork/shkc:view "{view}" ; prov:hadMember ?member }} GROUP BY ?c',
    )
    graph = kg.network(view)
    numbers = scored(graph, "louvain")
    wanted: dict[float, set[str]] = {}
    for node, number in numbers.items():
        wanted.setdefault(number, set()).add(graph.nodes[node]["iri"])
    assert sorted(sorted(str(members).split()) for (members,) in groups) == sorted(map(sorted, wanted.values()))


def test_each_measure_says_how_it_was_computed(kg: KnowledgeGraph) -> None:
    found = rows(
        kg,
        "SELECT ?view ?measure ?algorithm ?parameters ?seed ?version ?hash WHERE { "
        "?run a shkc:NetworkAnalysis ; prov:used ?network ; shkc:measure ?measure ; shkc:algorithm ?algorithm ; "
        "shkc:parameters ?parameters ; schema:softwareVersion ?version . "
        "?network shkc:view ?view ; shkc:inputHash ?hash . OPTIONAL { ?run shkc:seed ?seed } }",
    )
    assert len(found) == len(ANALYSED) * len(COMPUTED)
    hashes = {view: f"sha256:{kg.network(view).graph['input']}" for view in ANALYSED}
    for view, measure, algorithm, parameters, seed, version, digest in found:
        assert digest == hashes[str(view)]
        assert version == f"networkx {nx.__version__}"
        assert str(algorithm).startswith("networkx.")
        assert isinstance(json.loads(str(parameters)), dict)
        assert (seed == 0) == (str(measure).endswith(("betweenness", "hadMember")))


def test_results_are_derived_and_stand_in_their_own_graph(kg: KnowledgeGraph) -> None:
    outside = "SELECT ?g WHERE { GRAPH ?g { ?p shkc:positionOf ?t } FILTER(?g != g:analysis) }"
    assert rows(kg, outside) == []
    untyped = "SELECT ?p WHERE { ?p shkc:positionOf ?t FILTER NOT EXISTS { ?p a shkc:Derived, prov:Entity } }"
    assert rows(kg, untyped) == []
    assert kg.query("ASK { GRAPH g:analysis { ?c a shkc:Community } ?c a prov:Collection }") is True


def test_a_rerun_over_the_same_quads_gives_the_same_bytes(kg: KnowledgeGraph) -> None:
    base = str(kg.generation.build["base"])
    graph = Namer(base).graph("analysis")
    quads = [quad for quad in kg.store if getattr(quad.graph_name, "value", "")]
    kept = nquads(quad for quad in quads if quad.graph_name.value == graph)  # type: ignore[union-attr]
    others = [quad for quad in quads if quad.graph_name.value != graph]  # type: ignore[union-attr]
    assert nquads(analysis(list(reversed(others)), Namer(base))) == kept


def little(base: str) -> list[Quad]:
    """A university in a district."""
    university, district, passage = (iri(f"{base}{name}") for name in ("id/甲大学", "id/乙区", "report/r/1/p1"))
    quads = [
        Quad(university, term("schema:location"), district, passage),
        Quad(university, term("rdf:type"), term("shkc:University"), passage),
        Quad(district, term("rdf:type"), term("shkc:District"), passage),
        Quad(passage, term("rdf:type"), term("shkc:Passage"), passage),
    ]
    for node, chinese, english in ((university, "甲大学", "A"), (district, "乙区", "B")):
        quads += [
            Quad(node, term("rdf:type"), term("shkc:Thing"), iri(f"{base}graph/inferred")),
            Quad(node, term("rdfs:label"), zh(chinese), passage),
            Quad(node, term("rdfs:label"), en(english), passage),
        ]
    return quads


def test_under_another_base_the_results_stand_there() -> None:
    base = "https://example.org/kg/"
    found = list(analysis(little(base), Namer(base)))
    assert {quad.graph_name.value for quad in found} == {base + "graph/analysis"}  # type: ignore[union-attr]
    assert any(quad.subject.value == base + "graph/analysis/full/of/甲大学" for quad in found)  # type: ignore[union-attr]
