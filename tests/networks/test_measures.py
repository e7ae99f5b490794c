"""Measures against networkx on textbook graphs, against the report by hand, and under another backend."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from collections.abc import Mapping

import networkx as nx  # noqa: TID251 - what is asked for is a network of networkx
import pytest

from shkc_kg import KnowledgeGraph
from shkc_kg.errors import QueryError
from shkc_kg.networks import MEASURES, bridges, ego, grouped, largest, measured, predict, scored
from shkc_kg.networks.network import simple

KARATE = nx.relabel_nodes(nx.karate_club_graph(), str)
FLORENCE = nx.florentine_families_graph()
# Kite with a tail: a-b-c is a triangle, c-d and d-e hang from it.
KITE = nx.Graph([("a", "b"), ("b", "c"), ("a", "c"), ("c", "d"), ("d", "e")])


@pytest.mark.parametrize(
    ("name", "of_networkx"),
    [
        ("degree", lambda g: dict(g.degree())),
        ("weighted-degree", lambda g: dict(g.degree(weight="weight"))),
        ("betweenness", nx.betweenness_centrality),
        ("closeness", nx.closeness_centrality),
        ("pagerank", lambda g: nx.pagerank(g, alpha=0.85)),
        ("core", nx.core_number),
        ("clustering", nx.clustering),
    ],
)
@pytest.mark.parametrize("graph", [KARATE, FLORENCE], ids=["karate", "florence"])
def test_a_score_is_that_of_networkx(graph: nx.Graph, name: str, of_networkx: object) -> None:
    expected: Mapping[str, float] = of_networkx(graph)  # type: ignore[operator]
    assert scored(graph, name) == pytest.approx(expected)


def test_known_numbers_of_the_textbooks() -> None:
    """The Medici's betweenness (Padgett and Ansell), the degrees of Zachary's two leaders."""
    assert scored(FLORENCE, "betweenness")["Medici"] == pytest.approx(0.522, abs=0.001)
    assert [scored(KARATE, "degree")[node] for node in ("33", "0")] == [17, 16]


def test_numbers_by_hand() -> None:
    assert scored(KITE, "betweenness") == pytest.approx({"a": 0, "b": 0, "c": 4 / 6, "d": 3 / 6, "e": 0})
    assert scored(KITE, "closeness")["c"] == pytest.approx(4 / 5)
    assert scored(KITE, "core") == {"a": 2, "b": 2, "c": 2, "d": 1, "e": 1}
    assert scored(KITE, "clustering") == pytest.approx({"a": 1, "b": 1, "c": 1 / 3, "d": 0, "e": 0})
    assert grouped(KITE, "articulation-points") == (("c", "d"),)
    assert bridges(KITE) == (("c", "d"), ("d", "e"))


def test_communities_part_the_nodes_and_are_those_of_the_seed() -> None:
    for name in ("louvain", "label-propagation", "components"):
        groups = grouped(KARATE, name, 7)
        assert sorted(node for group in groups for node in group) == sorted(KARATE)
        assert groups == grouped(KARATE, name, 7)
        assert [len(group) for group in groups] == sorted((len(group) for group in groups), reverse=True)
    found = grouped(KARATE, "louvain")
    assert nx.community.modularity(KARATE, found) > 0.4  # Zachary's club parts that well (Newman 2006)
    leaders = [next(number for number, group in enumerate(found) if node in group) for node in ("0", "33")]
    assert leaders[0] != leaders[1]


def test_two_cliques_are_two_communities_whatever_the_method() -> None:
    cliques = nx.relabel_nodes(nx.barbell_graph(5, 0), str)
    for name in ("louvain", "label-propagation"):
        assert set(grouped(cliques, name)) == {("0", "1", "2", "3", "4"), ("5", "6", "7", "8", "9")}


def test_parallel_ties_and_loops_count_once_and_weights_add_up() -> None:
    graph = nx.MultiDiGraph()
    graph.add_edge("a", "b", weight=2.0)
    graph.add_edge("b", "a", weight=1.0)
    graph.add_edge("a", "a", weight=5.0)
    assert scored(graph, "degree") == {"a": 1, "b": 1}
    assert scored(graph, "weighted-degree") == {"a": 3, "b": 3}
    assert simple(graph, directed=True).number_of_edges() == 2


def test_pagerank_follows_directions_and_others_do_not() -> None:
    chain = nx.DiGraph([("a", "b"), ("c", "b")])
    ranks = scored(chain, "pagerank")
    assert ranks["b"] > ranks["a"] == pytest.approx(ranks["c"])
    assert scored(chain, "betweenness") == {"a": 0, "b": 1, "c": 0}


def test_what_grows_too_fast_is_estimated_or_left_to_those_who_ask() -> None:
    assert MEASURES["betweenness"].used(2000) == {"normalized": True}
    assert MEASURES["betweenness"].used(2001) == {"normalized": True, "k": 200}
    assert [name for name, one in MEASURES.items() if not one.is_cheap(2001)] == ["closeness"]
    star = nx.star_graph([f"n{number}" for number in range(2100)])
    assert max(scored(star, "betweenness").items(), key=lambda pair: pair[1])[0] == "n0"


def test_a_network_without_nodes_has_nothing_to_measure() -> None:
    empty = nx.Graph()
    for measure in MEASURES.values():
        found = bridges(empty) if measure.gives == "edges" else scored(empty, measure.name)
        assert not found


@pytest.mark.parametrize("name", MEASURES)
def test_every_measure_works_on_every_kind_of_network(kg: KnowledgeGraph, name: str) -> None:
    for view in ("collaboration", "events", "place"):
        graph = kg.network(view)
        if MEASURES[name].gives == "edges":
            assert {node for edge in bridges(graph) for node in edge} <= set(graph)
        else:
            assert list(scored(graph, name)) == sorted(graph)


def test_an_unknown_measure_is_named_with_those_there_are() -> None:
    with pytest.raises(QueryError, match="no measure charm; there are degree, weighted-degree"):
        scored(KITE, "charm")
    with pytest.raises(QueryError, match="bridges are edges"):
        scored(KITE, "bridges")
    with pytest.raises(QueryError, match="degree makes no groups; louvain"):
        grouped(KITE, "degree")


def test_the_report_by_hand(kg: KnowledgeGraph, military_academy: str) -> None:
    """Six were elected by each academy; the Academy of Military Sciences hangs from one man only."""
    graph = kg.network("affiliation")
    degree = scored(graph, "degree")
    assert degree[kg.node("中国科学院")] == degree[kg.node("中国工程院")] == 6
    assert degree[kg.node("同济大学")] == 3
    one, man = military_academy, kg.node("王以政")
    assert scored(graph, "betweenness")[one] == 0
    assert set(scored(graph, "clustering").values()) == {0}  # who is bipartite has no triangles
    assert man in grouped(graph, "articulation-points")[0]
    assert (min(one, man), max(one, man)) in bridges(graph)
    assert scored(graph, "core")[one] == 1


def test_districts_are_the_hubs_of_the_places(kg: KnowledgeGraph) -> None:
    graph = kg.network("place")
    rank = scored(graph, "betweenness")
    assert max(rank, key=lambda node: rank[node]) == kg.node("上海市")
    assert rank[kg.node("静安区")] > rank[kg.node("UNDP全球科技金融创新中心")] == 0


def test_an_ego_network_is_what_is_near(kg: KnowledgeGraph) -> None:
    graph = ego(kg.network("affiliation"), kg.node("同济大学"))
    assert {data["label_zh"] for _, data in graph.nodes(data=True)} == {"同济大学", "李杰", "朱合华", "蒋昌俊"}
    assert graph.number_of_edges() == 3
    wider = ego(kg.network("affiliation"), kg.node("同济大学"), radius=2)
    assert {kg.node("中国科学院"), kg.node("中国工程院")} < set(wider)


def test_the_largest_nodes_are_kept_with_their_ties(kg: KnowledgeGraph) -> None:
    graph = measured(kg.network("affiliation"), ["degree"])
    kept = largest(graph, 2, "degree")
    assert set(kept) == {kg.node("中国科学院"), kg.node("中国工程院")}
    assert kept.graph["input"] == graph.graph["input"]


def test_a_missing_tie_is_predicted_as_networkx_scores_it() -> None:
    for method, function in (("jaccard", nx.jaccard_coefficient), ("adamic-adar", nx.adamic_adar_index)):
        found = predict(FLORENCE, method, most=5)
        pairs = [(one.source, one.target) for one in found]
        assert [one.score for one in found] == pytest.approx([score for *_, score in function(FLORENCE, pairs)])
        best = max(score for *_, score in function(FLORENCE))
        assert found[0].score == pytest.approx(best)
        assert not any(FLORENCE.has_edge(*pair) for pair in pairs)
        assert all(set(one.shared) == set(nx.common_neighbors(FLORENCE, one.source, one.target)) for one in found)


def test_an_unknown_way_to_predict_is_named() -> None:
    with pytest.raises(QueryError, match="no way tarot to predict ties"):
        predict(FLORENCE, "tarot")


def test_another_backend_gives_the_same_numbers(kg: KnowledgeGraph, caplog: pytest.LogCaptureFixture) -> None:
    """nx-parallel takes over through networkx's own dispatch: nothing of ours names it."""
    graph = kg.network("affiliation")
    names = ("betweenness", "closeness", "clustering", "core", "pagerank")
    plain = {name: scored(graph, name) for name in names}
    caplog.set_level(logging.DEBUG, logger="networkx")
    with nx.config(backend_priority=["parallel"]), nx.config.backends.parallel(active=True, n_jobs=2):
        caplog.clear()
        other = {name: scored(graph, name) for name in names}
        used = [record.getMessage() for record in caplog.records]
    assert any("betweenness_centrality" in line and "parallel" in line for line in used)
    for name in names:
        assert other[name] == pytest.approx(plain[name])


HASHED = """
import networkx as nx  # noqa: TID251 - what is asked for is a network of networkx
from shkc_kg.networks import MEASURES, bridges, project, scored
graph = nx.relabel_nodes(nx.karate_club_graph(), lambda n: f"node {n}")
print([bridges(graph) if m.gives == "edges" else scored(graph, m.name, 3) for m in MEASURES.values()])
"""


def test_no_number_depends_on_how_strings_are_hashed() -> None:
    """Python hashes strings anew in each process, and networkx keeps nodes in sets here and there."""

    def told(seed: str) -> bytes:
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        return subprocess.run([sys.executable, "-c", HASHED], env=environment, capture_output=True, check=True).stdout

    assert told("1") == told("2")
