"""Several reports as one graph: things that are the same get one name and one class.

The same printed name is the same thing. A name that another reading knows as an alias of exactly one thing of a fitting
class is that thing. Everything else stays apart, however alike, unless a row of ``decisions.tsv`` says otherwise.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Final

from shkc_kg.graph.compact import compact
from shkc_kg.graph.ontology import load_ontology
from shkc_kg.model import Fact, Observation, Reading, Thing
from shkc_kg.tables import Row, read_table

__all__ = ["COLUMNS", "merged"]

COLUMNS: Final = ("report", "name", "verdict", "value", "reason")
_VERDICTS: Final = ("same", "apart", "class")
_SHORT: Final = 3  # code points; a shorter alias (大会, 复旦) may be many things' short name
_NAMED: Final = ("subject", "object", "member", "organization", "division", "about", "within")


def merged(readings: Sequence[Reading], decisions: Path) -> tuple[Reading, ...]:
    """The readings with one name and one class for each thing, in their order.

    :raises DataFileError: a decision is malformed, or two contradict each other.
    """
    told = _decisions(decisions)
    named = [_renamed(reading, told.names_in(reading.chapter.source.report)) for reading in readings]
    aliases = _aliases(named, told)
    named = [_renamed(reading, aliases) for reading in named]
    classes = _classes(named, told)
    things = {name for name, cls in classes.items() if cls != "Indicator"}
    return tuple(_settled(reading, classes, things) for reading in named)


@dataclass(frozen=True, slots=True)
class _Decisions:
    """Names by report (empty: any) and what they are called instead, pairs that stay apart, and classes."""

    names: Mapping[str, Mapping[str, str]]
    apart: frozenset[frozenset[str]]
    classes: Mapping[str, str]

    def names_in(self, report: str) -> Mapping[str, str]:
        return {**self.names.get("", {}), **self.names.get(report, {})}


def _decisions(path: Path) -> _Decisions:
    names: dict[str, dict[str, str]] = defaultdict(dict)
    apart, classes = set[frozenset[str]](), dict[str, str]()
    for row in read_table(path, COLUMNS) if path.exists() else ():
        if row["verdict"] not in _VERDICTS or not row["name"] or not row["value"]:
            raise row.error("a decision needs a name, a value, and one of " + ", ".join(_VERDICTS))
        if row["verdict"] == "apart":
            apart.add(frozenset((row["name"], row["value"])))
        else:
            _decide(names[row["report"]] if row["verdict"] == "same" else classes, row)
    return _Decisions(names, frozenset(apart), classes)


def _decide(held: dict[str, str], row: Row) -> None:
    if held.setdefault(row["name"], row["value"]) != row["value"]:
        raise row.error(f"{row['name']} is decided already, as {held[row['name']]}", "keep one of the rows")


def _aliases(readings: Sequence[Reading], told: _Decisions) -> Mapping[str, str]:
    """The names that are an alias of exactly one thing of another reading, and that thing's name."""
    owners: dict[str, dict[str, str]] = defaultdict(dict)
    classes: dict[str, str] = {}
    for reading in readings:
        for thing in reading.things:
            classes.setdefault(thing.name, thing.cls)
            for alias in thing.aliases:
                owners[alias][thing.name] = thing.cls
    found: dict[str, str] = {}
    for name, cls in classes.items():
        held = {owner: other for owner, other in owners.get(name, {}).items() if owner != name}
        if len(held) != 1 or len(name) < _SHORT:
            continue
        ((owner, other),) = held.items()
        if _fitting(cls, other) and frozenset((name, owner)) not in told.apart and owner not in found:
            found[name] = owner
    return {name: owner for name, owner in found.items() if owner not in found}


def _classes(readings: Iterable[Reading], told: _Decisions) -> Mapping[str, str]:
    """One class for each name: as decided, else the most specific of a line, else the one that most readings give."""
    given: dict[str, list[str]] = defaultdict(list)
    for reading in readings:
        for thing in reading.things:
            given[thing.name].append(thing.cls)
    return {name: told.classes.get(name) or _one(held) for name, held in given.items()}


def _one(classes: Sequence[str]) -> str:
    """One of several classes; the earlier reading goes first where nothing else tells.

    >>> _one(["Institution", "University"]), _one(["FunctionalZone", "District", "District"])
    ('University', 'District')
    """
    counts = Counter(classes)
    specific = [cls for cls in counts if not any(cls != other and _is_below(other, cls) for other in counts)]
    return max(specific, key=lambda cls: (counts[cls], -classes.index(cls)))


@cache
def _above() -> Mapping[str, frozenset[str]]:
    """The direct superclasses of each class of the ontology, by local name."""
    found: dict[str, set[str]] = defaultdict(set)
    for triple in load_ontology():
        if compact(triple.predicate.value) == "rdfs:subClassOf":
            one, other = compact(str(triple.subject)[1:-1]), compact(str(triple.object)[1:-1])
            found[one.removeprefix("shkc:")].add(other.removeprefix("shkc:"))
    return {cls: frozenset(held) for cls, held in found.items()}


def _is_below(cls: str, other: str) -> bool:
    return cls == other or any(_is_below(above, other) for above in _above().get(cls, ()))


def _fitting(one: str, other: str) -> bool:
    """Whether two classes may be those of one thing: the same, or one below the other."""
    return _is_below(one, other) or _is_below(other, one)


def _renamed(reading: Reading, names: Mapping[str, str]) -> Reading:
    """The reading with things called otherwise; what was printed stays as an alias."""
    names = {name: value for name, value in names.items() if any(thing.name == name for thing in reading.things)}
    if not names:
        return reading
    things: dict[str, Thing] = {}
    for thing in reading.things:
        name = names.get(thing.name, thing.name)
        forms = (*(things[name].aliases if name in things else ()), *thing.aliases, thing.name)
        base = things.get(name, thing)
        things[name] = replace(base, name=name, aliases=tuple(dict.fromkeys(form for form in forms if form != name)))
    return replace(
        reading,
        things=tuple(things.values()),
        mentions=tuple(replace(m, thing=names.get(m.thing, m.thing)) for m in reading.mentions),
        facts=tuple(dict.fromkeys(_fact(fact, names) for fact in reading.facts)),
        notes=tuple(replace(n, about=names.get(n.about or "", n.about or "") or None) for n in reading.notes),
    )


def _fact(fact: Fact, names: Mapping[str, str]) -> Fact:
    held = {field: getattr(fact, field, None) for field in _NAMED}
    changed = {field: names[value] for field, value in held.items() if isinstance(value, str) and value in names}
    return replace(fact, **changed) if changed else fact  # type: ignore[arg-type]


def _settled(reading: Reading, classes: Mapping[str, str], things: set[str]) -> Reading:
    """The reading with settled classes, and no indicator that is called like a thing of any reading."""
    return replace(
        reading,
        things=tuple(replace(thing, cls=classes[thing.name]) for thing in reading.things),
        facts=tuple(dict.fromkeys(_counted(fact, things) for fact in reading.facts)),
    )


def _counted(fact: Fact, things: set[str]) -> Fact:
    """An indicator called like a thing is the number of these things, in every report that states it."""
    if isinstance(fact, Observation) and fact.indicator in things:
        return replace(fact, indicator=f"{fact.indicator}数量")
    return fact
