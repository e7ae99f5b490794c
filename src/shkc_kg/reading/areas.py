"""Areas over several provinces (长三角, 京津冀, 川渝): which there are, and which one a title names."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from shkc_kg.reading.gazetteer import Entry, load_gazetteer
from shkc_kg.reading.tokens import known_names

__all__ = ["area_of_title", "is_area"]

_AREA: Final = re.compile(r"(?:[圈群洲带冀]|湾区|地区|流域)\Z")


@cache
def _areas() -> frozenset[str]:
    """The names of the listed zones that lie in no place."""
    zones = (e for e in load_gazetteer().entries if e.cls == "FunctionalZone" and not e.parent)
    return frozenset(e.name for e in zones if _AREA.search(e.name))


def is_area(name: str) -> bool:
    """Whether a region is an area over several provinces."""
    return name in _areas()


def _opening(entry: Entry, form: str) -> str | None:
    """The area that a listed name is or opens with: 长三角 of 长三角一体化发展."""
    if entry.name in _areas():
        return entry.name
    if entry.cls != "Plan":
        return None
    found = (e.name for end in range(len(form), 1, -1) for e in load_gazetteer().lookup.get(form[:end], ()))
    return next((name for name in found if name in _areas()), None)


def area_of_title(title: str) -> str | None:
    """The area over several provinces that a title names.

    >>> [area_of_title(title) for title in ("长三角科技创新年度报告", "京津冀协同发展成效", "川渝合作", "某园区年度报告")]
    ['长江三角洲', '京津冀', '川渝地区', None]
    """
    found = (_opening(entry, known.form) for known in known_names(title) for entry in known.entries)
    return next((name for name in found if name), None)
