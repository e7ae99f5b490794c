"""Tables of a yearbook's page whose cells single blanks part: a head, and rows of a label and as many figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from shkc_kg.reading.lines.row import Row, RowKind
from shkc_kg.reading.lines.text import Line, clean, fold, join

__all__ = ["spaced_rows"]

_FIGURE: Final = re.compile(r"[-+]?\d[\d,]*(?:\.\d+)?[%‰]?|[-—–…]+")
_YEAR: Final = re.compile(r"(?:19|20)\d{2}年?")
_PIECE: Final = re.compile(r"[^ \t\u00a0\u3000]+")
_WORDED: Final = re.compile(r"[\u4e00-\u9fff]{2}|[\u4e00-\u9fff]\s{1,8}[\u4e00-\u9fff]")
_PROSE: Final = re.compile(r"[,;。:]")
_PART: Final = re.compile(r"^\s*其中:")
_COLUMNS: Final = range(2, 16)
_LONGEST: Final = 200  # code points of a row, with its translation
_LABEL: Final = 40  # code points of a line that only labels the rows below it
_BETWEEN: Final = 2  # lines without figures that may stand between two rows
_FEWEST: Final = 2  # rows
_Lines = Sequence[tuple[int, str]]


def _is_prose(label: str) -> bool:
    return _PROSE.search(_PART.sub("", fold(label))) is not None


def _figures(raw: str) -> tuple[int, list[tuple[int, int]]]:
    """Where a line's label ends, and the places of the figures behind it."""
    pieces = [m.span() for m in _PIECE.finditer(raw)]
    count = 0
    while count < len(pieces) and _FIGURE.fullmatch(fold(raw[slice(*pieces[-1 - count])])):
        count += 1
    figures = pieces[len(pieces) - count :]
    return (pieces[-1 - count][1] if count < len(pieces) else 0), figures


def _head(raw: str) -> list[tuple[int, int]]:
    """The cells of a head: years behind a corner or none, or words alone; none where a line is no head."""
    text = fold(raw)
    if len(raw) > _LONGEST or _PROSE.search(text):
        return []
    end, years = _figures(raw)
    if years:
        dated = all(_YEAR.fullmatch(fold(raw[b:e])) for b, e in years) and (not end or _WORDED.search(raw[:end]))
        return [(0, end), *years][not end :] if dated and len(years) in _COLUMNS else []
    if not _WORDED.search(raw):
        return []
    pieces = [m.span() for m in _PIECE.finditer(raw)]
    worded = all(_WORDED.search(raw[b:e]) or "&" in raw[b:e] for b, e in pieces)
    return pieces if worded and len(pieces) - 1 in _COLUMNS else []


def _row(raw: str, begin: int, cells: Sequence[tuple[int, int]]) -> Row:
    parts: list[Line] = []
    for start, end in cells:
        line = clean(raw[start:end], begin + start)
        parts += [Line("\t", (begin + start - 1,)), line] if parts else [line]
    return Row(RowKind.TABLE, join(parts), False)


def _rows(lines: _Lines, at: int, columns: int) -> Iterator[tuple[int, Row, bool]]:
    """The rows below a head, each with the line behind it, and whether it has figures."""
    between = blank = 0
    for number in range(at, len(lines)):
        begin, raw = lines[number]
        if not raw.strip() and blank < _BETWEEN:
            blank += 1
            continue
        end, figures = _figures(raw) if len(raw) <= _LONGEST else (0, [])
        if end and len(figures) == columns - 1 and _WORDED.search(raw[:end]) and not _is_prose(raw[:end]):
            yield number + 1, _row(raw, begin, [(0, end), *figures]), True
            between = blank = 0
        elif (words := raw.split()) and not figures and sum(map(len, words)) <= _LABEL and between < _BETWEEN:
            if _is_prose(raw):
                return
            between += 1
            yield (
                number + 1,
                Row(RowKind.TABLE, join((clean(raw, begin), Line("\n", (begin + len(raw),)))), False),
                False,
            )
        else:
            return


def spaced_rows(lines: _Lines, at: int) -> tuple[tuple[Row, ...], int]:
    """The rows of the table whose head is a line, and where its lines end; no rows where it heads no table.

    >>> text = "项  目 2003 2004\\n授权量合计 9829 11330\\n  实用新型 5365 5474\\n"
    >>> lines = [(text.index(part), part) for part in text.splitlines()]
    >>> [row.text for row in spaced_rows(lines, 0)[0]]
    ['项目\\t2003\\t2004', '授权量合计\\t9829\\t11330', '实用新型\\t5365\\t5474']
    """
    begin, raw = lines[at]
    head = _head(raw)
    if not head:
        return (), at
    made = list(_rows(lines, at + 1, len(head) + (_YEAR.match(fold(raw).strip()) is not None)))
    while made and not made[-1][2]:
        made.pop()
    if sum(figured for *_, figured in made) < _FEWEST:
        return (), at
    return (_row(raw, begin, head), *(row for _, row, _ in made)), made[-1][0]
