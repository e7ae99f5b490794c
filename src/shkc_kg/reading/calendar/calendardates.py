"""Dates that print their month or year: 5月31日至6月4日, 前三季度, 2021年底, 2021—2023年, 2021.11.03."""

from __future__ import annotations

import re
from typing import Final

from shkc_kg.reading.calendar.clock import Clock, DateRule, day, month_end
from shkc_kg.reading.calendar.days import DASH
from shkc_kg.reading.figures.numerals import either

__all__ = ["CALENDAR", "OFFSETS", "SETS_MONTH", "SETS_YEAR", "WHOLE_YEARS", "until_now"]


_FREE: Final = r"(?<![\d.A-Za-z+])"
_REL: Final = "今年|本年度|本年|当年|去年|上一年|上年|前年|明年|次年|翌年|同年"
_YEAR: Final = rf"(?:{_FREE}(?P<y>(?:18[4-9]\d(?=年)|(?:19|20)\d{{2}}))年度?|(?P<rel>{_REL}))"
_Y: Final = rf"(?:{_YEAR}的?)"
_M: Final = r"(?P<m>1[0-2]|0?[1-9])月份?"
_D: Final = r"(?P<d>3[01]|[12]\d|0?[1-9])"
_AHEAD: Final = rf"(?:{_Y}|{_FREE})"
OFFSETS: Final = {"今年": 0, "本年": 0, "本年度": 0, "去年": -1, "上年": -1, "上一年": -1, "前年": -2, "明年": 1}
_BEFORE: Final = ("上年", "上一年")  # the year before the one spoken of: 2022年,…,较上年提高
_NEXT: Final = ("次年", "翌年")
_QUARTER: Final = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_ANNOUNCED: Final = re.compile(r"(?:将|拟|定于|计划|预计|力争|截至|到)[^,;。]{0,6}\Z")


def _year(m: re.Match[str], clock: Clock) -> int | None:
    """The year of an expression: printed, by a word that points (去年), or that of the clock."""
    groups = m.groupdict()
    if groups.get("y"):
        return int(groups["y"])
    word = groups.get("rel")
    if word is None and clock.year is not None and _is_last_winter(m, clock):
        return clock.year - 1
    if word in _BEFORE and clock.year is not None:
        return clock.year - 1
    if word in OFFSETS:
        return clock.now + OFFSETS[word] if clock.now is not None else None
    if word in _NEXT:
        return clock.year + 1 if clock.year is not None else None
    return clock.year


_AUTUMN: Final = ("9", "10", "11", "12")  # the last month of a span that a text of the next winter looks back on


def _is_last_winter(m: re.Match[str], clock: Clock) -> bool:
    """Whether a bare 12月 or 1—11月 in a text of January means the month before, as nothing announces it."""
    groups = m.groupdict()
    late = groups.get("m") in ("11", "12") and clock.issued in (1, 2)
    late = late or (groups.get("m2") in _AUTUMN and not groups.get("d2") and clock.issued in (1, 2, 3))
    late = late and clock.year == clock.now
    return late and not _ANNOUNCED.search(m.string, max(0, m.start() - 12), m.start())


def _days(m: re.Match[str], clock: Clock) -> str | None:
    """``5月31日至6月4日``, ``11月1—3日``, ``2021年12月30日—2022年1月2日``, ``2021年5月22日``."""
    year = _year(m, clock)
    if year is None:
        return None
    month = int(m["m"])
    first = day(year, month, int(m["d"]))
    if not m["d2"]:
        return first
    month2 = int(m["m2"]) if m["m2"] else month
    year2 = int(m["y2"]) if m["y2"] else year + (month2 < month)
    last = day(year2, month2, int(m["d2"]))
    return f"{first}/{last}" if first and last and first < last else None


def _months(m: re.Match[str], clock: Clock) -> str | None:
    """``2021年1—11月``, ``2021年12月至2022年3月``, ``8月份``."""
    year = _year(m, clock)
    if year is None:
        return None
    month = int(m["m"])
    if not m["m2"]:
        return f"{year:04d}-{month:02d}"
    month2 = int(m["m2"])
    year2 = int(m["y2"]) if m["y2"] else year + (month2 < month)
    return f"{year:04d}-{month:02d}/{year2:04d}-{month2:02d}" if (year, month) < (year2, month2) else None


def _first_months(m: re.Match[str], clock: Clock) -> str | None:
    """``前三季度``, ``前10个月``, ``前两个月``."""
    year, number = _year(m, clock), either(m["n"])
    months = int(number or 0) * (3 if m["unit"] == "季度" else 1)
    return f"{year:04d}-01/{year:04d}-{months:02d}" if year is not None and 1 < months <= 12 else None


