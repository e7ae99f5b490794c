"""The page: one file that loads nothing, holds the network and its sentences, and can't be broken out of."""

from __future__ import annotations

import json
import re
from typing import Any

import networkx as nx  # noqa: TID251 - what is asked for is a network of networkx

from shkc_kg import KnowledgeGraph
from shkc_kg.networks.page import page


def data_of(html: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
    assert found is not None
    told: dict[str, Any] = json.loads(found[1])
    return told


def test_the_page_holds_the_network_and_its_sentences(kg: KnowledgeGraph) -> None:
    graph = kg.network("events")
    told = data_of(page(graph, kg.sentences()).decode())
    assert [node["id"] for node in told["nodes"]] == list(graph)
    assert len(told["edges"]) == graph.number_of_edges()
    said = {passage for edge in told["edges"] for passage in edge["passages"]} & kg.sentences().keys()
    assert told["sentences"].keys() == said
    assert {node["kind"] for node in told["nodes"]} == {kind["id"] for kind in told["kinds"]}


def test_parallel_ties_bend_apart(kg: KnowledgeGraph) -> None:
    edges = data_of(page(kg.network("events"), {}).decode())["edges"]
    shown = [(*sorted((edge["source"], edge["target"])), edge["bend"]) for edge in edges]
    assert len(set(shown)) == len(shown)


def test_the_page_loads_nothing(kg: KnowledgeGraph) -> None:
    html = page(kg.network("policy"), kg.sentences()).decode()
    assert not re.search(
        r"\b(src|srcset|@import)\s*=|<link\b|<iframe\b|url\((?!#)|\bfetch\(|XMLHttpRequest|import\(", html
    )


def test_the_page_speaks_the_language_that_was_asked_for(kg: KnowledgeGraph) -> None:
    html = page(kg.network("policy"), {}, "en").decode()
    assert '<html lang="en">' in html
    assert "政策网络" in html
    assert data_of(html)["lang"] == "en"


def test_a_name_can_not_end_the_script() -> None:
    evil = "</script><script>alert(1)</script>"
    graph = nx.Graph(label_zh=evil, label_en="&<")
    graph.add_node("a", label_zh=evil, label_en=evil, class_zh="类", class_en="c", iri="urn:a", **{"class": "c"})
    html = page(graph, {}).decode()
    assert html.count("</script>") == 2
    assert data_of(html)["nodes"][0]["label_zh"] == evil
    assert "<title>&lt;/script&gt;" in html
