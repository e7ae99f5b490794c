"""Date expressions to EDTF (ISO 8601-2), resolved against the year a passage speaks of."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from shkc_kg.reading.numerals import han

__all__ = ["DateAtom", "dates_in", "explicit_years"]


@dataclass(frozen=True, slots=True)
class DateAtom:
    """A date expression in a passage: places in its text, EDTF value, and whether a year was printed in it.

    ``as_of`` marks 截至…: the state at that day rather than what happened on it.
    """

    begin: int
    end: int
    edtf: str
    has_year: bool
    as_of: bool = False


_DASH: Final = r"(?:至|到|[—~-]{1,2}|——)"
_Y: Final = r"(?P<y>(?:19|20)\d{2})年"
_M: Final = r"(?P<m>1[0-2]|0?[1-9])月"
_D: Final = r"(?P<d>3[01]|[12]\d|0?[1-9])(?:日|号)"
_NUMBER: Final = r"(?<![\d.A-Za-z])"
_HAN_YEAR: Final = r"(?P<hy>二[〇零]{1,2}[一二三四五六七八九〇零]{1,2})年"
_PLAN: Final = r"[“\"‘]?(?P<plan>十[一二三四五]|[“\"]?\s*九)五[”\"’]?"
_PLAN_YEARS: Final = {"九": 1996, "十": 2001, "十一": 2006, "十二": 2011, "十三": 2016, "十四": 2021, "十五": 2026}
_HALVES: Final = {"上": ("01", "06"), "下": ("07", "12")}
_QUARTERS: Final = {"一": (1, 3), "二": (4, 6), "三": (7, 9), "四": (10, 12), "1": (1, 3), "2": (4, 6), "3": (7, 9), "4": (10, 12)}
_RELATIVE: Final = {"今年": 0, "本年": 0, "当年": 0, "本年度": 0, "去年": -1, "上年": -1, "上一年": -1, "前年": -2, "明年": 1}


def _day(year: int, month: int, day: int) -> str | None:
    return f"{year:04d}-{month:02d}-{day:02d}" if day <= monthrange(year, month)[1] else None


def _last(year: int, month: int) -> str:
    return f"{year:04d}-{month:02d}-{monthrange(year, month)[1]:02d}"


def _days(m: re.Match[str], year: int) -> str | None:
    """``5月31日至6月4日``, ``11月1—3日``, ``2021年5月22日``."""
    month, day = int(m["m"]), int(m["d"])
    first = _day(year, month, day)
    if not m["d2"]:
        return first
    year2 = int(m["y2"]) if m["y2"] else year
    month2 = int(m["m2"]) if m["m2"] else month
    last = _day(year2 + (not m["y2"] and month2 < month), month2, int(m["d2"]))
    return f"{first}/{last}" if first and last and first < last else None


def _months(m: re.Match[str], year: int) -> str | None:
    first = f"{year:04d}-{int(m['m']):02d}"
    if not m["m2"]:
        return first
    year2 = int(m["y2"]) if m["y2"] else year + (int(m["m2"]) < int(m["m"]))
    return f"{first}/{year2:04d}-{int(m['m2']):02d}"


def _month_part(m: re.Match[str], year: int) -> str:
    month, part = int(m["m"]), m["part"]
    last = monthrange(year, month)[1]
    if part in ("底", "末"):
        return _last(year, month)
    begin, end = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, last), "初": (1, 10)}[part]
    return f"{_day(year, month, begin)}/{_day(year, month, end)}"


def _years(m: re.Match[str], year: int) -> str:
    if m["y2"]:
        second = int(m["y2"]) if len(m["y2"]) == 4 else year // 100 * 100 + int(m["y2"])
        return f"{year:04d}/{second:04d}"
    return f"{year:04d}"


def _half(m: re.Match[str], year: int) -> str:
    begin, end = _HALVES[m["half"]]
    return f"{year:04d}-{begin}/{year:04d}-{end}"


def _quarter(m: re.Match[str], year: int) -> str:
    begin, end = _QUARTERS[m["quarter"]][0], _QUARTERS[m["quarter2"] or m["quarter"]][1]
    return f"{year:04d}-{begin:02d}/{year:04d}-{end:02d}"


Resolver = Callable[[re.Match[str], int], str | None]

# in the order of their length: the first that matches at a place wins
_PATTERNS: Final[tuple[tuple[re.Pattern[str], Resolver], ...]] = tuple(
    (re.compile(pattern), resolve)
    for pattern, resolve in (
        (
            rf"{_NUMBER}(?:{_Y})?{_M}(?P<d>3[01]|[12]\d|0?[1-9])(?:日|号)?{_DASH}(?:(?P<y2>\d{{4}})年)?(?:(?P<m2>1[0-2]|0?[1-9])月)?(?P<d2>3[01]|[12]\d|0?[1-9])(?:日|号)",
            _days,
        ),
        (rf"{_NUMBER}(?:{_Y})?{_M}{_D}(?P<y2>)(?P<m2>)(?P<d2>)", _days),
        (
            rf"{_NUMBER}(?:{_Y})?(?P<m>1[0-2]|0?[1-9])月?{_DASH}(?:(?P<y2>\d{{4}})年)?(?P<m2>1[0-2]|0?[1-9])月(?!\d)",
            _months,
        ),
        (rf"{_NUMBER}(?:{_Y})?{_M}(?P<part>底|末|初|上旬|中旬|下旬)", _month_part),
        (rf"{_NUMBER}(?:{_Y})?(?<!个){_M}(?P<m2>)(?!\d)", _months),
        (rf"{_NUMBER}(?P<y>(?:19|20)\d{{2}})年?{_DASH}(?P<y2>(?:19|20)?\d{{2}})年", _years),
        (rf"{_NUMBER}{_Y}?(?P<half>[上下])半年", _half),
        (rf"{_NUMBER}{_Y}?(?:第?(?P<quarter>[一二三四])(?:{_DASH}?(?P<quarter2>[一二三四]))?|前?(?P<q>三))季度", _quarter),
        (rf"{_NUMBER}{_Y}?年?(?:初)(?=[,，]|以来)", lambda m, y: f"{y:04d}-01"),
        (rf"{_NUMBER}{_Y}(?:底|末|年底|年末)", lambda m, y: f"{y:04d}-12-31"),
        (rf"{_NUMBER}{_Y}(?P<y2>)", _years),
        (_HAN_YEAR, lambda m, y: f"{int(han(m['hy']) or 0):04d}"),
        (r"(?P<rel>本年度|上一年|今年|本年|当年|去年|上年|前年|明年)(?:年?(?P<end>底|末))?", lambda m, y: _relative(m, y)),
        (r"同年", lambda m, y: f"{y:04d}"),
        (r"年(?:底|末)(?!终)", lambda m, y: f"{y:04d}-12-31"),
        (r"年内", lambda m, y: f"{y:04d}"),
    )
)
_PLAN_PERIOD: Final = re.compile(
    r"[“\"](?P<quoted>十[一二三四五]|十|九)五[”\"](?:(?P<part>时期|期间|初期|中期|末期|末|规划期))?"
    r"|(?<![一二三四五六七八九十])(?P<bare>十[一二三四五])五(?P<bpart>时期|期间|规划|末)"
)
_FEW_YEARS: Final = re.compile(r"(?:过去|最近|近|这)?(?P<n>[二两三四五六七八九十]|\d{1,2})年(?P<way>来|间)")
_AS_OF: Final = re.compile(r"(?:截至|截止|截止到|截至到)$")
_AS_OF_NOW: Final = re.compile(r"截至目前|截止目前")


def _relative(m: re.Match[str], year: int) -> str:
    when = year + _RELATIVE[m["rel"]]
    return f"{when:04d}-12-31" if m["end"] else f"{when:04d}"


def _year_of(m: re.Match[str]) -> int | None:
    printed = m.groupdict().get("y") or (str(han(m["hy"]) or "") if m.groupdict().get("hy") else "")
    return int(printed) if printed else None


def explicit_years(text: str) -> tuple[int, ...]:
    """The years printed in full, in order: ``2021年``, ``2021—2023年``."""
    return tuple(int(y) for y in re.findall(r"(?<![\d.A-Za-z])((?:19|20)\d{2})年", text))


def _plan_atom(m: re.Match[str]) -> DateAtom:
    first = _PLAN_YEARS[m["quoted"] or m["bare"]]
    part = m["part"] or m["bpart"] or ""
    value = f"{first + 4:04d}-12-31" if part in ("末", "末期") else f"{first:04d}/{first + 4:04d}"
    end = m.end() if part and part != "规划" else m.end() - len(part)
    return DateAtom(m.start(), end, value, True)


def _candidates(text: str, year: int | None) -> Iterator[DateAtom]:
    for m in _PLAN_PERIOD.finditer(text):
        yield _plan_atom(m)
    for pattern, resolve in _PATTERNS:
        for m in pattern.finditer(text):
            printed = _year_of(m)
            base = printed or year
            if base is None:
                continue
            value = resolve(m, base)
            if value:
                yield DateAtom(m.start(), m.end(), value, printed is not None)


def _spans_with_lead(text: str, atom: DateAtom) -> DateAtom:
    """截至 belongs to its date: ``截至年底`` is one expression, the state at the last day."""
    lead = _AS_OF.search(text[: atom.begin])
    if not lead:
        return atom
    value = atom.edtf.rsplit("/", 1)[-1]
    if re.fullmatch(r"\d{4}", value):
        value += "-12-31"
    elif re.fullmatch(r"\d{4}-\d{2}", value):
        value = _last(int(value[:4]), int(value[5:]))
    return DateAtom(lead.start(), atom.end, value, atom.has_year, True)


def dates_in(text: str, year: int | None) -> tuple[DateAtom, ...]:
    """The date expressions of a folded text, longest first at each place, none overlapping, in order.

    A year printed earlier in the text is the year of what follows it; before that ``year`` is.

    >>> [a.edtf for a in dates_in("5月31日至6月4日,2021年浦江创新论坛在上海举办", 2021)]
    ['2021-05-31/2021-06-04', '2021']
    >>> [a.edtf for a in dates_in("截至年底,平台访问量151万人次", 2021)]
    ['2021-12-31']
    >>> [a.edtf for a in dates_in("“十四五”期间;2020年3月,同年12月底", 2022)]
    ['2021/2025', '2020-03', '2020', '2020-12-31']
    """
    held: list[DateAtom] = []
    taken = -1
    current = year
    for atom in sorted(_candidates(text, None), key=lambda a: (a.begin, -a.end)):
        if atom.begin >= taken:
            held.append(atom)
            taken = atom.end
    explicit = [a for a in held if re.match(r"\d{4}", a.edtf) and "五" not in text[a.begin : a.end]]
    out: list[DateAtom] = list(held)
    bounds = [0, *(a.end for a in explicit), len(text)]
    years = [current, *(int(a.edtf[:4]) for a in explicit)]
    for begin, end, then in zip(bounds, bounds[1:], years, strict=False):
        for atom in sorted(_candidates(text[begin:end], then), key=lambda a: (a.begin, -a.end)):
            moved = DateAtom(atom.begin + begin, atom.end + begin, atom.edtf, atom.has_year)
            if all(moved.end <= o.begin or o.end <= moved.begin for o in out):
                out.append(moved)
    out.sort(key=lambda a: a.begin)
    return tuple(_spans_with_lead(text, a) for a in out)
