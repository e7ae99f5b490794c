"""RDF terms made from Python values, each in the one lexical form that a store gives back unchanged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from shkc_kg.names import expand

__all__ = ["Pairs", "date", "decimal", "en", "integer", "iri", "quads_of", "term", "text", "true", "zh"]

_DATE_TYPES: Final = (
    (re.compile(r"-?\d{4,}-\d\d-\d\d"), "xsd:date"),
    (re.compile(r"-?\d{4,}-\d\d"), "xsd:gYearMonth"),
    (re.compile(r"-?\d{4,}"), "xsd:gYear"),
)

# What is said of one subject: compact property IRIs, and a value where there is one.
Pairs = Mapping[str, NamedNode | Literal | None]


@cache
def term(curie: str) -> NamedNode:
    """A term of a vocabulary by its compact IRI.

    >>> term("schema:about").value
    'https://schema.org/about'
    """
    return NamedNode(expand(curie))


@cache
def iri(value: str) -> NamedNode:
    """The node of a full IRI."""
    return NamedNode(value)


def zh(value: str) -> Literal:
    """A text in Chinese."""
    return Literal(value, language="zh")


def en(value: str) -> Literal:
    """A text in English."""
    return Literal(value, language="en")


def text(value: str) -> Literal:
    """A text without a language."""
    return Literal(value)


def integer(value: int) -> Literal:
    """An ``xsd:integer``."""
    return Literal(value)


def decimal(value: Decimal) -> Literal:
    """An ``xsd:decimal`` in XSD's canonical form, which is what Oxigraph keeps.

    >>> decimal(Decimal("506.0")).value, decimal(Decimal("4E+8")).value, decimal(Decimal("0.250")).value
    ('506', '400000000', '0.25')
    """
    plain = format(value, "f")
    trimmed = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return Literal("0" if trimmed in {"-0", ""} else trimmed, datatype=term("xsd:decimal"))


def date(edtf: str) -> Literal:
    """A day, month or year typed as such; any other EDTF (an interval, an uncertain date) as plain text.

    >>> [date(v).datatype.value.rpartition("#")[2] for v in ("2021-05-31", "2021-11", "2021", "2021-05/2021-06")]
    ['date', 'gYearMonth', 'gYear', 'string']
    """
    for form, datatype in _DATE_TYPES:
        if form.fullmatch(edtf):
            return Literal(edtf, datatype=term(datatype))
    return Literal(edtf)


def true() -> Literal:
    """The boolean ``true``."""
    return Literal(True)


def quads_of(subject: NamedNode, graph: NamedNode, pairs: Pairs) -> Iterator[Quad]:
    """One quad for each property (a compact IRI) that has a value."""
    for predicate, value in pairs.items():
        if value is not None:
            yield Quad(subject, term(predicate), value, graph)
