"""Rows to sections and passages: which heading a line hangs from, and where a sentence ends."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from shkc_kg.model import Chapter, Passage, PassageKind, Section, Source
from shkc_kg.reading.layout import Row, RowKind, rows_of
from shkc_kg.reading.text import Line, fold, join

__all__ = ["NameTest", "chapter_of"]

NameTest = Callable[[str], bool]
"""Tells whether a short line is a person's name, or an institution's."""

_SENTENCE_END: Final = re.compile(r"[。！？!?]+[”’》)）]*")
_MONTH: Final = re.compile(r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?|\d{4}年")
_GENERIC_LABEL: Final = frozenset(
    "主要成果 构成 主题 亮点 成果 概况 数据 大数据 要闻 背景 内容 主要内容 主要数据 数说 大事记 附表 名单".split()
)
LEVEL_TITLE, LEVEL_LONG, LEVEL_SHORT, LEVEL_MOTTO, LEVEL_DATE = 0, 30, 40, 50, 60
SHORT_HEADING: Final = 6  # code points; a plain heading up to this length is a name or a label


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of the document that becomes one heading, or one or more passages."""

    kind: PassageKind
    line: Line
    level: int = 0
    number: str = ""


def _pieces(row: Row) -> tuple[Line, ...]:
    """A heading split where bold runs meet plain ones: ``静安**推进集聚**`` is a place and its motto."""
    marks = sorted({0, *(b for b in row.line.bold if 0 < b < len(row.text)), len(row.text)})
    return tuple(row.line[a:b] for a, b in pairwise(marks) if row.text[a:b].strip())


def _plain_level(row: Row, following: Row | None) -> int:
    text = fold(row.text)
    if _MONTH.fullmatch(text):
        return LEVEL_DATE
    if text in _GENERIC_LABEL:
        return LEVEL_MOTTO
    if len(text) <= SHORT_HEADING or (following is not None and following.kind is RowKind.ITEM):
        return LEVEL_SHORT
    return LEVEL_LONG


def _heading(row: Row, following: Row | None, first: bool) -> Iterator[_Part]:
    if row.kind is RowKind.MARKED:
        yield _Part(PassageKind.HEADING, row.line, row.level, row.number)
        return
    pieces = _pieces(row)
    if len(pieces) == 1:
        level = LEVEL_TITLE if first else _plain_level(row, following)
        yield _Part(PassageKind.HEADING, row.line, level)
        return
    levels = (LEVEL_SHORT - 5, LEVEL_SHORT, LEVEL_MOTTO)[-len(pieces) :]
    for piece, level in zip(pieces, (*([LEVEL_SHORT - 5] * (len(pieces) - 3)), *levels), strict=True):
        yield _Part(PassageKind.HEADING, piece, level)


def _card_end(rows: Sequence[Row], at: int, is_person: NameTest, is_institution: NameTest) -> int:
    """Where a person's card that begins at ``at`` ends: name, institution(s), a division in brackets."""
    name = rows[at].text
    if rows[at].kind is not RowKind.SHORT or not is_person(name) or at + 1 >= len(rows):
        return at
    if rows[at + 1].kind is not RowKind.SHORT or not is_institution(rows[at + 1].text):
        return at
    end = at + 2
    while end < len(rows) and rows[end].kind is RowKind.SHORT and end < at + 4:
        bracketed = fold(rows[end].text).startswith("(")
        if not bracketed and (rows[end].gap or not is_institution(rows[end].text)):
            break
        end += 1
        if bracketed:
            break
    return end


def _card(rows: Sequence[Row], original: str) -> Line:
    """The lines of a card with the line feed between them kept."""
    parts = [rows[0].line]
    for row in rows[1:]:
        feed = original.rindex("\n", 0, row.line.offsets[0])
        parts += [Line("\n", (feed,)), row.line]
    return join(parts)


def _is_heading(rows: Sequence[Row], at: int) -> bool:
    """A short line heads what follows; the last of a run of short lines with nothing below is a cell."""
    row = rows[at]
    if row.kind is RowKind.MARKED:
        return True
    if row.kind is not RowKind.SHORT:
        return False
    text = fold(row.text)
    if text.endswith(("、", ":")) or text.startswith("(") or "、" in text and text.endswith("等"):
        return False
    return at + 1 < len(rows)


_CELL_RUN: Final = 3


def _in_cell_run(rows: Sequence[Row], at: int) -> bool:
    """Whether a short line stands in a table flattened to one cell a line: no gap around, several alike."""
    begin = end = at
    while begin > 0 and rows[begin].kind is RowKind.SHORT and not rows[begin].gap:
        begin -= 1
    while end + 1 < len(rows) and rows[end + 1].kind is RowKind.SHORT and not rows[end + 1].gap:
        end += 1
    return end - begin + 1 >= _CELL_RUN


def _below_figure(parts: Sequence[_Part], row: Row) -> bool:
    """Short lines below a number card name its members."""
    return bool(parts) and parts[-1].kind is PassageKind.CARD and row.kind is RowKind.SHORT and not row.line.bold


