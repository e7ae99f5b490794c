"""The addresses in a query: the dataset that it names itself (FROM, FROM NAMED), and the servers that it calls."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import urljoin

from shkc_kg.names import PREFIXES
from shkc_kg.web.scan import decoded, tokens

__all__ = ["services", "sources"]

_ESCAPED: Final = re.compile(r"\\(.)")


def sources(text: str, base: str) -> tuple[list[str], list[str]]:
    """The IRIs after FROM, and those after FROM NAMED, in the order of the text.

    >>> sources("PREFIX a: <http://a.e/> SELECT * FROM a:b FROM NAMED <c> { ?from ?named 'FROM <d>' }", "http://e/")
    (['http://a.e/b'], ['http://e/c'])
    """
    found: tuple[list[str], list[str]] = ([], [])
    for before, iri in _followed(text, base):
        if iri and before[1] == "FROM":
            found[0].append(iri)
        elif iri and before == ("FROM", "NAMED"):
            found[1].append(iri)
    return found


def services(text: str, base: str) -> list[str] | None:
    """The IRIs of the servers that a query calls; ``None`` where one of them is a variable.

    >>> services("SELECT * { SERVICE SILENT <http://a.e/> { } }", "http://e/"), services("SERVICE ?x {}", "")
    (['http://a.e/'], None)
    """
    called = []
    for before, iri in _followed(text, base):
        if (before[1] == "SERVICE" and iri != "SILENT") or before == ("SERVICE", "SILENT"):
            if not iri:
                return None
            called.append(iri)
    return called


def _followed(text: str, base: str) -> Iterator[tuple[tuple[str, str], str]]:
    """For each token, the two before it, and what it names: an IRI in full, ``SILENT``, or nothing."""
    prefixes = dict(PREFIXES)
    before = ("", "")
    for kind, token in tokens(decoded(text)):
        iri = ""
        if kind == "iri":
            iri = urljoin(base, token[1:-1])
        elif kind == "name":
            iri = _full(token, prefixes)
        elif kind == "word" and token.upper() == "SILENT":
            iri = "SILENT"
        if before[1] == "BASE":
            base = iri
        elif before[0] == "PREFIX" and before[1].endswith(":"):
            prefixes[before[1][:-1]] = iri
        yield before, iri
        before = (before[1], token.upper() if kind == "word" else token)


def _full(name: str, prefixes: dict[str, str]) -> str:
    prefix, _, local = name.partition(":")
    return prefixes.get(prefix, "") + _ESCAPED.sub(r"\1", local)
