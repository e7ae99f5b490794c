"""The year that a text speaks of: the one it prints most, or that of the event it reports on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from shkc_kg.model import Passage, PassageKind
from shkc_kg.reading.lines.text import fold
from shkc_kg.reading.setting.dateline import FULL_YEAR

__all__ = ["BY_COUNT", "SPEAKS_NOW", "is_only_compared", "year_of_event", "year_printed_most"]

_AHEAD: Final = re.compile(
    r"(?:成立|创立|始建|创建|创办|组建|建成)于\Z|(?:到|至|力争|预计|展望|面向|迈向|将于|将在|拟|计划|定于)[^,;。]{0,2}\Z|\d[-—~至]\Z"
)
_ROSE: Final = re.compile(r"(?:从|由)[^;。]{0,50}\d[^;。]{0,30}(?:到|至)\Z")
SPEAKS_NOW: Final = re.compile(r"今年|去年|明年|昨[日天]|今[日天]|日前|近日")
_LAUREATE: Final = re.compile(r"度?(?:诺贝尔|图灵奖|菲尔兹|[^,;。、]{0,16}(?:奖|称号|勋章)(?:获得者|得主))")
_COMPARED: Final = re.compile(r"(?:比|较|由|从|自|是|与|相比于?|高于|于)\Z")
_COMPARED_TOO: Final = re.compile(
    r"(?:高于|低于|比|较)(?:19|20)\d\d年[^,;。]{0,10}[和与、]\Z"
)  # 高于2008年的9和2007年的7
_YEAR: Final = re.compile(
    rf"{FULL_YEAR}(?P<mark>年)?(?=(?P<next>,|全年|\d{{1,2}}月\d{{1,2}}日|以来|底|末|上半年|下半年)?)"
    r"(?(next)|(?=[\u4e00-\u9fff,“]|\d{1,2}月))(?![家个项人名位件篇亿万余多元户次台套场门所座])"
)


_RANGE: Final = re.compile(r"年?(?:至|到|[-—~]{1,2})(?:19|20)\d\d年")  # 2000年至2014年 is of its end at most
_INTENDED: Final = re.compile(
    r"打算|下一步|(?:工作|下阶段)?(?:计划|思路|安排|部署|展望|要点)\Z|明年|来年|[年度](?:重点|主要)?(?:工作)?任务"
)
_DONE: Final = re.compile(r"总结|回顾|完成|进展|情况|成效|推进|实施")


def _is_intended(heading: str) -> bool:
    """Whether a heading announces only what is to come: its year is not the text's.

    >>> _is_intended("三、2019年工作打算"), _is_intended("2018年总结和2019年工作计划"), _is_intended("计划执行情况")
    (True, False, False)
    """
    return _INTENDED.search(heading) is not None and not _DONE.search(heading)


def _is_compared(text: str, year: re.Match[str]) -> bool:
    """Whether a year is only what something is compared with, or counted from: ``比2015年增长``, ``自1999年以来``."""
    compared = _COMPARED.search(text, max(0, year.start() - 5), year.start())
    too = _COMPARED_TOO.search(text, max(0, year.start() - 24), year.start())
    return bool(compared or too) or year["next"] == "以来"


def is_only_compared(passages: Sequence[Passage], year: int) -> bool:
    """Whether a text names a year only to compare with it."""
    texts = (fold(p.text) for p in passages)
    return all(_is_compared(text, m) for text in texts for m in _YEAR.finditer(text) if int(m[1]) == year)


def _weights(passages: Sequence[Passage]) -> Counter[int]:
    """How strongly a text speaks of each year; one that lies ahead or is compared with counts little or nothing.

    >>> from shkc_kg.model import Passage, PassageKind
    >>> text = "2021量子大会闭幕,到2025年新增1万家,下一届将于2022年9月举行,比2015年增长"
    >>> dict(_weights([Passage("p1", 1, PassageKind.SENTENCE, text, tuple(range(len(text))), "")]))
    {2021: 1, 2015: 1}
    """
    found: Counter[int] = Counter()
    intended = {p.id for p in passages if p.kind is PassageKind.HEADING and _is_intended(fold(p.text))}
    for passage in passages:
        if passage.id in intended or intended.intersection(passage.scope):
            continue
        text = fold(passage.text)
        heading = passage.kind is PassageKind.HEADING
        for m in _YEAR.finditer(text):
            before = text[max(0, m.start() - 5) : m.start()]
            if _RANGE.match(text, m.end(1)):
                continue
            rose = _ROSE.search(text, max(0, m.start() - 60), m.start()) is not None
            if _AHEAD.search(before) and not rose:
                continue
            titled = text.rfind("《", 0, m.start()) > text.rfind("》", 0, m.start())
            weak = (
                titled
                or (m["mark"] is None and not heading)
                or text.startswith("度", m.end("mark") if m["mark"] else m.end())
                or (_is_compared(text, m) and not rose)
                or _LAUREATE.match(text, m.end("mark") if m["mark"] else m.end())
            )
            found[int(m[1])] += 1 if weak else 4 * (1 + bool(m["next"]) + 2 * heading)
    return found


_OPENED: Final = re.compile(r"(?:19|20)\d\d(?=年)")
_MANY: Final = 4
_OPENING: Final = 2  # passages: the title, and the sentence that tells the news
_EXPLICIT: Final = "explicit years"
_LATER: Final = "the later of two years, as the text speaks of the present"
# the reasons of a year that nothing but the number of its mentions tells
BY_COUNT: Final = frozenset((_EXPLICIT, _LATER))


def year_printed_most(passages: Sequence[Passage]) -> tuple[int | None, str]:
    """The year that a text speaks of most; open where two are about as frequent and far apart."""
    weights = _weights(passages)
    if not weights:
        return None, "no year is printed"
    opened = {m[0] for p in passages if (m := _OPENED.match(fold(p.text)))}
    if len(opened) >= _MANY:
        return None, "a chronicle of several years"
    (best, most), *others = weights.most_common(2)
    now = any(SPEAKS_NOW.search(fold(p.text)) for p in passages)
    if now and (opening := max(_weights(passages[:_OPENING]), default=best)) > best + 1:
        return opening, _LATER
    if others and others[0][1] >= 0.8 * most:
        rival = others[0][0]
        if any(SPEAKS_NOW.search(fold(p.text)) for p in passages):
            return max(best, rival), _LATER
        return (
            (max(best, rival), _EXPLICIT) if abs(best - rival) == 1 else (None, f"undecided between {best} and {rival}")
        )
    latest = max(year for year, weight in weights.items() if weight > 1 or year == best)
    if latest == best + 1 and any(SPEAKS_NOW.search(fold(p.text)) for p in passages):
        return latest, "the latest year printed, as the text speaks of 今年 or 去年"
    return best, _EXPLICIT


_NAMED: Final = re.compile(rf"{FULL_YEAR}(?!年)[^,;。、\n\d”]{{2,16}}(?:行(?=”)|活动)")  # “2024专家乡村行”活动
_EVENT: Final = re.compile(
    rf"{FULL_YEAR}(?!年?度)年?[^,;。、\n\d]{{0,20}}?"
    r"(?:大会|论坛|博览会|峰会|年会|展|节|大赛|会议|活动周|(?:交易|洽谈|对接|推介|研讨|交流|科博|展销|发布|通报)会)"
)


def year_of_event(passages: Sequence[Passage]) -> tuple[int | None, str]:
    """The year of the latest event that a news item reports on: ``2021量子产业大会`` where the dateline has no year."""
    years = [
        int(m[1])
        for p in passages
        for pattern in (_EVENT, _NAMED)
        for m in pattern.finditer(fold(p.text))
        if not _AHEAD.search(fold(p.text)[max(0, m.start() - 5) : m.start()])
    ]
    return (max(years), "event reported on") if years else (None, "")
