"""Firms that no list holds and no 公司 ends: ``烁科晶体研制的衬底``, ``由国投高新领投``, ``与潞安集团合作``.

Such a name is believed only where its build and the grammar around it agree: a brand that is no common word, then the
word for a trade (or 集团), from the start of a clause or behind a word that leads a firm; and behind it what a firm does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from shkc_kg.reading.lexicon import words
from shkc_kg.reading.names.candidate import Candidate, Words
from shkc_kg.reading.names.known import place_entry
from shkc_kg.reading.patterns import any_of
from shkc_kg.reading.tokens import is_word

__all__ = ["BRANDS", "brand_names", "is_brand"]

_HAN: Final = r"[\u4e00-\u9fff]"
BRANDS: Final = (2, 3)  # code points of a brand
_GROUP: Final = "集团"


@cache
def _trade() -> re.Pattern[str]:
    """The words that end such a name: a trade or two, or a trade and 集团 or 公司."""
    trades = any_of(words("brand_trade") | words("company_tail") - {_GROUP})
    return re.compile(rf"(?=(?P<trade>(?:{trades}|控股)?(?:集团|公司)|(?:{trades}){{1,2}}))")


# What a firm does, is given, or has: the words that follow it.
_DOES: Final = re.compile(
    r"(?:(?:同样|也|还|又|在[本上这]周|本周|宣布|已|近日|日前|成功|顺利|先后|首次|正式|自主|联合|年内|今年|当年|计划|拟|将|\d{1,2}月)*"
    r"(?:(?:完成了?|获得?了?|斩获)[^,;。]{0,12}(?:融资|投资)|(?:研制|研发|开发|生产|制造|推出|发明|攻克)(?:的|了|出|成功|、|\d|首|全球|国内)"
    r"|(?:总)?投资(?:约|近|超|逾)?[\d.]+|入选|上榜|跻身|登陆|上市|挂牌|获批|获评|荣获|过会|牵头|领衔|领投|跟投|参投|摘得|夺得|斩获|中标|交付"
    r"|建设的|建成的|承担的|申报的|创办于|成立于|专注于?|深耕|致力于?|主攻)"
    r"|(?:[、和][^,;。、]{2,8}){1,4}(?:等[^,;。]{0,6})?(?:领投|跟投|参投)"
    r"|的[^,;。的]{0,14}?(?:项目|产业园|产品|生产线|产线|基地|芯片|装备|工厂|车间|系统|电池|机器人|新药|技术|设备|专利|平台)(?!创新|平台建设)"
    r"|(?:联合)?(?:创始人|董事长|总经理|副总经理|总裁|副总裁|首席|总工程师|CEO|CTO)"
    r"|,?(?:与|和|同|联合|携手)[^,;。]{0,24}?(?:大学|学院|研究院|研究所|公司|集团|医院)[^,;。]{0,8}?(?:共建|合作|联合|签|达成|共同|研|攻|承担))"
)
# What leads a firm and leaves nothing else to be read behind it.
_LED: Final = re.compile(
    r"(?:(?<![经来理缘事])由|支持|推动|推进|鼓励|企业|公司|厂商|独角兽|创办的|创立的|创建的|引进了?|联合|依托|与|和|携手|牵手|入股|参股|投资了?|收购|控股|、|孵化出?)\Z"
)
_GOES_ON: Final = re.compile(
    r"(?:分别)?(?:领投|跟投|参投|牵头|领衔|发起|组建|承担|实施|控股|投资建设|投资兴建)|在[^,;。]{2,14}?(?:布局|设立|建设|投资|建成|成立|建立|落户)|(?:共建|共同|合作|联合|签约|签署|签订|达成|携手|开展|联手)"
)
_OPENS: Final = re.compile(r"(?:^|[,;。、:(“”】)\s\n的])\Z")
_APPOSED: Final = re.compile(r"(?:企业|公司|厂商|独角兽)\Z")
_ENDS: Final = re.compile(r"[,;。)]|$")


def brand_names(line: Words) -> Iterator[Candidate]:
    """The firms of a passage by brand and trade."""
    for m in _funded().finditer(line.text):
        if not is_word(m["name"]) and not _COMMON.search(m["name"]) and _starts_word(line, m.start("name")):
            yield Candidate(*m.span("name"), m["name"], "Company", "funded")
    for m in _NATIONAL.finditer(line.text):
        if _ends_word(line, m.end()) and not _COMMON.search(m["brand"]):
            yield Candidate(m.start(), m.end(), m[0], "Company", "brand")
    for m in _trade().finditer(line.text):
        if (made := _made(line, m.start(), m.end("trade"), m["trade"])) is not None:
            yield made


@cache
def _funded() -> re.Pattern[str]:
    """Whoever closes a round of funding is a firm, whatever its name is made of: ``中澜大光完成B轮融资``."""
    return re.compile(
        rf"(?:^|(?<=[,;。\s]))(?P<name>{_HAN}{{3,6}}?)(?:宣布|已|正式|顺利|成功)*(?:完成|获得?)了?[^,;。]{{0,8}}?"
        r"(?:天使|种子|战略|[Pp]re-?[A-D]|[A-F])\+*\d?轮(?:战略|股权)?(?:融资|投资)"
    )


_NATIONAL: Final = re.compile(rf"中国(?P<brand>{_HAN}{{2,4}})集团")
_COMMON: Final = re.compile(
    r"企业|公司|项目|机构|团队|[一两三四五六七八九十]家|上市|大型|该|其|当|年|月|日|国有|中央|产业|跨国"
)


def _starts_word(line: Words, at: int) -> bool:
    return line.tokens[line.at[at]].begin == at


def _made(line: Words, start: int, end: int, trade: str) -> Candidate | None:
    """The firm whose trade stands at ``start``..``end``, if its brand and both its sides agree."""
    if not _ends_word(line, end):
        return None
    for size in BRANDS:
        begin = start - size
        if begin >= 0 and is_brand(line, begin, start, trade) and _is_placed(line, begin, end, trade):
            return Candidate(begin, end, line.text[begin:end], "Company", "brand")
    return None


def _ends_word(line: Words, end: int) -> bool:
    return end == len(line.text) or line.tokens[line.at[end]].begin == end


# what a thing is made of or like (碳基, 钠电, 新型): the word before a trade that is none of a brand
_PLAIN: Final = frozenset(
    "基性型式类级态电光热磁能力流碳硅锂钠氢氧铁铝铜钛镍钴业品料器体的了与和及等为在于从对向以将由各多该本其此新大小高"
)
_PLAIN_FIRST: Final = frozenset("的了与和及等为在于从对向以将由各多该本其此个家类种项某两数每据用把被")


_INVESTS: Final = frozenset(("创业", "高新", "资本", "创投", "投资", "金控"))


def is_brand(line: Words, begin: int, end: int, trade: str) -> bool:
    """Whether what stands before a trade is a word of nobody's language: 烁科, 睿创; but no place, no kind."""
    text = line.text[begin:end]
    if not re.fullmatch(rf"{_HAN}+", text) or text[-1] in _PLAIN or text[0] in _PLAIN_FIRST:
        return False
    tokens = line.tokens[line.at[begin] : line.at[end - 1] + 1]
    if tokens[0].begin != begin or tokens[-1].end != end or any(t.tag == "name" for t in tokens):
        return False
    if place_entry(text) is not None or text in words("field") or text in words("verb"):
        return False
    if len(tokens) == 1:
        short = tokens[0].tag == "j" and trade in _INVESTS  # 国投高新
        return short or tokens[0].tag in ("nr", "nz", "nrt", "x") or not is_word(text)
    single = all(t.end - t.begin == 1 for t in tokens)
    return single and not is_word(text) and not any(t.text in words("verb") for t in tokens)


def _is_placed(line: Words, begin: int, end: int, trade: str) -> bool:
    """Whether the words on both sides are those beside a firm."""
    opens = _OPENS.search(line.text, max(0, begin - 1), begin) is not None
    led = _LED.search(line.text, max(0, begin - 4), begin) is not None
    if not (opens or led):
        return False
    if _DOES.match(line.text, end):
        return True
    if _APPOSED.search(line.text, max(0, begin - 3), begin) and _ENDS.match(line.text, end):
        return True
    return (led or trade.endswith(_GROUP)) and _GOES_ON.match(line.text, end) is not None
