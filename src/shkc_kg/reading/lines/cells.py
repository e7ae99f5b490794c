"""Tables that were flattened to one cell a line: their rows put together again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from shkc_kg.reading.lines.row import Row, RowKind
from shkc_kg.reading.lines.text import Line, fold, join

__all__ = ["tables_joined"]

_NUMERIC: Final = re.compile(
    r"(?:约|近|逾|超过?)?[-+]?\d[\d,.]*(?:[十百千万亿]+)?[+余多]?(?:%|‰|个百分点|[\u4e00-\u9fff]{1,3})?|[-—–…/]+"
)
_THOUSANDS: Final = re.compile(r"(?<=\d)[ \u00a0](?=\d{3})")  # 1 685
_YEAR: Final = re.compile(r"(?:19|20)\d{2}年?(?:度|末|底)?")
_COLUMNS: Final = range(2, 8)
_ROWS: Final = 2  # fewer rows of figures below a header are no table


def _is_figure(text: str) -> bool:
    folded = _THOUSANDS.sub("", fold(text))
    return bool(_NUMERIC.fullmatch(folded)) and not _YEAR.fullmatch(folded)


_SERIAL: Final = re.compile(r"序号|编号|序")


def _numbered(cells: Sequence[str]) -> tuple[int, int] | None:
    """The shape of a table whose rows are numbered from 1: ``序号, 项目, 单位, 1, …, …, 2, …, …``."""
    for before in (0, 1):
        if not _SERIAL.fullmatch(cells[before]) or "1" not in cells:
            continue
        columns = cells.index("1") - before
        rows, rest = divmod(len(cells) - before, columns) if columns > 1 else (0, 1)
        if not rest and all(cells[before + columns * i] == str(i) for i in range(1, rows)):
            return before, columns
    return None


def _shape(cells: Sequence[str]) -> tuple[int, int] | None:
    """How many cells stand before the table (0 or 1: its title), and its number of columns.

    >>> _shape(["园区", "企业(家)", "产值(亿元)", "甲园", "1230", "890.5", "乙园", "560", "320"])
    (0, 3)
    """
    if (numbered := _numbered(cells)) is not None:
        return numbered
    for before in (0, 1):
        for columns in _COLUMNS:
            body = cells[before + columns :]
            rows, rest = divmod(len(body), columns)
            heads = cells[before : before + columns]
            if rest or rows < _ROWS or any(_is_figure(h) for h in heads):
                continue
            if all(_is_figure(c) != (i % columns == 0) for i, c in enumerate(body)) or _repeats(heads, body):
                return before, columns
    return None


_IN_UNITS: Final = re.compile(r".+\([^()]{1,6}\)")


def _repeats(heads: Sequence[str], body: Sequence[str]) -> bool:
    """Whether each row has figures just below the heads that print a unit: ``名称, 类别, 场地面积(平方米)``."""
    figures = [_IN_UNITS.fullmatch(fold(head)) is not None for head in heads]
    kept = any(figures) and not figures[0]
    return kept and all(_is_figure(c) == figures[i % len(heads)] for i, c in enumerate(body))


def _run_end(rows: Sequence[Row], at: int, gap: bool) -> int:
    """Where a run of short lines ends that no gap parts, or with ``gap`` of lines that gaps part each from the next."""
    end = at + 1
    while rows[at].kind in _CELLS and end < len(rows) and rows[end].kind in _CELLS and rows[end].gap is gap:
        end += 1
    return end


_CELLS: Final = (RowKind.SHORT, RowKind.FIGURE)


def _table(rows: Sequence[Row], at: int, end: int) -> tuple[int, int] | None:
    return _shape([row.text for row in rows[at:end]]) if end - at >= (_ROWS + 1) * _COLUMNS[0] else None


def _row_of(cells: Sequence[Row], original: str) -> Row:
    parts = [cells[0].line]
    for cell in cells[1:]:
        feed = original.rindex("\n", 0, cell.line.offsets[0])
        parts += [Line("\n", (feed,)), cell.line]
    return replace(cells[0], kind=RowKind.TABLE, line=join(parts))


def tables_joined(rows: Sequence[Row], original: str) -> Iterator[Row]:
    """The rows of a text, with runs of short lines that repeat a table's pattern joined to table rows."""
    at = tried = 0
    while at < len(rows):
        shape = None
        if at >= tried:
            end = tried = _run_end(rows, at, gap=True)
            shape = _table(rows, at, end)
        if shape is None:
            end = _run_end(rows, at, gap=False)
            shape = _table(rows, at, end)
        if shape is None:
            yield from rows[at:end]
        else:
            before, columns = shape
            yield from rows[at : at + before]
            for begin in range(at + before, end, columns):
                yield _row_of(rows[begin : begin + columns], original)
        at = end
