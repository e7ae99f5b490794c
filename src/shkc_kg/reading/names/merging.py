"""Which of a text's names mean one thing: editions, names without their region, designations, 与 and 和."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from shkc_kg.reading.gazetteer import load_gazetteer
from shkc_kg.reading.names.classes import EVENTS, INSTITUTIONS
from shkc_kg.reading.names.heads import designations
from shkc_kg.reading.names.known import ancestors, place_entry
from shkc_kg.reading.names.resolve import Resolved, key_of

__all__ = ["Setting", "same_things"]

Things = Mapping[str, Resolved]
Same = dict[str, str]
"""Keys with the key of the thing that they mean."""

_REGION: Final = 12  # code points; the longest region that stands in front of a name
_CROWD: Final = 60  # among more names with one ending, a shortened form points to none


@dataclass(frozen=True, slots=True)
class Setting:
    """What a text speaks of without saying: the year of its events, the region of its designations.

    ``several`` are the keys of events that it speaks of as a series: 四届创新周.
    """

    year: int | None
    region: str | None
    several: frozenset[str] = frozenset()


def _editions(things: Things, setting: Setting) -> Same:
    """Editions of one series: by number, by number and the text's year, and the bare name where there is one only."""
    by_series: defaultdict[str, list[str]] = defaultdict(list)
    for key, thing in things.items():
        if thing.edition and thing.cls in EVENTS:
            by_series[key_of(thing.edition.series)].append(key)
    merged: Same = {}
    for series, keys in by_series.items():
        left = _same_editions(things, keys, setting.year, merged)
        if len(left) == 1 and series in things and series not in setting.several and things[series].cls in EVENTS:
            merged[series] = left[0]
    return merged


def _same_editions(things: Things, keys: list[str], year: int | None, merged: Same) -> list[str]:
    """The editions that are left of a series once 第4届X and the only other, 2021年X in a text of 2021, are one."""
    dated = [k for k in keys if (e := things[k].edition) and e.year == year and year is not None]
    numbered = [k for k in keys if (e := things[k].edition) and e.number is not None and e.year is None]
    if len(keys) == 2 and len(dated) == 1 and len(numbered) == 1:
        merged[numbered[0]] = dated[0]
        return dated
    return keys


def _is_region(text: str) -> bool:
    if not text:
        return False
    body = any(e.cls == "GovernmentBody" for e in load_gazetteer().lookup.get(text, ()))
    return body or place_entry(text) is not None or text in ("长三角", "京津冀", "粤港澳大湾区", "中国", "全国")


def _shortened(things: Things) -> Same:
    """Names without the region that stands in front elsewhere: G60科创走廊 of 长三角G60科创走廊.

    A listed one keeps its name: 加拿大滑铁卢大学 is 滑铁卢大学.
    """
    longer: defaultdict[str, list[str]] = defaultdict(list)
    merged: Same = {}
    for key in things:
        for cut in range(2, min(_REGION, len(key) - 3)):
            rest = key[cut:]
            if rest not in things or not _is_region(key[:cut]):
                continue
            if things[rest].entry is None and things[rest].cls == things[key].cls:
                longer[rest].append(key)
            elif things[key].entry is None and _is_alike(things[rest], things[key], key[:cut]):
                merged[key] = rest
    return merged | {key: found[0] for key, found in longer.items() if len(found) == 1 and len(key) >= 4}


_LEVELS: Final = ("省", "市", "自治区", "国家")


def _prizes(things: Things) -> Same:
    """A prize without who gives it is the only one that is printed with it: 自然科学奖 of 省自然科学奖."""
    given: defaultdict[str, list[str]] = defaultdict(list)
    for key in (k for k, one in things.items() if one.cls == "Award" and k.endswith("奖")):
        for cut in range(1, min(_REGION, len(key) - 3)):
            shorter = things.get(key[cut:])
            giver = key[:cut] in _LEVELS or _is_region(key[:cut])
            if giver and shorter is not None and shorter.entry is None and shorter.cls == "Award":
                given[key[cut:]].append(key)
    longest = {short: max(full, key=len) for short, full in given.items()}
    return {short: longest[short] for short, full in given.items() if all(map(longest[short].endswith, full))}


