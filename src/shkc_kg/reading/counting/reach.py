"""How far the words of a number reach: where they begin, and what in front of them bears its bracket or list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from shkc_kg.model import Bound
from shkc_kg.reading.counting.wording import Read
from shkc_kg.reading.figures.number import Number
from shkc_kg.reading.names import Named
from shkc_kg.reading.phrases import Page

__all__ = ["counted_first", "host_of", "name_around", "phrase_begin"]


def phrase_begin(page: Page, number: Number, earlier: Sequence[Read]) -> tuple[int, bool]:
    """Where a number's own words begin, and whether it goes on a list (``甲6人、乙6人``).

    A number that only describes what is counted next (``经费超10亿元的行业有23个``) belongs to that phrase.
    """
    begin = _bracket(page, number) or page.clause(number.begin)[0]
    if not earlier or earlier[-1].number.unit_end <= begin:
        return begin, False
    last = earlier[-1]
    if last.number.kind == "feature" and last.begin >= begin:
        return last.begin, False
    gap = page.text[last.number.unit_end : number.begin]
    describing = last.number.kind in _DESCRIBING or last.number.unit in ("位", "分")
    if _DESCRIBES_ON.match(gap) and describing and gap[-1] not in "和与及、":
        return last.begin, False
    if (
        (last.number.kind == "money" or not last.number.unit)
        and number.kind == "count"
        and (_threshold(page, last.number, gap) or _marks(last.number, gap))
    ):
        return last.begin, False
    end = min(page.counted_noun_end(last.number), number.begin)
    joint = re.match(r"(?:[、,+]|和|与|及|以及|并|或|分别)+", page.text[end : number.begin])
    before = re.search(r"(?:和|与|及|以及|、)\Z", page.text[last.number.unit_end : end])
    listed = bool(joint or before)
    if end == number.begin and not listed and (verb := _what_is_given(page, last.number, number)) is not None:
        return verb, False
    if end == number.begin and not listed and not gap.endswith("的") and last.number.kind != "duration":
        return last.number.unit_end, False  # 24条产业链规模达到1.2万亿元
    return end + (joint.end() if joint else 0), listed


def _what_is_given(page: Page, last: Number, number: Number) -> int | None:
    """Where the words begin that tell what was given to those counted before: ``向742家企业[兑现资金]1.6亿元``."""
    given_to = ("向", "给", "为") if number.kind == "count" else ("向", "给")
    if not page.text.endswith(given_to, 0, last.begin):
        return None
    words = page.tokens(last.unit_end + 2, number.begin)
    return next((t.begin for t in words if t.tag.startswith("v") or page.is_verb(t)), None)


_MARKED: Final = re.compile(r"(?:项目|企业|公司|产品|品牌|园区|平台|集群|产业链?)")


def _marks(number: Number, gap: str) -> bool:
    """Whether an amount passed only describes what is counted next: ``产值超百亿元[项目]3个``."""
    return number.kind == "money" and number.bound is Bound.AT_LEAST and bool(_MARKED.fullmatch(gap))


def _threshold(page: Page, number: Number, gap: str) -> bool:
    """Whether an amount only tells which things are counted next: ``亿元以上[项目]超过3万个``."""
    return page.text[: number.unit_end].endswith(("以上", "以下")) and bool(re.fullmatch(r"[\u4e00-\u9fff]{2,12}", gap))


_DESCRIBES_ON: Final = re.compile(r"(?:\([^()]{1,2}\))?(?:及?以[上下])?的")
_DESCRIBING: Final = ("money", "percent", "area", "age", "duration")
_BRACKET: Final = 60  # code points; longer brackets hold sentences


def _bracket(page: Page, number: Number) -> int | None:
    """Where the bracket around a number begins."""
    open_at = page.text.rfind("(", max(0, number.begin - _BRACKET), number.begin)
    if open_at < 0 or ")" in page.text[open_at : number.begin]:
        return None
    inner = page.text[open_at + 1 : number.begin]
    comma = max(inner.rfind(","), inner.rfind(";"), inner.rfind("、"))
    return open_at + 1 + comma + 1


def host_of(page: Page, begin: int, number: Number) -> Named | None:
    """The name whose bracket holds a bare number: ``青岛(391.2亿元)``."""
    if page.text[begin - 1 : begin] != "(" or page.undated(begin, number.begin).strip("约近超"):
        return None
    return next((n for n in page.names_in(max(0, begin - 40), begin) if n.end == begin - 1), None)


def counted_first(page: Page, begin: int, number: Number) -> bool:
    """Whether a clause opens with its number or with the list that the number sums up."""
    led = page.undated(page.clause(begin)[0], number.begin)
    return (
        page.text[page.clause(begin)[0]] not in "由从"  # 从2013年的440增长到506
        and bool(re.fullmatch(r"[^,]*(?:、|等)[^,]*|\s*", led))
        and page.first_verb(number.unit_end, page.clause(number.unit_end)[1]) is not None
        and not page.first_verb(page.clause(begin)[0], number.begin)
    )


def name_around(page: Page, number: Number) -> Named | None:
    """The name that an ordinal stands in or in front of: ``第4届长三角…博览会``."""
    for name in page.names_in(max(0, number.begin - 60), min(len(page.text), number.unit_end + 60)):
        inside = name.begin <= number.begin and number.end <= name.end
        if inside or name.begin == number.unit_end or name.end == number.begin:
            return name
    return None
