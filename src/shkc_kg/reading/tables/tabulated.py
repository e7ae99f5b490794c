"""The figures of tables: what a cell's number says stands in its row's label and its column's head."""

from __future__ import annotations

import itertools
import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from shkc_kg.model import Bound, Observation, PassageKind, ScopeReason, StatKind
from shkc_kg.reading.counting.wording import merged
from shkc_kg.reading.figures.number import Number
from shkc_kg.reading.names.resolve import key_of
from shkc_kg.reading.scene import Scene
from shkc_kg.reading.tables.captions import CHANGED, RATED, Above, above, captioned, measured, split_unit
from shkc_kg.reading.tables.cellnumber import is_unit, scaled, signed, words_left
from shkc_kg.reading.tables.columns import Cell, Column, bare, cells_of, columns_of, is_head, printed
from shkc_kg.reading.tables.headdates import dates_of, undated, undated_head
from shkc_kg.reading.tables.spanning import below, unspanned

__all__ = ["numbers_a_row", "tabulated"]


_RUN: Final = re.compile(r"\d{1,3}[\t\n][^\d\t\n]{3,}")


def numbers_a_row(scene: Scene, number: Number) -> bool:
    """Whether a number only numbers the row that it opens."""
    return number.begin == 0 and scene.passage.kind is PassageKind.ROW and _RUN.match(scene.text) is not None


_CUMULATIVE: Final = re.compile(r"累计")


def _runs(scenes: Sequence[Scene]) -> Iterator[tuple[Above, list[Scene]]]:
    """Table rows that follow each other in one section, and what stands above them."""
    held: list[Scene] = []
    last: deque[Scene] = deque(maxlen=_ABOVE)
    for scene in scenes:
        row = scene.passage.kind is PassageKind.ROW
        if held and not (row and scene.passage.section == held[-1].passage.section):
            yield above(last, held[0]), held
            held = []
            last.clear()
        (held if row else last).append(scene)
    if held:
        yield above(last, held[0]), held


_ABOVE: Final = 3  # passages above a table that may say its unit or its year
_RUNNING: Final = re.compile(r"序号|编号|No\.?|名次|#")  # a column that only numbers the rows


def tabulated(scenes: Sequence[Scene]) -> dict[str, tuple[Observation, ...]]:
    """The observations of table rows below a header, by passage; rows of other tables are read as sentences."""
    found = {}
    for over, run in _runs(scenes):
        table = _Table(over)
        for scene, following in itertools.zip_longest(run, run[1:]):
            if (row := table.read(scene, following)) is not None:
                found[scene.passage.id] = tuple(row.observations())
            elif table.columns and len(printed(cells_of(scene))) == 1:
                found[scene.passage.id] = ()  # a label alone, whatever digits it holds
    return found


@dataclass(slots=True)
class _Table:
    """A table as far as it was read: its columns, whether a figure stood below them, and the last row of a whole."""

    above: Above
    columns: tuple[Column, ...] = ()
    begun: bool = False
    numbered: bool = False
    whole: _Row | None = None
    told: bool = False  # what the next row says was read with the last

    def read(self, scene: Scene, following: Scene | None) -> _Row | None:
        """The row of figures that a passage is; none where it is one of the head."""
        cells = cells_of(scene)
        head = is_head(cells, first=not self.columns)
        if _RUNNING.fullmatch(cells[0].text.strip()):
            self.numbered = True
        elif head and (self.begun or not self.columns):
            self.numbered = False
        if self.numbered and self._is_led(cells, head):
            cells = cells[1:]
        if head:
            self._head(cells, following)
            self.told = False
            return None
        few = len(printed(cells)) == 1 and len(self.columns) > 1
        if few or not self.columns or len(cells) > len(self.columns) + 1 or not any(c.numbers for c in cells):
            return None
        self.columns, cells = unspanned(self.columns), tuple(printed(cells))
        rest = _rest(cells[0], following)
        self.begun, self.told = True, bool(rest)
        row = _Row.of(cells, self.columns, self.whole, self.above, rest)
        if not row.is_part:
            self.whole = row
        return row

    def _is_led(self, cells: Sequence[Cell], head: bool) -> bool:
        """Whether a row opens with its running number, or with that column's place in the head."""
        if head and self.columns:
            return not cells[0].text.strip()
        return len(cells) > len(self.columns) or not self.columns

    def _head(self, cells: Sequence[Cell], following: Scene | None) -> None:
        """A line of the head, or one label: the table's title, or what stands over the rows below."""
        if len(said := printed(cells)) == 1:
            if self.told:
                return
            if not self.columns:
                self.above = self.above.titled(said[0].text)
                return
            if self.begun or (following is not None and any(c.numbers for c in cells_of(following))):
                self.whole = _Row.over(said[0], self.columns, self.above)
                return
        longer = None if self.begun else below(self.columns, cells)
        self.columns, self.begun, self.whole = longer or columns_of(cells), False, None


