"""The words that say what a number counts, and how they are put together."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from shkc_kg.reading.lexicon import words
from shkc_kg.reading.memory import Subject
from shkc_kg.reading.number import Number
from shkc_kg.reading.phrases import Page, strip_head, strip_tail

__all__ = [
    "LIMIT",
    "Phrase",
    "Read",
    "Words",
    "base_of",
    "clause_before",
    "generic_nouns",
    "merged",
    "noun_behind",
    "noun_only",
    "of_base",
    "unshared",
]

LIMIT: Final = 40  # code points; a longer indicator is a sentence


_EXPLAINED: Final = re.compile(r"\((?:全称|以下|简称|下称|英文|即|原)[^()]*\)")


def _short(text: str) -> str:
    """An indicator without explaining brackets; of a long one its end, from a joint of its words on.

    >>> _short("研发(全称研究与试验发展,下同)经费"), _short("调整带动" + "、".join("甲乙丙丁戊己庚") * 4 + "等新兴产业合同成交额")
    ('研发经费', '新兴产业合同成交额')
    """
    text = _EXPLAINED.sub("", text)
    if len(text) <= LIMIT:
        return text
    end = text[-LIMIT:]
    return end.rpartition("等")[2] if "、" in end and len(end.rpartition("等")[2]) > _ENOUGH else end


_ENOUGH: Final = 5  # code points that may stand for a long indicator


@dataclass(frozen=True, slots=True)
class Words:
    """An indicator: its words, what later numbers of the sentence build on, and the predicate that a list goes on with.

    ``carried`` tells that it is said of an earlier number's indicator.
    """

    text: str
    base: str = ""
    verb: str = ""
    carried: bool = False

    @classmethod
    def cut(cls, text: str, base: str = "", verb: str = "", carried: bool = False) -> Words:
        """Words whose text keeps its end where it is too long."""
        return cls(_short(text), _short(base), verb, carried)


@dataclass(frozen=True, slots=True)
class Read:
    """A number with its phrase, as later numbers of the sentence look back at it.

    ``whole`` is the total that it is a part of; ``hosted`` marks a number in the bracket of a name, ``owned`` one
    whose subject is what an earlier clause tells of, as its words are an attribute (规模3亿元).
    """

    number: Number
    words: Words
    subject: Subject
    begin: int
    whole: Number | None = None
    listed: bool = False
    hosted: bool = False
    owned: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """A number and the words around it, as the rules for indicators see them.

    ``led`` are the words from ``begin`` to the number, ``last`` the words of the number before, ``same`` those of the
    last number of the same kind, ``unit`` its unit. ``listed`` says that the number goes on a list, ``owned`` that
    its clause prints its own subject.
    """

    page: Page
    number: Number
    begin: int
    led: str
    last: Words | None
    same: Words | None
    listed: bool = False
    owned: bool = False
    unit: str = ""

    @property
    def base(self) -> str:
        """What the number before measures; empty for none."""
        return self.last.base if self.last else ""


_CHANGE_VERB: Final = (
    "增长|下降|提高|上升|提升|减少|增加|降低|回落|压缩|压减|缩短|加快|放缓|扩大|收窄|净增加|净增|增幅|降幅|增|降|高|低|快"
    "|下滑|攀升|多|少|跃升|增收|下调|上调|改善|翻|前移|后移|上移|下移|扩大|扩容"
)
_COMPARISON: Final = (
    r"(?:比|较|相较于?|相比)[^,;。、]{1,12}?|同比|环比|[两三四五六七八九十]年平均|年均|年平均|平均每年|年|分别|五年|三年|累计|净|实现|再|名义|实际|可比(?:价|口径)?"
    r"|同口径|按可比价格计算|(?:拉动|带动)[^,;。、\d]{1,10}?(?=增长)|,"
)
CHANGE: Final = re.compile(rf"(?:{_COMPARISON})*(?:{_CHANGE_VERB})(?:了|幅度达|率达|幅度|幅|率)?\Z")
NOUN_CHANGE: Final = re.compile(
    rf"(?P<noun>.{{2,60}}?)(?P<change>(?:{_COMPARISON})*(?:{_CHANGE_VERB})(?:了|幅度|幅)?)\Z"
)
_RATE: Final = re.compile(r"(?P<noun>.{2,60}?)(?P<change>(?:同比|平均|年均)*(?:增速|增幅|增长率|涨幅|降幅))\Z")
_JOINTS: Final = re.compile(r"(?:和|与|及|以及|、|并|或|的|,|及其|(?<![合共相不协等])同)+\Z")
_PLACES: Final = frozenset(("国", "国家", "省", "市", "城市", "区", "县", "省份", "街道", "园区", "社区"))


_MEASURES: Final = (  # none is a part of another
    *("主营业务收入", "营业收入", "销售收入", "利润总额", "净利润", "利税", "税收"),
    *("注册资金总额", "总注册资金", "实际到账资金", "到账资金"),
)
_STOCKS: Final = frozenset(("总数", "总量", "存量", "保有量", "拥有量", "总数量"))
_NEWLY: Final = re.compile(r"^(?:全年|当年)?(?:新增|净增|新认定|新培育|新引进|新建|新设立?|新获批|新备案|新入库)(?=..)")
_SPACE: Final = re.compile(r"(?:规划|总|建筑|占地|用地|建设)*(?:面积|占地|用地)\Z")


@cache
def generic_nouns() -> frozenset[str]:
    """Nouns that measure what was named before them: 成交额, 总数."""
    return words("generic_noun")


def base_of(indicator: str) -> str:
    """An indicator without a change said of it.

    >>> base_of("技术合同成交额同比增长"), base_of("科普基地")
    ('技术合同成交额', '科普基地')
    >>> base_of("工业增加值增速"), base_of("增速")
    ('工业增加值', '增速')
    """
    m = NOUN_CHANGE.match(indicator) or _RATE.match(indicator)
    return m["noun"] if m and len(m["change"]) > 1 else indicator


def merged(base: str, noun: str) -> str:
    """A measure noun behind what it measures, said once where both share words.

    >>> merged("全社会研发经费投入", "投入强度"), merged("技术合同", "成交额")
    ('全社会研发经费投入强度', '技术合同成交额')
    >>> merged("新增研发机构", "总数")
    '研发机构总数'
    """
    if not noun:
        return base
    if noun in base or base in noun:
        return noun if base in noun else base
    for size in range(min(len(base), len(noun)) - 1, 1, -1):
        if base.endswith(noun[:size]):
            return base + noun[size:]
    stem = re.sub(r"(?:总数|数量|总量|总额|规模)\Z", "", base)
    if noun in _STOCKS:
        stem = _NEWLY.sub("", stem)
    if stem.endswith(("额", "数", "金")) and noun in ("金额", "总额", "额", "数量", "数"):
        return base
    if noun in _MEASURES and (sibling := next((g for g in _MEASURES if stem.endswith(g)), "")):
        of = re.sub(r"(?:实现|完成|创造)\Z", "", stem.removesuffix(sibling))
        return of + noun if len(of) >= _THING else noun  # 园区实现营业收入39亿元,利润总额[3]亿元
    if m := _SPACE.search(stem):
        return (
            stem[: m.start()] if m.start() > _THING else ""
        ) + noun  # 总投资 is not of the 占地面积, but of what has it
    return (stem if len(stem) > 1 else base) + noun


_BOTH: Final = re.compile(r"及|和|与|、")


def of_base(phrase: Phrase, noun: str) -> str:
    """A noun as it is said of the number before, if it only measures: 总数 of 上市公司."""
    if phrase.base and noun not in generic_nouns() and set(_BOTH.split(noun)) <= generic_nouns():
        return phrase.base + noun
    return merged(phrase.base, noun) if noun in generic_nouns() and phrase.base else noun


_RISES_TO: Final = re.compile(
    r"(?:(?:稳步|逐步|大幅|快速|持续|不断|进一步|显著|首次|分别|逐年)*"
    r"(?:增|升|降|增加|增长|提高|提升|扩大|扩|扩充|下降|减少|跃升|攀升|上升|跃增|降低|压缩|缩短|发展|壮大|拓展|调整|做)"
    r"(?:至|到|为)(?:(?:19|20)\d{2}年?(?:底|末)?)?的?)\Z|^[至到](?:(?:19|20)\d{2}年)?的?\Z"
)


_STATE: Final = re.compile(
    r"(?:偏低|偏高|较低|较高|较快|(?:稳步|持续|不断|大幅|显著|快速|明显|进一步|逐年|逐步|连年|稳定|平稳)"
    r"(?:提升|增长|增加|下降|提高|增强|壮大|上升|优化|扩大|改善|加快))\Z"
)
_SHARED: Final = re.compile(r"(?P<noun>.{2,}?)占[^占]{0,20}(?:比例|比重|比)\Z")


_MULTIPLE: Final = re.compile(r"(?P<noun>.{2,}?)(?:增长|相当于.{1,16}的)倍数\Z")


def unshared(phrase: Phrase, text: str, always: bool = False) -> str:
    """What a share or multiple is of, for a number that is none: ``占全国比例超过三成,达到[70]亿元``."""
    none = phrase.number.kind not in ("percent", "points", "ratio", "multiple")
    m = _SHARED.match(text) if none or always else None
    m = m or (_MULTIPLE.match(text) if none else None)
    return m["noun"] if m else text


_COORDINATED: Final = re.compile(r"[、和与及的]")


_GREW: Final = re.compile(
    r"(?:增长|提高|扩大|增加|翻)了?(?:近|约|超过?)?[一二两三四五六七八九十\d.]*(?:倍|番|成)(?:多|以上)?\Z"
)


def clause_before(phrase: Phrase, told: bool = False) -> str:
    """What the clause before tells of, if it counts nothing: 占比 of ``占比偏低,仅为[4.1]%``; nothing where it has none.

    ``told`` asks for a clause that ends in how something developed (持续增加).
    """
    page = phrase.page
    at = page.clause(phrase.begin)[0]
    if at <= page.sentence(phrase.begin)[0]:
        return ""
    before, end = page.clause(at - 1)
    name = page.name_at(before)
    opened = name.end if name is not None and not _COORDINATED.match(page.text, name.end) else before
    text = strip_head(page.undated(opened, end))
    if any(char.isdigit() for char in page.undated(before, end)) or (told and not _STATE.search(text)):
        return ""
    return strip_tail(_STATE.sub("", _GREW.sub("", text)))[-LIMIT:]


def noun_behind(page: Page, number: Number) -> str:
    """The counted noun behind a measure word: ``131位[世界顶尖科学奖项获得者]``."""
    end = page.counted_noun_end(number)
    reached = (d.begin for d in page.dates_in(number.unit_end, end) if page.text[d.begin - 1] in "到至")
    after = page.text[number.unit_end : next(reached, end)]
    after = re.sub(r"^\([\u4e00-\u9fff]{1,2}\)", "", after)  # 台(件)
    after = _JOINTS.sub("", re.sub(r"^(?:的|以上|左右|,|。|:)+", "", after))
    # 由6590家[增至]2万家: what leads to the next number counts nothing
    after = _RISES_TO.sub("", after)
    after = re.sub(r"(?:达到|达|为|超过|超|突破|共有|共|近|(?<![签合预条节制特邀])约)+\Z", "", after)
    after = re.sub(r"(?:结果|变化|数据|情况)*(?:显示|表明)\Z", "", after)
    if number.kind == "place" and number.unit in _PLACES:
        return number.unit + after
    after = re.sub(r"^(?:人民币)?(?:大关|关口)?", "", after)
    if page.next_number(number.unit_end) == number.unit_end + len(after):
        after = re.sub(r"(?:位居|居于|居|排名|排在|位列|名列|列)\Z", "", after)
    after = _balanced(re.sub(r"(?<![集其高初空水年期])中(?:共?有)?\Z", "", after))
    following = page.next_number(number.unit_end)
    if following is not None and following <= number.unit_end + len(after) + _NEXT:
        measure = next((g for g in sorted(generic_nouns(), key=len, reverse=True) if after.endswith(g)), "")
        after = _HAS.sub("", after[: len(after) - len(measure)]) if len(after) > len(measure) + 1 else after
    return after  # 23个[项目]投资总额达66亿元


_THING: Final = 2  # code points; 主体 and 项目 alone name nothing that has a 投资
_HAS: Final = re.compile(r"(?:实现|完成|创造|贡献|拥有)\Z")
_NEXT: Final = 4  # code points of 达到, 超过 between a measure and its number


def _balanced(text: str) -> str:
    """A stretch up to a bracket that it doesn't close, or that it doesn't open.

    >>> _balanced("特派员(大宁县为"), _balanced("县)则"), _balanced("乡镇(街道)建设")
    ('特派员', '县', '乡镇(街道)建设')
    """
    depth = 0
    for i, char in enumerate(text):
        depth += {"(": 1, ")": -1}.get(char, 0)
        if depth < 0:
            return text[:i]
    return text if depth == 0 else text[: text.rindex("(")]


def noun_only(page: Page, number: Number) -> str:
    """The noun behind a number up to its predicate or a joint: ``八大[前沿产业]和…``."""
    after = noun_behind(page, number)
    at = page.text.find(after, number.unit_end, number.unit_end + 2 * LIMIT) if after else -1
    verb = page.first_verb(at, at + len(after)) if at >= 0 else None
    if verb is not None and verb.begin - at >= 2:
        after = after[: verb.begin - at]
    return re.split(r"和|与|及|以及", after)[0][:16] if len(after) > 4 else after
