"""Every character of a chapter and what became of it: evidence, mention, structure, rhetoric, or unread."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import groupby
from typing import Final

from shkc_kg.coverage.rhetoric import MORE, head_of, words_of
from shkc_kg.model import Fact, Observation, Passage, PassageKind, Reading, Span, Unread
from shkc_kg.reading.lexicon import frame_verbs, heads, list_nouns
from shkc_kg.reading.lines.text import fold

__all__ = ["Category", "Stretch", "stretches"]


class Category(StrEnum):
    """What became of a character."""

    EVIDENCE = "evidence"
    MENTION = "mention"
    STRUCTURE = "structure"
    RHETORIC = "rhetoric"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of the original that share a fate, and by which rule."""

    span: Span
    category: Category
    rule: str


Mark = tuple[Category, str]

_CLAUSE: Final = re.compile(r"[^,;。:!?\n\t—]+")
_SEPARATORS: Final = re.compile(r"[\s\W_]", re.UNICODE)
_SECTION_NUMBER: Final = re.compile(r"[\d.第章节篇编部分一二三四五六七八九十百①-⑳]")


def stretches(reading: Reading) -> tuple[Stretch, ...]:
    """The whole original as stretches, in order and without a gap."""
    original = reading.chapter.source.original
    marks: list[Mark | None] = [None] * len(original)
    facts: dict[str, list[Fact]] = defaultdict(list)
    for fact in reading.facts:
        facts[fact.evidence.passage].append(fact)
    names: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for mention in reading.mentions:
        names[mention.passage].append((mention.span, "name"))
    for date in reading.dates:
        names[date.passage].append((date.span, "date"))
    reasons: dict[str, list[Unread]] = defaultdict(list)
    for one in reading.unread:
        reasons[one.passage].append(one)
    inside = [False] * len(original)
    for passage in reading.chapter.passages:
        held = _passage(passage, facts[passage.id], names[passage.id], reasons[passage.id])
        for place, mark in zip(passage.offsets, held, strict=True):
            marks[place], inside[place] = mark, True
    for place, char in enumerate(original):
        if not inside[place]:
            marks[place] = _outside(char)
    return tuple(_joined(marks))


def _outside(char: str) -> Mark:
    """What layout dropped: blanks, marks and numbers of lists and sections; a word there was lost."""
    if _SEPARATORS.match(char) or _SECTION_NUMBER.match(char):
        return Category.STRUCTURE, "layout"
    return Category.UNREAD, "outside every passage"


def _joined(marks: Sequence[Mark | None]) -> Iterator[Stretch]:
    begin = 0
    for mark, held in groupby(marks):
        end = begin + sum(1 for _ in held)
        category, rule = mark or (Category.UNREAD, "no rule")
        yield Stretch(Span(begin, end), category, rule)
        begin = end


def _passage(
    passage: Passage, facts: Sequence[Fact], names: Sequence[tuple[Span, str]], unread: Sequence[Unread]
) -> list[Mark | None]:
    """The fate of each character of a passage's clean text."""
    text = fold(passage.text)
    marks: list[Mark | None] = [None] * len(text)
    for fact in facts:
        for span in fact.evidence.spans:
            _mark(passage, marks, span, (Category.EVIDENCE, fact.evidence.rule))
        if isinstance(fact, Observation):
            _mark(passage, marks, fact.span, (Category.EVIDENCE, fact.evidence.rule))
            _mark_noun(passage, text, marks, fact)
    for span, kind in names:
        _mark(passage, marks, span, (Category.MENTION, kind))
    if passage.kind is PassageKind.HEADING:
        return [mark or (Category.STRUCTURE, "heading") for mark in marks]
    for at, char in enumerate(text):
        if marks[at] is None and _SEPARATORS.match(char):
            marks[at] = Category.STRUCTURE, "punctuation"
    for clause in _CLAUSE.finditer(text):
        _clause(text, marks, clause.start(), clause.end())
    for reason in unread:
        _mark(passage, marks, reason.span, (Category.UNREAD, reason.reason))
    return marks


def _place(passage: Passage, span: Span) -> tuple[int, int]:
    return bisect_left(passage.offsets, span.begin), bisect_left(passage.offsets, span.end)


def _mark(passage: Passage, marks: list[Mark | None], span: Span, mark: Mark) -> None:
    begin, end = _place(passage, span)
    for at in range(begin, end):
        marks[at] = marks[at] or mark


_NOUN_END: Final = re.compile(r"[,;。:、!?\n\t(—]|\d")


def _mark_noun(passage: Passage, text: str, marks: list[Mark | None], fact: Observation) -> None:
    """What follows a number and its unit and stands in the indicator says what was counted: 25位``科学大咖``."""
    end = _place(passage, fact.span)[1]
    if fact.unit and text.startswith(fact.unit, end):
        end += len(fact.unit)
    stop = _NOUN_END.search(text, end)
    last = stop.start() if stop else len(text)
    words = _LEADING.sub("", text[end:last])
    begin = last - len(words)
    told = _LEADING.sub("", fold(fact.indicator))
    while words and not all(part in told for part in _halves(words)):
        words = words[:-1]
    for at in range(end, begin + len(words)) if len(words) > 1 else ():
        marks[at] = marks[at] or (Category.EVIDENCE, fact.evidence.rule)


_LEADING: Final = re.compile(r"^[的多余]+")


def _halves(words: str) -> tuple[str, ...]:
    """The words themselves; an indicator may turn noun and verb (走上红毯的科学大咖), so pairs of characters count."""
    return tuple(words[at : at + 2] for at in range(0, len(words) - 1, 2)) or (words,)


@cache
def _classes() -> Mapping[str, Mark]:
    """Nouns behind a list (等``平台``落地) or for what was named before (``论坛``采取…): they tell a name's class."""
    return dict.fromkeys((*list_nouns(), *heads()), (Category.MENTION, "class noun"))


@cache
def _deeds() -> Mapping[str, Mark]:
    """Verbs of facts, which a fact's own characters may leave out."""
    return dict.fromkeys(frame_verbs(), (Category.EVIDENCE, "verb"))


def _clause(text: str, marks: list[Mark | None], begin: int, end: int) -> None:
    """The stretches of a clause that no fact and no name covers: rhetoric, glue, or unread."""
    told = {mark[0] for mark in marks[begin:end] if mark}
    read = Category.EVIDENCE in told or Category.MENTION in told
    more = {**(_classes() if read else {}), **(_deeds() if Category.EVIDENCE in told else {})}
    head = head_of(text[begin:end])
    at = begin
    while at < end:
        if marks[at] is not None:
            at += 1
            continue
        last = at
        while last < end and marks[last] is None:
            last += 1
        _piece(text, marks, at, last, head, read, more)
        at = last


def _piece(
    text: str, marks: list[Mark | None], begin: int, end: int, head: str | None, read: bool, more: Mapping[str, Mark]
) -> None:
    words = words_of(text[begin:end], more.keys())
    if words is None:
        return
    roles = {role for _, _, role in words}
    if roles != {"function"} and head is None and not read:
        return
    for first, last, role in words:
        if role == MORE:
            mark = more[text[begin + first : begin + last]]
        elif roles == {"function"}:
            mark = Category.STRUCTURE, "function words"
        else:
            mark = Category.RHETORIC, head or "beside a name"
        for at in range(begin + first, begin + last):
            marks[at] = mark
