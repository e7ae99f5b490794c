"""Whom 后者 means: the second of two that the clauses before speak of."""

from __future__ import annotations

import re
from typing import Final

from shkc_kg.reading.names import Named
from shkc_kg.reading.phrases import Page

__all__ = ["LATTER", "latter"]

LATTER: Final = re.compile(r"(?:支持|由|授权)?后者")
_BESIDE: Final = re.compile(r"(?:与|和|同|跟|会同|联合)\Z")


def latter(page: Page, at: int) -> Named | None:
    """The second of two that the clauses before speak of: ``甲大学与乙公司签订协议,后者[出资]5000万元``."""
    for begin, end in page.clauses_before(at, page.sentence(at)[0], _BACK):
        for name in page.names_in(begin, end):
            if _BESIDE.search(page.text, max(begin, name.begin - 2), name.begin):
                return name
    return None


_BACK: Final = 3  # clauses
