"""Lines to rows: what kind of layout each line is, before anything is known of its meaning.

A row is one line, or several that the layout tore apart (a wrapped sentence, a page break inside a
word, a figure above its measure word). Rows keep the offsets of their characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from shkc_kg.reading.text import Line, clean, fold, join, lines_of

__all__ = ["Row", "RowKind", "rows_of"]


class RowKind(Enum):
    """What a line looks like."""

    SHORT = "short"  # a heading or a cell: which of them, its surroundings tell
    PROSE = "prose"
    ITEM = "item"
    MARKED = "marked"  # a heading by its mark or number
    TABLE = "table"
    LABELLED = "labelled"  # "主题:技术赋能"
    FIGURE = "figure"  # a number card: "1场 全体大会"


@dataclass(frozen=True, slots=True)
class Row:
    """A line with its layout; ``level`` is the rank of a marked heading (small is high), ``number`` its printed number."""

    kind: RowKind
    line: Line
    gap: bool
    level: int = 0
    number: str = ""

    @property
    def text(self) -> str:
        return self.line.text


_TERMINAL: Final = re.compile(r"[。！？!?;:…][”’》)]*$")
_PROSE: Final = re.compile(r"[。！？]|[,;].*[,;]")
LONG: Final = 44  # code points; a longer line is prose whatever it holds
_BULLET: Final = re.compile(r"\s*(?:[-•·●▪□○*+►➢✓]\s+|[•●▪►➢]|——(?=\S))(?:\d{1,2}\s+(?=[^\d\s年月日]))?")
_ORDERED: Final = re.compile(r"\s*(?:\d{1,2}[.)、](?!\d)|[(（]\d{1,2}[)）]|[①-⑳])\s*")
_MARK: Final = re.compile(r"\s*(?:(?P<hash>#{1,6})\s+|[◆◇■▲★▶]\s*)")
_DOTTED: Final = re.compile(r"\s*(?P<number>\d{1,2}(?:\.\d{1,2}){1,4})(?:\s+|[.、]\s*|(?=[\u4e00-\u9fff]{2}))")
_PART: Final = re.compile(r"\s*第[一二三四五六七八九十百零\d]+[章节篇编部]分?\s*")
_HAN_ORDER: Final = re.compile(r"\s*[一二三四五六七八九十]{1,3}、\s*")
_HAN_BRACKET: Final = re.compile(r"\s*[(（][一二三四五六七八九十]{1,3}[)）]\s*")
_LABEL: Final = re.compile(r"[\u4e00-\u9fff]{2,6}[:：]\s*\S")
_BLANK_LABEL: Final = re.compile(r"\s*(?P<label>主题|时间|地点|日期|主办|承办|协办|口号|会期|规模)[ \t\u3000]+(?=\S)")
_FIGURE: Final = re.compile(
    r"(?:约|近|逾|超|超过|共)?\d[\d,.]*(?:[十百千万亿]+)?[+余多]?(?:[余多]?(?:\S{1,2}))?(?:[+余多])?$"
)
_DIGIT: Final = re.compile(r"\d")
_CELL_INDEX: Final = re.compile(r"^\s*\d{1,2}\s+(?=[^\s\d]{2})")
_ZERO_NUMBER: Final = re.compile(r"\s*(?P<number>0\d)\s+(?=\S{3})")


def _ends(text: str) -> bool:
    return bool(_TERMINAL.search(fold(text)))


def _is_prose(text: str) -> bool:
    return len(text) > LONG or bool(_PROSE.search(fold(text)))


def _table_line(raw: str, begin: int) -> Line:
    """A line of cells with one tab kept between two."""
    cells, at = [], begin
    for cell in raw.split("\t"):
        line = clean(_CELL_INDEX.sub(lambda m: " " * len(m[0]), cell), at)
        if line.text:
            cells += [Line("\t", (at - 1,)), line] if cells else [line]
        at += len(cell) + 1
    return join(cells)


def _headed(raw: str, begin: int, mark: re.Match[str], level: int, number: str = "") -> Iterator[Row]:
    """A marked heading; prose behind the mark is a run-in heading and its text, or plain prose."""
    line = clean(raw[mark.end() :], begin + mark.end())
    if not line.text:
        return
    head = re.match(r"[^。；]{2,30}。(?=.)", line.text)
    if not _is_prose(line.text):
        yield Row(RowKind.MARKED, line, True, level, number)
    elif head:
        yield Row(RowKind.MARKED, line[0 : head.end() - 1], True, level, number)
        yield Row(RowKind.PROSE, line[head.end() :], True)
    elif len(line.text) <= LONG and not _ends(line.text):
        yield Row(RowKind.MARKED, line, True, level, number)
    else:
        yield Row(RowKind.PROSE, line, True)


def _row(raw: str, begin: int, gap: bool) -> Iterator[Row]:
    """The rows of one raw line, by a table of marks in the order of their strength."""
    if mark := _MARK.match(raw):
        yield from _headed(raw, begin, mark, 10 + len(mark["hash"]) if mark["hash"] else 20)
    elif (mark := _DOTTED.match(raw)) and not _ends(raw):
        yield from _headed(raw, begin, mark, 1 + mark["number"].count("."), mark["number"])
    elif (mark := _ZERO_NUMBER.match(raw)) and len(raw.strip()) <= LONG:
        yield from _headed(raw, begin, mark, 1, mark["number"])
    elif (mark := _PART.match(raw)) and len(raw.strip()) <= LONG:
        yield from _headed(raw, begin, mark, 1)
    elif mark := _HAN_ORDER.match(raw):
        yield from _headed(raw, begin, mark, 12)
    elif mark := _HAN_BRACKET.match(raw):
        yield from _headed(raw, begin, mark, 14)
    elif "\t" in raw and raw.strip() and (raw.startswith("\t") or "\t" in raw.strip()):
        yield Row(RowKind.TABLE, _table_line(raw, begin), gap)
    elif mark := _BULLET.match(raw) or _ORDERED.match(raw):
        line = clean(raw[mark.end() :], begin + mark.end())
        if line.text:
            yield Row(RowKind.ITEM, line, gap)
    elif mark := _BLANK_LABEL.match(raw):
        label, value = clean(raw[: mark.end("label")], begin), clean(raw[mark.end() :], begin + mark.end())
        yield Row(RowKind.LABELLED, join((label, Line(" ", (begin + mark.end() - 1,)), value)), gap)
    elif (line := clean(raw, begin)).text:
        yield from _plain(line, gap)


def _plain(line: Line, gap: bool) -> Iterator[Row]:
    """An unmarked line; bold words that open a paragraph are its run-in heading."""
    kind = _plain_kind(line.text)
    opens = line.bold[:2] == (0, line.bold[1]) if len(line.bold) > 1 else False
    if kind is RowKind.PROSE and opens and 2 <= line.bold[1] <= 24 and not _DIGIT.search(line.text[: line.bold[1]]):
        yield Row(RowKind.MARKED, line[: line.bold[1]], True, 45)
        yield Row(RowKind.PROSE, line[line.bold[1] :], True)
    else:
        yield Row(kind, line, gap)


def _plain_kind(text: str) -> RowKind:
    if _is_prose(text):
        return RowKind.PROSE
    if _LABEL.match(text):
        return RowKind.LABELLED
    if _DIGIT.search(text) and _FIGURE.fullmatch(fold(text)) and not re.fullmatch(r"\d{1,4}[年月日]?", fold(text)):
        return RowKind.FIGURE
    return RowKind.PROSE if _ends(text) and not text.endswith((":", "：")) else RowKind.SHORT


def _bold_runs(original: str) -> Iterator[tuple[int, str]]:
    """Raw lines, where a bold run that goes over several lines counts as one."""
    held: list[tuple[int, str]] = []
    for begin, raw in lines_of(original):
        held.append((begin, raw))
        open_run = sum(text.count("**") for _, text in held) % 2
        if open_run and len(held) < 4 and len(raw) < LONG:
            continue
        if not open_run and len(held) > 1:
            # a carriage return is deleted by cleaning, and keeps every other character in its place
            yield held[0][0], original[held[0][0] : begin + len(raw)].replace("\n", "\r")
        else:
            yield from held
        held = []
    yield from held


def _unmarked_rows(original: str) -> Iterator[Row]:
    gap = True
    for begin, raw in _bold_runs(original):
        made = tuple(_row(raw, begin, gap))
        yield from made
        gap = not made
    return


def _continues(row: Row, following: Row) -> bool:
    """Whether a sentence goes on in the next row: a wrapped line, or a page break inside a word.

    >>> [row.text for row in rows_of("接入湿地公园、昆虫博物馆,还有上海民\\n\\n防科普教育馆、航空科普馆,提供体验。")]
    ['接入湿地公园、昆虫博物馆,还有上海民防科普教育馆、航空科普馆,提供体验。']
    """
    if _ends(row.text) or following.kind not in (RowKind.PROSE, RowKind.SHORT):
        return False
    if row.kind is RowKind.ITEM:
        return not following.gap and len(row.text) >= 20
    if row.kind is RowKind.SHORT:
        return len(row.text) >= 28 and not following.gap and following.kind is RowKind.PROSE
    if row.kind is not RowKind.PROSE:
        return False
    if following.gap:
        return following.kind is RowKind.PROSE
    return len(row.text) >= 16


def _wrapped(rows: Iterable[Row]) -> Iterator[Row]:
    held: list[Row] = []
    for row in rows:
        if held and not _continues(held[-1] if len(held) == 1 else replace(row, kind=held[0].kind, line=held[-1].line), row):
            yield _merged(held)
            held = []
        held.append(row)
    if held:
        yield _merged(held)


def _merged(rows: Sequence[Row]) -> Row:
    return rows[0] if len(rows) == 1 else replace(rows[0], line=join(row.line for row in rows))


_BARE_NUMBER: Final = re.compile(r"(?:约|近|逾|超|超过|共)?\d[\d,.]*[万亿]?\+?")
_MEASURE: Final = re.compile(r"[余多]?\S{1,2}")


def _figures(rows: Sequence[Row]) -> Iterator[Row]:
    """Number cards: a figure, its measure word and its noun, which stand on lines of their own.

    >>> [row.text for row in rows_of("1\\n场\\n\\n全体\\n大会\\n\\n近**50**场\\n\\n各具特色的\\n论坛活动")]
    ['1场全体大会', '近50场各具特色的论坛活动']
    """
    at = 0
    while at < len(rows):
        row = rows[at]
        bare = row.kind in (RowKind.SHORT, RowKind.FIGURE) and _BARE_NUMBER.fullmatch(fold(row.text))
        if not (bare or row.kind is RowKind.FIGURE):
            yield row
            at += 1
            continue
        parts, at = [row.line], at + 1
        if bare and at < len(rows) and rows[at].kind is RowKind.SHORT and _MEASURE.fullmatch(rows[at].text):
            parts.append(rows[at].line)
            at += 1
        if at < len(rows) and rows[at].kind is RowKind.SHORT and not _DIGIT.search(rows[at].text):
            noun = rows[at].line
            parts.append(noun)
            at += 1
            while at < len(rows) and rows[at].kind is RowKind.SHORT and not rows[at].gap and len(noun.text) <= 6:
                noun = rows[at].line
                parts.append(noun)
                at += 1
        kind = RowKind.FIGURE if len(parts) > 1 or not bare else row.kind
        yield replace(row, kind=kind, line=join(parts))


def rows_of(original: str) -> tuple[Row, ...]:
    """The rows of a text, in order."""
    return tuple(_figures(tuple(_wrapped(_unmarked_rows(original)))))
