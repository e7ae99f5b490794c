"""Each view against ties that a reader of the report would draw, and views that users write."""

from __future__ import annotations

from pathlib import Path

import networkx as nx  # noqa: TID251 - what is asked for is a network of networkx
import pytest

from shkc_kg import KnowledgeGraph
from shkc_kg.errors import DataFileError, QueryError
from shkc_kg.networks import project, read_view, view_names

REPORT = "https://w3id.org/shkc/report/shanghai-2021/04/"


def near(kg: KnowledgeGraph, view: str, name: str) -> set[str]:
    """The labels of what a thing is tied to in a view, whatever the direction."""
    graph = kg.network(view)
    return {str(graph.nodes[node]["label_zh"]) for node in nx.all_neighbors(graph, kg.node(name))}


@pytest.mark.parametrize("name", view_names())
def test_a_view_says_what_it_is_in_both_languages(name: str) -> None:
    view = read_view(name)
    assert len({view.zh, view.en, view.name}) == 3
    assert view.zh.partition("：")[2]
    assert view.en.partition(":")[2]
    assert view.kinds


@pytest.mark.parametrize("name", view_names())
def test_nodes_and_edges_are_described(kg: KnowledgeGraph, name: str) -> None:
    graph = kg.network(name)
    assert graph.number_of_edges() > 0
    assert list(graph) == sorted(graph)
    for _, data in graph.nodes(data=True):
        assert data["label_zh"]
        assert data["label_en"]
        assert data["class"].startswith("shkc:")
        assert data["class_zh"] != data["class"]
    for *_, data in graph.edges(data=True):
        assert data["weight"] >= 1
        assert data["passages"]
        assert not data["relations"] or (data["label_zh"] and data["label_en"])


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("affiliation", nx.Graph),
        ("collaboration", nx.Graph),
        ("comention", nx.Graph),
        ("events", nx.MultiDiGraph),
        ("full", nx.MultiDiGraph),
        ("place", nx.DiGraph),
        ("policy", nx.MultiDiGraph),
    ],
)
def test_a_view_makes_the_network_that_it_needs(kg: KnowledgeGraph, name: str, kind: type[object]) -> None:
    assert type(kg.network(name)) is kind


def test_affiliation_ties_people_to_their_bodies(kg: KnowledgeGraph) -> None:
    assert near(kg, "affiliation", "同济大学") == {"李杰", "朱合华", "蒋昌俊"}
    assert len(near(kg, "affiliation", "王以政") & {"生命科学与医学学部", "生命科学和医学学部", "中国科学院"}) == 2
    graph = kg.network("affiliation")
    assert nx.is_bipartite(graph)
    people = {data["label_zh"] for _, data in graph.nodes(data=True) if data["bipartite"] == 0}
    assert len(people) == 12
    assert {"李骏", "贾伟平"} < people


def test_an_edge_knows_the_passage_that_states_it(kg: KnowledgeGraph) -> None:
    graph = kg.network("affiliation")
    edge = graph.edges[kg.node("贾金锋"), kg.node("上海交通大学")]
    assert edge["relations"] == ("schema:affiliation",)
    assert (edge["label_zh"], edge["label_en"]) == ("任职于", "affiliated with")
    (passage,) = edge["passages"]
    assert passage.startswith(REPORT)
    assert kg.sentences()[passage].split() == ["贾金锋", "上海交通大学", "(技术科学部)"]


def test_people_of_one_division_are_tied_by_it_and_by_their_academy(kg: KnowledgeGraph) -> None:
    people = project(kg.network("affiliation"), "people")
    edge = people.edges[kg.node("贾金锋"), kg.node("李杰")]
    assert edge["weight"] == 2
    assert set(edge["label_zh"].split("、")) == {"中国科学院", "技术科学部"}
    assert {data["label_zh"] for _, data in people.nodes(data=True)} >= {"贾金锋", "李杰"}
    assert "同济大学" not in {data["label_zh"] for _, data in people.nodes(data=True)}


def test_bodies_are_tied_by_the_people_they_share(kg: KnowledgeGraph) -> None:
    bodies = project(kg.network("affiliation"), "bodies")
    edge = bodies.edges[kg.node("同济大学"), kg.node("中国科学院")]
    assert (edge["weight"], edge["label_zh"]) == (1, "李杰")


def test_a_side_that_is_none_is_named_with_those_there_are(kg: KnowledgeGraph) -> None:
    with pytest.raises(QueryError, match="no side cats; it has people and bodies"):
        project(kg.network("affiliation"), "cats")
    with pytest.raises(QueryError, match="it has none"):
        project(kg.network("place"), "people")


def test_collaboration_ties_who_cooperates_signs_together_or_shares_people(
    kg: KnowledgeGraph, military_academy: str
) -> None:
    graph = kg.network("collaboration")
    assert "复旦大学宁波研究院" in near(kg, "collaboration", "奉贤")
    signed = graph.edges[kg.node("上海市"), kg.node("重庆市科技局")]
    assert {"shkc:cooperatesWith", "shkc:signed"} <= set(signed["relations"])
    shared = graph.edges[military_academy, kg.node("中国科学院脑科学与智能技术卓越创新中心")]
    assert shared["via"] == (kg.node("王以政"),)


def test_place_leads_from_a_thing_to_where_it_lies(kg: KnowledgeGraph) -> None:
    graph = kg.network("place")
    assert graph.has_edge(kg.node("UNDP全球科技金融创新中心"), kg.node("静安区"))
    assert graph.has_edge(kg.node("静安区"), kg.node("上海市"))
    assert not graph.has_edge(kg.node("上海市"), kg.node("静安区"))
    assert nx.has_path(graph, kg.node("UNDP全球科技金融创新中心"), kg.node("中国"))


