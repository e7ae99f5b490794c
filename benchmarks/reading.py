"""How well and how fast texts are read, on those that rules were tuned on and on those kept away, beside other tools.

    python benchmarks/reading.py [--json]

Precision, recall and F1 (relations: recall) against the gold of benchmarks/gold, all tools in one run, as scoring.py
counts, texts of a group added up. A tool has no figure for what it does not do. Only sums are printed, so that the
held-out texts stay unseen. Speed is characters a second of processor time, over all texts, after one to warm up.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from time import process_time
from typing import Final

from found import Found, found_in
from peers import PEERS, Peer, load
from scoring import KINDS, Gold, Score, load_gold, score

from shkc_kg import extract
from shkc_kg.reading import infer_context
from shkc_kg.reports import lone_source

GOLD: Final = Path(__file__).parent / "gold"
YEAR: Final = 2021  # what a tool is told of a text whose year nobody can infer
# What each peer tries to find; the rest is no failure of its own.
TRIES: Final = {
    "jieba": ("numbers", "entities", "types"),
    "jionlp": ("numbers", "entities", "types", "dates"),
    "LAC (onnx)": ("numbers", "entities", "types"),
}
Texts = Sequence[tuple[str, Gold, int]]


def ours(text: str, year: int) -> Found:  # noqa: ARG001 - it finds the year itself
    """What this project finds in a bare text."""
    return found_in(extract(text).quads)


def groups() -> dict[str, Texts]:
    """The texts with their gold: the shipped chapter, those for tuning, those held out."""
    chapter = sorted((GOLD / "chapter").glob("section-*.txt"))
    return {
        "chapter": tuple(_text(path) for path in chapter),
        "tuning": tuple(_text(path) for path in sorted((GOLD / "texts" / "tuning").glob("*.txt"))),
        "held out": tuple(_text(path) for path in sorted((GOLD / "texts" / "heldout").glob("*.txt"))),
    }


def _text(path: Path) -> tuple[str, Gold, int]:
    text = path.read_text(encoding="utf-8")
    return text, load_gold(path.with_suffix("")), infer_context(lone_source(text)).year or YEAR


def measured(read: Peer, texts: Texts) -> tuple[dict[str, Score], float]:
    """The summed scores of a tool on some texts, and its seconds."""
    sums: dict[str, Score] = {}
    seconds = 0.0
    for text, gold, year in texts:
        start = process_time()
        found = read(text, year)
        seconds += process_time() - start
        for kind, one in score(gold, found).items():
            sums[kind] = sums[kind] + one if kind in sums else one
    return sums, seconds


def tools() -> Iterator[tuple[str, Peer]]:
    """This project, then the peers that are installed."""
    yield "shkc-kg", ours
    for name in PEERS:
        peer = load(name)
        if peer is None:
            print(f"{name} is not installed", file=sys.stderr)
        else:
            yield name, peer


def main() -> None:
    """Measure all and print one table a group."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="figures for machines")
    asked = parser.parse_args()
    texts = groups()
    told: dict[str, dict[str, Mapping[str, float]]] = {}
    characters = sum(len(text) for held in texts.values() for text, _, _ in held)
    for name, read in tools():
        read(*next((text, year) for text, _, year in texts["tuning"]))
        seconds = 0.0
        for group, held in texts.items():
            sums, took = measured(read, held)
            seconds += took
            told.setdefault(group, {})[name] = _figures(sums, TRIES.get(name, KINDS))
        told.setdefault("speed", {})[name] = {"characters a second": round(characters / seconds)}
    print(json.dumps(told, ensure_ascii=False, indent=1) if asked.json else _tables(told, texts))


def _figures(sums: Mapping[str, Score], tries: Sequence[str]) -> dict[str, float]:
    made: dict[str, float] = {}
    for kind, one in sums.items():
        if kind == "relations" and kind in tries:
            made[f"{kind} R"] = one.recall
        elif kind in tries:
            made.update({f"{kind} P": one.precision, f"{kind} R": one.recall, f"{kind} F1": one.f1})
    return made


def _tables(told: Mapping[str, Mapping[str, Mapping[str, float]]], texts: Mapping[str, Texts]) -> str:
    parts = []
    for group, held in texts.items():
        names = list(told[group])
        parts.append(f"\n{group}: {len(held)} texts, {sum(len(text) for text, _, _ in held)} characters\n")
        parts.append("| | " + " | ".join(names) + " |\n|---|" + "---|" * len(names))
        parts += [f"| {kind} | " + " | ".join(_cell(told[group][n], kind) for n in names) + " |" for kind in KINDS]
    speeds = ", ".join(f"{name} {held['characters a second']:.0f}" for name, held in told["speed"].items())
    return "\n".join([*parts, f"\ncharacters a second: {speeds}", "cells: precision / recall / F1"])


def _cell(figures: Mapping[str, float], kind: str) -> str:
    held = [figures[f"{kind} {part}"] for part in ("P", "R", "F1") if f"{kind} {part}" in figures]
    if kind == "relations" and held:
        return f"recall {held[0]:.3f}"
    return " / ".join(f"{value:.3f}" for value in held) or "–"


if __name__ == "__main__":
    main()
