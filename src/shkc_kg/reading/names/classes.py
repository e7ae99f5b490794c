"""Groups of classes that rules speak of together."""

from __future__ import annotations

from typing import Final

__all__ = ["EVENTS", "INSTITUTIONS", "OWNERS", "PLACES", "PLANS"]

EVENTS: Final = frozenset(("Event", "Forum", "Conference", "Exposition", "Festival", "Competition", "Ceremony"))
PLANS: Final = frozenset(("Plan", "Programme", "Project", "Initiative", "Fund", "Policy"))
PLACES: Final = frozenset(("Province", "City", "District", "FunctionalZone"))
INSTITUTIONS: Final = frozenset(
    (
        *("University", "ResearchInstitute", "Hospital", "Company", "GovernmentBody", "InternationalOrganization"),
        *("Alliance", "Association", "Academy", "Laboratory", "InnovationCentre", "Platform", "Institution"),
    )
)
# Listed institutions that lend their name to what they own: 复旦大学 in 复旦大学宁波研究院.
OWNERS: Final = frozenset(
    (
        *("University", "ResearchInstitute", "Hospital", "Company", "GovernmentBody", "InternationalOrganization"),
        *("Association", "Academy"),
    )
)
