"""Figures of the graph, and the bars that draw them: a bound looks different from an exact number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Any, Final

from shkc_kg.web.asking import Row
from shkc_kg.web.explorer.amounts import SIGNS, digits
from shkc_kg.web.labels import local

__all__ = ["Bar", "Block", "Figure", "blocks", "draw", "read_figure", "stated"]

_WIDTH: Final = Decimal(100)


@dataclass(frozen=True, slots=True)
class Figure:
    """A stated number; ``bound`` and ``kind`` are local names, ``whole`` is what it is a part of, if anything."""

    iri: str
    passage: str
    subject: str
    indicator: str
    value: Decimal | None
    least: Decimal | None
    most: Decimal | None
    unit: str
    bound: str
    kind: str
    date: str
    printed: str
    whole: str
    planned: bool

    @property
    def shown(self) -> str:
        """As printed, with its unit."""
        return self.printed if self.unit in self.printed else self.printed + self.unit

    @property
    def plain(self) -> str:
        """The number in base units with the sign of its bound, empty where none was stated."""
        if self.value is None:
            return ""
        percent = "%" if self.unit == "%" else ""
        return f"{SIGNS.get(self.bound, '')} {digits(self.value)}{percent}".strip()

    @property
    def low(self) -> str:
        """What the words guarantee at least, in digits."""
        return "" if self.least is None else digits(self.least)

    @property
    def high(self) -> str:
        """What the words allow at most, in digits."""
        return "" if self.most is None else digits(self.most)


@dataclass(frozen=True, slots=True)
class Bar:
    """A piece of a bar from ``x`` on, in hundredths of the width; ``look`` is solid, fade, hatch or line."""

    x: float
    width: float
    look: str


@dataclass(frozen=True, slots=True)
class Block:
    """Figures in one unit, which share a scale; the bars of each."""

    unit: str
    rows: tuple[tuple[Figure, tuple[Bar, ...]], ...]


def read_figure(row: Row) -> Figure:
    """The figure of a row with the variables of ``thing-figures.rq``."""
    return Figure(**stated(row))


def stated(row: Row) -> dict[str, Any]:
    """The fields of a figure as a row of ``thing-figures.rq`` or of ``figures.rq`` has them; what it lacks is empty."""
    names = ("passage", "subject", "indicator", "unit", "bound", "kind", "date", "printed", "whole", "modality")
    text = {name: row[name].text if name in row else "" for name in names}
    numbers = {name: Decimal(row[name].text) if name in row else None for name in ("value", "least", "most")}
    planned = local(text.pop("modality")) == "Planned"
    kinds = {name: local(text[name]) for name in ("bound", "kind")}
    return {"iri": row["figure"].text, **text, **numbers, **kinds, "planned": planned}


def blocks(figures: Iterable[Figure]) -> tuple[Block, ...]:
    """Figures by unit, units with most figures first, each drawn on the scale of its unit."""
    by_unit = {unit: list(held) for unit, held in groupby(sorted(figures, key=lambda f: f.unit), lambda f: f.unit)}
    order = sorted(by_unit, key=lambda unit: (-len(by_unit[unit]), unit))
    return tuple(Block(unit, draw(by_unit[unit])) for unit in order)


def draw(figures: Sequence[Figure]) -> tuple[tuple[Figure, tuple[Bar, ...]], ...]:
    """Each figure with its bars, all on one scale."""
    ends = [end for figure in figures if (end := _end(figure))]
    scale = Decimal(100) if {f.unit for f in figures} == {"%"} else max(ends, default=Decimal(1))
    return tuple((figure, _bars(figure, max(scale, *ends) if ends else scale)) for figure in figures)


def _end(figure: Figure) -> Decimal:
    """How far a figure's bar reaches: a lower bound stays open, so it needs room."""
    known = max(figure.value or Decimal(0), figure.most or Decimal(0))
    return known * Decimal("1.12") if figure.bound in ("AtLeast", "About") and figure.unit != "%" else known


def _bars(figure: Figure, scale: Decimal) -> tuple[Bar, ...]:
    if figure.value is None or figure.value < 0:
        return ()
    value, part = figure.value / scale * _WIDTH, _WIDTH / 12
    match figure.bound:
        case "AtLeast":
            pieces = [(Decimal(0), value, "solid"), (value, min(part, _WIDTH - value), "fade")]
        case "About":
            low = max(value - part / 2, Decimal(0))
            pieces = [(Decimal(0), low, "solid"), (low, min(part, _WIDTH - low), "hatch")]
        case "Nearly":
            low = max(value - part / 2, Decimal(0))
            pieces = [(Decimal(0), low, "solid"), (low, value - low, "hatch"), (value, Decimal(0), "line")]
        case "AtMost":
            pieces = [(Decimal(0), value, "hatch"), (value, Decimal(0), "line")]
        case _:
            pieces = [(Decimal(0), value, "solid")]
    return tuple(Bar(round(float(x), 2), round(float(width), 2), look) for x, width, look in pieces)
