"""``extract``: one text becomes its graph, with nothing kept on disk."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from pyoxigraph import Quad

from shkc_kg.graph.jsonlines import jsonlines
from shkc_kg.graph.nquads import write
from shkc_kg.graph.quads import state
from shkc_kg.model import Fact, Observation, Reading, Source, Thing
from shkc_kg.names import DEFAULT_BASE, Namer
from shkc_kg.reading import read
from shkc_kg.reports import lone_source

__all__ = ["Extraction", "extract", "extract_source"]


@dataclass(frozen=True)
class Extraction:
    """What was read in one text, and its graph under ``base``."""

    reading: Reading
    base: str = DEFAULT_BASE

    @property
    def things(self) -> tuple[Thing, ...]:
        """What the text speaks of, each once."""
        return self.reading.things

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All facts in the order of the text."""
        return self.reading.facts

    @property
    def observations(self) -> tuple[Observation, ...]:
        """The stated numbers in the order of the text."""
        return tuple(fact for fact in self.reading.facts if isinstance(fact, Observation))

    @cached_property
    def quads(self) -> tuple[Quad, ...]:
        """The graph as pyoxigraph quads; one may come more than once."""
        return tuple(state(self.reading, Namer(self.base)))

    def nquads(self) -> str:
        """The graph as N-Quads, sorted: the same text always gives the same characters."""
        return write(self.quads, "nquads").decode()

    def trig(self) -> str:
        """The graph as TriG, one block a passage."""
        return write(self.quads, "trig").decode()

    def jsonl(self) -> str:
        """Things, facts and dates as JSON, one a line; nothing of RDF but the IRIs."""
        return jsonlines(self.reading, Namer(self.base))


def extract(
    text: str, year: int | None = None, region: str | None = None, *, name: str = "text", base: str = DEFAULT_BASE
) -> Extraction:
    """What the text says; offsets count the characters of ``text`` as given.

    ``year`` and ``region`` are what the text leaves unsaid; without them reading infers them, or leaves them open.
    ``name`` becomes the report's part of the passages' IRIs.
    """
    return extract_source(lone_source(text, name, year, region), base)


def extract_source(source: Source, base: str = DEFAULT_BASE) -> Extraction:
    """The same for a chapter of a report that has a manifest."""
    return Extraction(read(source), base)
