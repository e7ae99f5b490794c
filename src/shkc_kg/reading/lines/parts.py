"""Rows to parts: which short lines are headings, which are cells, and which belong to one card."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from shkc_kg.model import PassageKind
from shkc_kg.reading.lexicon import heads, words
from shkc_kg.reading.lines.row import DATED, MARK, Row, RowKind, ends_sentence
from shkc_kg.reading.lines.text import Line, fold, join

__all__ = ["NameTest", "Part", "parts_of"]

NameTest = Callable[[str], bool]
"""Tells whether a short line is a person's name, or an institution's."""

# Ranks of headings that no mark ranks. A long one is a line such as ◆ marks, whose rank it shares (see row.py).
LEVEL_TITLE, LEVEL_LONG, LEVEL_SHORT, LEVEL_MOTTO, LEVEL_DATE = 0, MARK, 60, 70, 80
LIFT: Final = 5  # how far a heading stands above the one directly below it
LIFTS: Final = 3  # more headings directly one below the other are a list of contents
SHORT_HEADING: Final = 6  # code points; a plain heading up to this length is a name or a label
DATELINE: Final = 4  # a full date in the first lines says when the text was published
NUMBERED: Final = 24  # code points; a longer numbered line is an item
CELL_RUN: Final = 3  # so many short lines without a gap are a table, one cell a line
CARD_LINES: Final = 4

_MONTH: Final = re.compile(
    r"[【\[(]?(?:(?:\d{4}年)?\d{1,2}月份?(?:\d{1,2}日)?|\d{4}年|(?:十[一二]?|[一二三四五六七八九])月份?)[】\])]?"
)
_DAY: Final = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")
_LABELS: Final = frozenset(
    (
        *("主要成果", "构成", "主题", "亮点", "成果", "概况", "数据", "大数据", "要闻", "背景", "内容", "主要内容"),
        *("主要数据", "数说", "大事记", "附表", "名单"),
    )
)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the document that becomes one heading, or one or more passages.

    ``level`` ranks a heading (small is high), ``marked`` where its mark or number says so, which is ``number``;
    a person's card has ``LEVEL_DATE``, a number card none.
    """

    kind: PassageKind
    line: Line
    level: int = 0
    number: str = ""
    marked: bool = False

    @property
    def is_number_card(self) -> bool:
        return self.kind is PassageKind.CARD and self.level != LEVEL_DATE


def _pieces(row: Row) -> tuple[Line, ...]:
    """A heading split where bold runs meet plain ones: ``静安**推进集聚**`` is a place and its motto."""
    marks = sorted({0, *(b for b in row.line.bold if 0 < b < len(row.text)), len(row.text)})
    return tuple(row.line[a:b] for a, b in pairwise(marks) if row.text[a:b].strip())


def _plain_level(row: Row, following: Row | None, above_card: bool) -> int:
    text = fold(row.text)
    if _MONTH.fullmatch(text):
        return LEVEL_DATE
    if text.startswith("【") and text.endswith("】"):
        return LEVEL_SHORT
    if text in _LABELS:
        return LEVEL_MOTTO
    heads_list = above_card or (following is not None and following.kind is RowKind.ITEM)
    if len(text) <= SHORT_HEADING or heads_list or _is_name(text):
        return LEVEL_SHORT
    return LEVEL_LONG


def _is_name(text: str) -> bool:
    """Whether a heading is a name (世界人工智能大会) rather than a statement (建设国际科技创新中心)."""
    if any(text.startswith(word) for group in ("verb", "soft_verb", "adverb") for word in words(group)):
        return False
    return any(text[begin:] in heads() for begin in range(1, len(text)))


def _headings(row: Row, following: Row | None, *, first: bool, above_card: bool) -> Iterator[Part]:
    """The heading or headings of a row: ``南北转型**宝山****建设主阵地**`` glues three of falling rank together."""
    if row.kind in (RowKind.MARKED, RowKind.ITEM):
        yield Part(PassageKind.HEADING, row.line, row.level, row.number, marked=True)
        return
    if row.level == DATED and not first:
        yield Part(PassageKind.HEADING, row.line, DATED, marked=True)
        return
    pieces = _pieces(row)
    if len(pieces) == 1:
        yield Part(PassageKind.HEADING, row.line, LEVEL_TITLE if first else _plain_level(row, following, above_card))
        return
    falling = (LEVEL_SHORT - LIFT, LEVEL_SHORT, LEVEL_MOTTO)[-len(pieces) :]
    levels = (*([LEVEL_SHORT - LIFT] * (len(pieces) - len(falling))), *falling)
    for piece, level in zip(pieces, levels, strict=True):
        yield Part(PassageKind.HEADING, piece, level)


def _card_end(rows: Sequence[Row], at: int, is_person: NameTest, is_institution: NameTest) -> int:
    """Where a person's card that begins at ``at`` ends: name, institution(s), a division in brackets."""
    if at + 1 >= len(rows) or not all(row.kind is RowKind.SHORT for row in rows[at : at + 2]):
        return at
    if not is_person(rows[at].text) or not is_institution(rows[at + 1].text):
        return at
    end = at + 2
    while end < len(rows) and rows[end].kind is RowKind.SHORT and end < at + CARD_LINES:
        if fold(rows[end].text).startswith("("):
            return end + 1
        if rows[end].gap or not is_institution(rows[end].text):
            break
        end += 1
    return end


