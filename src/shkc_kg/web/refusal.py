"""What a worker answers instead of data."""

from __future__ import annotations

__all__ = ["Refused"]


class Refused(Exception):  # noqa: N818 - the server makes a problem of it
    """A task that ends as a stated error: a code of the table in ``problems``, and what fills its sentence."""

    def __init__(self, code: str, **data: object) -> None:
        super().__init__(code)
        self.code, self.data = code, data
