"""Things and concepts: where each is typed and named (design: data model §2 and §4).

A thing's class and Chinese name are a fact of the first passage that prints the name, else of the first that mentions
or uses the thing; an alias is a fact of the first passage that prints it. What no passage supplies is background.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from pyoxigraph import NamedNode, Quad

from shkc_kg.graph.frame import Frame, alike
from shkc_kg.graph.regions import class_of
from shkc_kg.graph.terms import term, zh
from shkc_kg.model import Claim, Fact, Membership, Observation, Relation, Span, Term, Thing

__all__ = ["SCHEMES", "Uses", "things", "uses_of"]

SCHEMES: Final = {"field": "shkc:FieldScheme", "designation": "shkc:DesignationScheme", "level": "shkc:LevelScheme"}

# Roles that a region may fill, for names that the general lists know.
_MAYBE_REGION: Final = frozenset({"Region", "Thing"})


@dataclass(frozen=True, slots=True)
class Uses:
    """All things and concepts of a reading, and the passages (in the order of the text) that mention or use each.

    ``printed`` holds, by thing and form without layout noise, the first passage that prints that form.
    """

    things: Mapping[str, Thing]
    concepts: Mapping[Term, str]
    passages: Mapping[str, list[str]]
    printed: Mapping[tuple[str, str], tuple[str, Span]]


def uses_of(frame: Frame) -> Uses:
    """Who is mentioned and used where; a name that only facts use gets the class of its role."""
    reading = frame.reading
    things = {thing.name: thing for thing in reading.things}
    passages: dict[str, set[str]] = defaultdict(set)
    printed: dict[tuple[str, str], tuple[str, Span]] = {}
    concepts: dict[Term, str] = {}
    order = {key: passage.order for key, passage in frame.passages.items()}
    for mention in sorted(reading.mentions, key=lambda m: (order[m.passage], m.span)):
        passages[mention.thing].add(mention.passage)
        form = alike(frame.clean(mention.passage, mention.span))
        printed.setdefault((mention.thing, form), (mention.passage, mention.span))
    for fact in sorted(frame.facts, key=lambda f: order[f.evidence.passage]):
        for name, cls in _names(fact):
            if name not in things:
                things[name] = Thing(name, class_of(name, cls) if cls in _MAYBE_REGION else cls)
            passages[name].add(fact.evidence.passage)
        if isinstance(fact, Relation) and isinstance(fact.object, Term) and fact.object.scheme:
            concepts.setdefault(fact.object, fact.evidence.passage)
    if region := reading.chapter.source.region or reading.chapter.source.unnamed:
        things.setdefault(region, Thing(region, class_of(region, "Region")))
    return Uses(things, concepts, {name: frame.in_order(keys) for name, keys in passages.items()}, printed)


def things(frame: Frame, uses: Uses) -> Iterator[Quad]:
    """Class, Chinese name and aliases of every thing, each in the graph of its passage; then the concepts."""
    for thing in uses.things.values():
        node, home = frame.thing(thing.name), _home(frame, uses, thing)
        yield Quad(node, term("rdf:type"), term(f"shkc:{thing.cls}"), home)
        yield Quad(node, term("rdfs:label"), zh(thing.name), home)
        for alias in dict.fromkeys(thing.aliases):
            if alias and alias != thing.name:
                yield Quad(node, term("skos:altLabel"), zh(alias), _alias_home(frame, uses, thing.name, alias))
    for concept, passage in uses.concepts.items():
        yield from _concept(frame, concept, passage)


def _home(frame: Frame, uses: Uses, thing: Thing) -> NamedNode:
    if found := uses.printed.get((thing.name, alike(thing.name))):
        return frame.passage(found[0])
    return _first(frame, uses.passages.get(thing.name, []))


def _alias_home(frame: Frame, uses: Uses, name: str, alias: str) -> NamedNode:
    if found := uses.printed.get((name, alike(alias))):
        return frame.passage(found[0])
    using = [key for key in uses.passages.get(name, []) if alias in frame.passages[key].text]
    return _first(frame, using)


def _first(frame: Frame, passages: list[str]) -> NamedNode:
    return frame.passage(passages[0]) if passages else frame.graph("reference")


def _concept(frame: Frame, concept: Term, passage: str) -> Iterator[Quad]:
    node, graph = frame.term(concept), frame.passage(passage)
    yield Quad(node, term("rdf:type"), term("skos:Concept"), graph)
    yield Quad(node, term("rdfs:label"), zh(concept.name), graph)
    if concept.scheme in SCHEMES:
        yield Quad(node, term("skos:inScheme"), term(SCHEMES[concept.scheme]), frame.graph("reference"))


def _names(fact: Fact) -> Iterator[tuple[str, str]]:
    """The things that a fact names, each with the class that its role tells."""
    match fact:
        case Relation():
            yield fact.subject, "Thing"
            if isinstance(fact.object, str):
                yield fact.object, "Thing"
        case Membership():
            yield fact.member, "Person"
            yield fact.organization, "Academy"
            if fact.division:
                yield fact.division, "AcademyDivision"
        case Claim():
            yield fact.about, "Thing"
            if fact.within:
                yield fact.within, "Region"
        case Observation():
            yield fact.about, "Thing"
            yield fact.indicator, "Indicator"
