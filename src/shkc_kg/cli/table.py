"""Rows as a table for a terminal, where a Chinese character is two columns wide."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wcwidth import wcswidth

__all__ = ["table"]


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The rows under their header, columns aligned, with a line end after each row.

    >>> print(table(["名", "n"], [["复旦大学", "12"], ["ECUST", "3"]]), end="")
    名        n
    --------  --
    复旦大学  12
    ECUST     3
    """
    cells = [[" ".join(cell.split()) for cell in row] for row in (header, *rows)]
    widths = [max(map(_width, column)) for column in zip(*cells, strict=True)]
    cells.insert(1, ["-" * width for width in widths])
    return "".join(_line(row, widths) for row in cells)


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True))
    return "  ".join(padded).rstrip() + "\n"


def _width(text: str) -> int:
    """The columns that a text takes; what a terminal can't show counts a column a character."""
    width = wcswidth(text)
    return width if width >= 0 else len(text)
