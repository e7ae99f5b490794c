"""Dates held against the calendar: weekdays, durations, and days in the wrong order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from shkc_kg.audit.judging import least, most
from shkc_kg.audit.sheet import Count, Sheet, words
from shkc_kg.model import Bound, Finding, FindingKind, Literal, PassageKind, Quote, Reading, Relation, StatKind, Verdict

__all__ = ["calendar"]

_DAYS: Final = "一二三四五六日"
_EVERY: Final = re.compile(rf"每(?:个)?(?:周|星期|礼拜)(?P<day>[{_DAYS}天])(?![至到、和])")
_NAMED: Final = re.compile(rf"^\(?(?:星期|周|礼拜)(?P<day>[{_DAYS}天])(?![刊年期报至到])")
_BACKWARDS: Final = re.compile(
    r"(?<!\d)(?P<m>1[0-2]|0?[1-9])月(?P<d>[12]\d|3[01]|0?[1-9])日?[—~至-]{1,2}(?:(?P<m2>1[0-2]|0?[1-9])月)?(?P<d2>[12]\d|3[01]|0?[1-9])日"
)
_MONTHS: Final = re.compile(r"(?P<y>\d{4}年)?(?P<m>1[0-2]|[1-9])月")


def calendar(reading: Reading, sheets: Mapping[str, Sheet]) -> Iterator[Finding]:
    """Everything that a calendar can tell of a chapter's dates."""
    held = _intervals(reading)
    for sheet in sheets.values():
        yield from _weekdays(sheet)
        for count in sheet.counts:
            yield from _duration(sheet, count, held)
        yield from _backwards(sheet)
    yield from _months(tuple(sheets.values()))


def _day(edtf: str) -> date | None:
    try:
        return date.fromisoformat(edtf) if len(edtf) == len("2021-05-29") else None
    except ValueError:
        return None


def _ends(edtf: str) -> tuple[date, date] | None:
    """The first and last day of an interval of whole days.

    >>> _ends("2021-05-29/2021-07-18"), _ends("2021-05")
    ((datetime.date(2021, 5, 29), datetime.date(2021, 7, 18)), None)
    """
    first, _, last = edtf.partition("/")
    begin, end = _day(first), _day(last)
    return (begin, end) if begin and end else None


def _weekdays(sheet: Sheet) -> Iterator[Finding]:
    """``5月29日至7月18日每周六``: both ends are that day; ``11月3日(星期三)``: the day is."""
    for found in _EVERY.finditer(sheet.text):
        before = [
            (begin, end, ends) for begin, end, edtf in sheet.dates if end <= found.start() and (ends := _ends(edtf))
        ]
        if before and not re.search("[;。]", sheet.text[before[-1][1] : found.start()]):
            begin, _, ends = before[-1]
            yield _weekday(sheet, begin, found.end(), found["day"], ends)
    for begin, end, edtf in sheet.dates:
        named, day = _NAMED.match(sheet.text[end:]), _day(edtf)
        if named and day:
            yield _weekday(sheet, begin, end + named.end(), named["day"], (day,))


def _weekday(sheet: Sheet, begin: int, end: int, printed: str, days: Sequence[date]) -> Finding:
    wanted = _DAYS.index(printed.replace("天", "日"))
    wrong = [day for day in days if day.weekday() != wanted]
    found = "、".join(f"{day.isoformat()} 星期{_DAYS[day.weekday()]}" for day in days)
    if wrong:
        chinese = "；".join(f"{day.isoformat()}是星期{_DAYS[day.weekday()]}" for day in wrong)
        english = "; ".join(f"{day.isoformat()} is a {day:%A}" for day in wrong)
        verdict = Verdict.DISAGREES
    else:
        verdict, chinese, english = Verdict.AGREES, "与日历相符", "The calendar agrees"
    quotes = tuple(dict.fromkeys((sheet.quote(begin, end), sheet.sentence)))
    return Finding(FindingKind.WEEKDAY, verdict, f"星期{printed}", found, quotes, f"{chinese}。", f"{english}.")


Intervals = Mapping[str, tuple[date, date, Quote]]


