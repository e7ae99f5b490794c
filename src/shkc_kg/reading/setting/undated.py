"""The year of a news item that prints none of its own, where what it tells leaves only one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from shkc_kg.model import Passage
from shkc_kg.reading.figures.numerals import either
from shkc_kg.reading.lines.text import fold
from shkc_kg.reading.setting.dateline import FULL_YEAR
from shkc_kg.reading.setting.news import untitled

__all__ = ["year_left_open"]

_EDITION: Final = re.compile(r"第(?P<edition>[一二三四五六七八九十]{1,3}|\d{1,3})届")
_FOUNDED: Final = re.compile(
    rf"(?:创办|始办|创立|创始|首办|首届(?:于|举办于)?)于?{FULL_YEAR}年|{FULL_YEAR}年(?:创办|首次举办|首届)"
)
_YEARLY: Final = re.compile(r"每年(?:举办|召开|举行|一届|一次|一度)|一年(?:举办|召开|举行)?一[届次度]")
_EVERY_OTHER: Final = re.compile(r"隔年(?:举办|召开|举行|一届|一次)|每?两年(?:举办|召开|举行)?一[届次度]")


def _year_of_edition(text: str) -> int | None:
    """The year of the edition that a text opens with, of a series of which it tells the first year and how often it is held.

    >>> _year_of_edition("第五届创新大赛昨日闭幕。大赛创办于2019年,每年举办。")
    2023
    >>> _year_of_edition("第三届科交会启幕。科交会创办于2015年,隔年举办。")
    2019
    """
    edition, founded = _EDITION.search(text), _FOUNDED.search(text)
    if not edition or not founded or edition.start() > founded.start():
        return None
    steps = (1,) * bool(_YEARLY.search(text)) + (2,) * bool(_EVERY_OTHER.search(text))
    count = either(edition["edition"])
    if len(steps) != 1 or count is None:
        return None
    return int(founded[1] or founded[2]) + steps[0] * (int(count) - 1)


_PAST: Final = re.compile(rf"(?:(?:^|[,;。:])自|比|较|截至){FULL_YEAR}年|{FULL_YEAR}年(?:以来|至今)")
_TO_COME: Final = re.compile(
    rf"(?:将[从自于在]?|预计|计划|拟于|力争|到){FULL_YEAR}年|{FULL_YEAR}年(?=[^,;。]{{0,12}}将)"
)


def _year_between(texts: Sequence[str]) -> int | None:
    """The only year that is neither before what a text tells as past, nor after what it tells as to come.

    >>> _year_between(["自2017年建立机制以来,实施46项。", "双方将从2021年起设立专项。", "到2023年,成交额比2020年翻一番。"])
    2020
    >>> _year_between(["自2017年建立机制以来,实施46项。", "双方将从2021年起设立专项。"])
    """
    past, to_come = _years(_PAST, texts), _years(_TO_COME, texts)
    first, last = max(past, default=0), min(to_come, default=0) - 1
    return first if first == last else None


def _years(pattern: re.Pattern[str], texts: Sequence[str]) -> list[int]:
    return [int(next(filter(None, m.groups()))) for text in texts for m in pattern.finditer(text)]


_DAY: Final = re.compile(r"(?<![年\d])(?P<month>\d{1,2})月(?P<day>\d{1,2})日")
_FULL_DAY: Final = re.compile(
    rf"(?P<ahead>(?:将|定|拟)[于在])?{FULL_YEAR}[年./-](?P<month>1[0-2]|0?[1-9])[月./-](?P<day>\d{{1,2}})(?!\d)"
)


def _year_of_day(text: str) -> int | None:
    """The year of the first day told without one: the same day stands elsewhere with it, or what is announced has a year.

    >>> _year_of_day("9月2日,发布会在京举行。第9届大会将于2021年9月9日开幕。"), _year_of_day("6月17日开工。 2026-06-17 19:05")
    (2021, 2026)
    >>> _year_of_day("11月2日,发布会在京举行。大会定于2022年3月9日开幕。"), _year_of_day("9月2日,实验室成立于2019年3月1日。")
    (2021, None)
    """
    first = _DAY.search(text)
    if first is None:
        return None
    today = int(first["month"]), int(first["day"])
    for m in _FULL_DAY.finditer(text):
        day = int(m["month"]), int(m["day"])
        if m["ahead"]:
            return int(m[2]) - (day < today)  # nobody announces a day more than a year ahead
        if day == today:
            return int(m[2])
    return None


_HELD: Final = re.compile(
    rf"(?<![年\d])(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})日[^。;]{{0,30}}?{FULL_YEAR}(?!年)[^,;。\d]{{2,24}}(?:大会|论坛|博览会|峰会|年会|[大竞]赛)"
)


def _year_of_held(text: str) -> int | None:
    """The year of an event that the text tells with its day: 4月18日,2019新材料博览会举行, and the text is of a later day.

    >>> _year_of_held("11月5日,产线投产。4月18日,在市会展中心举行的2019新材料博览会签约28项。")
    2019
    """
    first, held = _DAY.search(text), _HELD.search(text)
    if first is None or held is None:
        return None
    return int(held[3]) if (int(held[1]), int(held[2])) <= (int(first["month"]), int(first["day"])) else None


_SPRING: Final = 6  # the last month whose news tell the figures of the whole year before
_WINTER: Final = 2  # the last month in which the awards of the year before are given
_AUTUMN: Final = 11  # the first month whose news tell those of their own
_CLOSED: Final = re.compile(rf"{FULL_YEAR}年(?:底|末|全年)|截[至止]{FULL_YEAR}年(?:底|末|,)")
_PARTS: Final = {"一季度": (4, 6), "上半年": (7, 9), "前三季度": (10, 12)}  # and the months whose news tell of them
_PART: Final = re.compile(rf"{FULL_YEAR}年第?(?P<part>{'|'.join(_PARTS)})")
_AWARDED: Final = re.compile(
    rf"{FULL_YEAR}年度(?:国家|全国)(?:最高)?(?:科学技术|科技|自然科学|技术发明)[\u4e00-\u9fff]{{0,4}}奖"
)
_OF_YEAR: Final = re.compile(rf"(?:^|[,;。:\n]){FULL_YEAR}年,")
_ANY: Final = re.compile(rf"{FULL_YEAR}(?=年(?!度))")


def _year_of_figures(text: str) -> int | None:
    """The year of news that tell the figures of a year that is over, in spring, or of their own, at its end.

    So do the news of the summer with those of its first half, and of the winter with the nation's awards of the year before.

    >>> _year_of_figures("2月25日,会议召开。截至2020年底,合同超过2万项。"), _year_of_figures("12月6日电:2025年,新增10项。")
    (2021, 2025)
    >>> _year_of_figures("9月25日,会议召开。截至2020年底,合同超过2万项。")
    >>> _year_of_figures("7月18日电 2016年上半年,申请5万件。"), _year_of_figures("1月9日电 2008年度国家科学技术奖颁奖。")
    (2016, 2009)
    """
    first, years = _DAY.search(text), [int(m[1]) for m in _ANY.finditer(text)]
    if first is None:
        return None
    month, last = int(first["month"]), max(years, default=0)
    for m in _PART.finditer(text):
        earliest, latest = _PARTS[m["part"]]
        if int(m[1]) >= last and earliest <= month <= latest:
            return int(m[1])
    awarded = _years(_AWARDED, [text])
    if awarded and month <= _WINTER and last <= max(awarded) + 1:
        return max(awarded) + 1
    if month <= _SPRING and last in _years(_CLOSED, [text]):
        return last + 1
    return last if month >= _AUTUMN and last in _years(_OF_YEAR, [text]) else None


def _told(texts: Sequence[str]) -> Iterator[tuple[int | None, str]]:
    whole = "\n".join(texts)
    yield _year_of_edition(whole), "edition of a series whose first year is told"
    yield _year_of_day(whole), "a day that the text also tells with its year"
    yield _year_of_held(whole), "an event that the text tells with its day and year"
    yield _year_of_figures(whole), "the last year whose figures the text tells"
    yield _year_between(texts), "the only year between what is past and what is to come"


def year_left_open(passages: Sequence[Passage]) -> tuple[int | None, str]:
    """The year that a news item without one must be of, and why; ``(None, "")`` where more than one is possible."""
    texts = [untitled(fold(p.text)) for p in passages]
    return next(((year, why) for year, why in _told(texts) if year is not None), (None, ""))
