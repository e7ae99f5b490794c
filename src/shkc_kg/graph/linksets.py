"""VoID link sets: to which other datasets the things are linked, by which property, and how often."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from pyoxigraph import NamedNode, Quad

from shkc_kg.graph.links import match_sets
from shkc_kg.graph.terms import Pairs, en, integer, iri, quads_of, term, zh
from shkc_kg.names import Namer

__all__ = ["linkset_quads"]

_PREDICATES: Final = ("skos:exactMatch", "skos:closeMatch", "foaf:isPrimaryTopicOf")


def linkset_quads(quads: Iterable[Quad], namer: Namer) -> Iterator[Quad]:
    """A ``void:Linkset`` for each other dataset and property of ``g:links``, with its counts, in ``g:dataset``."""
    node = iri(namer.graph("dataset"))
    for (name, predicate), links in sorted(_grouped(quads, iri(namer.graph("links"))).items()):
        source = _sources()[name]
        linkset = iri(f"{node.value}/linkset/{name}-{predicate.partition(':')[2]}")
        pairs: Pairs = {
            "rdf:type": term("void:Linkset"),
            "rdfs:label": zh(f"链接集 {name} {predicate}"),
            "void:linkPredicate": term(predicate),
            "void:subjectsTarget": node,
            "void:objectsTarget": iri(source),
            "void:triples": integer(len(links)),
            "void:distinctSubjects": integer(len({s for s, _ in links})),
            "void:distinctObjects": integer(len({o for _, o in links})),
        }
        yield Quad(node, term("void:subset"), linkset, node)
        yield from quads_of(linkset, node, pairs)
        yield Quad(linkset, term("rdfs:label"), en(f"Links to {name} by {predicate}"), node)
        yield from quads_of(iri(source), node, {"rdf:type": term("void:Dataset"), "rdfs:label": zh(name)})
        yield Quad(iri(source), term("rdfs:label"), en(name), node)


def _grouped(quads: Iterable[Quad], graph: NamedNode) -> Mapping[tuple[str, str], set[tuple[str, str]]]:
    """The links by the name of their link set and their property."""
    predicates = {term(name): name for name in _PREDICATES}
    found: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for quad in quads:
        name = predicates.get(quad.predicate)
        if quad.graph_name == graph and name and isinstance(quad.object, NamedNode):
            found[_set_of()[quad.object.value], name].add((str(quad.subject), quad.object.value))
    return found


def _set_of() -> Mapping[str, str]:
    return {match.object: match_set.name for match_set in match_sets() for match in match_set.matches if match.found}


def _sources() -> Mapping[str, str]:
    """The IRI of the dataset that each link set leads to."""
    return {s.name: next(match.source for match in s.matches if match.source) for s in match_sets()}