def _month_part(m: re.Match[str], clock: Clock) -> str | None:
    year, month, part = _year(m, clock), int(m["m"]), m["part"]
    if year is None:
        return None
    if part in ("底", "末"):
        return month_end(year, month)
    last = int(month_end(year, month)[-2:])
    begin, end = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, last), "初": (1, 10),
                  "上中旬": (1, 20), "中上旬": (1, 20), "中下旬": (11, last)}[part]  # fmt: skip
    return f"{day(year, month, begin)}/{day(year, month, end)}"


def _quarters(m: re.Match[str], clock: Clock) -> str | None:
    """``上半年``, ``第一季度``, ``一至三季度``."""
    year = _year(m, clock)
    if year is None:
        return None
    if m["half"]:
        begin, end = (1, 6) if m["half"] == "上" else (7, 12)
    else:
        first, last = _QUARTER[m["q"]], _QUARTER[m["q2"] or m["q"]]
        begin, end = 3 * first - 2, 3 * last
    if m["end"]:
        return month_end(year, end)
    return f"{year:04d}-{begin:02d}/{year:04d}-{end:02d}" if begin < end else None


def _first_quarter(m: re.Match[str], clock: Clock) -> str | None:
    """``2021年首季``."""
    year = _year(m, clock)
    return f"{year:04d}-01/{year:04d}-03" if year is not None else None


def _year_part(m: re.Match[str], clock: Clock) -> str | None:
    """``2021年底``, ``去年末``, ``年初``."""
    year = _year(m, clock)
    if year is None:
        return None
    return f"{year:04d}-01" if m["part"].endswith("初") else f"{year:04d}-12-31"


def _plain_year(m: re.Match[str], clock: Clock) -> str | None:
    year = _year(m, clock)
    return f"{year:04d}" if year is not None else None


def _years(m: re.Match[str], _: Clock) -> str | None:
    """``2021—2023年``, ``2019年至2021年``, ``2021-25年``."""
    first = int(m["y"])
    last = int(m["y2"]) if len(m["y2"]) == 4 else first // 100 * 100 + int(m["y2"])
    return f"{first:04d}/{last:04d}" if first < last else None


def _numeric(m: re.Match[str], _: Clock) -> str | None:
    """``2021-11-03``, ``2021/11/3``, ``2021.11.03``, ``2021.11.03—11.05``."""
    year, month = int(m["y"]), int(m["m"])
    first = day(year, month, int(m["d"])) if 1 <= month <= 12 else None
    last = day(year, int(m["m2"]), int(m["d2"])) if m["m2"] and 1 <= int(m["m2"]) <= 12 else None
    return f"{first}/{last}" if first and last and first < last else first


def _numeric_month(m: re.Match[str], _: Clock) -> str | None:
    """``2021.03``, ``2020-12``: with both digits of the month and a mark behind; ``(2021.5)``."""
    return f"{m['y']}-{int(m['m']):02d}"


def _short_year(m: re.Match[str], clock: Clock) -> str | None:
    """``21年底``, ``20年12月``: a year near the text's own."""
    if clock.now is None:
        return None
    year = clock.now // 100 * 100 + int(m["short"])
    if abs(year - clock.now) > _NEAR:
        return None
    if m["m"]:
        return month_end(year, int(m["m"])) if m["monthend"] else f"{year:04d}-{int(m['m']):02d}"
    return f"{year:04d}-01" if m["part"] == "初" else f"{year:04d}-12-31"


_NEAR: Final = 12  # years


def _cell(m: re.Match[str], _: Clock) -> str | None:
    """A bare year in a table's head or first column: ``园区<tab>2019<tab>2020``, ``2019<tab>398<tab>14.2``."""
    cells = re.split("[\t\n]", m.string) if len(m.string) < _LONGEST_ROW else []
    first = m.start() == 0
    others = [c for c in cells if re.search(r"\d", c) and not re.fullmatch(r"(?:19|20)\d{2}年?", c.strip())]
    return m["y"] if cells and (first or not others) else None


_LONGEST_ROW: Final = 1000  # code points


def until_now(_: re.Match[str], clock: Clock) -> str | None:
    """``截至目前``: the dateline's month, or the year."""
    if clock.now is None:
        return None
    return f"{clock.now:04d}-{clock.month:02d}" if clock.today and clock.month else f"{clock.now:04d}"


