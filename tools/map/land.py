"""Makes ``data/map/land.json``: land without any boundary, for maps of the world, of China, and of its eastern coast.

    npm pack world-atlas && tar xzf world-atlas-*.tgz
    python tools/map/land.py package

Each map is a window (west, south, east, north) and rings of degrees, flat: ``[x, y, x, y …]``, rounded to what is seen.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from shkc_kg.web.explorer.ground import clipped

OUT = Path(__file__).parent.parent.parent / "data" / "map" / "land.json"
Ring = list[tuple[float, float]]
# The window, the file it is cut from, the digits that are kept, and the least extent of a ring, in degrees. The world
# begins in the middle of the Atlantic, so that China stands in its middle.
MAPS: dict[str, tuple[tuple[float, float, float, float], str, int, float]] = {
    "coast": ((108.0, 18.0, 125.0, 41.5), "land-10m.json", 3, 0.04),
    "china": ((68.0, 3.0, 140.0, 56.0), "land-50m.json", 2, 0.15),
    "world": ((-30.0, -56.0, 330.0, 78.0), "land-110m.json", 1, 0.6),
}


def rings(topology: dict[str, Any]) -> Iterator[Ring]:
    """The rings of all polygons, decoded from TopoJSON's quantized deltas."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)
    for shape in topology["objects"]["land"]["geometries"]:
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        for polygon in polygons:
            for ring in polygon:
                parts = [arcs[i] if i >= 0 else arcs[~i][::-1] for i in ring]
                yield unwrapped([point for number, part in enumerate(parts) for point in part[bool(number) :]])


def unwrapped(ring: Ring) -> Ring:
    """The ring without a jump where it crosses the 180th meridian."""
    turns, before, points = 0, ring[0][0], []
    for x, y in ring:
        turns += -1 if x - before > 180 else 1 if before - x > 180 else 0
        before = x
        points.append((x + 360 * turns, y))
    return points


def rounded(ring: Ring, digits: int, least: float) -> list[float]:
    """The ring without points that fall together, empty where it is smaller than can be seen."""
    points = [(round(x, digits), round(y, digits)) for x, y in ring]
    points = [p for n, p in enumerate(points) if p != points[n - 1]]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    if len(points) < 4 or max(max(xs) - min(xs), max(ys) - min(ys)) < least:
        return []
    return [value for point in points for value in point]


def cut(folder: Path, name: str) -> dict[str, Any]:
    window, file, digits, least = MAPS[name]
    found = list(rings(json.loads((folder / file).read_bytes())))
    found += [[(x + 360, y) for x, y in ring] for ring in found]
    kept = (rounded(clipped(ring, window), digits, least) for ring in found)
    return {"window": window, "rings": [ring for ring in kept if ring]}


def main(folder: Path) -> None:
    text = json.dumps({name: cut(folder, name) for name in MAPS}, separators=(",", ":"))
    OUT.write_text(
        text.replace(".0,", ",").replace('"rings"', '\n"rings"').replace("],[", "],\n[") + "\n", encoding="utf-8"
    )
    print(f"{len(text) // 1000} kB", file=sys.stderr)


main(Path(sys.argv[1]))
