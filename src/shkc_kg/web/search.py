"""Finds things by any part of a name: Chinese, English, pinyin or its initials."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from shkc_kg.graph.compact import compact
from shkc_kg.names import PREFIXES
from shkc_kg.web.asking import Row

__all__ = ["Found", "Index", "read_index"]

# Where a name is equal, a label goes before an alias, an alias before pinyin.
_KINDS: Final = {PREFIXES["rdfs"] + "label": 0, PREFIXES["skos"] + "altLabel": 1, PREFIXES["skos"] + "hiddenLabel": 2}


@dataclass(frozen=True, slots=True)
class Found:
    """A thing that a search found, and the name by which it did."""

    iri: str
    zh: str
    en: str
    cls: str
    name: str


@dataclass(slots=True)
class _Thing:
    zh: str = ""
    en: str = ""
    cls: str = ""
    names: set[tuple[str, int, str]] = field(default_factory=set)


class Index:
    """All names of all things."""

    def __init__(self, things: dict[str, _Thing]) -> None:
        self._things = things
        self._names = sorted((folded, kind, name, iri) for iri, t in things.items() for folded, kind, name in t.names)

    def __len__(self) -> int:
        return len(self._names)

    @property
    def things(self) -> int:
        """How many things have a name."""
        return len(self._things)

    def find(self, text: str, limit: int = 20, cls: str | None = None) -> list[Found]:
        """The things whose name holds the text: equal names first, then names that begin with it; short ones first."""
        wanted = _folded(text)
        best: dict[str, tuple[tuple[int, int, int, str], str]] = {}
        if not wanted:
            return []
        for folded, kind, name, iri in self._names:
            at = folded.find(wanted)
            if at < 0 or (cls and self._things[iri].cls != cls):
                continue
            rank = (0 if folded == wanted else 1 if at == 0 else 2, kind, len(folded), iri)
            if iri not in best or rank < best[iri][0]:
                best[iri] = (rank, name)
        return [self._found(iri, name) for iri, (_, name) in sorted(best.items(), key=lambda item: item[1])[:limit]]

    def names(self, iri: str) -> tuple[str, str] | None:
        """The Chinese and the English label of a thing, ``None`` where it is not known."""
        thing = self._things.get(iri)
        return (thing.zh, thing.en) if thing else None

    def kind(self, iri: str) -> str:
        """The compact IRI of a thing's class, empty where it is not known."""
        thing = self._things.get(iri)
        return thing.cls if thing else ""

    def _found(self, iri: str, name: str) -> Found:
        thing = self._things[iri]
        return Found(iri, thing.zh, thing.en, thing.cls, name)


def _folded(name: str) -> str:
    """A name as it is compared: without case and blanks."""
    return "".join(name.casefold().split())


def read_index(rows: Iterable[Row]) -> Index:
    """The index of the names that ``queries/names.rq`` finds."""
    things: dict[str, _Thing] = defaultdict(_Thing)
    for row in rows:
        thing, name = things[row["thing"].text], row["name"].text
        kind = _KINDS[row["kind"].text]
        lang = row["lang"].text if "lang" in row else ""
        thing.names.add((_folded(name), kind, name))
        if not kind and lang == "zh":
            thing.zh = name
        elif not kind and lang == "en":
            thing.en = name
        if "class" in row:
            thing.cls = max(thing.cls, compact(row["class"].text))
    return Index(dict(things))
