"""Other forms of a name that a text introduces (全称(以下简称…)), and where names learnt once stand again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import ahocorasick_rs

from shkc_kg.model import Passage
from shkc_kg.reading.lexicon import words
from shkc_kg.reading.lines.text import fold
from shkc_kg.reading.names.candidate import Candidate
from shkc_kg.reading.names.classes import PLACES
from shkc_kg.reading.names.resolve import Resolved
from shkc_kg.reading.tokens import is_cut_off

__all__ = ["aliases_of", "introduced_aliases", "repeats"]

_ALIAS: Final = re.compile(r"[(,](?:以下)?(?:统称|简称|又称|下称|称)(?:为)?[:“]*(?P<alias>[^()”“,;。、]{2,16})")
_BRACKETED: Final = re.compile(r"[(](?P<alias>[A-Z][A-Za-z0-9&+-]{1,11}|[\u4e00-\u9fff]{2,8})[)]")


def introduced_aliases(text: str) -> Iterator[tuple[int, str]]:
    """Aliases that a passage introduces by a word, each with the place where the full name ends.

    >>> list(introduced_aliases("中关村国家自主创新示范区(以下简称中关村示范区)"))
    [(12, '中关村示范区')]
    """
    for m in _ALIAS.finditer(text):
        yield m.start(), m["alias"]


def aliases_of(passages: Iterable[Passage], found: Mapping[str, Sequence[Candidate]]) -> Mapping[str, str]:
    """The full name of each alias that the passages introduce behind a name."""
    made = {}
    for passage in passages:
        ends = {one.end: one for one in found[passage.id] if not one.nested}
        text = fold(passage.text)
        for at, alias in introduced_aliases(text):
            if at in ends:
                made[alias] = ends[at].label
        for m in _BRACKETED.finditer(text):
            if m.start() in ends and _may_stand_for(m["alias"], ends[m.start()]):
                made[m["alias"]] = ends[m.start()].label
        for one in found[passage.id]:
            if text[one.begin - 1 : one.begin] == "(" and text[one.end : one.end + 1] == ")" and one.begin - 1 in ends:
                full = ends[one.begin - 1]
                if full.cls == one.cls and one.cls not in PLACES and not one.nested:
                    made[one.label] = full.label
    return made


def _may_stand_for(short: str, full: Candidate) -> bool:
    """Whether what stands in brackets behind a name is its short form: 中国科学院(中科院), X组织(WHO)."""
    if full.cls in ("Person", *PLACES):
        return False
    if short.isascii():
        return sum(char.isupper() for char in short) >= 2
    rest = iter(full.text)
    shortened = len(short) < len(full.text) and all(char in rest for char in short)
    return shortened or (full.cls == "Company" and short.endswith(tuple(words("company_tail"))))


def _forms(things: Iterable[Resolved]) -> Mapping[str, Resolved]:
    """The forms by which things are found again: long enough that nothing else is written so."""
    forms: dict[str, Resolved] = {}
    for thing in things:
        zone = thing.cls == "FunctionalZone" and thing.rule.startswith("list")
        shortest = 4 if thing.cls == "Person" else 2 if zone else 3
        for form in (thing.name, *thing.forms):
            if len(form) >= shortest:
                forms.setdefault(fold(form), thing)
    return forms


def repeats(
    passages: Iterable[Passage], things: Iterable[Resolved], held: Mapping[str, Sequence[Candidate]]
) -> Iterator[tuple[str, Candidate]]:
    """Further mentions of learnt names, by passage, where no other name stands."""
    forms = _forms(things)
    listed = sorted(forms)
    automaton = ahocorasick_rs.AhoCorasick(listed, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    for passage in passages:
        text = fold(passage.text)
        taken = bytearray(len(text))
        for one in held[passage.id]:
            taken[one.begin : one.end] = b"\1" * (one.end - one.begin)
        for index, begin, end in automaton.find_matches_as_indexes(text):
            if not any(taken[begin:end]) and not is_cut_off(text, end):
                thing = forms[listed[index]]
                yield passage.id, Candidate(begin, end, listed[index], thing.cls, "repeat", thing.entry, thing.name)
