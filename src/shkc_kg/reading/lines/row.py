"""One line of a text to rows: what kind of layout it has, before anything is known of its meaning."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final

from shkc_kg.reading.lines.headline import is_dated
from shkc_kg.reading.lines.text import Line, clean, fold, join

__all__ = ["DATED", "LONG", "MARK", "Row", "RowKind", "ends_sentence", "has_digit", "is_marked", "rows_of_line"]


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
    """One line, or several that belong together, with its layout; ``gap`` tells that blank lines stand above.

    ``level`` is the rank of a marked heading (small is high), ``number`` its printed number.
    """

    kind: RowKind
    line: Line
    gap: bool
    level: int = 0
    number: str = ""

    @property
    def text(self) -> str:
        return self.line.text


# Ranks of the headings that the page's design marks: by ◆, by bold words at a paragraph's start.
MARK: Final = 40
RUN_IN: Final = 65
DATED: Final = 90  # of the headline of a timeline, which has its day in front
LONG: Final = 44  # code points; a longer line is prose whatever it holds
RUN_IN_LENGTH: Final = 24  # code points; longer bold words at a paragraph's start are emphasis, no heading
_TERMINAL: Final = re.compile(r"[。！？!?;:…][”’》)]*$")
_PROSE: Final = re.compile(r"[。！？]|[,;].*[,;]")
_DIGIT: Final = re.compile(r"\d")


def ends_sentence(text: str) -> bool:
    """Whether a line closes with a mark that ends a sentence or a clause."""
    return bool(_TERMINAL.search(fold(text)))


def has_digit(text: str) -> bool:
    return bool(_DIGIT.search(text))


def _is_prose(text: str) -> bool:
    return len(text) > LONG or bool(_PROSE.search(fold(text)))


def _is_short(raw: str) -> bool:
    return len(raw.strip()) <= LONG


@dataclass(frozen=True, slots=True)
class _Mark:
    """A sign or number that opens a heading, the rank that it gives, and which lines it is believed in."""

    pattern: re.Pattern[str]
    level: Callable[[re.Match[str]], int]
    fits: Callable[[str], bool] = lambda raw: True


def _part_level(mark: re.Match[str]) -> int:
    return {"章": 2, "节": 3}.get(mark["unit"], 1)


# In the order of their strength: the first that opens a line marks it. Chapter, 4.1, 一、 and (一) may all occur in one
# text, so their ranks differ; # and ◆ come from the page's design and rank between them.
_HEADING_MARKS: Final = (
    _Mark(re.compile(r"\s*(?P<hash>#{1,6})\s+"), lambda m: 20 + len(m["hash"])),
    _Mark(re.compile(r"\s*[◆◇■▲★▶]\s*"), lambda m: MARK),
    _Mark(
        re.compile(
            r"\s*(?P<number>\d{1,2}(?:\.\d{1,2})+)(?!\s*[十百千万亿个家项倍元%％]|\.(?:19|20)\d\d(?!\d))"
            r"(?:\s+|[.、]\s*|(?=[\u4e00-\u9fff]{2}))"
        ),
        lambda m: min(3 + m["number"].count("."), 20),
        lambda raw: not ends_sentence(raw),
    ),
    _Mark(re.compile(r"\s*(?P<number>0\d)\s+(?=\S{3})"), lambda m: 2, _is_short),
    _Mark(re.compile(r"\s*第[一二三四五六七八九十百零\d]+(?P<unit>部分|[章节篇编部])\s*"), _part_level, _is_short),
    _Mark(re.compile(r"\s*[一二三四五六七八九十]{1,3}、\s*"), lambda m: 30),
    _Mark(re.compile(r"\s*[(（][一二三四五六七八九十]{1,3}[)）]\s*"), lambda m: 32),
)
_RUN_IN_SENTENCE: Final = re.compile(r"[^。；]{2,30}。(?=.)")


def is_marked(raw: str) -> bool:
    """Whether a sign or number of a heading opens a line.

    >>> is_marked("4.1 建设"), is_marked("## 建设"), is_marked("4.1亿元")
    (True, True, False)
    """
    return any(mark.pattern.match(raw) for mark in _HEADING_MARKS)


def _heading_rows(raw: str, begin: int) -> tuple[Row, ...] | None:
    """The rows of a line that a mark opens; none where no mark does."""
    for mark in _HEADING_MARKS:
        if (found := mark.pattern.match(raw)) and mark.fits(raw) and "\t" not in raw[found.end() :].strip():
            line = clean(raw[found.end() :], begin + found.end())
            return tuple(_headed(line, mark.level(found), found.groupdict().get("number") or ""))
    return None


def _headed(line: Line, level: int, number: str) -> Iterator[Row]:
    """A marked heading; prose behind the mark is a run-in heading and its text, or plain prose."""
    if not line.text:
        return
    head = _RUN_IN_SENTENCE.match(line.text)
    if not _is_prose(line.text):
        yield Row(RowKind.MARKED, line, True, level, number)
    elif head:
        yield Row(RowKind.MARKED, line[0 : head.end() - 1], True, level, number)
        yield Row(RowKind.PROSE, line[head.end() :], True)
    elif len(line.text) <= LONG and not ends_sentence(line.text):
        yield Row(RowKind.MARKED, line, True, level, number)
    else:
        yield Row(RowKind.PROSE, line, True)


_CELL_INDEX: Final = re.compile(r"^\s*\d{1,2}\s+(?=[^\s\d]{2})")


_FEWEST_BARS: Final = 2  # what has fewer is no row of cells
_RULE: Final = re.compile(r"[\s:|｜—-]*")  # the line between head and body that some draw


def _parted(raw: str) -> tuple[tuple[int, int], ...]:
    """Where the cells lie that tabs or bars part; a bar's empty cell holds its column, a tab's does not.

    >>> [[raw[b:e] for b, e in _parted(raw)] for raw in ("甲\\t\\t6", "|甲||6|", " |甲|6", "甲|乙")]
    [['甲', '6'], ['甲', '', '6'], [' ', '甲', '6'], []]
    """
    tabs = "\t" in raw and (raw.startswith("\t") or "\t" in raw.strip())
    marks = [m.start() for m in re.finditer("\t" if tabs else "[|｜]", raw)]
    if not tabs and len(marks) < _FEWEST_BARS:
        return ()
    cells = [(before + 1, after) for before, after in itertools.pairwise((-1, *marks, len(raw)))]
    if tabs:
        return tuple(cell for cell in cells if raw[slice(*cell)].strip())
    closed = not raw[slice(*cells[-1])].strip()
    opened = closed and not raw[slice(*cells[0])].strip()
    return tuple(cells[1 if opened else 0 : -1 if closed else None])


_BLANKS: Final = re.compile(r"[ \u00a0]*(?:\u3000|[ \u00a0](?=[ \u00a0\u3000]))[ \u00a0\u3000]*")
_FIGURE_CELL: Final = re.compile(r"[-+]?\d[\d,.]*(?:%|‰)?|[-—–…/]+")
_UNIT_CELL: Final = re.compile(r"[^\d,;。:()]{1,14}\([^()]{1,8}\)")
_FEWEST_CELLS: Final = 3  # that only blanks part


def _blank_parted(raw: str) -> tuple[tuple[int, int], ...]:
    """Where the cells lie that full-width or several blanks part: a label and its bare figures, or heads with units.

    >>> [len(_blank_parted(t)) for t in ("甲市　145.3　2.02", "地区　经费（亿元）　强度（%）", "张三　教授　主任")]
    [3, 3, 0]
    """
    text = raw.rstrip()
    marks = [m.span() for m in _BLANKS.finditer(text, len(text) - len(text.lstrip()))]
    begins, ends = (0, *(end for _, end in marks)), (*(start for start, _ in marks), len(text))
    cells = tuple(zip(begins, ends, strict=True))
    label, *rest = (fold(text[b:e]).strip() for b, e in cells)
    if len(cells) < _FEWEST_CELLS or not label or has_digit(label) or len(raw) > 2 * LONG:
        return ()
    figures = all(map(_FIGURE_CELL.fullmatch, rest)) and any(map(has_digit, rest))
    return cells if figures or all(map(_UNIT_CELL.fullmatch, rest)) else ()


def _table_rows(raw: str, begin: int, gap: bool) -> tuple[Row, ...] | None:
    """A line of cells, with the tab or bar kept that stands in front of each but the first."""
    blank = () if (cells := _parted(raw)) else _blank_parted(raw)
    cells = cells or blank
    if not cells:
        return None
    parts: list[Line] = []
    for start, end in cells:
        line = clean(_CELL_INDEX.sub(lambda m: " " * len(m[0]), raw[start:end]), begin + start)
        mark = Line("\t" if blank else raw[start - 1], (begin + start - 1,))
        if line.text or mark.text != "\t":
            parts += [mark, line] if parts else [line]
    return () if _RULE.fullmatch(raw) or not parts else (Row(RowKind.TABLE, join(parts), gap),)


_BULLET: Final = re.compile(r"\s*(?:[-•·●▪□○*+►➢✓]\s+|[•●▪►➢]|——(?=\S))(?:\d{1,2}\s+(?=[^\d\s年月日]))?")
_ORDERED: Final = re.compile(r"\s*(?:\d{1,2}[.)、](?!\d)|(?P<bracket>[(（]\d{1,2}[)）])|(?P<circle>[①-⑳]))\s*")


def _item_rows(raw: str, begin: int, gap: bool) -> tuple[Row, ...] | None:
    """An item of a list; a numbered one keeps the rank that it has if it turns out to head the text below."""
    bullet, ordered = _BULLET.match(raw), _ORDERED.match(raw)
    mark = bullet or ordered
    if mark is None:
        return None
    line = clean(raw[mark.end() :], begin + mark.end())
    level = 0 if bullet or ordered is None else 38 if ordered["circle"] else 36 if ordered["bracket"] else 34
    return (Row(RowKind.ITEM, line, gap, level),) if line.text else ()


_BLANK_LABEL: Final = re.compile(r"\s*(?P<label>主题|时间|地点|日期|主办|承办|协办|口号|会期|规模)[ \t\u3000]+(?=\S)")


def _labelled_rows(raw: str, begin: int, gap: bool) -> tuple[Row, ...] | None:
    """A label that only a blank parts from its value: the blank is kept."""
    mark = _BLANK_LABEL.match(raw)
    if mark is None:
        return None
    label, value = clean(raw[: mark.end("label")], begin), clean(raw[mark.end() :], begin + mark.end())
    return (Row(RowKind.LABELLED, join((label, Line(" ", (begin + mark.end() - 1,)), value)), gap),)


def _plain_rows(raw: str, begin: int, gap: bool) -> tuple[Row, ...]:
    """An unmarked line; bold words that open a paragraph are its run-in heading."""
    line = clean(raw, begin)
    if not line.text:
        return ()
    if is_dated(fold(line.text)) and not ends_sentence(line.text):
        return (Row(RowKind.SHORT, line, gap, DATED),)
    kind = _plain_kind(line.text)
    if kind is RowKind.PROSE and (end := _bold_start(line)):
        return (Row(RowKind.MARKED, line[:end], True, RUN_IN), Row(RowKind.PROSE, line[end:], True))
    return (Row(kind, line, gap),)


def _bold_start(line: Line) -> int:
    """Where the bold words end that open a line and may head it; 0 where none do."""
    if len(line.bold) < 2 or line.bold[0] != 0:
        return 0
    end = line.bold[1]
    return end if 2 <= end <= RUN_IN_LENGTH and not has_digit(line.text[:end]) else 0


_LABEL: Final = re.compile(r"[\u4e00-\u9fff]{2,8}[:：]\s*\S")
_PLACE_AND_ZONE: Final = re.compile(  # 甲区:乙科学城 heads what the zone in it did; 所在地区 and 展区 label a value
    r"(?!所在|所属|注册)[\u4e00-\u9fff]{1,5}(?<![地园街社片校辖城专景展赛分县市])[区县市](?<!城市)[:：]\s*"
    r"[\u4e00-\u9fff]{2,12}(?:[城区园谷湾港]|走廊)"
)
_FIGURE: Final = re.compile(
    r"(?:约|近|逾|超|超过|共)?\d[\d,.]*(?:[十百千万亿]+)?[+余多]?(?:[余多]?(?:\S{1,2}))?(?:[+余多])?$"
)
_YEAR_OR_DAY: Final = re.compile(r"\d{1,4}[年月日]?")


def _plain_kind(text: str) -> RowKind:
    folded = fold(text)
    if _is_prose(text):
        return RowKind.PROSE
    if _PLACE_AND_ZONE.fullmatch(text):
        return RowKind.SHORT
    if _LABEL.match(text):
        return RowKind.LABELLED
    if _FIGURE.fullmatch(folded) and not _YEAR_OR_DAY.fullmatch(folded):
        return RowKind.FIGURE
    return RowKind.PROSE if ends_sentence(text) and not folded.endswith(":") else RowKind.SHORT


def rows_of_line(raw: str, begin: int, gap: bool) -> tuple[Row, ...]:
    """The rows of one raw line that starts at ``begin`` of the original; none for a blank one.

    >>> [(row.kind.value, row.text) for row in rows_of_line("（一）聚焦原创。推进基础研究。", 0, False)]
    [('marked', '聚焦原创'), ('prose', '推进基础研究。')]
    """
    rows = _heading_rows(raw, begin)
    for reader in (_table_rows, _item_rows, _labelled_rows, _plain_rows):
        if rows is not None:
            break
        rows = reader(raw, begin, gap)
    return rows or ()