def test_background_is_told_from_what_a_passage_states(kg: KnowledgeGraph) -> None:
    graph = kg.network("place")
    assert graph.edges[kg.node("静安区"), kg.node("上海市")]["passages"] == ("g:reference",)
    assert graph.edges[kg.node("UNDP全球科技金融创新中心"), kg.node("静安区")]["passages"][0].startswith(REPORT)


def test_events_have_guests_series_and_parts(kg: KnowledgeGraph) -> None:
    graph = kg.network("events")
    forum = kg.node("2021年浦江创新论坛")
    guests = {other for _, other, key in graph.out_edges(forum, keys=True) if key == "shkc:guestOfHonour"}
    assert guests == {kg.node("阿联酋"), kg.node("重庆市")}
    assert graph.has_edge(forum, kg.node("浦江创新论坛"), "schema:superEvent")
    assert graph.has_edge(kg.node("全球技术转移大会"), forum, "schema:superEvent")


def test_an_event_s_ties_carry_its_date(kg: KnowledgeGraph) -> None:
    """5月31日-6月4日, says the report."""
    edges = kg.network("events").out_edges(kg.node("2021年浦江创新论坛"), data=True)
    assert all("2021-05-31" in data["dates"] for *_, data in edges)


def test_policy_ties_agreements_to_who_signed_them(kg: KnowledgeGraph) -> None:
    assert near(kg, "policy", "科技合作框架协议") == {"上海市", "重庆市科技局"}
    place = kg.node("浦东新区")
    about = {one for one, _, key in kg.network("policy").in_edges(place, keys=True) if key == "schema:about"}
    assert any("引领区" in node for node in about)


def test_comention_counts_passages(kg: KnowledgeGraph) -> None:
    graph = kg.network("comention")
    edge = graph.edges[kg.node("俞隼"), kg.node("化学部")]
    assert edge["weight"] == len(edge["passages"]) == 1
    heaviest = max(data["weight"] for *_, data in graph.edges(data=True))
    assert heaviest == max(len(data["passages"]) for *_, data in graph.edges(data=True)) > 1


def test_full_has_every_tie_of_affiliation(kg: KnowledgeGraph) -> None:
    full = kg.network("full").to_undirected(as_view=True)
    assert [edge for edge in kg.network("affiliation").edges() if not full.has_edge(*edge)] == []


def test_the_same_graph_gives_the_same_network(kg: KnowledgeGraph) -> None:
    one, other = kg.network("place"), kg.network("place")
    assert one.graph["input"] == other.graph["input"]
    assert nx.utils.graphs_equal(one, other)
    assert kg.network("events").graph["input"] != one.graph["input"]


def test_a_user_writes_a_view_as_a_select(kg: KnowledgeGraph, tmp_path: Path) -> None:
    file = tmp_path / "elected.rq"
    file.write_text(
        "#+ summary: 同年当选：当选年份相同的人\n"
        "#+ summary_en: Elected together: people elected in the same year\n"
        "#+ network: undirected\n"
        "#+ defaults:\n#+   - year: 2021\n"
        "SELECT ?source ?target (2 AS ?weight) WHERE {\n"
        "  ?source a shkc:Person ; shkc:electedIn ?_year_gYear .\n"
        "  ?target a shkc:Person ; shkc:electedIn ?_year_gYear .\n"
        "  FILTER(STR(?source) < STR(?target))\n}",
        encoding="utf-8",
    )
    graph = kg.network(file)
    assert (len(graph), graph.number_of_edges(), graph.graph["label_en"]) == (12, 66, "Elected together")
    assert {data["weight"] for *_, data in graph.edges(data=True)} == {2}
    assert len(kg.network(file, year=1999)) == 0


def test_a_user_writes_a_view_as_a_construct(kg: KnowledgeGraph, tmp_path: Path) -> None:
    file = tmp_path / "own.rq"
    file.write_text("CONSTRUCT { ?a schema:superEvent ?b } WHERE { ?a schema:superEvent ?b }", encoding="utf-8")
    graph = kg.network(file)
    assert type(graph) is nx.DiGraph
    assert graph.edges[kg.node("全球技术转移大会"), kg.node("2021年浦江创新论坛")]["relations"] == (
        "schema:superEvent",
    )


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("SELECT ?a WHERE { ?a ?b ?c }", r"own: a view is a SELECT with \?source and \?target"),
        ("ASK { ?a ?b ?c }", "own: a view is a SELECT"),
        ("SELECT ?source ?target WHERE {\n ?source ?target", r"line 2, column \d+: own: "),
    ],
)
def test_a_query_that_is_no_view_is_refused(kg: KnowledgeGraph, tmp_path: Path, query: str, says: str) -> None:
    file = tmp_path / "own.rq"
    file.write_text(query, encoding="utf-8")
    with pytest.raises(QueryError, match=says):
        kg.network(file)


@pytest.mark.parametrize(
    ("head", "says"),
    [
        ("#+ summary: 甲\n#+ network: round\n", r"own\.rq:2: no kind of network is called round"),
        ("#+ network: bipartite\n", r"own\.rq:1: a bipartite network needs the names of its two sides"),
    ],
)
def test_a_head_that_is_wrong_is_named_with_its_line(tmp_path: Path, head: str, says: str) -> None:
    file = tmp_path / "own.rq"
    file.write_text(head + "SELECT ?source ?target WHERE { ?source ?p ?target }", encoding="utf-8")
    with pytest.raises(DataFileError, match=says):
        read_view(file)


def test_a_view_that_is_not_there_is_named_with_those_there_are() -> None:
    with pytest.raises(QueryError, match="no view cats; there are affiliation, collaboration"):
        read_view("cats")
