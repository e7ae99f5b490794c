"""What pages call things: the names of things, classes and properties in both languages, read once for each build."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from shkc_kg.graph.compact import compact
from shkc_kg.names import PREFIXES
from shkc_kg.resources import data_dir
from shkc_kg.tables import read_table
from shkc_kg.web.asking import Row, ask_once
from shkc_kg.web.search import Index, read_index
from shkc_kg.web.site import Edition, Site

__all__ = ["Labels", "labels_of", "local", "names_of"]

_TOP: Final = PREFIXES["shkc"] + "Thing"
_ROOTS: Final = frozenset({_TOP, PREFIXES["shkc"] + "Place"})


@dataclass(frozen=True, slots=True)
class Labels:
    """The names of one graph's things and terms.

    ``terms`` holds Chinese and English by IRI for classes, properties and concepts, ``groups`` the broadest kind of
    each class (``Institution`` for ``University``) by local names.
    """

    index: Index
    terms: Mapping[str, tuple[str, str]]
    groups: Mapping[str, str]

    def name(self, iri: str, lang: str = "zh") -> str:
        """What a thing or term is called; its compact IRI where it has no name."""
        pair = self.index.names(iri) or self.terms.get(iri)
        if pair is None:
            return compact(iri)
        zh, en = pair
        return (zh or en) if lang == "zh" else (en or zh)

    def kind(self, iri: str) -> str:
        """The local name of a thing's most specific class, empty where it is no thing of ours."""
        return self.index.kind(iri).rpartition(":")[2]

    def group(self, iri: str) -> str:
        """The broadest kind of a thing (``Institution``), empty where it is no thing of ours."""
        kind = self.kind(iri)
        return self.groups.get(kind, kind)

    def kind_name(self, kind: str, lang: str = "zh") -> str:
        """What a class is called, by its local name."""
        return self.name(PREFIXES["shkc"] + kind, lang) if kind else ""


async def names_of(site: Site, edition: Edition) -> Index:
    """The names of a graph's things for the search, read once: before it is published, so that no reader waits."""

    async def read() -> Index:
        found = await ask_once(site, edition, "names", space=f"{edition.dataset.base}id/")
        return await asyncio.to_thread(read_index, found.rows)

    return await edition.once("search", read)


async def labels_of(site: Site, edition: Edition) -> Labels:
    """The names of a graph, read once."""

    async def read() -> Labels:
        index = await names_of(site, edition)
        terms = (await ask_once(site, edition, "terms")).rows
        return Labels(index, _terms(terms), _groups(terms))

    return await edition.once("labels", read)


def _terms(rows: Iterable[Row]) -> dict[str, tuple[str, str]]:
    """Names by IRI: those of the graph, and our own of other people's properties, which the graph does not rename."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for row in rows:
        found[row["term"].text].setdefault(row["label"].lang, row["label"].text)
    named = {iri: (held.get("zh", ""), held.get("en", "")) for iri, held in found.items()}
    for told in read_table(data_dir() / "relations.tsv"):
        prefix, _, local = told["relation"].partition(":")
        named.setdefault(PREFIXES[prefix] + local, (told["label_zh"], told["label_en"]))
    return named


def _groups(rows: Iterable[Row]) -> dict[str, str]:
    """The broadest kind of each class below :Thing."""
    above: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if "broader" in row:
            above[row["term"].text].add(row["broader"].text)

    def broadest(cls: str, seen: frozenset[str] = frozenset()) -> str:
        ours = sorted(b for b in above[cls] if b in above and b not in seen and b not in _ROOTS)
        return broadest(ours[0], seen | {cls}) if ours else cls

    return {local(cls): local(broadest(cls)) for cls in list(above) if cls not in _ROOTS}


def local(iri: str) -> str:
    """What stands behind the last ``#`` or ``/``.

    >>> local("https://w3id.org/shkc/ontology#University")
    'University'
    """
    return iri.rpartition("#")[2].rpartition("/")[2]
