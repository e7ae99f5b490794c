"""The dataset that a query names itself, by FROM and FROM NAMED."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urljoin

from shkc_kg.names import PREFIXES
from shkc_kg.web.scan import decoded, tokens

__all__ = ["sources"]

_ESCAPED: Final = re.compile(r"\\(.)")


def sources(text: str, base: str) -> tuple[list[str], list[str]]:
    """The IRIs after FROM, and those after FROM NAMED, in the order of the text.

    >>> sources("PREFIX a: <http://a.example/> SELECT * FROM a:b FROM NAMED <c> { ?from ?named 'FROM <d>' }", "http://e/")
    (['http://a.example/b'], ['http://e/c'])
    """
    prefixes = dict(PREFIXES)
    found: tuple[list[str], list[str]] = ([], [])
    before: list[str] = ["", ""]
    for kind, token in tokens(decoded(text)):
        if kind in ("iri", "name"):
            iri = urljoin(base, token[1:-1]) if kind == "iri" else _full(token, prefixes)
            if before[1] == "BASE":
                base = iri
            elif before[0] == "PREFIX" and before[1].endswith(":"):
                prefixes[before[1][:-1]] = iri
            elif before[1] == "FROM":
                found[0].append(iri)
            elif before == ["FROM", "NAMED"]:
                found[1].append(iri)
        before = [before[1], token.upper() if kind == "word" else token]
    return found


def _full(name: str, prefixes: dict[str, str]) -> str:
    prefix, _, local = name.partition(":")
    return prefixes.get(prefix, "") + _ESCAPED.sub(r"\1", local)
