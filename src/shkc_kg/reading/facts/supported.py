"""Which of the names behind a verb of support are what is supported."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Final

from shkc_kg.reading.classes import FACILITIES, INSTITUTIONS, PLACES, ZONES
from shkc_kg.reading.facts.agents import agents, printed_agents
from shkc_kg.reading.facts.honours import DESIGNATION
from shkc_kg.reading.facts.making import Actor
from shkc_kg.reading.grammar import names_after
from shkc_kg.reading.names import Named
from shkc_kg.reading.names.resolve import EVENT_CLASSES
from shkc_kg.reading.scene import Scene

__all__ = ["NOT_SUPPORTED", "SUPPORTED", "supported"]

SUPPORTED: Final = (
    INSTITUTIONS
    | PLACES
    | FACILITIES
    | EVENT_CLASSES
    | {"Fund", "Project", "Programme", "Plan", "Initiative", "Policy"}
)
NOT_SUPPORTED: Final = frozenset(("Country", "GovernmentBody"))


def supported(scene: Scene, begin: int, end: int) -> Iterator[tuple[Actor, Named]]:
    """Who supports what by the verb at ``begin``..``end``."""
    objects = _objects(scene, begin, end)
    actors = agents(scene, begin) if objects else []
    for thing in objects:
        if thing.cls in NOT_SUPPORTED or _is_no_support(scene, thing, begin, end, actors):
            continue
        for one in actors:
            if one[0] != thing.key and not _is_whole(scene, one[0], thing) and not _aims(scene, begin, thing):
                yield one, thing


def _objects(scene: Scene, begin: int, end: int) -> tuple[Named, ...]:
    """The names of the list behind a verb; none where they are no objects of it."""
    objects = _without_partner(scene, names_after(scene, end, SUPPORTED, listed=True))
    return objects if objects and _is_object(scene, objects, begin, end) else ()


_JOINED: Final = re.compile(r"(?:等[^,;。]{0,10}|[^,;。]{0,6})(?:共建|共同|合作|联合|签|对接|联动|协同)")


def _without_partner(scene: Scene, objects: tuple[Named, ...]) -> tuple[Named, ...]:
    """The objects without whom the last works with: ``支持A与B共建实验室`` supports A."""
    gaps = [scene.text[one.end : other.begin] for one, other in itertools.pairwise(objects)]
    cut = next((i for i, gap in enumerate(gaps, 1) if re.search("[与和同]", gap)), None)
    return objects[:cut] if cut is not None and _JOINED.match(scene.text, objects[-1].end) else objects


_IN_TITLE: Final = re.compile(r"(?:建设|发展)*(?:总体|实施)?(?:方案|规划|意见|纲要|条例|协议|办法)")
_NO_OBJECTS: Final = {"深化": EVENT_CLASSES, "加强": frozenset(("Plan", "Policy"))}
# 建设X,是转型的当务之急: what should be done rather than what somebody does
_IS_TOPIC: Final = re.compile(r"[^,;。是的]{0,8}是(?!否)|[^,;。]{0,4},(?:既|不仅|也|就)?是")


def _is_object(scene: Scene, objects: tuple[Named, ...], begin: int, end: int) -> bool:
    """Whether names are what is supported: ``推进A的建设`` has an object, ``推进A与B融合`` and ``支持甲、乙两地高新区`` none."""
    last = objects[-1]
    if scene.text.startswith("以", objects[0].begin - 1) and scene.text.startswith("为", last.end):
        return False  # 建设以A为核心的B
    if scene.text[end] in "、(":
        return False  # 包括A建设(二期)、B: a list of what is built
    if last.cls in PLACES and scene.text.startswith(("、", "和"), last.end):
        return False  # the list goes on to what the places only describe
    if re.search(r"[的与和]", scene.text[end : objects[0].begin]) or _brings_together(scene, last):
        return False
    if any(n.cls in _NO_OBJECTS.get(scene.text[begin:end], ()) for n in objects):
        return False  # 深化合作座谈会 and 印发某市加强科创中心建设方案 name an event and a paper
    if scene.text[begin:end] in ("聚焦", "深耕") and any(n.cls not in PLACES | ZONES for n in objects):
        return False  # 聚焦某院成果转化 is no support of the institute
    if _STANDING.match(scene.text, last.end):
        return False  # 提升某园的知名度
    return _IS_TOPIC.match(scene.text, last.end) is None and _IN_TITLE.match(scene.text, last.end) is None


_STANDING: Final = re.compile(
    r"(?:的)?(?:社会|国际|国内|行业|品牌)?(?:知名度|影响力|美誉度|竞争力|吸引力|地位|形象|认知度)"
)
_TOGETHER: Final = re.compile(
    r"[^,;。与和同、等]{0,10}(?:与|和|同)[^,;。]{0,24}(?:对接|合作|联动|协同|融合|互动|衔接|共建|共同|联合)"
)


def _brings_together(scene: Scene, last: Named) -> bool:
    """Whether what is promoted is the tie between things: ``推进甲城、乙城与丙地对接``."""
    return _TOGETHER.match(scene.text, last.end) is not None


def _is_no_support(scene: Scene, thing: Named, begin: int, end: int, actors: list[Actor]) -> bool:
    """Whether a name behind a verb of support is only a part of the words for what is supported."""
    if _outside(scene, thing) or _describes_other(scene, thing) or _only_acts(scene, scene.text[begin:end], thing):
        return True
    results = thing.cls in INSTITUTIONS and _RESULTS.match(scene.text, thing.end) is not None
    return results and not _governs(scene, actors)


def _only_acts(scene: Scene, verb: str, thing: Named) -> bool:
    """Whether what is promoted is a deed of a body rather than the body: 推进A公司设立X."""
    return (
        verb in ("推进", "推动")
        and thing.cls in INSTITUTIONS
        and bool(re.match(r"设立|成立|组建|落户|(?:成功)?(?:获评|入选)|相关", scene.text[thing.end :]))
    )


def _outside(scene: Scene, thing: Named) -> bool:
    """Whether an object is a topic rather than a thing: 推进长三角一体化, 推动上海成为…, 深化两岸合作."""
    rest = scene.text[thing.end :]
    return thing.cls in PLACES and bool(re.match(r"(?:一体化|融合|协同|合作|交流|联动|市场|企业|产业|居民|人才)", rest))


# 某公司推进某院成果落地: a government may support an institute so, a company only takes what it found
_RESULTS: Final = re.compile(r"(?:的)?(?:优秀|重大|先进|最新|科技|科研|创新){0,3}成果")


def _governs(scene: Scene, actors: list[Actor]) -> bool:
    """Whether those who act are places or public bodies."""
    return all(scene.things[one[0]].cls in PLACES | {"GovernmentBody"} for one in actors)


_DRAFTED: Final = re.compile(r"(?:的)?(?:修订|制定|编制|起草|立法|研究制定|编写|修编)")
# a university whose results are carried over to the industry is supported, one whose students do something is not
_ITS_OWN: Final = re.compile(
    r"(?:的)?(?:重大|优秀|原创|最新|高端|高层次|青年|创新|科研|科技|技术|学术|先进|专业|研究|研发){0,3}"
    r"(?:团队|人才|专家|教授|科学家|学者|博士|师生|学生|校友|论文|产品|企业|资源|设备|仪器)"
)
_ANY: Final = re.compile(r"(?:世界|国际|国内|全国|全球|全省|全市)?(?:领先|著名|知名)?(?:一流|高水平)")


def _describes_other(scene: Scene, thing: Named) -> bool:
    """Whether an institution only says whose the supported things are, or is none: ``支持某大学师生创业``, ``建设世界一流大学``."""
    if scene.text[thing.end - 1] == "》":
        return _DRAFTED.match(scene.text, thing.end) is not None
    if thing.cls not in INSTITUTIONS:
        return False
    return _ITS_OWN.match(scene.text, thing.end) is not None or _ANY.match(scene.name(thing.key)) is not None


def _aims(scene: Scene, at: int, thing: Named) -> bool:
    """Whether a place is only to become what follows: 要求浦东建设核心区 is no support of 浦东 for 核心区."""
    return (
        thing.cls == "FunctionalZone"
        and bool(DESIGNATION.search(scene.name(thing.key)))
        and bool(printed_agents(scene, at))
    )


def _is_whole(scene: Scene, actor: str, thing: Named) -> bool:
    """Whether the supported is the place that the actor lies in: no city supports its province."""
    return thing.cls == "Province" and scene.things[actor].cls in ("City", "District", "Province", "FunctionalZone")
