"""The frames that the server and its query workers exchange over a socket pair.

A frame is a length (4 bytes, big-endian), a kind (1 byte) and that many bytes of payload.
A task goes out as ``marshal`` writes it; what comes back is bytes, or JSON that names an error: a worker that a hostile
query broke must not be able to reach into the server.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import BinaryIO, Final

__all__ = ["DATA", "END", "ERROR", "TASK", "frame", "frames", "read_frame"]

TASK: Final = 84
DATA: Final = 68
END: Final = 69
ERROR: Final = 88

_PREFIX = struct.Struct(">IB")


def frame(kind: int, payload: bytes) -> bytes:
    """One frame as bytes.

    >>> frame(DATA, b"ab")
    b'\\x00\\x00\\x00\\x02Dab'
    """
    return _PREFIX.pack(len(payload), kind) + payload


def read_frame(stream: BinaryIO) -> tuple[int, bytes] | None:
    """The next frame of a blocking stream, ``None`` at its end."""
    prefix = stream.read(_PREFIX.size)
    if len(prefix) < _PREFIX.size:
        return None
    length, kind = _PREFIX.unpack(prefix)
    payload = stream.read(length)
    return (kind, payload) if len(payload) == length else None


def frames(buffer: bytearray) -> Iterator[tuple[int, bytes]]:
    """The complete frames at the start of a buffer, each taken out of it."""
    at, size = 0, len(buffer)
    try:
        while size - at >= _PREFIX.size:
            length, kind = _PREFIX.unpack_from(buffer, at)
            end = at + _PREFIX.size + length
            if end > size:
                break
            payload = bytes(memoryview(buffer)[at + _PREFIX.size : end])
            at = end
            yield kind, payload
    finally:
        del buffer[:at]
