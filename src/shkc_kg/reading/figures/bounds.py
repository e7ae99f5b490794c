"""The words that say how exactly a number was stated: 逾, 近, 约, 多, 以上."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from shkc_kg.model import Bound
from shkc_kg.reading.lexicon import bound_words
from shkc_kg.reading.patterns import any_of

__all__ = [
    "after_words",
    "alternatives",
    "before_words",
    "bound_after",
    "bound_before",
    "bound_of_whole",
    "is_cap",
    "reaches_mark",
]

# characters before 约, 近, 超, 破, 过 that make another word of them: 签约, 附近
_NOT_BEHIND: Final = {
    "约": "签合预条节制特邀相公契违毁简集誓",
    "近": "附邻临最靠亲远新将接",
    "超": "赶反高",
    "突破": "",
    "逾": "",
}


def alternatives(options: Sequence[str]) -> str:
    """A pattern of any of some words, the longest first."""
    return any_of(options)


def _guarded(word: str) -> str:
    behind = _NOT_BEHIND.get(word)
    return rf"(?<![{behind}]){re.escape(word)}" if behind else re.escape(word)


@cache
def before_words() -> str:
    """A pattern of the bound words that stand before a number."""
    return "|".join(_guarded(w) for w in sorted(bound_words("before"), key=lambda w: (-len(w), w)))


@cache
def after_words() -> str:
    """A pattern of the bound words that stand behind a number."""
    return alternatives(tuple(bound_words("after")))


def bound_before(word: str) -> Bound:
    """The bound of a word in front; ``上``, ``过`` and ``破`` say at least."""
    return Bound(bound_words("before").get(word) or bound_words("before-hundred").get(word, "AtLeast"))


def bound_after(word: str) -> Bound:
    """The bound of a word behind."""
    return Bound(bound_words("after").get(word, "AtLeast"))


@cache
def _of_whole() -> re.Pattern[str]:
    return re.compile(rf"(?P<word>{before_words()})(?:占)?[^,;。、:!?\d成半番]{{0,14}}?的?\Z")


_WHOLE: Final = re.compile(r"(?:全[国省市区县球]|全社会|世界)的?\Z")
_MARK: Final = re.compile(r"的?(?:大关|关口|台阶|门槛|门坎)")


def reaches_mark(text: str, end: int) -> bool:
    """Whether a number is a mark that was passed: ``营收迈上3000亿元台阶``.

    >>> reaches_mark("迈上3000亿元台阶", 8), reaches_mark("投入3000亿元", 8)
    (True, False)
    """
    return _MARK.match(text, end) is not None


_CAP: Final = re.compile(
    r"(?:最高[^,;。、:!?\d]{0,6}(?:额度?|金额|标准)|(?:上限|限额))(?:[为达]|从|由)?"
    r"(?:[\d.]{1,6}[万亿]?元?(?:提高|调高|上调|增加|提升|调整|下调|降低)[到至为])?\Z|最多[投给获补]\Z"
)


def is_cap(text: str, begin: int) -> bool:
    """Whether a number is one end of how much at most is given: ``上限由5万元调高为8万元``.

    >>> text = "最高补助额由5万元提高到8万元"
    >>> is_cap(text, text.index("5")), is_cap(text, text.index("8")), is_cap("补助额由5万元", 4)
    (True, True, False)
    """
    return _CAP.search(text, max(0, begin - 32), begin) is not None


def bound_of_whole(text: str, begin: int) -> Bound | None:
    """The bound in front of a share's whole: ``约占全国的1/4``, ``不足全国平均水平的七成``, ``不到全市2.5%``.

    >>> text = "约占全国的1/4"
    >>> bound_of_whole(text, text.index("1"))
    <Bound.ABOUT: 'About'>
    """
    before = text[max(0, begin - 20) : begin]
    if not (before.endswith("的") or "占" in before or _WHOLE.search(before)):
        return None
    m = _of_whole().search(before)
    return bound_before(m["word"]) if m else None
