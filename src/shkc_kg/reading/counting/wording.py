"""The words that say what a number counts, and how they are put together."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from shkc_kg.reading.figures.number import Number
from shkc_kg.reading.lexicon import words
from shkc_kg.reading.phrases import Page
from shkc_kg.reading.whose.memory import Subject

__all__ = [
    "LIMIT",
    "Phrase",
    "Read",
    "Words",
    "base_of",
    "generic_nouns",
    "measure_ending",
    "merged",
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
    whose subject is what an earlier clause tells of, as its words are an attribute (规模3亿元), and ``noun`` what that is called where no name was read for it.
    """

    number: Number
    words: Words
    subject: Subject
    begin: int
    whole: Number | None = None
    listed: bool = False
    hosted: bool = False
    owned: bool = False
    noun: str = ""


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
    "增长|下降|提高|上升|提升|减少|增加|降低|回落|回升|压缩|压减|缩短|加快|放缓|扩大|收窄|净增加|净增|增幅|降幅|增|降|高|低|快"
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
_MEASURES: Final = (  # none is a part of another
    *("主营业务收入", "业务收入", "营业收入", "销售收入", "利润总额", "净利润", "利税", "税收"),
    *("从业人员", "就业"),
    *("平均年龄", "最小年龄", "最大年龄"),
    *("注册资金总额", "总注册资金", "实际到账资金", "到账资金"),
)
_STOCKS: Final = frozenset(("总数", "总量", "存量", "保有量", "拥有量", "总数量"))
_NEWLY: Final = re.compile(r"^(?:全年|当年)?(?:新增|净增|新认定|新培育|新引进|新建|新设立?|新获批|新备案|新入库)(?=..)")
_SPACE: Final = re.compile(r"(?:规划|总|建筑|占地|用地|建设)*(?:面积|占地|用地)\Z")


@cache
def generic_nouns() -> frozenset[str]:
    """Nouns that measure what was named before them: 成交额, 总数."""
    return words("generic_noun")


@cache
def _longest_first() -> tuple[str, ...]:
    return tuple(sorted(generic_nouns(), key=lambda g: (-len(g), g)))


def measure_ending(text: str, left: int = 0) -> str:
    """The longest noun of measure that ends a text and leaves some code points of it; empty for none.

    >>> measure_ending("领域总收入"), measure_ending("科普基地"), measure_ending("成交额", left=2)
    ('总收入', '', '')
    """
    return next((g for g in _longest_first() if text.endswith(g) and len(text) - len(g) >= left), "")


def base_of(indicator: str) -> str:
    """An indicator without a change said of it.

    >>> base_of("技术合同成交额同比增长"), base_of("科普基地")
    ('技术合同成交额', '科普基地')
    >>> base_of("工业增加值增速"), base_of("增速")
    ('工业增加值', '增速')
    """
    m = NOUN_CHANGE.match(indicator) or _RATE.match(indicator)
    return m["noun"] if m and len(m["change"]) > 1 else indicator


_THING: Final = 2  # code points; 主体 and 项目 alone name nothing that has a 投资


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
    if noun in _MEASURES and (m := _OTHER_MEASURE.search(stem)):
        return (m["of"] or "") + noun  # 技术合同成交额8亿元,营业收入[3]亿元
    if noun in _MEASURES and (sibling := next((g for g in _MEASURES if stem.endswith(g)), "")):
        of = re.sub(r"(?:实现|完成|创造)\Z", "", stem.removesuffix(sibling))
        return of + noun if len(of) >= _THING else noun  # 园区实现营业收入39亿元,利润总额[3]亿元
    if m := _SPACE.search(stem):
        return (
            stem[: m.start()] if m.start() > _THING else ""
        ) + noun  # 总投资 is not of the 占地面积, but of what has it
    return (stem if len(stem) > 1 else base) + noun


_OTHER_MEASURE: Final = re.compile(
    r"(?:(?P<of>.*(?:企业|园区|高新区|开发区|产业))(?:实现|完成|创造)?)?[^,;]*?(?:成交额|交易额|合同额|投资额|产值|增加值)\Z"
)


_BOTH: Final = re.compile(r"及|和|与|、")


def of_base(phrase: Phrase, noun: str) -> str:
    """A noun as it is said of the number before, if it only measures: 总数 of 上市公司."""
    if phrase.base and noun not in generic_nouns() and set(_BOTH.split(noun)) <= generic_nouns():
        return phrase.base + noun
    return merged(phrase.base, noun) if noun in generic_nouns() and phrase.base else noun


_SHARED: Final = re.compile(r"(?P<noun>.{2,}?)占[^占]{0,20}(?:比例|比重|比)\Z")
_MULTIPLE: Final = re.compile(r"(?P<noun>.{2,}?)(?:增长|相当于.{1,16}的)倍数\Z")


def unshared(phrase: Phrase, text: str, always: bool = False) -> str:
    """What a share or multiple is of, for a number that is none: ``占全国比例超过三成,达到[70]亿元``."""
    none = phrase.number.kind not in ("percent", "points", "ratio", "multiple")
    m = _SHARED.match(text) if none or always else None
    m = m or (_MULTIPLE.match(text) if none else None)
    return m["noun"] if m else text
