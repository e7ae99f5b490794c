"""Tables that a page's tool wrote with one cell a line, each closed by a bar: their rows put together again."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from shkc_kg.reading.lines.row import Row, RowKind
from shkc_kg.reading.lines.text import Line, clean, fold, join

__all__ = ["BARE_YEAR", "FIGURE_CELL", "barred_rows"]

FIGURE_CELL: Final = re.compile(r"[-+]?\d[\d,. ]*(?:%|‰)?|[-—–…/]+")
BARE_YEAR: Final = re.compile(r"(?:19|20)\d{2}年?")
_UNIT_CELL: Final = re.compile(r"\([^()\d]{1,8}\)")
_HAN: Final = re.compile(r"[\u4e00-\u9fff]")
_BAR: Final = re.compile(r"[|｜]")
_FEWEST: Final = 6  # closed cells; fewer are no table
_LONGEST: Final = 40  # code points; a longer line is no cell
_PIECES: Final = 3  # lines that a wrapped cell may have
_Lines = Sequence[tuple[int, str]]


@dataclass(frozen=True, slots=True)
class _Cell:
    """What stands before a bar, and the bar's place."""

    line: Line
    bar: int
    first: int  # the number of its first line

    @property
    def text(self) -> str:
        return fold(self.line.text)

    @property
    def is_year(self) -> bool:
        return BARE_YEAR.fullmatch(self.text) is not None

    @property
    def is_figure(self) -> bool:
        return FIGURE_CELL.fullmatch(self.text) is not None

    @property
    def is_label(self) -> bool:
        return bool(self.text) and not (self.is_figure or self.is_year)


def _closed(raw: str) -> bool:
    bare = raw.strip()
    return len(_BAR.findall(bare)) == 1 and bare[-1] in "|｜" and _is_short(bare)


def _opened(raw: str) -> bool:
    return bool(raw.strip()) and not _BAR.search(raw) and _is_short(raw.strip())


def _is_short(bare: str) -> bool:
    return len(bare) <= (_LONGEST if _HAN.search(bare) else 2 * _LONGEST)


def _run(lines: _Lines, at: int) -> tuple[tuple[_Cell, ...], int]:
    """The cells of the run of closed lines that begins at a line, and where it ends."""
    cells: list[_Cell] = []
    held: list[int] = []
    end = at
    for number in range(at, len(lines)):
        raw = lines[number][1]
        if _closed(raw):
            cells += _cells(lines, (*held, number))
            held, end = [], number + 1
        elif _opened(raw) and len(held) < _PIECES:
            held.append(number)
        else:
            break
    return tuple(cells), end


def _cells(lines: _Lines, numbers: Sequence[int]) -> Iterator[_Cell]:
    """The cell of some lines; what stands above a table's corner in the same cell is the table's title."""
    begin, raw = lines[numbers[-1]]
    bar = max(raw.rfind("|"), raw.rfind("｜"))
    pieces = [(n, clean(lines[n][1], lines[n][0])) for n in numbers[:-1]]
    pieces.append((numbers[-1], clean(raw[:bar], begin)))
    pieces = [piece for piece in pieces if piece[1].text] or pieces[-1:]
    if _CORNER.fullmatch(fold(pieces[-1][1].text)):
        for n, line in pieces[:-1]:
            yield _Cell(line, begin + bar, n)
        pieces = pieces[-1:]
    yield _Cell(join(line for _, line in pieces), begin + bar, pieces[0][0])


_LATIN: Final = re.compile(r"[A-Z][A-Za-z&'.,()\s\d/-]{2,}")


def _untranslated(cells: Sequence[_Cell]) -> Sequence[_Cell]:
    """The cells without those that only translate the label before them: 指标, Item."""
    kept = [
        cell
        for before, cell in itertools.pairwise((None, *cells))
        if before is None or cell is None or not (_HAN.search(before.text) and _LATIN.fullmatch(cell.text))
    ]
    return [cell for cell in kept if cell is not None]


def _with_units(cells: Sequence[_Cell]) -> Iterator[_Cell]:
    """The cells with the unit in brackets that has a cell of its own joined to the label before it."""
    held: _Cell | None = None
    for cell in cells:
        if held is not None and held.is_label and _UNIT_CELL.fullmatch(cell.text):
            held = replace(held, line=join((held.line, cell.line)), bar=cell.bar)
            continue
        if held is not None:
            yield held
        held = cell
    if held is not None:
        yield held


