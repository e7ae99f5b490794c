"""The server's line to its workshop process: starts it, asks it for workers, hears of their ends."""

from __future__ import annotations

import asyncio
import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from shkc_kg.errors import StoreError
from shkc_kg.web.limits import Limits

__all__ = ["Foreman"]


class Foreman(asyncio.Protocol):
    """A workshop process and the requests that it has not answered yet."""

    def __init__(self, nquads: Path, limits: Limits) -> None:
        self._nquads, self._limits = nquads, limits
        self._buffer = b""
        self._forks: dict[int, asyncio.Future[int]] = {}
        self._number = 0
        self.quads = 0
        self.on_end: Callable[[int, int], None] = lambda pid, status: None
        self.on_loss: Callable[[], None] = lambda: None
        self._closing = False

    async def start(self) -> None:
        """Starts the workshop and waits until its graph is loaded; :class:`StoreError` where it can't be."""
        loop = asyncio.get_running_loop()
        self._ready: asyncio.Future[int] = loop.create_future()
        self._gone: asyncio.Future[None] = loop.create_future()
        self._control, theirs = socket.socketpair()
        limits = self._limits
        arguments: dict[str, Any] = {"rows": limits.answer_rows, "memory": limits.memory, "nesting": limits.nesting}
        arguments |= {"services": sorted(limits.services)}
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 - ourselves
                [
                    sys.executable,
                    "-m",
                    "shkc_kg.web.workshop",
                    self._nquads,
                    str(theirs.fileno()),
                    json.dumps(arguments),
                ],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                start_new_session=True,
                env={**os.environ, "RUST_BACKTRACE": "0"},
            )
        self._control.setblocking(False)
        await loop.create_connection(lambda: self, sock=self._control.dup())
        self.quads = await self._ready

    def data_received(self, data: bytes) -> None:
        *lines, self._buffer = (self._buffer + data).split(b"\n")
        for line in lines:
            self._hear(json.loads(line))

    def _hear(self, message: dict[str, Any]) -> None:
        if "forked" in message:
            waiting = self._forks.pop(message["forked"])
            if not waiting.done():
                waiting.set_result(message["pid"])
        elif "ended" in message:
            self.on_end(message["ended"], message["status"])
        elif "ready" in message:
            self._ready.set_result(message["ready"])
        else:
            self._ready.set_exception(StoreError(self._nquads, message["failed"], "build it again"))

    def connection_lost(self, exc: Exception | None) -> None:
        lost = StoreError(self._nquads, "the process that holds the graph ended", "start the server again")
        for waiting in (self._ready, *self._forks.values()):
            if not waiting.done():
                waiting.set_exception(lost)
        self._forks.clear()
        if not self._gone.done():
            self._gone.set_result(None)
        if not self._closing:
            self.on_loss()

    async def fork(self, connection: socket.socket) -> int:
        """A new worker at the other end of a connection; its process id."""
        self._number += 1
        waiting = self._forks[self._number] = asyncio.get_running_loop().create_future()
        command = json.dumps({"fork": self._number}).encode() + b"\n"
        socket.send_fds(self._control, [command], [connection.fileno()])
        pid: int = await waiting
        return pid

    def kill(self, pid: int) -> None:
        """Asks for a worker's end, which is told by ``on_end``."""
        self._control.send(json.dumps({"kill": pid}).encode() + b"\n")

    async def close(self) -> None:
        """Ends the workshop with all its workers."""
        self._closing = True
        with suppress(OSError):  # it may have ended already
            self._control.shutdown(socket.SHUT_WR)
        await self._gone
        self._control.close()
        self._process.wait()
