"""How building views, measuring them and finding a path grow with the graph: the shipped one, and many copies of it.

    python benchmarks/networks.py [--times 1 100 1000] [--runs 3] [--folder DIR] [--regions 31] [--network-only]

A copy renames everything but countries and provinces, so that the copies hang together as the reports of many years
would. Their own region is in turn one of so many, as there are provinces in China; with ``--regions 1`` all reports are of
one city, which then has a quarter of all ties. Betweenness is exact up to 2,000 nodes and estimated from 200 above, as the
program does it (see the table of measures). Prints medians and, for each step up, how much longer it took. Each number
is told on standard error as soon as it is there, the costliest last.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from io import BufferedReader, RawIOBase
from itertools import pairwise
from pathlib import Path
from statistics import median
from time import process_time
from typing import Final

import networkx as nx  # noqa: TID251 - what is measured are networks of networkx
from pyoxigraph import RdfFormat, Store

import shkc_kg
from shkc_kg.build import build
from shkc_kg.names import Namer
from shkc_kg.networks import Network, Source, network, paths, read_view, scored
from shkc_kg.resources import data_dir

VIEWS: Final = ("affiliation", "place", "events")
MEASURED: Final = (
    "degree",
    "pagerank",
    "core",
    "components",
    "clustering",
    "label-propagation",
    "louvain",
    "betweenness",
)
REGION: Final = "上海市"  # whose report it is
IN_ONE: Final = "tied, in one report"
Ends = tuple[str, str]
LIMIT: Final = 0.2  # seconds for a path on the shipped graph
_THING: Final = re.compile(r"(https://w3id\.org/shkc/id/)([^>]*)")
# What no view asks for, and what would only make the copies larger.
_LEFT_OUT: Final = re.compile(
    r"/graph/(?:analysis|links|notes|dataset)> \.$|nif-core#(?:beginIndex|endIndex|anchorOf)|#hiddenLabel>|/[ocm]\d+> "
)


class Lines(RawIOBase):
    """Lines as a file that is read once, so that a thousand copies need no room on disk before they are loaded."""

    def __init__(self, lines: Iterator[bytes]) -> None:
        self._lines, self._rest = lines, b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        parts, size = [self._rest], len(self._rest)
        while size < len(buffer):
            line = next(self._lines, None)
            if line is None:
                break
            parts.append(line)
            size += len(line)
        found = b"".join(parts)
        given, self._rest = found[: len(buffer)], found[len(buffer) :]
        buffer[: len(given)] = given
        return len(given)


def shared(kg: shkc_kg.KnowledgeGraph) -> frozenset[str]:
    """The local names that all copies have in common."""
    rows = kg.query("SELECT ?t { ?t a ?c VALUES ?c { shkc:Country shkc:Province } }")
    assert isinstance(rows, list)
    return frozenset(str(row["t"]).rpartition("/id/")[2] for row in rows)


def copies(lines: list[str], times: int, regions: int, common: frozenset[str]) -> Iterator[bytes]:
    """The N-Quads of so many copies, the ontology but once; each also without its graph, for the union of all."""
    for number in range(times):
        for line in lines:
            if number and "/graph/ontology>" in line:
                continue
            if number:
                line = renamed(line, number, regions, common)
            yield f"{line}\n{line.rpartition(' <')[0]} .\n".encode()


def renamed(line: str, number: int, regions: int, common: frozenset[str]) -> str:
    """A line of the shipped graph as it stands in a copy."""
    moved = line.replace("/report/shanghai-2021/", f"/report/r{number}/")
    return _THING.sub(lambda m: m[1] + named(m[2], number, regions, common), moved)


def named(thing: str, number: int, regions: int, common: frozenset[str]) -> str:
    """What a thing is called in a copy: what is common keeps its name, of regions there are so many, all else is new."""
    if thing == REGION:
        return f"{number % regions}-{thing}" if number % regions else thing
    return thing if thing in common else f"{number}-{thing}"


def timed(step: Callable[[], object], runs: int) -> float:
    """The median of some runs in seconds of processor time, which is the same whoever else uses the machine."""
    found = []
    for _ in range(runs):
        start = process_time()
        step()
        found.append(process_time() - start)
    return median(found)


def multiplied(one: Network, times: int, regions: int, common: frozenset[str]) -> Network:
    """The network that the full view gives of so many copies, made of the shipped one's without a store."""
    many: Network = nx.MultiDiGraph(**one.graph)
    for number in range(times):

        def moved(node: str, number: int = number) -> str:
            return f"id:{named(node.removeprefix('id:'), number, regions, common)}" if number else node

        many.add_nodes_from((moved(node), data) for node, data in one.nodes(data=True))
        many.add_edges_from((moved(u), moved(v), key, data) for u, v, key, data in one.edges(data=True, keys=True))
    return many


