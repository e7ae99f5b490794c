"""The day that a text gives itself: in its dateline, above a speech, on its page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

__all__ = ["FULL_YEAR", "Dated", "behind_dateline", "dated_in", "is_stamp"]

FULL_YEAR: Final = r"(?<![\d.A-Za-z])((?:19|20)\d{2})"
_SPOKEN: Final = re.compile(
    rf"{FULL_YEAR}年(\d{{1,2}})月(\d{{1,2}})日[^。\n]{{0,12}}(?:在|于)[^。\n]{{2,40}}(?:会议|大会)(?=上|[)\s]|\Z)"
)
_DATELINE: Final = re.compile(
    rf"(?:(?:社|报|网|台)[^,。\n\d]{{0,12}})?(?:{FULL_YEAR}年)?(?<!\d)(\d{{1,2}})月(\d{{1,2}})日(?:电|讯|消息)"
)
_PUBLISHED: Final = re.compile(
    rf"(?:发布时间|发布日期|时间|日期|来源|发稿时间|更新时间)[^\d\n]{{0,20}}{FULL_YEAR}(?:年|[-/.])(\d{{1,2}})(?:月|[-/.])(\d{{1,2}})"
)
# 2025-12-15 11:09来源: a page's own line
_STAMP: Final = re.compile(rf"{FULL_YEAR}-(\d{{2}})-(\d{{2}})(?=\s*(?:\d{{1,2}}:\d{{2}}|来源|\Z))")
# 16.07.2014 17:39: the same as some pages write it
_STAMP_BACK: Final = re.compile(
    r"\A\s*(?P<d>0[1-9]|[12]\d|3[01])\.(?P<m>0[1-9]|1[0-2])\.(?P<y>(?:19|20)\d{2})(?=\s|\Z)"
)
# 《新闻播报》(20230526): a transcript's head, the day in eight digits
_COMPACT: Final = re.compile(
    r"\A[^,。;\n\d]{0,20}\(?(?P<y>(?:19|20)\d{2})(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])\)?\s*\Z"
)
_BYLINE: Final = re.compile(
    rf"\A[-·\s]{{0,4}}{FULL_YEAR}(?:年|[-/.])(\d{{1,2}})(?:月|[-/.])(\d{{1,2}})(?!\d)日?[^,。;\n]{{0,50}}\Z"
)
# 某某日报 2019年7月17日 第1版: where and when a newspaper printed it
_IMPRINT: Final = re.compile(
    rf"\A[\u4e00-\u9fff]{{2,8}}[报网]\s*{FULL_YEAR}年(\d{{1,2}})月(\d{{1,2}})日(?=\s*(?:第|本报|记者|\Z))"
)
_DATE_LINE: Final = re.compile(rf"\(?{FULL_YEAR}年(\d{{1,2}})月(\d{{1,2}})日\)?\Z")


@dataclass(frozen=True, slots=True)
class Dated:
    """A day that a text gives itself: in a dateline, above a speech, or as its day of publication."""

    year: int | None
    month: int
    day: int
    how: str

    @classmethod
    def of(cls, m: re.Match[str], how: str) -> Dated | None:
        told = m.groupdict()
        parts = (told["y"], told["m"], told["d"]) if told else m.groups()
        year, month, day = (int(part) if part else None for part in parts)
        return cls(year, month, day, how) if month and day and month <= 12 and day <= 31 else None


def dated_in(text: str) -> Dated | None:
    """The day that a passage gives to what follows it.

    >>> dated_in("新华社合肥11月3日电(记者方一)")
    Dated(year=None, month=11, day=3, how='dateline')
    """
    for pattern, how in (
        (_SPOKEN, "spoken"),
        (_DATELINE, "dateline"),
        (_PUBLISHED, "published"),
        (_STAMP, "published"),
        (_STAMP_BACK, "published"),
        (_COMPACT, "published"),
        (_BYLINE, "published"),
        (_IMPRINT, "published"),
        (_DATE_LINE, "date line"),
    ):
        if (m := pattern.search(text[:200])) and (made := Dated.of(m, how)):
            return made
    return None


def is_stamp(text: str) -> bool:
    """Whether a line tells when its page was put out: no day of what stands below it.

    >>> is_stamp("2017-09-08 06:52 来源:某报"), is_stamp("2021-03-09 某装置开工")
    (True, False)
    """
    return any(pattern.match(text) for pattern in (_STAMP, _STAMP_BACK, _PUBLISHED, _IMPRINT))


_OPENING: Final = re.compile(
    r"[^,。]{0,40}?(?:(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日(?:电|讯|消息)|(?:[报网社台]|^)[\u4e00-\u9fff]{0,4}(?:讯|消息))\s*(?:\([^()]{0,40}\))?"
)


def behind_dateline(text: str, at: int) -> int:
    """Where the first sentence of a news item that reaches to ``at`` begins, behind its dateline.

    >>> behind_dateline("本报沈阳12月8日讯(记者方一)某院揭牌", 20), behind_dateline("某院揭牌", 4)
    (16, 0)
    """
    m = _OPENING.match(text, 0, at)
    return m.end() if m else 0
