"""How two things are tied, with the sentence of each step."""

from __future__ import annotations

import networkx as nx  # noqa: TID251 - what is asked for is a network of networkx
import pytest

from shkc_kg import KnowledgeGraph
from shkc_kg.errors import QueryError
from shkc_kg.networks import Path, paths


def test_a_university_and_a_district_are_tied_by_an_institute(kg: KnowledgeGraph) -> None:
    """How is 复旦大学 tied to 奉贤? 奉贤 builds a park with 复旦大学宁波研究院."""
    best = kg.ties("复旦大学", "奉贤")[0]
    assert best.nodes == (kg.node("复旦大学"), kg.node("复旦大学宁波研究院"), kg.node("奉贤区"))
    (unit,), together = best.steps
    assert (unit.relation, unit.arrow) == ("schema:parentOrganization", "←")
    step = next(step for step in together if step.relation == "shkc:cooperatesWith")
    assert (step.label_zh, step.label_en, step.arrow) == ("合作", "cooperates with", "—")
    assert any("与复旦大学宁波研究院共建" in sentence for sentence in step.sentences)
    assert all(graph.startswith("https://w3id.org/shkc/report/") for graph in step.graphs)


def test_every_step_has_its_sentence_or_is_background(kg: KnowledgeGraph) -> None:
    for path in kg.ties("SODA SPACE", "长三角科技成果交易博览会") + kg.ties("李骏", "蒋昌俊"):
        for steps in path.steps:
            assert steps
            assert all(step.sentences or step.graphs == ("g:reference",) for step in steps)


def test_colleagues_of_two_academies_are_tied_by_their_university(kg: KnowledgeGraph) -> None:
    (path,) = kg.ties("李杰", "蒋昌俊", "affiliation")
    assert path.nodes == (kg.node("李杰"), kg.node("同济大学"), kg.node("蒋昌俊"))


def test_all_short_paths_come_shortest_first(kg: KnowledgeGraph) -> None:
    found = kg.ties("贾金锋", "李杰", "affiliation", longest=4)
    lengths = [len(path.nodes) - 1 for path in found]
    assert lengths == sorted(lengths)
    assert lengths[:2] == [2, 2]
    assert max(lengths) <= 4
    between = {path.nodes[1] for path in found if len(path.nodes) == 3}
    assert between == {kg.node("中国科学院"), kg.node("技术科学部")}


def test_of_equal_paths_the_one_past_the_lesser_hub_comes_first(kg: KnowledgeGraph) -> None:
    """That two sit in one division of nine says more than that both are of the academy."""
    first, second = kg.ties("贾金锋", "李杰", "affiliation")
    assert (first.nodes[1], second.nodes[1]) == (kg.node("技术科学部"), kg.node("中国科学院"))


def test_paths_are_those_of_networkx() -> None:
    graph = nx.relabel_nodes(nx.karate_club_graph(), str)
    nx.set_edge_attributes(graph, dict.fromkeys(graph.edges, BLANK))
    expected = sorted(tuple(path) for path in nx.all_shortest_paths(graph, "16", "26"))
    assert sorted(path.nodes for path in paths(graph, "16", "26", {}, most=99)) == expected
    longer = sorted(tuple(path) for path in nx.all_simple_paths(graph, "11", "17", cutoff=3))
    assert sorted(path.nodes for path in paths(graph, "11", "17", {}, longest=3, most=99)) == longer


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("longest", [None, 1, 2, 3, 4, 5])
def test_no_path_is_lost_where_only_the_part_between_two_nodes_is_looked_at(seed: int, longest: int | None) -> None:
    graph = nx.relabel_nodes(nx.gnm_random_graph(14, 20, seed=seed, directed=True), str)
    nx.set_edge_attributes(graph, dict.fromkeys(graph.edges, BLANK))
    plain = graph.to_undirected()
    for one, other in [("0", "1"), ("2", "7"), ("3", "13")]:
        if not nx.has_path(plain, one, other):
            expected = []
        elif longest is None:
            expected = sorted(map(tuple, nx.all_shortest_paths(plain, one, other)))
        else:
            expected = sorted(map(tuple, nx.all_simple_paths(plain, one, other, cutoff=longest)))
        assert sorted(path.nodes for path in paths(graph, one, other, {}, longest, most=9999)) == expected


BLANK = {"relations": (), "label_zh": "", "label_en": "", "symmetric": True, "passages": (), "weight": 1.0}


def test_what_is_not_tied_has_no_path(kg: KnowledgeGraph) -> None:
    nothing: tuple[Path, ...] = ()
    assert kg.ties("同济大学", "静安区", "affiliation") == nothing
    assert kg.ties("同济大学", "同济大学") == nothing


def test_a_thing_that_is_not_there_is_named(kg: KnowledgeGraph) -> None:
    with pytest.raises(QueryError, match="nothing in the graph is 火星大学"):
        kg.ties("复旦大学", "火星大学")
