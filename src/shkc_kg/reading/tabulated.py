"""The figures of tables: what a cell's number says stands in its row's label and its column's head."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from shkc_kg.model import Bound, Observation, PassageKind, ScopeReason, StatKind
from shkc_kg.reading.captions import CHANGED, captioned, measured, split_unit
from shkc_kg.reading.dates import DateAtom, dates_in
from shkc_kg.reading.number import Number
from shkc_kg.reading.numerals import multiplier
from shkc_kg.reading.scene import Scene
from shkc_kg.reading.wording import merged

__all__ = ["numbers_a_row", "tabulated"]


_RUN: Final = re.compile(r"\d{1,3}[\t\n][^\d\t\n]{3,}")


def numbers_a_row(scene: Scene, number: Number) -> bool:
    """Whether a number only numbers the row that it opens."""
    return number.begin == 0 and scene.passage.kind is PassageKind.ROW and _RUN.match(scene.text) is not None


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell of a table's row: a stretch of the row's text."""

    scene: Scene
    begin: int
    end: int

    @property
    def text(self) -> str:
        return self.scene.text[self.begin : self.end]

    @property
    def numbers(self) -> tuple[Number, ...]:
        inside = (n for n in self.scene.numbers if self.begin <= n.begin and n.end <= self.end)
        return tuple(n for n in inside if n.kind != "ordinal")


_MULTIPLIED: Final = re.compile(r"(?P<factor>万亿|亿|万|千|百)?(?P<unit>.*)")
_CUMULATIVE: Final = re.compile(r"累计")


def _cells(scene: Scene) -> tuple[_Cell, ...]:
    marks = (m.start() for m in re.finditer(r"[\t\n]", scene.text))
    return tuple(_Cell(scene, a + 1, b) for a, b in itertools.pairwise((-1, *marks, len(scene.text))))


_BARE_YEAR: Final = re.compile(r"(?:19|20)\d{2}")
_CORNER: Final = re.compile(r"(?:指\s*标|项\s*目|年\s*份|名\s*称|类\s*别|地\s*区|分\s*类)[^\d]{0,4}")


def _is_header(cells: Sequence[_Cell]) -> bool:
    """Whether a row names columns: no cell of it holds a number, years aside; bare years only beside 指标."""
    corner = len(cells) > 1 and _CORNER.fullmatch(cells[0].text.strip())
    numbered = (c for c in cells if c.numbers and not (corner and _BARE_YEAR.fullmatch(c.text.strip())))
    return len(cells) > 1 and not any(numbered)


def _runs(scenes: Sequence[Scene]) -> Iterator[list[Scene]]:
    """Table rows that follow each other in one section."""
    held: list[Scene] = []
    for scene in scenes:
        row = scene.passage.kind is PassageKind.ROW
        if held and not (row and scene.passage.section == held[-1].passage.section):
            yield held
            held = []
        if row:
            held.append(scene)
    if held:
        yield held


_RUNNING: Final = re.compile(r"序号|编号|No\.?|名次|#")  # a column that only numbers the rows


def tabulated(scenes: Sequence[Scene]) -> dict[str, tuple[Observation, ...]]:
    """The observations of table rows below a header, by passage; rows of other tables are read as sentences."""
    found = {}
    for run in _runs(scenes):
        header: tuple[_Cell, ...] = ()
        numbered = False
        whole: _Row | None = None
        for scene in run:
            cells = _cells(scene)
            if cells and _RUNNING.fullmatch(cells[0].text.strip()):
                numbered = True
            elif _is_header(cells):
                numbered = False
            if numbered:
                cells = cells[1:]
            if _is_header(cells):
                header, whole = cells, None
            elif header and len(cells) <= len(header) + 1 and any(c.numbers for c in cells):
                row = _Row.of(cells, header, whole)
                found[scene.passage.id] = tuple(row.observations())
                whole = whole if row.is_part else row
    return found


_PART: Final = re.compile(r"^(?:其中|#|其?中)[:：]?\s*")
_UNITS: Final = re.compile(r"(?:计量)?单位")  # a column that prints the unit of its row


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of figures below its header; ``own`` is what its label says, whose ``whole`` stands in a row above."""

    cells: Sequence[_Cell]
    header: Sequence[_Cell]
    label: _Cell | None
    own: str
    unit: str
    is_part: bool

    @classmethod
    def of(cls, cells: Sequence[_Cell], header: Sequence[_Cell], whole: _Row | None) -> _Row:
        label = None if cells[0].numbers else cells[0]
        printed, unit = split_unit(label.text) if label is not None else ("", "")
        own = _PART.sub("", printed)
        for cell, head in zip(cells, header, strict=False):
            if _UNITS.fullmatch(head.text.strip()) and not cell.numbers:
                unit = unit or cell.text.strip()
        part = own != printed
        if part and whole is not None:
            own, unit = _of_whole(own, whole.own), unit or whole.unit
        return cls(cells, header, label, own, unit, part)

    def observations(self) -> Iterator[Observation]:
        shift = len(self.cells) - len(self.header)
        for i, cell in enumerate(self.cells):
            if i - shift < 0 or (i == 0 and self.label is not None):
                continue
            for number in cell.numbers:
                made = _observe(cell, _signed(cell, number), self, self.header[i - shift])
                if made is not None:
                    yield made


def _of_whole(part: str, whole: str) -> str:
    """What a row below its whole counts: 发明专利 below 专利申请量 is 发明专利申请量.

    >>> _of_whole("发明专利", "专利申请量"), _of_whole("上市公司", "高新技术企业")
    ('发明专利申请量', '高新技术企业中上市公司')
    """
    joined = merged(part, whole)
    return joined if len(joined) < len(part) + len(whole) else f"{whole}中{part}"


def _signed(cell: _Cell, number: Number) -> Number:
    """A cell's number with the minus sign in front of it."""
    at = number.begin - 1
    if at < cell.begin or cell.scene.text[at] not in "-−－" or cell.text[: at - cell.begin].strip() or not number.value:
        return number
    return replace(number, begin=at, value=-number.value)