def _is_alike(listed: Resolved, other: Resolved, region: str) -> bool:
    """Whether a listed thing lies in the region that stands before its name: 加拿大滑铁卢大学."""
    place = place_entry(region)
    if place is None or listed.entry is None:
        return False
    if place.cls == "Country":
        return other.cls in INSTITUTIONS and listed.cls in INSTITUTIONS
    return other.cls == listed.cls and place.name in ancestors(listed.entry)


_ABBREVIATED: Final = frozenset(("FunctionalZone", "Exposition", "Park"))


def _abbreviated(things: Things) -> Same:
    """Names of which one keeps some characters of the other only: 一体化示范区."""
    by_tail: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for key, thing in things.items():
        if thing.cls in _ABBREVIATED:
            by_tail[key[-2:], thing.cls].append(key)
    merged: Same = {}
    for keys in by_tail.values():
        for key in keys if len(keys) <= _CROWD else ():
            full = [k for k in keys if _abbreviates(key, k)]
            if len(full) == 1 and things[key].entry is None:
                merged[key] = full[0]
    return merged


def _abbreviates(short: str, full: str) -> bool:
    """Whether a short form keeps the full name's order of characters and leaves much out (一体化示范区).

    >>> _abbreviates("一体化示范区", "长三角生态绿色一体化发展示范区"), _abbreviates("上海大学", "上海交通大学")
    (True, False)
    """
    if len(short) < 5 or len(full) < 2 * len(short) or place_entry(short[:2]) is not None:
        return False
    rest = iter(full)
    return all(char in rest for char in short)


def _listed(things: Things) -> Same:
    """Printed forms of one listed thing are one: 华为 and 华为技术有限公司; the first printed names it."""
    first: dict[tuple[str, str], str] = {}
    merged = {}
    for key, thing in things.items():
        if thing.entry is not None:
            identity = (thing.entry.name, thing.entry.parent)
            if first.setdefault(identity, key) != key:
                merged[key] = first[identity]
    return merged


def _joined(things: Things) -> Same:
    """Divisions that differ in 与 and 和 only are one; the listed or first printed one names it."""
    first: dict[str, str] = {}
    merged = {}
    for key in sorted(things, key=lambda k: things[k].entry is None):
        if things[key].cls == "AcademyDivision" and first.setdefault(key.replace("与", "和"), key) != key:
            merged[key] = first[key.replace("与", "和")]
    return merged


def _designated(things: Things, home: str | None) -> Same:
    """A city has one designation, however long it is printed: 国际科技创新中心, 科技创新中心, 科创中心.

    Bare ones are the text's own region's where several cities' are named.
    """
    by_region: defaultdict[str, list[str]] = defaultdict(list)
    for key, thing in things.items():
        word = next((w for w in designations() if key.endswith(w)), None)
        if thing.cls == "FunctionalZone" and word is not None:
            region = key[: -len(word)]
            place = place_entry(region)
            if not region or _is_region(region):
                by_region[place.name if place else region].append(key)
    named = [region for region in by_region if region]
    own = named[0] if len(named) == 1 else home if home in named else None
    if own is not None:
        by_region[own] += by_region.pop("", [])
    merged: Same = {}
    for keys in by_region.values():
        first = max(keys, key=len)
        merged |= {key: first for key in keys if key != first}
    return merged


def same_things(things: Things, setting: Setting) -> Same:
    """The key of the thing that each further key means; what a surer rule has merged, a later one leaves alone."""
    rules = (
        _editions(things, setting),
        _prizes(things),
        _shortened(things),
        _abbreviated(things),
        _listed(things),
        _joined(things),
        _designated(things, setting.region),
    )
    merged: Same = {}
    for found in rules:
        merged |= {key: target for key, target in found.items() if key not in merged}
    return merged
