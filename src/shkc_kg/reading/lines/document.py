"""Parts to sections and passages: which heading a line hangs from, and where a sentence ends."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Final

from shkc_kg.model import Chapter, Passage, PassageKind, Section, Source
from shkc_kg.reading.lines.headline import SUMS_UP
from shkc_kg.reading.lines.layout import rows_of
from shkc_kg.reading.lines.parts import NameTest, Part, parts_of
from shkc_kg.reading.lines.row import DATED
from shkc_kg.reading.lines.text import Line, fold

__all__ = ["NameTest", "chapter_of"]

_SENTENCE_END: Final = re.compile(r"[。！？!?]+[”’》)）]*")
QUOTATION: Final = 120  # code points; a quotation that is open for longer has lost its closing mark


def _sentences(line: Line) -> Iterator[Line]:
    """The sentences of a line; a full stop inside a quotation ends none."""
    begin = opened = closed = at = 0
    for end in _SENTENCE_END.finditer(fold(line.text)):
        opened += line.text.count("“", at, end.end())
        closed += line.text.count("”", at, end.end())
        at = end.end()
        if opened > closed and at - begin < QUOTATION:
            continue
        piece = line[begin:at].strip()
        if piece.text:
            yield piece
        begin, opened, closed = at, 0, 0
    rest = line[begin:].strip()
    if rest.text:
        yield rest


LONGEST: Final = 2000  # code points; what runs on for longer is no sentence, and is cut at a mark
_CUT: Final = re.compile(r".*[;；,，、\t ]", re.DOTALL)


def _bounded(line: Line) -> Iterator[Line]:
    """A line in stretches of bounded length, so that a text without full stops costs no more than its length."""
    begin = 0
    while len(line.text) - begin > LONGEST:
        mark = _CUT.match(line.text, begin, begin + LONGEST)
        end = mark.end() if mark else begin + LONGEST
        yield line[begin:end]
        begin = end
    yield line[begin:]


@dataclass(slots=True)
class _Outline:
    """The headings above the current line, outermost first, and what was made so far.

    ``lead`` is the sentence that announces the items below it, ``figure`` the number card above its members.
    """

    sections: list[Section] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    stack: list[tuple[int, Section, str]] = field(default_factory=list)
    numbers: Counter[str] = field(default_factory=Counter)
    children: Counter[str | None] = field(default_factory=Counter)
    lead: str | None = None
    figure: str | None = None

    def add(self, part: Part) -> None:
        """The passage or passages of a part."""
        if part.kind is PassageKind.HEADING:
            self._open(part)
            return
        self._close(part)
        whole = _sentences(part.line) if part.kind is PassageKind.SENTENCE else (part.line,)
        for line in chain.from_iterable(map(_bounded, whole)):
            if part.kind is PassageKind.CARD:
                self.figure = None
            made = self._passage(part.kind, line)
            if part.is_number_card:
                self.figure = made.id
            elif part.kind is PassageKind.SENTENCE:
                self.figure = None
                self.lead = made.id if fold(line.text).endswith(":") else None

    def _close(self, part: Part) -> None:
        """Ends the last entry of a timeline before the paragraph that sums up its year."""
        told = self.passages and self.passages[-1].kind is PassageKind.SENTENCE
        if told and self.stack and self.stack[-1][0] == DATED and SUMS_UP.match(fold(part.line.text)):
            self.stack.pop()
            self.lead = None

    def _passage(self, kind: PassageKind, line: Line) -> Passage:
        order = len(self.passages) + 1
        section = self.stack[-1][1].number if self.stack else ""
        made = Passage(f"p{order:04d}", order, kind, line.text, line.offsets, section, self._scope())
        self.passages.append(made)
        return made

    def _scope(self) -> tuple[str, ...]:
        held = tuple(p for p in (self.figure, self.lead) if p)
        return held + tuple(passage for _, _, passage in reversed(self.stack))

    def _open(self, part: Part) -> None:
        """A section with its heading, which hangs from what stands above it and belongs to its own section."""
        while self.stack and self.stack[-1][0] >= part.level:
            self.stack.pop()
        self.lead = self.figure = None
        heading = self._passage(part.kind, part.line)
        parent = self.stack[-1][1].number if self.stack else None
        number = self._number(part.number, parent)
        section = Section(number, part.line.text, len(self.sections), heading.id, parent)
        self.sections.append(section)
        self.stack.append((part.level, section, heading.id))
        self.passages[-1] = replace(heading, section=number)

    def _number(self, printed: str, parent: str | None) -> str:
        """The printed number, or the next one below the parent; one that was given before is told apart by ``-2``."""
        siblings = self.children[parent]
        self.children[parent] += 1
        number = printed or (f"{parent}.{siblings + 1}" if parent else f"{siblings}")
        self.numbers[number] += 1
        return number if self.numbers[number] == 1 else f"{number}-{self.numbers[number]}"


def chapter_of(source: Source, is_person: NameTest, is_institution: NameTest) -> Chapter:
    """The sections and passages of a source, in reading order.

    The two tests are asked of short lines only; without names, a card is read as headings.
    """
    outline = _Outline()
    for part in parts_of(rows_of(source.original), source.original, is_person, is_institution):
        outline.add(part)
    return Chapter(source, tuple(outline.sections), tuple(outline.passages))