_GOES_ON: Final = re.compile(r"(?:相当于|占|与|和|及|的|[(（][^()（）]*)\s*$")


def _rest(label: Cell, following: Scene | None) -> str:
    """What the next row goes on with of a label: its unit alone, ``(万人年)``, or the words that it lacks."""
    cells = printed(cells_of(following)) if following is not None else ()
    if len(cells) != 1 or cells[0].numbers or split_unit(label.text.strip())[1]:
        return ""
    name, unit = split_unit(cells[0].text.strip())
    return cells[0].text.strip() if (unit and not name) or _GOES_ON.search(label.text) else ""


_CHANGE_ALONE: Final = re.compile(
    r"(?:同比|环比|比上年|较上年)(?:增长|变化|增减|增速|增幅)(?:率|幅度)?|增长率|增速|增幅"
)
_PART: Final = re.compile(r"^(?:其中|#|中(?=[:：\s]))[:：]?\s*")
_UNITS: Final = re.compile(r"(?:计量)?单位")  # a column that prints the unit of its row


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of figures below its header; ``own`` is what its label says, whose ``whole`` stands in a row above."""

    cells: Sequence[Cell]
    columns: Sequence[Column]
    label: Cell | None
    own: str
    unit: str
    is_part: bool
    above: Above

    @classmethod
    def over(cls, label: Cell, columns: Sequence[Column], above: Above) -> _Row:
        """The label that stands over the rows below it: they may take its unit, and are no parts of it."""
        return cls((), columns, None, "", split_unit(label.text)[1], False, above)

    @classmethod
    def of(cls, cells: Sequence[Cell], columns: Sequence[Column], whole: _Row | None, above: Above, rest: str) -> _Row:
        dated = cells[0].is_year and len(cells) == len(columns)
        label = cells[0] if dated or cells[0].is_label else None
        words, unit = split_unit(bare(label.text) + rest) if label is not None else ("", "")
        if whole is not None and whole.own and _CHANGE_ALONE.fullmatch(words):
            return cls(cells, columns, label, whole.own + words, unit, True, above)
        own = _PART.sub("", words)
        for cell, head in zip(cells, columns, strict=False):
            if not cell.numbers and (_UNITS.fullmatch(head.text.strip()) or (not head.text and is_unit(cell))):
                unit = unit or cell.text.strip()
        if len(cells) == len(columns) + 1 and label is not None and is_unit(cells[1]):
            unit, cells = unit or cells[1].text.strip(), (cells[0], *cells[2:])
        part = own != words
        unmeasured = (
            not unit and not dated and whole is not None and not any(split_unit(one.text)[1] for one in columns)
        )
        if whole is not None and (part or (unmeasured and whole.unit and label is not None and label.thing is None)):
            part = bool(whole.own)
            own, unit = _of_whole(own, whole.own) if part else own, unit or whole.unit
        return cls(cells, columns, label, own, unit, part, above)

    def observations(self) -> Iterator[Observation]:
        shift = len(self.cells) - len(self.columns)
        for i, cell in enumerate(self.cells):
            if i - shift < 0 or (i == 0 and self.label is not None):
                continue
            for number in cell.numbers:
                made = _observe(cell, signed(cell, number), self, self.columns[i - shift])
                if made is not None:
                    yield made


def _of_whole(part: str, whole: str) -> str:
    """What a row below its whole counts: 发明专利 below 专利申请量 is 发明专利申请量.

    >>> _of_whole("发明专利", "专利申请量"), _of_whole("上市公司", "高新技术企业")
    ('发明专利申请量', '高新技术企业中上市公司')
    """
    joined = merged(part, whole)
    return joined if len(joined) < len(part) + len(whole) else f"{whole}中{part}"


_PLANNED: Final = re.compile(r"目标|预期|规划|计划")


_NATION: Final = re.compile(r"全\s*国(?:合\s*计|总\s*计)?")
_WHOLE_REGION: Final = re.compile(
    r"全\s*[省市区县州盟国](?:合\s*计|总\s*计)?|合\s*计|总\s*计"
)  # the row of the region itself


_PLAIN_HEAD: Final = re.compile(r"(?:绝对|完成|实际|统计|指标)?(?:数值?|值|量)|本年(?:数|累计)?|总[数量]|数据")


def _observe(cell: Cell, number: Number, row: _Row, head: Column) -> Observation | None:
    scene, label, own = cell.scene, row.label, row.own
    subject, scope, reasons = _subject(scene, label, head, row.above)
    if subject is None:
        return None
    title, unit = split_unit(head.text)
    caption = row.above.captions or scene.headings[:1]
    of_head, of_row = dates_of(title, scene.year), dates_of(own, scene.year)
    title = measured(caption, undated(title, of_head), [undated_head(one, scene.year) for one in row.columns])
    if own and _PLAIN_HEAD.fullmatch(title):
        title = ""
    dates = of_head or of_row
    named = label is None or label.thing is not None or _WHOLE_REGION.fullmatch(own)
    parts = ["" if named else undated(own, of_row)]
    parts += ["" if head.thing is not None else title, words_left(cell, number)]
    indicator = captioned(caption, "".join(parts)) or number.unit or "数量"
    unit = unit if unit in ("%", "‰") else row.unit or unit or ("" if RATED.search(indicator) else row.above.unit)
    value, shown = scaled(number, unit)
    if dates:
        date = dates[0].edtf
    elif row.above.date:
        date = row.above.date
    elif scene.when is not None:
        date, scope = scene.when[0].edtf, (*scope, scene.when[1])
    else:
        date = f"{scene.year:04d}" if scene.year else ""
        reasons = (*reasons, *((ScopeReason.REPORT_YEAR,) if scene.year else ()))
    above = (*head.passages, *scope)
    evidence = scene.evidence("table", (cell.begin, cell.end), scope=tuple(dict.fromkeys(above)), reasons=reasons)
    later = bool(dates and scene.year and dates[0].edtf[:4].isdigit() and int(dates[0].edtf[:4]) > scene.year)
    evidence = replace(evidence, planned=later or bool(_PLANNED.search(head.text + own)))
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


def _subject(
    scene: Scene, label: Cell | None, head: Column, over: Above
) -> tuple[str | None, tuple[str, ...], tuple[ScopeReason, ...]]:
    """Whom a cell is about: the thing that its row or its column names, the heading's, or the report's region."""
    named = (label.thing if label is not None else None) or head.thing
    if named is None and label is not None and _NATION.fullmatch(label.text.strip()):
        named = key_of("中国")
    if named is not None:
        return named, (), ()
    if scene.subject is not None:
        return scene.subject.key, (scene.subject.passage,), ()
    if scene.region is None and any("全国" in caption for caption in over.captions):
        return key_of("中国"), (), ()
    return scene.region, (), (ScopeReason.REPORT_REGION,)
