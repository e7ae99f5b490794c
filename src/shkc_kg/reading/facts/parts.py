"""What a name itself tells: its parent body, and the place it is in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from shkc_kg.model import Relation
from shkc_kg.reading.facts.hosting import DESIGNATED
from shkc_kg.reading.facts.making import link, place_property
from shkc_kg.reading.gazetteer import load_gazetteer
from shkc_kg.reading.grammar import FACILITIES, INSTITUTIONS, PLACES, ZONES
from shkc_kg.reading.names import Named
from shkc_kg.reading.names.resolve import key_of
from shkc_kg.reading.scene import Scene

__all__ = ["parts"]

_PARENTS: Final = INSTITUTIONS | {"Laboratory", "Park", "Platform", "InnovationCentre"}
_OWNED: Final = INSTITUTIONS | FACILITIES | {"Park", "Fund", "Project", "Broadcast", "FunctionalZone"}
_LOCATED: Final = INSTITUTIONS | FACILITIES | ZONES
_BODIES: Final = INSTITUTIONS | FACILITIES | {"Park"}
_TOPIC: Final = re.compile(r"(?:项目|人才|院士|专家|校友|科普|成果展)")
_BRANCH: Final = re.compile(r"^(?:[\u4e00-\u9fff]{2,4})?(?:中心|分会|分中心|分院|基地|分部|办公室|秘书处|工作站)$")


def parts(scene: Scene) -> Iterator[Relation]:
    """Parent bodies and places read off nested names: 复旦大学宁波研究院 belongs to 复旦大学 and lies in 宁波."""
    for inner in scene.names:
        if not inner.nested:
            continue
        outer = next((n for n in scene.top if n.begin <= inner.begin and inner.end <= n.end), None)
        if outer is not None and outer.key != inner.key:
            yield from _pair(scene, inner, outer)
    for name in scene.top:
        yield from _place_before(scene, name)
        yield from _opening(scene, name)


def _pair(scene: Scene, inner: Named, outer: Named) -> Iterator[Relation]:
    rest = scene.text[inner.end : outer.end]
    opens = scene.text[outer.begin : inner.begin] in ("", "“")
    if inner.cls in _PARENTS and outer.cls in _OWNED and not _TOPIC.match(rest):
        joint = "-" in scene.text[outer.begin : outer.end]
        owned = opens or joint or _after_place(scene, inner, outer)
        if (
            owned
            and (inner.cls in INSTITUTIONS or _BRANCH.match(rest))
            and not (inner.cls == "GovernmentBody" and joint)
        ):
            prop = "schema:parentOrganization" if {outer.cls, inner.cls} <= INSTITUTIONS else "shkc:partOf"
            yield link(scene, outer, prop, inner, "name:parent")
            if _BRANCH.match(rest) and inner.cls == "Alliance":
                yield from _represented(scene, inner, outer)
    elif (
        inner.cls in ("City", "District", "Province")
        and outer.cls in _LOCATED
        and not DESIGNATED.search(scene.name(outer.key))
    ):
        in_brackets = inner.begin > 0 and scene.text[inner.begin - 1] == "("
        if (opens and not rest.startswith(("-", "、", "·"))) or in_brackets or _follows_body(scene, inner):
            yield link(scene, outer, place_property(outer.cls), inner, "name:place")


def _after_place(scene: Scene, inner: Named, outer: Named) -> bool:
    """Whether only a place stands before the parent: 上海清华国际创新中心."""
    return any(n.nested and n.begin == outer.begin and n.end == inner.begin and n.cls in PLACES for n in scene.names)


def _represented(scene: Scene, inner: Named, outer: Named) -> Iterator[Relation]:
    """``丝绸之路高科技园区联盟上海中心``: the alliance has a branch in the place between."""
    for place in scene.names:
        if place.nested and place.begin == inner.end and place.end < outer.end and place.cls in ("City", "Province"):
            yield link(scene, inner, "shkc:representedIn", place, "name:branch")


def _follows_body(scene: Scene, inner: Named) -> bool:
    return any(n.nested and n.end == inner.begin and n.cls in INSTITUTIONS for n in scene.names)


def _place_before(scene: Scene, second: Named) -> Iterator[Relation]:
    """``云南楚雄、大理`` prints a place before others that lie in it."""
    if second.cls not in PLACES or second.cls == "Province":
        return
    entry = scene.things[second.key].entry
    before = [n for n in scene.top if n.end <= second.begin]
    edge = second.begin
    for first in reversed(before):
        gap = scene.text[first.end : edge]
        if (
            first.cls in ("Province", "City")
            and gap == ""
            and entry is not None
            and entry.parent == scene.name(first.key)
        ):
            yield link(scene, second, "schema:containedInPlace", first, "name:place")
            return
        if gap not in ("、", "和", "") or first.cls not in PLACES:
            return
        edge = first.begin


def _opening(scene: Scene, name: Named) -> Iterator[Relation]:
    """What opens a name and is a thing of its own: the zone of 长三角科技资源共享服务平台, the whole of 联盟办公室."""
    if name.cls not in FACILITIES | INSTITUTIONS or any(n.nested and n.begin == name.begin for n in scene.names):
        return
    printed = scene.text[name.begin : name.end]
    for end in range(len(printed) - 2, 1, -1):
        key = _known(scene, printed[:end])
        if key is None or printed[end] in "-、·":
            continue
        whole = Named(name.begin, name.begin + end, key, scene.things[key].cls, True)
        if whole.cls in ZONES and name.cls in FACILITIES | {"ResearchInstitute", "Alliance"}:
            if name.cls != "Alliance" or end >= 6:
                yield link(scene, name, "schema:location", whole, "name:zone")
        elif whole.cls in INSTITUTIONS and _BRANCH.match(printed[end:]):
            yield link(scene, name, "schema:parentOrganization", whole, "name:parent")
        elif whole.cls in FACILITIES and _BRANCH.match(printed[end:]):
            yield link(scene, name, "shkc:partOf", whole, "name:parent")
        return


def _known(scene: Scene, form: str) -> str | None:
    """The thing that a form names, by its own name or as a general list knows it."""
    key = key_of(form)
    if key in scene.things:
        return key
    listed = (key_of(entry.name) for entry in load_gazetteer().lookup.get(form, ()) if entry.cls in ZONES)
    return next((k for k in listed if k in scene.things), None)
