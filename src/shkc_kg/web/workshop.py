"""The workshop: a process that loads the graph once and forks query workers from itself.

It speaks with the server over one socket, in lines of JSON: ``{"fork": n}`` comes with a connection for the new worker
and is answered by ``{"forked": n, "pid": p}``; ``{"kill": p}`` ends one; a worker's end, however caused, is told as
``{"ended": p, "status": s}``. Only this process kills: only a parent can be sure that a number still means its child.
When the server goes away, so do the workshop and all workers.
Run as ``python -m shkc_kg.web.workshop NQUADS FD LIMITS``.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import json
import os
import selectors
import signal
import socket
import sys
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from shkc_kg.web.dataset import load
from shkc_kg.web.worker import answer_all, confine

__all__ = ["main"]

# Opened before any fork, since this takes longer than a small query.
_LIBC = ctypes.CDLL(None)


def main(nquads: Path, control: socket.socket, limits: dict[str, Any]) -> None:
    """Loads the graph and serves the control connection until the server closes it."""
    # Ctrl-C reaches the whole group of the terminal; the server alone decides when to stop.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    try:
        graph, quads = load(nquads)
    except (OSError, ValueError, SyntaxError) as error:
        control.sendall(_line({"failed": str(error)}))
        return
    gc.collect()
    gc.freeze()
    control.sendall(_line({"ready": quads}))
    _Workshop(graph, control, limits).run()


def _line(message: dict[str, Any]) -> bytes:
    return json.dumps(message).encode() + b"\n"


class _Workshop:
    """The children of this process, and the loop that makes and buries them."""

    def __init__(self, graph: ox.Store, control: socket.socket, limits: dict[str, Any]) -> None:
        self._graph, self._control, self._limits = graph, control, limits
        self._children: set[int] = set()
        self._buffer = b""
        self._alarm, self._alarm_in = socket.socketpair()
        for end in (self._alarm, self._alarm_in):
            end.setblocking(False)

    def run(self) -> None:
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(self._alarm_in.fileno(), warn_on_full_buffer=False)
        selector = selectors.DefaultSelector()
        selector.register(self._control, selectors.EVENT_READ)
        selector.register(self._alarm, selectors.EVENT_READ)
        with contextlib.suppress(ConnectionError):
            while all(self._attend(key.fileobj) for key, _ in selector.select()):
                pass
        self._stop()

    def _attend(self, source: object) -> bool:
        """Sees to one source of events; ``False`` when the server has gone."""
        if source is self._alarm:
            self._bury()
            return True
        return self._obey()

    def _bury(self) -> None:
        with contextlib.suppress(BlockingIOError):
            self._alarm.recv(4096)
        while self._children:
            pid, status = os.waitpid(-1, os.WNOHANG)
            if not pid:
                return
            self._children.discard(pid)
            self._control.sendall(_line({"ended": pid, "status": status}))

    def _obey(self) -> bool:
        """Reads commands; ``False`` when the server has gone."""
        data, handles, _, _ = socket.recv_fds(self._control, 65536, 64)
        if not data:
            return False
        *lines, self._buffer = (self._buffer + data).split(b"\n")
        for line in lines:
            command = json.loads(line)
            if "fork" in command:
                self._fork(command["fork"], handles.pop(0))
            elif command["kill"] in self._children:
                os.kill(command["kill"], signal.SIGKILL)
        return True

    def _fork(self, number: int, handle: int) -> None:
        pid = os.fork()
        if not pid:
            _become_worker(self._graph, handle, self._limits)
        os.close(handle)
        self._children.add(pid)
        self._control.sendall(_line({"forked": number, "pid": pid}))

    def _stop(self) -> None:
        for pid in self._children:
            os.kill(pid, signal.SIGKILL)
        for pid in self._children:
            os.waitpid(pid, 0)


def _become_worker(graph: ox.Store, handle: int, limits: dict[str, Any]) -> None:
    """The child's whole life; never returns."""
    try:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        # What the engine prints when memory runs out is told by the exit status.
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nowhere, stream)
        connection = socket.socket(fileno=os.dup2(handle, 3))
        os.closerange(4, max(256, handle + 1))
        _die_with_parent()
        # Only who may call other servers may open a connection; the list of them is checked for each query.
        handles = 64 if limits["services"] else 0
        confine(_address_space() + limits["memory"] if limits["memory"] else 0, handles)
        answer_all(graph, connection, limits)
    finally:
        os._exit(0)


def _address_space() -> int:
    """The bytes of address space in use: a worker shares the graph with the workshop, and may add its budget."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except FileNotFoundError:  # no /proc: not Linux; assume a graph of the size that this program is made for
        return 4 * 2**30


def _die_with_parent() -> None:
    """Linux ends the worker when the workshop ends, even by SIGKILL; elsewhere the closed connection does, later."""
    if sys.platform == "linux":
        set_death_signal = 1
        _LIBC.prctl(set_death_signal, signal.SIGKILL)


if __name__ == "__main__":
    main(Path(sys.argv[1]), socket.socket(fileno=int(sys.argv[2])), json.loads(sys.argv[3]))
