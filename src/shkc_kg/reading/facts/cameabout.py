"""What came about: founded, unveiled, opened, settled, approved, when, by whom and where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from shkc_kg.model import Relation
from shkc_kg.reading.classes import FACILITIES, INSTITUTIONS, PLACES, ZONES
from shkc_kg.reading.facts.founders import MADE, founders, joint_founders
from shkc_kg.reading.facts.hosting import hosted, own_place, printed_places
from shkc_kg.reading.facts.leads import AGENT, acts, lead_in
from shkc_kg.reading.facts.making import dated, here, link, link_key, place_property, span_of
from shkc_kg.reading.facts.objects import begins_pair, each_its_own, is_object
from shkc_kg.reading.facts.tense import is_future
from shkc_kg.reading.facts.when import coarse, when
from shkc_kg.reading.grammar import Verb, in_name, names_after, names_before, verbs
from shkc_kg.reading.lines.clauses import clause_of, sentence_of
from shkc_kg.reading.names import Named
from shkc_kg.reading.scene import Scene

__all__ = ["came_about"]

_PLACED: Final = INSTITUTIONS | FACILITIES | ZONES
# what has long existed cannot be what is founded or approved when it stands before 获批, 建成 or 启动
_ACTING: Final = frozenset(("University", "Hospital", "GovernmentBody", "Academy"))
_OBJECT_FIRST: Final = frozenset(
    [
        "建成",
        "启动",
        "启动建设",
        "开工建设",
        "开通",
        "引进",
        "上线",
        "开放",
        "启用",
        "获批",
        "获批建设",
        "揭牌",
        "授牌",
        "落地",
        "打造",
        "推动落地",
        "成立运营",
    ]
)
_NO_THING: Final = re.compile(r"(?:于|在)?(?:代表处|办事处|分支机构|分中心|专项资金|专项|奖项|课题)")


def came_about(scene: Scene) -> Iterator[Relation]:
    """Dates on which things came about, their founders, and the places where they stand."""
    for verb in verbs(scene, "found"):
        yield from _founded(scene, verb)
    for verb in verbs(scene, "come"):
        yield from _came(scene, verb)
    yield from _granted(scene)
    yield from joint_founders(scene)


_GRANTED: Final = re.compile(
    r"获得?(?:国家|[^,;。获批]{2,12}?)(?:正式)?(?:批复|批准|核准|立项)(?:同意|支持)?(?:建设|组建|筹建|设立|运行)?(?=[,;。)、]|$)"
)


def _granted(scene: Scene) -> Iterator[Relation]:
    """``X建设获科技部批复``, ``X于2013年12月获得国家正式批准``: approved on a day."""
    for m in _GRANTED.finditer(scene.text):
        verb = Verb(m.start(), m.end(), "获批复", "come", "shkc:approvedOn")
        things = () if in_name(scene, m.start(), m.start() + 1) else names_before(scene, m.start(), MADE)
        whole = tuple(n for n in things if not _PHASE.match(scene.text, n.end))
        yield from _dated(scene, whole, verb, is_future(scene, m.start()))


_PROMOTED: Final = re.compile(r"(?:积极|大力|加快|全力|持续)?(?:推进|推动|支持|鼓励|引导|促进|协助|帮助)[^,;。]{2}")


def _founded(scene: Scene, verb: Verb) -> Iterator[Relation]:
    """``X成立``, ``A成立X``, ``由A、B共建的X``: the object, where there is one, is what was founded."""
    if _NO_THING.match(scene.text[verb.end :]):
        return
    if _PERMITTED.search(scene.text, max(0, verb.begin - 4), verb.begin):
        return
    if each_its_own(scene, verb):
        return
    objects = tuple(n for n in names_after(scene, verb.end, MADE) if is_object(scene, n) and not begins_pair(scene, n))
    if not objects and _THOUGHT.match(scene.text, verb.end):
        return
    made = objects or _subjects(scene, verb) or _opening(scene, verb)
    future = is_future(scene, verb.begin)
    if not objects and _ACTORS.search(
        scene.text, clause_of(scene.text, verb.begin)[0], made[0].begin if made else verb.begin
    ):
        yield from founders(scene, _made_before(scene, verb), verb, objects=False)
        return
    # 推进A设立X: that X is set up already is not said
    clause = clause_of(scene.text, verb.begin)[0]
    promoted = _PROMOTED.match(scene.text, clause, verb.begin)
    described = "成立" not in verb.word and _BY.search(scene.text[clause : verb.begin])
    if not promoted:
        yield from _dated(scene, made, verb, future, own_year=not described)
    yield from founders(scene, made, verb, objects=bool(objects))
    yield from _located(scene, made, verb, future)


def _came(scene: Scene, verb: Verb) -> Iterator[Relation]:
    """``X揭牌``, ``X于4月启用``, ``建成X``; a university that 获批 something did not come about by it."""
    future = is_future(scene, verb.begin)
    if _CEREMONY.match(scene.text, verb.end) or _is_honour(scene, verb):
        return
    objects = names_after(scene, verb.end, MADE) if verb.word in _OBJECT_FIRST else ()
    objects = tuple(n for n in objects if is_object(scene, n))
    if (
        verb.prop == "shkc:approvedOn"
        and objects
        and names_before(scene, verb.begin, _ACTING | {"Company", "City", "District"})
    ):
        objects = ()  # 三家公司获批建设省产业研究院: a title that each of them bears
    if verb.prop == "shkc:approvedOn" and objects and _bears(scene, verb, objects):
        objects = ()  # 某实验室由某大学建设,6月获批省实验室
    if verb.prop == "shkc:approvedOn" and lead_in(scene, clause_of(scene.text, verb.begin)[0], verb.begin) == AGENT:
        objects = ()  # 蔬菜集团获批省科技教育基地
    subjects = objects or _subjects(scene, verb) or _opening(scene, verb)
    # what happens to a phase (二期) is not said of the whole
    subjects = tuple(n for n in subjects if not _PHASE.match(scene.text, n.end))
    if verb.prop == "shkc:approvedOn" or verb.word in ("建成", "启动"):
        subjects = tuple(n for n in subjects if n.cls not in _ACTING)
    if verb.prop == "shkc:approvedOn" and not _ENDS.match(scene.text, verb.end):
        subjects = tuple(
            n for n in subjects if n.cls not in ZONES | {"Company", "ResearchInstitute"}
        )  # 某公司获批国家企业技术中心
    if verb.word in ("启动", "启动建设"):
        subjects = tuple(n for n in subjects if n.cls != "Company")
    if verb.word in ("启动", "开放", "落地") and objects:
        subjects = tuple(n for n in subjects if n.cls in MADE - {"Company", "Alliance"})
    if not _ANEW.match(scene.text, verb.end):
        yield from _dated(scene, subjects, verb, future, own_year=not _is_occasion(scene, verb))
    yield from _located(scene, subjects, verb, future)


_CEREMONY: Final = re.compile(r"(?:[和暨及、][\u4e00-\u9fff]{2,4})?(?:仪式|大会|典礼)")  # 签约和启动仪式
_HONOURED: Final = re.compile(r"(?:荣获|获得|获|被授予)[^,;。]{2,}$")


def _is_honour(scene: Scene, verb: Verb) -> bool:
    """Whether a sign is an honour that somebody got: ``荣获“省际合作园区”授牌``."""
    begin, _ = clause_of(scene.text, verb.begin)
    return verb.word in ("授牌", "挂牌") and _HONOURED.search(scene.text, begin, verb.begin) is not None


_OCCASION: Final = re.compile(r"[^,;。]{0,12}为(?:契机|抓手|载体|牵引|引领|标志|起点|依托)")


def _is_occasion(scene: Scene, verb: Verb) -> bool:
    """Whether a deed is only what others build on, whenever it was done: ``以X落户为契机``."""
    begin, _ = clause_of(scene.text, verb.begin)
    return "以" in scene.text[begin : verb.begin] and _OCCASION.match(scene.text, verb.end) is not None


def _bears(scene: Scene, verb: Verb, objects: tuple[Named, ...]) -> bool:
    """Whether the sentence opens with a thing that bears what is approved as its title."""
    first = sentence_of(scene.text, verb.begin)
    opening = next((n for n in scene.top if n.begin == first and n.end <= verb.begin), None)
    return opening is not None and opening.cls in _PLACED and opening not in objects


# 教育部同意建立X: it is not there yet, and not the ministry's
_PERMITTED: Final = re.compile(r"(?:同意|批准|批复|获批|决定|申请|提议|建议)$")


def _made_before(scene: Scene, verb: Verb) -> tuple[Named, ...]:
    """What the sentence tells of before it says who founded it: ``X成立,由A、B等单位共同发起``."""
    begin, _ = clause_of(scene.text, verb.begin)
    first = sentence_of(scene.text, verb.begin)
    told = [v for v in verbs(scene, "found", "come") if first <= v.begin < begin]
    made = names_before(scene, told[-1].begin, MADE) if told and scene.text.startswith("由", begin) else ()
    return made if len(made) == 1 else ()


_ACTORS: Final = re.compile(r"由[^,;。的]{0,120}\Z")
# 由A牵头组建 describes X, whenever that was
_BY: Final = re.compile(r"由[^,;。]{2,}$")
# 建立某机构的设想: it is thought of
_THOUGHT: Final = re.compile(r"[^,;。]{2,60}的[^,;。]{0,4}(?:思路|设想|构想|想法|建议|提议|意向|目标|愿景)")
_PHASE: Final = re.compile(r"(?:项目|工程)?(?:首|[一二三四五]|[1-5])期")
# A、B参与组建: they help to make something, and have long been there
_MAKING: Final = re.compile(r"(?:参与|参加|协助|牵头|主导)了?$")
_ENDS: Final = re.compile(r"$|[,;。!…\n\t、)]|并|和|及|运行|运营|投产|使用|建设")


def _subjects(scene: Scene, verb: Verb) -> tuple[Named, ...]:
    """``X成立``: the names in front, where no object follows that is the thing made (``园区建成三号基地``)."""
    rest = scene.text[verb.end :]
    place = any(n.begin == verb.end and n.cls in PLACES | FACILITIES for n in scene.top)
    honoured = verb.word in ("获批", "获国家批复", "获批复") and not re.match(r"[\d一二三四五六七八九十多数]", rest)
    if not _ENDS.match(rest) and not ((verb.prop == "shkc:settledOn" and place) or honoured):
        return ()
    if _MAKING.search(scene.text, max(0, verb.begin - 4), verb.begin):
        return ()
    found = names_before(scene, verb.begin, MADE)
    begin, _ = clause_of(scene.text, verb.begin)
    # 联合A、B组建: those are the makers
    return (
        () if found and re.search(r"(?:联合|会同|与|和|同|携手|向|给)$", scene.text[begin : found[0].begin]) else found
    )


# what is taken up anew, or goes into its second phase, does not come about by it
_ANEW: Final = re.compile(r"(?:了)?(?:新一轮|[^,;。]{0,20}(?:二期|三期|第二轮|第三轮|升级|改造|扩建))")


_TOLD_OF: Final = re.compile(r"”?(?:\([^()]{1,24}\))?(?:依托|由|位于|坐落|选址|占地|总投资)")
_NEAR: Final = 8  # code points that may describe a thing in front: 首家省实验室“X”依托…
_ALONE: Final = re.compile(r"(?:\([^()]{1,24}\))?")


def _opening(scene: Scene, verb: Verb) -> tuple[Named, ...]:
    """What an earlier clause speaks of: ``X占地10万平方米,于2021年6月投入使用``, ``A组建X,于9月6日揭牌``."""
    begin, _ = clause_of(scene.text, verb.begin)
    first = sentence_of(scene.text, verb.begin)
    dated_here = any(begin <= d.begin and d.end <= verb.begin for d in scene.dates)
    if begin == first or not dated_here or lead_in(scene, begin, verb.begin) != "":
        return ()
    before, end = clause_of(scene.text, begin - 1)
    made = [names_after(scene, v.end, MADE) for v in verbs(scene, "found") if before <= v.begin < end]
    if made and made[-1]:
        return made[-1]
    beside = next((n for n in scene.between(before, end) if _ALONE.fullmatch(scene.text, n.end, end)), None)
    if beside is not None and scene.text.startswith("——", beside.begin - 2):
        return (beside,) if beside.cls in MADE else ()
    described = next((n for n in scene.between(before, end, MADE) if _TOLD_OF.match(scene.text, n.end, end)), None)
    if described is not None and before != first and described.begin - before <= _NEAR:
        return (described,)
    name = next((n for n in scene.top if n.begin == first and n.end < begin), None)
    if name is None or name.cls not in MADE or not (scene.text[name.end] == "," or acts(scene, name)):
        return ()
    return (name,)


def _dated(
    scene: Scene, things: tuple[Named, ...], verb: Verb, future: bool, *, own_year: bool = True
) -> Iterator[Relation]:
    date = when(scene, verb.begin, own_year=own_year)
    if date is None:
        return
    words = (verb.begin, verb.end)
    for thing in things:
        for prop in verb.prop.split():
            yield dated(scene, thing, prop, coarse(date.edtf), date, f"came:{verb.word}", words, future)


def _located(scene: Scene, things: tuple[Named, ...], verb: Verb, future: bool) -> Iterator[Relation]:
    """Where it came about: a printed place (``落户上海``, ``在上海揭牌``), else the heading's place."""
    for thing in things:
        if (place := own_place(scene, thing)) is not None and thing.cls in _PLACED and place.cls != "Country":
            yield link(scene, thing, place_property(thing.cls), place, "came:place")
    things = tuple(n for n in things if own_place(scene, n) is None)
    places = printed_places(scene, verb, things)
    if len(places) > 1 and len(things) > 1:
        return  # A、B先后落户甲区和乙区 may pair off
    for thing in things:
        if thing.cls not in _PLACED:
            continue
        for place in places:
            prop = place_property(thing.cls)
            words = span_of(thing, place)
            yield link_key(scene, here(thing), prop, here(place), "came:place", words, planned=future)
        if not places:
            # an alliance founded in a district's paragraph need not sit there
            settles = thing.cls != "Alliance" or verb.frame != "found"
            yield from hosted(scene, thing, (verb.begin, verb.end), future, settles=settles)