def _intervals(reading: Reading) -> Intervals:
    """The first and last day of each event whose both days were read, with where they stand."""
    days: dict[str, dict[str, tuple[date, Quote]]] = {}
    for fact in reading.facts:
        if isinstance(fact, Relation) and fact.predicate in ("schema:startDate", "schema:endDate"):
            day = _day(fact.object.value) if isinstance(fact.object, Literal) else None
            if day:
                place = Quote(fact.evidence.passage, fact.evidence.spans[0])
                days.setdefault(fact.subject, {})[fact.predicate] = day, place
    both = {name: held for name, held in days.items() if len(held) == len(("start", "end"))}
    return {
        name: (h["schema:startDate"][0], h["schema:endDate"][0], h["schema:endDate"][1]) for name, h in both.items()
    }


_UNIT_DAYS: Final = {"天": 1, "日": 1, "周": 7, "个星期": 7, "星期": 7}


def _duration(sheet: Sheet, count: Count, held: Intervals) -> Iterator[Finding]:
    """``历时7天`` and ``5月22—28日``, in one sentence or said of one event."""
    one = count.observation
    before = sheet.text[max(0, count.begin - 6) : count.begin]
    if one.stat is not StatKind.DURATION or one.value is None or one.unit not in _UNIT_DAYS:
        return
    if not any(before.rstrip("了").endswith(word) for word in words("lasting")):
        return
    own = [(*ends, sheet.quote(b, e)) for b, e, edtf in sheet.dates if (ends := _ends(edtf))]
    found = own[-1] if own else held.get(one.about)
    if found is None:
        return
    first, last, place = found
    days = Decimal((last - first).days + 1)
    stated = least(one) * _UNIT_DAYS[one.unit], most(one) * _UNIT_DAYS[one.unit]
    if one.bound in (Bound.ABOUT, Bound.NEARLY, Bound.VAGUE):
        verdict, chinese, english = Verdict.UNDECIDED, "所述天数不是确数。", "The stated duration is not exact."
    elif stated[0] <= days <= stated[1]:
        verdict, chinese, english = Verdict.AGREES, "起止日期相隔的天数与所述相符。", "The dates span as many days."
    else:
        verdict, chinese, english = Verdict.DISAGREES, f"起止日期共{days}天。", f"The dates span {days} days."
    quotes = (sheet.quote(max(0, count.begin - 2), count.unit_end), place)
    yield Finding(
        FindingKind.DURATION, verdict, f"{one.printed}{one.unit}", f"{first}/{last}", quotes, chinese, english
    )


def _backwards(sheet: Sheet) -> Iterator[Finding]:
    """``6月4日至6月1日``: an interval that ends before it begins; by months it may span new year."""
    for found in _BACKWARDS.finditer(sheet.text):
        month = int(found["m2"] or found["m"])
        if month == int(found["m"]) and int(found["d2"]) < int(found["d"]):
            yield Finding(
                FindingKind.ORDER,
                Verdict.DISAGREES,
                found[0],
                f"{found['d2']} < {found['d']}",
                (sheet.quote(*found.span()), sheet.sentence),
                "终止日期早于起始日期。",
                "The last day is before the first.",
            )


def _months(pages: Sequence[Sheet]) -> Iterator[Finding]:
    """Headings that are months, one after the other under one heading: in order, forwards or backwards, or in none."""
    runs: dict[tuple[str, ...], list[Sheet]] = {}
    for page in pages:
        if page.passage.kind is PassageKind.HEADING and _MONTHS.fullmatch(page.text):
            runs.setdefault(page.passage.scope, []).append(page)
    for run in runs.values():
        months = [(found["y"] or "", int(found["m"])) for page in run if (found := _MONTHS.fullmatch(page.text))]
        if len(run) < len(("one", "other")) or len({year for year, _ in months}) > 1:
            continue
        numbers = [month for _, month in months]
        ordered = numbers in (sorted(numbers), sorted(numbers, reverse=True))
        yield Finding(
            FindingKind.ORDER,
            Verdict.AGREES if ordered else Verdict.DISAGREES,
            "、".join(page.text for page in run),
            "依次" if ordered else "错乱",
            tuple(page.sentence for page in run),
            "各月依次排列。" if ordered else "各月没有依次排列。",
            "The months follow each other." if ordered else "The months don't follow each other.",
        )
