"""Asks servers elsewhere with good manners: slowly enough, again after a pause, and never without end."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from typing import Any, Final, Protocol

import httpx

from shkc_kg.errors import ServiceError

__all__ = ["Clock", "Manners", "Wall", "Web"]

Json = Any

# What may go well another time (RFC 9110, RFC 6585).
_PASSING: Final = frozenset({429, 500, 502, 503, 504})
_AGENT: Final = f"shkc-kg/{version('shkc-kg')} (+https://w3id.org/shkc/)"
_REDIRECTS: Final = 5


class Clock(Protocol):
    """Time, and waiting for it to pass; both in seconds."""

    def now(self) -> float: ...

    def sleep(self, seconds: float) -> None: ...


class Wall:
    """The clock on the wall."""

    def now(self) -> float:
        return time.time()

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)


@dataclass(frozen=True, slots=True)
class Manners:
    """How long to wait for a server, how often to ask again, how many requests a second, how much to take (bytes)."""

    timeout: float = 20.0
    whole: float = 120.0
    attempts: int = 4
    pause: float = 1.0
    longest_pause: float = 60.0
    rate: float = 2.0
    most: int = 16 * 2**20


class _Again(Exception):  # noqa: N818 - no error yet
    """Worth another attempt, after a pause that the server may have named."""

    def __init__(self, problem: str, pause: float | None = None) -> None:
        super().__init__(problem)
        self.problem, self.pause = problem, pause


@dataclass
class Web:
    """A client for JSON; ``offline`` it sends nothing at all."""

    manners: Manners = field(default_factory=Manners)
    clock: Clock = field(default_factory=Wall)
    offline: bool = False
    requests: int = 0
    _next: float = 0.0
    _client: httpx.Client | None = None

    def get(self, url: str, parameters: Mapping[str, str] | None = None) -> Json:
        """The JSON at an address; a :class:`ServiceError` where there is none."""
        return self._json("GET", url, lambda: {"params": dict(parameters) if parameters else None})

    def post(self, url: str, form: Mapping[str, str]) -> Json:
        """The JSON that answers a form; a :class:`ServiceError` where there is none."""
        return self._json("POST", url, lambda: {"data": dict(form)})

    def close(self) -> None:
        """Ends the connections."""
        if self._client is not None:
            self._client.close()

    def _json(self, method: str, url: str, options: Callable[[], dict[str, Any]]) -> Json:
        if self.offline:
            raise ServiceError(url, "not asked, since this run is offline and the cache has no answer", "run it online")
        problem = "no answer"
        for attempt in range(self.manners.attempts):
            try:
                return _parsed(self._body(method, url, options()))
            except _Again as again:
                problem = again.problem
                self._wait(url, again, attempt)
            except (httpx.InvalidURL, httpx.UnsupportedProtocol) as error:
                raise ServiceError(url, f"no address to ask ({error})", "give it in full, as https://…") from None
            except httpx.TooManyRedirects:
                raise ServiceError(url, "redirects in a circle", "give the address that it leads to") from None
        raise ServiceError(url, f"{problem}, {self.manners.attempts} times")

    def _wait(self, url: str, again: _Again, attempt: int) -> None:
        """Pauses twice as long each time, or as long as the server wishes; too long is an end."""
        if attempt + 1 == self.manners.attempts:
            return
        pause = self.manners.pause * 2**attempt if again.pause is None else again.pause
        if pause > self.manners.longest_pause:
            raise ServiceError(url, f"{again.problem}; it asks to come back in {pause:.0f} seconds")
        self.clock.sleep(pause)

    def _body(self, method: str, url: str, options: dict[str, Any]) -> bytes:
        """The bytes of an answer of status 200; what may pass is raised as :class:`_Again`."""
        self._keep_pace()
        ends = self.clock.now() + self.manners.whole
        try:
            with self._session().stream(method, url, **options) as answer:
                if answer.status_code in _PASSING:
                    raise _Again(f"status {answer.status_code}", self._wished(answer.headers.get("retry-after")))
                if answer.status_code != 200:
                    problem = f"status {answer.status_code} {answer.reason_phrase}".rstrip()
                    raise ServiceError(url, problem, "check the address")
                return self._read(url, answer, ends)
        except httpx.TooManyRedirects:
            raise
        except (httpx.TransportError, httpx.DecodingError) as error:
            if isinstance(error, httpx.UnsupportedProtocol):
                raise
            raise _Again(_failure(error)) from None

    def _read(self, url: str, answer: httpx.Response, ends: float) -> bytes:
        parts, size = [], 0
        for part in answer.iter_bytes():
            parts.append(part)
            size += len(part)
            if size > self.manners.most:
                raise ServiceError(url, f"an answer of more than {self.manners.most >> 20} MB", "ask another service")
            if self.clock.now() > ends:
                raise _Again(f"an answer that takes longer than {self.manners.whole:.0f} seconds")
        return b"".join(parts)

    def _keep_pace(self) -> None:
        now = self.clock.now()
        if now < self._next:
            self.clock.sleep(self._next - now)
        self._next = max(now, self._next) + (1 / self.manners.rate if self.manners.rate else 0.0)
        self.requests += 1

    def _session(self) -> httpx.Client:
        if self._client is None:
            self._client = httpx.Client(
                timeout=self.manners.timeout,
                follow_redirects=True,
                max_redirects=_REDIRECTS,
                headers={"user-agent": _AGENT, "accept": "application/json"},
            )
        return self._client

    def _wished(self, header: str | None) -> float | None:
        """The seconds of Retry-After, which may be a number or a date."""
        if not header:
            return None
        if header.strip().isdigit():
            return float(header)
        try:
            return max(0.0, parsedate_to_datetime(header).timestamp() - self.clock.now())
        except ValueError:
            return None


def _parsed(body: bytes) -> Json:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        raise _Again("an answer that is no JSON") from None


def _failure(error: Exception) -> str:
    if isinstance(error, httpx.TimeoutException):
        return "no answer in time"
    return f"no connection ({str(error) or type(error).__name__})"
