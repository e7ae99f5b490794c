"""The rows of a text: its lines, with those joined that the layout tore apart.

A wrapped sentence, a page break inside a word, a figure above its measure word: each becomes one row, and keeps the
offsets of its characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from shkc_kg.reading.lexicon import unit_kinds
from shkc_kg.reading.lines.barred import barred_rows
from shkc_kg.reading.lines.cells import tables_joined
from shkc_kg.reading.lines.row import DATED, LONG, Row, RowKind, ends_sentence, has_digit, is_marked, rows_of_line
from shkc_kg.reading.lines.spaced import spaced_rows
from shkc_kg.reading.lines.text import Line, fold, join, lines_of
from shkc_kg.reading.tokens import tears_word

__all__ = ["rows_of"]

_BOLD_LINES: Final = 4  # a bold run over more lines than this is a lost mark


def _bold_runs(original: str) -> Iterator[tuple[int, str]]:
    """Raw lines, where a bold run that goes over several lines counts as one."""
    held: list[tuple[int, str]] = []
    for begin, raw in lines_of(original):
        held.append((begin, raw))
        open_run = sum(text.count("**") for _, text in held) % 2
        if open_run and len(held) < _BOLD_LINES and len(raw) < LONG:
            continue
        if not open_run and len(held) > 1:
            # a carriage return is deleted by cleaning, and keeps every other character in its place
            yield held[0][0], original[held[0][0] : begin + len(raw)].replace("\n", "\r")
        else:
            yield from held
        held = []
    yield from held


_FOLIO: Final = re.compile(
    r"\s*(?:[-—–·]+\s*\d{1,4}\s*[-—–·]+|第\s*\d{1,4}\s*页(?:\s*[/,，]?\s*共\s*\d{1,4}\s*页)?)\s*"
)


def _torn_rows(original: str) -> Iterator[Row]:
    """The rows of each line, or of a table of one cell a line; the number of a page, ``— 12 —``, is a gap."""
    gap = True
    lines = tuple(_bold_runs(original))
    at = tried = 0
    while at < len(lines):
        begin, raw = lines[at]
        made: tuple[Row, ...] = ()
        end = at
        if at >= tried:
            made, tried = barred_rows(lines, at)
            end = tried
        if not made:
            made, end = spaced_rows(lines, at)
        if made:
            at = end
        else:
            made = () if _FOLIO.fullmatch(raw) else rows_of_line(raw, begin, gap)
            at += 1
        yield from made
        gap = not made


def _without_folios(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows without bare page numbers: a figure alone that parts a sentence."""
    for i, row in enumerate(rows):
        inside = row.gap and 0 < i < len(rows) - 1 and row.text.isdigit() and len(row.text) <= 4
        if not (inside and rows[i - 1].kind is RowKind.PROSE and _continues(rows[i - 1], rows[i + 1])):
            yield row


_WRAPPED_ITEM: Final = 20  # code points; a shorter line would not have been wrapped
_WRAPPED_SHORT: Final = 28
_WRAPPED_PROSE: Final = 16
_WIDER: Final = 1.25  # times; no line of a column is so much wider than the one before


def _continues(row: Row, following: Row) -> bool:
    """Whether a sentence goes on in the next row: a wrapped line, or a page break inside a word.

    >>> [row.text for row in rows_of("接入湿地公园、昆虫博物馆,还有上海民\\n\\n防科普教育馆、航空科普馆,提供体验。")]
    ['接入湿地公园、昆虫博物馆,还有上海民防科普教育馆、航空科普馆,提供体验。']
    """
    if DATED in (row.level, following.level):
        return False
    if ends_sentence(row.text) or following.kind not in (RowKind.PROSE, RowKind.SHORT):
        return False
    if row.kind in (RowKind.ITEM, RowKind.PROSE) and row.text.endswith(("、", ",", "，")):
        return True
    if row.kind is RowKind.ITEM:
        return not following.gap and len(row.text) >= _WRAPPED_ITEM
    if row.kind is RowKind.SHORT and following.gap:
        return following.kind is RowKind.PROSE and not row.line.bold and tears_word(row.text, following.text)
    # a title above its paragraph may be as long as a line of a column, but the paragraph is longer
    titled = not _MARK.search(row.text) and _width(following.text) > _WIDER * _width(row.text)
    if row.kind is RowKind.SHORT:
        return len(row.text) >= _WRAPPED_SHORT and following.kind is RowKind.PROSE and not titled
    if row.kind is not RowKind.PROSE:
        return False
    if following.gap:
        return following.kind is RowKind.PROSE
    return len(row.text) >= _WRAPPED_PROSE and not titled


_MARK: Final = re.compile(r"[，。；,;]")
_RAGGED: Final = 4  # half-widths by which the lines of one column differ: a word or a mark that did not fit


def _width(text: str) -> int:
    return sum(2 if char > "\u2e80" else 1 for char in text)


