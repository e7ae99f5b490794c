"""A task on its way through a worker, and what becomes of it."""

from __future__ import annotations

import asyncio
import os
import signal
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import IO
from weakref import WeakSet

from shkc_kg.web.problems import Problem

__all__ = ["Job", "Outcome", "Spool", "cause"]


class Spool:
    """The answers that wait on disk, which readers may take as slowly as they like.

    >>> spool = Spool(capacity=3)
    >>> first = spool.file()
    >>> first.write(b"abcd"), first.flush(), spool.has_room
    (4, None, False)
    >>> first.close()
    >>> spool.has_room
    True
    """

    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._files: WeakSet[IO[bytes]] = WeakSet()

    @property
    def has_room(self) -> bool:
        """Whether one more may begin."""
        return sum(os.fstat(file.fileno()).st_size for file in self._files if not file.closed) < self._capacity

    def file(self) -> IO[bytes]:
        """A file without a name, gone when it is closed."""
        file = tempfile.TemporaryFile()  # noqa: SIM115 - closed when the answer is sent
        self._files.add(file)
        return file


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
    """A task, the kind of its query, when it must end (by the loop's clock), who waits, and what has come of it so far.

    ``started`` is by the worker's own clock.
    """

    task: bytes
    shape: int
    ends: float
    outcome: asyncio.Future[Outcome]
    on_heavy: Callable[[], None]
    parts: list[bytes] = field(default_factory=list)
    size: int = 0
    file: IO[bytes] | None = None
    started: float = 0.0

    def take(self, data: bytes, in_memory: int, spool: Spool) -> bool:
        """Keeps a piece of the answer; beyond ``in_memory`` bytes, on disk; ``False`` where there is no room."""
        self.size += len(data)
        if self.file is None and self.size > in_memory:
            if not spool.has_room:
                return False
            self.file = spool.file()
            self.file.writelines(self.parts)
            self.parts.clear()
        if self.file:
            self.file.write(data)
        else:
            self.parts.append(data)
        return True

    def finish(self, said: bytes) -> None:
        """The answer is complete; ``said`` is what the worker told of it (see ``worker.Outlet.end``)."""
        if self.outcome.done():
            self.drop()
            return
        if self.file:
            self.file.seek(0)
        kind = "graph" if said.startswith(b"G") else "bindings"
        outcome = Outcome(kind, said.endswith(b"V"), self.size, b"".join(self.parts), self.file)
        self.outcome.set_result(outcome)

    def fail(self, problem: Problem) -> None:
        """There will be no answer."""
        self.drop()
        if not self.outcome.done():
            self.outcome.set_exception(problem)

    def drop(self) -> None:
        """Forgets what has come so far."""
        self.parts.clear()
        self.size = 0
        if self.file:
            self.file.close()
            self.file = None


def cause(status: int) -> str:
    """What a worker died of, if nobody here killed it: a code of the table in ``problems``."""
    match os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0:
        case signal.SIGSEGV | signal.SIGBUS:
            return "too-complex"
        case signal.SIGABRT | signal.SIGKILL:
            return "out-of-memory"
        case _:
            return "worker-lost"
