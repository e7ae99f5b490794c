"""The event that its news calls by a short form of its name: 科交会 for 科技成果转化交易会."""

from __future__ import annotations

import re
from typing import Final

from shkc_kg.model import ScopeReason
from shkc_kg.reading.phrases import Page
from shkc_kg.reading.whose.memory import Memory, Subject

__all__ = ["called_short", "is_short_for"]

_SHORT: Final = re.compile(
    r"(?P<this>本届|本次|此次|这次)?(?P<short>[\u4e00-\u9fff]{2,6}?[会展赛节])(?![议期员场位览厅示品出商开区馆讯报])"
)


def called_short(page: Page, memory: Memory, begin: int, end: int) -> tuple[Subject, int] | None:
    """The event at hand where a clause opens with some of its name's characters: ``这次科交会共收集成果[7701]项``."""
    m = _SHORT.match(page.text, begin, end)
    held = (memory.near_event(page.scene) or memory.main) if m else None
    if m is None or held is None or not is_short_for(m["short"], page.scene.name(held[0])):
        return None
    name = page.name_at(m.start("short"))
    if name is not None and (name.end != m.end() or not page.text.startswith(("本", "此", "这"), begin - 2)):
        return None
    scope = (held[1],) if held[1] != page.scene.passage.id else ()
    return Subject(held[0], scope, (ScopeReason.COREFERENCE,)), m.end()


def is_short_for(short: str, name: str) -> bool:
    """Whether a word is made of some characters of an event's name in their order.

    >>> is_short_for("科交会", "第三届科技成果交易会"), is_short_for("博览会", "第三届科技成果交易会")
    (True, False)
    """
    rest = iter(name)
    return len(short) >= _SHORTEST and len(name) > 2 * len(short) and all(char in rest for char in short)


_SHORTEST: Final = 3  # code points
