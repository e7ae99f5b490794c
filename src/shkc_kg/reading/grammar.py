"""Who does what in a clause: verbs of the lexicon with the names before and behind them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from shkc_kg.reading.lexicon import frame_verbs, words
from shkc_kg.reading.names import Named
from shkc_kg.reading.scene import Scene

__all__ = [
    "BODIES",
    "FACILITIES",
    "INSTITUTIONS",
    "PLACES",
    "ZONES",
    "Verb",
    "clause_of",
    "clauses_before",
    "in_name",
    "is_quoted",
    "lead_in",
    "names_after",
    "names_before",
    "sentence_of",
    "verbs",
]

INSTITUTIONS: Final = frozenset(
    ["Institution", "University", "ResearchInstitute", "Hospital", "Company", "GovernmentBody", "InternationalOrganization", "Alliance", "Association", "Academy"]
)
PLACES: Final = frozenset(("Province", "City", "District", "FunctionalZone", "Country", "Region", "Park"))
ZONES: Final = frozenset(("Park", "FunctionalZone"))
FACILITIES: Final = frozenset(("Facility", "Platform", "Laboratory", "InnovationCentre", "Museum", "Base", "Venue"))
BODIES: Final = INSTITUTIONS | {"Province", "City", "District"}


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
    return re.compile("|".join(sorted(map(re.escape, frame_verbs()), key=lambda v: (-len(v), v))))


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


@lru_cache(maxsize=256)
def _found(text: str) -> tuple[Verb, ...]:
    table: Mapping[str, tuple[str, str]] = frame_verbs()
    return tuple(Verb(*m.span(), m[0], *table[m[0]]) for m in _pattern().finditer(text))


def in_name(scene: Scene, begin: int, end: int) -> bool:
    """Whether a stretch lies inside a name."""
    at = bisect_right(scene.top, begin, key=lambda n: n.begin)
    return at > 0 and end <= scene.top[at - 1].end


_NOUN_AFTER: Final = re.compile(
    r"(?:活动|仪式|大会|工作|平台|机制|体系|能力|方式|模式|率|方|地|者|水平|力度|周年|以来)"
)
_RELATIVE: Final = re.compile(r"的(?!《|“)")


def _is_noun(scene: Scene, verb: Verb) -> bool:
    """Whether a verb's word heads a noun or describes one here: 发布会, 举办方, 合作机制, 建成的."""
    token = scene.words.tokens[scene.words.at[verb.begin]]
    longer = token.end > verb.end and token.tag != "name" and token.tag[0] == "n"
    relative = verb.frame != "hold" and _RELATIVE.match(scene.text, verb.end)
    return longer or bool(relative or _NOUN_AFTER.match(scene.text, verb.end))


@dataclass(frozen=True, slots=True)
class _Marks:
    """Where a text's quotes open and close, its clauses break and its sentences stop, in order."""

    quotes: tuple[tuple[int, int], ...]
    breaks: tuple[int, ...]
    stops: tuple[int, ...]


_MARK: Final = re.compile(r"[,;。:!?\n\t“”《》]")


