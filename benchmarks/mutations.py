"""1,000 random mutations of the shipped chapter, a line of 10 MB, and how the time to read grows with the text.

    python benchmarks/mutations.py [--number 1000] [--seed 1] [--megabytes 10]

Prints what was read and how long it took; the exit code is 1 where a text crashed the reader, broke an offset, or where
20 times the text took 25 times the time or more. Times are of the processor, the best of several runs.
"""

from __future__ import annotations

import argparse
import gc
import sys
import traceback
from collections import Counter
from pathlib import Path
from time import process_time
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.reading.mutants import faults, mutants

from shkc_kg.reading import read
from shkc_kg.reports import lone_source
from shkc_kg.resources import data_dir

LIMIT: Final = 25.0  # times as long, for 20 times the text
SLOWEST: Final = 60.0  # seconds for one mutation; more is a hang


def main() -> int:
    """Run, print, and say by the exit code whether all held."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--number", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--megabytes", type=float, default=10)
    asked = parser.parse_args()
    chapter = (data_dir() / "reports" / "shanghai-2021" / "04.txt").read_text(encoding="utf-8")
    return int(any([mutated(chapter, asked.number, asked.seed), growth(chapter), endless(chapter, asked.megabytes)]))


def seconds(text: str, runs: int) -> float:
    """The best of some runs."""
    best = float("inf")
    for _ in range(runs):
        gc.collect()
        start = process_time()
        read(lone_source(text, year=2021, region="上海市"))
        best = min(best, process_time() - start)
    return best


def growth(chapter: str) -> bool:
    """How much longer 5, 20 times the text takes; whether that is too long."""
    seconds(chapter, 2)
    once = seconds(chapter, 7)
    ratios = {times: seconds(chapter * times, 3) / once for times in (5, 20)}
    print(f"one chapter {once:.3f} s, {len(chapter) / once:.0f} characters/s")
    print(", ".join(f"{times} times the text: {ratio:.1f} times as long" for times, ratio in ratios.items()))
    return ratios[20] >= LIMIT


def endless(chapter: str, megabytes: float) -> bool:
    """One line of so many megabytes; whether an offset of it broke."""
    line = chapter.replace("\n", " ")
    line *= int(megabytes * 1e6 / len(line.encode())) + 1
    start = process_time()
    reading = read(lone_source(line, year=2021, region="上海市"))
    broken = next(faults(reading), None)
    took, size = process_time() - start, len(line.encode()) / 1e6
    print(f"one line of {size:.1f} MB: {took:.0f} s, {broken or 'every offset holds'}")
    return broken is not None


def mutated(chapter: str, number: int, seed: int) -> int:
    """How many mutations crashed, took too long, or broke an offset."""
    wrong, slowest, kinds = 0, (0.0, ""), Counter[str]()
    for done, text in mutants(chapter, number, seed):
        kinds[done] += 1
        start = process_time()
        try:
            problems = list(faults(read(lone_source(text, year=2021, region="上海市"))))
        except Exception:  # noqa: BLE001 - whatever it is, it is what we look for
            problems = [traceback.format_exc()]
        took = process_time() - start
        slowest = max(slowest, (took, done))
        if problems or took > SLOWEST:
            wrong += 1
            print(f"{done}: {took:.1f} s, {problems[:1]}")
    print(f"{number} mutations of {len(kinds)} kinds: {wrong} wrong, the slowest {slowest[0]:.2f} s ({slowest[1]})")
    return wrong


if __name__ == "__main__":
    sys.exit(main())
