"""What a thing was named or chosen as: designations, and areas that carry a common function."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from shkc_kg.model import Literal, Relation
from shkc_kg.reading.classes import FACILITIES, INSTITUTIONS, PLACES, ZONES
from shkc_kg.reading.facts.hosting import DESIGNATED
from shkc_kg.reading.facts.making import here, link, link_key, span_of
from shkc_kg.reading.facts.tense import is_future
from shkc_kg.reading.grammar import Verb, names_after, names_before, verbs
from shkc_kg.reading.lines.clauses import clause_of
from shkc_kg.reading.names import Named
from shkc_kg.reading.scene import Scene

__all__ = ["DESIGNATION", "honours"]

_NAMED_AS: Final = frozenset(("District", "City", "Province", "FunctionalZone", "Park"))
_HOLDERS: Final = INSTITUTIONS | FACILITIES | PLACES
# a district's own designation, which is not an area inside it
DESIGNATION: Final = re.compile(
    r"(?:城区|城市|生态岛|承载区|核心区|引领区|示范区|试验区|先行区|试点|试点城区|试点城市|创新型省份|样板区|新高地)$"
)


def honours(scene: Scene) -> Iterator[Relation]:
    """Designations won, aimed at, or shared, as a passage states them."""
    for verb in verbs(scene, "become", "come"):
        if verb.frame == "come" and verb.prop != "shkc:approvedOn":
            continue
        yield from _won(scene, verb)
    yield from _aimed(scene)
    yield from _shared(scene)
    yield from _own(scene)


# 获批X二十五周年 is an anniversary, 获批上市 and 获批复 are permits
_NO_HONOUR: Final = re.compile(r"[复准的]|立项|上市|附条件|.*(?:周年|以来)")


def _won(scene: Scene, verb: Verb) -> Iterator[Relation]:
    """``上海第二工业大学获批国家级大学科技园``: the honour in words, as it belongs to the thing."""
    _, end = clause_of(scene.text, verb.begin)
    end = next((m.start() for m in re.finditer(r"\s", scene.text[verb.end : end])), end - verb.end) + verb.end
    if _NO_HONOUR.match(scene.text, verb.end, end) or end - verb.end < 4 or end - verb.end > 32:
        return
    holders = _holders(scene, verb)
    if len(holders) > 1 and any(verb.end <= n.begin < end and n.kind == "count" for n in scene.numbers):
        return  # A、B、C获批组建3个中心: how many each has is not said
    for one in holders:
        words = scene.passage.text[verb.begin : end].strip("。")
        literal = Literal(words, "zh")
        future = is_future(scene, verb.begin)
        yield link_key(
            scene, here(one), "shkc:outcome", literal, "honour", span_of(one, (verb.begin, end)), planned=future
        )


_PASSIVE: Final = re.compile(r"(?:分别|先后|均|同时|再次|已|也)*(?:被|由|经|受)$")


def _holders(scene: Scene, verb: Verb) -> tuple[Named, ...]:
    """Who is honoured; in ``A被B评为…`` it is what stands before 被."""
    found = names_before(scene, verb.begin, _HOLDERS)
    begin, _ = clause_of(scene.text, verb.begin)
    passive = _PASSIVE.search(scene.text, begin, found[0].begin) if found else None
    return names_before(scene, passive.start(), _HOLDERS) if passive else found


_INTO: Final = re.compile(r"(?:建设|打造|发展|创建)?(?:成为|成)|创建|建设|打造|争创")


def _aimed(scene: Scene) -> Iterator[Relation]:
    """``支持郴州市建设国家可持续发展议程创新示范区``: to be part of it, which is a plan."""
    for verb in verbs(scene, "support", "help", "require"):
        places = names_after(scene, verb.end, _NAMED_AS)
        into = _INTO.match(scene.text, places[-1].end) if places else None
        for goal in names_after(scene, into.end(), ZONES | {"Region"}) if into else ():
            for place in places if DESIGNATION.search(scene.name(goal.key)) else ():
                words = span_of(place, goal)
                yield link_key(scene, here(place), "shkc:partOf", here(goal), "designation", words, planned=True)


_SHARED: Final = re.compile(
    r"等(?:[一二三四五六七八九十\d]+个)?(?:重点|特色)?区域,?[^,;。“]{0,12}?(?:提升|增强|强化|建设|打造|完善)"
)


def _shared(scene: Scene) -> Iterator[Relation]:
    """``聚焦A、B等区域,持续提升C功能``: the areas of the list make up C."""
    for m in _SHARED.finditer(scene.text):
        areas = names_before(scene, m.start(), _NAMED_AS)
        for whole in names_after(scene, m.end(), ZONES | {"Region"}):
            for area in areas if DESIGNATION.search(scene.name(whole.key)) else ():
                if area.key != whole.key:
                    yield link(scene, area, "shkc:partOf", whole, "shared")


def _own(scene: Scene) -> Iterator[Relation]:
    """``启动杨浦国家创新型城区建设`` below 杨浦, ``引领崇明世界级生态岛建设``: the district bears the designation."""
    if scene.place is None:
        return
    place = scene.things[scene.place.key]
    if place.cls not in ("District", "City", "FunctionalZone"):
        return
    for name in scene.top:
        text = scene.name(name.key)
        if name.cls not in ZONES | {"Region"} or not DESIGNATED.search(text) or name.key == scene.place.key:
            continue
        if _names_district(scene, name, place.name) or text.startswith("“"):
            where = (scene.place.key, (scene.place.passage,), ())
            yield link_key(scene, where, "shkc:partOf", here(name), "own designation", (name.begin, name.end))


def _names_district(scene: Scene, name: Named, place: str) -> bool:
    """Whether a designation opens with the district's name, without 区 and the like."""
    printed = scene.text[name.begin : name.end]
    stem = place[:-1] if len(place) > 2 else place
    return printed.startswith((place, stem))
