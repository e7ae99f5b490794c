"""One reading as the graph sees it: the nodes of its chapter and passages, and its characters by span."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from pyoxigraph import NamedNode

from shkc_kg.graph.terms import iri, term
from shkc_kg.model import Fact, Observation, Passage, Reading, Span, Term
from shkc_kg.names import Namer

__all__ = ["Frame", "alike"]

_NOISE = re.compile(r"[\s《》〈〉“”‘’\"']")


def alike(name: str) -> str:
    """The name without what layout and quoting add, to tell whether a name was printed.

    >>> alike("《科技 2021》") == alike("科技2021")
    True
    """
    return _NOISE.sub("", name)


@dataclass(frozen=True)
class Frame:
    """A reading and the namer of its nodes."""

    reading: Reading
    namer: Namer

    @cached_property
    def report(self) -> NamedNode:
        return iri(self.namer.report(self.reading.chapter.source.report))

    @cached_property
    def chapter(self) -> NamedNode:
        source = self.reading.chapter.source
        return iri(self.namer.chapter(source.report, source.chapter))

    @cached_property
    def passages(self) -> Mapping[str, Passage]:
        return {passage.id: passage for passage in self.reading.chapter.passages}

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """The facts, each once; an indicator that is called like a thing is called the number of these things.

        Otherwise the two would have one IRI: 两院院士185人 counts 两院院士, and is not measured by them.
        """
        things = {thing.name for thing in self.reading.things if thing.cls != "Indicator"}
        return tuple(dict.fromkeys(_counted(fact, things) for fact in self.reading.facts))

    def section(self, number: str) -> NamedNode:
        source = self.reading.chapter.source
        return iri(self.namer.section(source.report, source.chapter, number))

    def passage(self, key: str) -> NamedNode:
        """The passage's node, which is also the graph of what it states."""
        return iri(f"{self.chapter.value}/{key}")

    def part(self, passage: str, letter: str, count: int) -> NamedNode:
        """A node that a passage has of its own: an observation ``o2``, a claim ``c1`` ..."""
        return iri(f"{self.chapter.value}/{passage}/{letter}{count}")

    def characters(self, span: Span, kind: str = "char") -> NamedNode:
        """The node of a range of characters, named by its offsets so that it outlives a change of the rules."""
        return iri(f"{self.chapter.value}/{kind}={span.begin},{span.end}")

    def thing(self, name: str) -> NamedNode:
        """A thing's node; the place that a text leaves unnamed is its report's own: 全市（宁波-2023）."""
        source = self.reading.chapter.source
        return iri(self.namer.thing(f"{name}（{source.report}）" if name == source.unnamed else name))

    def graph(self, name: str) -> NamedNode:
        return iri(self.namer.graph(name))

    def term(self, value: Term) -> NamedNode:
        """A concept of ours, or a fixed individual of a vocabulary."""
        return iri(self.namer.concept(value.scheme, value.name)) if value.scheme else term(value.name)

    def printed(self, span: Span) -> str:
        """The characters of the original."""
        return self.reading.chapter.source.original[span.begin : span.end]

    def clean(self, passage: str, span: Span) -> str:
        """The clean text that stands for the characters of the original in that passage."""
        held = self.passages[passage]
        return held.text[bisect_left(held.offsets, span.begin) : bisect_left(held.offsets, span.end)]

    def in_order(self, passages: Iterable[str]) -> list[str]:
        """Passage keys in the order of the text, each once."""
        return sorted(set(passages), key=lambda key: self.passages[key].order)


def _counted(fact: Fact, things: Container[str]) -> Fact:
    if isinstance(fact, Observation) and fact.indicator in things:
        return replace(fact, indicator=f"{fact.indicator}数量")
    return fact
