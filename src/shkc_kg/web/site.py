"""What the handlers share: the graph that is published now, its workers, the limits and the caches."""

from __future__ import annotations

import asyncio
import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from shkc_kg.web.cache import Cache
from shkc_kg.web.dataset import Dataset, locate
from shkc_kg.web.exchange import Answer, Request
from shkc_kg.web.foreman import Foreman
from shkc_kg.web.formats import FORMATS
from shkc_kg.web.limits import Limits
from shkc_kg.web.pool import Outcome, Pool
from shkc_kg.web.problems import Problem
from shkc_kg.web.protocol import Asked, Wanted
from shkc_kg.web.rate import Rate

__all__ = ["Edition", "Site"]


@dataclass(frozen=True, slots=True)
class Edition:
    """One built graph as served: it and its workers change together when a new build is taken up."""

    dataset: Dataset
    pool: Pool
    quads: int


class Site:
    """A server's state. Open it on a running event loop, close it when done."""

    def __init__(self, store: Path, limits: Limits) -> None:
        self.store, self.limits = store, limits
        self.outcomes: Cache[tuple[str, bytes]] = Cache(limits.cache_bytes // 2)
        self.rate = Rate(limits.rate, limits.rate_burst)
        self.edition: Edition
        self.generation = 0

    async def open(self) -> None:
        """Loads the graph and makes the workers; :class:`StoreError` where that fails."""
        self.edition = await self._new_edition()

    async def reload(self) -> bool:
        """Takes up a new build if there is one; requests on their way end on the old one."""
        if locate(self.store).hash == self.edition.dataset.hash:
            return False
        old, self.edition = self.edition, await self._new_edition()
        self.generation += 1
        self.outcomes.clear()
        await old.pool.close()
        return True

    async def close(self) -> None:
        """Ends all workers."""
        await self.edition.pool.close()

    async def _new_edition(self) -> Edition:
        dataset = locate(self.store)
        foreman = Foreman(dataset.generation.dataset, self.limits)
        await foreman.start()
        pool = Pool(foreman, self.limits)
        await pool.start()
        return Edition(dataset, pool, foreman.quads)

    @property
    def base(self) -> str:
        """The IRI that the graph's own names begin with."""
        return self.edition.dataset.base

    async def ask(self, request: Request, asked: Asked, bind: dict[str, list[str]] | None = None) -> Answer:
        """The answer of a query: from the cache, as *not modified*, or from a worker."""
        edition = self.edition
        key = (
            asked.query,
            asked.default,
            asked.named,
            asked.wanted,
            tuple(sorted((bind or {}).items(), key=str)) and str(bind),
        )
        tag = _tag(edition.dataset.hash, key, asked.wanted)
        if tag in (request.header(b"if-none-match") or ""):
            return _dated(Answer(304), tag)
        known = self.outcomes.get(key)
        if known:
            return self._answer(known[0], known[1], None, len(known[1]), asked.wanted, tag)
        if not self.rate.allows(request.client, asyncio.get_running_loop().time()):
            raise Problem("rate", rate=self.limits.rate)
        outcome = await self._run(edition.pool, request, asked, bind)
        if not outcome.volatile and outcome.file is None:
            self.outcomes.put(key, (outcome.kind, outcome.body), outcome.size + len(asked.query))
        return self._answer(
            outcome.kind, outcome.body, outcome.file, outcome.size, asked.wanted, None if outcome.volatile else tag
        )

    async def _run(self, pool: Pool, request: Request, asked: Asked, bind: dict[str, list[str]] | None) -> Outcome:
        task: dict[str, Any] = {"query": asked.query, "base": self.base, "bind": bind}
        task |= {"default": asked.default, "named": asked.named}
        task |= {
            kind: form and form[0].name
            for kind, form in (("bindings", asked.wanted.bindings), ("graph", asked.wanted.graph))
        }
        watchers: list[asyncio.Task[None]] = []

        def watch() -> None:
            if not watchers:
                watchers.append(asyncio.ensure_future(_abandon_when_left(request, pool, outcome)))

        outcome = pool.submit(task, asked.seconds, watch)
        try:
            return await outcome
        except Problem as problem:
            raise self._filled(problem, asked) from None
        finally:
            for watcher in watchers:
                watcher.cancel()

    def _filled(self, problem: Problem, asked: Asked) -> Problem:
        """The problem with the limits that its sentence names."""
        limits = self.limits
        size = limits.memory if problem.code == "out-of-memory" else limits.answer_bytes
        known: dict[str, Any] = {"seconds": asked.seconds, "megabytes": size >> 20, "rows": limits.answer_rows}
        if problem.code == "not-acceptable":
            known["offered"] = _offered(str(problem.data["kind"]))
        return Problem(problem.code, **(known | problem.data))

    def _answer(
        self, kind: str, body: bytes, file: IO[bytes] | None, size: int, wanted: Wanted, tag: str | None
    ) -> Answer:
        form = wanted.graph if kind == "graph" else wanted.bindings
        if form is None:
            raise Problem("not-acceptable", kind=kind, offered=_offered(kind))
        answer = Answer(200, form[1], body, file, size)
        answer.with_header(b"x-sparql-maxrows", str(self.limits.answer_rows))
        return _dated(answer, tag)


def _offered(kind: str) -> str:
    return ", ".join(f.media[0] for f in FORMATS if f.kind == kind)


def _tag(dataset: str, key: tuple[object, ...], wanted: Wanted) -> str:
    """An entity tag: the dataset's hash, the formats, and what was asked."""
    names = "+".join(form[1].partition(";")[0].rpartition("/")[2] for form in (wanted.bindings, wanted.graph) if form)
    asked = hashlib.sha256(repr(key).encode("utf-8", "surrogatepass")).hexdigest()
    return f'"{dataset[:16]}.{names}.{asked[:16]}"'


def _dated(answer: Answer, tag: str | None) -> Answer:
    """Adds what caches need: an answer holds until the dataset changes, unless the query asks for chance or time."""
    answer.with_header(b"vary", "Accept, Accept-Encoding")
    if tag is None:
        return answer.with_header(b"cache-control", "no-store")
    return answer.with_header(b"etag", f"W/{tag}").with_header(b"cache-control", "public, no-cache")


async def _abandon_when_left(request: Request, pool: Pool, outcome: asyncio.Future[Outcome]) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
    pool.abandon(outcome)
