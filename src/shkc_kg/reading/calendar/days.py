"""Days and months that a text points at: 5日, 5—7日, 同日, 昨日, 同月8日, 本月底, 三月五日."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from shkc_kg.reading.calendar.clock import Clock, DateRule, day, month_end
from shkc_kg.reading.figures.numerals import either, han

__all__ = ["DASH", "DAYS", "day_only", "in_words"]

DASH: Final = r"(?:至|到|[—~-]{1,2})"
_D: Final = r"(?:3[01]|[12]\d|0?[1-9])"
_NOT_A_DAY: Final = r"(?!内|均|产|游|程|期|本|元|间|之|、?夜|常|益|趋|报|志|前(?!,)|后)"
_FREE: Final = r"(?<![\d月年第/.,-])"
_ALONE: Final = re.compile(rf"{_FREE}(?P<d>{_D})日{_NOT_A_DAY}")
_RANGE: Final = re.compile(rf"{_FREE}(?P<d>{_D})日?{DASH}(?P<d2>{_D})日{_NOT_A_DAY}")
_OF_MONTH: Final = re.compile(
    rf"(?P<word>同|当|本|上|下)月(?:(?P<d>{_D})(?:日|号)(?:{DASH}(?P<d2>{_D})(?:日|号))?|(?P<end>底|末))"
)
_POINTED: Final = re.compile(r"(?P<word>同日|当日|当天|同一天|次日|翌日|第二天)(?!起?(?:有效|往返|完成|办结|可达))")
_FROM_TODAY: Final = re.compile(r"(?P<word>昨[日天]|今[日天]|明[日天]|前[日天](?!津))(?P<d>\((?P<n>\d{1,2})日\))?")
_SHIFTS: Final = {"昨": -1, "今": 0, "明": 1, "前": -2}
_TENS: Final = re.compile(r"(?:^|(?<=[,;。、\s]))(?P<part>[上中下])旬(?=[,\s\u4e00-\u9fff])")
_WHOLE_MONTH: Final = re.compile(r"(?:^|(?<=[,;。\s]))(?:是月|当月|同月|本月|月内)(?![\d底末初])")
_MONTH_EDGE: Final = re.compile(r"(?<![\d个每十一二三四五六七八九本上下当同周满])月(?P<edge>底|末|初)")
_HAN_DAY: Final = re.compile(
    r"(?<![一二三四五六七八九十〇零年])(?P<m>十[一二]|[一二三四五六七八九十])月"
    r"(?P<d>三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])日"
)
_HEADING_MONTH: Final = re.compile(
    r"^(?:(?P<m>十[一二]|[一二三四五六七八九十])月份?|[【\[(](?P<m2>十[一二]|[一二三四五六七八九十]|1[0-2]|[1-9])月份?[】\])])$"
)
_HAN_YEAR: Final = r"(?P<hy>(?:二[〇零○]|一九)[一二三四五六七八九〇零○]{2})年"
_MONTH_WORD: Final = r"(?P<hm>十[一二]|[一二三四五六七八九十])月"
_DAY_WORD: Final = r"(?P<hd>三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])日"
_IN_WORDS: Final = re.compile(rf"{_HAN_YEAR}(?:{_MONTH_WORD}(?:{_DAY_WORD})?)?")
_AHEAD: Final = re.compile(r"(?:将|拟|定于|计划|预计)[^,;。]{0,6}\Z")
_FORETOLD: Final = re.compile(r"[^;。]{0,60}?(?<![即])将(?!近|军|来)")  # 9日,圆桌会登场,某人将发布


def _of(clock: Clock, number: int, m: re.Match[str]) -> str | None:
    """A day of the clock's month; one later than the dateline was in the month before, unless it is announced."""
    if clock.year is None or clock.month is None:
        return None
    year, month = clock.year, clock.month
    passed = clock.day is None and clock.today is not None and number > clock.today
    announced = _AHEAD.search(m.string, max(0, m.start() - 10), m.start()) or _FORETOLD.match(m.string, m.end())
    if passed and not announced:
        year, month = (year - 1, 12) if month == 1 else (year, month - 1)
    return day(year, month, number)


def day_only(m: re.Match[str], clock: Clock) -> str | None:
    """``记者3日获悉`` takes the month of the dateline, or of the date before it."""
    return _of(clock, int(m["d"]), m)


