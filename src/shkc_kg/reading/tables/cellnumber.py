"""What a table's cell says of its number: the sign before it, the words beside it, the unit of its row or column."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Final

from shkc_kg.reading.figures.number import Number
from shkc_kg.reading.figures.numerals import multiplier
from shkc_kg.reading.lexicon import unit_kinds
from shkc_kg.reading.tables.columns import Cell

__all__ = ["is_unit", "scaled", "signed", "words_left"]


def signed(cell: Cell, number: Number) -> Number:
    """A cell's number with the minus sign in front of it."""
    at = number.begin - 1
    if at < cell.begin or cell.scene.text[at] not in "-−－" or cell.text[: at - cell.begin].strip() or not number.value:
        return number
    return replace(number, begin=at, value=-number.value)


def words_left(cell: Cell, number: Number) -> str:
    """What a cell prints beside its number: ``占比`` of ``占比42%``."""
    before = cell.scene.text[cell.begin : number.begin]
    return (before + cell.scene.text[number.unit_end : cell.end]).strip(" :：")


_MULTIPLIED: Final = re.compile(r"(?P<factor>万亿|亿|万|千|百)?(?P<unit>.*)")


def scaled(number: Number, unit: str) -> tuple[Decimal | None, str]:
    """A number's value and unit, where the unit stands in the label or head: 2.5 under 产值(亿元) is 250000000 元."""
    if number.unit or not unit or number.value is None:
        return number.value, number.unit
    m = _MULTIPLIED.fullmatch(unit)
    factor, base = (m["factor"] or "", m["unit"]) if m else ("", unit)
    return number.value * multiplier(factor), base or unit


def is_unit(cell: Cell) -> bool:
    """Whether a cell prints nothing but a unit: 亿元, 万人, 件."""
    m = _MULTIPLIED.fullmatch(cell.text.strip())
    return m is not None and (cell.text.strip() in unit_kinds() or m["unit"] in unit_kinds())
