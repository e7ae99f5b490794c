"""Files for other programs: read back by networkx, and held against what each format's schema allows."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable
from io import BytesIO, StringIO
from xml.etree import ElementTree

import networkx as nx  # noqa: TID251 - what is asked for is a network of networkx
import pytest

from shkc_kg import KnowledgeGraph
from shkc_kg.networks import Network, measured
from shkc_kg.networks.formats import FORMATS
from shkc_kg.networks.network import edges_of
from shkc_kg.networks.outputs import OUTPUTS, Output

VIEWS = ("affiliation", "events", "place")
GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
GEXF = "{http://www.gexf.net/1.2draft}"


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


def test_graphml_is_what_its_schema_allows(graph: Network) -> None:
    """Ids are name tokens and unique; each datum has a key, declared before, of a type that there is."""
    root = ElementTree.fromstring(FORMATS["graphml"](graph))  # noqa: S314 - our own
    assert root.tag == GRAPHML + "graphml"
    assert [child.tag for child in root] == [GRAPHML + "key"] * (len(root) - 1) + [GRAPHML + "graph"]
    keys = {key.get("id"): key for key in root.iter(GRAPHML + "key")}
    assert len(keys) == len(root) - 1
    assert {key.get("attr.type") for key in keys.values()} <= {"boolean", "int", "long", "float", "double", "string"}
    (body,) = root.iter(GRAPHML + "graph")
    assert body.get("edgedefault") == ("directed" if graph.is_directed() else "undirected")
    ids = [each.get("id", "") for each in body if each.tag != GRAPHML + "data"]
    assert len(set(ids)) == len(ids) == len(graph) + graph.number_of_edges()
    assert all(re.fullmatch(r"[\w.:-]+", one) for one in ids)
    nodes = {node.get("id") for node in body.iter(GRAPHML + "node")}
    assert {end for edge in body.iter(GRAPHML + "edge") for end in (edge.get("source"), edge.get("target"))} <= nodes
    for kind in ("node", "edge"):
        for datum in (d for each in body.iter(GRAPHML + kind) for d in each):
            assert keys[datum.get("key")].get("for") == kind


def test_gexf_is_read_back_as_it_was(graph: Network) -> None:
    back = nx.read_gexf(BytesIO(FORMATS["gexf"](graph)))
    assert back.is_directed() == graph.is_directed()
    assert ties(back) == ties(graph)
    for node, data in graph.nodes(data=True):
        assert back.nodes[node]["label"] == data["label_zh"]
        assert back.nodes[node]["louvain"] == data["louvain"]
    assert {data["weight"] for *_, data in back.edges(data=True)} == {d["weight"] for *_, d in graph.edges(data=True)}


# Elements of GEXF 1.2 with the attributes that its schema gives them, as far as a static network needs them.
GEXF_ATTRIBUTES = {
    "gexf": {"version", "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"},
    "meta": {"lastmodifieddate"},
    "creator": set(),
    "graph": {"defaultedgetype", "mode", "idtype"},
    "attributes": {"class", "mode"},
    "attribute": {"id", "title", "type"},
    "nodes": {"count"},
    "node": {"id", "label"},
    "edges": {"count"},
    "edge": {"id", "source", "target", "label", "weight", "type"},
    "attvalues": set(),
    "attvalue": {"for", "value"},
}


def test_gexf_is_what_its_schema_allows(graph: Network) -> None:
    root = ElementTree.fromstring(FORMATS["gexf"](graph))  # noqa: S314 - our own
    for each in root.iter():
        name = each.tag.removeprefix(GEXF)
        assert set(each.keys()) <= GEXF_ATTRIBUTES[name], name
    assert root.get("version") == "1.2"
    assert [child.tag for child in root] == [GEXF + "meta", GEXF + "graph"]
    types = {each.get("type") for each in root.iter(GEXF + "attribute")}
    assert types <= {"integer", "long", "double", "float", "boolean", "liststring", "string", "anyURI"}
    declared = {
        kind: {
            each.get("id") for block in root.iter(GEXF + "attributes") if block.get("class") == kind for each in block
        }
        for kind in ("node", "edge")
    }
    for kind, ids in declared.items():
        elements = list(root.iter(GEXF + kind))
        assert len({each.get("id") for each in elements}) == len(elements)
        assert {value.get("for") for each in elements for value in each.iter(GEXF + "attvalue")} <= ids


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
