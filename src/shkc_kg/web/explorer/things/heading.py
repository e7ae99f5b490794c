"""The head of a page: what something is called, in which spellings and languages, and of which kinds it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from shkc_kg.graph.compact import compact
from shkc_kg.names import PREFIXES, expand
from shkc_kg.web.asking import Row
from shkc_kg.web.explorer.things.context import Context
from shkc_kg.web.explorer.things.said import Said

__all__ = ["Alias", "Heading", "read_heading"]

_LABEL, _TYPE, _ALIAS, _SPELLING = map(expand, ("rdfs:label", "rdf:type", "skos:altLabel", "skos:hiddenLabel"))
_OURS: Final = PREFIXES["shkc"]


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name, and where it stands; ``corrected`` where an editorial note supplies it, not the report."""

    text: str
    lang: str
    said: Said
    corrected: bool


@dataclass(frozen=True, slots=True)
class Heading:
    """Names and kinds. ``kinds`` are classes of the ontology, the most specific first; ``types`` are all classes."""

    zh: str
    en: str
    aliases: tuple[Alias, ...]
    spellings: tuple[str, ...]
    kinds: tuple[str, ...]
    types: frozenset[str]

    def name(self, lang: str) -> str:
        """What it is called in a language, else in the other."""
        return (self.zh or self.en) if lang == "zh" else (self.en or self.zh)


def read_heading(rows: Iterable[Row], context: Context) -> Heading:
    """The head of a page, from the rows of ``thing-facts.rq`` and the names in memory."""
    out = [row for row in rows if row["way"].text == "out"]
    zh, en = context.labels.index.names(context.iri) or context.labels.terms.get(context.iri) or ("", "")
    for row in out:
        if row["property"].text == _LABEL:
            zh = zh or (row["other"].text if row["other"].lang == "zh" else "")
            en = en or (row["other"].text if row["other"].lang == "en" else "")
    types = [row for row in out if row["property"].text == _TYPE]
    inferred = {row["other"].text for row in types if row["where"].text.endswith("/graph/inferred")}
    stated = {row["other"].text for row in types} - inferred
    kinds = sorted(kind for kind in stated if kind.startswith(_OURS)) or sorted(stated)
    broader = sorted(kind for kind in inferred if kind.startswith(_OURS) and not kind.endswith("#Thing"))
    return Heading(
        zh or en or compact(context.iri),
        en,
        tuple(_aliases(out, context, {zh, en})),
        tuple(sorted({row["other"].text for row in out if row["property"].text == _SPELLING}, key=len, reverse=True)),
        (*kinds, *broader),
        frozenset(stated | inferred),
    )


def _aliases(rows: Iterable[Row], context: Context, known: set[str]) -> Iterable[Alias]:
    seen = set(known)
    for row in rows:
        name = row["other"].text
        if row["property"].text == _ALIAS and name not in seen:
            seen.add(name)
            graph = row["where"].text
            yield Alias(name, row["other"].lang, context.ledger.said(graph), graph.endswith("/graph/notes"))
