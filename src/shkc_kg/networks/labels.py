"""Where names stand in a picture: beside their node, on the sheet, and over nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

__all__ = ["Box", "Line", "around", "broken", "moved", "room"]

Box = tuple[float, float, float, float]  # left, low, right, high, in pixels
Line = tuple[tuple[float, float], tuple[float, float]]
_WIDE: Final = 20
_WORD: Final = re.compile("[0-9A-Za-z]{2}")
_EDGE: Final = 4


def room(
    name: Box, radius: float, taken: Iterable[Box], sheet: tuple[float, float], ties: Iterable[Line] = ()
) -> tuple[float, float] | None:
    """How far to move a name, which stands on its node, to be beside it; nothing where there is no such place.

    A name at the border of the sheet is shifted inwards. Where there is a choice it stands on none of the ``ties``.
    """
    obstacles, lines = list(taken), list(ties)
    places = [
        move
        for move in _moves(name, radius, sheet)
        if not any(_overlap(moved(name, move), other) for other in obstacles)
    ]
    clear = (move for move in places if not any(_crosses(line, moved(name, move)) for line in lines))
    return next(clear, places[0] if places else None)


def _moves(name: Box, radius: float, sheet: tuple[float, float]) -> Iterator[tuple[float, float]]:
    """The ways to move a name that leave it on the sheet, the best first."""
    left, low, right, high = name
    for beside, dy in _beside(radius, right - left, high - low):
        dx = beside + max(0, _EDGE - left - beside) - max(0, right + beside - sheet[0] + _EDGE)
        if low + dy > 0 and high + dy < sheet[1]:
            yield dx, dy


def moved(box: Box, by: tuple[float, float]) -> Box:
    """The box that is so far right and up of this one."""
    return box[0] + by[0], box[1] + by[1], box[2] + by[0], box[3] + by[1]


def _beside(radius: float, width: float, height: float) -> Iterator[tuple[float, float]]:
    """Below, above, right, left, and the four corners."""
    across, along = radius + width / 2 + 2, radius + height / 2 + 2
    yield from ((0.0, -along), (0.0, along), (across, 0.0), (-across, 0.0))
    yield from ((x, y) for x in (across * 0.9, -across * 0.9) for y in (-along * 0.8, along * 0.8))


def _overlap(one: Box, other: Box) -> bool:
    left, low, right, high = one
    left2, low2, right2, high2 = other
    return left < right2 and left2 < right and low < high2 and low2 < high


def _crosses(line: Line, box: Box) -> bool:
    """Whether a line runs through a box (after Liang and Barsky).

    >>> _crosses(((0, 0), (9, 9)), (2, 2, 4, 5)), _crosses(((0, 0), (9, 0)), (2, 2, 4, 5))
    (True, False)
    """
    (x0, y0), (x1, y1) = line
    enter, leave = 0.0, 1.0
    for start, along, low, high in ((x0, x1 - x0, box[0], box[2]), (y0, y1 - y0, box[1], box[3])):
        if along:
            near, far = sorted(((low - start) / along, (high - start) / along))
            enter, leave = max(enter, near), min(leave, far)
        elif not low < start < high:
            return False
    return enter < leave


def around(place: Iterable[float], radius: float) -> Box:
    """The box around a circle.

    >>> around((10, 5), 2)
    (8, 3, 12, 7)
    """
    x, y = place
    return x - radius, y - radius, x + radius, y + radius


def broken(label: str) -> str:
    """A long name on two lines: Chinese at its middle but not inside a foreign word, English between words.

    >>> broken("长三角生态绿色一体化发展示范区企业科协联盟"), broken("Fudan University")
    ('长三角生态绿色一体化发\\n展示范区企业科协联盟', 'Fudan University')
    >>> broken("上海-亚马逊AWS联合创新中心")
    '上海-亚马逊AWS\\n联合创新中心'
    """
    wide = sum(2 if ord(character) > 0x2E80 else 1 for character in label)  # East Asian scripts begin there
    if wide <= _WIDE:
        return label
    middle = (len(label) + 1) // 2
    blanks = [place for place, character in enumerate(label) if character == " "]
    between = [place for place in range(1, len(label)) if not _WORD.fullmatch(label, place - 1, place + 1)]
    cut = min(blanks if len(blanks) > 1 else between, key=lambda place: abs(place - middle), default=middle)
    return f"{label[:cut]}\n{label[cut:].lstrip()}"
