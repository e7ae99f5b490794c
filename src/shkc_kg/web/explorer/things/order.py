"""In which order a reader wants to be told of a thing, by its kind; and which properties are told elsewhere on its page."""

from __future__ import annotations

from functools import cache
from typing import Final

from shkc_kg.names import PREFIXES, expand
from shkc_kg.resources import data_dir
from shkc_kg.tables import read_table

__all__ = ["NAMING", "OUTWARD", "place_in_order", "reverse_names"]

# Names, kinds and spellings stand at the head of a page.
NAMING: Final = frozenset(
    map(expand, ("rdfs:label", "rdf:type", "skos:altLabel", "skos:hiddenLabel", "skos:prefLabel"))
)
# Links to open data have a panel that gives their reasons too.
OUTWARD: Final = frozenset(map(expand, ("skos:exactMatch", "skos:closeMatch", "foaf:isPrimaryTopicOf", "rdfs:seeAlso")))

_DATES: Final = (
    "schema:startDate schema:endDate schema:foundingDate shkc:cameAboutOn shkc:approvedOn shkc:settledOn "
    "shkc:unveiledOn shkc:openedOn schema:datePublished"
)
_PLACES: Final = "schema:location schema:containedInPlace shkc:representedIn"
_TIES: Final = (
    "schema:organizer schema:founder schema:publisher schema:funder schema:sponsor shkc:supports shkc:cooperatesWith"
)

# What comes first for each kind of thing, from it and to it alike; what is not named follows by its IRI.
_ORDER: Final = {
    "Person": "schema:affiliation schema:memberOf shkc:electedIn shkc:division schema:gender org:member schema:about",
    "Event": f"{_DATES} {_PLACES} shkc:theme schema:organizer shkc:guestOfHonour schema:attendee schema:superEvent "
    "shkc:edition shkc:outcome",
    "EventSeries": f"schema:superEvent {_DATES} schema:organizer {_PLACES}",
    "Institution": f"{_DATES} {_PLACES} schema:parentOrganization schema:memberOf shkc:partOf schema:affiliation {_TIES}",
    "Region": "schema:containedInPlace shkc:outcome shkc:supports shkc:cooperatesWith shkc:signed schema:location "
    "schema:organizer shkc:representedIn",
    "Facility": f"{_DATES} {_PLACES} shkc:partOf schema:parentOrganization {_TIES} shkc:acceptedBy",
    "Programme": f"{_DATES} {_TIES} shkc:partOf {_PLACES}",
    "Policy": f"schema:datePublished schema:publisher schema:about {_TIES}",
    "Publication": f"schema:datePublished schema:publisher schema:about {_TIES}",
    "MediaWork": f"schema:datePublished schema:publisher schema:about {_TIES}",
}


@cache
def _places(group: str) -> dict[str, int]:
    return {expand(curie): place for place, curie in enumerate(_ORDER.get(group, f"{_DATES} {_PLACES}").split())}


def place_in_order(group: str, prop: str) -> tuple[int, str]:
    """What to sort the properties of a kind of thing by."""
    places = _places(group)
    return places.get(prop, len(places)), prop


@cache
def reverse_names() -> dict[str, tuple[str, str]]:
    """What a relation is called when it is read from its object, in Chinese and English, by IRI."""
    rows = read_table(data_dir() / "reverse.tsv", ("relation", "label_zh", "label_en"), unique="relation")
    named = {}
    for row in rows:
        prefix, _, name = row["relation"].partition(":")
        named[PREFIXES[prefix] + name] = (row["label_zh"], row["label_en"])
    return named
