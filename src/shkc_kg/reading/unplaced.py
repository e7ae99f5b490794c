"""What a text calls its own place where it names none: 全市 of an excerpt that leaves the city to its title page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from shkc_kg.model import Passage
from shkc_kg.reading.text import fold

__all__ = ["own_words"]

_SAID: Final = re.compile(r"(?P<who>全|我|本)(?P<level>[省市区县州旗盟])(?![级域外场辖属直长立])")
_WHOLE: Final = "全"


def own_words(passages: Sequence[Passage]) -> str | None:
    """The word by which a text means its own province, city or county; ``None`` where it has none or several.

    全市 goes before 我市 where both are printed, and one level must be told clearly more often than any other.
    """
    said = Counter(m.group() for p in passages for m in _SAID.finditer(fold(p.text)))
    levels = Counter[str]()
    for word, times in said.items():
        levels[word[-1]] += times
    ranked = levels.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
        return None
    words = [word for word, _ in said.most_common() if word[-1] == ranked[0][0]]
    return next((word for word in words if word.startswith(_WHOLE)), words[0])
