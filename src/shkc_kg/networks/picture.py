"""Networks as pictures, PNG or SVG; the one module that knows matplotlib.

Names are drawn with a font that has their characters, or not at all: a picture of empty boxes says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from itertools import chain
from math import sqrt
from pathlib import Path
from typing import Any, Final

import matplotlib as mpl
import networkx as nx
from matplotlib import font_manager, ft2font
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from pylopdf_fonts_zh_cn import sans_path

from shkc_kg.errors import PictureError
from shkc_kg.networks.colours import OTHER, palette
from shkc_kg.networks.labels import Box, Line, around, broken, moved, room
from shkc_kg.networks.layout import positions
from shkc_kg.networks.network import Network, simple

__all__ = ["Style", "drawn", "font_files", "picture"]

_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "zh": {
        "counts": "{nodes} 个节点，{edges} 条关系",
        "size": "圆的大小：{size}",
        "hidden": "另有 {hidden} 个名称因重叠未标出",
        "degree": "度",
        "other": "其他",
    },
    "en": {
        "counts": "{nodes} nodes, {edges} ties",
        "size": "size: {size}",
        "hidden": "{hidden} more names would overlap",
        "degree": "degree",
        "other": "other",
    },
}
_LARGE: Final = 330
_LEADING: Final = 2  # pixels at the top and the bottom of a name that no character reaches
_LABEL: Final[Mapping[str, Any]] = {
    "ha": "center",
    "va": "center",
    "zorder": 4,
    "bbox": {"boxstyle": "round,pad=0.05", "facecolor": "white", "edgecolor": "none", "alpha": 0.65},
}


@dataclass(frozen=True, slots=True)
class Style:
    """How to draw: names in ``zh`` or ``en``; the node attributes that give size and colour, and what size is called.

    Without them a node is as large as it has ties, and has the colour of its class.
    """

    lang: str = "zh"
    size: str | None = None
    size_label: str = ""
    group: str | None = None
    seed: int = 0

    @property
    def words(self) -> Mapping[str, str]:
        return _WORDS[self.lang]

    def label(self, data: Mapping[str, Any]) -> str:
        return str(data[f"label_{self.lang}"])

    def kind(self, data: Mapping[str, Any]) -> str:
        """What decides on a node's colour."""
        return f"{data[self.group]:g}" if self.group else str(data[f"class_{self.lang}"])


def picture(graph: Network, form: str, style: Style = Style()) -> bytes:
    """A picture in ``png`` or ``svg``; the same network gives the same bytes.

    Where names would overlap, those of the larger nodes stay, and the foot tells how many did not.

    :raises PictureError: no font here has the characters.
    """
    out = BytesIO()
    with mpl.rc_context(_settings(graph, style)):
        metadata = {"Date": None} if form == "svg" else {"Software": None}  # no clock, no version
        drawn(graph, style).savefig(out, format=form, metadata=metadata)
    return out.getvalue()


def _settings(graph: Network, style: Style) -> Any:  # noqa: ANN401 - matplotlib has a type for each of its settings
    shown = (text for _, data in graph.nodes(data=True) for text in (style.label(data), style.kind(data)))
    words = "".join(chain(shown, style.words.values(), (_title(graph), style.size_label)))
    return {
        "font.family": [_family(path) for path in font_files(words)],
        "svg.hashsalt": "shkc-kg",
        "svg.fonttype": "path",  # the characters travel as shapes, so that every reader shows them
    }


@cache
def font_files(words: str) -> tuple[Path, ...]:
    """Fonts that have all these characters together, as few as possible, the one that travels with us first.

    :raises PictureError: a character is in no font; what to install.
    """
    missing = {ord(character) for character in words if not character.isspace()}
    chosen: list[Path] = []
    for path in _fonts():
        if not missing:
            break
        has = _characters(path)
        if missing & has:
            chosen.append(path)
            missing -= has
    if missing:
        raise PictureError("".join(map(chr, sorted(missing))))
    return tuple(chosen)


def _fonts() -> Iterator[Path]:
    yield Path(sans_path())
    # Unicode's Last Resort font has a box for every character, and that is all it has.
    found = (entry for entry in font_manager.fontManager.ttflist if not entry.name.startswith("Last Resort"))
    yield from sorted({Path(entry.fname) for entry in found})


@cache
def _characters(path: Path) -> frozenset[int]:
    return frozenset(ft2font.FT2Font(str(path)).get_charmap()) if path.is_file() else frozenset()


@cache
def _family(path: Path) -> str:
    font_manager.fontManager.addfont(str(path))
    return font_manager.FontProperties(fname=str(path)).get_name()


def drawn(graph: Network, style: Style) -> Figure:
    """The picture as matplotlib's own figure, for whoever wants to draw more into it.

    :raises PictureError: as :func:`picture`.
    """
    with mpl.rc_context(_settings(graph, style)):
        return _figure(graph, style)


