"""Candidates of all passages to things: one thing a name, its aliases, editions and their series."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from shkc_kg.reading.gazetteer import Entry, load_gazetteer
from shkc_kg.reading.lexicon import heads
from shkc_kg.reading.names.candidate import Candidate
from shkc_kg.reading.names.known import place_entry
from shkc_kg.reading.numerals import han
from shkc_kg.reading.text import fold

__all__ = ["EVENT_CLASSES", "Edition", "Resolved", "key_of", "resolve", "split_edition"]

EVENT_CLASSES: Final = frozenset(("Event", "Forum", "Conference", "Exposition", "Festival", "Competition", "Ceremony"))
_EDITION: Final = re.compile(
    r"(?P<year>(?:19|20)\d{2})(?:年度|年)?(?P<n2>第[\d一二三四五六七八九十百]+届)?|第(?P<n>[\d一二三四五六七八九十百]+)届|(?P<first>首届)"
)


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition's printed mark: its number, its year, and the name of the series behind it."""

    series: str
    number: int | None
    year: int | None


@dataclass(slots=True)
class Resolved:
    """A thing in the making: its canonical name, class, printed forms, and what a list knows of it."""

    name: str
    cls: str
    rule: str
    forms: list[str]
    entry: Entry | None = None
    edition: Edition | None = None


def key_of(name: str) -> str:
    """What two printings of one name share: quotes, brackets' width, title marks and blanks aside.

    >>> key_of("《科技2021》") == key_of("科技2021"), key_of("上海“最美科技工作者”")
    (True, '上海最美科技工作者')
    """
    return re.sub(r"[《》“”\"‘’'\s]", "", fold(name)).casefold()


def split_edition(name: str) -> Edition | None:
    """The edition that a name's beginning marks: ``第4届X``, ``2021年X``, ``2021X``.

    >>> split_edition("第4届世界人工智能大会"), split_edition("2021年上海科技节").year
    (Edition(series='世界人工智能大会', number=4, year=None), 2021)
    """
    m = _EDITION.match(fold(name))
    if not m or len(name) - m.end() < 3:
        return None
    printed = m["n"] or (m["n2"] or "")[1:-1]
    number = (
        1
        if m["first"]
        else (int(printed) if printed.isdigit() else int(han(printed) or 0) or None)
        if printed
        else None
    )
    return Edition(name[m.end() :], number, int(m["year"]) if m["year"] else None)


def _merge_editions(things: dict[str, Resolved], year: int | None) -> dict[str, str]:
    """Which keys name the same edition: a bare name in a one-edition text, a number and the report's year."""
    by_series: defaultdict[str, list[str]] = defaultdict(list)
    for key, thing in things.items():
        if thing.edition and thing.cls in EVENT_CLASSES:
            by_series[key_of(thing.edition.series)].append(key)
    merged = {}
    for series, keys in by_series.items():
        dated = [k for k in keys if (e := things[k].edition) and e.year == year and year is not None]
        numbered = [k for k in keys if (e := things[k].edition) and e.number is not None and e.year is None]
        if len(keys) == 2 and len(dated) == 1 and len(numbered) == 1:
            merged[numbered[0]] = dated[0]
            keys = dated
        if len(keys) == 1 and series in things and things[series].cls in EVENT_CLASSES:
            merged[series] = keys[0]
    return merged


_SAME_KIND: Final = ("FunctionalZone", "Park", "Platform", "Alliance", "InnovationCentre", "Base")


def _merge_shortened(things: Mapping[str, Resolved]) -> dict[str, str]:
    """Which keys are another's name without the region in front: G60科创走廊 of 长三角G60科创走廊."""
    merged: dict[str, str] = {}
    keys = sorted(things, key=lambda k: (len(k), k))
    by_tail: defaultdict[str, list[str]] = defaultdict(list)
    for key in keys:
        by_tail[key[-2:]].append(key)
    for key in keys:
        thing = things[key]
        if thing.entry is not None or len(key) < 4:
            continue
        longer = [
            k
            for k in by_tail[key[-2:]]
            if k != key
            and k.endswith(key)
            and things[k].cls == thing.cls
            and _is_region(things[k].name[: len(k) - len(key)])
        ]
        if len(longer) == 1:
            merged[key] = longer[0]
        elif not longer and thing.cls in ("FunctionalZone", "Exposition", "Park"):
            full = [
                k
                for k in by_tail[key[-2:]]
                if _abbreviates(key, k) and things[k].cls == thing.cls and things[k].entry is None
            ]
            if len(full) == 1:
                merged[key] = full[0]
    return merged


def _merge_entries(things: Mapping[str, Resolved]) -> dict[str, str]:
    """Printed forms of one listed thing are one, and the longest names it: 长三角G60科创走廊, not G60科创走廊."""
    forms = defaultdict[tuple[str, str], list[str]](list)
    for key, thing in things.items():
        if thing.entry is not None:
            forms[thing.entry.name, thing.entry.parent].append(key)
    fullest = {key: max(keys, key=len) for keys in forms.values() for key in keys}
    return {key: name for key, name in fullest.items() if key != name}


