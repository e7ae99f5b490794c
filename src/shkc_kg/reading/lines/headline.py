"""The line above an entry of a timeline: ``3月12日|某园开园``, known by its day."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["DAY_LED", "ENTRY", "SUMS_UP", "is_dated"]

_DAY: Final = r"(?:1[0-2]|0?[1-9])月(?:份|[上中下]旬|[初底]|(?:3[01]|[12]?\d)日)"
_FIGURES: Final = r"(?:19|20)\d\d[./-](?:1[0-2]|0?[1-9])(?:[./-](?:3[01]|[12]\d|0?[1-9]))?(?!\d)"
_BARE: Final = r"(?:3[01]|[12]?\d)日(?:[—~至-]{1,2}(?:3[01]|[12]?\d)日)?"  # below its month
# a bar folds to a line feed
DAY_LED: Final = re.compile(
    rf"[\s●○•·]*(?:(?:(?:19|20)\d\d年)?{_DAY}(?:[—~至到-]{{1,2}}(?:{_DAY}|\d{{1,2}}日))?|{_FIGURES}(?:[—~至-]{{1,2}}(?:\d{{1,2}}[./-])?\d{{1,2}})?|{_BARE})"
    r"(?:[\s|:·—-]+|(?=[“《\u4e00-\u9fff])(?![起前后的至到以内上下讯电]))"
)
ENTRY: Final = re.compile(rf"(?:{DAY_LED.pattern}|\(?(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}})[).、]|【)\s*")
_LONGEST: Final = 60  # code points of a headline
_FEWEST: Final = 4  # code points behind its day


def is_dated(text: str) -> bool:
    """Whether a folded line is a headline with its day.

    >>> [is_dated(t) for t in ("3月12日\\n甲园开园", "2021-03-12 甲园开园", "3月12日,甲园开园", "3月12日\\n甲园开园。")]
    [True, True, False, False]
    """
    led = DAY_LED.match(text)
    return led is not None and len(text) - led.end() >= _FEWEST and len(text) <= _LONGEST and "。" not in text


# the paragraph that closes a timeline is of the whole year
SUMS_UP: Final = re.compile(
    r"(?:截至)?(?:(?:19|20)\d\d年,?)(?:全[市省区县年]|我[市省区县]|年?底)|(?:据[^,。]{0,8}统计,?|回[望首顾看]|纵观|盘点|综观)?(?:全年|这一年|一年来|年内)"
    r"|截至(?:当年|年底|年末|12月)"
)
