"""How many queries one client may send: a bucket that refills steadily."""

from __future__ import annotations

import ipaddress
from collections import OrderedDict
from typing import Final

__all__ = ["Rate"]

_CLIENTS: Final = 10_000


class Rate:
    """Buckets of the clients seen last; a ``rate`` of 0 lets everything pass.

    >>> rate = Rate(rate=1, burst=2)
    >>> [rate.allows("10.0.0.1", at) for at in (0, 0, 0, 1)]
    [True, True, False, True]
    """

    def __init__(self, rate: float, burst: int) -> None:
        self._rate, self._burst = rate, burst
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def allows(self, address: str, now: float) -> bool:
        """Whether a client may send one more query at a time (in seconds), which is then counted."""
        if not self._rate:
            return True
        client = _network(address)
        tokens, then = self._buckets.pop(client, (float(self._burst), now))
        tokens = min(self._burst, tokens + (now - then) * self._rate)
        allowed = tokens >= 1
        self._buckets[client] = (tokens - allowed, now)
        if len(self._buckets) > _CLIENTS:
            self._buckets.popitem(last=False)
        return allowed


def _network(address: str) -> str:
    """One subscriber owns a whole /64 of IPv6."""
    if ":" not in address:
        return address
    return str(ipaddress.ip_network((address.partition("%")[0], 64), strict=False))