def _merge_designations(things: Mapping[str, Resolved]) -> dict[str, str]:
    """A city has one designation, however long it is printed: 国际科技创新中心, 科技创新中心, 科创中心."""
    own = sorted(
        (h.word for h in heads().values() if h.use == "self" and h.cls == "FunctionalZone"), key=lambda w: (-len(w), w)
    )
    found = [k for k in things if things[k].cls == "FunctionalZone" and any(k.endswith(w) for w in own)]
    plain = [k for k in found if k in own or _is_region(k[: -len(next(w for w in own if k.endswith(w)))])]
    first = max(plain, key=len, default=None)
    return {k: first for k in plain if first is not None and k != first}


def _merge_joints(things: Mapping[str, Resolved]) -> dict[str, str]:
    """Divisions that differ in 与 and 和 only are one; the listed or first printed one names it."""
    first: dict[str, str] = {}
    merged = {}
    for key in sorted(things, key=lambda k: things[k].entry is None):
        if things[key].cls == "AcademyDivision" and first.setdefault(key.replace("与", "和"), key) != key:
            merged[key] = first[key.replace("与", "和")]
    return merged


def _is_region(text: str) -> bool:
    if not text:
        return False
    body = any(e.cls == "GovernmentBody" for e in load_gazetteer().lookup.get(text, ()))
    return body or place_entry(text) is not None or text in ("长三角", "京津冀", "粤港澳大湾区", "中国", "全国")


def _abbreviates(short: str, full: str) -> bool:
    """Whether a short form keeps the full name's order of characters and leaves much out (一体化示范区).

    >>> _abbreviates("一体化示范区", "长三角生态绿色一体化发展示范区"), _abbreviates("上海大学", "上海交通大学")
    (True, False)
    """
    if len(short) < 5 or len(full) < 2 * len(short) or place_entry(short[:2]) is not None:
        return False
    rest = iter(full)
    return all(char in rest for char in short)


_ALIAS: Final = re.compile(r"[(](?:以下)?(?:统称|简称|又称|下称)(?:为)?[:“\"]*(?P<alias>[^()”\"“,]{2,16})[”\"]?[)]")


def introduced_aliases(text: str) -> Iterable[tuple[int, str, int, int]]:
    """Aliases that a passage introduces: where the full name ends, the alias, and the alias's place.

    >>> list(introduced_aliases("中关村国家自主创新示范区(以下简称中关村示范区)"))
    [(12, '中关村示范区', 17, 23)]
    """
    for m in _ALIAS.finditer(text):
        yield m.start(), m["alias"], m.start("alias"), m.end("alias")


def resolve(
    found: Sequence[tuple[int, Candidate]], aliases: Mapping[str, str], year: int | None
) -> tuple[dict[str, Resolved], dict[str, str]]:
    """Things by key, and the key of the thing that each further key means.

    ``found`` are candidates with the order of their passage; ``aliases`` are introduced ones (alias → full name).
    """
    things: dict[str, Resolved] = {}
    for _, one in found:
        key = key_of(one.label)
        thing = things.get(key)
        if thing is None:
            edition = split_edition(one.label) if one.cls in EVENT_CLASSES else None
            thing = things[key] = Resolved(one.label, one.cls, one.rule, [], one.entry, edition)
        elif thing.entry is None and one.entry is not None:
            thing.entry, thing.cls = one.entry, one.cls
        if one.text not in thing.forms:
            thing.forms.append(one.text)
    merged = _merge_editions(things, year)
    merged |= {k: v for k, v in _merge_shortened(things).items() if k not in merged}
    merged |= {k: v for k, v in _merge_entries(things).items() if k not in merged}
    merged |= _merge_joints(things)
    merged |= {k: v for k, v in _merge_designations(things).items() if k not in merged}
    for alias, full in aliases.items():
        a, f = key_of(alias), key_of(full)
        if f in things and a != f:
            if alias not in things[f].forms:
                things[f].forms.append(alias)
            if a in things:
                merged[a] = f
    return _apply(things, merged)


def _apply(things: dict[str, Resolved], merged: dict[str, str]) -> tuple[dict[str, Resolved], dict[str, str]]:
    final = {}
    for key in merged:
        target = key
        for _ in range(len(merged)):
            if target not in merged:
                break
            target = merged[target]
        if target != key and target in things:
            final[key] = target
    for key, target in final.items():
        for form in (things[key].name, *things[key].forms):
            if form not in things[target].forms and form != things[target].name:
                things[target].forms.append(form)
        edition = things[key].edition
        own = things[target].edition
        if edition and own and own.number is None:
            things[target].edition = replace(own, number=edition.number)
    return {k: t for k, t in things.items() if k not in final}, final