def _columns(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows with lines of a narrow column known as prose: equally long, with marks, and no gap between them."""
    at = 0
    while at < len(rows):
        end = at + 1
        flows = rows[at].level != DATED
        while flows and end < len(rows) and not rows[end].gap and rows[end].kind in (RowKind.SHORT, RowKind.PROSE):
            end += 1
        run = rows[at:end]
        widths = [_width(row.text) for row in run[:-1] if len(row.text) >= _WRAPPED_PROSE]
        even = len(widths) == len(run) - 1 > 0 and max(widths) - min(widths) <= _RAGGED
        even = even and _width(run[-1].text) <= max(widths) + _RAGGED
        if even and run[0].kind in (RowKind.SHORT, RowKind.PROSE) and any(_MARK.search(row.text) for row in run):
            yield from (replace(row, kind=RowKind.PROSE) for row in run)
        else:
            yield from run
        at = end


def _wrapped(rows: Iterable[Row], original: str) -> Iterator[Row]:
    held: list[Row] = []
    for row in rows:
        # the last line tells whether the sentence is over, the first one what it is
        if held and (_is_marked(held[-1], row, original) or not _continues(replace(held[-1], kind=held[0].kind), row)):
            yield replace(held[0], line=_joined(held, original))
            held = []
        held.append(row)
    if held:
        yield replace(held[0], line=_joined(held, original))


_DESIGN: Final = re.compile("[◆◇■▲★▶]")
_ENTRY: Final = re.compile(r"(?:19|20)\d{2}[.．/-](?:0[1-9]|1[0-2])(?!\d)")  # of a history by months: 2013.12 成立


def _is_marked(row: Row, following: Row, original: str) -> bool:
    """Whether a mark of the page's design or a month of its history opens the next row, so that no sentence goes on in it."""
    begin, end = row.line.offsets[-1:], following.line.offsets[:1]
    if _ENTRY.match(following.text) or not begin or not end:
        return _ENTRY.match(following.text) is not None
    opens = original.rfind("\n", begin[0], end[0]) + 1
    return bool(_DESIGN.search(original, begin[0], end[0]) or (opens and is_marked(original[opens : end[0] + 4])))


_LATIN: Final = re.compile(r"[A-Za-z]{2}")


def _joined(rows: Sequence[Row], original: str) -> Line:
    """The lines of rows as one; the line feed between two Latin words is their blank."""
    parts = [rows[0].line]
    for row in rows[1:]:
        before, after = parts[-1], row.line
        if _LATIN.match(before.text[-1:] + after.text[:1]):
            parts.append(Line("\n", (original.index("\n", before.offsets[-1], after.offsets[0]),)))
        parts.append(after)
    return join(parts)


_BARE_NUMBER: Final = re.compile(r"(?:约|近|逾|超|超过|共)?\d[\d,.]*[万亿]?\+?")
_TORN_NOUN: Final = 6  # code points; a longer noun is whole


def _figures(rows: Sequence[Row]) -> Iterator[Row]:
    """Number cards: a figure, its measure word and its noun, which stand on lines of their own.

    >>> [row.text for row in rows_of("1\\n场\\n\\n全体\\n大会\\n\\n近**50**场\\n\\n各具特色的\\n论坛活动")]
    ['1场全体大会', '近50场各具特色的论坛活动']
    """
    at = 0
    while at < len(rows):
        row = rows[at]
        bare = row.kind in (RowKind.SHORT, RowKind.FIGURE) and bool(_BARE_NUMBER.fullmatch(fold(row.text)))
        if bare and _is_cell(rows, at):
            yield replace(row, kind=RowKind.SHORT)
            at += 1
        elif bare or row.kind is RowKind.FIGURE:
            end = _figure_end(rows, at, bare)
            kind = RowKind.FIGURE if end - at > 1 or not bare else row.kind
            yield replace(row, kind=kind, line=join(r.line for r in rows[at:end]))
            at = end
        else:
            yield row
            at += 1


def _is_measure(rows: Sequence[Row], at: int) -> bool:
    short = at < len(rows) and rows[at].kind is RowKind.SHORT
    return short and rows[at].text.lstrip("余多") in unit_kinds()


def _is_cell(rows: Sequence[Row], at: int) -> bool:
    """Whether a bare number directly below a short line is the cell of a table: it has no measure word of its own."""
    below = at > 0 and not rows[at].gap and rows[at - 1].kind in (RowKind.SHORT, RowKind.FIGURE)
    return below and not _is_measure(rows, at + 1)


def _figure_end(rows: Sequence[Row], at: int, bare: bool) -> int:
    """Where the card ends whose figure stands at ``at``; ``bare`` where it has no measure word yet."""
    end = at + 1
    if bare and _is_measure(rows, end):
        end += 1
    if end < len(rows) and rows[end].kind is RowKind.SHORT and not has_digit(rows[end].text):
        end += 1
        while end < len(rows) and rows[end].kind is RowKind.SHORT and not rows[end].gap:
            if len(rows[end - 1].text) > _TORN_NOUN:
                break
            end += 1
    return end


def rows_of(original: str) -> tuple[Row, ...]:
    """The rows of a text, in order."""
    torn = tuple(_without_folios(tuple(_torn_rows(original))))
    return tuple(_figures(tuple(tables_joined(tuple(_wrapped(_columns(torn), original)), original))))
