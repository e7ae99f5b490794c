"""Where the things of a graph view stand: the same places for the picture without script and for the moving one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import asin, cos, hypot, pi, sin
from typing import Final

from shkc_kg.networks import plain
from shkc_kg.networks.layout import positions
from shkc_kg.web.explorer.tied import Shown

__all__ = ["Picture", "Place", "Stroke", "pictured", "shortened", "strokes"]

# In pixels: what a name needs above and below, and how far from the centre the fan begins.
_LINE: Final = 27.0
_NEAR: Final = 190.0
_BULGE: Final = 110.0
_RING: Final = 9
_ROUND: Final = 150.0
_STEP: Final = 230.0
_ROW: Final = 90.0
_UNIT: Final = 76.0
_WIDE: Final = 30
# A page may not wait for the clearest layout of more things.
_CLEAREST: Final = 60
_RADIUS: Final = 10.0
_MARGIN: Final = 44.0


@dataclass(frozen=True, slots=True)
class Place:
    """Where a thing stands, and on which side of it its name is written."""

    x: float
    y: float
    side: str = "below"


@dataclass(frozen=True, slots=True)
class Picture:
    """A place for each thing, and the box around all of them with their names."""

    places: dict[str, Place]
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line between two things, which ends before it reaches their dots; ``named`` where there is room for its name."""

    x1: float
    y1: float
    x2: float
    y2: float
    named: bool


@lru_cache(maxsize=64)
def pictured(shown: Shown) -> Picture:
    """A place for each thing: ways in rows, one thing's ties in a fan, anything else by attraction."""
    if shown.ways and {node for way in shown.ways for node in way}.issuperset(shown.things):
        return _boxed(_rows(shown))
    if len(shown.centres) == 1:
        return _boxed(_fan(shown.centres[0], shown.things[1:]))
    ties = ((*tie.ends, tie.relation, {"weight": 1.0}) for tie in shown.ties)
    graph = plain({thing: {} for thing in shown.things}, ties)
    return _boxed(
        {thing: Place(x * _UNIT, -y * _UNIT) for thing, (x, y) in positions(graph, clearest=_CLEAREST).items()}
    )


def _fan(centre: str, others: Sequence[str]) -> dict[str, Place]:
    """Few around the centre; many left and right of it, a line each."""
    placed = {centre: Place(0, 0)}
    if len(others) <= _RING:
        turns = [2 * pi * (number + 0.25) / len(others) for number in range(len(others))]
        return placed | {
            thing: Place(_ROUND * 1.5 * cos(a), _ROUND * sin(a)) for thing, a in zip(others, turns, strict=True)
        }
    half = (len(others) + 1) // 2
    for side, sign, part in (("right", 1, others[:half]), ("left", -1, others[half:])):
        for number, thing in enumerate(part):
            y = (number - (len(part) - 1) / 2) * _LINE
            bend = cos(asin(2 * y / (len(part) * _LINE)))
            placed[thing] = Place(sign * (_NEAR + _BULGE * bend), y, side)
    return placed


def _rows(shown: Shown) -> dict[str, Place]:
    """The ends left and right, each way a row between them; what several ways pass stands in the first of them."""
    placed: dict[str, Place] = {}
    longest = max(len(way) for way in shown.ways)
    middle = (len(shown.ways) - 1) / 2 * _ROW
    for row, way in enumerate(shown.ways):
        for column, thing in enumerate(way):
            last = column in (0, len(way) - 1)
            x = (column if column < len(way) - 1 else longest - 1) * _STEP
            placed.setdefault(thing, Place(x, middle if last else row * _ROW))
    return placed


def _boxed(placed: dict[str, Place]) -> Picture:
    """What is written beside a thing counts: 14 pixels a Chinese character, thirty columns at most."""
    room = {"below": (110.0, 110.0), "right": (20.0, 240.0), "left": (240.0, 20.0)}
    left = min((place.x - room[place.side][0] for place in placed.values()), default=0.0)
    right = max((place.x + room[place.side][1] for place in placed.values()), default=0.0)
    top = min((place.y for place in placed.values()), default=0.0) - _MARGIN
    bottom = max((place.y for place in placed.values()), default=0.0) + _MARGIN
    return Picture(placed, left, top, right - left, bottom - top)


def strokes(shown: Shown, picture: Picture) -> list[Stroke]:
    """A line for each tie, in the same order; of several between the same two only the first says its name."""
    named: set[frozenset[str]] = set()
    drawn = []
    for tie in shown.ties:
        one, other = (picture.places[end] for end in tie.ends)
        length = hypot(other.x - one.x, other.y - one.y) or 1.0
        dx, dy = (other.x - one.x) / length * _RADIUS, (other.y - one.y) / length * _RADIUS
        pair = frozenset(tie.ends)
        drawn.append(Stroke(one.x + dx, one.y + dy, other.x - dx, other.y - dy, bool(shown.ways) and pair not in named))
        named.add(pair)
    return drawn


def shortened(name: str, wide: int = _WIDE) -> str:
    """A name cut so that it takes no more than so many columns, a Chinese character taking two.

    >>> shortened("复旦大学", 6), shortened("Fudan", 6)
    ('复旦…', 'Fudan')
    """
    used = 0
    for place, character in enumerate(name):
        used += 2 if ord(character) > 0x2E80 else 1
        if used > wide:
            return name[: max(place - 1, 1)].rstrip() + "…"
    return name
