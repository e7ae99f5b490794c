"""What one server grants: time, memory, sizes and numbers; every limit has a stated answer when it is met."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

__all__ = ["Limits"]


def _cores() -> int:
    """The cores that this process may use, which in a container are fewer than the machine has."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on macOS
        return os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of a server; times in seconds, sizes in bytes.

    A query that takes more processor time than ``quantum`` (``brief``, while others wait) is *heavy*: it yields to
    short ones, and at most ``heavy_workers`` run at once. ``deadline`` counts from the arrival of the request.
    An answer of more than ``spool_bytes`` waits on disk, and all that wait there together take ``spooled_bytes``, and
    what those add that are being made. ``services`` are the endpoints that a query may call by SERVICE; none, as a rule.
    """

    deadline: float = 10.0
    quantum: float = 0.5
    brief: float = 0.03
    memory: int = 512 * 2**20
    answer_rows: int = 2_000_000
    answer_bytes: int = 512 * 2**20
    workers: int = field(default_factory=lambda: _cores() + 1)
    heavy_workers: int = field(default_factory=lambda: max(1, _cores() - 1))
    queue: int = 512
    heavy_queue: int = 32
    nesting: int = 500
    query_bytes: int = 2**20
    url_bytes: int = 2**16
    header_bytes: int = 2**17
    header_fields: int = 100
    cache_bytes: int = 64 * 2**20
    spool_bytes: int = 2**20
    spooled_bytes: int = 2**31
    rate: float = 0.0
    rate_burst: int = 200
    connections: int = 2000
    header_seconds: float = 10.0
    body_seconds: float = 20.0
    send_seconds: float = 60.0
    idle_seconds: int = 65
    stop_seconds: float = 5.0
    services: frozenset[str] = frozenset()
