"""Answers kept in memory, the least recently used given up first."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

__all__ = ["Cache"]

Value = TypeVar("Value")


class Cache(Generic[Value]):
    """A mapping bounded by the bytes of its values; one value may take a sixteenth of it.

    >>> cache = Cache[str](32)
    >>> for name in "abc":
    ...     cache.put(name, name.upper(), size=2)
    >>> cache.get("a"), cache.get("x")
    ('A', None)
    """

    def __init__(self, capacity: int) -> None:
        self._capacity, self._held = capacity, 0
        self._values: OrderedDict[Hashable, tuple[Value, int]] = OrderedDict()

    def get(self, key: Hashable) -> Value | None:
        """The value, which becomes the most recently used, or ``None``."""
        found = self._values.get(key)
        if found is None:
            return None
        self._values.move_to_end(key)
        return found[0]

    def put(self, key: Hashable, value: Value, size: int) -> None:
        """Keeps a value of ``size`` bytes, unless it is too large."""
        if size > self._capacity // 16:
            return
        self._held += size - self._values.pop(key, (value, 0))[1]
        self._values[key] = (value, size)
        while self._held > self._capacity:
            self._held -= self._values.popitem(last=False)[1][1]

    def clear(self) -> None:
        """Forgets everything."""
        self._values.clear()
        self._held = 0
