"""Printed numerals to values: Arabic with 万/亿, and Chinese."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

import cn2an

__all__ = ["ARABIC", "HAN", "HAN_DIGITS", "MULTIPLIER", "arabic", "either", "han", "multiplier"]

HAN_DIGITS: Final = "一二两三四五六七八九十百千万亿零〇"
LONGEST: Final = 15  # digits; a longer run is a code, not a number
# 12 386篇, 8 7 6 5家; 1 685 as a cell
_GROUPED: Final = (
    r"(?:\d{1,3}(?: \d{3}){1,4}|\d(?: \d){2,8})(?=[\u4e00-\u9fff])|(?<=[\n\t])\d{1,3}(?: \d{3}){1,4}(?=[\n\t]|$)"
)
_DECIMALS: Final = rf"(?:\.\d{{1,{LONGEST}}})?"
_COMMAS: Final = rf"(?<!\d)\d{{1,3}}(?:,\d{{3}}){{1,6}}{_DECIMALS}(?![,.]?\d)"
ARABIC: Final = rf"(?:{_GROUPED}|{_COMMAS}|\d{{1,{LONGEST}}}{_DECIMALS}(?!\d))"
HAN: Final = rf"(?:[{HAN_DIGITS}]{{1,16}}(?:点[一二三四五六七八九零〇]{{1,6}})?(?![一二两三四五六七八九零〇]))"
MULTIPLIER: Final = r"(?:万亿|亿亿|万万|百万|千万|百亿|千亿|亿|万|千|百|十)"
_POWERS: Final = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_DIGITS: Final = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}


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
    """The value of Arabic digits with grouping commas or blanks: ``1,035.5``, ``12 386``."""
    return Decimal(printed.replace(",", "").replace(" ", ""))


def han(printed: str) -> Decimal | None:
    """The value of Chinese numerals, ``None`` where they make no number.

    >>> han("三百二十"), han("两"), han("百"), han("十三"), han("一带一"), han("二〇二一")
    (Decimal('320'), Decimal('2'), Decimal('100'), Decimal('13'), None, Decimal('2021'))
    >>> han("三点五"), han("百万"), han("两万五千")
    (Decimal('3.5'), Decimal('1000000'), Decimal('25000'))
    """
    if len(printed) in (1, 3, 4) and all(c in _DIGITS for c in printed):
        return Decimal("".join(str(_DIGITS[c]) for c in printed))
    if all(c in _DIGITS for c in printed):
        return None
    if all(c in _POWERS for c in printed):
        return multiplier(printed) if printed == "十" or re.fullmatch(rf"十?[万亿]|{MULTIPLIER}", printed) else None
    if printed[0] in "百千万亿":
        printed = "一" + printed
    try:
        return Decimal(str(cn2an.cn2an(printed, "smart")))
    except (ValueError, KeyError):
        return None


def either(printed: str) -> Decimal | None:
    """The value of a numeral in either script: ``第14位``, ``第五位``."""
    return arabic(printed) if printed[:1].isdigit() else han(printed)