def _card(rows: Sequence[Row], original: str) -> Line:
    """The lines of a card with the line feed between them kept."""
    parts = [rows[0].line]
    for row in rows[1:]:
        feed = original.index("\n", parts[-1].offsets[-1], row.line.offsets[0])
        parts += [Line("\n", (feed,)), row.line]
    return join(parts)


def _is_heading(rows: Sequence[Row], at: int) -> bool:
    """Whether a line heads what follows; the last of a text, and a cell of a flattened table, head nothing.

    ``1.强化原始创新`` above prose is a heading, and among its like an item.
    """
    row = rows[at]
    if row.kind is RowKind.ITEM and row.level and not ends_sentence(row.text):
        return len(row.text) <= NUMBERED and at + 1 < len(rows) and rows[at + 1].kind is RowKind.PROSE
    if row.kind is not RowKind.SHORT or at + 1 == len(rows):
        return row.kind is RowKind.MARKED
    if row.level == DATED:
        return rows[at + 1].kind is RowKind.PROSE
    text = fold(row.text)
    if _DAY.fullmatch(text) and at < DATELINE:
        return False
    if text.endswith(("、", ":")) or text.startswith("(") or ("、" in text and text.endswith("等")):
        return False
    return not _in_cell_run(rows, at)


def _in_cell_run(rows: Sequence[Row], at: int) -> bool:
    """Whether a short line stands in a table flattened to one cell a line: no gap around, several alike."""
    begin = end = at
    while begin > 0 and rows[begin].kind is RowKind.SHORT and not rows[begin].gap and at - begin < CELL_RUN:
        begin -= 1
    while end + 1 < len(rows) and rows[end + 1].kind is RowKind.SHORT and not rows[end + 1].gap and end - at < CELL_RUN:
        end += 1
    return end - begin + 1 >= CELL_RUN


def _members_end(rows: Sequence[Row], at: int) -> int:
    """Where the members end that stand below a number card, from ``at`` on; ``at`` itself where there are none."""
    row = rows[at]
    if row.kind is not RowKind.SHORT or row.line.bold:
        return at
    if at + 1 < len(rows) and rows[at + 1].kind in (RowKind.PROSE, RowKind.MARKED, RowKind.LABELLED):
        return at  # it has text of its own below, and so is a heading
    end = at + 1
    while end < len(rows) and rows[end].kind is RowKind.SHORT and not rows[end].gap and not rows[end].line.bold:
        end += 1
    return end


def _members(rows: Sequence[Row]) -> Iterator[Part]:
    """The lines below a number card; one that ends in 、 goes on in the next."""
    held: list[Line] = []
    for row in rows:
        held.append(row.line)
        if not row.text.endswith("、") or row is rows[-1]:
            yield Part(PassageKind.ITEM, join(held))
            held = []


_KINDS: Final = {RowKind.PROSE: PassageKind.SENTENCE, RowKind.TABLE: PassageKind.ROW, RowKind.FIGURE: PassageKind.CARD}


def _parts(rows: Sequence[Row], original: str, is_person: NameTest, is_institution: NameTest) -> Iterator[Part]:
    at, last = 0, None
    while at < len(rows):
        row, following = rows[at], rows[at + 1] if at + 1 < len(rows) else None
        card = _card_end(rows, at, is_person, is_institution)
        members = _members_end(rows, at) if last is not None and last.is_number_card else at
        if card > at:
            new, end = [Part(PassageKind.CARD, _card(rows[at:card], original), LEVEL_DATE)], card
        elif members > at:
            new, end = list(_members(rows[at:members])), members
        elif _is_heading(rows, at):
            above_card = _card_end(rows, at + 1, is_person, is_institution) > at + 1
            new, end = list(_headings(row, following, first=last is None, above_card=above_card)), at + 1
        else:
            new, end = [Part(_KINDS.get(row.kind, PassageKind.ITEM), row.line)], at + 1
        yield from new
        at, last = end, new[-1]


def _lifted(parts: Sequence[Part]) -> list[Part]:
    """Headings with levels in order: one directly above another heading of its rank stands above it.

    A mark's rank is believed: two ``一、`` lines in a row are siblings, of which the first is empty.
    """
    out = list(parts)
    lifts = 0
    for i in range(len(out) - 2, -1, -1):
        here, below = out[i], out[i + 1]
        both = PassageKind.HEADING == here.kind == below.kind and not here.marked
        lifts = lifts + 1 if both and lifts < LIFTS and LEVEL_TITLE < below.level <= here.level else 0
        if lifts:
            out[i] = replace(here, level=below.level - LIFT)
    return out


def parts_of(rows: Sequence[Row], original: str, is_person: NameTest, is_institution: NameTest) -> list[Part]:
    """The parts of a text's rows, in order; the tests are asked of short lines only."""
    return _lifted(tuple(_parts(rows, original, is_person, is_institution)))
