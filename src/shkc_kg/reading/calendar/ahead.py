"""Words that open what is still to come, in a sentence and in a paragraph."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["AHEAD", "looks_ahead"]

AHEAD: Final = r"下一?步|下一阶段|接下来|今后|未来[^,;。]{0,4},"  # a pattern's alternatives
_PLANS: Final = re.compile(
    r"(?:20\d\d年度?|明年|来年|下一步|下一?阶段|今后)?(?:重点|主要)?工作(?:计划|安排|打算|思路|要点|任务|目标)"
)


def looks_ahead(name: str) -> bool:
    """Whether a heading's thing is only the part of its report that looks ahead: 2026年工作计划."""
    return _PLANS.fullmatch(name) is not None
