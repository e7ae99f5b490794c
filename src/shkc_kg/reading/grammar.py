"""Who does what in a clause: verbs of the lexicon with the names before and behind them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from shkc_kg.reading.classes import DIVISIONS, PLACES
from shkc_kg.reading.gaps import GAP_BEFORE, GLUE, describes, reduced
from shkc_kg.reading.lexicon import frame_verbs
from shkc_kg.reading.lines.clauses import clause_of, is_quoted
from shkc_kg.reading.names import Named
from shkc_kg.reading.patterns import any_of
from shkc_kg.reading.scene import Scene

__all__ = ["Verb", "in_name", "names_after", "names_before", "verbs"]


@dataclass(frozen=True, slots=True)
class Verb:
    """A frame's verb in a passage: ``frame`` says which rule reads it, ``prop`` the property that its date has."""

    begin: int
    end: int
    word: str
    frame: str
    prop: str


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(any_of(frame_verbs()))


@lru_cache(maxsize=256)
def _found(text: str) -> tuple[Verb, ...]:
    table: Mapping[str, tuple[str, str]] = frame_verbs()
    return tuple(Verb(*m.span(), m[0], *table[m[0]]) for m in _pattern().finditer(text))


_NEGATION: Final = re.compile(r"(?:未(?!来)|没有|尚无|不再|无法|不能|不得|不予|并非|从未)[^,;。、]{0,3}$")


def verbs(scene: Scene, *frames: str) -> Iterator[Verb]:
    """The verbs of some frames that stand outside names and quotes and are not denied, in order.

    ``尚未建成`` and ``会议未能召开`` state nothing; in ``发布会`` and ``已建成的基地`` the word is no predicate.
    """
    for verb in _found(scene.text):
        if verb.frame not in frames or in_name(scene, verb.begin, verb.end) or is_quoted(scene.text, verb.begin):
            continue
        begin, _ = clause_of(scene.text, verb.begin)
        if not _is_noun(scene, verb) and not _NEGATION.search(scene.text[begin : verb.begin]):
            yield verb


def in_name(scene: Scene, begin: int, end: int) -> bool:
    """Whether a stretch lies inside a name."""
    at = bisect_right(scene.top, begin, key=lambda n: n.begin)
    return at > 0 and end <= scene.top[at - 1].end


_NOUN_AFTER: Final = re.compile(
    r"(?:集团|银行|兵团|大厦|用地|单位|活动(?!周|日|月)|仪式|大会|工作|平台|机制|体系|能力|方式|模式|率|方|地|者|水平|力度|周年|以来)"
)
_RELATIVE: Final = re.compile(r"的(?!《|“)")


def _is_noun(scene: Scene, verb: Verb) -> bool:
    """Whether a verb's word heads a noun or describes one here: 发布会, 举办方, 合作机制, 建成的."""
    token = scene.words.tokens[scene.words.at[verb.begin]]
    longer = token.end > verb.end and token.tag != "name" and token.tag[0] == "n"
    relative = verb.frame != "hold" and _RELATIVE.match(scene.text, verb.end)
    named = any(n.begin == verb.end for n in scene.between(verb.end, verb.end + 1 + len(scene.text)))
    return longer or bool(relative or (not named and _NOUN_AFTER.match(scene.text, verb.end)))


_LED: Final = re.compile(r"(?:在|于|自|从|向|对|由|为|按|据|沿)(?:[^,;。在]{1,16}(?:、|和))*$")


def names_before(scene: Scene, at: int, classes: Collection[str]) -> tuple[Named, ...]:
    """The names that are the subject of a verb at ``at``: nearest last, with their list to the left.

    ``长三角高端智库联盟成立``; ``A、B等落地``; ``A于4月揭牌``; ``A在B、C等地举办``.
    """
    begin, _ = clause_of(scene.text, at)
    chain = _chain_before(scene, begin, at, classes)
    led = _LED.search(scene.text[begin : chain[0].begin]) if chain else None
    if led is None:
        return chain
    # 在A、B开放: the list is a place, the subject stands before it
    found = _chain_before(scene, begin, begin + led.start(), classes)
    return () if found and _LED.search(scene.text[begin : found[0].begin]) else found


# 在北京人民大会堂召开: the first of the places is no name
_IN_UNREAD: Final = re.compile(r"(?<![现正存所内潜])在[\u4e00-\u9fff]{2,3}\Z")
# 在浙江乌镇举行: the last of the places is no name
_IN_PLACE: Final = re.compile(r"[\u4e00-\u9fff]{2,6}(?:▪|▫)*")
# 在某大学某校区举行: the house itself is no name
_IN_HOUSE: Final = re.compile(
    r"[\u4e00-\u9fff]{0,10}(?:校区|大厦|中心|礼堂|报告厅|会议厅|会议室|宾馆|酒店|会堂|大楼|体育馆|图书馆|学术厅|总部|园区)(?:▪|▫)*"
)
_UNREAD_TAIL: Final = re.compile(r"(?:、|和|与|及)[^,;。、和与▪▫]{2,14}(?:等)?(?:▪|▫)*")


def _adjunct_tail(name: Named, reduced: str) -> re.Match[str] | None:
    """What stands behind a name in an adjunct whose last member is no name: 在A和未读之名播出."""
    at_place = _IN_PLACE.fullmatch(reduced) if name.cls in PLACES else None
    return _UNREAD_TAIL.fullmatch(reduced) or at_place or _IN_HOUSE.fullmatch(reduced)


