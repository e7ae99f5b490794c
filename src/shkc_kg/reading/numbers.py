"""Numbers in a passage: value, unit, bound; and what looks like one and is not a quantity."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Final

from shkc_kg.model import Bound, StatKind
from shkc_kg.reading.lexicon import bound_words, unit_kinds, words
from shkc_kg.reading.numerals import ARABIC, HAN, MULTIPLIER, arabic, han, multiplier

__all__ = ["NotQuantity", "Number", "numbers_in"]


@dataclass(frozen=True, slots=True)
class Number:
    """A number as printed in a folded passage text.

    ``begin``..``end`` covers bound words, digits and percent sign; ``unit_end`` is where the unit ends.
    ``value`` is in base units, ``None`` when vague; ``high`` is the upper end of a range.
    ``stat`` is set where the form alone tells it (share, rank, ordinal, duration).
    """

    begin: int
    end: int
    unit_end: int
    value: Decimal | None
    unit: str
    kind: str
    bound: Bound
    high: Decimal | None = None
    stat: StatKind | None = None


@dataclass(frozen=True, slots=True)
class NotQuantity:
    """Digits that state no quantity, and why."""

    begin: int
    end: int
    reason: str


def _alternatives(options: Sequence[str]) -> str:
    return "|".join(re.escape(o) for o in sorted(options, key=lambda o: (-len(o), o)))


@cache
def _before() -> str:
    return _alternatives(tuple(bound_words("before")))


@cache
def _after() -> str:
    return _alternatives(tuple(bound_words("after")))


@cache
def _unit(*kinds: str) -> str:
    return _alternatives(tuple(u for u, k in unit_kinds().items() if not kinds or k in kinds))


_COUNTING: Final = ("count", "batch", "duration", "place", "feature", "ratio", "money", "length", "area", "age")
_ONLY_CLEAR_ONE: Final = "家项座所名位艘"  # 一 before another measure word is an article, not a count
_RANGE: Final = r"(?:~|—|-|至|到)"


@cache
def _arabic_pattern() -> re.Pattern[str]:
    units = _unit()
    return re.compile(
        rf"(?P<bound>{_before()})?(?P<lead>[共达为])?(?P<bound2>{_before()})?"
        rf"(?<![\d.])(?P<n>{ARABIC})(?P<m>{MULTIPLIER})?"
        rf"(?:{_RANGE}(?P<n2>{ARABIC})(?P<m2>{MULTIPLIER})?)?"
        rf"(?P<more>[多余几]|\+)?(?P<m3>{MULTIPLIER})?(?P<more2>[多余]|\+)?"
        rf"(?:(?P<pct>%|‰)|(?P<unit>{units}(?:/[人家年天日亩吨次]|/平方米|/平方公里)?)(?P<more3>\+|[多余](?![\u4e00-\u9fff]))?)?"
        rf"(?P<tail>{_after()})?"
    )


@cache
def _han_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<bound>{_before()}|上(?=[百千万亿]))?(?<![数几第])(?P<n>{HAN})(?P<more>[多余])?(?P<m>[万亿])?(?P<unit>{_unit(*_COUNTING)})"
        rf"(?P<more2>余)?(?P<tail>{_after()})?"
    )


_FRACTION: Final = re.compile(r"(?P<a>\d+)/(?P<b>\d+)(?!\d|/|[A-Za-z])")
_HAN_FRACTION: Final = re.compile(rf"(?P<b>{HAN}|\d+)分之(?P<a>{HAN}|\d+(?:\.\d+)?)")
_TENTHS: Final = re.compile(r"(?P<n>[一二三四五六七八九])成(?P<half>半)?(?P<tail>以上|以下|左右|多)?(?![立果效为员长功就本交熟套都分品])")
_HALF: Final = re.compile(r"(?P<lead>占|达|近|逾|超过|超|约|约占|过)(?:了)?(?:一)?半(?:数)?(?P<tail>以上|左右)?(?![年导径山岛月])")
_DOUBLE: Final = re.compile(r"翻(?P<n>[一两二三四\d])?番")
_FORMULA: Final = re.compile(r"[“\"]?(?<![\d%万亿])\d+(?:\+(?:\d+|[A-Za-zNX])){1,}[”\"]?|[“\"]\d{1,3}\+[^”\"]{1,8}[”\"]")
_STRONG: Final = re.compile(r"\d+强")
_CLOCK: Final = re.compile(r"(?<!\d)(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?!\d)")
_DOCUMENT: Final = re.compile(r"[〔\[(]\d{4}[〕\])]\s*\d+号|第?\d+号(?:令|文|公告|线|楼|馆|路)|第[一二三四五六七八九十百\d]+条(?:规定)?")
_ORDINAL: Final = re.compile(
    rf"第(?P<n>\d+|{HAN})(?P<unit>届|次|批|期|季|版|轮|部|个|代|位|名|章|节|篇|条|辑|集|号)?"
    rf"|(?P<v>\d+(?:\.\d+)*)(?P<vunit>版|\.0(?![\d.]))"
)
_RANK_LEAD: Final = re.compile(
    r"(?:全国|全球|世界|全市|全省|全区|国内|亚洲|国际|位居|位列|排名|名列|列|居|跃居|跃升至|升至|稳居|保持|城市|排|第)(?:中?的?)?$"
)
_TOP: Final = re.compile(rf"前(?P<n>\d+|{HAN})(?P<unit>位|名|强|家|列)")
_FIRST_PLACE: Final = re.compile(r"(?:居|列|据|位居|位列|稳居|名列|排名|位于|跃居|高居|保持)[^,;。、]{0,8}?(?P<rank>首位|榜首|第一位|第一)")
_IDENTIFIER: Final = re.compile(r"[A-Za-z][A-Za-z]*[-·]?\d[\dA-Za-z.+-]*|(?<![\d.])\d+(?:\.\d+)?[A-Za-z]+(?:\+[A-Za-z\d]+)*[A-Za-z\d]*")
_UNIT_LETTERS: Final = re.compile(r"\d+(?:\.\d+)?(?:TEU|[TPEGM]B|GHz|MHz|[GMk]W|[PTE]FL[Oo][Pp][Ss]|[GMT]bps|km|mm|cm|nm|kg)\b")
_VAGUE_TENS: Final = re.compile(r"(?P<n>数[十百千万亿]+|几[十百千万]+|好几|上?百[余]?|上?千[余]?|成[百千]上[千万])(?P<unit>{unit})")
_YEAR_IN_NAME: Final = re.compile(r"(?<![\d.])(?:19|20)\d{2}(?![\d.,%万亿余多+]|[个家项人名位场件篇元]|/)")
_QUOTED_PHRASE: Final = re.compile(rf"[“\"][^”\"\d]{{0,6}}[一两二三四五六七八九十][^”\"\d]{{0,6}}[”\"]")
_PROVINCES_AND_CITY: Final = re.compile(r"[一二三四五]省[一二三四]?[市区]|[一二三四五]市[一二三四五]县")
_ACADEMIC: Final = re.compile(r"[一二三]级(?:甲|乙|丙)等|三甲|双一流")


def _bound_of(m: re.Match[str]) -> Bound:
    groups = m.groupdict()
    for key in ("bound2", "bound"):
        if groups.get(key):
            return Bound(bound_words("before").get(groups[key]) or "AtLeast")
    for key in ("tail", "more", "more2", "more3"):
        if groups.get(key):
            return Bound(bound_words("after").get(groups[key]) or "AtLeast")
    return Bound.EXACT


def _skipped(text: str) -> Iterator[NotQuantity]:
    """What holds digits and is none of a quantity."""
    for pattern, reason in (
        (_CLOCK, "clock time"),
        (_DOCUMENT, "number of a document or article"),
        (_FORMULA, "formula-like name"),
        (_STRONG, "name of a ranking"),
        (_ACADEMIC, "grade"),
        (_YEAR_IN_NAME, "year in a name"),
        (_QUOTED_PHRASE, "phrase in quotes"),
        (_PROVINCES_AND_CITY, "fixed phrase"),
    ):
        for m in pattern.finditer(text):
            if not (reason == "name of a ranking" and text[: m.start()].endswith("前")):
                yield NotQuantity(m.start(), m.end(), reason)
    for m in _IDENTIFIER.finditer(text):
        if not _UNIT_LETTERS.match(m[0]):
            yield NotQuantity(m.start(), m.end(), "part of an identifier")


def _arabic_number(m: re.Match[str]) -> Number | None:
    if m["m3"] and not m["more"]:
        return None
    factor = multiplier(m["m"] or "") * multiplier(m["m3"] or "")
    value = arabic(m["n"]) * factor
    high = None
    if m["n2"]:
        upper = multiplier(m["m2"] or "")
        value = arabic(m["n"]) * (factor if m["m"] else upper * factor)
        high = arabic(m["n2"]) * (upper if m["m2"] else factor)
        if high <= value:
            high = None
    unit = m["pct"] or m["unit"] or ""
    kind = unit_kinds().get(unit, "percent" if m["pct"] else "money" if unit.startswith("元/") else "count" if unit else "")
    begin = m.start("n") if m["lead"] else m.start()
    if m["bound2"]:
        begin = m.start("bound2")
    unit_end = m.end("more3") if m["more3"] else m.end("unit") if m["unit"] else 0
    digits_end = m.end("more2") if m["more2"] else m.end("m3") if m["m3"] else m.end("more") if m["more"] else 0
    digits_end = digits_end or m.end("m2") if m["m2"] else digits_end or (m.end("n2") if m["n2"] else m.end("m") if m["m"] else m.end("n"))
    end = m.end("pct") if m["pct"] else digits_end
    if m["tail"]:
        unit_end = m.end("tail")
        end = unit_end if m["pct"] or not m["unit"] else end
    bound = _bound_of(m)
    if not m["bound2"] and m["lead"] and m["bound"]:
        begin = m.start("bound")
    stat = {"percent": StatKind.SHARE, "duration": StatKind.DURATION}.get(kind)
    return Number(begin, end, max(unit_end, end), value, unit, kind, bound, high, stat)


def _han_number(m: re.Match[str], text: str) -> Number | None:
    printed, unit = m["n"], m["unit"]
    kind = unit_kinds()[unit]
    value = han(printed)
    if value is None or (printed == "一" and (kind == "batch" or unit not in _ONLY_CLEAR_ONE)):
        return None
    if kind == "place" and (printed in ("一", "两", "二") or value > 100):
        return None
    if kind == "duration" and unit in ("日", "月", "年") and re.match(r"(?:行动|规划|计划|期|制|级|攻坚|来|间)", text[m.end() :]):
        return None
    if printed[0] in "百千万亿" and len(printed) == 1 and not m["bound"] and not m["more"]:
        return Number(m.start(), m.end("n"), m.end("unit"), None, unit, kind, Bound.VAGUE) if unit in "家位名项场人" else None
    if m["m"]:
        value *= multiplier(m["m"])
    begin = m.start("bound") if m["bound"] else m.start("n")
    end = m.end("m") if m["m"] else m.end("more") if m["more"] else m.end("n")
    stat = StatKind.DURATION if kind == "duration" else None
    unit_end = m.end("tail") if m["tail"] else m.end("more2") if m["more2"] else m.end("unit")
    return Number(begin, end, unit_end, value, unit, kind, _bound_of(m), None, stat)


def _fractions(text: str) -> Iterator[Number]:
    before = re.compile(rf"({_before()})?占?了?({_before()})?$")
    for m in _FRACTION.finditer(text):
        if Decimal(m["b"]) == 0 or Decimal(m["a"]) >= Decimal(m["b"]):
            continue
        yield _share(text, before, m.start(), m.end(), Decimal(m["a"]) / Decimal(m["b"]))
    for m in _HAN_FRACTION.finditer(text):
        a = han(m["a"]) if not m["a"][0].isdigit() else Decimal(m["a"])
        b = han(m["b"]) if not m["b"].isdigit() else Decimal(m["b"])
        if a is not None and b:
            percent = m["b"] in ("百", "千")
            yield _share(text, before, m.start(), m.end(), a if percent else a / b, "%" if percent else "")
    for m in _TENTHS.finditer(text):
        value = (Decimal("一二三四五六七八九".index(m["n"]) + 1) + (Decimal("0.5") if m["half"] else 0)) / 10
        number = _share(text, before, m.start(), m.end(), value)
        if m["tail"]:
            number = replace(number, bound=Bound(bound_words("after")[m["tail"]]))
        yield number
    for m in _HALF.finditer(text):
        bound = {"近": Bound.NEARLY, "约": Bound.ABOUT, "约占": Bound.ABOUT, "占": Bound.EXACT, "达": Bound.EXACT}
        found = Bound.AT_LEAST if m["tail"] == "以上" else bound.get(m["lead"], Bound.AT_LEAST)
        yield Number(m.start(), m.end(), m.end(), Decimal("0.5"), "", "percent", found, None, StatKind.SHARE)
    for m in _DOUBLE.finditer(text):
        times = han(m["n"]) if m["n"] and not m["n"].isdigit() else Decimal(m["n"] or 1)
        yield Number(m.start(), m.end(), m.end(), Decimal(2) ** (times or Decimal(1)), "倍", "ratio", Bound.EXACT)


def _share(text: str, before: re.Pattern[str], begin: int, end: int, value: Decimal, unit: str = "") -> Number:
    lead = before.search(text[:begin])
    word = (lead[2] or lead[1]) if lead else None
    start = lead.start(2 if lead[2] else 1) if lead and word and not (lead[1] and not lead[2] and begin - lead.end(1)) else begin
    bound = Bound(bound_words("before")[word]) if word else Bound.EXACT
    return Number(start, end, end, round(value, 6).normalize() + 0, unit, "percent", bound, None, StatKind.SHARE)


def _ordinals(text: str) -> Iterator[Number]:
    for m in _TOP.finditer(text):
        value = han(m["n"]) if not m["n"].isdigit() else Decimal(m["n"])
        if value is not None:
            yield Number(m.start(), m.end("n"), m.end(), value, m["unit"], "rank", Bound.AT_MOST, None, StatKind.RANK)
    for m in _FIRST_PLACE.finditer(text):
        yield Number(m.start("rank"), m.end("rank"), m.end("rank"), Decimal(1), "位", "rank", Bound.EXACT, None, StatKind.RANK)
    for m in _ORDINAL.finditer(text):
        printed = m["n"] or m["v"].split(".")[0]
        value = Decimal(m["v"]) if m["v"] and m["v"].count(".") <= 1 else (
            han(printed) if not printed[0].isdigit() else Decimal(printed)
        )
        if value is None or (m["n"] and not m["unit"] and not _RANK_LEAD.search(text[: m.start()])):
            continue
        end = m.end("n") if m["n"] else m.end("v")
        ranked = m["n"] and m["unit"] in (None, "位", "名") and _RANK_LEAD.search(text[: m.start()])
        begin = m.start()
        unit = m["unit"] or m["vunit"] or ""
        if m["vunit"] == ".0":
            value, end, unit = Decimal(f"{m['v']}.0"), m.end(), "版"
        stat = StatKind.RANK if ranked else StatKind.ORDINAL
        yield Number(begin, end, m.end(), value, unit or "位", "rank" if ranked else "ordinal", Bound.EXACT, None, stat)


@cache
def _vague_patterns() -> tuple[re.Pattern[str], ...]:
    unit = _unit("count", "money", "area", "batch", "duration")
    several = _alternatives(tuple(words("several_units")))
    return (
        re.compile(rf"(?P<n>数[十百千万亿]+|几[十百千万亿]+|好几|百[万亿]|千[万亿])(?P<unit>{unit}|级)"),
        re.compile(r"(?P<n>百亿|千亿|万亿|百万|千万)(?P<unit>级)"),
        re.compile(rf"(?<![众诸很许更最大差过繁几之者其\d余亿万千百十])(?P<n>多)(?P<unit>{several})(?![方元])"),
        re.compile(rf"(?P<n>若干|数)(?P<unit>{several})"),
        re.compile(r"(?<![第新同上下这该每首千百十二三四五六七八九])(?P<n>一大?)(?P<unit>批(?!次)|系列)"),
    )


def _vague(text: str) -> Iterator[Number]:
    for pattern in _vague_patterns():
        for m in pattern.finditer(text):
            yield Number(m.start(), m.end("n"), m.end(), None, m["unit"], "vague", Bound.VAGUE)


def _exact(text: str) -> Iterator[Number]:
    for m in _arabic_pattern().finditer(text):
        number = _arabic_number(m)
        if number:
            yield number
    for m in _han_pattern().finditer(text):
        number = _han_number(m, text)
        if number:
            yield number


def numbers_in(text: str, taken: Sequence[tuple[int, int]] = ()) -> tuple[tuple[Number, ...], tuple[NotQuantity, ...]]:
    """The numbers of a folded text outside the ``taken`` stretches (dates, titles), and the digits that are none.

    >>> found, _ = numbers_in("来自20多个国家和地区,逾150位专家,意向交易额超4亿元,占比约1/4")
    >>> [(str(n.value), n.unit, n.bound.value) for n in found]
    [('20', '个', 'AtLeast'), ('150', '位', 'AtLeast'), ('400000000', '元', 'AtLeast'), ('0.25', '', 'About')]
    >>> [(r.reason) for r in numbers_in("G60科创走廊、世界500强、“1+2+11+X”")[1]]
    ['part of an identifier', 'name of a ranking', 'formula-like name']
    """
    busy = list(taken)
    free = lambda b, e: all(e <= x or y <= b for x, y in busy)  # noqa: E731 - a name for one line
    skipped = []
    for skip in sorted(_skipped(text), key=lambda s: (s.begin, -s.end)):
        if free(skip.begin, skip.end):
            skipped.append(skip)
            busy.append((skip.begin, skip.end))
    found = []
    for stage in (_fractions, _ordinals, _exact, _vague):
        made = sorted(stage(text), key=lambda n: (n.begin, -n.unit_end))
        for number in made:
            if free(number.begin, number.end):
                found.append(number)
                busy.append((number.begin, number.end))
    return tuple(sorted(found, key=lambda n: n.begin)), tuple(skipped)
