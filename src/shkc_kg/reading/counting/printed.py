"""The words printed before a number, cleaned of what says nothing of what is counted."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from shkc_kg.reading.counting.trimming import strip_head, strip_tail
from shkc_kg.reading.counting.wording import merged
from shkc_kg.reading.figures.number import Number
from shkc_kg.reading.lexicon import words
from shkc_kg.reading.phrases import Page

__all__ = ["BARE", "OPENING", "known_verbs", "printed_before"]

_ADVERBIAL: Final = re.compile(
    r"按[^,;。]{2,12}?(?:计算|折算|统计|计)(?:为|,)?"
    r"|(?:围绕|以|聚焦|按照|根据|依托)[“《][^”》]{0,60}[”》](?:为|的)?(?:主题|主线|为题|要求|方式|形式|模式)?,?"
)
OPENING: Final = re.compile(
    r"^\d{1,2}[至到~—-]\d{1,2}年(?=[\u4e00-\u9fff])|^现场共?(?=签|达成|发布|促成|集中)|^[一二三四五六七八九十]是|^如(?![期何此])"
    r"|^(?:本次|本届|此次)[^,]{0,5}?(?:会议?|论坛|展会|活动|赛事?|仪式)(?:上|期间)?(?:共|累计)*"
)
_WILL: Final = re.compile(r"人民币\Z|(?<=[\u4e00-\u9fff]{2})(?<![主重需必只])要\Z")
BARE: Final = frozenset(
    (
        *("累计", "在建", "新增", "净增", "合计", "新建", "在孵", "毕业", "新引进", "新认定", "在研", "新开工"),
        *("新设", "新设立", "新获批", "新入选", "新入库", "新立项", "新签约", "新备案", "现有", "已建成", "结项"),
    )
)


@cache
def known_verbs() -> tuple[str, ...]:
    return tuple(sorted((v for v in words("verb") | words("naming_before") if len(v) > 1), key=len, reverse=True))


_EXAMPLES: Final = re.compile(r"(?P<list>[^,;。]{2,60}?)等(?P<noun>[\u4e00-\u9fff]{2,14})")


def _without_examples(words_before: str) -> str:
    """``引进甲中心、乙中心等科创平台[33]个`` without the examples: what is done with what is counted.

    >>> _without_examples("引进甲中心、乙中心等科创平台"), _without_examples("中等职业学校")
    ('引进科创平台', '中等职业学校')
    """
    m = _EXAMPLES.fullmatch(words_before)
    first = re.match(r"(?:首批|累计|新|先后)*", words_before)
    lead = first[0] if first else ""
    verb = next((lead + v for v in known_verbs() if words_before.startswith(lead + v)), "")
    if m is None or "等" in m["noun"] or not verb or not m["list"].removeprefix(verb):
        return words_before
    return verb + m["noun"]


_FROM: Final = re.compile(r"(?P<noun>.{2,}?)(?:由|从)(?P<then>[^,由从]{1,6})")
_RISES: Final = re.compile(r"[^,;。\d]{0,4}(?:至|到|为)")
_BEFORE: Final = re.compile(r"上[届年期月]|去年|年初|期初|原[先来有]?|此前|过去|同期|的\Z|最初|当初")


def _from(words_before: str, after: str) -> str:
    """``人均投资由上届的[21]万元提高到…`` without what tells when; what tells of what goes in front.

    >>> _from("人均投资由上届", "提高到30"), _from("补助经费由单站", "提高至120"), _from("自由贸易试验区", "")
    ('人均投资', '单站补助经费', '自由贸易试验区')
    """
    m = _FROM.fullmatch(words_before) if _RISES.match(after) else None
    if m is None:
        return words_before
    return m["noun"] if _BEFORE.search(m["then"]) else m["then"] + m["noun"]


def _labelled(words_before: str) -> str:
    """``重点实验室:新建[3]家`` as 新建重点实验室; a label alone is what is counted.

    >>> _labelled("重点实验室:新建"), _labelled("各类活动:")
    ('新建重点实验室', '各类活动')
    """
    label, colon, rest = words_before.rpartition(":")
    if not colon or not label:
        return rest
    if rest in known_verbs() or rest in BARE:
        return rest + label
    return merged(label, rest) if rest else label


_BY_NOW: Final = re.compile(
    r"(?<=[\u4e00-\u9fff])(?:如今|目前|现在|至今)(?:已经?)?(?=[\u4e00-\u9fff])"
)  # 交易额目前已完成


_WITHIN: Final = re.compile(r"^(?:其中)?(?:包?含|包括)(?=[\u4e00-\u9fff]{2})")  # 22项(含[1]项)
_ONE_BY_ONE: Final = re.compile(r"^[^,;。、\d]{0,6}?分别(?:[是为]|有|如下):?(?=[\u4e00-\u9fff]{2})")


def printed_before(page: Page, begin: int, number: Number) -> str:
    """The words from ``begin`` to a number, without what only tells how, when or with which examples."""
    said = OPENING.sub("", _ADVERBIAL.sub("", page.undated(begin, number.begin)))
    said = _WITHIN.sub("", _BY_NOW.sub("", said)) if page.text[begin - 1 : begin] == "(" else _BY_NOW.sub("", said)
    said = _ONE_BY_ONE.sub("", said)
    words_before = _labelled(_WILL.sub("", strip_tail(strip_head(said))))
    if "、" in words_before or page.names_in(begin, number.begin):
        words_before = _without_examples(words_before)
    return _from(words_before, page.text[number.unit_end : number.unit_end + 8])
