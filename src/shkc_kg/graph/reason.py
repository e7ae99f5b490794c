"""What follows from the graph by the ontology: the triples of ``g:inferred``.

The rule set, named as in RDF Semantics and OWL 2 Profiles §4.3:

====================  =====================================================================
rdfs2, rdfs3          a property's domain types its subjects, its range its objects
rdfs7, prp-eqp1/2     a triple holds for the property's superproperties and equivalents too
rdfs9, cax-eqc1/2     an instance is one of the class's superclasses and equivalents too
prp-inv1/2            a triple gives the inverse property's triple
prp-symp, prp-trp     symmetric and transitive properties
rdfs5, rdfs11,        the hierarchies of properties and of classes are closed; equivalents
scm-eqc1, scm-eqp1    stand below each other
====================  =====================================================================

Left out, because it says nothing: types ``owl:Thing``, ``rdfs:Resource`` and ``rdfs:Literal``, and whatever is below
itself. Left out on purpose: ``owl:sameAs`` from functional properties. Two values of a functional property are a
mistake of the graph, which the checks report; they are no reason to merge two things.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from shkc_kg.names import DEFAULT_BASE, expand

__all__ = ["Node", "Schema", "infer", "schema_of"]

Node = NamedNode | BlankNode | Literal | Triple
Fact = tuple[Node, Node, Node]
Links = Mapping[Node, tuple[Node, ...]]


def _term(curie: str) -> NamedNode:
    return NamedNode(expand(curie))


_TYPE: Final = _term("rdf:type")
_SUBCLASS: Final = _term("rdfs:subClassOf")
_SUBPROPERTY: Final = _term("rdfs:subPropertyOf")
_DOMAIN: Final = _term("rdfs:domain")
_RANGE: Final = _term("rdfs:range")
_SAME_CLASS: Final = _term("owl:equivalentClass")
_SAME_PROPERTY: Final = _term("owl:equivalentProperty")
_INVERSE: Final = _term("owl:inverseOf")
_SYMMETRIC: Final = _term("owl:SymmetricProperty")
_TRANSITIVE: Final = _term("owl:TransitiveProperty")
_TRIVIAL: Final = frozenset(_term(c) for c in ("owl:Thing", "rdfs:Resource", "rdfs:Literal"))
_INFERRED: Final = NamedNode(DEFAULT_BASE + "graph/inferred")


@dataclass(frozen=True, slots=True)
class Schema:
    """An ontology as the rules read it: what each class and property leads to, hierarchies closed."""

    classes: Links
    properties: Links
    domains: Links
    ranges: Links
    inverses: Links
    transitive: frozenset[Node]


def schema_of(ontology: Iterable[Triple | Quad]) -> Schema:
    """The schema that an ontology's triples state."""
    found: dict[Node, list[tuple[Node, Node]]] = defaultdict(list)
    for triple in ontology:
        found[triple.predicate].append((triple.subject, triple.object))
    kinds = [(o, s) for s, o in found[_TYPE]]
    symmetric = [(p, p) for kind, p in kinds if kind == _SYMMETRIC]
    return Schema(
        classes=_closed(found[_SUBCLASS] + _both_ways(found[_SAME_CLASS])),
        properties=_closed(found[_SUBPROPERTY] + _both_ways(found[_SAME_PROPERTY])),
        domains=_grouped(found[_DOMAIN]),
        ranges=_grouped(found[_RANGE]),
        inverses=_grouped(_both_ways(found[_INVERSE]) + symmetric),
        transitive=frozenset(p for kind, p in kinds if kind == _TRANSITIVE),
    )


def infer(quads: Iterable[Quad], ontology: Iterable[Triple | Quad], graph: NamedNode = _INFERRED) -> Iterator[Quad]:
    """What follows from quads and ontology together and is stated in neither, sorted, in one graph.

    The ontology's triples count as stated, whether or not the quads hold them too.
    """
    told = list(ontology)
    schema = schema_of(told)
    stated: set[Fact] = {(q.subject, q.predicate, q.object) for q in told}
    stated.update((q.subject, q.predicate, q.object) for q in quads)
    derived = _closure(stated, schema) | set(_hierarchy(schema))
    for s, p, o in sorted(filter(_says_something, derived - stated), key=_spelt):
        if isinstance(s, NamedNode | BlankNode) and isinstance(p, NamedNode):
            yield Quad(s, p, o, graph)


def _closure(stated: set[Fact], schema: Schema) -> set[Fact]:
    """The stated facts and all that follows: each fact is taken up once, and only with facts known by then."""
    known = set(stated)
    agenda = list(stated)
    forward: dict[tuple[Node, Node], set[Node]] = defaultdict(set)
    backward: dict[tuple[Node, Node], set[Node]] = defaultdict(set)
    while agenda:
        s, p, o = agenda.pop()
        if p in schema.transitive:
            forward[p, s].add(o)
            backward[p, o].add(s)
            fresh = [(s, p, end) for end in forward[p, o]] + [(start, p, o) for start in backward[p, s]]
        else:
            fresh = []
        fresh.extend(_consequences(s, p, o, schema))
        for fact in fresh:
            if fact not in known:
                known.add(fact)
                agenda.append(fact)
    return known


def _consequences(s: Node, p: Node, o: Node, schema: Schema) -> Iterator[Fact]:
    """What one fact entails by itself."""
    if p == _TYPE:
        yield from ((s, _TYPE, above) for above in schema.classes.get(o, ()))
    yield from ((s, above, o) for above in schema.properties.get(p, ()))
    yield from ((s, _TYPE, cls) for cls in schema.domains.get(p, ()))
    if not isinstance(o, Literal):  # a literal is no subject in RDF
        yield from ((o, _TYPE, cls) for cls in schema.ranges.get(p, ()))
        yield from ((o, inverse, s) for inverse in schema.inverses.get(p, ()))


def _hierarchy(schema: Schema) -> Iterator[Fact]:
    for relation, links in ((_SUBCLASS, schema.classes), (_SUBPROPERTY, schema.properties)):
        yield from ((below, relation, above) for below, all_above in links.items() for above in all_above)


def _says_something(fact: Fact) -> bool:
    s, p, o = fact
    if p in (_SUBCLASS, _SUBPROPERTY):
        return s != o and o not in _TRIVIAL
    return not (p == _TYPE and o in _TRIVIAL)


def _spelt(fact: Fact) -> tuple[str, str, str]:
    return str(fact[0]), str(fact[1]), str(fact[2])


def _both_ways(pairs: list[tuple[Node, Node]]) -> list[tuple[Node, Node]]:
    return pairs + [(b, a) for a, b in pairs]


def _grouped(pairs: Iterable[tuple[Node, Node]]) -> Links:
    groups: dict[Node, dict[Node, None]] = defaultdict(dict)
    for key, value in pairs:
        groups[key][value] = None
    return {key: tuple(values) for key, values in groups.items()}


def _closed(pairs: Iterable[tuple[Node, Node]]) -> Links:
    """The transitive closure of a hierarchy; a member of a cycle stands above itself no more than it must."""
    direct = _grouped(pairs)
    return {start: tuple(n for n in _reached(start, direct) if n != start) for start in direct}


def _reached(start: Node, direct: Links) -> list[Node]:
    found: dict[Node, None] = {}
    agenda = list(direct.get(start, ()))
    while agenda:
        node = agenda.pop()
        if node not in found:
            found[node] = None
            agenda.extend(direct.get(node, ()))
    return list(found)
