"""The year and region of a text: told by manifest or option, or inferred from the text, or left open."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final

from shkc_kg.model import Passage, PassageKind, Source
from shkc_kg.reading.begun import Begun, ahead_begun, span_begun, year_begun
from shkc_kg.reading.clock import Clock
from shkc_kg.reading.dateline import Dated, dated_in
from shkc_kg.reading.names.known import place_entry
from shkc_kg.reading.news import is_undated_news, opens_with_day, untitled
from shkc_kg.reading.periods import PLAN_YEARS
from shkc_kg.reading.place import region_of
from shkc_kg.reading.text import fold

__all__ = ["Setting", "setting_of"]

_TOP: Final = 6  # passages in which a title, a speaker's line or a dateline stands


@dataclass(frozen=True, slots=True)
class Setting:
    """Year and region of a text, with the reason for each, and the clock that each passage goes by."""

    year: int | None
    region: str | None
    reasons: Mapping[str, str]
    clocks: Mapping[str, Clock] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def years(self) -> Mapping[str, int | None]:
        """The year of each passage."""
        return MappingProxyType({p: clock.year for p, clock in self.clocks.items()})


_FULL_YEAR: Final = r"(?<![\d.A-Za-z])((?:19|20)\d{2})"
_REVIEWING: Final = re.compile(
    rf"{_FULL_YEAR}年?度?[^,;。\n]{{0,30}}(?:公报|年鉴|综述|回顾|统计|白皮书|年报|年度报告|发展报告|总结|进展|成果|情况|(?<!工作)报告)"
)
_REVIEWED: Final = re.compile(rf"(?m)(?:公报|年报|白皮书|综述|总结|进展|概况|(?<!工作)报告)\(?{_FULL_YEAR}年?度?\)?$")
_WORK_REPORT: Final = re.compile(r"(?:政府|法院|检察院|常委会)?工作报告")
_PLAN_TITLE: Final = re.compile(r"[“\"]?(?P<plan>十[一二三四五]|十)五[”\"]?[^,;。\n]{0,24}(?:规划|纲要|计划)")
_YEARS_OF_PLAN: Final = re.compile(r"(?:计划|规划|方案)\((20\d\d)年?[—~-]{1,2}20\d\d年?\)")
_AHEAD: Final = re.compile(
    r"(?:成立|创立|始建|创建|创办|组建|建成)于\Z|(?:到|至|力争|预计|展望|面向|迈向|将于|将在|拟于|计划于|定于)[^,;。]{0,2}\Z|\d[-—~至]\Z"
)
_ROSE: Final = re.compile(r"(?:从|由)[^;。]{0,50}\d[^;。]{0,30}(?:到|至)\Z")
_SPEAKS_NOW: Final = re.compile(r"今年|去年|明年|昨[日天]|今[日天]|日前|近日")
_LAUREATE: Final = re.compile(r"度?(?:诺贝尔|图灵奖|菲尔兹|[^,;。、]{0,16}(?:奖|称号|勋章)(?:获得者|得主))")
_COMPARED: Final = re.compile(r"(?:比|较|由|从|自|是|与|相比于?|高于|于)\Z")
_YEAR: Final = re.compile(
    rf"{_FULL_YEAR}(?P<mark>年)?(?=(?P<next>,|全年|\d{{1,2}}月\d{{1,2}}日|以来|底|末|上半年|下半年)?)"
    r"(?(next)|(?=[\u4e00-\u9fff,“]))(?![家个项人名位件篇亿万余多元户次台套场门所座])"
)


def _weights(passages: Sequence[Passage]) -> Counter[int]:
    """How strongly a text speaks of each year; one that lies ahead or is compared with counts little or nothing.

    >>> from shkc_kg.model import Passage, PassageKind
    >>> text = "2021量子大会闭幕,到2025年新增1万家,下一届将于2022年9月举行,比2015年增长"
    >>> dict(_weights([Passage("p1", 1, PassageKind.SENTENCE, text, tuple(range(len(text))), "")]))
    {2021: 1, 2015: 1}
    """
    found: Counter[int] = Counter()
    for passage in passages:
        text = fold(passage.text)
        heading = passage.kind is PassageKind.HEADING
        for m in _YEAR.finditer(text):
            before = text[max(0, m.start() - 5) : m.start()]
            rose = _ROSE.search(text, max(0, m.start() - 60), m.start()) is not None
            if _AHEAD.search(before) and not rose:
                continue
            titled = text.rfind("《", 0, m.start()) > text.rfind("》", 0, m.start())
            weak = (
                titled
                or (m["mark"] is None and not heading)
                or text.startswith("度", m.end("mark") if m["mark"] else m.end())
                or (_COMPARED.search(before) and not rose)
                or _LAUREATE.match(text, m.end("mark") if m["mark"] else m.end())
            )
            found[int(m[1])] += 1 if weak else 4 * (1 + bool(m["next"]) + 2 * heading)
    return found


_OPENED: Final = re.compile(r"(?:19|20)\d\d(?=年)")
_MANY: Final = 4


def _counted(passages: Sequence[Passage]) -> tuple[int | None, str]:
    """The year that a text speaks of most; open where two are about as frequent and far apart."""
    weights = _weights(passages)
    if not weights:
        return None, "no year is printed"
    opened = {m[0] for p in passages if (m := _OPENED.match(fold(p.text)))}
    if len(opened) >= _MANY:
        return None, "a chronicle of several years"
    (best, most), *others = weights.most_common(2)
    if others and others[0][1] >= 0.8 * most:
        rival = others[0][0]
        if any(_SPEAKS_NOW.search(fold(p.text)) for p in passages):
            return max(best, rival), "the later of two years, as the text speaks of the present"
        return (
            (max(best, rival), "explicit years")
            if abs(best - rival) == 1
            else (None, f"undecided between {best} and {rival}")
        )
    latest = max(year for year, weight in weights.items() if weight > 1 or year == best)
    if latest == best + 1 and any(_SPEAKS_NOW.search(fold(p.text)) for p in passages):
        return latest, "the latest year printed, as the text speaks of 今年 or 去年"
    return best, "explicit years"


_OFTEN: Final = 3
_COUNTED: Final = frozenset(("explicit years", "the later of two years, as the text speaks of the present"))
_EVENT: Final = re.compile(
    rf"{_FULL_YEAR}(?!年?度)年?[^,;。、\n\d]{{0,20}}?(?:大会|论坛|博览会|峰会|年会|展|节|大赛|会议|活动周)"
)


def _of_event(passages: Sequence[Passage]) -> tuple[int | None, str]:
    """The year of the latest event that a news item reports on: ``2021量子产业大会`` where the dateline has no year."""
    years = [
        int(m[1])
        for p in passages
        for m in _EVENT.finditer(fold(p.text))
        if not _AHEAD.search(fold(p.text)[max(0, m.start() - 5) : m.start()])
    ]
    return (max(years), "event reported on") if years else (None, "")


@dataclass(frozen=True, slots=True)
class _Style:
    """What kind of page a text is: the year it is written in or about, and the last year that it looks back on."""

    year: int | None
    past: int | None
    reason: str
    dated: Dated | None = None
    news: bool = False
    counted: bool = False


def _titles(top: Sequence[Passage]) -> Iterator[str]:
    """The lines that may be a text's title: the first, and one below it that is no sentence."""
    for at, passage in enumerate(top[:2]):
        if passage.kind is PassageKind.HEADING:
            yield passage.text
        elif at == 0 or not passage.text.endswith(("。", "！", "？")):
            yield untitled(passage.text)