_CORNER: Final = re.compile(r"指\s*标(?:名\s*称)?|项\s*目|地\s*区|年\s*[份度]|行\s*业|分\s*组")
_OF_ITEMS: Final = re.compile(r"指\s*标(?:名\s*称)?|项\s*目")  # the corner of a table whose rows are what is counted


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where the head of a table begins and ends among its cells, and the number of its columns."""

    begin: int
    end: int
    columns: int


def _grid(cells: Sequence[_Cell]) -> _Grid | None:
    """The head of a table: years behind a corner, or as many labels as its first row has figures, and one more."""
    data = next((i for i, c in enumerate(cells) if c.is_figure or c.is_year), None)
    if data is None:
        return None
    stop = data
    if cells[data].is_year:
        while stop < len(cells) and cells[stop].is_year:
            stop += 1
        corner = data > 0 and cells[data - 1].is_label
        if stop - data > 1 or (corner and _OF_ITEMS.fullmatch(cells[data - 1].text)):
            return _Grid(data - corner, stop, 1 + stop - data)
    heads = data if cells[data].is_year else data - 1
    stop = heads + 1
    while stop < len(cells) and not cells[stop].is_label and not (cells[heads].is_year and cells[stop].is_year):
        stop += 1
    columns = stop - heads
    labels = 0
    while labels < heads and cells[heads - 1 - labels].is_label:
        labels += 1
    if columns < 2 or labels < columns - 1:
        return None
    return _Grid(heads - min(labels, columns), heads, columns)


def _chunks(cells: Sequence[_Cell]) -> Iterator[Sequence[_Cell]]:
    """The cells below the head, parted before each label; before each year where years are what labels the rows."""
    dated = bool(cells) and cells[0].is_year
    begin = 0
    for at in range(1, len(cells)):
        if cells[at].is_label or (dated and cells[at].is_year):
            yield cells[begin:at]
            begin = at
    if cells:
        yield cells[begin:]


def _filled(chunk: Sequence[_Cell], columns: int) -> Sequence[_Cell] | None:
    """A row's cells; none where it can't be told which column each stands in."""
    kept = [cell for cell in chunk if cell.text]
    if len(kept) in (1, columns):
        return kept
    return chunk if len(chunk) == columns else None


def _row(cells: Sequence[_Cell], gap: bool = False) -> Row:
    parts = [cells[0].line]
    for before, cell in itertools.pairwise(cells):
        parts += [Line("|", (before.bar,)), cell.line]
    if len(cells) == 1:
        parts.append(Line("|", (cells[0].bar,)))
    return Row(RowKind.TABLE, join(parts), gap)


def _table(cells: Sequence[_Cell], end: int) -> Iterator[Row] | None:
    cells = _untranslated(cells)
    printed = list(_with_units([c for c in cells if c.text]))
    grid = _grid(printed)
    if grid is None:
        return None
    first = printed[grid.end].first if grid.end < len(printed) else end
    body = list(_with_units([cell for cell in cells if cell.first >= first]))
    while body and not body[0].text:
        body.pop(0)
    rows = [(chunk, _filled(chunk, grid.columns)) for chunk in _chunks(body)]
    if sum(row is not None and len(row) > 1 for _, row in rows) < 1 + (grid.columns < 3):
        return None
    return _rows_of(printed, grid, rows)


def _rows_of(
    printed: Sequence[_Cell],
    grid: _Grid,
    rows: Sequence[tuple[Sequence[_Cell], Sequence[_Cell] | None]],
) -> Iterator[Row]:
    for cell in printed[: grid.begin]:
        yield Row(RowKind.SHORT, cell.line, False)
    yield _row(printed[grid.begin : grid.end])
    for chunk, row in rows:
        if row is not None:
            yield _row(row)
        else:
            yield from (Row(RowKind.SHORT, cell.line, False) for cell in chunk if cell.text)


def _starts(lines: _Lines, at: int) -> bool:
    """Whether a line is the first cell of a table: closed, or with its bar on the next line."""
    raw = lines[at][1]
    if _closed(raw):
        return len(raw.strip()) > 1
    return _opened(raw) and at + 1 < len(lines) and lines[at + 1][1].strip() in ("|", "｜")


def barred_rows(lines: _Lines, at: int) -> tuple[tuple[Row, ...], int]:
    """The rows of the table that begins at a line, and where its lines end; no rows where they are no table.

    >>> text = "地区 |\\n企业 |\\n产值(亿元) |\\n甲市 |\\n12 |\\n3.5 |\\n乙市 |\\n8 |\\n|\\n"
    >>> lines = [(text.index(part), part) for part in text.splitlines()]
    >>> [row.text for row in barred_rows(lines, 0)[0]]
    ['地区|企业|产值(亿元)', '甲市|12|3.5', '乙市|8|']
    """
    if not _starts(lines, at):
        return (), at
    cells, end = _run(lines, at)
    made = _table(cells, end) if len(cells) >= _FEWEST else None
    return tuple(made or ()), end
