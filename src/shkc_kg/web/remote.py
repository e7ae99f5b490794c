"""One worker process as the server sees it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import cast

from shkc_kg.web.job import Job
from shkc_kg.web.lanes import cpu_clock
from shkc_kg.web.priority import yield_to_all
from shkc_kg.web.wire import frames

__all__ = ["Worker"]


class Worker(asyncio.Protocol):
    """The line to a worker, what it does now, and what has been decided about it.

    It is ``heavy`` with a heavy query, ``low`` once it runs on what others leave, ``replaced`` when another has been
    made in its place; ``verdict`` is why it is being ended.
    """

    def __init__(self, pid: int, on_frame: Callable[[Worker, int, bytes], None]) -> None:
        self.pid = pid
        self.cpu = cpu_clock(pid)
        self.job: Job | None = None
        self.heavy = self.low = self.replaced = False
        self.verdict: str | None = None
        self.transport: asyncio.Transport
        self._on_frame = on_frame
        self._buffer = bytearray()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.Transport, transport)

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        for kind, payload in frames(self._buffer):
            self._on_frame(self, kind, payload)

    def yield_to_all(self) -> None:
        """From now on it runs only when nobody else wants to."""
        if not self.low:
            self.low = True
            yield_to_all(self.pid)
