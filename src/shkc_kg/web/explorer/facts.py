"""The ledger in memory: which characters each fact rests on, by fact, by passage and by thing."""

from __future__ import annotations

import asyncio
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from shkc_kg.graph.ledger import Entry, read_ledger
from shkc_kg.web.site import Site

__all__ = ["Fact", "Facts", "facts_of"]


@dataclass(frozen=True, slots=True)
class Fact:
    """A stated fact: a short name that lasts as long as it is stated by that passage, and its row of the ledger."""

    id: str
    entry: Entry

    @property
    def other(self) -> str:
        """The IRI that its triple leads to, empty where it leads to a literal."""
        value = self.entry.object
        return value[1:-1] if value.startswith("<") else ""


@dataclass(frozen=True, slots=True)
class Facts:
    """All facts in the order of the text; ``by_thing`` finds them by subject or object."""

    by_id: Mapping[str, Fact]
    by_passage: Mapping[str, tuple[Fact, ...]]
    by_thing: Mapping[str, tuple[Fact, ...]]


async def facts_of(site: Site) -> Facts:
    """The facts of the graph that is published now, read once; none where it came without a ledger."""
    edition = site.edition

    async def read() -> Facts:
        return await asyncio.to_thread(_read, edition.dataset.generation.ledger)

    return await edition.once("facts", read)


def fact_id(entry: Entry) -> str:
    """The short name of a fact, made of what it says and where."""
    said = "\t".join((entry.passage, entry.subject, entry.predicate, entry.object, "planned" * entry.planned))
    return hashlib.blake2b(said.encode(), digest_size=6).hexdigest()


def _read(path: Path) -> Facts:
    return index(read_ledger(path)) if path.is_file() else index(())


def index(entries: Iterable[Entry]) -> Facts:
    """The facts of some rows of a ledger."""
    by_id: dict[str, Fact] = {}
    by_passage: dict[str, list[Fact]] = defaultdict(list)
    by_thing: dict[str, list[Fact]] = defaultdict(list)
    for entry in entries:
        fact = Fact(fact_id(entry), entry)
        by_id[fact.id] = fact
        by_passage[entry.passage].append(fact)
        for end in dict.fromkeys((entry.subject, fact.other)):
            by_thing[end].append(fact)
    frozen = ({key: tuple(held) for key, held in some.items()} for some in (by_passage, by_thing))
    return Facts(by_id, *frozen)
