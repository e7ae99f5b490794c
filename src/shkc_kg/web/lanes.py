"""Who goes next: jobs of a known kind first, unknown ones behind them, heavy ones in a lane of their own.

A hundred hostile queries that arrive at once must not stand before a reader's. Nobody can tell a query's cost from its
text, but what was brief before, names and numbers aside, is brief again: such jobs never wait behind unknown ones. A
kind that breaks this trust (a larger number after LIMIT is enough) loses it.
"""

from __future__ import annotations

import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Final

from shkc_kg.web.job import Job
from shkc_kg.web.limits import Limits

__all__ = ["Lanes", "cpu_clock", "shape"]

_KINDS: Final = 10_000
_LEAST: Final = 0.01
# So many unknown jobs are a crowd, until the last of them has left.
_CROWD: Final = 16
# A job may take so many times what the longest of its kind took.
_PATIENCE: Final = 4
_AT_ONCE: Final = 24
# Digits, and all bytes of letters beyond ASCII: what changes from one question of a kind to the next.
_VARIES: Final = bytes(range(0x30, 0x3A)) + bytes(range(0x80, 0x100))


def shape(query: str) -> int:
    """A number that is the same for queries that differ in numbers and Chinese names only.

    >>> shape("ASK { id:复旦大学 ?p 1 }") == shape("ASK { id:同济大学 ?p 27 }")
    True
    """
    return hash(query.encode("utf-8", "surrogatepass").translate(None, _VARIES))


def cpu_clock(pid: int) -> Callable[[], float]:
    """Tells the seconds of processor time that a process has used; of time passed where the system does not say."""
    if sys.platform != "linux":
        return time.monotonic
    # How Linux numbers the clock of a process (man 3 clock_getcpuclockid).
    clock = (~pid << 3) | 2

    def read() -> float:
        try:
            return time.clock_gettime(clock)
        except OSError:  # it has just ended
            return 0.0

    return read


class Lanes:
    """The jobs that wait, and the kinds of queries known to be brief."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._known: deque[Job] = deque()
        self._fresh: deque[Job] = deque()
        self._heavy: deque[Job] = deque()
        self._brief: dict[int, float] = {}
        self.crowded = False

    def __len__(self) -> int:
        return len(self._known) + len(self._fresh) + len(self._heavy)

    def __iter__(self) -> Iterator[Job]:
        yield from (*self._known, *self._fresh, *self._heavy)

    @property
    def pressed(self) -> bool:
        """Whether so many wait that known jobs must be kept from the others; some that wait are no attack."""
        return self.crowded or len(self._heavy) >= _CROWD // 2

    def granted(self, job: Job) -> float:
        """The processor time that a query may take before it counts as heavy; less, while others wait."""
        if not len(self):
            return self._limits.quantum
        longest = self._brief.get(job.shape)
        if longest is not None:
            return min(self._limits.quantum, max(self._limits.brief, _PATIENCE * longest))
        return max(_LEAST, self._limits.brief / (1 + len(self._fresh) / _CROWD))

    def knows(self, job: Job) -> bool:
        """Whether a job's kind is known to be brief."""
        return job.shape in self._brief

    def learn(self, job: Job, seconds: float) -> None:
        """A job of this kind took so much processor time, which is little."""
        if len(self._brief) >= _KINDS:
            self._brief.clear()
        self._brief[job.shape] = max(seconds, self._brief.get(job.shape, 0.0))

    def doubt(self, job: Job) -> None:
        """A job took longer than its kind does: those of its kind that wait go behind the others."""
        if self._brief.pop(job.shape, None) is not None:
            self._fresh.extend(other for other in self._known if other.shape == job.shape)
            self._known = deque(other for other in self._known if other.shape != job.shape)

    def wait(self, job: Job) -> bool:
        """Lets a job wait for a worker; ``False`` where too many wait already."""
        lane = self._known if self.knows(job) else self._fresh
        if len(lane) >= self._limits.queue:
            return False
        lane.append(job)
        self.crowded = self.crowded or len(self._fresh) >= _CROWD
        return True

    def wait_heavy(self, job: Job) -> bool:
        """Lets a job wait for one of the places of heavy ones; ``False`` where too many wait already."""
        if len(self._heavy) >= self._limits.heavy_queue:
            return False
        self._heavy.append(job)
        return True

    def next(self, fresh: bool) -> Job | None:
        """The next job for a worker, an unknown one only if ``fresh``."""
        return _first(self._known) or (self.next_fresh() if fresh else None)

    def next_fresh(self) -> Job | None:
        """The next job of an unknown kind."""
        job = _first(self._fresh)
        self.crowded = self.crowded and bool(self._fresh)
        return job

    def next_heavy(self) -> Job | None:
        """The next heavy job."""
        return _first(self._heavy)

    def late(self, now: float) -> list[Job]:
        """Some jobs whose time was up before they could start; they wait no more."""
        # A crowd that came together is late together: answering all at once would hold up everybody else.
        found = list(islice((job for job in self if job.ends <= now), _AT_ONCE))
        for job in found:
            self.remove(job)
        return found

    def remove(self, job: Job) -> None:
        """A job that waits no more."""
        for lane in (self._known, self._fresh, self._heavy):
            if job in lane:
                lane.remove(job)

    def clear(self) -> None:
        """Nobody waits any more."""
        for lane in (self._known, self._fresh, self._heavy):
            lane.clear()


def _first(lane: deque[Job]) -> Job | None:
    """The first job that somebody still waits for."""
    while lane:
        job = lane.popleft()
        if not job.outcome.done():
            return job
    return None
