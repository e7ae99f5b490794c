"""What a reader found in a text, as the scorer sees it: named things, numbers, dates, and triples between things."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field, replace

from pyoxigraph import Literal, NamedNode, Quad

from shkc_kg.graph.compact import compact
from shkc_kg.graph.terms import term

__all__ = ["Found", "FoundDate", "FoundNumber", "FoundThing", "found_in", "plain"]

_NOISE = str.maketrans(dict.fromkeys(" \t\n\u3000《》“”\"'‘’「」()（）[]【】*·"))


def plain(name: str) -> str:
    """A name without blanks, quotes and brackets, for comparison."""
    return name.lower().translate(_NOISE).replace(",", "，")


@dataclass(frozen=True, slots=True)
class FoundThing:
    """A thing that the text mentions: its names, without noise, and its classes."""

    key: str
    names: frozenset[str]
    classes: frozenset[str]


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A number with its characters; ``words`` is subject and indicator; a tool that knows no bound says ``None``."""

    key: str
    begin: int
    end: int
    value: float | None
    bound: str | None
    words: str
    ordinal: bool = False


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date expression with its characters and its EDTF value."""

    begin: int
    end: int
    value: str


@dataclass(frozen=True)
class Found:
    """Everything found in one text; ``names`` are those of all nodes, ``triples`` by subject and compact property."""

    things: tuple[FoundThing, ...]
    numbers: tuple[FoundNumber, ...] = ()
    dates: tuple[FoundDate, ...] = ()
    names: Mapping[str, Set[str]] = field(default_factory=dict)
    triples: Mapping[tuple[str, str], Set[str]] = field(default_factory=dict)
    texts: Mapping[tuple[str, str], Set[str]] = field(default_factory=dict)
    claimed: Set[str] = frozenset()

    def with_planned(self) -> Found:
        """The same with what the text only plans, which the graph describes and does not assert."""
        triples, texts = (defaultdict(set, {k: set(v) for k, v in held.items()}) for held in (self.triples, self.texts))
        for node, subject in _ends(self.triples, "shkc:statedSubject"):
            for prop in map(compact, self.triples.get((node, "shkc:statedProperty"), ())):
                triples[subject, prop] |= self.triples.get((node, "shkc:statedObject"), set())
                texts[subject, prop] |= self.texts.get((node, "shkc:statedValue"), set())
        return replace(self, triples=triples, texts=texts)


def found_in(quads: Iterable[Quad]) -> Found:
    """What the quads of one text state."""
    triples: dict[tuple[str, str], set[str]] = defaultdict(set)
    texts: dict[tuple[str, str], set[str]] = defaultdict(set)
    names: dict[str, set[str]] = defaultdict(set)
    labels: dict[str, str] = {}
    for quad in quads:
        subject, predicate = _key(quad.subject), compact(quad.predicate.value)
        if isinstance(quad.object, NamedNode):
            triples[subject, predicate].add(quad.object.value)
        elif isinstance(quad.object, Literal):
            texts[subject, predicate].add(quad.object.value)
            if predicate in ("rdfs:label", "skos:altLabel") and quad.object.language in (None, "zh"):
                names[subject].add(quad.object.value)
                if predicate == "rdfs:label":
                    labels[subject] = quad.object.value
    return Found(
        tuple(_things(triples, names)),
        tuple(_numbers(triples, texts, labels)),
        tuple(_dates(texts)),
        names,
        triples,
        texts,
        frozenset(
            thing
            for (node, p), held in triples.items()
            if p == "schema:about"
            for thing in _claimed(triples, node, held)
        ),
    )


Triples = Mapping[tuple[str, str], set[str]]


def _ends(triples: Mapping[tuple[str, str], Set[str]], prop: str) -> list[tuple[str, str]]:
    """The pairs that a property joins."""
    return [(node, value) for (node, p), held in triples.items() if p == prop for value in held]


def _key(node: object) -> str:
    assert isinstance(node, NamedNode)
    return node.value


def _classes(triples: Triples, node: str) -> frozenset[str]:
    types = (compact(cls) for cls in triples.get((node, "rdf:type"), ()))
    return frozenset(cls.removeprefix("shkc:") for cls in types if cls.startswith("shkc:"))


def _claimed(triples: Triples, node: str, about: set[str]) -> set[str]:
    return about if "Claim" in _classes(triples, node) else set()


def _things(triples: Triples, names: Mapping[str, set[str]]) -> Iterable[FoundThing]:
    mentioned = {node for (_, predicate), held in triples.items() if predicate == "itsrdf:taIdentRef" for node in held}
    for node in sorted(mentioned):
        yield FoundThing(node, frozenset(map(plain, names.get(node, ()))), _classes(triples, node))


def _numbers(triples: Triples, texts: Triples, labels: Mapping[str, str]) -> Iterable[FoundNumber]:
    observation = term("schema:Observation").value
    for (node, predicate), types in triples.items():
        if predicate != "rdf:type" or observation not in types:
            continue
        value = texts.get((node, "schema:value"))
        words = [
            labels.get(thing, "")
            for role in ("schema:observationAbout", "schema:variableMeasured")
            for thing in triples.get((node, role), ())
        ]
        yield FoundNumber(
            node,
            int(_one(texts, node, "nif:beginIndex")),
            int(_one(texts, node, "nif:endIndex")),
            float(next(iter(value))) if value else None,
            _local(triples, node, "schema:measurementQualifier") or "Exact",
            "".join(words),
            _local(triples, node, "shkc:statKind") == "Ordinal",
        )


def _one(texts: Triples, node: str, predicate: str) -> str:
    return next(iter(texts[node, predicate]))


def _local(triples: Triples, node: str, predicate: str) -> str:
    return next((compact(value).partition(":")[2] for value in triples.get((node, predicate), ())), "")


def _dates(texts: Triples) -> Iterable[FoundDate]:
    for (node, predicate), values in texts.items():
        if predicate == "shkc:edtf":
            for value in sorted(values):
                yield FoundDate(int(_one(texts, node, "nif:beginIndex")), int(_one(texts, node, "nif:endIndex")), value)
