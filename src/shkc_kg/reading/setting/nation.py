"""Texts that are of the whole nation rather than of one of its places."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from shkc_kg.model import Passage
from shkc_kg.reading.lines.text import fold

__all__ = ["is_national", "of_nation", "of_place"]

_NATION: Final = re.compile(r"(?:^|(?<=[,;。:年末底度]))(?:全国|我国)(?!首|第|前|人大|政协|先进|百强|重点|工商|性)")
_NATIONAL: Final = 3  # figures or sentences of the nation, and more than any place has


def is_national(passages: Sequence[Passage], weight: Mapping[str, float]) -> bool:
    """Whether a text speaks of the nation: 全国 or 我国 opens its clauses, and no place is named as often."""
    said = sum(len(_NATION.findall(fold(p.text))) for p in passages)
    most = max((w for name, w in weight.items() if name != "中国"), default=0)
    return (said >= _NATIONAL and said > most) or (said > 0 and most == 0)


_OF_NATION: Final = re.compile(
    r"我国|国内生产总值|全国(?=[A-Z\u4e00-\u9fff]{0,8}(?:总[量数额]|GDP|\d|占|比重|达|为))"
    r"|国家级?(?:高新(?:技术产业开发)?区|经开区|自创区|大学科技园|孵化器|众创空间)"
)


_PLACE_SAID: Final = re.compile(r"(?<!占)(?<!居)(?<!为)(?:全[省市县]|我[省市县区]|市委|县委)(?!级)")


def of_place(passages: Sequence[Passage]) -> bool:
    """Whether a text speaks of a province, city or county as its own, named or not."""
    return any(_PLACE_SAID.search(fold(p.text)) for p in passages)


def of_nation(passages: Sequence[Passage]) -> bool:
    """Whether a text that is of no place counts what the nation has: 国家高新区, 占国内生产总值比重."""
    return sum(len(_OF_NATION.findall(fold(p.text))) for p in passages) >= _NATIONAL
