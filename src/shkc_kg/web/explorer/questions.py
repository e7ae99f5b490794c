"""The example queries as the query page offers them: by topic, each with the fields of its parameters."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from shkc_kg.names import PREFIXES
from shkc_kg.resources import data_dir
from shkc_kg.tables import read_table
from shkc_kg.web.examples import Example

__all__ = ["Topic", "readable", "topics", "word"]

_ABOUT: Final = re.compile(r"^#\+.*\n", re.MULTILINE)
_DECLARED: Final = re.compile(r"^[ \t]*PREFIX\s+([\w.-]*):\s*<([^>]*)>[ \t]*\n?", re.MULTILINE | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Topic:
    """A tag with its examples."""

    tag: str
    examples: tuple[Example, ...]


def topics(examples: Iterable[Example]) -> tuple[Topic, ...]:
    """The examples by their first tag, the largest topics first."""
    found: dict[str, list[Example]] = defaultdict(list)
    for each in examples:
        found[each.tags[0] if each.tags else ""].append(each)
    ordered = sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(Topic(tag, tuple(held)) for tag, held in ordered)


def word(kind: str, name: str, lang: str) -> str:
    """What a tag or a parameter is called; its own name where nobody named it."""
    zh, en = _words().get((kind, name), (name, name))
    return zh if lang == "zh" else en


@cache
def _words() -> Mapping[tuple[str, str], tuple[str, str]]:
    rows = read_table(data_dir() / "query_words.tsv")
    return {(row["kind"], row["word"]): (row["zh"], row["en"]) for row in rows}


def readable(query: str, title: str = "") -> str:
    """A query as a person reads it: its remarks for programs become one title, prefixes that nothing uses go.

    >>> readable("#+ summary: x\\nPREFIX id: <https://w3id.org/shkc/id/>\\nASK { ?a a ?b }", "Anything?")
    '# Anything?\\nASK { ?a a ?b }\\n'
    """
    text = _ABOUT.sub("", query)
    body = _DECLARED.sub("", text)

    def used(declared: re.Match[str]) -> str:
        prefix, space = declared.groups()
        ours = PREFIXES.get(prefix) == space
        return "" if ours and not re.search(rf"(?<![\w.-]){re.escape(prefix)}:", body) else declared[0]

    told = f"# {' '.join(title.split())}\n" if title else ""
    return told + re.sub(r"\n{3,}", "\n\n", _DECLARED.sub(used, text)).strip() + "\n"
