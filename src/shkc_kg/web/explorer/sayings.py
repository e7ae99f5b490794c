"""What passages say and which section they stand in, read once for each build."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from shkc_kg.web.asking import Row, ask_once
from shkc_kg.web.places import address
from shkc_kg.web.site import Site

__all__ = ["Sayings", "Section", "passage_address", "sayings_of"]


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a chapter; ``depth`` is 0 for one that stands in the chapter itself."""

    iri: str
    zh: str
    en: str
    depth: int

    def name(self, lang: str) -> str:
        """Its heading, Chinese where there is no other."""
        return (self.zh or self.en) if lang == "zh" else (self.en or self.zh)


@dataclass(frozen=True, slots=True)
class Sayings:
    """The text of each passage, its sections (nearest first), and all sections in the order of the text."""

    texts: Mapping[str, str]
    within: Mapping[str, tuple[str, ...]]
    sections: Mapping[str, Section]

    def section(self, passage: str) -> Section | None:
        """The innermost section of a passage."""
        return next((self.sections[part] for part in self.within.get(passage, ()) if part in self.sections), None)


async def sayings_of(site: Site) -> Sayings:
    """What the passages of the published graph say."""
    edition = site.edition

    async def read() -> Sayings:
        passages = await ask_once(site, edition, "passages")
        return _read(passages.rows, (await ask_once(site, edition, "sections")).rows)

    return await edition.once("sayings", read)


def _read(passages: Iterable[Row], sections: Iterable[Row]) -> Sayings:
    parents: dict[str, str] = {}
    orders: dict[str, int] = {}
    names: dict[str, dict[str, str]] = defaultdict(dict)
    for row in sections:
        iri = row["section"].text
        parents[iri], orders[iri] = row["parent"].text, int(row["order"].text)
        names[iri][row["label"].lang] = row["label"].text

    def above(part: str, seen: frozenset[str] = frozenset()) -> tuple[str, ...]:
        up = parents.get(part, "")
        return (part, *above(up, seen | {part})) if part and part not in seen else ()

    def in_order(iri: str) -> tuple[str, int]:
        return iri.rpartition("/")[0], orders[iri]

    told = {
        iri: Section(iri, names[iri].get("zh", ""), names[iri].get("en", ""), len(above(iri)) - 2)
        for iri in sorted(parents, key=in_order)
    }
    rows = list(passages)
    within = {part: above(part) for part in {row["part"].text for row in rows}}
    return Sayings(
        {row["passage"].text: row["text"].text for row in rows},
        {row["passage"].text: within[row["part"].text] for row in rows},
        told,
    )


def passage_address(passage: str, base: str, **lit: str) -> str:
    """Where the reader shows a passage, with what it is to light there (``fact="…"`` or ``thing="…"``).

    >>> passage_address("https://e.example/report/r/04/p0057", "https://e.example/", fact="ab12")
    '/report/r/04?fact=ab12#p0057'
    """
    chapter, _, name = passage.rpartition("/")
    asked = f"?{urlencode(lit)}" if lit else ""
    return f"{address(chapter, base)}{asked}#{name}"
