"""VoID partitions: which classes there are, with which properties, leading to which classes and datatypes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from shkc_kg.graph.compact import compact
from shkc_kg.graph.terms import integer, iri, quads_of, term

__all__ = ["partitions"]

# Not among the prefixes of the model: the one vocabulary in which query editors look for datatypes.
_EXTENSION: Final = "http://ldf.fi/void-ext#"

Types = Mapping[NamedNode, frozenset[NamedNode]]


def partitions(quads: Iterable[Quad], dataset: NamedNode) -> Iterator[Quad]:
    """The class partitions of a dataset and their property partitions, in its description's graph."""
    triples = {(q.subject, q.predicate, q.object) for q in quads}
    types = _types(triples)
    instances = Counter(cls for held in types.values() for cls in held)
    uses, targets = _uses(triples, types)
    for cls, count in instances.items():
        node = _part(dataset, cls)
        yield Quad(dataset, term("void:classPartition"), node, dataset)
        yield from quads_of(node, dataset, {"void:class": cls, "void:entities": integer(count)})
    for (cls, predicate), count in uses.items():
        node, above = _part(dataset, cls, predicate), _part(dataset, cls)
        yield Quad(above, term("void:propertyPartition"), node, dataset)
        yield from quads_of(node, dataset, {"void:property": predicate, "void:triples": integer(count)})
    for (cls, predicate, target, literal), count in targets.items():
        yield from _target(dataset, _part(dataset, cls, predicate), target, literal, count)


def _types(triples: Iterable[tuple[object, NamedNode, object]]) -> Types:
    types: dict[NamedNode, set[NamedNode]] = defaultdict(set)
    for s, p, o in triples:
        if p == term("rdf:type") and isinstance(s, NamedNode) and isinstance(o, NamedNode):
            types[s].add(o)
    return {node: frozenset(held) for node, held in types.items()}


def _uses(
    triples: Iterable[tuple[object, NamedNode, object]], types: Types
) -> tuple[Counter[tuple[NamedNode, NamedNode]], Counter[tuple[NamedNode, NamedNode, NamedNode, bool]]]:
    """How often instances of a class have a property, and how often it leads to a class or (``True``) a datatype."""
    uses: Counter[tuple[NamedNode, NamedNode]] = Counter()
    targets: Counter[tuple[NamedNode, NamedNode, NamedNode, bool]] = Counter()
    for s, p, o in triples:
        if p == term("rdf:type") or not isinstance(s, NamedNode):
            continue
        for cls in types.get(s, ()):
            uses[cls, p] += 1
            if isinstance(o, Literal):
                targets[cls, p, o.datatype, True] += 1
            elif isinstance(o, NamedNode):
                targets.update((cls, p, target, False) for target in types.get(o, ()))
    return uses, targets


def _target(dataset: NamedNode, above: NamedNode, target: NamedNode, literal: bool, count: int) -> Iterator[Quad]:
    node = iri(f"{above.value}/{compact(target.value)}")
    if literal:
        yield Quad(above, iri(_EXTENSION + "datatypePartition"), node, dataset)
        yield Quad(node, iri(_EXTENSION + "datatype"), target, dataset)
        yield Quad(node, term("void:triples"), integer(count), dataset)
    else:
        yield Quad(above, term("void:classPartition"), node, dataset)
        yield from quads_of(node, dataset, {"void:class": target, "void:triples": integer(count)})


def _part(dataset: NamedNode, *path: NamedNode) -> NamedNode:
    return iri("/".join((dataset.value, *(compact(step.value) for step in path))))
