"""Starts the server and stops it."""

from __future__ import annotations

import asyncio
import errno
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uvicorn

from shkc_kg.errors import ShkcError, StoreError
from shkc_kg.web.app import Application
from shkc_kg.web.connection import guarded
from shkc_kg.web.dataset import locate
from shkc_kg.web.limits import Limits

__all__ = ["AddressError", "serve"]


class AddressError(ShkcError):
    """The server can't listen where it was told to."""

    def __init__(self, host: str, port: int, problem: str, remedy: str) -> None:
        self.host, self.port, self.problem, self.remedy = host, port, problem, remedy
        super().__init__(f"{host}:{port}: {problem}; {remedy}")


def serve(
    store: Path,
    host: str = "127.0.0.1",
    port: int = 7878,
    limits: Limits | None = None,
    reload_on_build: bool = False,
    on_ready: Callable[[str], None] = lambda url: None,
) -> None:
    """Serves a built graph until SIGINT or SIGTERM, then ends running answers and returns.

    ``port`` 0 takes a free one; ``on_ready`` is told the address once requests are answered.
    Raises :class:`StoreError` where no graph is, :class:`AddressError` where the address can't be used.
    """
    locate(store)
    bounds = limits or Limits()
    application = Application(store, bounds)
    with _listening(host, port) as listener:
        address = _url(host, listener.getsockname()[1])
        config = uvicorn.Config(
            application,
            http=guarded(application),
            ws="none",
            lifespan="on",
            log_config=None,
            log_level="critical",  # our own log tells what matters, without what strangers send
            access_log=False,
            server_header=False,
            proxy_headers=False,
            limit_concurrency=bounds.connections,
            timeout_keep_alive=bounds.idle_seconds,
            timeout_graceful_shutdown=int(bounds.stop_seconds),
        )
        server = _Server(config, application, lambda: on_ready(address), reload_on_build)
        try:
            server.run(sockets=[listener])
        except SystemExit:  # uvicorn's word for a start that failed
            raise application.failure or StoreError(store, "the server could not start", "see its log") from None


class _Server(uvicorn.Server):
    """uvicorn's server, which tells when it is ready and ends in peace on a signal."""

    def __init__(
        self, config: uvicorn.Config, application: Application, on_ready: Callable[[], None], reloads: bool
    ) -> None:
        super().__init__(config)
        self._application, self._on_ready, self._reloads = application, on_ready, reloads

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._on_ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        # What still runs shortly before the end is answered, not cut off.
        grace = max(0.0, self._application.limits.stop_seconds - 1)
        pool = self._application.site.edition.pool
        hurry = asyncio.get_running_loop().call_later(grace, pool.give_up, "stopping")
        await super().shutdown(sockets)
        hurry.cancel()

    async def main_loop(self) -> None:
        watcher = asyncio.create_task(_reload(self._application)) if self._reloads else None
        await super().main_loop()
        if watcher:
            watcher.cancel()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        # uvicorn's own raises the signal again after a clean stop, which would end us with a status other than 0.
        before: dict[int, Any] = {s: signal.signal(s, self.handle_exit) for s in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)


async def _reload(application: Application) -> None:
    """Looks once a second whether a new build has taken the old one's place."""
    while True:
        await asyncio.sleep(1)
        try:
            await application.site.reload()
        except (ShkcError, OSError):
            # In the middle of a swap, or a broken build: the graph that is served stays.
            continue


@contextmanager
def _listening(host: str, port: int) -> Iterator[socket.socket]:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind, protocol)
    except OSError as error:
        raise AddressError(
            host, port, f"no such address ({error.strerror or error})", "name another with --host"
        ) from None
    with listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(address)
        except OSError as error:
            raise AddressError(host, port, *_reason(error)) from None
        yield listener


def _reason(error: OSError) -> tuple[str, str]:
    if error.errno == errno.EADDRINUSE:
        return "the port is in use", "stop the other server, or name another port with --port"
    if error.errno == errno.EACCES:
        return "this port needs privileges", "name one above 1023 with --port"
    return f"can't listen here ({error.strerror})", "name another address with --host and --port"


def _url(host: str, port: int) -> str:
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
