"""Whose identifiers are proposed: how they become IRIs, and what our classes are called there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final
from urllib.parse import quote, urlsplit

from shkc_kg.resources import data_dir
from shkc_kg.tables import read_table

__all__ = ["Space", "space_of"]

_NOT_IN_IRI: Final = re.compile(r'[\x00-\x20<>"{}|\\^`\x7f-\xa0\u200b-\u200f\u2028-\u202f\u2060-\u206f]')
_NOT_IN_PREFIX: Final = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Space:
    """A set of identifiers: what its IRIs begin with, its short name, and its properties for places."""

    iri: str
    prefix: str
    source: str
    country: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    closed: bool = False

    def expand(self, id: str) -> str | None:  # noqa: A002 - the specification's word
        """The IRI of an identifier, what an IRI can't hold percent-encoded; ``None`` where there is no identifier.

        >>> ror = Space("https://ror.org/", "ror", "")
        >>> ror.expand("013q1eq08"), ror.expand("a b")
        ('https://ror.org/013q1eq08', 'https://ror.org/a%20b')
        """
        whole = id if id.startswith(("http://", "https://")) else self.iri + id
        return _NOT_IN_IRI.sub(lambda found: quote(found[0], safe=""), whole) if id else None

    def types(self, kinds: Iterable[str]) -> tuple[str, ...]:
        """What a thing of these classes (the most specific first) is there; nothing where the table does not say."""
        listed = _types().get(self.prefix, {})
        for kind in kinds:
            if kind in listed:
                return tuple(f"shkc:{next(iter(kinds))}" if one == "=" else one for one in listed[kind])
        return ()


@cache
def space_of(iri: str) -> Space:
    """The space whose IRIs begin so, as ``data/links/spaces.tsv`` describes it, else with no more than a name."""
    known = {row["space"]: row for row in read_table(data_dir() / "links" / "spaces.tsv", unique="space")}
    row = known.get(iri)
    if row is None:
        host = urlsplit(iri).hostname or "target"
        return Space(iri, _NOT_IN_PREFIX.sub("-", host.lower()).strip("-") or "target", iri)
    country, within = tuple(row["country"].split()), tuple(row["within"].split())
    return Space(iri, row["prefix"], row["source"], country, within, row["closed"] == "yes")


@cache
def _types() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for row in read_table(data_dir() / "links" / "types.tsv", ("prefix", "class", "types")):
        found.setdefault(row["prefix"], {})[row["class"]] = tuple(row["types"].split())
    return found
