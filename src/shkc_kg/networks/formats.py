"""Networks as files for other programs: GraphML (yEd, Cytoscape), GEXF (Gephi), JSON (D3, Cytoscape.js), CSV.

Attributes with several values are joined by blanks where a format knows plain values only: IRIs and dates have none.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from io import BytesIO, StringIO
from math import sqrt
from typing import Any, Final

import networkx as nx

from shkc_kg.networks.colours import palette
from shkc_kg.networks.layout import positions
from shkc_kg.networks.network import Network, edges_of, simple

__all__ = ["FORMATS", "edge_rows", "node_rows"]

_PLACED: Final = 2000  # nodes beyond which a layout takes longer than all the rest
_UNIT: Final = 100  # of GEXF from node to node

EDGE_COLUMNS: Final = ("label_zh", "label_en", "weight", "dates", "via", "relations", "passages")
NODE_COLUMNS: Final = ("label_zh", "label_en", "class", "weight", "dates", "passages")


def graphml(graph: Network) -> bytes:
    """GraphML. Its ids must be name tokens, which our names are not: nodes are ``n0`` …, their ``name`` our IRI."""
    numbers = {node: f"n{number}" for number, node in enumerate(graph)}
    flat = _empty_like(graph)
    flat.add_nodes_from((numbers[node], {"name": node, **_flat(data)}) for node, data in graph.nodes(data=True))
    for number, (one, other, *key, data) in enumerate(edges_of(graph)):
        flat.add_edge(numbers[one], numbers[other], *key, id=f"e{number}", **_flat(data))
    out = BytesIO()
    nx.write_graphml_xml(flat, out, edge_id_from_attribute="id")
    return out.getvalue()


def gexf(graph: Network) -> bytes:
    """GEXF 1.2, without the day on which it was written and without what its schema doesn't know.

    It opens as a picture would show it, and with a timeline: a thing or a tie ``start``s on the first day of its date.
    All edges have the type of the network, since networkx reads no mixed ones; ``symmetric`` says which point nowhere.
    """
    flat, looks = _empty_like(graph), _looks(graph)
    for node, data in graph.nodes(data=True):
        flat.add_node(node, label=data["label_zh"], viz=looks[node], **_start(data["dates"]), **_flat(data))
    for one, other, *key, data in edges_of(graph):
        flat.add_edge(one, other, *key, label=data["label_zh"], **_start(data["dates"]), **_flat(data))
    out = BytesIO()
    nx.write_gexf(flat, out)
    dated = re.compile(rb' lastmodifieddate="[\d-]*"')
    named = re.compile(rb'(<graph\b[^>]*?) name="[^"]*"')
    return named.sub(rb"\1", dated.sub(b"", out.getvalue(), count=1), count=1) + b"\n"


def node_link(graph: Network) -> bytes:
    """JSON as D3 and networkx read it: ``nodes`` and ``edges``, attributes with several values as lists."""
    return _json(nx.node_link_data(graph, edges="edges"))


def cytoscape(graph: Network) -> bytes:
    """JSON as Cytoscape and Cytoscape.js read it."""
    named = _empty_like(graph)
    named.add_nodes_from((node, {**data, "name": data["label_zh"]}) for node, data in graph.nodes(data=True))
    named.add_edges_from(edges_of(graph))
    return _json(nx.cytoscape_data(named))


def edges_csv(graph: Network) -> bytes:
    """A table of the edges, one a line."""
    return _csv(("source", "target", *EDGE_COLUMNS), edge_rows(graph, EDGE_COLUMNS))


def nodes_csv(graph: Network, measured: Sequence[str]) -> bytes:
    """A table of the nodes with what was measured of them, which is among their attributes; best first."""
    return _csv(("node", *measured, *NODE_COLUMNS), node_rows(graph, (*measured, *NODE_COLUMNS)))


FORMATS: Final[Mapping[str, Callable[[Network], bytes]]] = {
    "csv": edges_csv,
    "cytoscape": cytoscape,
    "gexf": gexf,
    "graphml": graphml,
    "json": node_link,
}


def edge_rows(graph: Network, columns: Sequence[str]) -> list[tuple[str, ...]]:
    """The edges with some of their attributes as text, the heaviest first."""
    ordered = sorted(edges_of(graph), key=lambda edge: (-edge[-1]["weight"], edge[0], edge[1], edge[-1]["relations"]))
    return [(one, other, *(_text(data[column]) for column in columns)) for one, other, *_, data in ordered]


def node_rows(graph: Network, columns: Sequence[str]) -> list[tuple[str, ...]]:
    """The nodes with some of their attributes as text, those with the greatest value in the first column first."""
    ordered = sorted(graph.nodes(data=True), key=lambda pair: (-pair[1][columns[0]], pair[0]))
    return [(node, *(_text(data[column]) for column in columns)) for node, data in ordered]


def _empty_like(graph: Network) -> Any:  # noqa: ANN401 - networkx types only one of its classes so
    empty: Any = graph.__class__()
    empty.graph.update((key, value) for key, value in graph.graph.items() if isinstance(value, str))
    return empty


def _looks(graph: Network) -> dict[str, dict[str, Any]]:
    """What GEXF calls viz: the colour of the class, larger with more ties, and the place where that is quickly found."""
    classes = nx.get_node_attributes(graph, "class")
    colours = palette(classes.values())
    places = positions(graph) if len(graph) <= _PLACED else {}
    plain = simple(graph)
    looks: dict[str, dict[str, Any]] = {}
    for number, data in plain.nodes(data=True):
        node = data["name"]
        red, green, blue = bytes.fromhex(colours[classes[node]].removeprefix("#"))
        looks[node] = {"color": {"r": red, "g": green, "b": blue}, "size": round(8 + 4 * sqrt(plain.degree(number)), 1)}
        if node in places:
            x, y = (round(_UNIT * value, 1) for value in places[node])
            looks[node]["position"] = {"x": x, "y": y, "z": 0.0}
    return looks


def _start(dates: Iterable[str]) -> dict[str, str]:
    """When something begins, for a timeline: the first day that the most exact of its dates allows.

    >>> _start(("2021-07", "2021-07-08", "2021-07-10")), _start(("2021",)), _start(())
    ({'start': '2021-07-08'}, {'start': '2021-01-01'}, {})
    """
    exact = min(dates, key=lambda date: (-len(date), date), default="")
    return {"start": exact + "-01-01"[len(exact) - len("2021") :]} if exact else {}


def _flat(data: Mapping[str, Any]) -> dict[str, Any]:
    return {key: " ".join(value) if isinstance(value, tuple) else value for key, value in data.items()}


def _text(value: object) -> str:
    """A value as a table shows it: a number without a needless end, several values joined.

    >>> _text(2.0), _text(0.123456), _text(("schema:about", "schema:location"))
    ('2', '0.1235', 'schema:about schema:location')
    """
    if isinstance(value, tuple):
        return " ".join(value)
    return f"{value:.4g}" if isinstance(value, float) else str(value)


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _csv(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return out.getvalue().encode()