def _holds_next(scene: Scene, place: Named) -> bool:
    """Whether a division stands right in front of one that lies in it: 海西州德令哈市."""
    if place.cls not in DIVISIONS:
        return False
    return any(n.begin == place.end and n.cls in DIVISIONS for n in scene.between(place.end, place.end + 12))


_OPENED: Final = re.compile(r"\((?:以下|下|简|又|统|合)*称?[:“]*\Z")
_CLOSED: Final = re.compile(r"”?\)")


def _is_bracketed(scene: Scene, name: Named) -> bool:
    """Whether a name only says another behind it: 甬江实验室(新材料浙江省实验室)."""
    return bool(_OPENED.search(scene.text, max(0, name.begin - 8), name.begin) and _CLOSED.match(scene.text, name.end))


def _outermost(scene: Scene, begin: int, place: Named) -> int:
    """Where the places begin that stand right in front of a place: 深圳市光明区."""
    at = place.begin
    for name in reversed(scene.between(begin, at, PLACES) if place.cls in PLACES else ()):
        at = name.begin if name.end == at else at
    return at


_STANDING: Final = re.compile(r"(?:位于|坐落于|地处|设在|设于)\Z")


def _before_standing(scene: Scene, place: Named, edge: int) -> int:
    """Where an attribute begins that says where the thing behind it stands (``位于苏州的``); else ``edge``."""
    m = _STANDING.search(scene.text, max(0, place.begin - 4), place.begin)
    if place.cls not in PLACES or place.end >= edge or m is None or scene.text[place.end : edge] != "的":
        return edge
    return m.start()


def _chain_before(scene: Scene, begin: int, at: int, classes: Collection[str]) -> tuple[Named, ...]:
    chain: list[Named] = []
    edge = at
    for name in reversed(scene.between(begin, at)):
        edge = _before_standing(scene, name, edge)
        if name.begin >= edge or _is_bracketed(scene, name):
            continue
        gap = scene.text[name.end : edge]
        between = "" if chain else reduced(scene, name.end, edge)
        fits = GLUE.fullmatch(gap) if chain else GAP_BEFORE.fullmatch(between)
        if not fits and not chain and name.cls not in classes:
            fits = _adjunct_tail(name, between)
        if not fits and (chain or not re.match(r"(?:在|于|以|由)", gap)):
            break
        if chain and gap in ("", "“") and scene.text[edge - 1] not in "》”" and name.cls not in PLACES:
            break  # 某实验室中试线通线: the first is whose line it is
        if fits and name.cls in classes:
            chain.append(name)
            edge = name.begin
        elif fits and not chain:
            front = scene.text[begin : _outermost(scene, begin, name)]
            led = _LED.search(front) or _IN_UNREAD.search(front)
            if led is None:
                return ()
            edge = begin + led.start()
        elif fits:
            break
    return tuple(n for n in reversed(chain) if not _holds_next(scene, n))


# members of a list that are no names: 举办路演活动近30场、A, 推进某平台暨A
_UNNAMED_MEMBERS: Final = re.compile(r"[^,;。在与由]{2,24}?(?:、|暨)(?:[^,;。在与由“]{2,20}?(?:、|暨))*")


def names_after(scene: Scene, at: int, classes: Collection[str], *, listed: bool = False) -> tuple[Named, ...]:
    """The names that are the object of a verb that ends at ``at``, a whole list of them.

    Where ``listed``, members of the list that are no names may stand before the first that is one.
    """
    chain: list[Named] = []
    edge = at
    for name in scene.between(at, clause_of(scene.text, at)[1]):
        gap = scene.text[edge : name.begin]
        fits = bool(GLUE.fullmatch(gap)) if chain else describes(scene, edge, name.begin)
        if not fits and not chain and listed and (m := _UNNAMED_MEMBERS.match(gap)):
            fits = describes(scene, edge + m.end(), name.begin)
        if not fits and chain:
            # a member that is no name is passed over: 建成A、某基地、B
            fits = bool(re.fullmatch(r"[^,;。]{0,14}、[^,;。、在与]{0,4}", gap)) and not is_quoted(gap, len(gap))
        if fits and _holds_next(scene, name):
            edge = name.end  # 支持某州某市: the city is meant
            continue
        if not fits or (name.cls in PLACES and _modifies(scene, name)) or (not chain and _COUNTED.search(gap)):
            break
        if name.cls in classes:
            chain.append(name)
        elif not chain:
            return ()
        edge = name.end
    return tuple(chain)


_COUNTED: Final = re.compile(
    r"(?:[2-9]|\d\d+|[两三四五六七八九十]+)(?:余|多)?[个家]$"
)  # 建立6个新能源服务平台 names none of them
_ENDS_OBJECT: Final = re.compile(
    r"$|[,;。、:!?\n\t”)]|等|和|与|及|建设|成为|发展|打造|功能|参与|加快|创建|在|率先|做|开展|更|做强|升级|搭建|设立|成立|组建|举办|承办|建成|创办|争创|新建|提升|全面|深入|一体|探索|整体|"
    r"[^,;。、与和]{0,10}(?:能力|功能|水平|能级|品质|影响力)(?:$|[,;。、])"
)


def _modifies(scene: Scene, place: Named) -> bool:
    """Whether a place only describes the noun behind it: 建立长三角合作机制 founds no 长三角."""
    return place.cls != "Park" and not _ENDS_OBJECT.match(scene.text, place.end)
