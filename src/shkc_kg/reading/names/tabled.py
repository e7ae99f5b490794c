"""People whom a table lists below 姓名, and the divisions below 学部."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from shkc_kg.model import Passage, PassageKind
from shkc_kg.reading.gazetteer import load_gazetteer
from shkc_kg.reading.lines.text import fold
from shkc_kg.reading.names.candidate import Candidate
from shkc_kg.reading.names.persons import is_person_line

__all__ = ["tabled_names"]

_CELL: Final = re.compile(r"[^\t\n]+")
_PEOPLE: Final = re.compile(
    r"姓名|院士姓名|获奖人(?:姓名)?|入选人(?:姓名)?|(?:项目|课题|团队|平台|单位)?负责人|(?:主要|第一)?完成人|主持人|(?:学术|团队|学科)?带头人"
    r"|(?:实验室|中心|平台)?主任|院长|所长|校长|首席专家|首席科学家|法定代表人|联系人"
)
_DIVISIONS: Final = re.compile(r"(?:所在|当选)?学部")


def tabled_names(passages: Sequence[Passage]) -> Mapping[str, tuple[Candidate, ...]]:
    """By passage, the names that a table's row holds in the columns whose heads tell what they list."""
    found: dict[str, tuple[Candidate, ...]] = {}
    heads: list[str] = []
    section = ""
    for passage in passages:
        if passage.kind is not PassageKind.ROW or passage.section != section:
            heads, section = [], passage.section
        if passage.kind is not PassageKind.ROW:
            continue
        text = fold(passage.text)
        cells = [m[0].strip() for m in _CELL.finditer(text)]
        if any(map(_PEOPLE.fullmatch, cells)):
            heads = cells
        elif heads:
            found[passage.id] = tuple(_row(text, heads))
    return found


def _row(text: str, heads: Sequence[str]) -> Iterator[Candidate]:
    for head, cell in zip(heads, _CELL.finditer(text), strict=False):
        printed = cell[0].strip()
        begin = cell.start() + cell[0].index(printed) if printed else cell.start()
        if _PEOPLE.fullmatch(head) and is_person_line(printed):
            yield Candidate(begin, begin + len(printed), printed, "Person", "table")
        elif _DIVISIONS.fullmatch(head) and printed.endswith("学部"):
            entry = next(iter(load_gazetteer().lookup.get(printed, ())), None)
            name = entry.name if entry else ""
            yield Candidate(begin, begin + len(printed), printed, "AcademyDivision", "table", entry, name)
