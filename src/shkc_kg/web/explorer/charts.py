"""Which charts some observations make, by general rules: totals with parts, shares, series, and what can be compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final, TypeVar

from shkc_kg.web.explorer.observations import Observation

__all__ = ["Bars", "Mark", "Series", "Total", "bars_by_indicator", "bars_by_unit", "series", "shares", "totals"]

# Numbers that name rather than count (the 4th edition, rank 1) are compared with nothing.
_COUNTED: Final = frozenset({"Flow", "Stock", "Cumulative", "Duration"})
_MOST_BARS: Final = 8
_FEWEST_BARS: Final = 3
K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Mark:
    """An observation drawn: from where to where, as percent of the width."""

    observation: Observation
    width: float
    start: float = 0.0

    @property
    def end(self) -> float:
        """Where it ends."""
        return round(self.start + self.width, 3)


@dataclass(frozen=True, slots=True)
class Bars:
    """Observations of one scale; ``about`` is the indicator or unit they share, ``of`` how many there are in all."""

    about: str
    unit: str
    marks: tuple[Mark, ...]
    of: int


@dataclass(frozen=True, slots=True)
class Total:
    """A whole with the parts that the text names of it.

    ``rest`` is what they leave of the whole: nothing, less than nothing where parts overlap, ``None`` where a bound
    forbids to say.
    """

    whole: Observation
    parts: tuple[Mark, ...]
    rest: Decimal | None

    @property
    def stacked(self) -> bool:
        """Whether the parts can stand side by side in the whole."""
        return sum(mark.width for mark in self.parts) <= 100.001

    @property
    def missing(self) -> float:
        """The rest as percent of the whole."""
        return round(100 - sum(mark.width for mark in self.parts), 3) if self.stacked else 0.0


@dataclass(frozen=True, slots=True)
class Series:
    """One indicator of one subject over time; marks are points, ``start`` the time and ``width`` the height."""

    indicator: str
    subject: str
    unit: str
    points: tuple[Mark, ...]
    years: tuple[str, ...] = field(default=())


def totals(rows: Iterable[Observation], everything: Iterable[Observation]) -> list[Total]:
    """The wholes among some observations with their parts among all."""
    parts: dict[str, list[Observation]] = defaultdict(list)
    for each in everything:
        if each.whole and each.value is not None:
            parts[each.whole].append(each)
    return [
        _total(whole, [part for part in parts[whole.iri] if part.unit == whole.unit])
        for whole in rows
        if whole.value and any(part.unit == whole.unit for part in parts[whole.iri])
    ]


def _total(whole: Observation, parts: Sequence[Observation]) -> Total:
    size, named = whole.value or Decimal(1), sum((part.value or Decimal(0) for part in parts), Decimal(0))
    exact = all(each.bound == "Exact" and not each.planned for each in (whole, *parts))
    marks: list[Mark] = []
    start = Decimal(0)
    stacked = named <= size
    for part in parts:
        width = part.value or Decimal(0)
        marks.append(Mark(part, _percent(width, size), _percent(start, size)))
        start += width if stacked else 0
    return Total(whole, tuple(marks), size - named if exact else None)


def shares(rows: Iterable[Observation]) -> Bars | None:
    """The shares of a whole: percentages up to 100 and fractions up to 1."""
    found = [(each, share) for each in rows if (share := _share(each)) is not None]
    if not found:
        return None
    marks = tuple(Mark(each, float(share)) for each, share in sorted(found, key=lambda pair: -pair[1]))
    return Bars("", "%", marks, len(marks))


def _share(each: Observation) -> Decimal | None:
    if each.kind != "Share" or each.value is None or each.unit not in ("", "%"):
        return None
    share = each.value if each.unit else each.value * 100
    return share if 0 <= share <= 100 else None


def bars_by_indicator(rows: Iterable[Observation]) -> list[Bars]:
    """Bars by subject for each indicator that is stated of several in the same unit and manner."""
    groups = _grouped(rows, lambda each: (each.indicator, each.unit, each.kind), _COUNTED)
    several = {key: held for key, held in groups.items() if len({each.subject for each in held}) > 1}
    return [_bars(indicator, unit, held) for (indicator, unit, _), held in several.items()]


def bars_by_unit(rows: Iterable[Observation], most: int, fewest: int = _FEWEST_BARS) -> list[Bars]:
    """The largest numbers of each unit that counts enough things: money first, then the most used units."""
    groups = _grouped((each for each in rows if each.unit), lambda each: each.unit, _COUNTED)
    enough = [(unit, held) for unit, held in groups.items() if len(held) >= fewest]
    enough.sort(key=lambda item: (item[0] != "元", -len(item[1]), item[0]))
    return [_bars(unit, unit, held) for unit, held in enough[:most]]


def _bars(about: str, unit: str, held: Sequence[Observation]) -> Bars:
    largest = sorted(held, key=lambda each: -(each.value or 0))[:_MOST_BARS]
    size = largest[0].value or Decimal(1)
    return Bars(about, unit, tuple(Mark(each, _percent(each.value or Decimal(0), size)) for each in largest), len(held))


def series(rows: Iterable[Observation]) -> list[Series]:
    """The indicators that are stated of one subject for several years."""
    groups = _grouped(
        (each for each in rows if each.year.isdigit()),
        lambda each: (each.indicator, each.subject, each.unit, each.kind),
        _COUNTED | {"Share"},
    )
    long = {key: held for key, held in groups.items() if len({each.year for each in held}) > 1}
    return [_series(*key[:3], held) for key, held in long.items()]


def _series(indicator: str, subject: str, unit: str, held: Sequence[Observation]) -> Series:
    ordered = sorted(held, key=lambda each: (each.date, each.begin))
    first, last = int(ordered[0].year), int(ordered[-1].year)
    size = max(each.value or Decimal(0) for each in held) or Decimal(1)
    points = tuple(
        Mark(
            each,
            _percent(each.value or Decimal(0), size),
            _percent(Decimal(int(each.year) - first), Decimal(last - first)),
        )
        for each in ordered
    )
    return Series(indicator, subject, unit, points, tuple(dict.fromkeys(each.year for each in ordered)))


def _grouped(
    rows: Iterable[Observation], key: Callable[[Observation], K], kinds: frozenset[str]
) -> Mapping[K, list[Observation]]:
    """The observations with a value, of some kinds, by a key, in the order of the text."""
    groups: dict[K, list[Observation]] = defaultdict(list)
    for each in rows:
        if each.value is not None and each.value >= 0 and each.kind in kinds:
            groups[key(each)].append(each)
    return groups


def _percent(part: Decimal, whole: Decimal) -> float:
    return round(float(part / whole * 100), 3)
