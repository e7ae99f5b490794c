"""``g:reference``: what a report takes for granted (English names, pinyin, where regions lie, their codes)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from shkc_kg.graph.facts import Stated
from shkc_kg.graph.frame import Frame
from shkc_kg.graph.regions import chains
from shkc_kg.graph.terms import en, term, text, zh
from shkc_kg.graph.things import Uses
from shkc_kg.graph.wording import in_english
from shkc_kg.labels import english, initials, pinyin
from shkc_kg.model import Thing

__all__ = ["reference"]

# Individuals of vocabularies that are published without Chinese names.
_INDIVIDUALS: Final = {"schema:Female": ("女", "female"), "schema:Male": ("男", "male")}

# Nobody types the pinyin of a measured quantity or of a sentence-long milestone.
_NOT_TYPED: Final = frozenset({"Indicator", "Milestone"})


def reference(frame: Frame, uses: Uses, stated: Iterable[Stated]) -> Iterator[Quad]:
    """The background of everything that a reading names, in one graph."""
    graph = frame.graph("reference")
    for thing in uses.things.values():
        yield Quad(frame.thing(thing.name), term("rdfs:label"), en(english(thing.name, thing.cls)), graph)
        if thing.cls not in _NOT_TYPED:
            yield from _typed(frame, thing.name, graph)
    for concept in uses.concepts:
        yield Quad(frame.term(concept), term("rdfs:label"), en(english(concept.name)), graph)
    for fact in stated:
        if fact.node is not None:
            yield Quad(fact.node, term("rdfs:label"), en(in_english(fact.fact)), graph)
    yield from _individuals(stated, graph)
    yield from _regions(frame, uses, graph)


def _typed(frame: Frame, name: str, graph: NamedNode) -> Iterator[Quad]:
    """How the name is typed on a keyboard without Chinese: 复旦大学 as fudandaxue and fddx."""
    for form in dict.fromkeys((pinyin(name), initials(name))):
        if form and form != name:
            yield Quad(frame.thing(name), term("skos:hiddenLabel"), text(form), graph)


def _individuals(stated: Iterable[Stated], graph: NamedNode) -> Iterator[Quad]:
    used = {quad.object for fact in stated for quad in fact.quads if isinstance(quad.object, NamedNode)}
    for curie, (chinese, name) in _INDIVIDUALS.items():
        if term(curie) in used:
            yield Quad(term(curie), term("rdfs:label"), zh(chinese), graph)
            yield Quad(term(curie), term("rdfs:label"), en(name), graph)


def _regions(frame: Frame, uses: Uses, graph: NamedNode) -> Iterator[Quad]:
    found = chains((thing.name, thing.cls) for thing in uses.things.values())
    named = {region.name: name for name, region in reversed(found.items())}
    for name, region in found.items():
        node = frame.thing(name)
        if name not in uses.things:
            yield from _unmentioned(node, Thing(name, region.cls), region.english, graph)
            yield from _typed(frame, name, graph)
        if region.code:
            yield Quad(node, term("dcterms:identifier"), Literal(region.code), graph)
        if region.parent in named:
            yield Quad(node, term("schema:containedInPlace"), frame.thing(named[region.parent]), graph)


def _unmentioned(node: NamedNode, region: Thing, name: str, graph: NamedNode) -> Iterator[Quad]:
    """A region that no passage names, but that one of them lies in."""
    yield Quad(node, term("rdf:type"), term(f"shkc:{region.cls}"), graph)
    yield Quad(node, term("rdfs:label"), zh(region.name), graph)
    yield Quad(node, term("rdfs:label"), en(name or english(region.name, region.cls)), graph)