def _parts(rows: Sequence[Row], original: str, is_person: NameTest, is_institution: NameTest) -> Iterator[_Part]:
    at, made = 0, list[_Part]()
    while at < len(rows):
        row, following = rows[at], rows[at + 1] if at + 1 < len(rows) else None
        end = _card_end(rows, at, is_person, is_institution)
        if end > at:
            new = [_Part(PassageKind.CARD, _card(rows[at:end], original), LEVEL_DATE)]
            at = end
        elif row.kind is RowKind.FIGURE:
            new, at = [_Part(PassageKind.CARD, row.line)], at + 1
        elif _below_figure(made, row) and made[-1].level != LEVEL_DATE and not _heads(rows, at):
            end = at + 1
            while end < len(rows) and rows[end].kind is RowKind.SHORT and not rows[end].gap and not rows[end].line.bold:
                end += 1
            new, at = [_Part(PassageKind.ITEM, line) for line in _members(rows[at:end])], end
        elif _is_heading(rows, at) and not _in_cell_run(rows, at):
            new, at = list(_heading(row, following, not made)), at + 1
        else:
            kind = {RowKind.PROSE: PassageKind.SENTENCE, RowKind.TABLE: PassageKind.ROW}.get(row.kind, PassageKind.ITEM)
            new, at = [_Part(kind, row.line)], at + 1
        yield from new
        made += new


def _heads(rows: Sequence[Row], at: int) -> bool:
    """Whether the short line at ``at`` has text of its own below, and so is no member of a card."""
    return at + 1 < len(rows) and rows[at + 1].kind in (RowKind.PROSE, RowKind.MARKED, RowKind.LABELLED)


def _members(rows: Sequence[Row]) -> Iterator[Line]:
    """The lines below a number card; one that ends in 、 goes on in the next."""
    held: list[Line] = []
    for row in rows:
        held.append(row.line)
        if not row.text.endswith("、"):
            yield join(held)
            held = []
    if held:
        yield join(held)


def _lifted(parts: Sequence[_Part]) -> list[_Part]:
    """Headings with levels in order: one directly above another heading of its rank stands above it."""
    out = list(parts)
    for i in range(len(out) - 2, -1, -1):
        here, below = out[i], out[i + 1]
        if PassageKind.HEADING == here.kind == below.kind and LEVEL_TITLE < below.level <= here.level and not here.number:
            out[i] = _Part(here.kind, here.line, below.level - 5, here.number)
    return out


def _sentences(line: Line) -> Iterator[Line]:
    begin = 0
    for end in _SENTENCE_END.finditer(line.text):
        if line.text.count("“", begin, end.end()) > line.text.count("”", begin, end.end()) and end.end() - begin < 120:
            continue
        piece = line[begin : end.end()].strip()
        if piece.text:
            yield piece
        begin = end.end()
    rest = line[begin:].strip()
    if rest.text:
        yield rest


@dataclass(slots=True)
class _Outline:
    """The headings above the current line, outermost first, and the sections made so far."""

    sections: list[Section]
    stack: list[tuple[int, Section, str]]
    lead: str | None = None
    figure: str | None = None

    def open(self, part: _Part, passage: str) -> None:
        while self.stack and self.stack[-1][0] >= part.level:
            self.stack.pop()
        parent = self.stack[-1][1] if self.stack else None
        siblings = sum(1 for s in self.sections if s.parent == (parent.number if parent else None))
        number = part.number or (f"{parent.number}.{siblings + 1}" if parent else f"{siblings}")
        while any(s.number == number for s in self.sections):
            number += "a"
        section = Section(number, part.line.text, len(self.sections), passage, parent.number if parent else None)
        self.sections.append(section)
        self.stack.append((part.level, section, passage))
        self.lead = self.figure = None

    def scope(self) -> tuple[str, ...]:
        held = tuple(p for p in (self.figure, self.lead) if p)
        return held + tuple(passage for _, _, passage in reversed(self.stack))


def chapter_of(source: Source, is_person: NameTest, is_institution: NameTest) -> Chapter:
    """The sections and passages of a source, in reading order.

    The two tests are asked of short lines only; without names, a card is read as headings.
    """
    parts = _lifted(tuple(_parts(rows_of(source.original), source.original, is_person, is_institution)))
    outline = _Outline([], [])
    passages: list[Passage] = []

    def add(kind: PassageKind, line: Line) -> Passage:
        scope = outline.scope()
        section = outline.stack[-1][1].number if outline.stack else ""
        made = Passage(f"p{len(passages) + 1:04d}", len(passages) + 1, kind, line.text, line.offsets, section, scope)
        passages.append(made)
        return made

    for part in parts:
        if part.kind is PassageKind.HEADING:
            # the heading's own scope is what stands above it, so it is made before it is opened
            while outline.stack and outline.stack[-1][0] >= part.level:
                outline.stack.pop()
            outline.lead = outline.figure = None
            outline.open(part, add(part.kind, part.line).id)
            last = passages[-1]
            passages[-1] = Passage(
                last.id, last.order, last.kind, last.text, last.offsets, outline.stack[-1][1].number, last.scope
            )
            continue
        for line in _sentences(part.line) if part.kind is PassageKind.SENTENCE else (part.line,):
            if part.kind is PassageKind.CARD:
                outline.figure = None
            made = add(part.kind, line)
            if part.kind is PassageKind.CARD and part.level != LEVEL_DATE:
                outline.figure = made.id
            elif part.kind is PassageKind.SENTENCE:
                outline.figure = None
                outline.lead = made.id if fold(line.text).endswith(":") else None
    return Chapter(source, tuple(outline.sections), tuple(passages))
