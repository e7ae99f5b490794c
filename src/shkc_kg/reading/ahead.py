"""Words that open what is still to come, in a sentence and in a paragraph."""

from __future__ import annotations

from typing import Final

__all__ = ["AHEAD"]

AHEAD: Final = r"下一?步|下一阶段|接下来|今后|未来[^,;。]{0,4},"  # a pattern's alternatives
