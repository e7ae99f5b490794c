"""Names that are little but a quotation: ``“新型互联网交换中心”项目``, ``“朱雀会”计划``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from shkc_kg.reading.gazetteer import load_gazetteer
from shkc_kg.reading.lexicon import quoted_heads, words
from shkc_kg.reading.names.candidate import Candidate
from shkc_kg.reading.names.classes import EVENTS
from shkc_kg.reading.names.heads import heads_in
from shkc_kg.reading.patterns import any_of

__all__ = ["quoted_names"]


@cache
def _pattern() -> re.Pattern[str]:
    heads = any_of(quoted_heads())
    return re.compile(rf"“(?P<name>(?!最)[^“”]{{2,40}})”(?P<count>\d+条)?(?P<head>{heads})(?![\u4e00-\u9fff]?库)")


# An edition that quotes hold as a whole, whatever follows the head inside: “第十届甲大赛乙专业赛及丙营”
_EDITION: Final = re.compile(r"“(?P<name>(?:第[\d一二三四五六七八九十]+届|首届)[^“”,;。]{4,60})”")
# What banks and insurers offer under a name of their own.
# A festival that goes by what the quotes hold: “科技活动周”期间, “创客节”9月举办.
_FESTIVAL: Final = re.compile(
    r"(?:^|(?<=[,;。、:(]))“(?P<name>[\u4e00-\u9fff]{1,8}(?:周|节|季))”(?=期间|于|在|\d|活动|系列|举办|举行|开幕|启动|拉开|将|如期|主会场|成功|[,、])"
)
_DATE: Final = re.compile(r"[\d·.]+")
# “迎春放飞”科技体验活动
_ACTIVITY: Final = re.compile(
    r"(?<!以)(?<!围绕)(?:(?:第[\d一二三四五六七八九十]+届|首届)[\u4e00-\u9fff]{0,6})?“(?P<theme>[^“”,;。]{3,24})”(?!等|为|的|和|与|及|主题活动|特别活动)(?:(?!等|为主题|的|和|与|及|系列活动|代表|出席|参[加与]|来到|组织)[\u4e00-\u9fff]){2,16}?活动"
    r"(?=[,;。、:在于将]|举[行办]|启动|正式|走进|开幕|$)"
)
# “512”强链工程: a programme by its figures
_FIGURES: Final = re.compile(
    r"(?P<name>“\d[\d+A-Z]{1,8}”(?:(?![的了和与及等]|方案)[\u4e00-\u9fff]){2,12}?(?P<head>工程|行动计划|行动|计划))(?![\u4e00-\u9fff]?[库师])"
)
# “湖滨五年答卷”系列主题新闻发布会
_SERIES: Final = re.compile(r"“[^“”,;。]{4,30}”系列(?:主题)?(?:新闻)?发布(?:会|活动)")
_OFFER: Final = re.compile(r"“(?P<name>[^“”]{1,5}(?:[贷债券]|(?<!风)险))”")


def quoted_names(text: str) -> Iterator[Candidate]:
    """Projects, plans and events in quotes; a project, and what is counted, is named by what the quotes hold alone.

    >>> [c.label for c in quoted_names("“新型互联网交换中心”项目获批,“朱雀会”计划遴选人才")]
    ['新型互联网交换中心', '“朱雀会”计划']
    >>> [c.label for c in quoted_names("推出“国际引才”20条新政和“科技贷”产品")]
    ['国际引才', '科技贷']
    """
    for m in _pattern().finditer(text):
        if _DATE.fullmatch(m["name"]):
            continue  # “6·28”项目集中签约
        cls = quoted_heads()[m["head"]]
        if m["head"] == "项目" or m["count"]:
            yield Candidate(
                m.start(), m.end("name") + 1, text[m.start() : m.end("name") + 1], cls, "quoted", None, m["name"]
            )
        else:
            yield Candidate(m.start(), m.end(), m[0], cls, "quoted", None, m[0])
    yield from _events(text)


def _events(text: str) -> Iterator[Candidate]:
    """Programmes by their figures, and events and offers that go by what quotes hold."""
    for m in _FIGURES.finditer(text):
        yield Candidate(m.start(), m.end(), m[0], "Project" if m["head"] == "工程" else "Initiative", "quoted")
    for m in _SERIES.finditer(text):
        yield Candidate(m.start(), m.end(), m[0], "Conference", "quoted")
    for m in _OFFER.finditer(text):
        yield Candidate(m.start(), m.end(), m[0], "Programme", "quoted", None, m["name"])
    for m in _EDITION.finditer(text):
        held = [head for _, head in sorted(heads_in(m["name"]).items()) if head.cls in EVENTS]
        if held:
            yield Candidate(m.start(), m.end(), m[0], held[-1].cls, "quoted", None, m["name"])
    for m in _FESTIVAL.finditer(text):
        yield Candidate(
            m.start(), m.end("name") + 1, text[m.start() : m.end("name") + 1], "Festival", "quoted", None, m["name"]
        )
    for m in _ACTIVITY.finditer(text):
        if m["theme"] in load_gazetteer().lookup or _is_event(m["theme"]):
            continue  # a listed event, or one that its last word tells, goes by its own name: “科学之夜”亲子活动
        yield Candidate(m.start(), m.end(), m[0], "Event", "quoted")


def _is_event(name: str) -> bool:
    """Whether a name ends with the word for an event.

    >>> _is_event("星空之夜"), _is_event("迎春放飞")
    (True, False)
    """
    return name.endswith(tuple(words("quoted_event"))) or any(
        e == len(name) and head.cls in EVENTS for e, head in heads_in(name).items()
    )
