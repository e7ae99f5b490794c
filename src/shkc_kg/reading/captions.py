"""What a table's head or cell measures, in the words of the caption above the table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

__all__ = ["CHANGED", "captioned", "measured", "split_unit"]

CHANGED: Final = re.compile(r"增长|下降|增速|增幅|提高|变化|增减")
_UNIT: Final = re.compile(r"[(（](?:单位[:：])?(?P<unit>[^()（）]{1,8})[)）]$|[/／](?P<slash>[^()/]{1,4})$")
_CAPTION_NOISE: Final = re.compile(r"^(?:专栏|表|图)\s?[\d.-]*\s*|(?:情况|一览|统计)?表?$")
_APPORTIONED: Final = re.compile(
    r"^.*?(?:(?:各|部分)(?:设区)?[省市区县园][县市区州]?|分[行地][业区]|主要)的?"
)  # 各市高新技术产业产值
_SHORT: Final = 4  # code points; a longer head says itself what it measures
_CHANGE: Final = re.compile(r"[比较](?:上年|去年|上期|上年同期)(?:增长|增减|变化|提高|增幅)")
_INTENSITY: Final = "强度"
_SPENT: Final = ("经费", "投入", "支出")
_LONGEST: Final = 24  # code points; a longer heading is no caption
_SHARES: Final = ("占比", "比重", "比例", "份额")


def split_unit(text: str) -> tuple[str, str]:
    """A head or label and the unit in its brackets: ``产值(亿元)``.

    >>> split_unit("产值(亿元)"), split_unit("园区")
    (('产值', '亿元'), ('园区', ''))
    """
    m = _UNIT.search(text)
    return (text[: m.start()].strip(), m["unit"] or m["slash"]) if m else (text.strip(), "")


def captioned(caption: Sequence[str], words: str) -> str:
    """A cell's words with the caption above the table, where they are none or only measure: 企业集聚, 占比."""
    if not caption or len(caption[0]) > _LONGEST or (words and words not in _SHARES):
        return words
    return _CAPTION_NOISE.sub("", caption[0]) + words


def measured(caption: Sequence[str], title: str, heads: Sequence[str]) -> str:
    """A head's title in the words of the caption, where it only measures.

    >>> heads = ["各市", "产值(亿元)", "同比变化(%)"]
    >>> [measured(["表1 各市高新技术产业产值情况"], title, heads) for title in ("产值", "同比变化")]
    ['高新技术产业产值', '高新技术产业产值同比变化']
    """
    changed = _CHANGE.fullmatch(title) is not None or (len(title) <= _SHORT and CHANGED.search(title) is not None)
    if not caption or len(caption[0]) > _LONGEST or not (changed or 0 < len(title) <= _SHORT):
        return title
    told = _APPORTIONED.sub("", _CAPTION_NOISE.sub("", caption[0]))
    if title == _INTENSITY and told.endswith(_SPENT):
        return told + title
    titles = (split_unit(head)[0] for head in heads if not CHANGED.search(head)) if changed else iter((title,))
    own = next((t for t in titles if t and t in told), "")
    return told[: told.find(own)] + own + (title if changed else "") if own else title
