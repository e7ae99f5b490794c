"""Groups of classes that rules of figures and facts speak of together."""

from __future__ import annotations

from typing import Final

__all__ = ["BODIES", "DIVISIONS", "EVENTS", "FACILITIES", "INSTITUTIONS", "PLACES", "ZONES"]

INSTITUTIONS: Final = frozenset(
    (
        *("Institution", "University", "ResearchInstitute", "Hospital", "Company", "GovernmentBody"),
        *("InternationalOrganization", "Alliance", "Association", "Academy"),
    )
)
PLACES: Final = frozenset(("Province", "City", "District", "FunctionalZone", "Country", "Region", "Park"))
ZONES: Final = frozenset(("Park", "FunctionalZone"))
FACILITIES: Final = frozenset(("Facility", "Platform", "Laboratory", "InnovationCentre", "Museum", "Base", "Venue"))
DIVISIONS: Final = frozenset(("Province", "City", "District"))
BODIES: Final = INSTITUTIONS | DIVISIONS
EVENTS: Final = frozenset(
    ("Event", "Forum", "Conference", "Exposition", "Festival", "Competition", "Ceremony", "EventSeries")
)
