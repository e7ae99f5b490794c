"""What the handlers share: the graph that is published now, its workers, the limits and the caches."""

from __future__ import annotations

import asyncio
import hashlib
import logging
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TypeVar

from shkc_kg.names import LICENCE
from shkc_kg.web.cache import Cache
from shkc_kg.web.dataset import Dataset, locate
from shkc_kg.web.exchange import Answer, Request
from shkc_kg.web.foreman import Foreman
from shkc_kg.web.formats import FORMATS
from shkc_kg.web.job import Outcome
from shkc_kg.web.limits import Limits
from shkc_kg.web.pool import Pool
from shkc_kg.web.problems import Problem
from shkc_kg.web.protocol import Asked
from shkc_kg.web.rate import Rate

__all__ = ["Edition", "Site", "dated", "whole"]


T = TypeVar("T")
_LOOK: Final = 0.1
# What Python takes for a kept answer besides its bytes.
_OVERHEAD: Final = 500
# A dump may take so long.
_SLOWEST: Final = 120.0
_log: Final = logging.getLogger("shkc_kg.web")


@dataclass(frozen=True, slots=True)
class Edition:
    """One built graph as served: it and its workers change together when a new build is taken up."""

    dataset: Dataset
    pool: Pool
    quads: int
    folder: tempfile.TemporaryDirectory[str] = field(default_factory=lambda: tempfile.TemporaryDirectory("-shkc-kg"))
    _made: dict[str, Any] = field(default_factory=dict)
    _locks: dict[str, asyncio.Lock] = field(default_factory=dict)
    _visitors: set[object] = field(default_factory=set)

    async def once(self, name: str, make: Callable[[], Awaitable[T]]) -> T:
        """What ``make`` makes of this graph; made when first asked for, by one request at a time."""
        async with self._locks.setdefault(name, asyncio.Lock()):
            if name not in self._made:
                self._made[name] = await make()
            made: T = self._made[name]
            return made

    @contextmanager
    def visited(self) -> Iterator[None]:
        """Keeps the graph's workers and files for a request that may still need them."""
        visitor = object()
        self._visitors.add(visitor)
        try:
            yield
        finally:
            self._visitors.discard(visitor)

    async def left(self, seconds: float) -> None:
        """Waits until the last visitor has left, but not for ever."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while self._visitors:
                    await asyncio.sleep(_LOOK)

    async def close(self) -> None:
        """Ends the workers and forgets what was made of the graph."""
        await self.pool.close()
        self.folder.cleanup()


class Site:
    """A server's state. Open it on a running event loop, close it when done."""

    def __init__(self, store: Path, limits: Limits) -> None:
        self.store, self.limits = store, limits
        self.outcomes: Cache[Outcome] = Cache(limits.cache_bytes // 2)
        self.rate = Rate(limits.rate, limits.rate_burst)
        self.edition: Edition
        # The application's own answer to a request, by which the server examines itself.
        self.answer: Callable[[Request], Awaitable[Answer]]
        # What is made of a graph before it is published.
        self.prepare: Callable[[Edition], Awaitable[object]] | None = None
        self._rows = (b"x-sparql-maxrows", str(limits.answer_rows).encode())
        self.generation = 0
        self._mending: asyncio.Future[None] | None = None

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
        await old.left(_SLOWEST)
        await old.close()
        return True

    async def close(self) -> None:
        """Ends all workers."""
        await self.edition.close()

    async def _new_edition(self) -> Edition:
        dataset = locate(self.store)
        foreman = Foreman(dataset.generation.dataset, self.limits)
        await foreman.start()
        pool = Pool(foreman, self.limits)
        await pool.start()
        edition = Edition(dataset, pool, foreman.quads)
        pool.on_loss = lambda: self._mend(edition)
        if self.prepare:
            try:
                await self.prepare(edition)
            except Problem as problem:  # made when asked for, then
                _log.warning("the names could not be read at the start: %s", problem.detail)
        return edition

    def _mend(self, lost: Edition) -> None:
        """The process that held the graph is gone (the system may end what takes most memory): starts another."""
        if lost is self.edition:
            _log.error("the process that held the graph ended; starting another")
            self._mending = asyncio.ensure_future(self._replace(lost))

    async def _replace(self, lost: Edition) -> None:
        self.edition = await self._new_edition()
        lost.folder.cleanup()

    @property
    def base(self) -> str:
        """The IRI that the graph's own names begin with."""
        return self.edition.dataset.base

    async def ask(self, request: Request, asked: Asked) -> Answer:
        """The answer of a query: from the cache, as *not modified*, or from a worker."""
        tag = self.tag(asked)
        return self.at_once(request, asked, tag) or self.shaped(await self.outcome(request, asked), asked, tag)

    def at_once(self, request: Request, asked: Asked, tag: str) -> Answer | None:
        """The answer where no worker is needed for it."""
        if tag in (request.header(b"if-none-match") or ""):
            return dated(Answer(304), tag)
        known = self.outcomes.get(tag)
        return self.shaped(known, asked, tag) if known else None

    def shaped(self, outcome: Outcome, asked: Asked, tag: str) -> Answer:
        """The answer that an outcome makes; a :class:`Problem` where the client takes none of that kind."""
        form = asked.wanted.graph if outcome.kind == "graph" else asked.wanted.bindings
        if form is None:
            raise Problem("not-acceptable", kind=outcome.kind, offered=_offered(outcome.kind))
        answer = Answer(200, form[1], outcome.body, outcome.file, outcome.size)
        answer.headers.append(self._rows)
        return dated(answer, None if outcome.volatile else tag)

    async def fetch(self, request: Request, asked: Asked) -> bytes:
        """The bytes of an answer, for a page to be made of."""
        return whole(await self.outcome(request, asked))

    async def outcome(self, request: Request, asked: Asked) -> Outcome:
        """What a worker answered now or before; a :class:`Problem` where it did not."""
        tag = self.tag(asked)
        known = self.outcomes.get(tag)
        if known:
            return known
        outcome = await self.run(self.edition, request, asked)
        self.keep(outcome, tag)
        return outcome

    def keep(self, outcome: Outcome, tag: str) -> None:
        """Keeps an outcome for who asks the same."""
        if outcome.file is None and not outcome.volatile:
            self.outcomes.put(tag, outcome, outcome.size + len(tag) + _OVERHEAD)

    def tag(self, asked: Asked) -> str:
        """An entity tag: the dataset's hash, the formats, and what was asked."""
        (bindings, graph), kinds = asked.wanted, (asked.default, asked.named)
        names = f"{bindings[1] if bindings else ''}+{graph[1] if graph else ''}"
        what = kinds if kinds != (None, None) else ""
        return self.tagged(bindings[0].name if bindings else "", f"{asked.do} {names}\n{asked.query}\n{what}")

    def tagged(self, form: str, what: str) -> str:
        """An entity tag for anything that is made of the dataset and this text."""
        digest = hashlib.blake2b(what.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
        return f'"{self.edition.dataset.hash[:16]}.{form}.{digest}"'

    async def run(self, edition: Edition, request: Request, asked: Asked) -> Outcome:
        """What a worker answers now, which is not kept."""
        watchers: list[asyncio.Task[None]] = []

        def watch() -> None:
            watchers.append(asyncio.ensure_future(_abandon_when_left(request, edition.pool, outcome)))

        outcome = self.start(edition, request.client, asked, watch)
        try:
            return await outcome
        except Problem as problem:
            raise self.filled(problem, asked) from None
        finally:
            for watcher in watchers:
                watcher.cancel()

    def start(
        self, edition: Edition, client: str, asked: Asked, on_heavy: Callable[[], None]
    ) -> asyncio.Future[Outcome]:
        """Gives a query to the workers; a :class:`Problem` where the client sent too many, or too many wait."""
        if not self.rate.allows(client, time.monotonic()):
            raise Problem("rate", rate=self.limits.rate)
        bindings, graph = asked.wanted
        task = {
            "do": asked.do,
            "query": asked.query,
            "base": edition.dataset.base,
            "default": asked.default,
            "named": asked.named,
            "bindings": bindings and bindings[0].name,
            "graph": graph and graph[0].name,
        }
        return edition.pool.submit(task, asked.seconds, on_heavy)

    def filled(self, problem: Problem, asked: Asked) -> Problem:
        """The problem with the limits that its sentence names."""
        limits = self.limits
        size = limits.memory if problem.code == "out-of-memory" else limits.answer_bytes
        known: dict[str, Any] = {"seconds": asked.seconds, "megabytes": size >> 20, "rows": limits.answer_rows}
        if problem.code == "not-acceptable":
            known["offered"] = _offered(str(problem.data["kind"]))
        return Problem(problem.code, **(known | problem.data))


def whole(outcome: Outcome) -> bytes:
    """All bytes of an outcome; its file, if it has one, is closed."""
    if outcome.file is None:
        return outcome.body
    with outcome.file as file:
        return file.read()


def _offered(kind: str) -> str:
    return ", ".join(f.media[0] for f in FORMATS if f.kind == kind)


# An answer holds until the dataset changes, unless the query asks for chance or time.
_VARY: Final = (b"vary", b"Accept, Accept-Encoding")
_HOLDS: Final = (b"cache-control", b"public, no-cache")
_LICENSED: Final = (b"link", b'<%b>; rel="license"' % LICENCE.encode())
_PASSES: Final = (b"cache-control", b"no-store")


def dated(answer: Answer, tag: str | None) -> Answer:
    """Adds what caches need to know, and to data under which licence they are."""
    if answer.status == 200:
        answer.headers.append(_LICENSED)
    answer.headers += (_VARY, _PASSES) if tag is None else (_VARY, _HOLDS, (b"etag", b"W/" + tag.encode()))
    return answer


async def _abandon_when_left(request: Request, pool: Pool, outcome: asyncio.Future[Outcome]) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
    pool.abandon(outcome)
