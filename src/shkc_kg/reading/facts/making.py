"""Small constructors that the topics share: relations between names of a scene, dates as literals."""

from __future__ import annotations

from shkc_kg.model import Evidence, Literal, Relation, ScopeReason, Term
from shkc_kg.reading.classes import ZONES
from shkc_kg.reading.facts.when import When
from shkc_kg.reading.names import Named
from shkc_kg.reading.scene import Scene

__all__ = ["Actor", "dated", "here", "link", "link_key", "place_property", "span_of", "told"]

Actor = tuple[str, tuple[str, ...], tuple[ScopeReason, ...]]
"""A thing's key with the passages and reasons that supply it from outside."""


def here(name: Named) -> Actor:
    """A name of the passage itself as actor."""
    return name.key, (), ()


def span_of(*names: Named | tuple[int, int]) -> tuple[int, int]:
    """The stretch from the first of some names and places to the last."""
    pairs = [n if isinstance(n, tuple) else (n.begin, n.end) for n in names]
    return min(b for b, _ in pairs), max(e for _, e in pairs)


def place_property(cls: str) -> str:
    """The property that places a thing of a class: a zone is contained in a place, anything else located there."""
    return "schema:containedInPlace" if cls in ZONES | {"District", "City"} else "schema:location"


def link(
    scene: Scene, subject: Named, prop: str, value: Named | Literal | Term, rule: str, *, planned: bool = False
) -> Relation:
    """A relation of two names, or of a name and a literal, that stand in one passage."""
    spans = [(subject.begin, subject.end)] + ([(value.begin, value.end)] if isinstance(value, Named) else [])
    found = scene.name(value.key) if isinstance(value, Named) else value
    return Relation(scene.name(subject.key), prop, found, scene.evidence(rule, span_of(*spans), planned=planned))


def link_key(
    scene: Scene,
    subject: Actor,
    prop: str,
    value: Actor | Literal | Term,
    rule: str,
    words: tuple[int, int],
    *,
    planned: bool = False,
) -> Relation:
    """A relation of two things of which any may come from a heading or from the report itself."""
    outside = (subject, value) if isinstance(value, tuple) else (subject,)
    evidence = scene.evidence(
        rule,
        words,
        scope=tuple(dict.fromkeys(p for one in outside for p in one[1] if p != scene.passage.id)),
        reasons=tuple(dict.fromkeys(r for one in outside for r in one[2])),
        planned=planned,
    )
    return Relation(scene.name(subject[0]), prop, scene.name(value[0]) if isinstance(value, tuple) else value, evidence)


def told(
    scene: Scene,
    date: When,
    rule: str,
    *words: Named | tuple[int, int],
    planned: bool = False,
    subject: Actor = ("", (), ()),
) -> Evidence:
    """Evidence of a dated fact: the words that tell it with those of its date, or where date and subject come from."""
    spans = [*words] + ([date.words] if date.words else [])
    scope = tuple(p for p in dict.fromkeys((*subject[1], *date.scope)) if p != scene.passage.id)
    reasons = tuple(dict.fromkeys((*subject[2], *date.reasons)))
    return scene.evidence(rule, span_of(*spans), scope=scope, reasons=reasons, planned=planned)


def dated(
    scene: Scene,
    name: Named,
    prop: str,
    value: str,
    date: When,
    rule: str,
    verb: tuple[int, int],
    planned: bool = False,
) -> Relation:
    """A thing's date ``value``, which ``date`` tells."""
    return Relation(
        scene.name(name.key), prop, Literal(value, "date"), told(scene, date, rule, name, verb, planned=planned)
    )
