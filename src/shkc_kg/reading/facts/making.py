"""Small constructors that the topics share: relations between names of a scene, dates as literals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from shkc_kg.model import Evidence, Literal, Relation, ScopeReason, Term
from shkc_kg.reading.grammar import When
from shkc_kg.reading.names import Named
from shkc_kg.reading.scene import Scene

__all__ = ["Actor", "actor", "dated", "link", "link_key", "span_of"]

Actor = tuple[str, tuple[str, ...], tuple[ScopeReason, ...]]
"""A thing's key with the passages and reasons that supply it from outside."""


def span_of(*names: Named | tuple[int, int]) -> tuple[int, int]:
    """The stretch from the first of some names and places to the last."""
    pairs = [n if isinstance(n, tuple) else (n.begin, n.end) for n in names]
    return min(b for b, _ in pairs), max(e for _, e in pairs)


def link(
    scene: Scene, subject: Named, prop: str, value: Named | Literal | Term, rule: str, *, planned: bool = False
) -> Relation:
    """A relation of two names, or of a name and a literal, that stand in one passage."""
    spans = [(subject.begin, subject.end)] + ([(value.begin, value.end)] if isinstance(value, Named) else [])
    found = scene.name(value.key) if isinstance(value, Named) else value
    return Relation(scene.name(subject.key), prop, found, scene.evidence(rule, span_of(*spans), planned=planned))


def link_key(
    scene: Scene, subject: Actor, prop: str, value: Actor, rule: str, words: tuple[int, int], *, planned: bool = False
) -> Relation:
    """A relation of two things of which any may come from a heading or from the report itself."""
    evidence = scene.evidence(
        rule,
        words,
        scope=tuple(dict.fromkeys((*subject[1], *value[1]))),
        reasons=tuple(dict.fromkeys((*subject[2], *value[2]))),
        planned=planned,
    )
    return Relation(scene.name(subject[0]), prop, scene.name(value[0]), evidence)


def actor(scene: Scene, names: Sequence[Named]) -> list[Actor]:
    """Printed names as actors; none printed gives the heading's place, else the report's region."""
    if names:
        return [(n.key, (), ()) for n in names]
    if scene.place is not None:
        return [(scene.place.key, (scene.place.passage,), ())]
    if scene.region is not None:
        return [(scene.region, (), (ScopeReason.REPORT_REGION,))]
    return []


def dated(scene: Scene, name: Named, prop: str, date: When, rule: str, verb: tuple[int, int], planned: bool = False) -> Iterator[Relation]:
    """A thing's date; an interval gives one literal."""
    spans = [(name.begin, name.end), verb] + ([date.words] if date.words else [])
    evidence: Evidence = scene.evidence(
        rule, span_of(*spans), scope=date.scope, reasons=date.reasons, planned=planned
    )
    yield Relation(scene.name(name.key), prop, Literal(date.edtf, "date"), evidence)