def _style(passages: Sequence[Passage]) -> _Style:
    top = passages[:_TOP]
    title = fold("\n".join(_titles(top)))
    dated = next((d for p in top if (d := dated_in(fold(p.text)))), None)
    if (m := _PLAN_TITLE.search(title)) and not _WORK_REPORT.search(title):
        return _Style(None, PLAN_YEARS[m["plan"]] - 1, "a plan speaks of several years")
    if m := _YEARS_OF_PLAN.search(title):
        return _Style(None, int(m[1]) - 1, "a plan speaks of several years")
    if _WORK_REPORT.search(title):
        year = dated.year if dated and dated.year else _title_year(fold("\n".join(p.text for p in top[:2])))
        if year:
            return _Style(year, year - 1, "dateline" if dated and dated.year else "title")
    elif m := _REVIEWING.search(title) or _REVIEWED.search(title):
        return _Style(int(m[1]), int(m[1]), "title")
    if dated and dated.year and dated.how == "published" and dated.month <= _EARLY and _LOOKING_BACK.search(title):
        return _Style(dated.year - 1, dated.year - 1, "a review that a page of the next year prints")
    if dated and dated.year:
        return _Style(dated.year, dated.year, dated.how, dated, dated.how != "spoken")
    news = dated is not None or is_undated_news(passages[:_TOP])
    year, reason = _of_event(passages if dated else top) if news else (None, "")
    if year is None and news:
        return _Style(None, None, "a news item that prints no year of its own")
    if year is None:
        year, reason = _counted(passages)
        news = (
            news
            or opens_with_day(passages[:_TOP])
            or (any(_SPEAKS_NOW.search(fold(p.text)) for p in passages) and not _is_annual(passages, year))
        )
    return _Style(year, year, reason, dated, news, reason in _COUNTED)


