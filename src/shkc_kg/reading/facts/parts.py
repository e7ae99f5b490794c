"""What a name itself tells: its parent body, and the place it is in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from shkc_kg.model import Relation
from shkc_kg.reading.classes import FACILITIES, INSTITUTIONS, PLACES, ZONES
from shkc_kg.reading.facts.hosting import DESIGNATED
from shkc_kg.reading.facts.making import link, place_property
from shkc_kg.reading.gazetteer import load_gazetteer
from shkc_kg.reading.names import Named
from shkc_kg.reading.names.known import is_place, place_entry
from shkc_kg.reading.names.resolve import Resolved
from shkc_kg.reading.scene import Scene

__all__ = ["openings", "parts"]

_PARENTS: Final = INSTITUTIONS | {"Laboratory", "Park", "Platform", "InnovationCentre"}
_OWNED: Final = INSTITUTIONS | FACILITIES | {"Park", "Fund", "Broadcast", "FunctionalZone"}
_LOCATED: Final = INSTITUTIONS | FACILITIES | ZONES
_PLACES: Final = frozenset(("City", "District", "Province"))
_TOPIC: Final = re.compile(r"(?:项目|人才|院士|专家|校友|科普|成果展|城(?!市)|创新走廊|走廊)")
_ALSO_CALLED: Final = re.compile(r"\([^()]*\)")
_BRANCH: Final = re.compile(r"^(?:[\u4e00-\u9fff]{2,4})?(?:中心|分会|分中心|分院|基地|分部|办公室|秘书处|工作站)$")


def parts(scene: Scene, known: Mapping[str, str]) -> Iterator[Relation]:
    """Parent bodies and places read off nested names: 复旦大学宁波研究院 belongs to 复旦大学 and lies in 宁波.

    ``known`` are the :func:`openings` of the chapter's things.
    """
    for inner in scene.names:
        if not inner.nested:
            continue
        outer = next((n for n in scene.top if n.begin <= inner.begin and inner.end <= n.end), None)
        if outer is not None and outer.key != inner.key and not _is_awarded(scene, outer):
            yield from _pair(scene, inner, outer)
        if outer is not None and _is_foreign(scene, inner, outer):
            yield link(scene, outer, "schema:location", inner, "name:country")
    for name in scene.top:
        yield from _place_before(scene, name)
        yield from _opening(scene, name, known)


def _pair(scene: Scene, inner: Named, outer: Named) -> Iterator[Relation]:
    rest = scene.text[inner.end : outer.end]
    if rest == "公室" or (rest.startswith("技") and scene.text[inner.end - 1] == "科"):
        return  # 新闻办 inside 新闻办公室, 张江高科 inside 张江高科技园区
    if inner.cls in _PARENTS and outer.cls in _OWNED and _owns(scene, inner, outer, rest):
        prop = "schema:parentOrganization" if {outer.cls, inner.cls} <= INSTITUTIONS else "shkc:partOf"
        yield link(scene, outer, prop, inner, "name:parent")
        if _BRANCH.match(rest) and inner.cls == "Alliance":
            yield from _represented(scene, inner, outer)
    elif inner.cls in _PLACES and outer.cls in _LOCATED and not DESIGNATED.search(scene.name(outer.key)):
        opens = _opens(scene, inner, outer) and not rest.startswith(("-", "、", "·"))
        in_brackets = inner.begin > 0 and scene.text[inner.begin - 1] == "("
        if _is_marque(scene, inner, outer) or _lies_elsewhere(rest) or re.match(r"(?:湾(?!区)|[湖江河岛港洋洲])", rest):
            return  # 崖州湾 is no part of 崖州
        if opens and _is_common_word(scene, inner):
            return
        if opens or in_brackets or _follows_body(scene, inner):
            yield link(scene, outer, place_property(outer.cls), inner, "name:place")


_LEARNED: Final = frozenset(("University", "ResearchInstitute", "Academy", "Laboratory"))
_LEARNED_END: Final = re.compile(r"(?:大学|学院|科学院|工程院|研究所|研究院|国家实验室|学会)\Z")


def _is_foreign(scene: Scene, inner: Named, outer: Named) -> bool:
    """Whether a body of learning is printed behind the country that it is in: 荷兰瓦赫宁根大学; no branch in China."""
    if inner.cls != "Country" or outer.cls not in _LEARNED or inner.begin != outer.begin:
        return False
    rest = scene.text[inner.end : outer.end]
    abroad = scene.name(inner.key) not in ("中国", "中华人民共和国") and not re.search(r"中国|中华|联合", rest)
    home = any(is_place(rest[i : i + n]) and _at_home(rest[i : i + n]) for i in range(len(rest)) for n in (2, 3))
    return abroad and len(rest) >= 4 and _LEARNED_END.search(rest) is not None and not home


def _at_home(form: str) -> bool:
    """Whether a form is that of a place in China."""
    entry = place_entry(form)
    return entry is not None and entry.cls in _PLACES and not entry.code.startswith(("Q", "geo"))


_PRODUCT: Final = re.compile(r"(?:卫星|火箭|飞船|[轮货舰]船?|[机车船]型|样机|大模型|模型|芯片|机器人)\Z")
_NUMBER: Final = re.compile(r"[一二三四五六七八九十\d]+号")


def _is_marque(scene: Scene, inner: Named, outer: Named) -> bool:
    """Whether a place is only what a product is called after: ``“长沙一号”遥感卫星``, ``武汉大模型``."""
    name = scene.text[outer.begin : outer.end]
    closing = name.find("”", inner.end - outer.begin)
    quoted = name.startswith("“") and 0 < closing < len(name) - 1
    return quoted or _PRODUCT.search(name) is not None or _NUMBER.match(scene.text, inner.end) is not None


_AWARDED: Final = re.compile(
    r"(?:获批(?:建设|组建|筹建)?|入选|获评|争创|创建|(?:认定|评|批准|命名|确定|列|评定|批复|评选|授予)为|授予|荣获)(?:首批)?(?:“[^“”]{2,24}”[、和])*“?$"
)  # a title rather than a thing


def _is_awarded(scene: Scene, name: Named) -> bool:
    """Whether a name is only the title that something is awarded: ``被评为“某省科普基地”``."""
    return _AWARDED.search(scene.text, max(0, name.begin - 60), name.begin) is not None


def _is_common_word(scene: Scene, inner: Named) -> bool:
    """Whether a district is printed by a short form that is also an ordinary word: 中原科技城."""
    form = scene.text[inner.begin : inner.end]
    return inner.cls == "District" and form[-1] not in "区县市" and not is_place(form)


_FURTHER: Final = re.compile(
    r"(?:硅谷|海外|境外|北美|欧洲)|.*?(?P<place>[\u4e00-\u9fff]{2,3})(?:分院|分中心|分部|分校|分会|分园|分行)"
)


def _lies_elsewhere(rest: str) -> bool:
    """Whether a name goes on to another place behind the one it opens with: 杭州硅谷孵化器, 苏州研究院宜兴分院."""
    bracketed = re.match(r"\(([^()]{2,4})\)", rest)
    if bracketed and place_entry(bracketed[1]) is not None:
        return True  # 徐州(上海)离岸创新中心
    if rest.endswith(("办事处", "联络处", "代表处", "推广站", "服务站", "工作站", "联络站", "分站")):
        return any(place_entry(rest[i : i + n]) for i in range(1, len(rest)) for n in (2, 3))  # 某市某中心乙市推广站
    m = _FURTHER.match(rest)
    if m is None:
        return any(e.cls == "Country" for n in (2, 3) if (e := place_entry(rest[:n])) is not None)
    return m["place"] is None or any(place_entry(m["place"][-n:]) for n in (2, 3))


def _opens(scene: Scene, inner: Named, outer: Named) -> bool:
    before = scene.text[outer.begin : inner.begin]
    # a science park around a university is the university's, a zone around it is not
    return before in ("", "“") or (before == "环" and outer.cls == "Park")


_FIRM_IN_FULL: Final = re.compile(
    r"(?:信息)?(?:技术|科技|集团)(?:\([\u4e00-\u9fff]{2,4}\))?(?:股份|控股)*(?:有限)?(?:责任)?公司"
)


def _owns(scene: Scene, inner: Named, outer: Named, rest: str) -> bool:
    """Whether a body in a name is its parent: at the start, behind a place, or joined by a hyphen.

    ``rest`` is empty where the longer name only adds a country (德国弗劳恩霍夫协会). A ministry in the name of a
    laboratory has named it (科技部“一带一路”联合实验室) and does not own it.
    """
    joint = "-" in scene.text[outer.begin : outer.end]
    if _is_same_body(inner, outer, rest):
        return False
    if (
        not rest
        or _TOPIC.match(rest)
        or not (_opens(scene, inner, outer) or joint or _after_place(scene, inner, outer))
        or _is_local_kind(scene, inner, outer)
    ):
        return False
    if inner.cls == outer.cls == "Company" and _FIRM_IN_FULL.fullmatch(rest):
        return False  # 某某量子 is 某某量子技术(合肥)股份有限公司
    if inner.cls == "GovernmentBody" and (joint or outer.cls not in ("GovernmentBody", "Institution")):
        return False
    if inner.cls == outer.cls == "Company" and any(e.cls == "Company" for e in load_gazetteer().lookup.get(rest, ())):
        return False  # 上汽通用五菱 is a joint venture
    if inner.cls == outer.cls == "Company" and scene.things[outer.key].entry is not None:
        return False  # a listed company is known whole: 中国兵器装备集团 is none of 中国兵器
    if _GROUP.match(scene.text, inner.begin):
        return False  # 金砖国家创新基地
    return inner.cls in INSTITUTIONS or _BRANCH.match(rest) is not None


_GROUP: Final = re.compile(r"金砖|东盟|欧盟|上合|亚太|一带一路|非盟")
_REGISTERED: Final = re.compile(r"[\u4e00-\u9fff]{0,8}(?:股份有限|有限责任|有限)公司")


def _is_same_body(inner: Named, outer: Named, rest: str) -> bool:
    """Whether a longer name only says more of one body: 吉利控股集团, 新松机器人自动化股份有限公司, 某大学(某科学院)."""
    if re.fullmatch(r"(?:集团|控股|股份|有限|责任|总)*(?:公司)?", rest):
        return True
    if inner.cls == outer.cls == "University" and _ALSO_CALLED.fullmatch(rest):
        return True  # 甲大学(某地) is a university of its own
    registered = inner.cls == outer.cls == "Company" and _REGISTERED.fullmatch(rest)
    return bool(registered) and not any(place_entry(rest[i : i + n]) for i in range(len(rest)) for n in (2, 3))


def _after_place(scene: Scene, inner: Named, outer: Named) -> bool:
    """Whether only a place stands before the parent: 上海清华国际创新中心."""
    place = place_entry(scene.text[outer.begin : inner.begin]) if outer.begin < inner.begin else None
    return place is not None


_NATIONAL: Final = ("国家", "中国", "中华", "全国")


def _is_local_kind(scene: Scene, inner: Named, outer: Named) -> bool:
    """Whether behind a place stands what a national body is called without its country: ``某省[社会科学院]``."""
    national = scene.name(inner.key).startswith(_NATIONAL)
    return national and inner.begin > outer.begin and scene.text[inner.begin] not in "国中全"


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


def openings(things: Mapping[str, Resolved]) -> Mapping[str, str]:
    """The forms of zones, facilities and bodies, as printed or as a general list knows them, with their keys."""
    found: dict[str, str] = {}
    for key, thing in things.items():
        if thing.cls in ZONES | FACILITIES | INSTITUTIONS:
            for form in (thing.name, *thing.forms, *(thing.entry.forms if thing.entry is not None else ())):
                place = place_entry(form) if form != thing.name else None
                if place is None or place.cls not in _PLACES:  # 沈阳、大连两个高新区: the city is none of them
                    found.setdefault(form, key)
    return found


_WATER: Final = re.compile(r"湖\Z")  # a lake's name says only the lake, not the zone that is called after it
# what an institute for the development of a region studies is no place that it lies in
_STUDIED: Final = re.compile(
    r"(?:区域|一体化|协调|协同|高质量|经济|社会|文化|合作|创新|问题|战略|政策|规划)*(?:发展|问题|战略|政策|合作|一体化|关系|法律)"
    r"(?:战略|政策|问题|与治理)?(?:研究(?:中心|院|所|会|基地)|智库)"
)


def _opening(scene: Scene, name: Named, known: Mapping[str, str]) -> Iterator[Relation]:
    """What opens a name and is a thing of its own: the zone of 长三角科技资源共享服务平台, the whole of 联盟办公室."""
    if name.cls not in FACILITIES | INSTITUTIONS:
        return
    printed = scene.text[name.begin : name.end]
    form = next((printed[:end] for end in range(len(printed) - 1, 1, -1) if printed[:end] in known), "")
    key = known.get(form, name.key)
    if key == name.key or printed[len(form)] in "-、·" or _lies_elsewhere(printed[len(form) :]):
        return
    whole = Named(name.begin, name.begin + len(form), key, scene.things[key].cls, True)
    if whole.cls in ZONES and (_STUDIED.match(printed[len(form) :]) or _is_awarded(scene, name)):
        return
    branch = _BRANCH.match(printed[len(form) :])
    if whole.cls in ZONES and name.cls in FACILITIES | {"ResearchInstitute", "Alliance"}:
        # a long form names the zone itself; 长三角高端智库联盟 is an alliance of the region rather than in it
        if (name.cls != "Alliance" or len(form) >= 6) and not _WATER.search(form):
            yield link(scene, name, "schema:location", whole, "name:zone")
    elif whole.cls in INSTITUTIONS and branch:
        yield link(scene, name, "schema:parentOrganization", whole, "name:parent")
    elif whole.cls in FACILITIES and branch:
        yield link(scene, name, "shkc:partOf", whole, "name:parent")
