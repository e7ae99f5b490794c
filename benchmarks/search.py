"""How long ``/api/search`` takes over a socket: Chinese from one character on, pinyin, initials, English.

    python benchmarks/search.py STORE [--rounds 5] [--port 7918]

What is asked is taken from the names of the graph itself: every character that one of them holds, and of a hundred
names spread over all of them two characters, the whole, its pinyin, its initials, and the English name.
"""

from __future__ import annotations

import argparse
import http.client
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import quote

import pyoxigraph as ox

from shkc_kg.names import PREFIXES
from shkc_kg.store.folder import current

TARGET_MS = 20.0


def texts(dataset: Path) -> Mapping[str, list[str]]:
    """What to ask, by its kind."""
    labels, hidden = PREFIXES["rdfs"] + "label", PREFIXES["skos"] + "hiddenLabel"
    zh, en, latin = set(), set(), set()
    for quad in ox.parse(path=str(dataset), format=ox.RdfFormat.N_QUADS):
        if "/id/" not in str(quad.subject) or not isinstance(quad.object, ox.Literal):
            continue
        if quad.predicate.value == labels:
            (zh if quad.object.language == "zh" else en).add(quad.object.value)
        elif quad.predicate.value == hidden:
            latin.add(quad.object.value)
    some = {"two characters": [name[:2] for name in spread(zh)], "Chinese names": list(spread(zh))}
    some |= {"pinyin and initials": list(spread(latin)), "English names": list(spread(en))}
    return {"one character": sorted({letter for name in zh for letter in name if not letter.isspace()}), **some}


def spread(names: set[str], many: int = 100) -> Iterator[str]:
    """So many names, evenly taken from all of them in order."""
    ordered = sorted(names)
    return (ordered[n * len(ordered) // many] for n in range(many))


def times(port: int, asked: list[str]) -> list[float]:
    """Milliseconds of each search."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    found = []
    for text in asked:
        began = time.perf_counter()
        connection.request("GET", f"/api/search?q={quote(text[:100])}")
        answer = connection.getresponse()
        told = json.loads(answer.read())
        found.append((time.perf_counter() - began) * 1000)
        if answer.status != 200 or not told["results"]:
            raise RuntimeError(f"{text!r}: {answer.status} {told}")
    return sorted(found)


def main() -> None:
    """Starts a server, searches, prints a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--port", type=int, default=7918)
    options = parser.parse_args()
    asked = texts(current(options.store).dataset)
    serve = f"serve(Path({str(options.store)!r}), port={options.port}, on_ready=print)"
    code = f"from pathlib import Path; from shkc_kg.web.serve import serve; {serve}"
    with subprocess.Popen([sys.executable, "-u", "-c", code], stdout=subprocess.PIPE) as server:
        try:
            server.stdout.readline()
            table(options.port, asked, options.rounds)
        finally:
            server.terminate()


def table(port: int, asked: Mapping[str, list[str]], rounds: int) -> None:
    """Prints a line for each kind."""
    print("| searched by | texts | median ms | p99 ms | p99 < 20 ms |\n|---|--:|--:|--:|---|")
    for kind, given in asked.items():
        seen = [times(port, given) for _ in range(rounds)]
        middle = statistics.median(one[len(one) // 2] for one in seen)
        tail = statistics.median(one[int(len(one) * 0.99)] for one in seen)
        says = "holds" if tail < TARGET_MS else "MISSED"
        print(f"| {kind} | {len(given)} | {middle:.1f} | {tail:.1f} | {says} |", flush=True)


if __name__ == "__main__":
    main()