_EARLY: Final = 2  # the months in which the year before is reviewed
_LOOKING_BACK: Final = re.compile(r"回顾|盘点|总结|亮点|年终|岁末|十大|大事记|成绩单|答卷|这一年|(?<!20\d\d)年度")


def _is_annual(passages: Sequence[Passage], year: int | None) -> bool:
    """Whether a text tells of a whole year: a heading prints it, or a passage opens with it (``2021年,全市…``)."""
    opens = re.compile(rf"(?:[^,。\d]{{0,12}},)?{year}年(?:,|全年|度|[^\d]{{1,12}},)")
    return any(
        str(year) in p.text if p.kind is PassageKind.HEADING else opens.match(fold(p.text)) is not None
        for p in passages
    )


def _title_year(title: str) -> int | None:
    m = re.search(_FULL_YEAR, title)
    return int(m[1]) if m else None


_BLOCK_YEAR: Final = re.compile(
    rf"^(?:[一二三四五六七八九十]+、|\(?[一二三四五六七八九十]\)|第[一二三四五六七八九十]+[章节部分]+)?\s?{_FULL_YEAR}年(?:[^\d]{{2,20}})?$"
)
_LOOKS_BACK: Final = re.compile(r"(?:回顾|总结|过去|去年|上年|主要成绩|工作成效|发展成就)")
_LOOKS_AHEAD: Final = re.compile(r"(?:安排|部署|主要目标|任务|工作要求|今年|奋斗目标|重点工作|展望)")


def _heading_year(text: str, style: _Style) -> int | None:
    """The year that a heading gives to what stands below it: ``二、2022年工作安排``, ``一、过去一年工作回顾``."""
    if m := _BLOCK_YEAR.match(text):
        return int(m[1])
    if style.year is not None and style.past is not None and style.past < style.year:
        return style.past if _LOOKS_BACK.search(text) else style.year if _LOOKS_AHEAD.search(text) else None
    return None


_OPENS: Final = re.compile(
    rf"(?:报告(?:提出|指出|要求|认为)[,:]?)?{_FULL_YEAR}年(?:,|是|全市|全省|全区|我[们市省区]|[^\d,。]{{0,8}}(?:目标|任务|工作))"
)
_OPENS_PAST: Final = re.compile(r"(?:各位代表[,:!])?(?:过去的?一年|一年来|上一年|刚刚过去的20\d\d年)")
_OPENS_NOW: Final = re.compile(r"(?:各位代表[,:!])?(?:新的一年|今年,)")


