"""What a claim may be about, and what it is about where its sentence names nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from shkc_kg.model import ScopeReason
from shkc_kg.reading.classes import FACILITIES, INSTITUTIONS
from shkc_kg.reading.facts.agents import is_of_body
from shkc_kg.reading.facts.making import Actor
from shkc_kg.reading.names.resolve import EVENT_CLASSES
from shkc_kg.reading.scene import Scene

__all__ = ["CLAIMED", "Found", "outside"]

CLAIMED: Final = (
    INSTITUTIONS
    | FACILITIES
    | EVENT_CLASSES
    | frozenset(
        [
            "Province",
            "City",
            "District",
            "FunctionalZone",
            "Park",
            "Project",
            "Programme",
            "Plan",
            "Fund",
            "Initiative",
            "MediaWork",
            "Film",
            "Broadcast",
            "Publication",
            "Policy",
            "Award",
            "Thing",
            "Product",
        ]
    )
)


@dataclass(frozen=True, slots=True)
class Found:
    """What a claim is about, and the stretch of words that puts it."""

    about: Actor
    begin: int
    end: int


def outside(scene: Scene, begin: int, end: int) -> Found | None:
    """A claim about the heading's subject, or the report's region."""
    if scene.subject is not None and scene.things[scene.subject.key].cls in CLAIMED - {
        "Policy",
        "Publication",
        "Plan",
        "Programme",
        "Project",
        "Initiative",
    }:
        return Found((scene.subject.key, (scene.subject.passage,), ()), begin, end)
    if scene.region is not None and not any(map(is_of_body, scene.headings)) and scene.title is None:
        return Found((scene.region, (), (ScopeReason.REPORT_REGION,)), begin, end)
    return None
