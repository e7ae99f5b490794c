"""People of one name: cards with different institutions tell them apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from shkc_kg.reading.names.candidate import Candidate
from shkc_kg.reading.names.classes import INSTITUTIONS

__all__ = ["told_apart"]


def _institution(names: Sequence[Candidate]) -> str:
    """The first institution of a card."""
    return next((one.text for one in names if one.cls in INSTITUTIONS and not one.nested), "")


def _holders(found: Mapping[str, Sequence[Candidate]]) -> Mapping[str, Mapping[str, str]]:
    """Names of people on cards that several institutions share: the institution by passage."""
    people: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for passage, names in found.items():
        for one in names:
            if one.rule == "card" and one.cls == "Person":
                people[one.text][passage] = _institution(names)
    return {name: at for name, at in people.items() if len({place for place in at.values() if place}) > 1}


def told_apart(found: Mapping[str, Sequence[Candidate]]) -> dict[str, tuple[Candidate, ...]]:
    """The names of each passage, homonyms with their institution in full-width brackets: 李杰（同济大学）.

    Where a passage doesn't say which of them it means, the name is left out.
    """
    shared = _holders(found)
    return {passage: tuple(_qualified(passage, names, shared)) for passage, names in found.items()}


def _qualified(
    passage: str, names: Sequence[Candidate], shared: Mapping[str, Mapping[str, str]]
) -> Iterator[Candidate]:
    printed = {one.text for one in names}
    for one in names:
        if one.cls != "Person" or one.text not in shared:
            yield one
            continue
        places = shared[one.text]
        meant = {places[passage]} if passage in places else {place for place in places.values() if place in printed}
        if len(meant) == 1 and (place := meant.pop()):
            yield replace(one, name=f"{one.text}（{place}）")
