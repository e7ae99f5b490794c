"""Counted and measured numbers: 3979万+人次, 逾150位, 20~30家, 三十余项, 百亿级, 数十位."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from shkc_kg.model import Bound, StatKind
from shkc_kg.reading.figures.bounds import (
    after_words,
    before_words,
    bound_after,
    bound_before,
    bound_of_whole,
    is_cap,
    reaches_mark,
)
from shkc_kg.reading.figures.number import Number
from shkc_kg.reading.figures.numerals import ARABIC, HAN, HAN_DIGITS, MULTIPLIER, arabic, either, han, multiplier
from shkc_kg.reading.lexicon import unit_guards, unit_kinds, words

__all__ = ["counts"]

_COUNTING: Final = frozenset(
    (
        "count",
        "batch",
        "duration",
        "place",
        "feature",
        "ratio",
        "money",
        "length",
        "area",
        "age",
        "mass",
        "volume",
        "power",
        "points",
    )
)
_INCLUDED: Final = r"(?:\(含(?:本数)?\))"  # 60岁(含)以下
_OVER: Final = "(?:(?<!以)上|(?<![通超经])过|(?<!突)破)"  # 上千, 过百, 破亿
_RANGE: Final = r"(?:~|—{1,2}|-{1,2}|至|到)"
_PER: Final = (
    "人年|万人|人|家|年|天|日|亩|吨|次|平方米|平方公里|平方千米|立方米|百公里|公里|小时|秒|升|户|件|千瓦时|度|月|公顷|千克|公斤|瓦|分钟"
    "|台|辆|个|套|m²|km²|kWh|h|s"
)


def _guarded(unit: str) -> str:
    guard = unit_guards().get(unit)
    return rf"{re.escape(unit)}(?!(?!师生)[{guard}])" if guard else re.escape(unit)  # 名师, but 300余名师生


@cache
def _unit(*kinds: str) -> str:
    """A pattern of the units of some kinds, the longest first; each not before what makes another word of it."""
    chosen = (u for u, k in unit_kinds().items() if not kinds or k in kinds)
    return "|".join(_guarded(u) for u in sorted(chosen, key=lambda u: (-len(u), u)))


@cache
def _arabic_pattern() -> re.Pattern[str]:
    measured = rf"(?:{_unit()})(?![A-Za-z])(?:/(?:{_PER}))?"
    return re.compile(
        rf"(?:(?P<bound>{before_words()})(?P<link>“|占|为|达|有|到|共|了|可达|(?<=最高)可?(?:给予|获得?|享受|奖励|补助|补贴|资助|支持|奖补|授信|贷款|奖|补))?)?"
        rf"(?<![\d.])(?P<n>{ARABIC})(?P<more0>\+|[多余](?=万|亿))?(?P<m>{MULTIPLIER})?"
        rf"(?:(?:%(?=[~—-]))?{_RANGE}(?P<n2>{ARABIC})(?P<m2>{MULTIPLIER})?)?"
        rf"(?P<more>[多余几]|\+)?(?:(?P<pct>%|‰)|(?P<unit>{measured})(?P<more2>\+|[多余](?![\u4e00-\u9fff]))?)?"
        rf"(?P<tail>{_INCLUDED}?(?:{after_words()}))?"
    )


@cache
def _han_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?P<bound>{before_words()})(?:占|为|达|有|到|共|了)?|(?P<hundred>{_OVER})(?=[百千万亿]))?"
        rf"(?<![数几第{HAN_DIGITS}])(?P<n>{HAN})(?:[至到](?P<n2>[一二三四五六七八九十]))?(?P<more>[多余几])?(?P<m>[万亿])?"
        rf"(?P<unit>(?:{_unit(*sorted(_COUNTING))})(?:/(?:{_PER}))?)(?P<more2>余)?(?P<tail>{_INCLUDED}?(?:{after_words()}))?"
    )


@cache
def _breakthrough() -> re.Pattern[str]:
    return re.compile(r"[^,;。、]{0,20}?(?:技术|难题|瓶颈|环节|工艺|装备|堡垒|短板)")


def _arabic_number(m: re.Match[str], text: str) -> Number:
    factor = multiplier(m["m"] or "")
    value, high = arabic(m["n"]) * factor, None
    if m["n2"]:
        upper = multiplier(m["m2"] or "")
        value = arabic(m["n"]) * (factor if m["m"] else upper)
        high = arabic(m["n2"]) * (upper if m["m2"] else factor)
        high = high if high > value else None
    unit = m["pct"] or m["unit"] or ""
    digits_end = max(m.end(g) for g in ("n", "m", "n2", "m2", "more", "more0"))
    end = m.end("pct") if m["pct"] else digits_end
    unit_end = max(end, m.end("unit"), m.end("more2"))
    if m["tail"]:
        unit_end = m.end("tail")
        end = unit_end if not m["unit"] else end
    begin = m.start("bound") if m["bound"] and not m["link"] else m.start("n")
    kind = _kind(unit)
    stat = {"percent": StatKind.SHARE, "duration": StatKind.DURATION}.get(kind)
    return Number(begin, end, unit_end, value, unit, kind, _bound(m, text, unit, unit_end, kind), high, stat)


def _kind(unit: str) -> str:
    """The kind of a unit; a unit per another (万元/人) keeps the kind of the first."""
    if unit in ("%", "‰"):
        return "percent"
    return unit_kinds().get(unit) or unit_kinds().get(unit.split("/")[0], "count" if unit else "")


def _bound(m: re.Match[str], text: str, unit: str, unit_end: int, kind: str) -> Bound:
    """A word behind the number goes first (突破20项左右: about), 突破 before techniques is a verb.

    >>> [n.bound.value for n in counts("突破20项关键技术,突破2000家,约占全国的8.5%")]
    ['Exact', 'AtLeast', 'About']
    """
    groups = m.groupdict()
    for key in ("tail", "more", "more0", "more2"):
        if groups.get(key):
            return bound_after(groups[key].rpartition(")")[2])
    if m["bound"]:
        verb = m["bound"].startswith("突破") and unit in ("项", "个", "种", "款", "批")
        return Bound.EXACT if verb and _breakthrough().match(text, unit_end) else bound_before(m["bound"])
    if groups.get("hundred") or reaches_mark(text, unit_end):
        return Bound.AT_LEAST
    if kind == "data" and text.startswith("级", unit_end):
        return Bound.ABOUT  # 提升到1EFlops级
    if kind == "percent" and text.endswith("前", 0, m.start("n")):
        return Bound.AT_MOST  # 进入全球前1%
    if is_cap(text, m.start("n")):
        return Bound.AT_MOST
    return (bound_of_whole(text, m.start("n")) if kind in ("percent", "ratio") else None) or Bound.EXACT


_CLEAR_ONE: Final = re.compile(r"(?:仅|仅有|只有|唯有|唯一|共)\Z")
_MORE_THAN: Final = re.compile(r"(?:增长|提高|提升|增加|扩大|翻|高出?|超过?|近|约|逾|了)\Z")  # 增长近一倍
_PERIOD_NOUN: Final = re.compile(r"(?:行动|规划|计划|期|制|级|攻坚|来|间|以来|之内|大会|一[个次届贯]|如一|树木)")
_PHASE: Final = re.compile(
    r"(?:工程|项目|建设|线站|扩建|厂房|开发|改造|启动|基金|用地|地块|园|竣工|开工|投产|建成|、[一二三四]期)"
)
# 二期正式启用; 三期培训班 are counted
_STAGE: Final = re.compile(
    r"[一二三四五]期(?!培训|研修|训练|讲|班|节目|刊|简报|沙龙|活动|论坛|学员|专栏|展)(?=[\u4e00-\u9fff,;。、])"
)
_ALONE: Final = frozenset(("百", "千", "万", "亿", "十万", "百万", "千万", "十亿", "百亿", "千亿", "万亿"))


def _han_number(m: re.Match[str], text: str) -> Number | None:
    """A number in Chinese numerals with a measure word; ``None`` where it is a word: 一家 (an article), 三年行动."""
    printed, unit = m["n"], m["unit"]
    kind = _kind(unit)
    value = han(printed)
    before = text[max(0, m.start() - 6) : m.start()]
    if value is None or before[-1:] in ("统", "唯", "专", "每", "单", "同", "任", "之"):
        return None
    if printed in ("一", "零") and (
        kind in ("batch", "duration", "feature", "place")
        or not (_CLEAR_ONE if kind != "ratio" else _MORE_THAN).search(before)
    ):
        return None
    if kind == "place" and (printed in ("两", "二") or value > 100):
        return None
    if (
        kind == "duration"
        and unit in ("日", "月", "年", "周", "年度")
        and (_PERIOD_NOUN.match(text, m.end("unit")) or unit in "月日")
    ):
        return None
    if unit == "期" and (_PHASE.match(text, m.end("unit")) or _STAGE.match(text, m.start("n"))):
        return None
    bare = printed in _ALONE and not (m["bound"] or m["hundred"] or m["more"] or m["tail"])
    if bare:
        vague = (
            unit in "家位名项场人"
            and printed in "百千"
            and not re.match(r"[万强口民姓户亩均才]|争鸣", text[m.end("unit") :])
        )
        return Number(m.start("n"), m.end("n"), m.end("unit"), None, unit, kind, Bound.VAGUE) if vague else None
    value *= multiplier(m["m"] or "")
    high = han(m["n2"]) if m["n2"] else None
    begin = m.start("bound") if m["bound"] else m.start("hundred") if m["hundred"] else m.start("n")
    if m["bound"] and m.end("bound") != m.start("n"):
        begin = m.start("n")
    end = max(m.end(g) for g in ("n", "n2", "more", "m"))
    unit_end = max(m.end("unit"), m.end("more2"), m.end("tail"))
    stat = StatKind.DURATION if kind == "duration" else None
    return Number(begin, end, unit_end, value, unit, kind, _bound(m, text, unit, unit_end, kind), high, stat)


_SOLE: Final = re.compile(r"唯一的?(?P<n>一)(?P<unit>[家个所座支项款条例名位])(?=[\u4e00-\u9fff])")
_EDITIONS: Final = re.compile(rf"(?:举办|举行|召开|办)(?:了|过)?(?P<n>\d{{1,3}}|{HAN})(?P<unit>届)(?![年会大])")


def _special(text: str) -> Iterator[Number]:
    """``全国唯一一家``, ``已连续举办四届``: a one and a count of editions that other words would be read as."""
    for pattern in (_SOLE, _EDITIONS):
        for m in pattern.finditer(text):
            if (value := either(m["n"])) is not None:
                yield Number(m.start("n"), m.end("n"), m.end(), value, m["unit"], "count", Bound.EXACT)


@cache
def _magnitude() -> re.Pattern[str]:
    big = "十亿|百亿|千亿|万亿|百万|千万|十万|亿|万|千|百"
    return re.compile(
        rf"(?P<bound>{before_words()}|{_OVER})?(?<![{HAN_DIGITS}数几\d多余每人])(?P<n>{big})(?P<money>(?:美|欧)?元)?"
        rf"(?:(?P<level>级)|(?P<tail>以上|以下)|(?={_unit('count')}))?"
    )


# 产值首破万亿、达到…, 规模突破千亿大关: money, though no 元 says so
_PASSED: Final = re.compile(r"(?:的?(?:大关|关口|台阶|门槛)|[,;。、!)”]|\Z)")
_USERS: Final = re.compile(
    r"(?:人口|人次|用户数?|人数|次数|下载量?|播放量?|点击量?|浏览量?|阅读量?|参数量?|访问量?)[^,;。]{0,6}\Z"
)


def _is_passed(m: re.Match[str], text: str) -> bool:
    """Whether a bare order of magnitude is a sum of money that was passed."""
    ends = m["bound"] and m["n"].endswith("亿") and _PASSED.match(text, m.end())
    return bool(ends) and _USERS.search(text, max(0, m.start() - 12), m.start()) is None


def _magnitudes(text: str) -> Iterator[Number]:
    """Orders of magnitude: ``百亿级项目`` is about 10 000 000 000, ``亿元以上项目`` at least 100 000 000.

    >>> [(str(n.value), n.bound.value) for n in counts("百亿级项目,亿元以上项目20个,突破百家")]
    [('10000000000', 'About'), ('100000000', 'AtLeast'), ('20', 'Exact'), ('100', 'AtLeast')]
    """
    for m in _magnitude().finditer(text):
        if not (_is_passed(m, text) or m["level"] or (m["money"] and (m["tail"] or m["bound"]))):
            continue
        led = m["bound"] if not (m["level"] and m["bound"] == "上") else ""  # 迈上万亿级台阶
        bound = bound_before(led) if led else bound_after(m["tail"]) if m["tail"] else Bound.ABOUT
        begin = m.start("bound") if led else m.start("n")
        unit = m["money"] or ("元" if m["n"] not in ("百", "千", "万") else "")
        yield Number(begin, m.end("n"), m.end(), multiplier(m["n"]), unit, "money" if unit else "count", bound)


@cache
def _vague_patterns() -> tuple[re.Pattern[str], ...]:
    unit = _unit("count", "money", "area", "batch")
    several = "|".join(_guarded(u) for u in sorted(words("several_units"), key=lambda u: (-len(u), u)))
    return (
        re.compile(
            rf"(?<![一-鿿])?(?P<n>(?<![岁指函参多少总人系])数[十百千万亿]+|几[十百千万亿]+|好几|百[万亿]|千[万亿])(?:余|多)?(?P<unit>{unit})"
        ),
        re.compile(
            rf"(?<![众诸很许更最大差过繁几之者其甚越诸\d余亿万千百十])(?P<n>多)(?P<unit>{several})(?![方元样功媒次年地维])"
        ),
        re.compile(
            rf"(?P<n>若干|(?<![岁指函参多少总人系次件个倍个号度常计代系])数|(?<![十百好])几)(?P<unit>{several})"
        ),
        re.compile(r"(?<![第新同上下这该每首千百十二三四五六七八九后前])(?P<n>一大?)(?P<unit>批(?![次准复])|系列)"),
    )


def _vague(text: str) -> Iterator[Number]:
    for pattern in _vague_patterns():
        for m in pattern.finditer(text):
            yield Number(m.start("n"), m.end("n"), m.end(), None, m["unit"], "vague", Bound.VAGUE)


def counts(text: str) -> Iterator[Number]:
    """The counted and measured numbers of a folded text, those with a value first at each place.

    >>> [(str(n.value), n.unit, n.bound.value) for n in counts("20多个国家,逾150位专家,3979万+人次,数十位院士")]
    [('20', '个', 'AtLeast'), ('150', '位', 'AtLeast'), ('39790000', '人次', 'AtLeast'), ('None', '位', 'Vague')]
    """
    found = [_arabic_number(m, text) for m in _arabic_pattern().finditer(text)]
    found += [n for m in _han_pattern().finditer(text) if (n := _han_number(m, text))]
    found += [*_special(text), *_magnitudes(text), *_vague(text)]
    taken = bytearray(len(text))
    kept = []
    for number in sorted(found, key=lambda n: (n.value is None, n.begin, -n.unit_end)):
        if not any(taken[number.begin : number.end]):
            taken[number.begin : number.end] = b"\1" * (number.end - number.begin)
            kept.append(number)
    yield from sorted(kept, key=lambda n: n.begin)
