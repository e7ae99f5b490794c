"""Names of a chapter: candidates by rule, then things and their mentions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import ahocorasick_rs

from shkc_kg.model import Passage, PassageKind
from shkc_kg.reading.lexicon import words as words_of
from shkc_kg.reading.names.candidate import Candidate, Words, outermost
from shkc_kg.reading.names.cards import card_names
from shkc_kg.reading.names.headed import headed_names
from shkc_kg.reading.names.known import ancestors, bodies, canonical_name, known_candidates, one_character_places, owner_at_start
from shkc_kg.reading.names.listed import listed_names, quoted_projects
from shkc_kg.reading.names.persons import persons
from shkc_kg.reading.names.resolve import Resolved, introduced_aliases, key_of, resolve
from shkc_kg.reading.names.titles import titles
from shkc_kg.reading.text import fold
from shkc_kg.reading.tokens import tokens_of

__all__ = ["Named", "Names", "names_of"]

_OWNED = frozenset(
    "University ResearchInstitute Hospital Company Laboratory InnovationCentre Platform Base Museum Park".split()
)
_IN_TITLES = frozenset(("GovernmentBody", "District", "FunctionalZone", "Institution", "City", "Province"))


@dataclass(frozen=True, slots=True)
class Named:
    """A mention inside a passage's text: what stands at ``begin``..``end``, and the thing's key.

    ``nested`` ones stand inside a longer name.
    """

    begin: int
    end: int
    key: str
    cls: str
    nested: bool = False


@dataclass(frozen=True, slots=True)
class Names:
    """The things of a chapter by key, and the mentions of each passage in order."""

    things: Mapping[str, Resolved]
    mentions: Mapping[str, tuple[Named, ...]]
    words: Mapping[str, Words]


def _candidates(passage: Passage, region: str | None) -> tuple[Words, tuple[Candidate, ...]]:
    text = fold(passage.text)
    tokens, known = tokens_of(text)
    line = Words.of(text, tokens)
    card = passage.kind is PassageKind.CARD
    listed = tuple(known_candidates(line, known, region))
    own = tuple(bodies(line, region))
    first = [*titles(text), *quoted_projects(text), *persons(line, card), *own]
    if card:
        first += card_names(line)
    headed = tuple(headed_names(line))
    whole = [*first, *headed, *one_character_places(line)]
    whole += listed_names(line, [*whole, *listed])
    kept = list(outermost([*listed, *whole]))
    titled = [c for c in kept if c.rule == "title"]
    for inner in (*listed, *own):
        around = next((c for c in kept if c.begin <= inner.begin and inner.end <= c.end and c is not inner), None)
        if around is not None and around in titled and inner.cls in _IN_TITLES and inner.text not in words_of("strong"):
            kept.append(_as_nested(inner))
            continue
        if around is None or around in titled or inner in kept or (around.begin, around.end) == (inner.begin, inner.end):
            continue
        if _worth_nesting(inner, around, region, kept):
            kept.append(_as_nested(inner))
    kept += [inner for outer in kept if (inner := _owner(outer, kept)) is not None]
    return line, tuple(sorted(kept, key=lambda c: (c.begin, -c.end)))


def _owner(outer: Candidate, kept: Sequence[Candidate]) -> Candidate | None:
    """The body that a longer name of a body begins with, as a nested name."""
    found = owner_at_start(outer.text) if outer.cls in _OWNED and not outer.nested else None
    if found is None:
        return None
    text, entry = found
    if any(k.nested and k.begin == outer.begin and k.end == outer.begin + len(text) for k in kept):
        return None
    return Candidate(outer.begin, outer.begin + len(text), text, entry.cls, "name:owner", entry, canonical_name(entry, text), True)


def _worth_nesting(inner: Candidate, around: Candidate, region: str | None, kept: Sequence[Candidate]) -> bool:
    """Whether a listed name inside another is meant: 宁波 in 复旦大学宁波研究院, but not 浦江 in 浦江创新论坛."""
    if inner.cls == "District":
        return region is not None and inner.entry is not None and region in ancestors(inner.entry)
    if inner.cls == "City":
        led = any(k.end == inner.begin and k.nested and k.cls in _OWNED | {"Academy"} for k in kept)
        return led or inner.text.endswith(("市", "州"))
    return inner.cls == "Province" and around.cls != "Award" or inner.cls in _OWNED - {"Park", "Base"} | {"GovernmentBody", "Academy"}


def _as_nested(one: Candidate) -> Candidate:
    return Candidate(one.begin, one.end, one.text, one.cls, one.rule, one.entry, one.name, True)


def _aliases(passages: Sequence[Passage], found: Mapping[str, tuple[Candidate, ...]]) -> Mapping[str, str]:
    made = {}
    for passage in passages:
        for at, alias, _, _ in introduced_aliases(fold(passage.text)):
            full = next((c for c in found[passage.id] if c.end == at and not c.nested), None)
            if full is not None:
                made[alias] = full.label
    return made


def _repeats(
    passages: Sequence[Passage], things: Mapping[str, Resolved], held: Mapping[str, tuple[Candidate, ...]]
) -> Iterator[tuple[str, Candidate]]:
    """Further mentions of learnt names: forms of three characters or more, where no other name stands."""
    forms: dict[str, Resolved] = {}
    for thing in things.values():
        for form in (thing.name, *thing.forms):
            zone = thing.cls == "FunctionalZone" and thing.rule.startswith("list") and len(form) == 2
            if len(form) >= 3 and thing.cls != "Person" or len(form) >= 4 or zone:
                forms.setdefault(fold(form), thing)
    if not forms:
        return
    listed = sorted(forms)
    automaton = ahocorasick_rs.AhoCorasick(listed, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    for passage in passages:
        taken = [(c.begin, c.end) for c in held[passage.id]]
        for index, begin, end in automaton.find_matches_as_indexes(fold(passage.text)):
            if all(end <= b or e <= begin for b, e in taken):
                thing = forms[listed[index]]
                yield passage.id, Candidate(begin, end, listed[index], thing.cls, "repeat", thing.entry, thing.name)


def names_of(passages: Sequence[Passage], regions: Mapping[str, str | None], year: int | None) -> Names:
    """All names of a chapter's passages; ``regions`` tells where each passage's short place names lie."""
    words, found = {}, {}
    for passage in passages:
        words[passage.id], found[passage.id] = _candidates(passage, regions.get(passage.id))
    ordered = [(p.order, c) for p in passages for c in found[p.id]]
    things, merged = resolve(ordered, _aliases(passages, found), year)
    extra: dict[str, list[Candidate]] = {}
    for passage_id, one in _repeats(passages, things, found):
        extra.setdefault(passage_id, []).append(one)
    mentions = {}
    for passage in passages:
        made = []
        for one in sorted((*found[passage.id], *extra.get(passage.id, ())), key=lambda c: (c.begin, -c.end)):
            key = key_of(one.label)
            key = merged.get(key, key)
            made.append(Named(one.begin, one.end, key, things[key].cls, one.nested))
        mentions[passage.id] = tuple(made)
    return Names(things, mentions, words)
