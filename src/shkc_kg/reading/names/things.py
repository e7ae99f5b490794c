"""Candidates of all passages to things: one thing a name, with all the forms that mean it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from shkc_kg.reading.names.candidate import Candidate
from shkc_kg.reading.names.classes import EVENTS
from shkc_kg.reading.names.merging import Same, Setting, same_things
from shkc_kg.reading.names.resolve import Resolved, key_of, split_edition

__all__ = ["Resolution", "resolve"]


@dataclass(frozen=True, slots=True)
class Resolution:
    """Things by key; ``same`` has the key of the thing that each further key means."""

    things: Mapping[str, Resolved]
    same: Mapping[str, str]

    def key(self, one: Candidate) -> str:
        """The key of the thing that a candidate names."""
        key = key_of(one.label)
        return self.same.get(key, key)


def resolve(found: Iterable[Candidate], aliases: Mapping[str, str], setting: Setting) -> Resolution:
    """The things that candidates name, in the order of the text; ``aliases`` have the full name of introduced ones."""
    things: dict[str, Resolved] = {}
    for one in found:
        _add(things, one)
    same = same_things(things, setting)
    for alias, full in aliases.items():
        a, f = key_of(alias), key_of(full)
        if f in things and a != f:
            things[f].add(alias)
            if a in things:
                same[a] = f
    return _merged(things, same)


def _add(things: dict[str, Resolved], one: Candidate) -> None:
    key = key_of(one.label)
    thing = things.get(key)
    if thing is None:
        edition = split_edition(one.label) if one.cls in EVENTS else None
        thing = things[key] = Resolved(one.label, one.cls, one.rule, [], one.entry, edition)
    elif thing.entry is None and one.entry is not None:
        thing.entry, thing.cls = one.entry, one.cls
    thing.add(one.text)


def _target(key: str, same: Same) -> str:
    """The last key that a chain of equal ones leads to; the key itself where the chain is a circle."""
    seen = [key]
    while seen[-1] in same:
        if same[seen[-1]] in seen:
            return key
        seen.append(same[seen[-1]])
    return seen[-1]


def _merged(things: dict[str, Resolved], same: Same) -> Resolution:
    targets = {key: target for key in same if (target := _target(key, same)) != key and target in things}
    for key, target in targets.items():
        _join(things[key], things[target])
    return Resolution({key: thing for key, thing in things.items() if key not in targets}, targets)


def _join(one: Resolved, target: Resolved) -> None:
    """The forms of a thing, and its edition's number, to the thing that it is."""
    for form in (one.name, *one.forms):
        if form != target.name:
            target.add(form)
    if one.edition and target.edition and target.edition.number is None:
        target.edition = replace(target.edition, number=one.edition.number)
