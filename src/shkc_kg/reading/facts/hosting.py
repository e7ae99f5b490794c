"""What stands in the place whose paragraph speaks of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from shkc_kg.model import Relation
from shkc_kg.reading.classes import FACILITIES, INSTITUTIONS, PLACES
from shkc_kg.reading.facts.agents import printed_agents
from shkc_kg.reading.facts.making import here, link_key, place_property, span_of
from shkc_kg.reading.facts.tense import is_future
from shkc_kg.reading.grammar import Verb, names_after, names_before, verbs
from shkc_kg.reading.lexicon import list_nouns
from shkc_kg.reading.lines.clauses import clause_of
from shkc_kg.reading.names import Named
from shkc_kg.reading.scene import Scene, Supplied

__all__ = ["DESIGNATED", "HOSTED", "host_place", "hosted", "hosting", "own_place", "printed_places"]

HOSTED: Final = FACILITIES | frozenset(
    [
        "Park",
        "FunctionalZone",
        "University",
        "ResearchInstitute",
        "Hospital",
        "Company",
        "Alliance",
        "Institution",
        "Association",
        "Fund",
    ]
)
DESIGNATED: Final = re.compile(r"(?:城区|城市|生态岛|试点|试点城区|试点城市|省份)$")
"""Ends of names that a place as a whole bears: 国家创新型城区 is no area inside the district."""
_HOSTS: Final = frozenset(("District", "FunctionalZone", "City", "Park"))
_WIDER: Final = (
    "长三角",
    "京津冀",
    "粤港澳",
    "长江",
    "成渝",
    "全国",
    "中国",
    "全球",
    "世界",
    "国际",
    "亚洲",
    "亚太",
    "国家",
)


def host_place(scene: Scene) -> Supplied | None:
    """The place whose paragraph a passage is: its heading names it, and a text's title only where it is that name."""
    place = scene.place
    if place is None or scene.things[place.key].cls not in _HOSTS:
        return None
    title = scene.passage.scope[-1] == place.passage and scene.headings
    form = max(map(len, (scene.name(place.key), *scene.things[place.key].forms)))
    return None if title and len(scene.headings[-1]) > form + 2 else place


def hosted(
    scene: Scene, thing: Named, words: tuple[int, int], future: bool, *, settles: bool = False
) -> Iterator[Relation]:
    """Below a district's heading, the district as the place of a thing.

    A thing whose name is of a wider region, or that a list knows elsewhere, is placed only where it ``settles`` there
    (落户, 揭牌, 集聚): 推进长三角一体化示范区建设 places nothing.
    """
    supplied = host_place(scene)
    if supplied is None or thing.cls not in HOSTED or supplied.key == thing.key:
        return
    if DESIGNATED.search(scene.name(thing.key)):
        return
    if names_other_place(scene, thing, settles=settles) or _is_listed_as_other(scene, thing):
        return
    if _speaks_of_elsewhere(scene, thing, supplied.key):
        return
    where = (supplied.key, (supplied.passage,), ())
    prop = place_property(thing.cls)
    yield link_key(scene, here(thing), prop, where, "heading:place", span_of(thing, words), planned=future)


def _speaks_of_elsewhere(scene: Scene, thing: Named, place: str) -> bool:
    """Whether a passage below a zone's heading opens with one of its places, or names another in the thing's clause."""
    begin, end = clause_of(scene.text, thing.begin)
    opening = next(iter(scene.top[:1]), None)
    labelled = opening is not None and opening.begin == 0 and _LABEL.match(scene.text, opening.end)
    near = (*((opening,) if labelled and opening else ()), *scene.between(begin, end))
    return any(n.cls in ("City", "District") and n.key not in (place, scene.region) for n in near)


_LABEL: Final = re.compile(r"[。:]")


def names_other_place(scene: Scene, thing: Named, *, settles: bool) -> bool:
    """Whether a thing's own name or what a list knows of it speaks for another place than the heading's."""
    resolved = scene.things[thing.key]
    if scene.place is not None and resolved.name.startswith(scene.things[scene.place.key].name.rstrip("区市县")):
        return False
    if resolved.name.startswith(_WIDER) and thing.cls == "Alliance" and not settles:
        return True
    if not settles:
        if resolved.name.startswith(_WIDER) and thing.cls in PLACES | {"Alliance", "Institution", "Association"}:
            return True
        if resolved.entry is not None and thing.cls not in FACILITIES | {"ResearchInstitute"}:
            return True
    place = scene.place.key if scene.place else ""
    inside = [n for n in scene.names if n.nested and thing.begin <= n.begin and n.end <= thing.end]
    return any(n.cls in ("City", "District") and n.key not in (place, scene.region) for n in inside)


def _is_listed_as_other(scene: Scene, thing: Named) -> bool:
    """Whether a list calls its members something else: 华中科大 in ``引进A、华中科大等大学科技园``."""
    _, end = clause_of(scene.text, thing.begin)
    m = re.match(
        r"[^,;。]{0,40}?等[\d一二三四五六七八九十多]*[个家所]?(?P<noun>[^,;。、]{2,10})", scene.text[thing.end : end]
    )
    if m is None or thing.cls not in ("University", "Hospital", "Company"):
        return False
    kind = next(
        (
            list_nouns()[m["noun"][i:j]]
            for j in range(len(m["noun"]), 1, -1)
            for i in range(j)
            if m["noun"][i:j] in list_nouns()
        ),
        None,
    )
    return kind is not None and kind not in (thing.cls, "Institution")