_BEFORE_YEAR: Final = r"\d一二三四五六七八九十百去今明前上多每全学往历当近半整周数几"  # 去年底, 五年末 are no 年底
_ENDS: Final = r"(?![\d年.,%万亿家个项人])(?=[)\s,。;]|$)"
CALENDAR: Final[tuple[DateRule, ...]] = tuple(
    (re.compile(pattern), resolve)
    for pattern, resolve in (
        (
            rf"{_AHEAD}{_M}{_D}(?:日|号)?{DASH}(?:(?P<y2>\d{{4}})年)?(?:(?P<m2>1[0-2]|0?[1-9])月)?(?P<d2>3[01]|[12]\d|0?[1-9])(?:日|号)",
            _days,
        ),
        (rf"{_AHEAD}{_M}{_D}(?:日|号)(?P<y2>)(?P<m2>)(?P<d2>)", _days),
        (rf"{_AHEAD}(?P<m>1[0-2]|0?[1-9])(?:月份?)?{DASH}(?:(?P<y2>\d{{4}})年)?(?P<m2>1[0-2]|0?[1-9])月份?(?!\d)", _months),
        (rf"{_AHEAD}{_M}(?P<part>底|末|初|上中旬|中上旬|中下旬|上旬|中旬|下旬)", _month_part),
        (rf"{_AHEAD}{_M}(?P<m2>)(?!\d)", _months),
        (rf"{_Y}?前(?P<n>\d{{1,2}}|[两二三四五六七八九十]{{1,2}})个?(?P<unit>季度|月)", _first_months),
        (rf"{_Y}?(?:(?P<half>[上下])半年|第?(?P<q>[一二三四1-4])(?:{DASH}第?(?P<q2>[二三四2-4]))?季度(?P<end>末(?!端))?)", _quarters),
        (rf"{_Y}首季(?:度)?", _first_quarter),
        (rf"{_FREE}(?P<y>(?:19|20)\d{{2}})[.](?P<m>1[0-2]|0?[1-9])[-—~]{{1,2}}(?P<y2>(?:19|20)\d{{2}})[.](?P<m2>1[0-2]|0?[1-9])(?![\d.万亿%])", _months),
        (rf"(?:{_Y}年?|(?<![{_BEFORE_YEAR}])年)(?P<part>底|末(?!终)|初(?!期|步|级|中|一|二|三))", _year_part),
        (rf"{_FREE}(?P<y>(?:19|20)\d{{2}})年?{DASH}(?P<y2>(?:19|20)\d{{2}}|\d{{2}}(?=年))(?:年度?|{_ENDS})", _years),
        (_YEAR, _plain_year),
        (rf"{_FREE}(?P<y>(?:19|20)\d{{2}})(?=(?:(?:、|和|与|及)(?:19|20)\d{{2}}){{1,6}}(?!\d)(?:这?[两三四五]个)?年)", _plain_year),
        (rf"{_FREE}(?P<short>[0-3]\d)年(?:(?P<part>底|末|初)|(?P<m>1[0-2]|0?[1-9])月(?:份|(?P<monthend>底|末))?(?!\d))", _short_year),
        (rf"{_FREE}(?P<y>(?:19|20)\d{{2}})[-/.](?P<m>0[1-9]|1[0-2])(?=[)\s,。;至—~]|$)", _numeric_month),
        (r"(?<=\()(?P<y>(?:19|20)\d{2})[.](?P<m>[1-9])(?=\))", _numeric_month),
        (r"^(?P<y>(?:19|20)\d{2})[-/.](?P<m>0[1-9]|1[0-2])(?=[\u4e00-\u9fff“《])", _numeric_month),
        (rf"{_FREE}(?P<y>(?:19|20)\d{{2}})(?P<sep>[-/.])(?P<m>\d{{1,2}})(?P=sep)(?P<d>\d{{1,2}})(?:[—~]{{1,2}}(?P<m2>\d{{2}})(?P=sep)(?P<d2>\d{{2}}))?(?![\d.])", _numeric),
        (rf"{_FREE}(?P<d>0?[1-9]|[12]\d|3[01])(?P<sep>[.])(?P<m>0?[1-9]|1[0-2])[.](?P<y>(?:19|20)\d{{2}})(?P<m2>)(?P<d2>)(?![\d.万亿%])", _numeric),
        (r"(?<![健安])全年(?!龄)|(?<![\d一二三四五六七八九十百两几数往])年内", _plain_year),
        (r"(?:(?<=[\t\n])|^)(?P<y>(?:19|20)\d{2})(?=[\t\n]|$)", _cell),
        (r"截[至止](?:到)?(?:目前|现在|当前|发稿(?:时|前)?|今(?!年|日|天))", until_now),
    )
)  # fmt: skip
# which rules set the year, the month or no more than the year of what follows a date in its passage
SETS_YEAR: Final = frozenset(
    (_days, _months, _month_part, _quarters, _year_part, _plain_year, _numeric, _numeric_month)
)
SETS_MONTH: Final = frozenset((_days, _months, _month_part, _numeric))
WHOLE_YEARS: Final = frozenset((_plain_year, _year_part))
