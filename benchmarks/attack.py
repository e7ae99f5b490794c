"""What a reader notices while three hundred hostile queries arrive at once.

    python benchmarks/attack.py STORE [--rounds 3] [--rate 100] [--port 7915]

The server, the reader and the attackers are processes of their own, so that nobody's clock waits for another's work.
In each round the reader asks for as long as the attack will take, first in quiet, then beside it; no two attacks have
the same text, nor the same names of variables. Prints the 99th percentile of the reader's requests in both, their
ratio, how the attacks ended and how long after their limit the last one did, the largest memory of the whole tree of
processes, and what was left running after the stop. Linux only.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import signal
import socket
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?aX ?b ?c . ?dX ?e ?f . ?gX ?h ?i . ?jX ?k ?l }"
HUNGRY = "SELECT (GROUP_CONCAT(CONCAT(STR(?aX), STR(?dX), STR(?gX))) AS ?x) { ?aX ?b ?c . ?dX ?e ?f . ?gX ?h ?i }"
NORMAL = "SELECT ?o { <https://w3id.org/shkc/id/复旦大学> ?p ?o } #%d"
DEADLINE = 10.0
PLAIN = "GET /sparql?query=%s HTTP/1.1\r\nHost: a\r\nAccept: application/sparql-results+json\r\n\r\n"
POST = "POST /sparql HTTP/1.1\r\nHost: a\r\nContent-Type: application/sparql-query\r\nContent-Length: %d\r\n\r\n%s"


def attacks() -> list[str]:
    """A hundred endless queries, a hundred that eat memory, a hundred malformed ones, in turn."""
    names = ["".join(chr(97 + int(d)) for d in str(n)) for n in range(100)]
    malformed = ["SELECT * " + "{" * n for n in range(1, 101)]
    return [
        q
        for n, bad in zip(names, malformed, strict=True)
        for q in (ENDLESS.replace("X", n), HUNGRY.replace("X", n), bad)
    ]


def tree(pid: int) -> Iterator[int]:
    """A process and all below it."""
    yield pid
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            below = task.read_text().split()
        except OSError:  # it has just ended
            continue
        for child in below:
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


def answer(stream: socket.SocketIO) -> int:
    """The status of one answer, which is read to its end."""
    status = int(stream.readline().split()[1])
    size = 0
    while (line := stream.readline()) != b"\r\n":
        name, _, value = line.partition(b":")
        size = int(value) if name.lower() == b"content-length" else size
    stream.read(size)
    return status


def reader(port: int, rate: float) -> None:
    """Asks steadily until its input ends; prints the times of its requests, in milliseconds, and their statuses."""
    times: list[float] = []
    codes: Counter[int] = Counter()
    os.set_blocking(0, False)
    with socket.create_connection(("127.0.0.1", port)) as connection, connection.makefile("rb") as stream:
        due = time.perf_counter()
        while sys.stdin.buffer.read(1) is None:
            request = (PLAIN % quote(NORMAL % time.monotonic_ns())).encode()
            began = time.perf_counter()
            connection.sendall(request)
            codes[answer(stream)] += 1
            times.append((time.perf_counter() - began) * 1000)
            due = max(due + 1 / rate, time.perf_counter())
            time.sleep(max(0.0, due - time.perf_counter()))
    print(json.dumps({"times": times, "codes": codes}))


async def attacker(port: int, query: str) -> tuple[int, float]:
    """One attack: its status, and how many seconds it took."""
    incoming, outgoing = await asyncio.open_connection("127.0.0.1", port)
    began = time.perf_counter()
    outgoing.write((POST % (len(query), query)).encode())
    status = int((await incoming.readline()).split()[1])
    outgoing.close()
    return status, time.perf_counter() - began


async def attackers(port: int) -> None:
    """All attacks at once; prints how each ended."""
    ends = await asyncio.gather(*(attacker(port, query) for query in attacks()))
    print(json.dumps(ends))


def measured(
    port: int, rate: float, during: float | subprocess.Popen[str], pid: int
) -> tuple[list[float], Counter[str], int]:
    """What a reader sees for some seconds, or as long as the attack goes on; and the largest memory meanwhile."""
    command = [sys.executable, __file__, "--reader", str(rate), "--port", str(port), "-"]
    asking = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    peak, ends = 0, time.monotonic() + (during if isinstance(during, float) else 60)
    while time.monotonic() < ends and (isinstance(during, float) or during.poll() is None):
        peak = max(peak, memory(pid))
        time.sleep(0.25)
    told = json.loads(asking.communicate("x")[0])
    return sorted(told["times"]), Counter(told["codes"]), peak


def a_round(port: int, rate: float, pid: int) -> dict[str, object]:
    """The figures of one round."""
    quiet, codes, _ = measured(port, rate, DEADLINE + 1, pid)
    attack = subprocess.Popen(
        [sys.executable, __file__, "--attackers", "--port", str(port), "-"], stdout=subprocess.PIPE, text=True
    )
    beside, more, peak = measured(port, rate, attack, pid)
    ends = json.loads(attack.communicate()[0])
    tails = [times[int(len(times) * 0.99)] for times in (quiet, beside)]
    return {
        "quiet p50, p99 ms": [round(quiet[len(quiet) // 2], 2), round(tails[0], 2)],
        "attacked p50, p99 ms": [round(beside[len(beside) // 2], 2), round(tails[1], 2)],
        "ratio of p99": round(tails[1] / tails[0], 2),
        "requests": [len(quiet), len(beside)],
        "normal statuses": codes + more,
        "attack statuses": Counter(status for status, _ in ends),
        "slowest attack s": round(max(seconds for _, seconds in ends), 2),
        "peak MiB of the tree": peak,
    }


def main() -> None:
    """Starts a server, attacks it, prints what was seen."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--rate", type=float, default=100.0, help="requests of the reader a second")
    parser.add_argument("--port", type=int, default=7915)
    parser.add_argument("--reader", type=float, help=argparse.SUPPRESS)
    parser.add_argument("--attackers", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.reader:
        reader(options.port, options.reader)
        return
    if options.attackers:
        asyncio.run(attackers(options.port))
        return
    code = f"from pathlib import Path; from shkc_kg.web.serve import serve; serve(Path({str(options.store)!r}), port={options.port}, on_ready=print)"
    server = subprocess.Popen([sys.executable, "-u", "-c", code], stdout=subprocess.PIPE)
    server.stdout.readline()
    seen = []
    for _ in range(options.rounds):
        seen.append(a_round(options.port, options.rate, server.pid))
        print(json.dumps(seen[-1]), flush=True)
    pids = list(tree(server.pid))
    server.send_signal(signal.SIGTERM)
    status = server.wait(10)
    left = [pid for pid in pids if Path(f"/proc/{pid}").exists()]
    ratio = statistics.median(s["ratio of p99"] for s in seen)
    print(json.dumps({"median ratio of p99": ratio, "exit status": status, "left running": left}))


if __name__ == "__main__":
    main()
