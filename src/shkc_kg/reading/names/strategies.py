"""Strategies of a place that go by what is to make it rise: ``科教兴市、人才强市战略``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from shkc_kg.reading.names.candidate import Candidate

__all__ = ["strategies"]

_ONE: Final = r"(?:科教|科技|人才|工业|质量|知识产权|教育|创新|生态|商标|品牌|开放|文化|旅游|制造|网络|数字)[兴强立富][国省市区县州旗]"
_STRATEGY: Final = re.compile(
    rf"“?(?P<first>{_ONE})”?(?:战略)?(?:[、和与及]|以及)“?(?P<second>{_ONE})”?(?:发展)?战略|“?(?P<one>{_ONE})”?(?:发展)?战略(?!性)"
)


def strategies(text: str) -> Iterator[Candidate]:
    """The strategies of a text; of two that share their last word each has its own.

    >>> [c.label for c in strategies("实施科教兴市、人才强市战略")]
    ['科教兴市战略', '人才强市战略']
    """
    for m in _STRATEGY.finditer(text):
        for group in ("first", "second", "one"):
            if m[group]:
                last = m.end() if group != "first" else m.end(group)
                begin = m.start(group)
                yield Candidate(begin, last, text[begin:last], "Policy", "strategy", None, f"{m[group]}战略")
