"""The ties of a graph in memory: which things each thing is tied to, by which relation, stated where."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from shkc_kg.networks import Network, plain, ways, without
from shkc_kg.web.asking import Row, ask_once
from shkc_kg.web.site import Site

__all__ = ["Hidden", "Shown", "Tie", "Ties", "around", "between", "gathered", "ties_of", "whole_view"]

Keeps = Callable[["Tie"], bool]


@dataclass(frozen=True, slots=True)
class Tie:
    """Two things and their relation; ``graphs`` are what states it, passages first; ``via`` is what the two share."""

    source: str
    relation: str
    target: str
    symmetric: bool
    graphs: tuple[str, ...]
    via: tuple[str, ...] = ()

    @property
    def ends(self) -> tuple[str, str]:
        """The two things."""
        return self.source, self.target


@dataclass(frozen=True, slots=True)
class Hidden:
    """What a hub has beyond the ties that are shown: how many by this relation, in this direction."""

    thing: str
    relation: str
    outgoing: bool
    count: int


@dataclass(frozen=True, slots=True)
class Shown:
    """A part of the graph: its ties, the things that it was opened at, the ways that it shows, and what it leaves out."""

    ties: tuple[Tie, ...]
    centres: tuple[str, ...] = ()
    ways: tuple[tuple[str, ...], ...] = ()
    hidden: tuple[Hidden, ...] = ()

    @property
    def things(self) -> tuple[str, ...]:
        """All things, the centres first."""
        ends = (end for tie in self.ties for end in tie.ends)
        return tuple(dict.fromkeys((*self.centres, *(node for way in self.ways for node in way), *ends)))

    def joined(self, other: Shown) -> Shown:
        """This and another part as one."""
        ties, centres = dict.fromkeys((*self.ties, *other.ties)), dict.fromkeys((*self.centres, *other.centres))
        return Shown(tuple(ties), tuple(centres), self.ways + other.ways, self.hidden + other.hidden)


@dataclass(frozen=True, slots=True)
class Ties:
    """All ties of a graph: by thing, in the order of the text, and as a network to find ways in."""

    of: Mapping[str, tuple[Tie, ...]]
    network: Network


async def ties_of(site: Site) -> Ties:
    """The ties of the published graph, read once."""
    edition = site.edition

    async def read() -> Ties:
        found = await ask_once(site, edition, "ties")
        return await asyncio.to_thread(_index, found.rows)

    return await edition.once("ties", read)


def _index(rows: Iterable[Row]) -> Ties:
    of: dict[str, list[Tie]] = defaultdict(list)
    ties = gathered(rows)
    for tie in ties:
        for end in tie.ends:
            of[end].append(tie)
    network = plain({thing: {} for thing in sorted(of)}, ((*tie.ends, tie.relation, {}) for tie in ties))
    return Ties({thing: tuple(held) for thing, held in of.items()}, network)


def gathered(rows: Iterable[Row], directed: bool = True) -> tuple[Tie, ...]:
    """One tie for each pair and relation of some rows, in the order of the text; background comes last."""
    graphs: dict[tuple[str, str, str, bool], set[str]] = defaultdict(set)
    via: dict[tuple[str, str, str, bool], set[str]] = defaultdict(set)
    for row in rows:
        ends = (row["source"].text, row["target"].text)
        symmetric = "symmetric" in row or not directed
        one, other = sorted(ends) if symmetric else ends
        key = (one, row["relation"].text if "relation" in row else "", other, symmetric)
        graphs[key].add(row["passage"].text)
        if "via" in row:
            via[key].add(row["via"].text)
    ties = (Tie(*key, tuple(sorted(held, key=_in_text)), tuple(sorted(via[key]))) for key, held in graphs.items())
    return tuple(sorted(ties, key=lambda tie: (_in_text(tie.graphs[0]), tie.source, tie.relation, tie.target)))


def _in_text(graph: str) -> tuple[bool, str]:
    return "/graph/" in graph, graph


def around(ties: Ties, things: Iterable[str], most: int, keeps: Keeps) -> Shown:
    """The ties of some things, at most so many by each relation in each direction: a hub must not swamp the rest."""
    found: dict[Tie, None] = {}
    hidden: list[Hidden] = []
    centres = tuple(dict.fromkeys(things))
    for thing in centres:
        groups: dict[tuple[str, bool], list[Tie]] = defaultdict(list)
        for tie in filter(keeps, ties.of.get(thing, ())):
            groups[tie.relation, tie.source == thing].append(tie)
        for (relation, outgoing), held in sorted(groups.items()):
            found.update(dict.fromkeys(held[:most]))
            if len(held) > most:
                hidden.append(Hidden(thing, relation, outgoing, len(held) - most))
    return Shown(tuple(found), centres, (), tuple(hidden))


def between(ties: Ties, one: str, other: str, avoid: Iterable[str], most: int) -> Shown:
    """The shortest ways from one thing to another that pass none of those to avoid, with every tie of their steps."""
    found = ways(without(ties.network, set(avoid) - {one, other}), one, other, most=most)
    steps = {frozenset(step) for way in found for step in pairwise(way)}
    passed = dict.fromkeys(
        tie for way in found for node in way for tie in ties.of[node] if frozenset(tie.ends) in steps
    )
    return Shown(tuple(passed), (one, other), found)


def whole_view(rows: Iterable[Row], directed: bool, most: int, keeps: Keeps) -> tuple[Shown, int]:
    """The best tied things of a view, with the ties among them, and how many things it has in all."""
    ties = tuple(filter(keeps, gathered(rows, directed)))
    weights: dict[str, int] = defaultdict(int)
    for tie in ties:
        for end in tie.ends:
            weights[end] += len(tie.graphs)
    best = set(sorted(weights, key=lambda thing: (-weights[thing], thing))[:most])
    kept = [tie for tie in ties if best.issuperset(tie.ends)]
    # Of what is named together very often the heaviest ties are enough to be seen.
    heaviest = set(sorted(kept, key=lambda tie: (-len(tie.graphs), tie.source, tie.target))[: 3 * most])
    return Shown(tuple(tie for tie in kept if tie in heaviest)), len(weights)
