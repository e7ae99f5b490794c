"""Offices printed without their place: those behind another one in a list, and those of the report's own place.

``某市教育局、科技局、财政局联合印发`` names three offices of one city; ``协调环保局和教育局`` means the report's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Final

from shkc_kg.reading.gazetteer import Entry, load_gazetteer
from shkc_kg.reading.lexicon import words
from shkc_kg.reading.names.bodies import of_level
from shkc_kg.reading.names.candidate import Candidate, Words
from shkc_kg.reading.names.known import owner_at_start
from shkc_kg.reading.patterns import any_of

__all__ = ["siblings"]

_RULING: Final = frozenset(("政府", "人大", "政协", "法院", "委", "纪委", "监委", "团委"))
_ZONE: Final = ("党工委", "管委会", "纪工委")


@cache
def _listed() -> Mapping[str, Entry]:
    """The offices by what they are called behind their place; parts of a committee (委组织部) by their own names."""
    known: dict[str, Entry] = {}
    for entry in load_gazetteer().municipal:
        for form in entry.forms if entry.cls in ("GovernmentBody", "Association") else ():
            if len(form) > 1 and form not in _RULING:
                known.setdefault(form, entry)
    return known | {part: entry for part, entry in _of_committee().items() if part not in known}


@cache
def _of_committee() -> Mapping[str, Entry]:
    """The parts of a committee by their own names: 组织部 of 市委组织部."""
    listed = ((form, entry) for entry in load_gazetteer().municipal for form in entry.forms)
    return {form[1:]: entry for form, entry in listed if form.startswith("委") and len(form) > 3}


@cache
def _pattern() -> re.Pattern[str]:
    """An office from a mark, a joint or a verb to where it ends; after 、 any office may stand (烟叶局)."""
    return re.compile(
        rf"(?P<office>{any_of({*_listed(), *_ZONE})})|(?<=、)(?P<other>[\u4e00-\u9fff]{{2,7}}?[局厅办])(?=[、和与等])"
        r"|(?<=、)(?P<department>[\u4e00-\u9fff]{2,7}?司)(?=[、和与等]|副?司长|有关|负责|[\u4e00-\u9fff]{2,3}(?:副?司长|参赞|处长))"
    )


_JOINT: Final = re.compile(r"(?:、|和|与|及|以及|会同|联合)\Z")
_OWN_LED: Final = re.compile(r"(?:^|[,;。:“\s(])\Z")
_OFFICE_TITLE: Final = re.compile(r"[\u4e00-\u9fff]{2,14}")


def siblings(line: Words, found: Iterable[Candidate], own_region: str | None) -> Iterator[Candidate]:
    """The offices of a passage that a body before them, or the report's own place, makes certain."""
    bodies = {one.end: one for one in found if one.cls in ("GovernmentBody", "Association")}
    taken = {place for one in bodies.values() for place in range(one.begin, one.end)}
    last = -1
    for m in _pattern().finditer(line.text):
        if m.start() in taken or not _ends_word(line, m.end()):
            continue
        joint = _JOINT.search(line.text, max(0, m.start() - 2), m.start())
        before = _before(line.text, bodies, joint.start()) if joint is not None else None
        if before is None and joint is not None and _in_one_list(line.text, bodies, last, joint.start()):
            before = bodies[last]
        known = _ministry(before) if m["department"] is not None else _place_of(before)
        place = _own(line, m, own_region, joint is not None) if before is None else known
        if place is None or place.startswith(_MANY) or not _is_of_level(m[0], place):
            continue
        made = _made(m, place)
        last = m.end()
        bodies[last] = made
        yield made


def _ministry(before: Candidate | None) -> str | None:
    """The ministry that a department is of: that of the one before it in a list."""
    owner = owner_at_start(before.text) if before is not None else None
    return owner[0] if owner is not None and before is not None and before.text.endswith("司") else None


