"""``diff``: what two builds state differently, and by which rule.

A fact is known again by its chapter and its characters, not by the number of its passage or node: both move when a
rule above them finds more.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from pyoxigraph import Literal, NamedNode, Store

from shkc_kg.graph.compact import compact
from shkc_kg.graph.ledger import Entry, read_ledger
from shkc_kg.model import Span
from shkc_kg.store.folder import Generation
from shkc_kg.store.oxigraph import open_readonly

__all__ = ["Change", "Difference", "Told", "differences", "told_by"]

# A node's own number and its label follow from the rest; its offsets are its characters already.
_OWN: Final = ("rdf:type", "rdfs:label", "nif:beginIndex", "nif:endIndex", "shkc:partOfObservation")


Likeness = Callable[["Told"], Hashable]


class Change(StrEnum):
    """How a fact differs between two builds."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Told:
    """A fact of one build: where it stands, what it says as compact pairs, the printed characters, and its rule."""

    chapter: str
    kind: str
    spans: tuple[Span, ...]
    says: tuple[tuple[str, str], ...]
    planned: bool
    printed: str
    rule: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A fact that only one build has, or that both have and tell differently."""

    change: Change
    before: Told | None
    after: Told | None

    @property
    def place(self) -> tuple[str, tuple[Span, ...], str]:
        """Where it belongs in the order of the text."""
        told = self.after or self.before
        assert told is not None  # noqa: S101 - a difference has a side
        return told.chapter, told.spans, told.kind

    def as_json(self) -> dict[str, Any]:
        """The difference as plain values."""
        return {"change": self.change.value, "before": _plain(self.before), "after": _plain(self.after)}


def differences(before: Generation, after: Generation) -> tuple[Difference, ...]:
    """What ``after`` adds to ``before``, leaves out, tells differently or by another rule, in the order of the text."""
    old, new = Counter(told_by(before)), Counter(told_by(after))
    gone, come = list((old - new).elements()), list((new - old).elements())
    found = [Difference(Change.CHANGED, one, other) for one, other in _paired(gone, come)]
    changed = Counter(told for pair in found for told in (pair.before, pair.after) if told is not None)
    found += [Difference(Change.REMOVED, one, None) for one in (Counter(gone) - changed).elements()]
    found += [Difference(Change.ADDED, None, one) for one in (Counter(come) - changed).elements()]
    return tuple(sorted(found, key=lambda one: (one.place, one.change, str(one.before), str(one.after))))


def told_by(generation: Generation) -> Iterator[Told]:
    """Every fact of a build, in the order of its ledger."""
    store = open_readonly(generation)
    texts: dict[str, str] = {}
    for entry in read_ledger(generation.ledger):
        chapter = entry.passage.rpartition("/")[0]
        if chapter not in texts:
            texts[chapter] = _text(store, chapter)
        printed = " … ".join(texts[chapter][span.begin : span.end] for span in entry.spans)
        yield Told(chapter, entry.kind, entry.spans, _says(store, entry), entry.planned, printed, entry.rule)


def _says(store: Store, entry: Entry) -> tuple[tuple[str, str], ...]:
    """A plain triple as it is; of a fact with a node of its own, all that the node says."""
    if not entry.subject.startswith(f"{entry.passage}/"):
        subject, predicate = compact(entry.subject), compact(entry.predicate[1:-1])
        return ("subject", subject), (predicate, _value(entry.object))
    held = {
        (compact(quad.predicate.value), _term(quad.object))
        for quad in store.quads_for_pattern(NamedNode(entry.subject), None, None)
    }
    return tuple(sorted((predicate, value) for predicate, value in held if predicate not in _OWN))


def _term(value: object) -> str:
    if isinstance(value, NamedNode):
        return compact(value.value)
    return value.value if isinstance(value, Literal) else str(value)


def _value(written: str) -> str:
    """A term of the ledger as people read it."""
    return compact(written[1:-1]) if written.startswith("<") else written


def _text(store: Store, chapter: str) -> str:
    found = store.quads_for_pattern(NamedNode(chapter), NamedNode(_STRING), None)
    return next((quad.object.value for quad in found if isinstance(quad.object, Literal)), "")


_STRING: Final = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#isString"


def _paired(gone: Sequence[Told], come: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """The facts that both builds have and tell differently: the surest likeness first, each fact in one pair."""
    left, right = list(gone), list(come)
    for likeness in _LIKENESS:
        waiting, alone = _grouped(right, likeness), []
        for one in left:
            if others := waiting.get(likeness(one)):
                yield one, others.pop(0)
            else:
                alone.append(one)
        left, right = alone, [fact for group in waiting.values() for fact in group]


def _grouped(facts: Sequence[Told], likeness: Likeness) -> Mapping[Hashable, list[Told]]:
    groups: dict[Hashable, list[Told]] = defaultdict(list)
    for fact in facts:
        groups[likeness(fact)].append(fact)
    return groups


_LIKENESS: Final[tuple[Likeness, ...]] = (
    lambda told: (told.chapter, told.kind, told.says),  # other characters or another rule
    lambda told: (told.chapter, told.kind, told.spans, told.says[:1]),  # another value of the same thing
    lambda told: (told.chapter, told.kind, told.spans),  # the same characters
)


def _plain(told: Told | None) -> dict[str, Any] | None:
    if told is None:
        return None
    return {
        "chapter": told.chapter,
        "kind": told.kind,
        "characters": [[span.begin, span.end] for span in told.spans],
        "printed": told.printed,
        "says": dict(told.says),
        "planned": told.planned,
        "rule": told.rule,
    }
