"""What is supported, promoted or hosted: the elided region, the district of the paragraph, or a printed body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from shkc_kg.model import Relation, Term
from shkc_kg.reading.facts.making import actor, link_key, span_of
from shkc_kg.reading.grammar import INSTITUTIONS, PLACES, is_future, names_after, names_before, verbs
from shkc_kg.reading.lexicon import words
from shkc_kg.reading.names import Named
from shkc_kg.reading.names.resolve import EVENT_CLASSES
from shkc_kg.reading.scene import Scene

__all__ = ["support"]

_SUPPORTED: Final = (
    INSTITUTIONS
    | PLACES
    | {"Platform", "Laboratory", "InnovationCentre", "Museum", "Base", "Venue", "Facility", "Fund", "Project", "Programme", "Plan", "Initiative", "Policy"}
)
_HOSTED: Final = frozenset(
    "Platform Laboratory InnovationCentre Museum Base Venue Facility Park FunctionalZone University ResearchInstitute "
    "Hospital Company Alliance".split()
)
_FOCUS: Final = re.compile(r"(?:重点)?(?:围绕|聚焦)(?P<list>[^,;。]{2,40}?)(?:等)?(?:领域|产业|方向|行业)")


def support(scene: Scene) -> Iterator[Relation]:
    """What a region or body supports, where the supported stands, and the fields that it works in."""
    for verb in verbs(scene, "support"):
        future = is_future(scene, verb.begin)
        objects = names_after(scene, verb.end, _SUPPORTED)
        if not objects or _within_noun(scene, verb.end, objects[0]):
            continue
        printed = names_before(scene, verb.begin, INSTITUTIONS | {"Province", "City", "District"})
        for thing in objects:
            for one in actor(scene, printed):
                if one[0] != thing.key and not (thing.cls in ("Province", "Country")):
                    yield link_key(scene, one, "shkc:supports", (thing.key, (), ()), "support", span_of(thing, (verb.begin, verb.end)), planned=future)
            yield from _hosted(scene, thing, future)
    yield from _listed(scene)
    yield from _fields(scene)


def _within_noun(scene: Scene, at: int, first: Named) -> bool:
    return bool(re.search(r"[的]", scene.text[at : first.begin]))


def _hosted(scene: Scene, thing: Named, future: bool) -> Iterator[Relation]:
    """What a district's paragraph promotes stands in the district, unless its name says another place."""
    if scene.place is None or thing.cls not in _HOSTED or scene.place.key == thing.key:
        return
    if scene.things[scene.place.key].cls not in ("District", "FunctionalZone", "City") or _names_other_place(scene, thing):
        return
    prop = "schema:containedInPlace" if thing.cls in ("Park", "FunctionalZone") else "schema:location"
    where = (scene.place.key, (scene.place.passage,), ())
    yield link_key(scene, (thing.key, (), ()), prop, where, "heading:place", (thing.begin, thing.end), planned=future)


_WIDER: Final = ("长三角", "京津冀", "全国", "中国", "全球", "世界", "粤港澳")


def _names_other_place(scene: Scene, thing: Named) -> bool:
    name = scene.name(thing.key)
    if name.startswith(_WIDER) or thing.cls == "FunctionalZone" and scene.things[thing.key].entry is not None:
        return True
    nested = [n for n in scene.names if n.nested and thing.begin <= n.begin and n.end <= thing.end and n.cls in ("City", "District")]
    return any(n.key not in (scene.place.key if scene.place else "", scene.region) for n in nested)


def _listed(scene: Scene) -> Iterator[Relation]:
    """Members of a list whose verb supports the first (``推进A、B建设``) were read with it; objects of 引进 and 打造 stand here."""
    for m in re.finditer(r"(?:引进|打造|建成|拥有|集聚|布局|推动|依托|形成)(?!了?一批)", scene.text):
        if any(n.begin <= m.start() < n.end for n in scene.top):
            continue
        for thing in names_after(scene, m.end(), _HOSTED):
            yield from _hosted(scene, thing, is_future(scene, m.start()))


def _fields(scene: Scene) -> Iterator[Relation]:
    """``重点围绕生命健康领域``: the field of the thing that opens the sentence."""
    for m in _FOCUS.finditer(scene.text):
        begin = max((x.end() for x in re.finditer(r"[。;\n]", scene.text[: m.start()])), default=0)
        subject = next((n for n in scene.top if begin <= n.begin and n.end <= m.start() and n.cls in _HOSTED | EVENT_CLASSES), None)
        if subject is None or any(n.begin < m.end() and m.start() < n.end for n in scene.top):
            continue
        for field in m["list"].split("、"):
            if 2 <= len(field) <= 10 and field not in words("stop"):
                evidence = scene.evidence("field", span_of(subject, m.span()))
                yield Relation(scene.name(subject.key), "shkc:field", Term(field, "field"), evidence)