_LIST: Final = re.compile(r"(?:、[\u4e00-\u9fff]{2,10}){1,3}")


def _in_one_list(text: str, bodies: Mapping[int, Candidate], last: int, end: int) -> bool:
    """Whether other members of the same list stand between the last office read and a joint: 党政办、储备中心、[建设局]."""
    return last in bodies and _LIST.fullmatch(text, last, end) is not None


_MANY: Final = ("各", "全", "每", "多", "几")


def _is_of_level(office: str, place: str) -> bool:
    """Whether a place of that level has such an office: a province has departments (财政厅) where a city has bureaus."""
    entry = _listed().get(office)
    return entry is None or place[-1] not in "省市区县" or place[-1] in entry.flags


def _ends_word(line: Words, end: int) -> bool:
    if end == len(line.text) or line.text.startswith("长", end):  # 机电局长兼任
        return not line.text.startswith(("长期", "长远", "长效"), end)
    if _HEADED.match(line.text, end):
        return True
    return line.tokens[line.at[end]].begin == end


def _before(text: str, bodies: Mapping[int, Candidate], end: int) -> Candidate | None:
    """The body that a list goes on from: right before its joint, or with no more than a title and a name between."""
    if end in bodies:
        return bodies[end]
    for at in range(end - 1, max(0, end - 14), -1):
        if at in bodies:
            behind = text[at:end]
            titled = any(behind.startswith(title) for title in _titles())
            return bodies[at] if titled and _OFFICE_TITLE.fullmatch(behind) else None
    return None


@cache
def _titles() -> frozenset[str]:
    return words("office") | words("title_before") | words("title_led") | {"党组", "党委", "长"}


def _place_of(body: Candidate | None) -> str | None:
    """What stands before an office in a body's name: its place, or its level (市), or the committee that it is of."""
    label = body.label if body is not None else ""
    for size in range(len(label) - 2, 0, -1):
        if label[-size:] in _listed() or label[-size:] in _ZONE:
            place = label[:-size]
            return place if place.endswith(_LEVELS) else None
    for size in range(2, 9):  # an office that no list holds
        if label[: len(label) - size].endswith(_LEVELS) and label.endswith(("局", "厅", "办", "委")):
            return label[: len(label) - size]
    return None


_LEVELS: Final = ("省", "市", "区", "县", "州", "盟", "旗", "城", "园", "省委", "市委", "区委", "县委")


# 组织部副部长某某, 科技局局长某某: whoever heads an office
_HEADED: Final = re.compile(r"(?:党组)?(?:常务)?副?(?:局长|书记|主任|部长|厅长)(?![会一级助])")


def _own(line: Words, m: re.Match[str], region: str | None, joined: bool) -> str | None:
    """The report's own place, where an office opens a clause or a verb or preposition takes it."""
    name = m["office"]
    if region is None or name is None or not name.endswith(("局", "厅", "部", "办")):
        return None
    at = m.start()
    headed = _HEADED.match(line.text, m.end()) is not None
    if not headed and (joined or not name.endswith(("局", "厅"))):
        return None
    if _OWN_LED.search(line.text, 0, at) is None and not (headed and joined):
        left = line.tokens[line.at[at - 1]]
        if left.end != at or not (left.tag in ("v", "p") or left.text in words("verb")):
            return None
    level = "自治区" if region.endswith("自治区") else "省" if name.endswith("厅") else region[-1]
    place = of_level(region, level)
    fits = place is not None and place.endswith(level) and level in (*_listed()[name].flags, "自治区")
    return place if fits else None


def _made(m: re.Match[str], place: str) -> Candidate:
    text = m[0]
    entry = _listed().get(text, Entry("", "GovernmentBody"))
    name = f"{place}委{text}" if text in _of_committee() else f"{place}{text}"
    own = replace(entry, name=name, aliases=(), parent=place, risky=frozenset())
    return Candidate(m.start(), m.end(), text, entry.cls, "office beside", own, name)