def viewed(source: Source, runs: int) -> Iterator[tuple[str, float]]:
    """What it takes to build the views."""
    for name in (*VIEWS, "full"):
        yield f"view {name}", timed(lambda name=name: network(source, read_view(name)), runs)  # type: ignore[misc]


def measured(full: Network, sentences: Mapping[str, str], far: Ends, runs: int) -> Iterator[tuple[str, float]]:
    """What it takes to find the paths between two things with their sentences, and to measure the full view."""
    yield "  nodes", len(full)
    yield "  ties", full.number_of_edges()
    for name, ends in ((IN_ONE, (_thing("复旦大学"), _thing("奉贤区"))), ("tied, across reports", far)):
        yield name, timed(lambda ends=ends: tied(full, ends, sentences), runs)  # type: ignore[misc]
    for name in MEASURED:
        yield f"measure {name}", timed(lambda name=name: scored(full, name), runs)  # type: ignore[misc]


def tied(full: Network, ends: Ends, sentences: Mapping[str, str]) -> None:
    """The answer to a user's question, which there is."""
    assert paths(full, *ends, sentences)


def _thing(name: str) -> str:
    return f"id:{name}"


def steps(
    kg: shkc_kg.KnowledgeGraph, times: int, asked: argparse.Namespace, store: Path
) -> Iterator[tuple[str, float]]:
    """All that is measured at one size."""
    runs = asked.runs if times < 100 else 1
    far = _thing("李骏"), _thing("静安区" if times == 1 else "1-静安区")  # that of another report, where there is one
    if asked.network_only:
        many = multiplied(kg.network("full"), times, asked.regions, shared(kg))
        yield from measured(many, kg.sentences(), far, runs)
        return
    lines = [line for line in kg.generation.dataset.read_text("utf-8").splitlines() if not _LEFT_OUT.search(line)]
    quads = Lines(copies(lines, times, asked.regions, shared(kg)))
    held = Store(str(store))
    held.bulk_load(input=BufferedReader(quads, 1 << 20), format=RdfFormat.N_QUADS)
    yield "  quads", len(held)
    source = Source(held, Namer())
    yield from viewed(source, runs)
    yield from measured(network(source, read_view("full")), source.sentences, far, runs)


def main() -> int:
    """Measure, print, and say by the exit code whether a path on the shipped graph comes in time."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, nargs="+", default=[1, 100, 1000])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--regions", type=int, default=31, help="how many regions the reports are of")
    parser.add_argument(
        "--network-only", action="store_true", help="no views: networks are copied, and no store is made"
    )
    parser.add_argument("--folder", type=Path, help="where the stores are made; a temporary folder without it")
    asked = parser.parse_args()
    found: dict[int, dict[str, float]] = {}
    with tempfile.TemporaryDirectory(dir=asked.folder) as folder:
        build(data_dir() / "reports", Path(folder) / "kg")
        kg = shkc_kg.open(Path(folder) / "kg")
        for times in asked.times:
            found[times] = {}
            for name, value in steps(kg, times, asked, Path(folder) / str(times)):
                print(f"{times} x: {name} {value:.3f}", file=sys.stderr)
                found[times][name] = value
    show(found)
    return int(sum(found.get(1, {}).get(step, 0) for step in ("view full", IN_ONE)) > LIMIT)


def show(found: Mapping[int, Mapping[str, float]]) -> None:
    """A line for each step: seconds for each size, and how they grew."""
    sizes = list(found)
    print("".join([" " * 34, *(f"{size:>10} x" for size in sizes), "   growth"]))
    for name in found[sizes[0]]:
        values = [found[size][name] for size in sizes]
        grown = "  ".join(f"{later / max(earlier, 1e-9):.0f}" for earlier, later in pairwise(values))
        cells = "".join(f"{value:>12.0f}" if name.startswith(" ") else f"{value:>10.3f} s" for value in values)
        print(f"{name:34}{cells}   {grown}")


if __name__ == "__main__":
    sys.exit(main())
