"""The ground of maps: points of divisions and countries, and land without boundaries, projected and cut to a window."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import cos, radians
from typing import Any, Final

from shkc_kg.resources import data_dir
from shkc_kg.tables import read_table

__all__ = ["Point", "Projection", "around", "below", "clipped", "coast", "fitted", "points", "prefix"]

_MUNICIPAL: Final = ("11", "12", "31", "50")
_WIDE: Final = 540.0
# Maps from the finest to the coarsest; the first that holds a window is drawn.
_LANDS: Final = ("coast", "china", "world")
_ROUND: Final = 1

Window = tuple[float, float, float, float]  # west, south, east, north
Ring = Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Point:
    """Where a division has its seat, or a country its capital."""

    code: str
    zh: str
    en: str
    lat: float
    lon: float


@cache
def points() -> Mapping[str, Point]:
    """All points by code: GB/T 2260 for divisions of China, ISO 3166 for countries."""
    rows = read_table(data_dir() / "map" / "points.tsv", ("code", "name", "lat", "lon"), unique="code")
    return {
        row["code"]: Point(row["code"], row["name"], row["name_en"], float(row["lat"]), float(row["lon"]))
        for row in rows
    }


def prefix(code: str) -> str:
    """What the codes of all that lies in a division begin with.

    >>> prefix("330000"), prefix("330200"), prefix("310106"), prefix("CU")
    ('33', '3302', '310106', 'CU')
    """
    return code[:2] if code.endswith("0000") else code[:4] if code.endswith("00") else code


def below(code: str) -> tuple[Point, ...]:
    """The divisions right below one: cities of a province, districts of a city or municipality."""
    start = prefix(code)
    inside = (point for point in points().values() if point.code.startswith(start) and point.code != code)
    districts = len(start) > 2 or start in _MUNICIPAL
    return tuple(p for p in inside if districts or p.code.endswith("00") or p.code[2:4] == "90")


@dataclass(frozen=True, slots=True)
class Projection:
    """Degrees to pixels, true to shape in the middle of its window."""

    window: Window
    width: float
    height: float

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """Pixels from the upper left corner; a longitude may be taken once around the world to be in the window."""
        west, south, east, north = self.window
        lon += 360 if lon + 360 < east else 0
        return (lon - west) / (east - west) * self.width, (north - lat) / (north - south) * self.height


def fitted(window: Window, width: float = _WIDE, parallel: float | None = None) -> Projection:
    """The projection that shows a window so many pixels wide."""
    west, south, east, north = window
    squeeze = cos(radians((south + north) / 2 if parallel is None else parallel))
    return Projection(window, width, width * (north - south) / ((east - west) * squeeze))


def around(shown: Sequence[Point], margin: float = 0.3, least: float = 0.5) -> Window:
    """A window around points, no flatter or narrower than three to four."""
    west, east = min(p.lon for p in shown), max(p.lon for p in shown)
    south, north = min(p.lat for p in shown), max(p.lat for p in shown)
    squeeze = cos(radians((south + north) / 2))
    wide, high = max((east - west) * squeeze, least) * (1 + margin), max(north - south, least) * (1 + margin)
    wide, high = max(wide, high * 0.95), max(high, wide * 0.7)
    lon, lat = (west + east) / 2, (south + north) / 2
    return lon - wide / squeeze / 2, lat - high / 2, lon + wide / squeeze / 2, lat + high / 2


@cache
def _lands() -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads((data_dir() / "map" / "land.json").read_bytes())
    return found


@lru_cache(maxsize=64)
def coast(projection: Projection) -> str:
    """The land in a window as the path of an SVG; empty where the window is all sea."""
    west, south, east, north = projection.window
    held = next((m for m in map(_lands().__getitem__, _LANDS) if _holds(m["window"], projection.window)), None)
    if held is None:
        return ""
    lon, lat = (east - west) * 0.05, (north - south) * 0.05
    window = (west - lon, south - lat, east + lon, north + lat)
    cut = (clipped(list(zip(ring[::2], ring[1::2], strict=True)), window) for ring in held["rings"])
    return "".join(_path(ring, projection) for ring in cut if len(ring) > 2)


def _holds(outer: Sequence[float], inner: Window) -> bool:
    return outer[0] <= inner[0] and outer[1] <= inner[1] and outer[2] >= inner[2] and outer[3] >= inner[3]


def _path(ring: Ring, projection: Projection) -> str:
    pixels = (projection.at(lon, lat) for lon, lat in ring)
    texts = dict.fromkeys(f"{round(x, _ROUND):g} {round(y, _ROUND):g}" for x, y in pixels)
    return f"M{'L'.join(texts)}Z"


def clipped(ring: Ring, window: Window) -> list[tuple[float, float]]:
    """What of a ring lies in a window (Sutherland and Hodgman).

    >>> clipped([(0, 0), (4, 0), (4, 4), (0, 4)], (-1, -1, 2, 9))
    [(0, 0), (2.0, 0.0), (2.0, 4.0), (0, 4)]
    """
    west, south, east, north = window
    kept = list(ring)
    for axis, bound, sign in ((0, west, 1), (0, east, -1), (1, south, 1), (1, north, -1)):
        before, kept = kept, []
        for one, other in zip(before, [*before[1:], *before[:1]], strict=True):
            inside, follows = sign * (one[axis] - bound) >= 0, sign * (other[axis] - bound) >= 0
            if inside:
                kept.append(one)
            if inside != follows:
                share = (bound - one[axis]) / (other[axis] - one[axis])
                kept.append((one[0] + share * (other[0] - one[0]), one[1] + share * (other[1] - one[1])))
    return kept
