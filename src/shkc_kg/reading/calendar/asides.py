"""Years printed beside what is told: compared with, aimed at, in a title."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["is_aside"]

_COMPARED: Final = re.compile(r"[比较与和同由从自到至]\Z")
_TITLE: Final = 60  # code points before a year in which its title mark is looked for


def is_aside(text: str, begin: int, end: int, *, whole: bool) -> bool:
    """Whether what follows a printed year is not of it; ``whole`` where no month is printed with the year.

    >>> text = "企业较2019年底增加,政策7月印发"
    >>> is_aside(text, 3, 9, whole=True), is_aside("2020年3月启动", 0, 7, whole=False), is_aside("2020年度", 0, 5, whole=True)
    (True, False, True)
    """
    if text.startswith("度", end) or "度" in text[begin:end]:
        return True
    near = text[max(0, begin - _TITLE) : begin]
    return bool(whole and _COMPARED.search(near)) or near.rfind("《") > near.rfind("》")
