"""Facts in words: what a fact says by the names of its things, where it stands, what it leaves unsaid, who read it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from shkc_kg.model import Span
from shkc_kg.names import PREFIXES, expand
from shkc_kg.web.asking import Term
from shkc_kg.web.explorer.document import Document, Passage
from shkc_kg.web.explorer.facts import Fact
from shkc_kg.web.explorer.library import worded
from shkc_kg.web.labels import Labels, local

__all__ = ["Detail", "Statement", "Value", "statement"]

# What is shown of a node that is a fact, in this order.
_DETAILS: Final = (
    "schema:observationAbout",
    "schema:variableMeasured",
    "shkc:printedAs",
    "schema:value",
    "schema:unitText",
    "schema:measurementQualifier",
    "schema:minValue",
    "schema:maxValue",
    "shkc:statKind",
    "schema:observationDate",
    "shkc:partOfObservation",
    "schema:about",
    "shkc:claimKind",
    "shkc:claimScope",
    "org:member",
    "org:organization",
    "shkc:division",
    "shkc:electedIn",
    "shkc:modality",
)
# What an exact number need not say twice.
_REPEATING: Final = ("shkc:printedAs", "schema:minValue", "schema:maxValue")


@dataclass(frozen=True, slots=True)
class Value:
    """A term in words; ``iri`` where it can be visited, ``lang`` where it is a text."""

    text: str
    iri: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Detail:
    """A property of a fact that has a node of its own, with its values."""

    name: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact as a page shows it: ``title`` for a fact with a node of its own, else subject, property and object.

    ``characters`` are the printed ones with their places, ``scope`` the passages that supply what is left unsaid,
    ``reasons`` why none does; ``curated`` where a person read it, ``rule`` being the file and line then.
    """

    fact: Fact
    passage: Passage
    title: Value | None
    subject: Value
    predicate: Value
    object: Value
    details: tuple[Detail, ...]
    characters: tuple[tuple[Span, str], ...]
    scope: tuple[Passage, ...]
    reasons: tuple[str, ...]
    planned: bool
    rule: str
    curated: bool

    @property
    def words(self) -> str:
        """The fact on one line."""
        parts = (self.subject.text, self.predicate.text, self.object.text)
        return self.title.text if self.title else " · ".join(parts)


def statement(document: Document, labels: Labels, fact: Fact, lang: str) -> Statement:
    """A fact of a chapter in words."""
    entry = fact.entry

    def value(term: Term) -> Value:
        return _value(document, labels, term, lang)

    node = document.nodes.get(entry.subject)
    scope = (document.by_iri.get(iri) for iri in entry.scope)
    subject = value(Term(entry.subject, iri=True))
    return Statement(
        fact=fact,
        passage=document.by_iri[entry.passage],
        title=subject if node else None,
        subject=subject,
        predicate=value(Term(entry.predicate[1:-1], iri=True)),
        object=value(_term(entry.object)),
        details=tuple(_details(document, labels, entry.subject, lang, value)),
        characters=tuple((span, document.printed(span)) for span in entry.spans),
        scope=tuple(passage for passage in scope if passage and passage.iri != entry.passage),
        reasons=tuple(labels.name(expand(reason), lang) for reason in entry.reasons),
        planned=entry.planned,
        rule=entry.rule,
        curated=is_curated(entry.rule),
    )


def is_curated(rule: str) -> bool:
    """Whether a rule is a row of a curated file, ``file:line``.

    >>> is_curated("facts.tsv:12"), is_curated("came:成立")
    (True, False)
    """
    file, _, line = rule.rpartition(":")
    return file.endswith(".tsv") and line.isdigit()


def _value(document: Document, labels: Labels, term: Term, lang: str) -> Value:
    if not term.iri:
        return Value(term.text, lang=term.lang)
    if term.text in document.nodes:
        chinese, english = worded(document.nodes[term.text], "label")
        return Value(chinese if lang == "zh" else english, term.text)
    return Value(labels.name(term.text, lang), term.text)


def _details(
    document: Document, labels: Labels, node: str, lang: str, value: Callable[[Term], Value]
) -> Iterator[Detail]:
    told = document.nodes.get(node, {})
    number = told.get("value", ())
    for compact in _DETAILS:
        values = told.get(local(expand(compact)), ())
        if values and not (compact in _REPEATING and number and values[0].text == number[0].text):
            yield Detail(labels.name(expand(compact), lang), tuple(map(value, values)))


def _term(written: str) -> Term:
    """A term as N-Triples write it."""
    (quad,) = ox.parse(f"<urn:s> <urn:p> {written} .".encode(), format=ox.RdfFormat.N_TRIPLES)
    if isinstance(quad.object, ox.Literal):
        datatype = quad.object.datatype.value.removeprefix(PREFIXES["xsd"])
        return Term(quad.object.value, lang=quad.object.language or "", datatype=datatype)
    return Term(str(quad.object.value) if isinstance(quad.object, ox.NamedNode) else written, iri=True)
