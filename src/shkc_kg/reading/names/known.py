"""Names that general lists hold, read where the context makes a short or shared form safe."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from shkc_kg.reading.areas import is_area
from shkc_kg.reading.gazetteer import Entry, load_gazetteer
from shkc_kg.reading.lexicon import words
from shkc_kg.reading.names.candidate import Candidate, Words
from shkc_kg.reading.names.classes import OWNERS, PLACES
from shkc_kg.reading.names.heads import head_at_end
from shkc_kg.reading.names.media import as_body
from shkc_kg.reading.tokens import Known

__all__ = [
    "ancestors",
    "canonical_name",
    "is_place",
    "is_topic",
    "known_candidates",
    "listed_abroad",
    "owner_at_start",
    "place_entry",
]

_VAGUE_REGIONS: Final = frozenset(("世界", "全球", "国际", "全世界"))
_ROADS: Final = frozenset("路街镇乡村站")
_LONGEST_FORM: Final = 16  # code points; the name of a parent that may stand in front of a short form


@cache
def _by_name() -> Mapping[str, Entry]:
    return {entry.name: entry for entry in reversed(load_gazetteer().entries)}


@cache
def _forms(name: str) -> tuple[str, ...]:
    entry = _by_name().get(name)
    return entry.forms if entry else (name,)


def ancestors(entry: Entry) -> tuple[str, ...]:
    """The names of the things that contain an entry, nearest first."""
    found: list[str] = []
    while entry.parent and entry.parent not in found:
        found.append(entry.parent)
        entry = _by_name().get(entry.parent, Entry("", ""))
    return tuple(found)


def place_entry(name: str) -> Entry | None:
    """The division or country of a name or alias; the largest where several share it."""
    found = [e for e in load_gazetteer().lookup.get(name, ()) if e.cls in PLACES or e.cls == "Country"]
    return min(found, key=lambda e: (len(ancestors(e)), e.code), default=None)


def is_place(name: str) -> bool:
    """Whether a form names a place and no ordinary word (资源 and 合作 are counties, too)."""
    return any(e.cls in PLACES and name not in e.risky for e in load_gazetteer().lookup.get(name, ()))


_AS_PRINTED: Final = frozenset(("Award", "EventSeries", "Programme", "Plan", "Initiative", "Fund", "Project"))


def listed_abroad(name: str) -> Entry | None:
    """The listed institution that a name gives with its country in front: 英国剑桥大学."""
    for cut in range(2, min(8, len(name) - 2)):
        country = place_entry(name[:cut])
        if country is not None and country.cls == "Country":
            return next((e for e in load_gazetteer().lookup.get(name[cut:], ()) if e.cls in OWNERS), None)
    return None


def canonical_name(entry: Entry, printed: str) -> str:
    """The name that a listed thing goes by: the list's, or the printed one where that says more.

    A company whose list name is a registered one goes by the printed form: the register may name its holding. So does
    a prize or an event: what a list calls it is not what the report does.
    """
    if is_area(entry.name):
        return entry.name
    registered = entry.cls == "Company" and entry.name.endswith(("公司", "集团"))
    bare = re.sub("[《》]", "", printed)
    if registered or entry.cls in _AS_PRINTED:
        return bare
    return bare if len(re.sub("[“”]", "", bare)) > len(entry.name) else entry.name


def known_candidates(line: Words, known: Sequence[Known], region: str | None) -> Iterator[Candidate]:
    """The listed names of a passage; ``region`` is where the passage's short place names are looked for first."""
    companies = {one.end for one in known if any(e.cls == "Company" for e in one.entries)}
    for name in known:
        entry = _chosen(line.text, name, region)
        if entry is None or name.form in _VAGUE_REGIONS or line.text.startswith("(全称", name.end):
            continue  # the text itself says what it means by the name
        if entry.cls == "GovernmentBody" and (_is_abroad(line.text, name.begin) or _is_department(line, name)):
            continue  # 孟加拉国科技部, 机制建设部部长
        if entry.name == "中国" and line.text.startswith("特色社会主义", name.end):
            continue  # what it is called, not where
        if entry.cls == "District" and name.begin in companies:
            continue  # 四方 of 中车四方
        if entry.cls in PLACES and (
            _is_road(line, name)
            or (name.form != entry.name and not _is_place_here(line.text, name, entry, region))
            or (name.form in entry.risky and _is_word_here(line, name, entry))
        ):
            continue
        text = line.text[name.begin : name.end]
        cls = _event_class(text) if entry.cls == "EventSeries" else as_body(entry.cls, text)
        yield Candidate(name.begin, name.end, text, cls, "gazetteer", entry, canonical_name(entry, text))


