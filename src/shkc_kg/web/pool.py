"""The server's side of the query workers: who runs what, for how long, and what is said when one dies.

All of it runs on the event loop, so nothing here is locked. A query that outlives the quantum is *heavy*: it is given
a lower priority and one of few places; where none is free it starts again later, from a queue of its own.
"""

from __future__ import annotations

import asyncio
import json
import logging
import marshal
import os
import signal
import socket
import tempfile
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import IO, Any, Final, cast

from shkc_kg.web import wire
from shkc_kg.web.foreman import Foreman
from shkc_kg.web.limits import Limits
from shkc_kg.web.problems import Problem
from shkc_kg.web.wire import frame, frames

__all__ = ["Outcome", "Pool"]

_log: Final = logging.getLogger("shkc_kg.web")
_TICK: Final = 0.02
_LOW_PRIORITY: Final = 15


@dataclass(slots=True)
class Outcome:
    """A complete answer: what kind it is, and its bytes, in memory or, when large, in a file without a name."""

    kind: str
    volatile: bool
    size: int
    body: bytes = b""
    file: IO[bytes] | None = None


@dataclass(slots=True, eq=False)
class Job:
    """A task on its way to an outcome."""

    task: bytes
    arrived: float
    ends: float
    outcome: asyncio.Future[Outcome]
    on_heavy: Callable[[], None]
    parts: list[bytes] = field(default_factory=list)
    size: int = 0
    file: IO[bytes] | None = None
    started: float = 0.0

    def restart(self) -> None:
        self.parts.clear()
        self.size = 0
        if self.file:
            self.file.close()
            self.file = None


class Worker(asyncio.Protocol):
    """One worker process as the server sees it."""

    def __init__(self, pool: Pool, pid: int) -> None:
        self.pool, self.pid = pool, pid
        self.job: Job | None = None
        self.heavy = False
        self.verdict: str | None = None
        self.buffer = bytearray()
        self.transport: asyncio.Transport

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.Transport, transport)

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        for kind, payload in frames(self.buffer):
            self.pool.received(self, kind, payload)


