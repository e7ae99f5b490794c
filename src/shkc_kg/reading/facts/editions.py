"""Editions of event series: ``第4届X`` is an edition of the series X."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from shkc_kg.model import Literal, Relation, Thing
from shkc_kg.reading.names import Names
from shkc_kg.reading.names.resolve import EVENT_CLASSES, key_of
from shkc_kg.reading.scene import Scene

__all__ = ["editions"]


_SESSION: Final = re.compile(
    r"第[一二三四五六七八九十\d]+次"
)  # 第十五届人民代表大会第一次会议: the body's term, not the session's
# 首届数字大会分论坛: the number is the whole's, not that of its part
# 第二届成员大会 of whatever body: no series has that name alone
_COMMON: Final = re.compile(
    r"(?:全国|全体|会员|成员|联盟|理事|常务|股东|职工|党员|学术|科技|创新|工作)*(?:代表)?(?:大会|年会|会议|论坛|峰会|理事会)"
)
# 第十八届某协会年会创新创业大赛: the number is the congress's
_WHOLE_INSIDE: Final = re.compile(r"(?:年会|博览会|交易会|洽谈会|创业周|科技周|科技节)(?=[\u4e00-\u9fff]{3})")
_PART: Final = re.compile(r"(?:分论坛|平行论坛|子论坛|专题论坛|分会场|专场)$")


def editions(scenes: Sequence[Scene], names: Names) -> tuple[tuple[Relation, ...], tuple[Thing, ...]]:
    """For each edition its series, and the series as things; a fact stands where the edition is first printed."""
    facts: list[Relation] = []
    series: dict[str, Thing] = {}
    for key, thing in names.things.items():
        if thing.edition is None or thing.cls not in EVENT_CLASSES or _SESSION.search(thing.edition.series):
            continue
        if (
            _COMMON.fullmatch(thing.edition.series)
            or _PART.search(thing.edition.series)
            or _WHOLE_INSIDE.search(thing.edition.series)
        ):
            continue
        name = thing.edition.series
        if key_of(name) in names.things:
            continue
        facts += _edition(scenes, key, thing.name, name)
        series.setdefault(name, Thing(name, "EventSeries", (), "edition"))
    return tuple(facts), tuple(series.values())


def _edition(scenes: Sequence[Scene], key: str, name: str, series: str) -> Iterator[Relation]:
    """The series, and each mark that the text prints of the edition (第4届, 2021年), where it is first printed."""
    marks: set[str] = set()
    for scene in scenes:
        mention = next((n for n in scene.top if n.key == key and series in scene.text[n.begin : n.end]), None)
        mark = scene.text[mention.begin : mention.end].partition(series)[0] if mention is not None else ""
        if mention is None or not mark or mark in marks:
            continue
        evidence = scene.evidence("edition", (mention.begin, mention.end))
        if not marks:
            yield Relation(name, "schema:superEvent", series, evidence)
        yield Relation(name, "shkc:edition", Literal(mark, "zh"), evidence)
        marks.add(mark)
