"""A network as one HTML file that needs nothing else: move, search, filter, and read the sentence behind each tie."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from math import sqrt
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from shkc_kg.networks.colours import palette
from shkc_kg.networks.layout import positions
from shkc_kg.networks.network import Network, edges_of, simple

__all__ = ["page"]

_HERE: Final = Path(__file__).parent
_UNIT: Final = 70  # pixels from node to node
_EDGE: Final = ("label_zh", "label_en", "weight", "symmetric", "passages")
_NODE: Final = ("label_zh", "label_en", "class_zh", "class_en", "iri")


def page(
    graph: Network, sentences: Mapping[str, str], lang: str = "zh", group: str | None = None, seed: int = 0
) -> bytes:
    """The page, opening in ``zh`` or ``en``; ``group`` is the node attribute that colours, without one their class."""
    environment = Environment(loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined)
    script = (_HERE / "page.js").read_text(encoding="utf-8")
    told = environment.get_template("page.html").render(
        lang=lang,
        title_zh=graph.graph["label_zh"],
        title_en=graph.graph["label_en"],
        data=_json({**_data(graph, sentences, group, seed), "lang": lang}),
        script=script,
    )
    return told.encode()


def _data(graph: Network, sentences: Mapping[str, str], group: str | None, seed: int) -> dict[str, Any]:
    kinds = {node: f"{data[group]:g}" if group else data["class"] for node, data in graph.nodes(data=True)}
    colours = palette(kinds.values())
    places = positions(graph, seed)
    plain = simple(graph)
    ties = {data["name"]: plain.degree(number) for number, data in plain.nodes(data=True)}
    nodes = [
        {
            "id": node,
            "x": round(places[node][0] * _UNIT, 1),
            "y": round(-places[node][1] * _UNIT, 1),
            "r": round(4 + 2.2 * sqrt(ties[node]), 1),
            "kind": kinds[node],
            "colour": colours[kinds[node]],
            **{key: data[key] for key in _NODE},
        }
        for node, data in graph.nodes(data=True)
    ]
    said = {passage for *_, data in edges_of(graph) for passage in data["passages"]}
    return {
        "directed": graph.is_directed(),
        "nodes": nodes,
        "edges": _edges(graph),
        "kinds": _kinds(graph, kinds, colours, group),
        "sentences": {passage: sentences[passage] for passage in sorted(said) if passage in sentences},
    }


def _edges(graph: Network) -> list[dict[str, Any]]:
    """The ties; those that join the same two nodes bend apart."""
    seen: Counter[tuple[str, str]] = Counter()
    edges = []
    for one, other, *_, data in edges_of(graph):
        pair = (min(one, other), max(one, other))
        edges.append({"source": one, "target": other, "bend": seen[pair], **{key: data[key] for key in _EDGE}})
        seen[pair] += 1
    return edges


def _kinds(
    graph: Network, kinds: Mapping[str, str], colours: Mapping[str, str], group: str | None
) -> list[dict[str, str]]:
    """The legend: what each colour stands for."""
    names = {kinds[node]: (data["class_zh"], data["class_en"]) for node, data in graph.nodes(data=True)}
    if group:
        names = {kind: (kind, kind) for kind in names}
    return [
        {"id": kind, "colour": colours[kind], "label_zh": names[kind][0], "label_en": names[kind][1]}
        for kind in colours
    ]


def _json(value: object) -> str:
    """JSON that can stand in a script element: nothing in it ends one."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text
