"""A name behind its attribute as a clause's subject: 位于某路的量子大街不足两公里."""

from __future__ import annotations

import re
from typing import Final

from shkc_kg.reading.phrases import Page
from shkc_kg.reading.whose.memory import Subject

__all__ = ["NO_SUBJECT", "behind_attribute"]

NO_SUBJECT: Final = frozenset(("Person", "Award", "AcademyDivision"))
_FUNDS: Final = frozenset(("Programme", "Fund", "Plan"))
_PORTION: Final = re.compile(r"(?:[%‰]|[\d一二三四五六七八九]成|分之[一二三四五六七八九\d]|/\d+)(?:以上|左右|多)?的\Z")


def behind_attribute(page: Page, begin: int, end: int) -> tuple[Subject, int] | None:
    """A name behind its attribute: ``全球规模最大的天文馆——上海天文馆开馆``, ``位于某路的量子大街不足两公里``."""
    for name in page.names_in(begin, end):
        outer = next((n for n in page.names_in(begin, name.begin) if n.end == name.begin and n.cls in _FUNDS), name)
        led = page.text[max(begin, outer.begin - 2) : outer.begin]
        if name.cls in NO_SUBJECT or not (led.endswith(("的", "——"))) or _PORTION.search(page.text, begin, name.begin):
            continue
        if page.first_verb(begin, name.begin) and not led.endswith(("的", "——")):
            return None
        predicate = page.first_verb(name.end, end)
        has = re.match(
            r"不|达|共|新增|现有|累计|展览|占地|规划|建筑|总面|首批|首期|首套|首台", page.text[name.end : name.end + 2]
        )
        if name.end == end or (predicate is not None and predicate.begin - name.end <= 2) or has:
            return Subject(name.key), name.end
    return None
