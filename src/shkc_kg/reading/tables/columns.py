"""A table's cells, and its columns: what the lines of its head say of each."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from shkc_kg.reading.figures.number import Number
from shkc_kg.reading.lines.barred import BARE_YEAR
from shkc_kg.reading.scene import Scene

__all__ = ["Cell", "Column", "bare", "cells_of", "columns_of", "is_head", "printed"]


_TRANSLATED: Final = re.compile(r"(?<=[\u4e00-\u9fff)])\s+[A-Za-z][\x20-\x7e]*$")  # 合计 Total


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table's row: a stretch of the row's text."""

    scene: Scene
    begin: int
    end: int

    @property
    def text(self) -> str:
        return self.scene.text[self.begin : self.end]

    @property
    def is_year(self) -> bool:
        return BARE_YEAR.fullmatch(self.text.strip()) is not None

    @property
    def numbers(self) -> tuple[Number, ...]:
        inside = (n for n in self.scene.numbers if self.begin <= n.begin and n.end <= self.end)
        return tuple(n for n in inside if n.kind != "ordinal")

    @property
    def is_label(self) -> bool:
        """Whether it holds words and no number, its translation aside."""
        translated = _TRANSLATED.search(self.text)
        end = self.begin + translated.start() if translated else self.end
        return not any(number.begin < end for number in self.numbers)

    @property
    def thing(self) -> str | None:
        """The thing that it names, if it holds little else."""
        room = 0.7 * (self.end - self.begin)
        inside = self.scene.between(self.begin, self.end)
        return inside[0].key if inside and inside[0].end - inside[0].begin >= room else None


def cells_of(scene: Scene) -> tuple[Cell, ...]:
    """The cells of a row."""
    marks = (m.start() for m in re.finditer(r"[\t\n]", scene.text))
    return tuple(Cell(scene, a + 1, b) for a, b in itertools.pairwise((-1, *marks, len(scene.text))))


def printed(cells: Sequence[Cell]) -> Sequence[Cell]:
    """The cells of a row without the empty ones behind the last."""
    end = len(cells)
    while end and not cells[end - 1].text.strip():
        end -= 1
    return cells[:end]


@dataclass(frozen=True, slots=True)
class Column:
    """What a table's head says of a column, the words of its lines in a row, and the passages that say it."""

    text: str
    thing: str | None
    passages: tuple[str, ...]


_NOTED: Final = re.compile(r"[①-⑳*]+$|\s+$")


def bare(text: str) -> str:
    """The words of a head or label without their translation and the marks of notes: ``合计 Total``, ``人员①``."""
    return _NOTED.sub("", _TRANSLATED.sub("", text.strip()))


def columns_of(cells: Sequence[Cell]) -> tuple[Column, ...]:
    """The columns below the first line of a head."""
    return tuple(Column(bare(cell.text), cell.thing, (cell.scene.passage.id,)) for cell in cells)


_CORNER: Final = re.compile(r"(?:指\s*标|项\s*目|年\s*[份度]|名\s*称|类\s*别|地\s*区|分\s*类|时\s*间)[^\d]{0,8}|\s*")


def is_head(cells: Sequence[Cell], first: bool) -> bool:
    """Whether a row names columns: no cell of it holds a number, years aside; bare years beside 指标, or ahead of all."""
    if len(cells) < 2:
        return False
    years = [cell for cell in cells if cell.is_year]
    cornered = _CORNER.fullmatch(cells[0].text) is not None or (
        first and cells[0] in years and len(years) == len(cells)
    )
    return not any(cell.numbers and not (cornered and cell.is_year) for cell in cells)
