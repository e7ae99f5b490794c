"""What a query's text says of it before it runs: its keywords, without comments, strings, names and IRIs.

This is a reading of tokens, not a parser: the engine parses. It answers questions that the engine's interface can't:
does the query call another server, does it name its dataset, does its answer depend on more than the data?
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["Scan", "decoded", "read", "scan", "tokens"]

_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")

# A query with none of these needs no reading, and nearly all have none. (A loop over `in` takes a microsecond; one
# regular expression that ignores case takes fifty.)
_OF_INTEREST = ("service", "from", "now", "rand", "uuid", "\\")

_TOKEN = re.compile(
    r"""
      (?P<skip> \s+ | \#[^\n\r]* )
    | (?P<iri> <[^<>"{}|^`\\\x00-\x20]*> )
    | (?P<string> \"\"\"(?:[^"\\]|\\.|\"(?!\"\"))*\"\"\" | '''(?:[^'\\]|\\.|'(?!''))*'''
                | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*' )
    | (?P<variable> [?$]\w+ )
    | (?P<tag> @[A-Za-z0-9-]+ )
    | (?P<name> (?:[^\W\d](?:[\w.-]*[\w-])?)?:(?:(?:[\w:%]|\\.)(?:[\w.:%-]|\\.)*)? )
    | (?P<word> [^\W\d]\w* )
    | (?P<open> [{(\[] )
    | (?P<close> [})\]] )
    | (?P<other> . )
    """,
    re.VERBOSE | re.DOTALL,
)

# "<" may also begin a comparison: `FILTER(?a<1)SERVICE#>` reads as an IRI to us and as a call to the engine.
_HIDDEN_IN_IRI = re.compile(r"\)[^>]*service", re.IGNORECASE)
_UPDATES = frozenset({"LOAD", "CLEAR", "INSERT", "DELETE", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"})
_FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
_VOLATILE = frozenset({"NOW", "RAND", "UUID", "STRUUID"})


@dataclass(frozen=True, slots=True)
class Scan:
    """What was found: ``service`` and ``dataset`` (FROM) as used, ``update`` as the keyword that makes it one.

    ``hidden`` is a call of another server that only the engine would take for one.
    """

    service: bool = False
    hidden: bool = False
    dataset: bool = False
    volatile: bool = False
    update: str | None = None
    nesting: int = 0


_PLAIN = Scan()


def decoded(text: str) -> str:
    r"""The text with ``\u`` and ``\U`` escapes read, which SPARQL allows anywhere (§19.2).

    >>> decoded(r"S\u0045LECT")
    'SELECT'
    """
    return _ESCAPE.sub(lambda m: _character(m[1] or m[2]), text)


def _character(digits: str) -> str:
    code = int(digits, 16)
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def tokens(text: str) -> Iterator[tuple[str, str]]:
    """The tokens of a query with their kinds; blanks and comments are left out."""
    for found in _TOKEN.finditer(text):
        if found.lastgroup and found.lastgroup != "skip":
            yield found.lastgroup, found[0]


def scan(text: str, deep: int = 200) -> Scan:
    """What a query's text says of it; the text is read only where something in it calls for that.

    >>> scan("SELECT * { ?service ex:service 'SERVICE' } # SERVICE").service
    False
    >>> scan("SELECT * { { select * { SeRvIcE<http://a.example/> {} } } }").service
    True
    """
    brackets = text.count("{") + text.count("(") + text.count("[")
    lower = text.lower()
    if brackets < deep and not any(word in lower for word in _OF_INTEREST):
        return _PLAIN
    return read(text)


def read(text: str) -> Scan:
    """What a query's text says of it, read in any case."""
    text = decoded(text)
    depth = deepest = 0
    words: set[str] = set()
    hidden = False
    form: str | None = None
    for kind, token in tokens(text):
        if kind == "open":
            depth += 1
            deepest = max(deepest, depth)
        elif kind == "close":
            depth -= 1
        elif kind == "word":
            word = token.upper()
            words.add(word)
            # The engine needs no blank between words: `true` and SERVICE may touch.
            hidden = hidden or ("SERVICE" in word and word != "SERVICE")
            form = form or (word if word in _FORMS or word in _UPDATES else None)
        elif kind == "iri":
            hidden = hidden or bool(_HIDDEN_IN_IRI.search(token))
        elif kind == "name":
            hidden = hidden or token.partition(":")[0].lower().endswith(".service")
    return Scan(
        service=hidden or "SERVICE" in words,
        hidden=hidden,
        dataset="FROM" in words,
        volatile=not words.isdisjoint(_VOLATILE) or "SERVICE" in words,
        update=form if form in _UPDATES else None,
        nesting=deepest,
    )
