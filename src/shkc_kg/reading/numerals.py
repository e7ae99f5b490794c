"""Printed numerals to values: Arabic with 万/亿, Chinese, fractions."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

import cn2an

__all__ = ["ARABIC", "HAN", "MULTIPLIER", "arabic", "han", "multiplier"]

ARABIC: Final = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
HAN: Final = r"[一二两三四五六七八九十百千万亿零〇]+"
MULTIPLIER: Final = r"(?:万亿|百万|千万|百亿|千亿|亿|万|千|百|十)"
_POWERS: Final = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}


def multiplier(printed: str) -> Decimal:
    """The factor that 万, 亿, 万亿 … stand for; 1 for nothing.

    >>> multiplier("万亿"), multiplier("百万"), multiplier("")
    (Decimal('1000000000000'), Decimal('1000000'), Decimal('1'))
    """
    value = Decimal(1)
    for char in printed:
        value *= _POWERS[char]
    return value


def arabic(printed: str) -> Decimal:
    """The value of Arabic digits with grouping commas: ``1,035.5``."""
    return Decimal(printed.replace(",", ""))


def han(printed: str) -> Decimal | None:
    """The value of Chinese numerals, ``None`` where they make no number.

    >>> han("三百二十"), han("两"), han("百"), han("十三"), han("一带一"), han("二〇二一")
    (Decimal('320'), Decimal('2'), Decimal('100'), Decimal('13'), None, Decimal('2021'))
    """
    if re.fullmatch(r"[零〇一二三四五六七八九]{3,}", printed):
        return Decimal("".join(str("零一二三四五六七八九".index(c.replace("〇", "零"))) for c in printed))
    if printed and printed[0] in "百千万亿":
        printed = "一" + printed
    try:
        return Decimal(str(cn2an.cn2an(printed, "smart")))
    except ValueError:
        return None
