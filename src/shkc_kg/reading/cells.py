"""Tables: what a number in a cell says by its row's label, its column's head, and the caption above."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from shkc_kg.model import PassageKind
from shkc_kg.reading.dates import DateAtom
from shkc_kg.reading.names import Named
from shkc_kg.reading.number import Number
from shkc_kg.reading.numerals import MULTIPLIER, multiplier
from shkc_kg.reading.scene import Scene

__all__ = ["Cell", "cells_of"]


@dataclass(frozen=True, slots=True)
class Cell:
    """A number of a table with the words that the table gives it.

    ``subject`` is a thing's key where row or column names one; ``scope`` the passages of head and caption.
    """

    number: Number
    indicator: str
    subject: str | None
    date: DateAtom | None
    planned: bool
    scope: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Column:
    """A column by its head: a name, a date, or words with a unit."""

    text: str
    unit: str
    name: Named | None
    date: DateAtom | None


_UNIT: Final = re.compile(r"\((?:单位:)?(?P<unit>[^()]{1,8})\)\Z")
_CAPTION_UNIT: Final = re.compile(r"单位:(?P<unit>[^\s,;()]{1,8})")
_PLANNED: Final = re.compile(r"目标|预期|规划|计划")
_EMPTY_HEADS: Final = frozenset(
    ("指标", "指标名称", "项目", "名称", "地区", "类别", "序号", "单位", "属性", "年份", "")
)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """The cells of a row."""
    begin = 0
    for m in re.finditer("\t", text):
        yield begin, m.start()
        begin = m.end()
    yield begin, len(text)


def _numbers(scene: Scene, begin: int, end: int) -> list[Number]:
    return [n for n in scene.numbers if begin <= n.begin and n.end <= end and n.kind != "ordinal"]


def _column(scene: Scene, begin: int, end: int) -> _Column:
    text = scene.text[begin:end].strip()
    unit = _UNIT.search(text)
    name = next((n for n in scene.top if begin <= n.begin and n.end <= end and n.end - n.begin >= len(text) - 1), None)
    date = next((d for d in scene.dates if begin <= d.begin and d.end <= end), None)
    return _Column(_UNIT.sub("", text), unit["unit"] if unit else "", name, date)


def _is_head(scene: Scene) -> bool:
    """Whether a row only heads its columns: no cell holds a number."""
    return not any(_numbers(scene, b, e) for b, e in _stretches(scene.text))


def _scaled(number: Number, unit: str) -> Number:
    """A bare number in the unit of its head: 736 under 亿元 is 73 600 000 000 元.

    >>> from shkc_kg.model import Bound
    >>> _scaled(Number(0, 3, 3, Decimal(736), "", "", Bound.EXACT), "亿元").value
    Decimal('73600000000')
    """
    if number.unit or not unit or number.value is None:
        return number
    m = re.match(MULTIPLIER, unit)
    factor = multiplier(m[0]) if m else Decimal(1)
    rest = unit[m.end() :] if m else unit
    kind = "percent" if rest == "%" else "money" if rest.endswith("元") else "count"
    return replace(number, value=number.value * factor, unit=rest, kind=kind)


def _blocks(scenes: Sequence[Scene]) -> Iterator[list[Scene]]:
    """Runs of rows that stand directly below one another."""
    held: list[Scene] = []
    for scene in scenes:
        if scene.passage.kind is PassageKind.ROW and (not held or held[-1].passage.scope == scene.passage.scope):
            held.append(scene)
            continue
        if held:
            yield held
        held = [scene] if scene.passage.kind is PassageKind.ROW else []
    if held:
        yield held


def _caption(block: Sequence[Scene]) -> str:
    """The heading right above a table, without its number: ``表1 主要指标``."""
    text = block[0].headings[0] if block[0].headings else ""
    return re.sub(r"^(?:专栏|表|图)\s?\d+(?:[-.]\d+)?\s*", "", text)


def _block(block: Sequence[Scene]) -> Iterator[tuple[str, Cell]]:
    head: Scene | None = None
    columns: list[_Column] = []
    caption = _caption(block)
    shared = m["unit"] if (m := _CAPTION_UNIT.search(" ".join((caption, block[0].text)))) else ""
    for scene in block:
        if _is_head(scene):
            head, columns = scene, [_column(scene, b, e) for b, e in _stretches(scene.text)]
            continue
        stretches = list(_stretches(scene.text))
        labelled = not _numbers(scene, *stretches[0])
        label = _column(scene, *stretches[0]) if labelled else _Column("", "", None, None)
        heads = columns if len(columns) == len(stretches) else []
        scope = (head.passage.id,) if head is not None and heads else ()
        for i, (begin, end) in enumerate(stretches[1:] if labelled else stretches, int(labelled)):
            column = heads[i] if heads else _Column("", "", None, None)
            for number in _numbers(scene, begin, end):
                own = re.sub(r"\s+", "", scene.text[begin : number.begin] + scene.text[number.unit_end : end])
                yield scene.passage.id, _cell(scene, number, own, label, column, caption, shared, scope)


def _cell(
    scene: Scene,
    number: Number,
    own: str,
    label: _Column,
    column: _Column,
    caption: str,
    shared: str,
    scope: tuple[str, ...],
) -> Cell:
    named = column.name or label.name
    words = [] if label.name or label.text in _EMPTY_HEADS else [label.text]
    if column.name is None and column.date is None and column.text not in _EMPTY_HEADS:
        words.append(column.text)
    if own and (own not in "".join(words)):
        words.append(own)
    if not words or words == [own] and caption and not label.text:
        words = [re.sub(r"(?:情况|一览|统计)?表?\Z", "", caption) or caption, *words]
    date = column.date or label.date
    later = bool(date and scene.year and date.edtf[:4].isdigit() and int(date.edtf[:4]) > scene.year)
    planned = later or bool(_PLANNED.search(column.text + label.text))
    scaled = _scaled(number, label.unit or column.unit or shared)
    return Cell(scaled, "".join(words), named.key if named else None, date, planned, scope)


def cells_of(scenes: Sequence[Scene]) -> Mapping[str, tuple[Cell, ...]]:
    """The numbers of all tables by passage."""
    found: dict[str, list[Cell]] = {}
    for block in _blocks(scenes):
        for passage, cell in _block(block):
            found.setdefault(passage, []).append(cell)
    return {passage: tuple(cells) for passage, cells in found.items()}