def printed_places(scene: Scene, verb: Verb, things: tuple[Named, ...]) -> tuple[Named, ...]:
    """The places that a clause prints for what settles: ``落户上海``, ``在上海揭牌``."""
    begin, end = clause_of(scene.text, verb.begin)
    found: list[Named] = []
    for name in scene.between(begin, end, PLACES | FACILITIES):
        if _STANDING.search(scene.text, begin, name.begin) and scene.text.startswith("的", name.end):
            continue  # 位于某市的X is the place of X only
        led = scene.text[: name.begin].endswith(("在", "于"))
        settled = name.begin == verb.end and verb.word in ("落户", "落地", "入驻", "进驻", "落子", "落户于")
        joined = found and scene.text[found[-1].end : name.begin] in ("、", "和")
        if (led or settled or joined) and name not in things and name.cls != "Country":
            found.append(name)
    return tuple(found)


_STANDING: Final = re.compile(r"(?:位于|坐落于|地处|设在|设于|落户于?)\Z")


def own_place(scene: Scene, thing: Named) -> Named | None:
    """The place that stands as an attribute right in front of a thing: ``位于苏州的X``."""
    if not scene.text.startswith("的", thing.begin - 1):
        return None
    begin, _ = clause_of(scene.text, thing.begin)
    place = next((n for n in scene.between(begin, thing.begin, PLACES) if n.end == thing.begin - 1), None)
    return place if place is not None and _STANDING.search(scene.text, begin, place.begin) else None


_STANDS: Final = re.compile(
    r"(?:建设|项目建设|工程)?(?:加快|有序|稳步|全面|深入|扎实|持续|顺利)(?:推进|建设|集聚|汇聚|发展)|举行签约仪式|签约落户|形成集聚"
)


def hosting(scene: Scene) -> Iterator[Relation]:
    """What a district's paragraph has, builds or attracts: ``打造A、B等园区``, ``以A为载体``, ``A、B建设加快推进``."""
    yield from _carried_out_at(scene)
    yield from _attracted(scene)
    if host_place(scene) is None:
        return
    for verb in verbs(scene, "have", "support"):
        future = is_future(scene, verb.begin)
        for thing in names_after(scene, verb.end, HOSTED, listed=True):
            # 推进A公司设立X: the company is promoted to do something, and need not stand here
            if thing.cls in INSTITUTIONS | {"Fund"} and _DOING.match(scene.text, thing.end):
                continue
            yield from hosted(scene, thing, (verb.begin, verb.end), future, settles=verb.prop == "settles")
    yield from _acting(scene)
    for m in _STANDS.finditer(scene.text):
        for thing in names_before(scene, m.start(), HOSTED):
            yield from hosted(scene, thing, m.span(), is_future(scene, m.start()), settles=True)


def _attracted(scene: Scene) -> Iterator[Relation]:
    """``苏州工业园区先后引进A、B``: what a printed zone or district attracts stands there."""
    for verb in verbs(scene, "have"):
        if verb.prop != "settles":
            continue
        places = [n for n in printed_agents(scene, verb.begin) if n.cls in _HOSTS]
        for thing in names_after(scene, verb.end, HOSTED) if len(places) == 1 else ():
            if thing.key != places[0].key and not _is_listed_as_other(scene, thing):
                words, future = span_of(places[0], thing), is_future(scene, verb.begin)
                prop = place_property(thing.cls)
                yield link_key(scene, here(thing), prop, here(places[0]), "attracted", words, planned=future)


_DOING: Final = re.compile(r"共建|设立|成立|组建|建设(?=[\u4e00-\u9fff])|打造|搭建|开展|牵头|在|与|联合|参与")
_ACTS: Final = re.compile(r"(?:已|共|新)?(?:建成|接待|服务|引进|培育|集聚|举办|形成|拥有|汇聚)")


def _acting(scene: Scene) -> Iterator[Relation]:
    """``环上大科技园建成三号基地``: a zone or facility that acts in a district's paragraph stands there."""
    for name in scene.top:
        begin, _ = clause_of(scene.text, name.begin)
        if name.begin == begin and name.cls in FACILITIES | {"Park"} and _ACTS.match(scene.text, name.end):
            yield from hosted(scene, name, (name.begin, name.end), is_future(scene, name.end))


_AT: Final = re.compile(r"[”》]?(?:项目|计划|工程)?[\u4e00-\u9fff]{0,4}(?:率先|正式|已|分别)?在")
_DOES: Final = re.compile(r"(?:[^,;。]{0,6})(?:试点|实施|推广|落地|开展|累计|建成|应用|启动|投产|示范)")


def _carried_out_at(scene: Scene) -> Iterator[Relation]:
    """``“X”项目在喀什地区推广``, ``科技创新券率先在A和B试点``: where a programme is carried out."""
    for name in scene.top:
        m = _AT.match(scene.text, name.end) if name.cls in ("Project", "Programme", "Initiative") else None
        places = _places_at(scene, m.end()) if m else ()
        if not places or not _DOES.match(scene.text, places[-1].end):
            continue
        for place in places:
            words = span_of(name, place)
            yield link_key(
                scene,
                here(name),
                "schema:location",
                here(place),
                "carried out at",
                words,
                planned=is_future(scene, name.end),
            )


def _places_at(scene: Scene, at: int) -> tuple[Named, ...]:
    """The list of places that begins at a place of the text."""
    found: list[Named] = []
    for name in scene.between(at, clause_of(scene.text, at)[1], PLACES):
        # a member that is no name is passed over: 在某示范区和马鞍山试点
        if not re.fullmatch(r"(?:[^,;。、和与]{2,10}(?=[、和与]))?[、和与]?", scene.text[at : name.begin]):
            break
        found.append(name)
        at = name.end
    return tuple(found)
