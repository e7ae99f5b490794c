"""Standard input and output as bytes: what goes through a pipe is UTF-8 whatever the terminal speaks."""

from __future__ import annotations

import sys
from pathlib import Path

from shkc_kg.encoding import decode
from shkc_kg.reports import read_original

__all__ = ["STDIN", "example", "read_text", "write"]

STDIN = "-"


def read_text(file: str) -> str:
    """The text of a file, or of standard input for ``-``.

    :raises ReportError: no text is there.
    """
    if file == STDIN:
        return decode(sys.stdin.buffer.read(), "standard input")
    return read_original(Path(file))


def write(data: str | bytes) -> None:
    """Data on standard output, as it is."""
    sys.stdout.buffer.write(data.encode() if isinstance(data, str) else data)


def example(*lines: str) -> str:
    """The end of a command's help: lines to paste.

    >>> print(example("shkc-kg check").replace(chr(8), ""))
    <BLANKLINE>
    Example:
      shkc-kg check
    """
    return "\n".join(["\b", "Example:", *(f"  {line}" for line in lines)])
