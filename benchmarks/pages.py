"""How long the server takes for pages of things, how many queries they ask, and how large they are.

Usage: python benchmarks/pages.py [STORE]   (build/store, as ``make build`` leaves it)

Pages are made in this process, one at a time; nothing of an answer is kept from one round to the next, only what is
read once a build. The medians of the rounds are told: of the time that passed, which on a busy machine is mostly waiting,
and of this process's own processor time. The queries are answered by workers beside it.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx

from shkc_kg.web.app import Application
from shkc_kg.web.limits import Limits

ROUNDS = 15
# What the start page and the search show first, and a page of each kind; "most connected" is found in the graph.
PATHS = ("/", "/search?q=a")
KINDS = "shkc:University shkc:Person shkc:Forum shkc:District shkc:Museum shkc:Policy shkc:Indicator schema:Observation"
CONNECTED = """
    SELECT ?s { ?position shkc:positionOf ?s ; shkc:inNetwork/shkc:view "full" ; shkc:degree ?degree }
    ORDER BY DESC(?degree) LIMIT 1"""
FIRST = "SELECT ?s {{ GRAPH ?g {{ ?s a {} }} }} ORDER BY ?s LIMIT 1"


async def main(store: Path) -> None:
    app = Application(store, Limits(rate=1e6, rate_burst=1e6))
    await app.site.open()
    asked = counting(app)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://here") as client:
        queries = [("most connected", CONNECTED), *((kind, FIRST.format(kind)) for kind in KINDS.split())]
        paths = [("", path) for path in PATHS] + [(name, await path_of(client, query)) for name, query in queries]
        print(f"{'page':<58}{'ms':>8}{'cpu ms':>8}{'queries':>9}{'kB':>7}")
        for name, path in paths:
            await measure(app, client, asked, f"{path}  {name}")
    await app.site.close()


def counting(app: Application) -> Callable[[], int]:
    """Counts the tasks that go to the workers from now on."""
    start, count = app.site.start, 0

    def counted(*task: Any) -> Any:  # noqa: ANN401 - passed on
        nonlocal count
        count += 1
        return start(*task)

    app.site.start = counted  # type: ignore[method-assign]
    return lambda: count


async def path_of(client: httpx.AsyncClient, query: str) -> str:
    answer = await client.get("/sparql", params={"query": query, "format": "json"})
    iri: str = answer.json()["results"]["bindings"][0]["s"]["value"]
    return iri.removeprefix("https://w3id.org/shkc")


async def measure(app: Application, client: httpx.AsyncClient, asked: Callable[[], int], told: str) -> None:
    path = told.split("  ")[0]
    passed, worked = list[float](), list[float]()
    for _ in range(ROUNDS + 1):
        app.site.outcomes.clear()
        before, began, busy = asked(), time.perf_counter(), time.process_time()
        answer = await client.get(path, headers={"accept": "text/html"})
        passed.append((time.perf_counter() - began) * 1000)
        worked.append((time.process_time() - busy) * 1000)
        assert answer.status_code == 200, path
    queries, size = asked() - before, len(answer.content)
    # The first round reads what is read once a build.
    middle, own = statistics.median(passed[1:]), statistics.median(worked[1:])
    print(f"{told:<58}{middle:>8.1f}{own:>8.1f}{queries:>9}{size / 1000:>7.0f}")


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1] if len(sys.argv) > 1 else "build/store")))