@lru_cache(maxsize=256)
def _marks(text: str) -> _Marks:
    quotes, breaks, stops, opened = [], [], [], [-1, -1]
    for m in _MARK.finditer(text):
        kind = "“”《》".find(m[0])
        if kind in (0, 2):
            opened[kind // 2] = m.start() if opened[kind // 2] < 0 else opened[kind // 2]
        elif kind in (1, 3):
            if opened[kind // 2] >= 0:
                quotes.append((opened[kind // 2], m.start()))
            opened[kind // 2] = -1
        elif max(opened) < 0:
            breaks.append(m.start())
            if m[0] not in ",:":
                stops.append(m.start())
    return _Marks(tuple(sorted(quotes)), tuple(breaks), tuple(stops))


def is_quoted(text: str, at: int) -> bool:
    """Whether a place stands inside quotes or title marks.

    >>> [is_quoted("办“甲”与《乙》", i) for i in (1, 2, 5, 6)]
    [False, True, False, True]
    """
    quotes = _marks(text).quotes
    before = bisect_left(quotes, (at, -1))
    return any(b < at <= e for b, e in quotes[max(0, before - 2) : before])


def clause_of(text: str, at: int) -> tuple[int, int]:
    """The clause around a place: between commas, semicolons and full stops outside quotes.

    >>> clause_of("承办论坛,在“江海,之夜”举办活动;收官", 9)
    (5, 17)
    """
    breaks = _marks(text).breaks
    following = bisect_left(breaks, at)
    begin = breaks[following - 1] + 1 if following else 0
    return begin, breaks[following] if following < len(breaks) else len(text)


def sentence_of(text: str, at: int) -> int:
    """Where the sentence around a place begins; a semicolon, a tab and a line feed end one too.

    >>> sentence_of("甲成立;乙,于4月揭牌", 8)
    4
    """
    stops = _marks(text).stops
    following = bisect_left(stops, at)
    return stops[following - 1] + 1 if following else 0


def clauses_before(text: str, at: int) -> Iterator[tuple[int, int]]:
    """The earlier clauses of the sentence around a place, nearest first."""
    first = sentence_of(text, at)
    begin, _ = clause_of(text, at)
    while begin > first:
        end = begin - 1
        begin, _ = clause_of(text, end)
        yield begin, end


_GLUE: Final = re.compile(
    r"[”》]?(?:\([^()]{1,16}\))?(?:建设|项目)?(?:(?:开幕式|闭幕式|启动仪式)?暨|、|和|与|及|以及|及其|等|\s)?[“《]?(?:位于|来自)?"
)
_ADVERB_TAGS: Final = frozenset(("d", "ad", "vd", "t"))
_ADJUNCT: Final = r"(?:于[^,;。]{1,14}?|在[^,;。]{2,24}?|以[^,;。]{2,16}?(?:方式|形式|模式)|(?:自|从)[^,;。]{2,10}?(?:起|开始)|由[^,;。]{2,40}?)"
_GAP_BEFORE: Final = re.compile(
    rf"[”》]?(?:\([^()]{{1,16}}\))?(?:等[^,;。]{{0,18}}?)?(?:项目|活动|节目|工程|办公场地|建设|专场|产品|系列|一期|二期|三期)?(?:▪|▫|{_ADJUNCT})*"
)
_DONE: Final = r"(?:揭牌|挂牌|成立|建成|开馆|落成|竣工|获国家|摄制|拍摄|举牌)(?:并|、)?"
_FILLER: Final = re.compile(
    rf"正式|成功|相继|顺利|隆重|全面|先后|陆续|分别|已经|已|共同|联合|率先|如期|圆满|同步|年内|也|均|上|并|首次|一起|再次|再度|同时|{_DONE}"
)


def _reduced(scene: Scene, begin: int, end: int) -> str:
    """A stretch with each adverb as ▪ and each date as ▫, so that what is left shows its structure."""
    text = list(scene.text[begin:end])
    for date in scene.dates:
        if begin <= date.begin and date.end <= end:
            text[date.begin - begin : date.end - begin] = ["▫"] + [""] * (date.end - date.begin - 1)
    for m in _FILLER.finditer(scene.text, begin, end):
        text[m.start() - begin : m.end() - begin] = ["▪"] + [""] * (m.end() - m.start() - 1)
    for token in scene.words.tokens[scene.words.at[begin] : scene.words.at[end - 1] + 1] if end > begin else ():
        inside = begin <= token.begin and token.end <= end
        if inside and token.tag in _ADVERB_TAGS and "▫" not in text[token.begin - begin : token.end - begin]:
            text[token.begin - begin : token.end - begin] = ["▪"] + [""] * (token.end - token.begin - 1)
    return "".join(text)


def names_before(scene: Scene, at: int, classes: Collection[str]) -> tuple[Named, ...]:
    """The names that are the subject of a verb at ``at``: nearest last, with their list to the left.

    ``长三角高端智库联盟成立``; ``A、B等落地``; ``A于4月揭牌``.
    """
    begin, _ = clause_of(scene.text, at)
    inside = scene.between(begin, at)
    chain: list[Named] = []
    edge = at
    for name in reversed(inside):
        gap = scene.text[name.end : edge]
        if chain:
            fits = _GLUE.fullmatch(gap) is not None
        else:
            fits = _GAP_BEFORE.fullmatch(_reduced(scene, name.end, edge)) is not None
            if fits and name.cls not in classes and re.search(r"[在于由]$", scene.text[begin : name.begin]):
                edge = name.begin - 1
                continue
            if not fits and re.match(r"(?:在|于|以|由)", gap):
                continue
        if not fits:
            break
        if name.cls in classes:
            chain.append(name)
            edge = name.begin
        elif chain:
            break
        else:
            return ()
    return tuple(reversed(chain))


_MODIFIERS: Final = frozenset(("m", "q", "b", "a", "ad", "d", "uj", "ul", "s", "f", "z", "t"))
_MODIFYING: Final = re.compile(
    r"(?:了|新一轮|全球|全国|国内|国际|亚洲|全市|全省|首[个家座批款条台届]|第[一二三四五六]批|[一二三四五六七八九十\d]+[家个项场]|的|以|[“《]|"
    r"相关|所属|科普|品牌|主题|国家|市级|省级|区级|专业|研究|特色|重要|重点|示范|大型|高水平|高标准|新型|系列|专项)*"
)


_CLASS_NOUN: Final = re.compile(r"(?:中心|机构|平台|基地|企业|园区|实验室|联盟|基金|项目|馆|院|所|公司|集群|港|城)$")


def _describes(scene: Scene, begin: int, end: int) -> bool:
    """Whether a stretch between a verb and a name only describes the name: 建成全国首个高水平…, 研究机构…"""
    if begin >= end:
        return True
    text = scene.text[begin:end].removesuffix("——")
    if text != scene.text[begin:end] and _CLASS_NOUN.search(text) and len(text) <= 30:
        return not re.search(r"[,;。、]", text)
    end = begin + len(text)
    if re.search(r"[,;。、在与和由]", text) or len(text) > 16:
        return False
    if _MODIFYING.fullmatch(text):
        return True
    tokens = scene.words.tokens[scene.words.at[begin] : scene.words.at[end - 1] + 1]
    last = tokens[-1].text in words("apposed")
    return all(
        t.tag in _MODIFIERS or _MODIFYING.fullmatch(t.text) or t.text in words("apposed") or (last and t.tag[0] in "nv")
        for t in tokens
    )


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
        fits = bool(_GLUE.fullmatch(gap)) if chain else _describes(scene, edge, name.begin)
        if not fits and not chain and listed and (m := _UNNAMED_MEMBERS.match(gap)):
            fits = _describes(scene, edge + m.end(), name.begin)
        if not fits and chain:
            # a member that is no name is passed over: 建成A、某基地、B
            fits = bool(re.fullmatch(r"[^,;。]{0,14}、[^,;。、在与]{0,4}", gap)) and not is_quoted(gap, len(gap))
        if not fits or (name.cls in PLACES and _modifies(scene, name)):
            break
        if name.cls in classes:
            chain.append(name)
        elif not chain:
            return ()
        edge = name.end
    return tuple(chain)


_ENDS_OBJECT: Final = re.compile(
    r"$|[,;。、:!?\n\t”)]|等|和|与|及|建设|成为|发展|打造|功能|参与|加快|创建|在|率先|做|开展|更|做强|升级|提升|全面|深入|一体化|探索"
)


def _modifies(scene: Scene, place: Named) -> bool:
    """Whether a place only describes the noun behind it: 建立长三角合作机制 founds no 长三角."""
    if place.cls == "Park":
        return False
    return not _ENDS_OBJECT.match(scene.text, place.end)


_SKIPPED: Final = frozenset("dct")
_LEADS: Final = frozenset(
    ["持续", "加快", "加大", "进一步", "不断", "积极", "着力", "大力", "全力", "重点", "深入", "扎实", "有序", "稳步", "努力", "继续", "加速", "充分", "切实", "协同", "统筹", "高标准", "高水平", "高质量", "全面", "合力", "还", "并", "也", "同时", "此外", "先后", "陆续", "相继", "分别", "共同", "联合", "成功", "正式", "顺利", "率先", "首次", "年内", "全年", "当年", "已", "已经", "又", "再", "一是", "二是", "三是", "四是", "其中", "今年", "去年", "今年来", "近年来", "共", "累计", "共计", "能够", "即", "以及", "及", "和"]
)
_PREPOSITIONS: Final = frozenset(
    ["围绕", "依托", "通过", "以", "在", "按照", "根据", "结合", "面向", "针对", "立足", "借助", "聚焦", "为", "对", "就", "随着", "作为"]
)
_AGENTS: Final = re.compile(
    r"(?:企业|高校|院校|院所|机构|团队|公司|大学|专家|学者|科学家|院士|记者|人士|代表|委员会|部门|政府|财政|集团|基金|论坛|大会|会议|计划|方案|"
    r"意见|政策|通知|措施|条例|报告|中心|平台|实验室|医院|协会|联盟|学会|单位|领导|书记|市长|省长|主任|院长|校长|人员|青年|学生|市民|公众|群众|"
    r"银行|法院|社会|产品|成果|技术|园|基地|示范区|新区|项目|工程|研究|我|我们|他|她|其|双方|各方|本次|本届|该)$"
)


def lead_in(scene: Scene, begin: int, end: int) -> Named | str:
    """What stands where a clause's subject would: a name, ``agent`` for an unnamed one, or ``""`` for none.

    ``持续推进`` and ``通过X推进`` have no subject of their own; ``企业推进`` has one that is not named. Before the verb
    at ``end`` another may stand (推进A设立): then ``verb``, as whoever acts by the one does not by the other.
    """
    at = begin
    while at < end:
        name = next(iter(scene.between(at, len(scene.text))), None)
        name = name if name is not None and name.begin == at else None
        date = next((d for d in scene.dates if d.begin <= at < d.end), None)
        if name is not None:
            return name
        token = scene.words.tokens[scene.words.at[at]]
        if date is not None:
            at = date.end
        elif token.tag[0] in _SKIPPED or token.text in _LEADS or token.tag in ("ad", "vd", "x"):
            at = token.end
        elif token.tag[0] == "p" or token.text in _PREPOSITIONS:
            return ""
        elif (token.tag[0] == "v" and token.tag != "vn") or token.text in words("verb"):
            return "" if re.fullmatch(r"[\u4e00-\u9fff]{1,4}(?:和|并|、|与)", scene.text[at:end]) else "verb"
        else:
            return _unnamed(scene, at, end)
    return ""


def _unnamed(scene: Scene, begin: int, end: int) -> str:
    """``agent`` where a clause opens with a noun that acts: the last noun before its verb."""
    noun = begin
    while noun < end:
        token = scene.words.tokens[scene.words.at[noun]]
        if token.tag[0] not in "nrbamqjlsf" and token.tag not in ("uj", "vn"):
            break
        noun = max(token.end, noun + 1)
    return "agent" if _AGENTS.search(scene.text[begin:noun].removesuffix("们")) else ""