def _range(m: re.Match[str], clock: Clock) -> str | None:
    """``5—7日`` of the month that a heading or an earlier date gives."""
    first, last = _of(clock, int(m["d"]), m), _of(clock, int(m["d2"]), m)
    return f"{first}/{last}" if first and last and first < last else None


def _of_month(m: re.Match[str], clock: Clock) -> str | None:
    """``同月8日`` of the month printed last, ``上月底`` of the one before the dateline's."""
    if clock.year is None or clock.month is None:
        return None
    month = clock.month + {"上": -1, "下": 1}.get(m["word"], 0)
    year, month = clock.year + (month - 1) // 12, (month - 1) % 12 + 1
    if m["end"]:
        return month_end(year, month)
    first = day(year, month, int(m["d"]))
    last = day(year, month, int(m["d2"])) if m["d2"] else None
    return f"{first}/{last}" if first and last else first


def _tens(m: re.Match[str], clock: Clock) -> str | None:
    """``中旬,…`` below the heading of a month."""
    if clock.year is None or clock.month is None:
        return None
    first, last = {"上": (1, 10), "中": (11, 20), "下": (21, int(month_end(clock.year, clock.month)[-2:]))}[m["part"]]
    return f"{day(clock.year, clock.month, first)}/{day(clock.year, clock.month, last)}"


def _whole_month(_: re.Match[str], clock: Clock) -> str | None:
    """``是月,…``: the month of the heading or of the date before."""
    return f"{clock.year:04d}-{clock.month:02d}" if clock.year is not None and clock.month is not None else None


def _month_edge(m: re.Match[str], clock: Clock) -> str | None:
    """``月底``, ``月初`` of the clock's month."""
    if clock.year is None or clock.month is None:
        return None
    if m["edge"] == "初":
        return f"{day(clock.year, clock.month, 1)}/{day(clock.year, clock.month, 10)}"
    return month_end(clock.year, clock.month)


def _pointed(m: re.Match[str], clock: Clock) -> str | None:
    """``同日``: the day printed last; ``次日``: the one after it."""
    if clock.year is None or clock.month is None or clock.day is None:
        return None
    later = timedelta(days=m["word"] in ("次日", "翌日", "第二天"))
    return (date(clock.year, clock.month, clock.day) + later).isoformat()


def _from_today(m: re.Match[str], clock: Clock) -> str | None:
    """``昨日`` in a text with a dateline; ``今日(26日)`` tells the day itself."""
    if clock.year is None or clock.month is None:
        return None
    if m["n"]:
        return day(clock.year, clock.month, int(m["n"]))
    if clock.today is None or clock.issued is None or clock.now is None:
        return None
    shifted = date(clock.now, clock.issued, clock.today) + timedelta(days=_SHIFTS[m["word"][0]])
    return shifted.isoformat()


def _han_day(m: re.Match[str], clock: Clock) -> str | None:
    """``三月五日`` of the clock's year."""
    if clock.year is None:
        return None
    return day(clock.year, int(han(m["m"]) or 0), int(han(m["d"]) or 0))


def _heading_month(m: re.Match[str], clock: Clock) -> str | None:
    """``五月``, ``【5月】`` alone in a line: the heading of a chronicle."""
    number = int(either(m["m"] or m["m2"]) or 0)
    return f"{clock.year:04d}-{number:02d}" if clock.year is not None else None


def in_words(m: re.Match[str], _: Clock) -> str | None:
    """A date in Chinese numerals: ``二〇二一年十一月三日``, ``二零三五年``."""
    year = int(han(m["hy"].replace("○", "〇")) or 0)
    month = int(han(m["hm"]) or 0) if m["hm"] else None
    number = int(han(m["hd"]) or 0) if m["hd"] else None
    if not 1900 <= year < 2100 or (month is not None and not 1 <= month <= 12):
        return None
    if month is None:
        return f"{year:04d}"
    return day(year, month, number) if number is not None else f"{year:04d}-{month:02d}"


DAYS: Final[tuple[DateRule, ...]] = (
    (_RANGE, _range),
    (_ALONE, day_only),
    (_OF_MONTH, _of_month),
    (_TENS, _tens),
    (_WHOLE_MONTH, _whole_month),
    (_MONTH_EDGE, _month_edge),
    (_POINTED, _pointed),
    (_FROM_TODAY, _from_today),
    (_IN_WORDS, in_words),
    (_HAN_DAY, _han_day),
    (_HEADING_MONTH, _heading_month),
)
