"""Names that are little but a quotation: ``“新型互联网交换中心”项目``, ``“朱雀会”计划``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from shkc_kg.reading.lexicon import quoted_heads
from shkc_kg.reading.names.candidate import Candidate

__all__ = ["quoted_names"]


@cache
def _pattern() -> re.Pattern[str]:
    heads = "|".join(sorted(map(re.escape, quoted_heads()), key=lambda h: (-len(h), h)))
    return re.compile(rf"“(?P<name>[^“”]{{2,40}})”(?P<head>{heads})(?![\u4e00-\u9fff]?库)")


def quoted_names(text: str) -> Iterator[Candidate]:
    """Projects, plans and events in quotes; a project is named by what the quotes hold alone.

    >>> [c.label for c in quoted_names("“新型互联网交换中心”项目获批,“朱雀会”计划遴选人才")]
    ['新型互联网交换中心', '“朱雀会”计划']
    """
    for m in _pattern().finditer(text):
        cls = quoted_heads()[m["head"]]
        if m["head"] == "项目":
            yield Candidate(
                m.start(), m.start("head"), text[m.start() : m.start("head")], cls, "quoted", None, m["name"]
            )
        else:
            yield Candidate(m.start(), m.end(), m[0], cls, "quoted", None, m[0])
