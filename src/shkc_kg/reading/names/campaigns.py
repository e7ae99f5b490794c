"""Campaigns that go by how many lines they have: ``八大专项攻坚行动``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from shkc_kg.reading.names.candidate import Candidate

__all__ = ["campaigns"]

_KIND: Final = r"(?!重大|重点|主要|核心|具体|专项行动)"
_CAMPAIGN: Final = re.compile(
    rf"(?:实施|开展|推进|启动|推动|落实|打好|部署|抓好)了?(?P<name>[三四五六七八九十]大{_KIND}(?:(?![的和与、])[\u4e00-\u9fff]){{4,10}}?行动)(?!计划|方案)"
)


def campaigns(text: str) -> Iterator[Candidate]:
    """The campaigns of a text that are carried out in so many lines.

    >>> [c.label for c in campaigns("实施八大专项攻坚行动,开展五大重点行动")]
    ['八大专项攻坚行动']
    """
    for m in _CAMPAIGN.finditer(text):
        yield Candidate(m.start("name"), m.end("name"), m["name"], "Initiative", "campaign")