class Pool:
    """The workers of one graph."""

    def __init__(self, foreman: Foreman, limits: Limits) -> None:
        self._foreman, self._limits = foreman, limits
        self._loop = asyncio.get_running_loop()
        self._idle: list[Worker] = []
        self._busy: set[Worker] = set()
        self._all: dict[int, Worker] = {}
        self._waiting: deque[Job] = deque()
        self._heavy_waiting: deque[Job] = deque()
        self._ticking = False
        self._making = 0
        self._closed = False
        foreman.on_end = self._ended

    async def start(self) -> None:
        """Makes the first workers."""
        for _ in range(self._limits.workers):
            await self._make(None)

    async def close(self) -> None:
        """Waits for running answers, then ends all workers."""
        self._closed = True
        with suppress(TimeoutError):
            async with asyncio.timeout(self._limits.stop_seconds):
                pending = [w.job.outcome for w in self._busy if w.job] + [j.outcome for j in self._waiting]
                if pending:
                    await asyncio.wait(pending)
        await self._foreman.close()

    @property
    def load(self) -> dict[str, int]:
        """How busy the workers are, for the health page."""
        heavy = sum(w.heavy for w in self._busy)
        waiting = len(self._waiting) + len(self._heavy_waiting)
        return {"workers": len(self._all), "running": len(self._busy), "heavy": heavy, "waiting": waiting}

    def submit(
        self, task: dict[str, Any], seconds: float, on_heavy: Callable[[], None] = lambda: None
    ) -> asyncio.Future[Outcome]:
        """Starts or queues a task; the future ends with its outcome or with a :class:`Problem`.

        ``on_heavy`` is called when the task has outlived the quantum, which is the time to watch for a reader who left.
        """
        now = self._loop.time()
        job = Job(frame(wire.TASK, marshal.dumps(task)), now, now + seconds, self._loop.create_future(), on_heavy)
        if self._idle:
            self._run(self._idle.pop(), job)
        elif self._closed or len(self._waiting) >= self._limits.queue:
            raise Problem("busy")
        else:
            self._waiting.append(job)
        self._tick_soon()
        return job.outcome

    def abandon(self, outcome: asyncio.Future[Outcome]) -> None:
        """Ends a job nobody waits for any more."""
        for queue in (self._waiting, self._heavy_waiting):
            for job in [j for j in queue if j.outcome is outcome]:
                queue.remove(job)
        for worker in self._busy:
            if worker.job and worker.job.outcome is outcome:
                self._kill(worker, "abandoned")
        outcome.cancel()

    def _run(self, worker: Worker, job: Job) -> None:
        job.started = self._loop.time()
        worker.job = job
        self._busy.add(worker)
        worker.transport.write(job.task)

    def received(self, worker: Worker, kind: int, payload: bytes) -> None:
        """Takes one frame of a worker."""
        job = worker.job
        if job is None or worker.verdict:
            return
        match kind:
            case wire.DATA:
                self._take(worker, job, payload)
            case wire.END:
                self._done(worker, _finished(job, payload))
            case wire.ERROR:
                data = json.loads(payload)
                self._done(worker, Problem(data.pop("code"), **data))

    def _take(self, worker: Worker, job: Job, payload: bytes) -> None:
        job.size += len(payload)
        if job.size > self._limits.answer_bytes:
            self._kill(worker, "too-large")
        elif job.size <= self._limits.spool_bytes:
            job.parts.append(payload)
        else:
            if job.file is None:
                job.file = tempfile.TemporaryFile()  # noqa: SIM115 - closed when the answer is sent
                job.file.writelines(job.parts)
                job.parts.clear()
            job.file.write(payload)

    def _done(self, worker: Worker, result: Outcome | Problem) -> None:
        job, worker.job = worker.job, None
        self._busy.discard(worker)
        _settle(job, result)
        if worker.heavy:
            # Its priority can't be raised again without privileges, and its memory has grown: a fresh one is cheap.
            worker.transport.close()
            self._heavy_next()
        else:
            self._next(worker)

    def _next(self, worker: Worker) -> None:
        now = self._loop.time()
        while self._waiting:
            job = self._waiting.popleft()
            if job.outcome.done():
                continue
            if job.ends <= now:
                _settle(job, Problem("busy"))
                continue
            self._run(worker, job)
            return
        self._idle.append(worker)

    def _heavy_next(self) -> None:
        if self._heavy_waiting and self._heavy_count() < self._limits.heavy_workers:
            job = self._heavy_waiting.popleft()
            self._spawn(job)

    def _heavy_count(self) -> int:
        return sum(worker.heavy for worker in self._busy) + self._making

    # Time

    def _tick_soon(self) -> None:
        if not self._ticking:
            self._ticking = True
            self._loop.call_later(_TICK, self._tick)

    def _tick(self) -> None:
        self._ticking = False
        now = self._loop.time()
        for worker in list(self._busy):
            if worker.job and not worker.verdict:
                self._look_at(worker, worker.job, now)
        for queue in (self._waiting, self._heavy_waiting):
            while queue and queue[0].ends <= now:
                _settle(queue.popleft(), Problem("busy"))
        if self._busy or self._waiting or self._heavy_waiting:
            self._tick_soon()

    def _look_at(self, worker: Worker, job: Job, now: float) -> None:
        if now >= job.ends:
            self._kill(worker, "deadline")
        elif not worker.heavy and now - job.started >= self._limits.quantum:
            job.on_heavy()
            if self._heavy_count() < self._limits.heavy_workers:
                self._demote(worker)
                self._spawn(None)
            else:
                self._kill(worker, "displaced")

    # Birth and death

    def _kill(self, worker: Worker, verdict: str) -> None:
        worker.verdict = verdict
        self._foreman.kill(worker.pid)

    def _spawn(self, job: Job | None) -> None:
        self._making += job is not None
        task = self._loop.create_task(self._make(job))
        task.add_done_callback(lambda done: None if done.cancelled() else _report(done.exception()))

    async def _make(self, job: Job | None) -> None:
        """A new worker: an idle one, or a heavy one that begins with a job."""
        try:
            worker = await self._fork()
        finally:
            self._making -= job is not None
        if job is None:
            self._next(worker)
        else:
            self._demote(worker)
            self._run(worker, job)
            self._tick_soon()

    async def _fork(self) -> Worker:
        mine, theirs = socket.socketpair()
        with theirs:
            pid = await self._foreman.fork(theirs)
        worker = Worker(self, pid)
        await self._loop.create_connection(lambda: worker, sock=mine)
        self._all[pid] = worker
        return worker

    def _demote(self, worker: Worker) -> None:
        worker.heavy = True
        with suppress(OSError):  # it may just have ended
            os.setpriority(os.PRIO_PROCESS, worker.pid, _LOW_PRIORITY)

    def _ended(self, pid: int, status: int) -> None:
        worker = self._all.pop(pid, None)
        if worker is None:
            return
        job, worker.job = worker.job, None
        self._busy.discard(worker)
        with suppress(ValueError):
            self._idle.remove(worker)
        worker.transport.close()
        if job:
            self._bereaved(job, worker.verdict, status)
        if worker.heavy:
            self._heavy_next()
        elif not self._closed:
            self._spawn(None)

    def _bereaved(self, job: Job, verdict: str | None, status: int) -> None:
        if verdict == "displaced" and len(self._heavy_waiting) < self._limits.heavy_queue:
            job.restart()
            self._heavy_waiting.append(job)
            self._heavy_next()
        elif verdict == "displaced":
            _settle(job, Problem("busy"))
        else:
            _settle(job, Problem(verdict or _cause(status)))


def _finished(job: Job, said: bytes) -> Outcome:
    if job.file:
        job.file.seek(0)
    kind = "graph" if said.startswith(b"G") else "bindings"
    return Outcome(kind, said.endswith(b"V"), job.size, b"".join(job.parts), job.file)


def _settle(job: Job | None, result: Outcome | Problem) -> None:
    if job is None or job.outcome.done():
        return
    if isinstance(result, Problem):
        if job.file:
            job.file.close()
        job.outcome.set_exception(result)
    else:
        job.outcome.set_result(result)


def _cause(status: int) -> str:
    """What a worker died of, if the server did not kill it."""
    match os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0:
        case signal.SIGSEGV | signal.SIGBUS:
            return "too-complex"
        case signal.SIGABRT | signal.SIGKILL:
            return "out-of-memory"
        case _:
            return "worker-lost"


def _report(error: BaseException | None) -> None:
    if error:
        _log.error("a query worker could not be made: %r", error)