def _figure(graph: Network, style: Style) -> Figure:
    places = positions(graph, style.seed)
    areas = {node: 40 + 460 * sqrt(value) for node, value in _sizes(graph, style).items()}
    colours, legend = _coloured(graph, style)
    figure, axes = _canvas(places)
    _draw_edges(graph, axes, places, areas)
    xs, ys = zip(*(places[node] for node in areas), strict=True) if areas else ((), ())
    dots = {"s": list(areas.values()), "c": [colours[node] for node in areas]}
    axes.scatter(xs, ys, **dots, edgecolors="white", linewidths=0.8, zorder=3)
    hidden = _name(figure, axes, graph, style, places, areas)
    figure.text(0.012, 0.014, " · ".join(_foot(graph, style, hidden)), fontsize=9, color="#555555")
    figure.text(0.012, 0.968, _title(graph), fontsize=15, va="top")
    handles = [Line2D([], [], marker="o", linestyle="", color=colour, label=text) for text, colour in legend]
    columns: dict[str, Any] = {"loc": "upper right", "ncols": max(1, min(len(handles), 6)), "handletextpad": 0.1}
    figure.legend(handles=handles, frameon=False, fontsize=9, **columns)
    return figure


def _draw_edges(
    graph: Network, axes: Axes, places: Mapping[str, tuple[float, float]], areas: Mapping[str, float]
) -> None:
    plain: Any = simple(graph, directed=True)
    names = {number: data["name"] for number, data in plain.nodes(data=True)}
    look: dict[str, Any] = {"arrows": True, "arrowsize": 8} if plain.is_directed() else {"arrows": False}
    look["width"] = [0.6 + 0.5 * sqrt(weight) for _, _, weight in plain.edges(data="weight")]
    look["node_size"] = [areas[name] for name in names.values()]
    where = {number: places[name] for number, name in names.items()}
    nx.draw_networkx_edges(plain, where, ax=axes, edge_color="#9AA5B1", alpha=0.8, **look)


def _title(graph: Network) -> str:
    return f"{graph.graph['label_zh']}  {graph.graph['label_en']}"


def _foot(graph: Network, style: Style, hidden: int) -> Iterator[str]:
    yield style.words["counts"].format(nodes=len(graph), edges=graph.number_of_edges())
    yield style.words["size"].format(size=style.size_label or style.words["degree"])
    if hidden:
        yield style.words["hidden"].format(hidden=hidden)


def _canvas(places: Mapping[str, tuple[float, float]]) -> tuple[Figure, Any]:
    """A sheet that grows with the picture, so that names find room."""
    xs, ys = [x for x, _ in places.values()] or [0.0], [y for _, y in places.values()] or [0.0]
    width = min(max((max(xs) - min(xs)) * 0.75, 9.0), 22.0)
    height = min(max((max(ys) - min(ys)) * 0.75 + 1.2, 6.0), 15.0)
    figure = Figure(figsize=(width, height), dpi=100)
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0.03, 0.05, 0.94, 0.88))
    axes.set_axis_off()
    axes.margins(0.06, 0.04)
    return figure, axes


def _sizes(graph: Network, style: Style) -> dict[str, float]:
    """The size of each node between 0 and 1, in the order of the nodes."""
    plain = simple(graph)
    found = {data["name"]: float(plain.degree(number)) for number, data in plain.nodes(data=True)}
    if style.size:
        found = {node: float(graph.nodes[node][style.size]) for node in found}
    greatest = max(found.values(), default=0) or 1
    return {node: value / greatest for node, value in found.items()}


def _coloured(graph: Network, style: Style) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """The colour of each node, and the legend: what each colour stands for."""
    kinds = {node: style.kind(data) for node, data in graph.nodes(data=True)}
    colours = palette(kinds.values())
    own = [(kind, colour) for kind, colour in colours.items() if colour != OTHER]
    rest = [(style.words["other"], OTHER)] if len(colours) > len(own) else []
    return {node: colours[kind] for node, kind in kinds.items()}, own + rest


def _name(
    figure: Figure,
    axes: Axes,
    graph: Network,
    style: Style,
    places: Mapping[str, tuple[float, float]],
    areas: Mapping[str, float],
) -> int:
    """Write the names beside their nodes, the larger nodes first; how many found no room."""
    renderer = figure.canvas.get_renderer()  # type: ignore[attr-defined]
    radii = {node: sqrt(area) / 2 * figure.dpi / 72 for node, area in areas.items()}
    dots = [around(axes.transData.transform(place), radii[node] * 0.7) for node, place in places.items()]
    ties = _ties(graph, {node: tuple(axes.transData.transform(place)) for node, place in places.items()})
    taken: list[Box] = []
    sheet = (figure.bbox.width, figure.bbox.height)
    hidden = 0
    for node in sorted(places, key=lambda one: (-areas[one], one)):
        large = areas[node] >= _LARGE
        label, look = broken(style.label(graph.nodes[node])), {**_LABEL, "fontsize": 11 if large else 9}
        text = axes.annotate(label, places[node], xytext=(0, 0), textcoords="offset pixels", **look)
        extent = text.get_window_extent(renderer)
        box = (extent.x0, extent.y0, extent.x1, extent.y1)
        # A hub among many dots may cover some of them rather than go without its name.
        move = room(box, radii[node], [*taken, *dots], sheet, ties[node]) or (
            room(box, radii[node], taken, sheet, ties[node]) if large else None
        )
        if move:
            text.set_position(move)
            left, low, right, high = moved(box, move)
            taken.append((left, low + _LEADING, right, high - _LEADING))
        else:
            text.remove()
            hidden += 1
    return hidden


def _ties(graph: Network, spots: Mapping[str, tuple[float, float]]) -> dict[str, list[Line]]:
    """The lines that end at each node: what its own name should not stand on."""
    ties = graph.to_undirected(as_view=True)
    return {node: [(spots[node], spots[other]) for other in ties[node]] for node in graph}
