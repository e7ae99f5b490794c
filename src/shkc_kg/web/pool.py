"""The server's side of the query workers: who runs what, for how long, and what is said when one dies.

All of it runs on the event loop, so nothing here is locked. A query that outlives the quantum is *heavy*: it is given
a lower priority and one of few places; where none is free it starts again later, from a queue of its own. While many
wait, heavy queries and unknown ones run only on what the known ones leave of the processor.
"""

from __future__ import annotations

import asyncio
import json
import logging
import marshal
import socket
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final

from shkc_kg.web import wire
from shkc_kg.web.foreman import Foreman
from shkc_kg.web.job import Job, Outcome, Spool, cause
from shkc_kg.web.lanes import Lanes, shape
from shkc_kg.web.limits import Limits
from shkc_kg.web.priority import step_back
from shkc_kg.web.problems import Problem
from shkc_kg.web.remote import Worker
from shkc_kg.web.wire import frame

__all__ = ["Pool"]

_log: Final = logging.getLogger("shkc_kg.web")
_TICK: Final = 0.005


class Pool:
    """The workers of one graph."""

    def __init__(self, foreman: Foreman, limits: Limits) -> None:
        self._foreman, self._limits = foreman, limits
        self._loop = asyncio.get_running_loop()
        self._idle: list[Worker] = []
        self._busy: set[Worker] = set()
        self._all: dict[int, Worker] = {}
        self._lanes = Lanes(limits)
        self._spool = Spool(limits.spooled_bytes)
        # One worker is kept for queries of a known kind, if there is more than one.
        self._kept = 1 if limits.workers > 1 else 0
        self._ticking = False
        self._making = 0
        self._closed: str | None = None
        foreman.on_end = self._ended
        foreman.on_loss = self._lost
        self.on_loss: Callable[[], None] = lambda: None

    async def start(self) -> None:
        """Makes the first workers."""
        for _ in range(self._limits.workers):
            await self._make(None)

    async def close(self) -> None:
        """Waits for running answers as long as a query may take, then ends all workers."""
        self._closed = "stopping"
        pending = [job.outcome for job in self._jobs()]
        if pending:
            await asyncio.wait(pending, timeout=self._limits.deadline)
        self.give_up("stopping")
        await self._foreman.close()

    def give_up(self, code: str) -> None:
        """Answers all that wait with a problem; their workers are of no use any more."""
        self._closed = code
        for job in self._jobs():
            job.fail(Problem(code))
        self._lanes.clear()

    def _lost(self) -> None:
        self.give_up("worker-lost")
        self.on_loss()

    def _jobs(self) -> list[Job]:
        running = [worker.job for worker in self._busy if worker.job]
        return [*running, *self._lanes]

    @property
    def load(self) -> dict[str, int]:
        """How busy the workers are, for the health page."""
        heavy = sum(w.heavy for w in self._busy)
        return {"workers": len(self._all), "running": len(self._busy), "heavy": heavy, "waiting": len(self._lanes)}

    def submit(
        self, task: dict[str, Any], seconds: float, on_heavy: Callable[[], None] = lambda: None
    ) -> asyncio.Future[Outcome]:
        """Starts or queues a task; the future ends with its outcome or with a :class:`Problem`.

        ``on_heavy`` is called when the task has outlived the quantum, which is the time to watch for a reader who left.
        """
        if self._closed:
            raise Problem(self._closed)
        task_frame, ends = frame(wire.TASK, marshal.dumps(task)), self._loop.time() + seconds
        job = Job(task_frame, shape(task["query"]), ends, self._loop.create_future(), on_heavy)
        if len(self._idle) > (0 if self._lanes.knows(job) else self._kept):
            self._run(self._idle.pop(), job)
        elif not self._lanes.wait(job):
            raise Problem("busy")
        self._tick_soon()
        return job.outcome

    def abandon(self, outcome: asyncio.Future[Outcome]) -> None:
        """Ends a job nobody waits for any more."""
        outcome.cancel()
        for job in [job for job in self._lanes if job.outcome is outcome]:
            self._lanes.remove(job)
        for worker in list(self._busy):
            if worker.job and worker.job.outcome is outcome:
                self._kill(worker, "abandoned")

    def _run(self, worker: Worker, job: Job) -> None:
        job.started = worker.cpu()
        worker.job = job
        self._busy.add(worker)
        if self._lanes.crowded and not self._lanes.knows(job):
            worker.yield_to_all()
        worker.transport.write(job.task)

    def received(self, worker: Worker, kind: int, payload: bytes) -> None:
        """Takes one frame of a worker."""
        job = worker.job
        if job is None or worker.verdict:
            return
        match kind:
            case wire.DATA:
                if not job.take(payload, self._limits.spool_bytes, self._spool):
                    self._kill(worker, "busy")
                elif job.size > self._limits.answer_bytes:
                    self._kill(worker, "too-large")
            case wire.END:
                if (seconds := worker.cpu() - job.started) < self._limits.quantum:
                    self._lanes.learn(job, seconds)
                job.finish(payload)
                self._done(worker)
            case wire.ERROR:
                data = json.loads(payload)
                job.fail(Problem(data.pop("code"), **data))
                self._done(worker)

    def _done(self, worker: Worker) -> None:
        worker.job = None
        self._busy.discard(worker)
        if worker.heavy:
            # Its priority can't be raised again without privileges, and its memory has grown: a fresh one is cheap.
            worker.transport.close()
            self._heavy_next()
        else:
            self._next(worker)

    def _next(self, worker: Worker) -> None:
        job = self._lanes.next_fresh() if worker.low else self._lanes.next(fresh=len(self._idle) >= self._kept)
        if job:
            self._run(worker, job)
        elif worker.low:
            worker.transport.close()  # which ends it; another takes its place
        else:
            self._idle.append(worker)

    def _heavy_next(self) -> None:
        if self._heavy_count() < self._limits.heavy_workers and (job := self._lanes.next_heavy()):
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
        for job in self._lanes.late(now):
            job.fail(Problem("busy"))
        if self._busy or self._lanes:
            self._tick_soon()

    def _look_at(self, worker: Worker, job: Job, now: float) -> None:
        # Processor time, not time: a brief query on a busy machine must not pass for a heavy one.
        if now >= job.ends:
            self._kill(worker, "deadline")
        elif worker.heavy:
            if self._lanes.pressed:
                worker.yield_to_all()
        elif worker.cpu() - job.started >= self._lanes.granted(job):
            self._lanes.doubt(job)
            job.on_heavy()
            if self._heavy_count() < self._limits.heavy_workers:
                self._demote(worker)
                worker.replaced = True
                self._spawn(None)
            else:
                self._kill(worker, "displaced")
        elif self._lanes.crowded and not self._lanes.knows(job):
            worker.yield_to_all()

    # Birth and death

    def _kill(self, worker: Worker, verdict: str) -> None:
        """Ends a worker. Who waits is answered at once: a process that yields to all others takes its time to die."""
        worker.verdict = verdict
        job, worker.job = worker.job, None
        self._foreman.kill(worker.pid)
        if job:
            self._bereaved(job, verdict)

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
        worker = Worker(pid, self.received)
        await self._loop.create_connection(lambda: worker, sock=mine)
        self._all[pid] = worker
        return worker

    def _demote(self, worker: Worker) -> None:
        worker.heavy = True
        step_back(worker.pid)

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
            self._bereaved(job, cause(status))
        if worker.heavy:
            self._heavy_next()
        elif not worker.replaced and not self._closed:
            self._spawn(None)

    def _bereaved(self, job: Job, verdict: str) -> None:
        """What becomes of a job whose worker is no more."""
        if verdict == "displaced" and self._lanes.wait_heavy(job):
            job.drop()
            self._heavy_next()
        else:
            job.fail(Problem("busy" if verdict == "displaced" else verdict))


def _report(error: BaseException | None) -> None:
    if error:
        _log.error("a query worker could not be made: %r", error)
