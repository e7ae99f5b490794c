"""Makes the engine's complaint about a malformed query one that its writer can use."""

from __future__ import annotations

import re

from shkc_kg.names import PREFIXES

__all__ = ["complaint"]

_PLACE = re.compile(r"^error at (\d+):(\d+): (.*)$", re.DOTALL)
_DECLARED = re.compile(r"PREFIX\s+([^\s:]*):", re.IGNORECASE)
_PREFIX = re.compile(r"(?<![\w:?$@<.-])([^\W\d_][\w-]*):(?!//)")
_LONGEST = 300


def complaint(message: str, query: str) -> dict[str, object]:
    """The line, column (1-based) and reason of a syntax error.

    >>> complaint("error at 2:9: expected OPTIONAL", "SELECT * {\\n ?s ex:p ?o }")
    {'line': 2, 'column': 9, 'reason': 'the prefix ex: is not declared'}
    """
    found = _PLACE.match(message)
    if not found:
        return {"line": None, "column": None, "reason": _short(message)}
    line, column = int(found[1]), int(found[2])
    return {"line": line, "column": column, "reason": _undeclared(query, line) or _short(found[3])}


def _undeclared(query: str, line: int) -> str | None:
    """An undeclared prefix on the line of the error is nearly always the reason, and the engine doesn't name it."""
    known = set(PREFIXES) | set(_DECLARED.findall(query))
    lines = query.splitlines()
    text = lines[line - 1] if 0 < line <= len(lines) else ""
    missing = [name for name in _PREFIX.findall(text) if name not in known]
    return f"the prefix {missing[0]}: is not declared" if missing else None


def _short(message: str) -> str:
    one_line = " ".join(message.split())
    return one_line if len(one_line) <= _LONGEST else one_line[: _LONGEST - 1] + "…"
