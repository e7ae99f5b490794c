"""Names of a chapter: candidates by rule, then things and their mentions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from shkc_kg.model import Passage, PassageKind
from shkc_kg.reading.lines.text import fold
from shkc_kg.reading.names.abbreviations import one_character_places
from shkc_kg.reading.names.abroad import bodies_abroad, missions, titles_abroad
from shkc_kg.reading.names.aliases import aliases_of, repeats
from shkc_kg.reading.names.beside import neighbours
from shkc_kg.reading.names.bodies import bodies, placed_bodies
from shkc_kg.reading.names.branches import branches
from shkc_kg.reading.names.brands import brand_names
from shkc_kg.reading.names.bylines import bylines
from shkc_kg.reading.names.campaigns import campaigns
from shkc_kg.reading.names.candidate import Candidate, Words, outermost
from shkc_kg.reading.names.cards import card_names
from shkc_kg.reading.names.common import counted_nouns, is_common
from shkc_kg.reading.names.convened import convened, numbered_meetings
from shkc_kg.reading.names.cut import is_cut
from shkc_kg.reading.names.elided import elided_names
from shkc_kg.reading.names.extended import extended_names
from shkc_kg.reading.names.firmrows import firm_rows
from shkc_kg.reading.names.groups import group_names
from shkc_kg.reading.names.headed import headed_names
from shkc_kg.reading.names.held import held_names
from shkc_kg.reading.names.homonyms import told_apart
from shkc_kg.reading.names.honours import honour_names
from shkc_kg.reading.names.known import known_candidates
from shkc_kg.reading.names.laidout import laid_out_persons
from shkc_kg.reading.names.led import led_persons
from shkc_kg.reading.names.listed import SORTED, listed_names
from shkc_kg.reading.names.media import media
from shkc_kg.reading.names.merging import Setting
from shkc_kg.reading.names.nested import with_nested
from shkc_kg.reading.names.offices import office_holders
from shkc_kg.reading.names.persons import persons
from shkc_kg.reading.names.prizes import prize_names
from shkc_kg.reading.names.quoted import quoted_names
from shkc_kg.reading.names.resolve import Resolved, key_of
from shkc_kg.reading.names.rolls import people_of, rolls
from shkc_kg.reading.names.shared import shared_names
from shkc_kg.reading.names.siblings import siblings
from shkc_kg.reading.names.sittings import papers, sittings
from shkc_kg.reading.names.stems import stem_names
from shkc_kg.reading.names.strategies import strategies
from shkc_kg.reading.names.tabled import tabled_names
from shkc_kg.reading.names.things import Resolution, resolve
from shkc_kg.reading.names.titles import titles
from shkc_kg.reading.names.towns import towns
from shkc_kg.reading.names.transliterated import transliterated_names
from shkc_kg.reading.names.undertakings import undertakings
from shkc_kg.reading.names.untitled import untitled_papers
from shkc_kg.reading.tokens import tokens_of

__all__ = ["Named", "Names", "names_of"]


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


def _candidates(
    passage: Passage, region: str | None, tabled: Sequence[Candidate]
) -> tuple[Words, tuple[Candidate, ...]]:
    """The words of a passage, and its names in order: outer ones, and those meant inside them."""
    text = fold(passage.text)
    tokens, known = tokens_of(text)
    line = Words.of(text, tokens)
    card = passage.kind is PassageKind.CARD
    listed = tuple(known_candidates(line, known, region))
    shared = tuple(shared_names(line))
    tails = {end for _, end in shared}
    own = tuple(bodies(line, region))
    # where two of equal length overlap, the earlier rule wins
    whole = [
        *tabled,
        *undertakings(line),
        *titles(text),
        *quoted_names(text),
        *media(text),
        *held_names(text),
        *campaigns(text),
        *convened(text),
        *strategies(text),
        *untitled_papers(text),
        *sittings(line, region),
        *papers(line, region),
        *persons(line, card),
        *led_persons(line),
        *office_holders(line),
        *bylines(line),
        *laid_out_persons(line),
        *rolls(line),
        *transliterated_names(line),
        *own,
        *placed_bodies(line),
        *bodies_abroad(line),
        *missions(line),
        *(card_names(line) if card else ()),
        *extended_names(line, known),
        *(one for one in headed_names(line) if one.end not in tails),
        *one_character_places(line),
        *brand_names(line),
        *firm_rows(line),
        *group_names(line),
        *towns(line),
        *elided_names(line),
        *prize_names(line),
        *honour_names(line),
    ]
    members = tuple(listed_names(line, [*whole, *listed]))
    beside = tuple(neighbours(line, [*whole, *listed, *members]))
    better = (one for one in members if one.rule == SORTED)
    every = [*(one for one, _ in shared), *better, *listed, *whole, *members, *beside]
    every += people_of(line, every)
    every += branches(line, every)
    every += numbered_meetings(line, every)
    every += siblings(line, every, region)
    every += titles_abroad(line, every)
    ends = frozenset(one.end for one in every)
    outer = outermost(one for one in every if not is_cut(line, one, ends))
    return line, with_nested(text, outer, [*listed, *own], region)


def _proper(words: Mapping[str, Words], read: Mapping[str, Sequence[Candidate]]) -> Mapping[str, tuple[Candidate, ...]]:
    """The names of each passage without common nouns, and without those that hold nothing but signs."""
    counted = frozenset(noun for line in words.values() for noun in counted_nouns(line))
    return {
        passage: tuple(one for one in names if key_of(one.label) and not is_common(one, counted))
        for passage, names in read.items()
    }


def _mentions(found: Sequence[Candidate], resolution: Resolution) -> tuple[Named, ...]:
    made = []
    for one in sorted(found, key=lambda c: (c.begin, -c.end)):
        key = resolution.key(one)
        made.append(Named(one.begin, one.end, key, resolution.things[key].cls, one.nested))
    return tuple(made)


_FOLDED_MARK: Final = re.compile(r"[•‧・：]")


def _keep_printed(passages: Sequence[Passage], found: Mapping[str, Sequence[Candidate]], known: Resolution) -> None:
    """Give a thing the form that its text prints where a mark inside is not the usual one: 中国•湖滨交易会."""
    for passage in passages:
        for one in found[passage.id]:
            printed = passage.text[one.begin : one.end]
            if _FOLDED_MARK.search(printed):
                known.things[known.key(one)].add(printed)


_SEVERAL: Final = re.compile(r"(?:[两二三四五六七八九十\d多]届|历届|往届|每年(?:举办)?)$")


def _series(words: Mapping[str, Words], found: Mapping[str, Sequence[Candidate]]) -> Iterator[str]:
    """The keys of names that the text speaks of as more than one event: 成功举办四届创新周."""
    for passage, names in found.items():
        for one in names:
            if _SEVERAL.search(words[passage].text[max(0, one.begin - 5) : one.begin]):
                yield key_of(one.label)


def names_of(passages: Sequence[Passage], regions: Mapping[str, str | None], year: int | None) -> Names:
    """All names of a chapter's passages; ``regions`` tells where each passage's short place names lie."""
    words: dict[str, Words] = {}
    read: dict[str, tuple[Candidate, ...]] = {}
    tabled = tabled_names(passages)
    for passage in passages:
        region = regions.get(passage.id)
        words[passage.id], read[passage.id] = _candidates(passage, region, tabled.get(passage.id, ()))
    found = told_apart(_proper(words, read))
    for passage_id, one in stem_names(words, found):
        found[passage_id] = (*found[passage_id], one)
    setting = Setting(year, next(iter(regions.values()), None), frozenset(_series(words, found)))
    ordered = chain.from_iterable(found[p.id] for p in passages)
    resolution = resolve(ordered, aliases_of(passages, found), setting)
    _keep_printed(passages, found, resolution)
    extra: dict[str, list[Candidate]] = {p.id: [] for p in passages}
    for passage_id, one in repeats(passages, resolution.things.values(), found):
        extra[passage_id].append(one)
    mentions = {p.id: _mentions([*found[p.id], *extra[p.id]], resolution) for p in passages}
    return Names(resolution.things, mentions, words)
