"""The prefixes and the example queries as SHACL states them, which is where query editors look for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from shkc_kg.examples import Example, examples
from shkc_kg.graph.terms import Pairs, en, iri, quads_of, term, text, zh
from shkc_kg.names import PREFIXES, Namer

__all__ = ["executable_quads", "prefix_quads"]

_FORM: Final = re.compile(r"^\s*(SELECT|ASK|CONSTRUCT|DESCRIBE)\b", re.IGNORECASE | re.MULTILINE)
# The class of a query, and the property that holds its text; SHACL knows no executable of DESCRIBE.
_KINDS: Final = {
    "SELECT": ("sh:SPARQLSelectExecutable", "sh:select"),
    "ASK": ("sh:SPARQLAskExecutable", "sh:ask"),
    "CONSTRUCT": ("sh:SPARQLConstructExecutable", "sh:construct"),
}


def prefix_quads(dataset: NamedNode) -> Iterator[Quad]:
    """The usual prefixes, declared by the dataset."""
    for prefix, namespace in PREFIXES.items():
        node = iri(f"{dataset.value}/prefix/{prefix}")
        yield Quad(dataset, term("sh:declare"), node, dataset)
        pairs: Pairs = {
            "rdf:type": term("sh:PrefixDeclaration"),
            "sh:prefix": text(prefix),
            "sh:namespace": Literal(namespace, datatype=term("xsd:anyURI")),
        }
        yield from quads_of(node, dataset, pairs)


def executable_quads(dataset: NamedNode, namer: Namer) -> Iterator[Quad]:
    """The example queries with their defaults bound, each ready to run."""
    for each in examples():
        yield from _executable(each, dataset, iri(namer.graph(f"query/{each.name}")))


def _executable(each: Example, dataset: NamedNode, node: NamedNode) -> Iterator[Quad]:
    form = _FORM.search(each.ready)
    kind = _KINDS.get(form[1].upper()) if form else None
    if kind is None:
        return
    cls, holds = kind
    pairs: Pairs = {"rdf:type": term("sh:SPARQLExecutable"), "rdfs:label": zh(each.zh), holds: text(each.ready)}
    yield from quads_of(node, dataset, pairs)
    yield Quad(node, term("rdf:type"), term(cls), dataset)
    yield Quad(node, term("rdfs:label"), en(each.en), dataset)
    # One comment in both languages: an editor lists a query once for each comment that it has.
    yield Quad(node, term("rdfs:comment"), text(f"{each.zh} · {each.en}"), dataset)
    for tag in each.tags:
        yield Quad(node, term("schema:keywords"), text(tag), dataset)
