"""The level of place that a text is about: what 全省, 我市 or 县政府 speaks of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from shkc_kg.model import Passage
from shkc_kg.reading.lines.text import fold

__all__ = ["own_level"]

_LEVELS: Final = (
    ("Province", re.compile(r"全省|我省|本省|省委|省政府|全自治区|自治区(?:党委|政府|人民政府|科技厅)")),
    ("City", re.compile(r"全[市州]|我[市州]|本[市州]|[市州]委|[市州]政府|首府")),
    ("District", re.compile(r"全区|我区|本区|区委|区政府|全县|我县|县委|县政府")),
)
# 居全省第三, 全省仅2家: a rank among others, no word for the place that ranks
_RANKED: Final = re.compile(
    r"全省(?:“?第|首|前\d|前[一二三四五六七八九十列]|末|仅|唯一|领先|平均|最|地级市|同类|[\u4e00-\u9fff]{2,10}?(?:会议|大会|表彰))"
)
_OWN: Final = {"City": "我市", "District": "我[区县]"}
_AUTONOMOUS: Final = re.compile(r"(?s)自治区(?:党委|政府|级|科技厅).*自治区(?:党委|政府|级|科技厅)")


def own_level(passages: Sequence[Passage]) -> str | None:
    """The level that 全省, 我市 … speak of, where one clearly outnumbers the others.

    Where a text speaks of 我市, its ranks in 全省 do not count.
    """
    text = "\n".join(fold(p.text) for p in passages)
    level = _level_said(_RANKED.sub("", text))
    return level if level in _OWN and re.search(_OWN[level], text) else _level_said(text)


def _level_said(text: str) -> str | None:
    """The level whose words clearly outnumber those of the others in a text."""
    counts = Counter({level: len(pattern.findall(text)) for level, pattern in _LEVELS})
    if _AUTONOMOUS.search(text):
        counts["Province"] += counts.pop("District")  # 我区 of a paper that speaks of 自治区党委
    (best, most), (_, next_most) = counts.most_common(2) if len(counts) > 1 else (("", 0), ("", 0))
    return best if most >= 2 and most >= 2 * next_most else None
