"""What kind of page a text is: a plan, a review, a work report, news; and the year that it is of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from shkc_kg.model import Passage, PassageKind
from shkc_kg.reading.calendar.periods import PLAN_YEARS
from shkc_kg.reading.lines.imprint import without_imprint
from shkc_kg.reading.lines.text import fold
from shkc_kg.reading.setting.dateline import FULL_YEAR, Dated, dated_in
from shkc_kg.reading.setting.news import is_undated_news, opens_with_day, tells_of_event, untitled
from shkc_kg.reading.setting.undated import year_left_open
from shkc_kg.reading.setting.years import BY_COUNT, SPEAKS_NOW, is_only_compared, year_of_event, year_printed_most

__all__ = ["Style", "style_of"]

_TOP: Final = 6  # passages in which a title, a speaker's line or a dateline stands
_REVIEWING: Final = re.compile(
    rf"{FULL_YEAR}年?度?[^,;。\n]{{0,30}}(?:公报|年鉴|综述|回顾|统计|白皮书|年报|大事记?|纪事|记事|要览|年度报告|发展报告|总结|概[况览]|进展|成果|情况|指数|综合评价|数据公告|(?<!工作)报告)"
)
_REVIEWED: Final = re.compile(
    r"(?m)(?:公报|年报|年鉴|白皮书|综述|总结|进展|概[况览]|回顾|大事记?|纪事|记事|要览|(?<!工作)报告)"
    rf"[(·>\s]*{FULL_YEAR}年?度?\)?$"
)
# 2021年高新区建设; no 2021年工作要点, and no news of an event
_OF_YEAR: Final = re.compile(
    rf"{FULL_YEAR}年度?(?!\d)"
    r"(?![^\n]*(?:规划|计划|方案|目标|要点|打算|安排|开幕|闭幕|举行|举办|召开|启动|揭牌|签约|通知|公告|公示))"
)
_WORK_REPORT: Final = re.compile(r"(?:政府|法院|检察院|常委会)?工作报告")
_PLAN_TITLE: Final = re.compile(r"[“\"]?(?P<plan>十[一二三四五]|十)五[”\"]?[^,;。\n]{0,24}(?:规划|纲要|计划)")
_YEARS_OF_PLAN: Final = re.compile(r"(?:计划|规划|方案)\((20\d\d)年?[—~-]{1,2}20\d\d年?\)")


@dataclass(frozen=True, slots=True)
class Style:
    """What kind of page a text is: the year it is written in or about, and the last year that it looks back on."""

    year: int | None
    past: int | None
    reason: str
    dated: Dated | None = None
    news: bool = False
    counted: bool = False


def _titles(top: Sequence[Passage]) -> Iterator[str]:
    """The lines that may be a text's title: the first, and one below it that is no sentence."""
    for at, passage in enumerate(without_imprint(top)[:2]):
        if passage.kind is PassageKind.HEADING:
            yield passage.text
        elif at == 0 or not passage.text.endswith(("。", "！", "？")):
            yield untitled(passage.text)


def style_of(passages: Sequence[Passage]) -> Style:
    """The style that a text's title, dateline and printed years show; its year is ``None`` where they leave it open."""
    top = passages[:_TOP]
    title = fold("\n".join(_titles(top)))
    dated = next((d for p in top if (d := dated_in(fold(p.text)))), None)
    if (m := _PLAN_TITLE.search(title)) and not _WORK_REPORT.search(title):
        return Style(None, PLAN_YEARS[m["plan"]] - 1, "a plan speaks of several years")
    if m := _YEARS_OF_PLAN.search(title):
        return Style(None, int(m[1]) - 1, "a plan speaks of several years")
    if _WORK_REPORT.search(title):
        year = dated.year if dated and dated.year else _title_year(fold("\n".join(p.text for p in top[:2])))
        if year:
            return Style(year, year - 1, "dateline" if dated and dated.year else "title")
    elif m := _REVIEWING.search(title) or _REVIEWED.search(title) or _OF_YEAR.match(title):
        return Style(int(m[1]), int(m[1]), "title")
    if dated and dated.year and dated.how == "published" and dated.month <= _EARLY and _LOOKING_BACK.search(title):
        return Style(dated.year - 1, dated.year - 1, "a review that a page of the next year prints")
    if dated and dated.year:
        return Style(dated.year, dated.year, dated.how, dated, dated.how != "spoken")
    return _of_news_or_count(passages, dated)


def _of_news_or_count(passages: Sequence[Passage], dated: Dated | None) -> Style:
    """The style of a text that no title and no full date tells: news with its event's year, else the year it prints most."""
    top = passages[:_TOP]
    if dated is not None or is_undated_news(top):
        year, reason = _year_of_news(passages, passages if dated else top)
        if year is None:
            return Style(None, None, "a news item that prints no year of its own", dated, True)
        return Style(year, year, reason, dated, True, reason in BY_COUNT)
    year, reason = year_printed_most(passages)
    now = any(SPEAKS_NOW.search(fold(p.text)) for p in passages) and not _is_annual(passages, year)
    news = opens_with_day(top) or tells_of_event(top) or now
    if news and year is not None and is_only_compared(passages, year):
        return Style(None, None, "a news item that only compares with a year", dated, news)
    return Style(year, year, reason, dated, news, reason in BY_COUNT)


def _year_of_news(passages: Sequence[Passage], telling: Sequence[Passage]) -> tuple[int | None, str]:
    year, reason = year_of_event(telling)
    return (year, reason) if year is not None else year_left_open(passages)


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
    m = re.search(FULL_YEAR, title)
    return int(m[1]) if m else None
