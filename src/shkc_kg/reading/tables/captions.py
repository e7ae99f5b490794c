"""What a table's head or cell measures, in the words of the caption above the table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from shkc_kg.reading.calendar.dates import dates_in
from shkc_kg.reading.scene import Scene

__all__ = ["CHANGED", "RATED", "Above", "above", "captioned", "measured", "split_unit"]

CHANGED: Final = re.compile(r"增长|下降|增速|增幅|提高|变化|增减")
_UNIT: Final = re.compile(
    r"[(（](?:单位[:：])?(?P<unit>[^()（）]{1,8})[)）]$|[/／](?P<slash>[^()/]{1,4})$|(?<=[\u4e00-\u9fff])(?P<rate>[%‰])$"
)
_CAPTION_NOISE: Final = re.compile(
    r"^(?:专栏|表|图)\s?(?:[\d.-]*|[一二三四五六七八九十]{1,3})(?:\s+|(?=[^\s一二三四五六七八九十])|$)|(?:基本|主要)?(?:情况|状况|一览|统计|指标)?表?$"
)
_APPORTIONED: Final = re.compile(
    r"^.*?(?:(?:各|部分)(?:设区)?[省市区县园][县市区州]?|分[行地][业区]|主要)的?"
)  # 各市高新技术产业产值
_SHORT: Final = 4  # code points; a longer head says itself what it measures
_CHANGE: Final = re.compile(r"[比较](?:上年|去年|上期|上年同期)(?:增长|增减|变化|提高|增幅)")
_INTENSITY: Final = "强度"
_SPENT: Final = ("经费", "投入", "支出")
_LONGEST: Final = 24  # code points; a longer heading is no caption
_SHARES: Final = ("占比", "比重", "比例", "份额")
RATED: Final = re.compile(
    rf"{CHANGED.pattern}|{'|'.join(_SHARES)}|[率%]$|强度|位次|排名"
)  # of no unit that stands above all
_ONE_UNIT: Final = re.compile(
    r"(?:计量)?单位[:：]\s*(?P<unit>[^\s,，、;；/|()（）\d]{1,8})\s*(?:\([a-z0-9 ]+\))?[)）\s|]*$"
)
_TITLE: Final = re.compile(r"表|情况|指标|统计|一览|状况|\d\)?$")


@dataclass(frozen=True, slots=True)
class Above:
    """What stands above a table: its caption, the unit of all its figures, the date that its title says."""

    captions: tuple[str, ...] = ()
    unit: str = ""
    date: str = ""

    def titled(self, words: str) -> Above:
        """The same with what a line above the head says: ``单位:亿元``, ``甲市专利情况(2019年)``, or both."""
        one = self
        if (unit := _ONE_UNIT.search(words)) is not None:
            one, words = replace(self, unit=unit["unit"]), words[: unit.start()]
        if not _TITLE.search(words.strip(" |\n")):
            return one
        dates = [date for date in dates_in(words, None) if date.has_year]
        return replace(one, captions=(words.strip(" |\n"),), date=dates[0].edtf if len(dates) == 1 else "")


def above(scenes: Iterable[Scene], first: Scene) -> Above:
    """What the passages just above a table's first row say of it; a sentence in between is none of them."""
    made = Above()
    for scene in scenes:
        heading = scene.passage.id in first.passage.scope
        made = (
            made.titled(scene.text) if len(scene.text) <= _CAPTION and (heading or "。" not in scene.text) else Above()
        )
    return made


_CAPTION: Final = 48  # code points; longer words above a table are a sentence


def split_unit(text: str) -> tuple[str, str]:
    """A head or label and the unit in its brackets: ``产值(亿元)``.

    >>> split_unit("产值(亿元)"), split_unit("园区")
    (('产值', '亿元'), ('园区', ''))
    """
    m = _UNIT.search(text)
    return (text[: m.start()].strip(), m["unit"] or m["slash"] or m["rate"]) if m else (text.strip(), "")


def captioned(caption: Sequence[str], words: str) -> str:
    """A cell's words with the caption above the table, where they are none or only measure: 企业集聚, 占比."""
    if not caption or len(caption[0]) > _LONGEST or (words and words not in _SHARES):
        return words
    return _CAPTION_NOISE.sub("", caption[0]) + words


_SUMMED: Final = re.compile(r"(?:[当本][年月]|总)?累\s*计(?:数|总?[数量])?|合\s*计|总\s*计|小\s*计|[本当][月年]数?")
_TITLE_LONGEST: Final = 40  # code points
_NUMBERED: Final = re.compile(r"^(?:续?表)?[\s\d.-]*(?=[^\d年])|[(（][^()（）]*[)）]$")
_DATED: Final = re.compile(
    r"(?:19|20)\d{2}年?(?:[—~至-](?:19|20)?\d{2}年)?度?(?:\d{1,2}月份?|[上下]半年|前?[一二三四]季度)?|主要年份"
)


def _counted(caption: str) -> str:
    """What a caption says that its table counts: without number, date, places and 情况表."""
    bare = _DATED.sub("", _NUMBERED.sub("", caption.strip()))
    return _APPORTIONED.sub("", _CAPTION_NOISE.sub("", bare))


def measured(caption: Sequence[str], title: str, heads: Sequence[str]) -> str:
    """A head's title in the words of the caption, where it only measures.

    >>> heads = ["各市", "产值(亿元)", "同比变化(%)"]
    >>> [measured(["表1 各市高新技术产业产值情况"], title, heads) for title in ("产值", "同比变化")]
    ['高新技术产业产值', '高新技术产业产值同比变化']
    """
    if caption and _SUMMED.fullmatch(title) and len(caption[0]) <= _TITLE_LONGEST:
        told = _counted(caption[0])
        return told + (title if "累计" in title else "") if told else title
    changed = _CHANGE.fullmatch(title) is not None or (len(title) <= _SHORT and CHANGED.search(title) is not None)
    if not caption or len(caption[0]) > _LONGEST or not (changed or 0 < len(title) <= _SHORT):
        return title
    told = _counted(caption[0])
    if title == _INTENSITY and told.endswith(_SPENT):
        return told + title
    titles = (split_unit(head)[0] for head in heads if not CHANGED.search(head)) if changed else iter((title,))
    own = next((t for t in titles if t and t in told), "")
    return told[: told.find(own)] + own + (title if changed else "") if own else title
