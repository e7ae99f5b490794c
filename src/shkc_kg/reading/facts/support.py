"""What is supported, promoted or built up: by the elided region, the district of the paragraph, or a printed body."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Final

from shkc_kg.model import Relation
from shkc_kg.reading.classes import FACILITIES, INSTITUTIONS, PLACES, ZONES
from shkc_kg.reading.clauses import clause_of
from shkc_kg.reading.facts.agents import agents, printed_agents
from shkc_kg.reading.facts.honours import DESIGNATION
from shkc_kg.reading.facts.making import Actor, here, link, link_key, span_of
from shkc_kg.reading.facts.tense import is_future
from shkc_kg.reading.grammar import names_after, verbs
from shkc_kg.reading.names import Named
from shkc_kg.reading.names.resolve import EVENT_CLASSES
from shkc_kg.reading.scene import Scene

__all__ = ["support"]

_SUPPORTED: Final = (
    INSTITUTIONS
    | PLACES
    | FACILITIES
    | EVENT_CLASSES
    | {"Fund", "Project", "Programme", "Plan", "Initiative", "Policy"}
)
_NOT_SUPPORTED: Final = frozenset(("Country", "GovernmentBody"))
# 以X为载体, 依托X, 借助X: X is the means by which what follows is built up
_MEANS: Final = re.compile(
    r"依托|借助|借力|发挥(?=[^,;。]{2,30}作用)|以(?=[^,;。]{2,40}为(?:重要)?(?:载体|依托|支撑|平台|核心|抓手|引领))"
)
_CARRIERS: Final = FACILITIES | INSTITUTIONS | ZONES


def support(scene: Scene) -> Iterator[Relation]:
    """What a region or body supports, and what serves as the means."""
    for verb in verbs(scene, "support"):
        yield from _supported(scene, verb.begin, verb.end)
    yield from _means(scene)
    yield from _helped(scene)


def _supported(scene: Scene, begin: int, end: int) -> Iterator[Relation]:
    """``支持A、B建设``, ``推动C落地``: each of the list by each who acts."""
    future = is_future(scene, begin)
    objects = _without_partner(scene, names_after(scene, end, _SUPPORTED, listed=True))
    if not objects or not _is_done(scene, begin) or not _is_object(scene, objects, begin, end):
        return
    actors = agents(scene, begin)
    for thing in objects:
        if (
            thing.cls in _NOT_SUPPORTED
            or _outside(scene, thing)
            or _describes_other(scene, thing)
            or _only_acts(scene, scene.text[begin:end], thing)
            or (thing.cls in INSTITUTIONS and _RESULTS.match(scene.text, thing.end) and not _governs(scene, actors))
        ):
            continue
        for one in actors:
            if one[0] != thing.key and not _is_whole(scene, one[0], thing) and not _aims(scene, begin, thing):
                yield link_key(
                    scene, one, "shkc:supports", here(thing), "support", span_of(thing, (begin, end)), planned=future
                )


def _is_done(scene: Scene, begin: int) -> bool:
    """Whether a clause tells that something is supported, rather than permits it or names the matter spoken of."""
    clause, end = clause_of(scene.text, begin)
    matter = _IN_MATTERS.fullmatch(scene.text, clause, end) or _PURPOSE.match(scene.text, clause, end)
    return matter is None and _PERMITS.search(scene.text, max(0, begin - 4), begin) is None


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
    return _IS_TOPIC.match(scene.text, last.end) is None and _IN_TITLE.match(scene.text, last.end) is None


_IN_TITLE: Final = re.compile(r"(?:建设|发展)*(?:总体|实施)?(?:方案|规划|意见|纲要|条例|协议|办法)")
_NO_OBJECTS: Final = {"深化": EVENT_CLASSES, "加强": frozenset(("Plan", "Policy"))}
# 建设X,是转型的当务之急: what should be done rather than what somebody does
_IS_TOPIC: Final = re.compile(r"[^,;。是的]{0,8}是(?!否)|[^,;。]{0,4},(?:既|不仅|也|就)?是")
# 在建设X、Y方面,Z获批: of which matter the rest is told
_IN_MATTERS: Final = re.compile(r"在(?:[^,;。]*?)(?:方面|过程中|的?同时|基础上|进程中)")
_PURPOSE: Final = re.compile(
    r"为(?:了)?(?:进一步|深入|全面|更好地?|积极|切实|充分|持续|加快|推进|推动|支持|加强|促进|助力|贯彻|落实)"
)
# 批复同意建设X is a permission, 就建设X达成共识 is talk about it
_PERMITS: Final = re.compile(r"(?:同意|批准|批复|获批|(?:就|对|关于)(?:合作|共同|联合|进一步|加快|支持|推进)?)$")
_JOINED: Final = re.compile(r"(?:等[^,;。]{0,10}|[^,;。]{0,6})(?:共建|共同|合作|联合|签|对接|联动|协同)")


def _without_partner(scene: Scene, objects: tuple[Named, ...]) -> tuple[Named, ...]:
    """The objects without whom the last works with: ``支持A与B共建实验室`` supports A."""
    gaps = [scene.text[one.end : other.begin] for one, other in itertools.pairwise(objects)]
    cut = next((i for i, gap in enumerate(gaps, 1) if re.search("[与和同]", gap)), None)
    return objects[:cut] if cut is not None and _JOINED.match(scene.text, objects[-1].end) else objects


_TOGETHER: Final = re.compile(
    r"[^,;。与和同、等]{0,10}(?:与|和|同)[^,;。]{0,24}(?:对接|合作|联动|协同|融合|互动|衔接|共建|共同|联合)"
)


def _brings_together(scene: Scene, last: Named) -> bool:
    """Whether what is promoted is the tie between things: ``推进甲城、乙城与丙地对接``."""
    return _TOGETHER.match(scene.text, last.end) is not None


def _only_acts(scene: Scene, verb: str, thing: Named) -> bool:
    """Whether what is promoted is a deed of a body rather than the body: 推进A公司设立X."""
    return (
        verb in ("推进", "推动")
        and thing.cls in INSTITUTIONS
        and bool(re.match(r"设立|成立|组建|落户", scene.text[thing.end :]))
    )


def _outside(scene: Scene, thing: Named) -> bool:
    """Whether an object is a topic rather than a thing: 推进长三角一体化, 推动上海成为…, 深化两岸合作."""
    rest = scene.text[thing.end :]
    return thing.cls in PLACES and bool(re.match(r"(?:一体化|融合|协同|合作|交流|联动|市场|企业|产业|居民|人才)", rest))


_DRAFTED: Final = re.compile(r"(?:的)?(?:修订|制定|编制|起草|立法|研究制定|编写|修编)")
# a university whose results are carried over to the industry is supported, one whose students do something is not
_ITS_OWN: Final = re.compile(
    r"(?:的)?(?:重大|优秀|原创|最新|高端|高层次|青年|创新|科研|科技|技术|学术|先进|专业|研究|研发){0,3}"
    r"(?:团队|人才|专家|教授|科学家|学者|博士|师生|学生|校友|论文|产品|企业|资源|设备|仪器)"
)

# 某公司推进某院成果落地: a government may support an institute so, a company only takes what it found
_RESULTS: Final = re.compile(r"(?:的)?(?:优秀|重大|先进|最新|科技|科研|创新){0,3}成果")


def _governs(scene: Scene, actors: list[Actor]) -> bool:
    """Whether those who act are places or public bodies."""
    return all(scene.things[one[0]].cls in PLACES | {"GovernmentBody"} for one in actors)


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


def _means(scene: Scene) -> Iterator[Relation]:
    """``以A为载体,打造B``, ``依托A,协助B``, ``借助A在多方面的应用,助力B建设``: A supports B."""
    for m in _MEANS.finditer(scene.text):
        begin, end = clause_of(scene.text, m.start())
        if re.search(r"[\u4e00-\u9fff]$", scene.text[begin : m.start()]):
            continue
        means = next((n for n in scene.top if n.begin == m.end() and n.cls in _CARRIERS and n.end <= end), None)
        if means is None or end >= len(scene.text) or scene.text[end] != ",":
            continue
        if means.cls in ZONES and m[0] == "以" and "核心" in scene.text[means.end : end]:
            continue  # 以A、B为核心,规划建设C: A is a part of C
        _, stop = clause_of(scene.text, end + 1)
        for verb in verbs(scene, "support", "have", "help"):
            if not end < verb.begin < stop:
                continue
            for thing in names_after(scene, verb.end, _SUPPORTED - _NOT_SUPPORTED):
                if thing.key != means.key and thing.end <= stop and not DESIGNATION.search(scene.name(thing.key)):
                    words = span_of(means, thing)
                    future = is_future(scene, verb.begin)
                    yield link_key(scene, here(means), "shkc:supports", here(thing), "means", words, planned=future)


_BUILDS: Final = re.compile(r"(?:搭建|建设|建立|设立|成立|组建|打造)(?:了)?")
_BUILT: Final = FACILITIES | {"ResearchInstitute", "Park", "Fund", "Institution"}


def _helped(scene: Scene) -> Iterator[Relation]:
    """``协助普洱搭建中药检测中心``: the helped founds it, and it stands in the helped place."""
    for verb in verbs(scene, "help", "support"):
        helped = names_after(scene, verb.end, PLACES | INSTITUTIONS)
        if len(helped) != 1:
            continue
        built = _BUILDS.match(scene.text, helped[0].end)
        future = is_future(scene, verb.begin)
        for made in names_after(scene, built.end(), _BUILT) if built else ():
            words = span_of(helped[0], made)
            yield link(scene, made, "schema:founder", helped[0], "helped", planned=future)
            if helped[0].cls in ("City", "District", "Province"):
                yield link_key(scene, here(made), "schema:location", here(helped[0]), "helped", words, planned=future)
