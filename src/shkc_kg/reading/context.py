"""The year and region of a text: told by manifest or option, or inferred from the text, or left open."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from shkc_kg.model import Passage, PassageKind, Source
from shkc_kg.reading.names.known import ancestors, place_entry
from shkc_kg.reading.text import fold
from shkc_kg.reading.tokens import known_names

__all__ = ["Setting", "setting_of"]


@dataclass(frozen=True, slots=True)
class Setting:
    """Year and region of a text, with the reason for each, and where they differ, of its passages."""

    year: int | None
    region: str | None
    reasons: Mapping[str, str]
    years: Mapping[str, int | None] = field(default_factory=lambda: MappingProxyType({}))


_YEAR: Final = re.compile(r"(?<![\d.A-Za-z])((?:19|20)\d{2})(?:年|(?=[\u4e00-\u9fff]))")
_BULLETIN: Final = re.compile(r"((?:19|20)\d{2})年?(?:度)?[^,;。\n]{0,24}(?:公报|报告|年鉴|综述|回顾|统计)")
_DATELINE: Final = re.compile(r"(?:\d{1,2}月\d{1,2}日)?(?:电|讯)|发布时间|日期")
_LOOKS_AHEAD: Final = re.compile(r"(?:政府)?工作报告")
_SPOKEN: Final = re.compile(r"((?:19|20)\d{2})年\d{1,2}月\d{1,2}日[^。\n]{0,12}(?:在|于)[^。\n]{2,30}(?:会议|大会)")
_PLACES: Final = ("Province", "City", "District")


def _year(text: str, passages: Sequence[Passage]) -> tuple[int | None, str]:
    title = fold(passages[0].text) if passages else ""
    if m := _BULLETIN.search(title):
        return int(m[1]), "title"
    head = fold("\n".join(p.text for p in passages[:4]))
    if m := _SPOKEN.search(head):
        return int(m[1]), "dateline"
    counted = Counter(int(y) for y in _YEAR.findall(fold(text)))
    if not counted:
        return None, "no year is printed"
    headings = Counter(int(y) for p in passages if p.kind is PassageKind.HEADING for y in _YEAR.findall(fold(p.text)))
    if headings and headings.most_common(1)[0][1] > 1 or len(headings) == 1:
        return headings.most_common(1)[0][0], "headings"
    dated = Counter(int(y) for y in re.findall(r"((?:19|20)\d{2})年(?:\d{1,2}月|全年|,|以来|上半年)?", fold(text)))
    pool = dated or counted
    best, times = pool.most_common(1)[0]
    rivals = [y for y, n in pool.items() if n == times]
    if len(rivals) > 1:
        return max(rivals) if max(rivals) - min(rivals) <= 1 else None, "explicit years"
    return best, "explicit years"


def _owner(name: str) -> str | None:
    entry = place_entry(name)
    return entry.name if entry is not None and entry.cls in _PLACES else None


def _region(text: str, passages: Sequence[Passage]) -> tuple[str | None, str]:
    heads = [fold(p.text) for p in passages if p.kind is PassageKind.HEADING]
    for title in heads[:2]:
        for known in known_names(title):
            if owner := _owner(known.form):
                return owner, "title"
    weight: Counter[str] = Counter()
    for source, factor in ((heads, 3), ([fold(text)], 1)):
        for piece in source:
            for known in known_names(piece):
                owner = _owner(known.form)
                if owner and known.form not in known.entries[0].risky:
                    weight[owner] += factor
    for name in list(weight):
        entry = place_entry(name)
        for parent in ancestors(entry) if entry else ():
            if parent in weight:
                weight[parent] += weight[name] // 2
    if not weight:
        return None, "no place is printed"
    ranked = weight.most_common(2)
    if len(ranked) > 1 and ranked[0][1] < 1.2 * ranked[1][1]:
        first, second = (place_entry(n) for n, _ in ranked)
        if first and second and second.name in ancestors(first):
            return first.name, "place named most"
        if first and second and first.name in ancestors(second):
            return second.name if weight[second.name] > 2 else first.name, "place named most"
        return None, f"undecided between {ranked[0][0]} and {ranked[1][0]}"
    return ranked[0][0], "place named most"


_BLOCK_YEAR: Final = re.compile(r"^(?:[一二三四五六七八九十]+、)?((?:19|20)\d{2})年(?:[^\d]{2,20})$")


def _years(passages: Sequence[Passage], year: int | None) -> Mapping[str, int | None]:
    """The year of each passage: a heading that names one gives it to what follows below it."""
    own = {}
    for passage in passages:
        m = _BLOCK_YEAR.match(fold(passage.text)) if passage.kind is PassageKind.HEADING else None
        own[passage.id] = int(m[1]) if m else None
    return MappingProxyType(
        {p.id: next((own[s] for s in (p.id, *p.scope) if own.get(s) is not None), year) for p in passages}
    )


def setting_of(source: Source, passages: Sequence[Passage]) -> Setting:
    """The setting of a source: what it tells itself goes before what its text suggests."""
    reasons = dict(source.reasons)
    year, region = source.year, source.region
    if year is None:
        year, reasons["year"] = _year(source.original, passages)
    if region is None:
        region, reasons["region"] = _region(source.original, passages)
    else:
        entry = place_entry(region)
        region = entry.name if entry is not None else region
    return Setting(year, region, MappingProxyType(reasons), _years(passages, year))
