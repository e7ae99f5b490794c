"""Where names stand in a picture: beside their node, on the sheet, and over nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

__all__ = ["Box", "around", "broken", "room"]

Box = tuple[float, float, float, float]  # left, low, right, high, in pixels
_WIDE: Final = 24
_EDGE: Final = 4


def room(name: Box, radius: float, taken: Iterable[Box], sheet: tuple[float, float]) -> tuple[float, float] | None:
    """How far to move a name, which stands on its node, to be beside it; nothing where there is no such place.

    A name at the border of the sheet is shifted inwards.
    """
    obstacles = list(taken)
    left, low, right, high = name
    for beside, dy in _beside(radius, right - left, high - low):
        dx = beside + max(0, _EDGE - left - beside) - max(0, right + beside - sheet[0] + _EDGE)
        wanted = (left + dx, low + dy, right + dx, high + dy)
        on_sheet = wanted[1] > 0 and wanted[3] < sheet[1]
        if on_sheet and not any(_overlap(wanted, other) for other in obstacles):
            return dx, dy
    return None


def _beside(radius: float, width: float, height: float) -> Iterator[tuple[float, float]]:
    """Below, above, right, left, and the four corners."""
    across, along = radius + width / 2 + 2, radius + height / 2 + 2
    yield from ((0.0, -along), (0.0, along), (across, 0.0), (-across, 0.0))
    yield from ((x, y) for x in (across * 0.9, -across * 0.9) for y in (-along * 0.8, along * 0.8))


def _overlap(one: Box, other: Box) -> bool:
    left, low, right, high = one
    left2, low2, right2, high2 = other
    return left < right2 and left2 < right and low < high2 and low2 < high


def around(place: Iterable[float], radius: float) -> Box:
    """The box around a circle.

    >>> around((10, 5), 2)
    (8, 3, 12, 7)
    """
    x, y = place
    return x - radius, y - radius, x + radius, y + radius


def broken(label: str) -> str:
    """A long name on two lines: Chinese at its middle, English between words.

    >>> broken("长三角生态绿色一体化发展示范区企业科协联盟"), broken("Fudan University")
    ('长三角生态绿色一体化发\\n展示范区企业科协联盟', 'Fudan University')
    """
    wide = sum(2 if ord(character) > 0x2E80 else 1 for character in label)  # East Asian scripts begin there
    if wide <= _WIDE:
        return label
    middle = (len(label) + 1) // 2
    blanks = [place for place, character in enumerate(label) if character == " "]
    cut = min(blanks, key=lambda place: abs(place - middle)) if len(blanks) > 1 else middle
    return f"{label[:cut]}\n{label[cut:].lstrip()}"
