"""Whose words a clause reports: the firm of 公司董事长某某介绍, the institute of 该院院长告诉记者."""

from __future__ import annotations

import re
from typing import Final

from shkc_kg.reading.classes import FACILITIES, INSTITUTIONS, ZONES
from shkc_kg.reading.phrases import Page
from shkc_kg.reading.whose.memory import Memory, Subject
from shkc_kg.reading.whose.printedsubject import named_or_pointed

__all__ = ["spoken_for"]

_SAYS: Final = re.compile(r"(?:介绍|表示|说|称|透露|告诉记者|指出)(?:道|说)?\Z")
_HEADS: Final = re.compile(
    r"(?:党委书记|常务|执行|副)?(?:院长|所长|校长|主任|馆长|董事长|总经理|总裁|经理|厂长|理事长|秘书长|负责人|创始人|总工程师|首席科学家|CEO)"
)
# an office speaks of its region
_BODIES: Final = (INSTITUTIONS - {"GovernmentBody"}) | FACILITIES | ZONES


def spoken_for(page: Page, memory: Memory, begin: int, end: int) -> Subject | None:
    """The body whose head speaks in a clause: what the words reported behind it tell of without a subject is its own."""
    if not _SAYS.search(page.text, max(begin, end - 8), end):
        return None
    found = named_or_pointed(page, memory, begin, end)
    if found is None or not _HEADS.match(page.text, found[1]):
        return None
    thing = page.scene.things.get(found[0].key)
    return found[0] if thing is not None and thing.cls in _BODIES else None
