"""What a name itself tells: its parent body, and the place it is in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from shkc_kg.model import Relation
from shkc_kg.reading.facts.making import link
from shkc_kg.reading.grammar import INSTITUTIONS, PLACES
from shkc_kg.reading.names import Named
from shkc_kg.reading.scene import Scene

__all__ = ["parts"]

_BODIES: Final = INSTITUTIONS | {"Laboratory", "InnovationCentre", "Platform", "Museum", "Base", "Park"}
_MADE_OF: Final = _BODIES | {"Venue", "Fund", "Project"}
_TOPIC: Final = re.compile(r"(?:项目|人才|院士|专家)")


def parts(scene: Scene) -> Iterator[Relation]:
    """Parent bodies and places read off nested names: 复旦大学宁波研究院 belongs to 复旦大学 and lies in 宁波."""
    for inner in scene.names:
        if not inner.nested:
            continue
        outer = next((n for n in scene.top if n.begin <= inner.begin and inner.end <= n.end), None)
        if outer is None or outer.key == inner.key:
            continue
        yield from _pair(scene, inner, outer)
    for first in scene.top:
        yield from _place_before(scene, first)


def _pair(scene: Scene, inner: Named, outer: Named) -> Iterator[Relation]:
    rest = scene.text[inner.end : outer.end]
    opens = inner.begin == outer.begin
    if inner.cls in INSTITUTIONS and outer.cls in _MADE_OF and opens and not _TOPIC.match(rest) and not rest.startswith("-"):
        prop = "schema:parentOrganization" if outer.cls in INSTITUTIONS else "shkc:partOf"
        yield link(scene, outer, prop, inner, "name:parent")
    elif inner.cls in ("City", "District", "Province") and outer.cls in _BODIES | {"Venue", "Park", "FunctionalZone"}:
        in_brackets = scene.text[inner.begin - 1 : inner.begin] == "(" and inner.begin > 0
        if opens and not rest.startswith(("-", "、")) or in_brackets or _follows_body(scene, inner):
            prop = "schema:containedInPlace" if outer.cls in ("Park", "FunctionalZone") else "schema:location"
            yield link(scene, outer, prop, inner, "name:place")


def _follows_body(scene: Scene, inner: Named) -> bool:
    return any(n.nested and n.end == inner.begin and n.cls in INSTITUTIONS for n in scene.names)


def _place_before(scene: Scene, second: Named) -> Iterator[Relation]:
    """``云南楚雄`` prints a place before another that lies in it."""
    first = next((n for n in scene.top if n.end == second.begin and n.cls in ("Province", "City")), None)
    if first is None or second.cls not in PLACES or second.cls == "Province":
        return
    entry = scene.things[second.key].entry
    if entry is not None and entry.parent == scene.name(first.key):
        yield link(scene, second, "schema:containedInPlace", first, "name:place")
