"""The ontology as documentation: its terms by kind, in one language, from its own labels and comments."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from shkc_kg.graph.compact import compact
from shkc_kg.names import PREFIXES
from shkc_kg.web.places import address

__all__ = ["Document", "Group", "Term", "Value", "read_terms"]

_OWL, _RDF, _RDFS, _SCHEMA = (PREFIXES[p] for p in ("owl", "rdf", "rdfs", "schema"))

# A kind of term, and its heading in Chinese and English.
_KINDS: Final = (
    (_OWL + "Class", "类", "Classes"),
    (_OWL + "ObjectProperty", "对象属性", "Object properties"),
    (_OWL + "DatatypeProperty", "数据属性", "Datatype properties"),
    (_OWL + "AnnotationProperty", "注释属性", "Annotation properties"),
    (_OWL + "NamedIndividual", "个体", "Individuals"),
)

# What is told of a term, in this order, with its name in Chinese and English.
_TOLD: Final = (
    (_RDFS + "subClassOf", "上位类", "Subclass of"),
    (_RDFS + "subPropertyOf", "上位属性", "Subproperty of"),
    (_RDFS + "domain", "定义域", "Domain"),
    (_SCHEMA + "domainIncludes", "可用于", "Used on"),
    (_RDFS + "range", "值域", "Range"),
    (_SCHEMA + "rangeIncludes", "取值可为", "Values may be"),
    (_OWL + "inverseOf", "逆属性", "Inverse of"),
    (_OWL + "equivalentClass", "等价类", "Same class as"),
    (_OWL + "equivalentProperty", "等价属性", "Same property as"),
    (_OWL + "disjointWith", "互斥于", "Disjoint with"),
)


@dataclass(frozen=True, slots=True)
class Value:
    """A term that another one leads to: what it is called, and where a page links to for it."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Term:
    """A term with its names, its comment, and what is told of it."""

    iri: str
    name: str
    label: str
    other: str
    comment: str
    told: tuple[tuple[str, tuple[Value, ...]], ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The terms of one kind."""

    heading: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """The ontology: its title, description, version, and terms."""

    iri: str
    title: str
    description: str
    version: str
    groups: tuple[Group, ...]


class _Facts:
    """The ontology's triples by subject and property."""

    def __init__(self, quads: bytes, lang: str, base: str) -> None:
        self._lang, self._base = lang, base
        self._values: dict[tuple[str, str], list[ox.NamedNode | ox.Literal]] = defaultdict(list)
        self.kinds: dict[str, list[str]] = defaultdict(list)
        for quad in ox.parse(quads, format=ox.RdfFormat.N_QUADS):
            if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode | ox.Literal):
                self._values[quad.subject.value, quad.predicate.value].append(quad.object)
                if quad.predicate.value == _RDF + "type":
                    self.kinds[quad.object.value].append(quad.subject.value)

    def text(self, iri: str, *properties: str, lang: str | None = None) -> str:
        """The first literal of some properties in the language asked for; in no other."""
        wanted = (lang or self._lang, None)
        found = (v for p in properties for v in self._values[iri, p] if isinstance(v, ox.Literal))
        return next((v.value for v in found if v.language in wanted), "")

    def nodes(self, iri: str, prop: str) -> tuple[Value, ...]:
        """The terms that a property leads to."""
        iris = sorted(v.value for v in self._values[iri, prop] if isinstance(v, ox.NamedNode))
        return tuple(Value(self.text(i, _RDFS + "label") or compact(i), address(i, self._base)) for i in iris)


def read_terms(quads: bytes, ontology: str, lang: str, base: str) -> Document:
    """The documentation of an ontology's own terms in a language (``zh`` or ``en``)."""
    facts = _Facts(quads, lang, base)
    zh = lang == "zh"
    groups = []
    for kind, chinese, english in _KINDS:
        own = sorted({iri for iri in facts.kinds[kind] if iri.startswith(ontology)})
        if own:
            groups.append(Group(chinese if zh else english, tuple(_term(facts, iri, zh) for iri in own)))
    dc = PREFIXES["dcterms"]
    return Document(
        ontology,
        facts.text(ontology, dc + "title", _RDFS + "label"),
        facts.text(ontology, dc + "description", _RDFS + "comment"),
        facts.text(ontology, _OWL + "versionInfo"),
        tuple(groups),
    )


def _term(facts: _Facts, iri: str, zh: bool) -> Term:
    told = tuple((chinese if zh else english, facts.nodes(iri, prop)) for prop, chinese, english in _TOLD)
    return Term(
        iri,
        iri.rpartition("#")[2],
        facts.text(iri, _RDFS + "label"),
        facts.text(iri, _RDFS + "label", lang="en" if zh else "zh"),
        facts.text(iri, _RDFS + "comment"),
        tuple((name, values) for name, values in told if values),
    )
