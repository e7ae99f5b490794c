"""Makes the engine's complaint about a malformed query one that its writer can use."""

from __future__ import annotations

import re
from typing import Final

from shkc_kg.errors import QueryError
from shkc_kg.names import PREFIXES

__all__ = ["complaint", "query_error"]

_PLACE: Final = re.compile(r"^error at (\d+):(\d+): (?:expected (?:one of )?)?(.*)$", re.DOTALL)
_DECLARED: Final = re.compile(r"PREFIX\s+([^\s:]*):", re.IGNORECASE)
_PREFIX: Final = re.compile(r"(?<![\w:?$@<.-])([^\W\d_][\w-]*):(?!//)")
# What the parser expected: a word in quotes, a class of characters in brackets, a keyword, or a whole sentence.
_EXPECTED: Final = re.compile(r"""("(?:\\.|[^"\\])*")|\[(?:'[^']*'|[^\]'])*\]|([^\s,\["][^,]*)""")
_LONGEST: Final = 300


def complaint(message: str, query: str) -> dict[str, object]:
    """The line, column (1-based) and reason of a syntax error.

    >>> complaint("error at 2:9: expected OPTIONAL", "SELECT * {\\n ?s ex:p ?o }")
    {'line': 2, 'column': 9, 'reason': 'the prefix ex: is not declared'}
    """
    found = _PLACE.match(message)
    if not found:
        return {"line": None, "column": None, "reason": _short(message)}
    line, column = int(found[1]), int(found[2])
    return {"line": line, "column": column, "reason": _undeclared(query, line) or _short(_reason(found[3]))}


def query_error(error: SyntaxError, query: str) -> QueryError:
    """The same as an error of ours.

    >>> str(query_error(SyntaxError('error at 1:30: expected one of HAVING, OFFSET, [\\'0\\'..=\\'9\\']'), "…"))
    'line 1, column 30: expected HAVING, OFFSET'
    """
    told = complaint(error.msg or str(error), query)
    line, column = told["line"], told["column"]
    return QueryError(
        str(told["reason"]), line if isinstance(line, int) else None, column if isinstance(column, int) else None
    )


def _reason(expected: str) -> str:
    """The sentence among what was expected, if there is one; else the words, without the classes of characters."""
    items: list[str] = [word or other.strip() for word, other in _EXPECTED.findall(expected) if word or other]
    sentences = [item for item in items if " " in item and not item.startswith('"')]
    if sentences:
        return sentences[0][0].lower() + sentences[0][1:]
    return f"expected {', '.join(items)}" if items else "the query can't go on like this"


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