def _opening_year(text: str, style: _Style) -> int | None:
    """The year that a sentence of a work report gives to what follows: ``2022年是极不平凡的一年``, ``过去一年,我们…``.

    >>> _opening_year("2022年是极不平凡的一年。", _Style(2023, 2022, "title")), _opening_year("2019年,", _Style(2023, 2022, ""))
    (2022, None)
    >>> _opening_year("过去一年,我们攻坚克难。", _Style(2023, 2022, "title")), _opening_year("新的一年,", _Style(2023, 2022, ""))
    (2022, 2023)
    """
    if style.past == style.year:
        return None
    if _OPENS_PAST.match(text):
        return style.past
    if _OPENS_NOW.match(text):
        return style.year
    m = _OPENS.match(text)
    return year if m and (year := int(m[1])) in (style.past, style.year) else None


def _clocks(passages: Sequence[Passage], style: _Style, year: int | None) -> Iterator[tuple[str, Clock]]:
    """The clock of each passage: a heading with a year rules what hangs below it, a dateline what follows it."""
    own: dict[str, int | None] = {}
    opened: dict[str, int] = {}
    now, past = year, style.past if style.past is not None else year
    dated, followed = style.dated, False
    begun, era, span, ahead, end = Begun(), None, False, False, -1
    # a year that a report prints again and again is its own from the first line on
    unsaid = style.counted and sum(str(style.year) in untitled(fold(p.text)) for p in passages) < _OFTEN
    for passage in passages:
        text = fold(passage.text)
        unsaid = unsaid and str(style.year) not in untitled(text)
        begun = begun.after(text)
        goes_on = passage.kind is not PassageKind.HEADING and passage.extent.begin == end
        span = span_begun(text, span and (goes_on or passage.kind is PassageKind.ITEM), past)
        ahead = ahead_begun(text, ahead and goes_on)
        era, end = year_begun(text, era if goes_on else None, past), passage.extent.end
        if passage.kind is PassageKind.HEADING:
            own[passage.id] = _heading_year(text, style)
        elif (said := _opening_year(text, style)) is not None:
            opened[passage.section] = said
        elif (found := dated_in(text)) and found.how == "dateline":
            dated = found
            if found.year is not None and followed:
                now = past = found.year
            followed = True
        ruled = next((y for s in (passage.id, *passage.scope) if (y := own.get(s)) is not None), None)
        ruled = opened.get(passage.section, ruled)
        month, today = (dated.month, dated.day) if dated and dated.how != "spoken" else (None, None)
        yield (
            passage.id,
            Clock(
                year=next((y for y in (era, ruled) if y is not None), now),
                now=now,
                past=past,
                month=begun.month or month,
                today=today,
                news=style.news,
                day=begun.day,
                issued=month,
                over_years=span,
                ahead=ahead,
                counted=style.counted,
                unsaid=unsaid,
            ),
        )


def setting_of(source: Source, passages: Sequence[Passage]) -> Setting:
    """The setting of a source: what it tells itself goes before what its text suggests."""
    reasons = defaultdict[str, str](str, source.reasons)
    style = _style(passages)
    if source.year is not None:
        style = replace(style, news=False, counted=False)  # who tells the year tells that the text is of it
    year, region = source.year, source.region
    if year is None:
        year, reasons["year"] = style.year, style.reason
    if region is None:
        region, reasons["region"] = region_of(passages)
    else:
        entry = place_entry(region)
        region = entry.name if entry is not None else region
    clocks = MappingProxyType(dict(_clocks(passages, style, year)))
    return Setting(year, region, MappingProxyType(dict(reasons)), clocks)
