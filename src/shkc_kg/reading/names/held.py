"""Names that quotes hold as a whole: ``“千家企业专利服务活动”``, ``“学会考核办法”``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from shkc_kg.reading.lexicon import words
from shkc_kg.reading.names.candidate import Candidate
from shkc_kg.reading.names.classes import EVENTS, PLANS
from shkc_kg.reading.names.heads import head_at_end
from shkc_kg.reading.patterns import any_of

__all__ = ["held_names"]

_SHORTEST: Final = 3  # code points in front of the last word
_QUOTED: Final = re.compile(r"“(?P<name>[^“”,;。!?《》]{4,40})”")
# a theme, a slogan or a way of working is no name
_THEME: Final = re.compile(
    r"(?:为主题|为题|为主线|为抓手|为目标|为宗旨|为理念|的?(?:工作)?(?:理念|思路|要求|原则|模式|机制|目标|口号|格局|定位))"
)
_LED_BY: Final = re.compile(r"(?:主题[为是:]?|题为|口号|围绕|坚持|紧扣|按照|聚焦)\Z")
# 关于某地建造某光源的建议报告, 1234行动, 新政2.0版
_ABOUT: Final = re.compile(
    r"关于[^“”]{4,60}的?[\u4e00-\u9fff]{0,4}(?:报告|建议|意见|办法|决定|通知|方案|规定|宣言|声明|决议|倡议)\Z"
)
_ARTICLES: Final = re.compile(r"\d+条\Z")
_VERSION: Final = re.compile(r"(?:新政|政策)(?:\d(?:\.\d)?版?)\Z|新政\Z|\d+条\Z")


def held_names(text: str) -> Iterator[Candidate]:
    """Events, plans and issued papers whose whole name stands in quotes, up to its last word.

    >>> [(c.label, c.cls) for c in held_names("开展“千家企业专利服务活动”,完善“学会考核办法”")]
    [('千家企业专利服务活动', 'Event'), ('学会考核办法', 'Policy')]
    """
    for m in _QUOTED.finditer(text):
        cls = _class_of(m["name"])
        if cls and not _LED_BY.search(text, max(0, m.start() - 6), m.start()) and not _THEME.match(text, m.end()):
            articles = _ARTICLES.search(m["name"])
            # the count of articles is a figure as well
            end = m.start("name") + articles.start() if articles is not None else m.end()
            yield Candidate(m.start(), end, m[0], cls, "held", None, m["name"])


@cache
def _issued() -> re.Pattern[str]:
    return re.compile(rf"{any_of(words('issued'))}\Z")


# last words that only quotes make the end of a name
_IN_QUOTES: Final = {
    "活动": "Event",
    "工程": "Project",
    "巡回展": "Exposition",
    "主题展": "Exposition",
    "嘉年华": "Festival",
    "创新年": "Event",
    "合作年": "Event",
    "交流年": "Event",
    "文化年": "Event",
    "大联欢": "Event",
}


def _class_of(name: str) -> str:
    """The class that the last word of a quotation gives it; empty if none does, or if it is hardly more than that word."""
    if _ABOUT.match(name):
        return "Publication" if name.endswith(("报告", "建议")) else "Policy"
    if (version := _VERSION.search(name)) is not None:
        return "Policy" if version.start() > 1 else ""
    if name.endswith("第一会"):
        return "Conference"  # 新春第一会
    if (issued := _issued().search(name)) is not None:
        return "Policy" if issued.start() >= _SHORTEST else ""
    head = head_at_end(name)
    if head is not None and head.cls in (EVENTS | PLANS) - {"Project", "Ceremony"}:
        return head.cls if len(name) - len(head.word) >= _SHORTEST else ""
    return next(
        (cls for word, cls in _IN_QUOTES.items() if name.endswith(word) and len(name) - len(word) >= _SHORTEST), ""
    )
