"""Files for other programs, read back by networkx; test_schemas.py holds them against the schemas of their formats."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from io import BytesIO, StringIO
from xml.etree import ElementTree

import networkx as nx  # noqa: TID251 - what is asked for is a network of networkx
import pytest

from shkc_kg import KnowledgeGraph
from shkc_kg.networks import Network, measured
from shkc_kg.networks.formats import FORMATS
from shkc_kg.networks.network import edges_of, simple
from shkc_kg.networks.outputs import OUTPUTS, Output

VIEWS = ("affiliation", "events", "place")
GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"


@pytest.fixture(params=VIEWS)
def graph(kg: KnowledgeGraph, request: pytest.FixtureRequest) -> Network:
    return measured(kg.network(request.param), ["betweenness", "louvain"])


def ties(graph: Network, name: str | None = None, relation: str = "relations") -> list[tuple[object, ...]]:
    """The ends and relations of all edges, each end by an attribute where one is named."""
    called = dict(graph.nodes(data=name)) if name else {node: node for node in graph}
    ends: Iterable[list[object]] = (
        [called[one], called[other]] if graph.is_directed() else sorted([called[one], called[other]])
        for one, other in graph.edges()
    )
    relations = (data[relation] for *_, data in graph.edges(data=True))
    joined = (" ".join(r) if isinstance(r, list | tuple) else r for r in relations)
    return sorted((*pair, said) for pair, said in zip(ends, joined, strict=True))


def test_graphml_is_read_back_as_it_was(graph: Network) -> None:
    back = nx.read_graphml(BytesIO(FORMATS["graphml"](graph)), force_multigraph=graph.is_multigraph())
    assert type(back) is type(graph)
    assert ties(back, "name") == ties(graph)
    by_name = {data["name"]: data for _, data in back.nodes(data=True)}
    for node, data in graph.nodes(data=True):
        assert by_name[node]["label_zh"] == data["label_zh"]
        assert by_name[node]["betweenness"] == pytest.approx(data["betweenness"])
        assert by_name[node]["passages"].split() == list(data["passages"])


def test_graphml_numbers_its_nodes_and_names_its_edges(graph: Network) -> None:
    """Ids must be name tokens, which our names are not."""
    (body,) = ElementTree.fromstring(FORMATS["graphml"](graph)).iter(GRAPHML + "graph")  # noqa: S314 - our own
    assert [node.get("id") for node in body.iter(GRAPHML + "node")] == [f"n{number}" for number in range(len(graph))]
    ids = [edge.get("id") for edge in body.iter(GRAPHML + "edge")]
    assert ids == [f"e{number}" for number in range(graph.number_of_edges())]


def test_gexf_is_read_back_as_it_was(graph: Network) -> None:
    back = nx.read_gexf(BytesIO(FORMATS["gexf"](graph)))
    assert back.is_directed() == graph.is_directed()
    assert ties(back) == ties(graph)
    for node, data in graph.nodes(data=True):
        assert back.nodes[node]["label"] == data["label_zh"]
        assert back.nodes[node]["louvain"] == data["louvain"]
    assert {data["weight"] for *_, data in back.edges(data=True)} == {d["weight"] for *_, d in graph.edges(data=True)}


def test_gexf_looks_in_gephi_as_in_a_picture(graph: Network) -> None:
    """A colour for each class, larger with more ties, no two in the same place."""
    back = nx.read_gexf(BytesIO(FORMATS["gexf"](graph)))
    looks = {node: back.nodes[node]["viz"] for node in graph}
    coloured = {(data["class"], *looks[node]["color"].values()) for node, data in graph.nodes(data=True)}
    assert len(coloured) == len({data["class"] for _, data in graph.nodes(data=True)})
    assert len({tuple(look["position"].values()) for look in looks.values()}) == len(graph)
    ties = simple(graph)
    sizes = sorted((ties.degree(number), looks[name]["size"]) for number, name in ties.nodes(data="name"))
    assert [size for _, size in sizes] == sorted(size for _, size in sizes)


def test_gexf_has_a_timeline_where_there_are_dates(kg: KnowledgeGraph) -> None:
    graph = kg.network("events")
    told = FORMATS["gexf"](graph)
    assert b' mode="dynamic" timeformat="date"' in told
    back = nx.read_gexf(BytesIO(told))
    assert back.nodes[kg.node("2021年世界人工智能大会")]["start"] == "2021-07-08"
    assert {node for node in back if "start" in back.nodes[node]} == {
        node for node, data in graph.nodes(data=True) if data["dates"]
    }
    assert b' mode="static"' in FORMATS["gexf"](kg.network("collaboration"))
    assert b"start=" not in FORMATS["gexf"](kg.network("collaboration"))


def test_a_large_network_is_written_without_being_laid_out() -> None:
    star = nx.star_graph(2001)
    nx.set_node_attributes(star, {node: {"label_zh": "星", "class": "c", "dates": ()} for node in star})
    nx.set_edge_attributes(star, {edge: {"label_zh": "", "dates": ()} for edge in star.edges})
    told = FORMATS["gexf"](star)
    assert (told.count(b"<viz:color"), told.count(b"<viz:position")) == (2002, 0)


@pytest.mark.parametrize("form", ["gexf", "graphml", "json", "cytoscape"])
def test_chinese_can_be_read_in_the_file(kg: KnowledgeGraph, form: str) -> None:
    assert "复旦大学".encode() in FORMATS[form](kg.network("affiliation"))


def test_node_link_json_is_read_back_as_it_was(graph: Network) -> None:
    back = nx.node_link_graph(json.loads(FORMATS["json"](graph)), edges="edges")
    assert type(back) is type(graph)
    assert ties(back) == ties(graph)
    assert back.graph["input"] == graph.graph["input"]


def test_cytoscape_json_is_read_back_as_it_was(graph: Network) -> None:
    told = json.loads(FORMATS["cytoscape"](graph))
    assert {each["data"]["name"] for each in told["elements"]["nodes"]} == {
        data["label_zh"] for _, data in graph.nodes(data=True)
    }
    assert ties(nx.cytoscape_graph(told)) == ties(graph)


def test_a_table_has_a_line_for_each_edge_or_each_measured_node(graph: Network) -> None:
    edges = list(csv.DictReader(StringIO(OUTPUTS["csv"](graph, Output()).decode())))
    assert len(edges) == graph.number_of_edges()
    assert [float(row["weight"]) for row in edges] == sorted((float(row["weight"]) for row in edges), reverse=True)
    nodes = list(csv.DictReader(StringIO(OUTPUTS["csv"](graph, Output(["betweenness"])).decode())))
    assert {row["node"] for row in nodes} == set(graph)
    values = [float(row["betweenness"]) for row in nodes]
    assert values == sorted(values, reverse=True)


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_network_gives_the_same_bytes(kg: KnowledgeGraph, form: str) -> None:
    assert FORMATS[form](kg.network("events")) == FORMATS[form](kg.network("events"))


def test_edges_come_with_their_keys(kg: KnowledgeGraph) -> None:
    assert {len(edge) for edge in edges_of(kg.network("events"))} == {4}
    assert {len(edge) for edge in edges_of(kg.network("place"))} == {3}
