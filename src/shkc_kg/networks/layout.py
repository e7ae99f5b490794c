"""Where the nodes of a picture stand: each component laid out by itself, the components packed side by side."""

from __future__ import annotations

from collections.abc import Iterable
from math import sqrt
from typing import Any, Final

import networkx as nx

from shkc_kg.networks.network import Network, simple

__all__ = ["Place", "positions"]

Place = tuple[float, float]

# Kamada and Kawai's layout is the clearest, and takes the cube of the nodes.
_CLEAREST: Final = 300
_WIDE: Final = 1.6
_MARGIN: Final = 0.9
# Width and height that a node and its name need, and how little may be lacking.
_ROOM: Final = (1.5, 0.62)
_ENOUGH: Final = 0.02
_PUSHES: Final = 80


def positions(graph: Network, seed: int = 0, clearest: int = _CLEAREST) -> dict[str, Place]:
    """A place for each node, the same in every run; about ``_WIDE`` times as wide as high.

    Parts of more than ``clearest`` nodes get a layout that is found faster.
    """
    plain = simple(graph)
    parts = sorted(nx.connected_components(plain), key=lambda part: (-len(part), min(part)))
    boxes = [_laid(plain.subgraph(sorted(part)), seed, clearest) for part in parts]
    placed: dict[str, Place] = {}
    for box, (left, top) in zip(boxes, _packed([_size(box) for box in boxes]), strict=True):
        x0, y0 = min(x for x, _ in box.values()), min(y for _, y in box.values())
        placed.update({plain.nodes[n]["name"]: (x - x0 + left, y - y0 - top) for n, (x, y) in sorted(box.items())})
    return placed


def _laid(part: Any, seed: int, clearest: int) -> dict[int, Place]:  # noqa: ANN401 - a view of a graph, which networkx types otherwise
    """One component, scaled so that it takes more room the more nodes it has."""
    if len(part) == 1:
        return dict.fromkeys(part, (0.0, 0.0))
    small = len(part) <= clearest
    spring = {} if small else nx.spring_layout(part, seed=seed, weight=None, iterations=100)
    found = nx.kamada_kawai_layout(part, weight=None) if small else spring
    size = sqrt(len(part))
    return _apart({node: (float(x) * size * _WIDE / 1.3, float(y) * size / 1.1) for node, (x, y) in found.items()})


def _apart(places: dict[int, Place]) -> dict[int, Place]:
    """The same places with neighbours pushed apart, step by step, until each has room for its name."""
    moved = {node: [x, y] for node, (x, y) in places.items()}
    for _ in range(_PUSHES):
        order = sorted(moved, key=lambda node: (moved[node][0], node))
        pushed = False
        for first, one in enumerate(order):
            for other in order[first + 1 :]:
                if moved[other][0] - moved[one][0] >= _ROOM[0]:
                    break
                pushed |= _push(moved[one], moved[other])
        if not pushed:
            break
    return {node: (x, y) for node, (x, y) in moved.items()}


def _push(one: list[float], other: list[float]) -> bool:
    """Move two places away from each other by half of what they lack, the shorter way; false where both have room."""
    dx, dy = other[0] - one[0], other[1] - one[1]
    lack_x, lack_y = _ROOM[0] - abs(dx), _ROOM[1] - abs(dy)
    if lack_x <= _ENOUGH or lack_y <= _ENOUGH:
        return False
    axis, by = (0, lack_x) if lack_x / _ROOM[0] < lack_y / _ROOM[1] else (1, lack_y)
    step = by / 4 if (dx, dy)[axis] >= 0 else -by / 4
    one[axis] -= step
    other[axis] += step
    return True


def _size(box: dict[int, Place]) -> Place:
    xs, ys = [x for x, _ in box.values()], [y for _, y in box.values()]
    return max(xs) - min(xs) + 2 * _MARGIN, max(ys) - min(ys) + 2 * _MARGIN


def _packed(sizes: list[Place]) -> Iterable[Place]:
    """Left and top of each box: rows from the top, as wide as makes the whole about ``_WIDE`` times as wide as high."""
    area = sum(width * height for width, height in sizes)
    limit = max([sqrt(area * _WIDE), *(width for width, _ in sizes)])
    left = top = row = 0.0
    for width, height in sizes:
        if left and left + width > limit:
            left, top, row = 0.0, top + row, 0.0
        yield left, top + height
        left, row = left + width, max(row, height)
