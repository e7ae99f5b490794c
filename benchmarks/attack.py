"""What a reader notices while three hundred hostile queries arrive at once.

    python benchmarks/attack.py STORE [SECONDS]

Prints the 99th percentile of normal requests before and during, how the attacks ended and when the last did, the
largest memory of the whole tree of processes, and what was left running after the stop. Linux only.
"""

from __future__ import annotations

import asyncio
import json
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import httpx

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
HUNGRY = "SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?d), STR(?g))) AS ?x) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
ATTACKS = [f"{q} #{n}" for q in (ENDLESS, HUNGRY) for n in range(100)] + ["SELECT * " + "{" * n for n in range(1, 101)]
NORMAL = "SELECT ?o { <https://w3id.org/shkc/id/复旦大学> ?p ?o } #%d"
ADDRESS = "http://127.0.0.1:7915"


def tree(pid: int) -> Iterator[int]:
    """A process and all below it."""
    yield pid
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in task.read_text().split():
            yield from tree(int(child))


def memory(pid: int) -> int:
    """MiB that a tree of processes takes, shared pages counted once."""
    total = 0
    for one in list(tree(pid)):
        try:
            lines = Path(f"/proc/{one}/smaps_rollup").read_text().splitlines()
        except OSError:  # it has just ended
            continue
        total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total >> 10


async def steady(client: httpx.AsyncClient, stop: asyncio.Event, codes: Counter[int]) -> list[float]:
    """The times of normal requests, fifty a second."""
    times: list[float] = []
    while not stop.is_set():
        began = time.perf_counter()
        answer = await client.get("/sparql", params={"query": NORMAL % time.monotonic_ns()})
        times.append(time.perf_counter() - began)
        codes[answer.status_code] += 1
        await asyncio.sleep(0.02)
    return sorted(times)


async def attacked(pid: int, seconds: float) -> dict[str, object]:
    """The figures."""
    limits = httpx.Limits(max_connections=400)
    codes: Counter[int] = Counter()
    async with (
        httpx.AsyncClient(base_url=ADDRESS, timeout=60) as reader,
        httpx.AsyncClient(base_url=ADDRESS, timeout=60, limits=limits) as hostile,
    ):
        quiet = asyncio.Event()
        asyncio.get_running_loop().call_later(seconds, quiet.set)
        before = await steady(reader, quiet, codes)
        over = asyncio.Event()
        normal = asyncio.ensure_future(steady(reader, over, codes))
        ends: Counter[int] = Counter()
        began, last, peak = time.perf_counter(), 0.0, 0

        async def attack(query: str) -> None:
            nonlocal last
            answer = await hostile.post("/sparql", data={"query": query})
            ends[answer.status_code] += 1
            last = time.perf_counter() - began

        attacks = asyncio.gather(*map(attack, ATTACKS))
        while not attacks.done():
            peak = max(peak, await asyncio.to_thread(memory, pid))
            await asyncio.sleep(0.5)
        await attacks
        over.set()
        during = await normal
    tails = [times[int(len(times) * 0.99)] * 1000 for times in (before, during)]
    return {
        "quiet p99 ms": round(tails[0], 1),
        "attacked p99 ms": round(tails[1], 1),
        "ratio": round(tails[1] / tails[0], 2),
        "normal statuses": dict(codes),
        "attack statuses": dict(ends),
        "last attack ended after s": round(last, 2),
        "peak MiB of the tree": peak,
    }


def main() -> None:
    """Starts a server, attacks it, prints what was seen."""
    code = f"from pathlib import Path; from shkc_kg.web import serve; serve(Path({sys.argv[1]!r}), port=7915)"
    server = subprocess.Popen([sys.executable, "-c", code])
    for _ in range(300):
        try:
            httpx.get(ADDRESS + "/health")
            break
        except httpx.TransportError:
            time.sleep(0.1)
    seen = asyncio.run(attacked(server.pid, float(sys.argv[2]) if len(sys.argv) > 2 else 10.0))
    pids = list(tree(server.pid))
    server.send_signal(signal.SIGTERM)
    status = server.wait(10)
    left = [pid for pid in pids if Path(f"/proc/{pid}").exists()]
    print(json.dumps({**seen, "exit status": status, "left running": left}, indent=1))


if __name__ == "__main__":
    main()
