"""How long extracting the shipped chapter and building the shipped reports takes, each in processes of their own.

    python benchmarks/build.py [--runs 5]

Prints medians. The limits are those of the project's own promise: extract under 1.5 s after import, build under 10 s.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from statistics import median
from typing import Final

LIMITS: Final = {"extract, first": 1.5, "build, in all": 10.0}

EXTRACT: Final = """
import json, sys
from time import perf_counter
start = perf_counter()
import shkc_kg
from shkc_kg.reports import load_reports
from shkc_kg.resources import data_dir
extract = shkc_kg.extract
seconds = {"import": perf_counter() - start}
(source, *_) = load_reports(data_dir() / "reports")[0].chapters
for name in ("extract, first", "extract, again"):
    start = perf_counter()
    size = len(extract(source.original, source.year, source.region).nquads())
    seconds[name] = perf_counter() - start
json.dump({"seconds": seconds, "characters": len(source.original), "bytes": size}, sys.stdout)
"""

BUILD: Final = """
import json, sys
from pathlib import Path
from shkc_kg.build import build
from shkc_kg.resources import data_dir
done = build(data_dir() / "reports", Path(sys.argv[1]))
seconds = {"build, in all": sum(done.seconds.values())}
seconds.update({f"build, {stage}": took for stage, took in done.seconds.items()})
json.dump({"seconds": seconds, "quads": done.quads, "facts": done.facts}, sys.stdout)
"""


def run(program: str, *arguments: str) -> dict[str, object]:
    """What the program says, run in a fresh interpreter."""
    done = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, check=True)
    told: dict[str, object] = json.loads(done.stdout)
    return told


def medians(runs: Iterable[Mapping[str, object]]) -> dict[str, float]:
    """The median of each measured time, in the order of the first run."""
    seconds: list[Mapping[str, float]] = [told["seconds"] for told in runs]  # type: ignore[misc]
    return {name: median(one[name] for one in seconds) for name in seconds[0]}


def main() -> int:
    """Measure, print, and say by the exit code whether the limits hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    count = parser.parse_args().runs
    extracts = [run(EXTRACT) for _ in range(count)]
    with tempfile.TemporaryDirectory() as folder:
        builds = [run(BUILD, f"{folder}/{number}") for number in range(count)]
    found = {**medians(extracts), **medians(builds)}
    print(
        f"{extracts[0]['characters']} characters, {builds[0]['quads']} quads, {builds[0]['facts']} facts, {count} runs"
    )
    for name, seconds in found.items():
        limit = f"  (limit {LIMITS[name]:.1f})" if name in LIMITS else ""
        print(f"{name:18} {seconds:7.3f} s{limit}")
    return int(any(found[name] > limit for name, limit in LIMITS.items()))


if __name__ == "__main__":
    sys.exit(main())