def _thing(cell: _Cell) -> str | None:
    """The thing that a cell names, if it holds little else."""
    room = 0.7 * (cell.end - cell.begin)
    inside = cell.scene.between(cell.begin, cell.end)
    return inside[0].key if inside and inside[0].end - inside[0].begin >= room else None


def _words_left(cell: _Cell, number: Number) -> str:
    """What a cell prints beside its number: ``占比`` of ``占比42%``."""
    before = cell.scene.text[cell.begin : number.begin]
    return (before + cell.scene.text[number.unit_end : cell.end]).strip(" :：")


def _dates(words: str, year: int | None) -> tuple[DateAtom, ...]:
    """The dates of a head or label but for those compared with: 比上年增长 is of no year of its own."""
    if _BARE_YEAR.fullmatch(words):
        words += "年"
    return tuple(d for d in dates_in(words, year) if not words[: d.begin].endswith(("比", "较", "为", "是")))


def _undated(words: str, dates: Sequence[DateAtom]) -> str:
    """A head or label without its dates: ``2019年营业收入`` counts 营业收入, ``2019年`` nothing."""
    for date in reversed(dates):
        words = words[: date.begin] + words[date.end :]
    return words.strip()


_PLANNED: Final = re.compile(r"目标|预期|规划|计划")


_WHOLE_REGION: Final = re.compile(r"全[省市区县州盟]|合\s*计|总\s*计")  # the row of the region itself


_PLAIN_HEAD: Final = re.compile(r"(?:绝对|完成|实际|统计|指标)?(?:数值?|值|量)|本年(?:数|累计)?|总[数量]|数据")


def _observe(cell: _Cell, number: Number, row: _Row, head: _Cell) -> Observation | None:
    scene, label, own = cell.scene, row.label, row.own
    subject, scope, reasons = _subject(scene, label, head)
    if subject is None:
        return None
    title, unit = split_unit(head.text)
    title = measured(scene.headings[:1], title, [cell.text for cell in row.header])
    if own and _PLAIN_HEAD.fullmatch(title):
        title = ""
    of_head, of_row = _dates(title, scene.year), _dates(own, scene.year)
    dates = of_head or of_row
    named = label is None or _thing(label) is not None or _WHOLE_REGION.fullmatch(own)
    parts = ["" if named else _undated(own, of_row)]
    parts += ["" if _thing(head) is not None else _undated(title, of_head), _words_left(cell, number)]
    indicator = captioned(scene.headings[:1], "".join(parts)) or number.unit or "数量"
    value, shown = _scaled(number, unit if unit in ("%", "‰") else row.unit or unit)
    if dates:
        date = dates[0].edtf
    elif scene.when is not None:
        date, scope = scene.when[0].edtf, (*scope, scene.when[1])
    else:
        date = f"{scene.year:04d}" if scene.year else ""
        reasons = (*reasons, *((ScopeReason.REPORT_YEAR,) if scene.year else ()))
    above = (head.scene.passage.id, *scope)
    evidence = scene.evidence("table", (cell.begin, cell.end), scope=tuple(dict.fromkeys(above)), reasons=reasons)
    later = bool(dates and scene.year and dates[0].edtf[:4].isdigit() and int(dates[0].edtf[:4]) > scene.year)
    evidence = replace(evidence, planned=later or bool(_PLANNED.search(title + own)))
    exact = number.bound in (Bound.EXACT, Bound.AT_LEAST)
    capped = number.bound in (Bound.EXACT, Bound.AT_MOST, Bound.NEARLY)
    return Observation(
        span=scene.span(number.begin, number.end),
        about=subject,
        indicator=indicator,
        value=value,
        unit=shown,
        bound=number.bound,
        minimum=value if exact else None,
        maximum=value if capped else None,
        stat=_stat(number, shown, indicator),
        date=date,
        printed=scene.passage.text[number.begin : number.end],
        evidence=evidence,
    )


def _stat(number: Number, unit: str, indicator: str) -> StatKind:
    if unit in ("%", "‰") or number.kind == "percent":
        return StatKind.FLOW if CHANGED.search(indicator) else StatKind.SHARE
    if number.stat is not None:
        return number.stat
    return StatKind.CUMULATIVE if _CUMULATIVE.search(indicator) else StatKind.FLOW


def _scaled(number: Number, unit: str) -> tuple[Decimal | None, str]:
    """A number's value and unit, where the unit stands in the label or head: 2.5 under 产值(亿元) is 250000000 元."""
    if number.unit or not unit or number.value is None:
        return number.value, number.unit
    m = _MULTIPLIED.fullmatch(unit)
    factor, base = (m["factor"] or "", m["unit"]) if m else ("", unit)
    return number.value * multiplier(factor), base or unit


def _subject(
    scene: Scene, label: _Cell | None, head: _Cell
) -> tuple[str | None, tuple[str, ...], tuple[ScopeReason, ...]]:
    """Whom a cell is about: the thing that its row or its column names, the heading's, or the report's region."""
    named = (_thing(label) if label is not None else None) or _thing(head)
    if named is not None:
        return named, (), ()
    if scene.subject is not None:
        return scene.subject.key, (scene.subject.passage,), ()
    return scene.region, (), (ScopeReason.REPORT_REGION,)
