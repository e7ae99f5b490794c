"""The facts of a thing by property, in a reader's order, each value with the sentences that state it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from shkc_kg.web.asking import Row, Term
from shkc_kg.web.explorer.dates import told
from shkc_kg.web.explorer.things.nodes import Node
from shkc_kg.web.explorer.things.order import NAMING, OUTWARD, place_in_order
from shkc_kg.web.explorer.things.said import Evidence, Ledger, origin
from shkc_kg.web.labels import Labels

__all__ = [
    "Group",
    "Neighbour",
    "Told",
    "group_rows",
    "in_short",
    "neighbours",
    "planned_rows",
    "read_groups",
    "shortened",
]

_DATES: Final = frozenset({"date", "gYear", "gYearMonth"})


@dataclass(frozen=True, slots=True)
class Group:
    """A property read from the thing (``out``) or to it (``in``): some of its values, and how many there are."""

    way: str
    property: str
    values: tuple[Evidence, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Told:
    """The groups of a thing by who says so: the report, background tables, the reasoner, or another graph."""

    out: tuple[Group, ...]
    into: tuple[Group, ...]
    background: tuple[Group, ...]
    inferred: tuple[Group, ...]
    rest: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A thing that facts tie to this one: how many, and by which properties."""

    iri: str
    facts: int
    properties: tuple[str, ...]


class _Reader:
    """Turns rows into values with evidence, for one thing and language."""

    def __init__(self, iri: str, ledger: Ledger, labels: Labels, lang: str) -> None:
        self.iri, self.ledger, self.labels, self.lang = iri, ledger, labels, lang

    def evidence(self, way: str, prop: str, other: Term, rows: Iterable[Row]) -> Evidence:
        graphs = sorted({row["where"].text for row in rows})
        ends = (self.iri, other) if way == "out" else (other.text, Term(self.iri, iri=True))
        said = tuple(self.ledger.said(graph, ends[0], prop, ends[1]) for graph in graphs)
        return Evidence(other, self.named(other, rows), said)

    def named(self, other: Term, rows: Iterable[Row] = ()) -> str:
        if not other.iri:
            return told(other.text, self.lang) if other.datatype in _DATES else other.text
        given = next((row["name"].text for row in rows if "name" in row), "")
        return given if given and not self.labels.kind(other.text) else self.labels.name(other.text, self.lang)


def group_rows(
    rows: Iterable[Row], iri: str, ledger: Ledger, labels: Labels, lang: str
) -> dict[tuple[str, str], list[Evidence]]:
    """The values of each property and direction, in the order of the rows."""
    by_value: dict[tuple[str, str, Term], list[Row]] = defaultdict(list)
    for row in rows:
        by_value[row["way"].text, row["property"].text, row["other"]].append(row)
    reader = _Reader(iri, ledger, labels, lang)
    grouped: dict[tuple[str, str], list[Evidence]] = defaultdict(list)
    for (way, prop, other), held in by_value.items():
        grouped[way, prop].append(reader.evidence(way, prop, other, held))
    return grouped


def planned_rows(
    nodes: Iterable[Node], iri: str, ledger: Ledger, labels: Labels, lang: str
) -> dict[tuple[str, str], list[Evidence]]:
    """What is only planned, by property and direction: statements that are no triples of the graph."""
    reader = _Reader(iri, ledger, labels, lang)
    grouped: dict[tuple[str, str], list[Evidence]] = defaultdict(list)
    merged: dict[tuple[str, str, Term], Evidence] = {}
    for node in nodes:
        subject, prop = node.term("shkc:statedSubject"), node.term("shkc:statedProperty")
        value = node.term("shkc:statedObject") or node.term("shkc:statedValue")
        if not (subject and prop and value):
            continue
        way, other = ("out", value) if subject.text == iri else ("in", subject)
        said = ledger.said(node.where, node.iri)
        key = (way, prop.text, other)
        before = merged.get(key)
        known = before.said if before else ()
        merged[key] = Evidence(other, reader.named(other), (*known, said), planned=True, node=node.iri)
    for (way, name, _), evidence in merged.items():
        grouped[way, name].append(evidence)
    return grouped


def read_groups(
    grouped: Mapping[tuple[str, str], list[Evidence]],
    planned: Mapping[tuple[str, str], list[Evidence]],
    counts: Mapping[tuple[str, str], int],
    ledger: Ledger,
    kind: str,
) -> Told:
    """The groups of a thing in the order that its kind wants; what has a panel of its own is left out."""
    sorted_by: dict[str, list[Group]] = defaultdict(list)
    for way, prop in sorted({*grouped, *planned}, key=lambda key: (key[0] == "in", place_in_order(kind, key[1]))):
        if (prop in NAMING and way == "out") or prop in OUTWARD:
            continue
        parts: dict[str, list[Evidence]] = defaultdict(list)
        for evidence in grouped.get((way, prop), ()):
            parts[_part(evidence, ledger, way)].append(evidence)
        if hopes := planned.get((way, prop)):
            parts["out" if way == "out" else "into"] += hopes
        for part, values in parts.items():
            whole = counts.get((way, prop), 0) if part in ("out", "into", "rest") else 0
            sorted_by[part].append(Group(way, prop, tuple(values), max(whole, len(values))))
    return Told(*(tuple(sorted_by[part]) for part in ("out", "into", "background", "inferred", "rest")))


def _part(evidence: Evidence, ledger: Ledger, way: str) -> str:
    by = origin([said.graph for said in evidence.said], ledger.sentences, ledger.base)
    if by in ("said", "text"):
        return "out" if way == "out" else "into"
    return {"reference": "background", "inferred": "inferred"}.get(by, "rest")


def shortened(groups: Iterable[Group], most: int) -> Iterator[Group]:
    """The groups with so many values each at most."""
    yield from (replace(group, values=group.values[:most]) for group in groups)


def in_short(told: Told, most: int = 2, values: int = 4) -> tuple[Group, ...]:
    """What to say of a thing in one line: the first properties that have few values, all of them stated."""
    few = (group for group in (*told.out, *told.background) if group.way == "out" and group.total <= values)
    plain = (group for group in few if all(_plain(value) for value in group.values))
    return tuple(islice(plain, most))


def _plain(value: Evidence) -> bool:
    return not value.planned and (value.other.iri or value.other.datatype in _DATES)


def neighbours(groups: Iterable[Group], labels: Labels, most: int = 8) -> tuple[Neighbour, ...]:
    """The things that most stated facts tie to this one; of equals, the first by name."""
    facts: Counter[str] = Counter()
    by: dict[str, dict[str, None]] = defaultdict(dict)
    for group in groups:
        for evidence in group.values:
            if evidence.other.iri and labels.kind(evidence.other.text) and not evidence.planned:
                facts[evidence.other.text] += len(evidence.said)
                by[evidence.other.text][group.property] = None
    nearest = sorted(facts, key=lambda iri: (-facts[iri], iri))[:most]
    return tuple(Neighbour(iri, facts[iri], tuple(by[iri])) for iri in nearest)
