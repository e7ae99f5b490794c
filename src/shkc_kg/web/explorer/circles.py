"""Circles with names that can all be read: as large as what they stand for, moved apart where they would overlap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import hypot, sqrt
from typing import Final

__all__ = ["Circle", "apart", "circle"]

_LETTER: Final = 15.0
_LINE: Final = 17.0
_SMALL: Final = 5.5
_ONE: Final = 9.0
# Each push takes part of an overlap only, so that a crowd spreads evenly.
_PART: Final = 0.4
_ROUNDS: Final = 400
_GAP: Final = 2.0
_NEAR: Final = 7.0


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle at ``x`` and ``y`` with a name below it; it belongs to ``at``, from which it may have been moved."""

    key: str
    name: str
    count: int
    x: float
    y: float
    r: float
    at: tuple[float, float]

    @property
    def moved(self) -> bool:
        """Whether a line should lead to where it belongs."""
        return hypot(self.x - self.at[0], self.y - self.at[1]) > _NEAR + self.r * 0.5

    @property
    def width(self) -> float:
        """What the circle and its name take from left to right."""
        letters = sum(1.0 if ord(character) > 0x2E80 else 0.56 for character in self.name)
        return max(2 * self.r, letters * _LETTER) + _GAP

    @property
    def height(self) -> float:
        """What they take from top to bottom."""
        return 2 * self.r + (_LINE if self.name else 0) + _GAP


def circle(key: str, name: str, count: int, at: tuple[float, float], greatest: int, most: float) -> Circle:
    """A circle whose area stands for its count, the greatest having at most the radius ``most``."""
    one = min(_ONE, most / sqrt(greatest)) if greatest else _ONE
    r = max(_SMALL, one * sqrt(count))
    return Circle(key, name, count, at[0], at[1], r, at)


def apart(circles: Sequence[Circle], width: float, height: float) -> tuple[Circle, ...]:
    """The same circles, pushed as far as needed so that neither they nor their names overlap, inside the picture."""
    placed = list(circles)
    for _ in range(_ROUNDS):
        pushed = False
        for first in range(len(placed)):
            for second in range(first + 1, len(placed)):
                pushed |= _push(placed, first, second)
            placed[first] = _inside(placed[first], width, height)
        if not pushed:
            break
    return tuple(placed)


def _push(placed: list[Circle], first: int, second: int) -> bool:
    one, other = placed[first], placed[second]
    # A name stands below its circle, so the middle of both lies lower than the circle's.
    dx = other.x - one.x
    dy = (other.y + other.height / 2 - other.r) - (one.y + one.height / 2 - one.r)
    across, along = (one.width + other.width) / 2 - abs(dx), (one.height + other.height) / 2 - abs(dy)
    if across <= 0.5 or along <= 0.5:
        return False
    # The larger moves less.
    share = _PART * other.r**2 / (one.r**2 + other.r**2)
    rest = _PART - share
    if across < along:
        step = across if dx >= 0 else -across
        placed[first], placed[second] = replace(one, x=one.x - step * share), replace(other, x=other.x + step * rest)
    else:
        step = along if dy >= 0 else -along
        placed[first], placed[second] = replace(one, y=one.y - step * share), replace(other, y=other.y + step * rest)
    return True


def _inside(one: Circle, width: float, height: float) -> Circle:
    half = one.width / 2
    x = min(max(one.x, half), max(width - half, half))
    return replace(one, x=x, y=min(max(one.y, one.r + _GAP), height - one.height + one.r))
