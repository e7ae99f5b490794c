"""The event that a clause speaks of."""

from __future__ import annotations

from shkc_kg.model import PassageKind, ScopeReason
from shkc_kg.reading.clauses import sentence_of
from shkc_kg.reading.facts.making import Actor, here
from shkc_kg.reading.names.resolve import EVENT_CLASSES
from shkc_kg.reading.scene import Scene

__all__ = ["event_above", "event_in_view"]


def event_in_view(scene: Scene, at: int) -> Actor | None:
    """The event printed before in the sentence, or the heading's or earlier sentences'."""
    printed = scene.between(sentence_of(scene.text, at), at, EVENT_CLASSES)
    if printed:
        return here(printed[-1])
    if scene.subject is not None and scene.things[scene.subject.key].cls in EVENT_CLASSES:
        return scene.subject.key, (scene.subject.passage,), (ScopeReason.COREFERENCE,)
    return None


def event_above(scene: Scene) -> Actor | None:
    """The event whose heading an item stands under; what items tell is a part of it."""
    subject = scene.subject
    if subject is None or scene.passage.kind is not PassageKind.ITEM or scene.passage.id == subject.passage:
        return None
    return (subject.key, (subject.passage,), ()) if scene.things[subject.key].cls in EVENT_CLASSES else None