def _is_abroad(text: str, begin: int) -> bool:
    """Whether another country is printed right in front of a ministry."""
    left = (place_entry(text[max(0, begin - n) : begin]) for n in (2, 3, 4, 5))
    return any(place is not None and place.cls == "Country" and place.name != "中国" for place in left)


_NATIONS: Final = frozenset(("中国",))
_WHOLE: Final = ("县", "市", "区", "旗", "州", "省")
_WORDY: Final = frozenset(("n", "v", "vn", "a", "an", "d", "ad", "b"))


def _is_word_here(line: Words, name: Known, entry: Entry) -> bool:
    """Whether a county's short form is the word that it also is: behind a noun (人才培养[通道]), with no parent in front."""
    if name.begin == 0 or _is_led(line.text, name.begin, entry):
        return False
    token, before = line.tokens[line.at[name.begin]], line.tokens[line.at[name.begin - 1]]
    same = (token.begin, token.end) == (name.begin, name.end)
    return same and token.tag in _WORDY and before.tag in _WORDY


_MINISTRY: Final = 3  # code points of a short form that a department may have, too


def _is_department(line: Words, name: Known) -> bool:
    """Whether a noun right before a ministry's short form makes a department of it: 某联盟自律机制[建设部]部长."""
    if len(name.form) != _MINISTRY or not name.form.endswith("部") or name.begin == 0:
        return False
    before = line.tokens[line.at[name.begin - 1]]
    return before.tag in ("n", "vn") and len(before.text) > 1 and before.text not in ("国家", "中央", "中国")


def _is_road(line: Words, name: Known) -> bool:
    """Whether a place gives its name to a road or a village: 张江路, but not 上海路演."""
    if name.end >= len(line.text) or name.form.endswith(("省", "市", "区", "县")):
        return False
    following = line.tokens[line.at[name.end]]
    return following.text[:1] in _ROADS and len(following.text) == 1


def _event_class(name: str) -> str:
    head = head_at_end(name)
    return head.cls if head else "Event"


def _chosen(text: str, known: Known, region: str | None) -> Entry | None:
    """Which entry a printed form means here; none where the form is risky and nothing around supports it."""
    inside = region not in _NATIONS  # a report on the whole country makes no short form of a county safe
    here = [e for e in known.entries if region and (e.name == region or (inside and region in ancestors(e)))]
    led = [e for e in known.entries if _is_led(text, known.begin, e)]
    safe = [e for e in known.entries if known.form not in e.risky]
    if here or led:
        return (here or led)[0]
    if known.entries[0].cls == "AcademyDivision" and "学部" in text.replace(known.form, ""):
        return known.entries[0]  # 化学部 beside 地学部
    return min(safe, key=lambda e: len(ancestors(e)) if e.cls in PLACES else 0, default=None)


def _is_led(text: str, begin: int, entry: Entry) -> bool:
    """Whether what contains an entry is printed in front of it: 湖北洪山."""
    before = text[max(0, begin - _LONGEST_FORM) : begin]
    return any(before.endswith(form) for parent in ancestors(entry) for form in _forms(parent))


def _is_place_here(text: str, name: Known, entry: Entry, region: str | None) -> bool:
    """Whether a short form of a division names it: 资源 is a word unless its region is near.

    A county's short form needs the report's own region or its parent printed in front.
    """
    if text.startswith("公司", name.end):
        return False
    if name.form.endswith(_WHOLE) and len(name.form) > 2 and name.form not in entry.risky:
        return True  # 新晃县 of 新晃侗族自治县
    if region is not None and region not in _NATIONS and (region in ancestors(entry) or region == entry.name):
        return True
    return _is_led(text, name.begin, entry) if entry.cls == "District" else name.form not in entry.risky


def is_topic(form: str, entry: Entry) -> bool:
    """Whether a company's short form is a place and its trade inside a longer name: 上海汽车 in 上海汽车会展中心."""
    short = entry.cls == "Company" and form != entry.name
    return short and form[2:] in words("company_tail") and place_entry(form[:2]) is not None


def owner_at_start(text: str) -> tuple[str, Entry] | None:
    """The listed institution that a longer name begins with: 中科院 of 中科院上海有机化学研究所."""
    lookup = load_gazetteer().lookup
    shortest = max((n for n in (3, 4, 5) if (place := place_entry(text[:n])) and place.cls == "Country"), default=2)
    for end in range(len(text) - 2, shortest - 1, -1):  # 澳大利亚 opens with no 澳大
        for entry in lookup.get(text[:end], ()):
            if entry.cls in OWNERS and text[:end] not in entry.risky and not is_topic(text[:end], entry):
                return text[:end], entry
    return None
