"""Names that general lists hold, read where the context makes a short or shared form safe."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from shkc_kg.reading.gazetteer import Entry, load_gazetteer
from shkc_kg.reading.lexicon import heads
from shkc_kg.reading.names.candidate import Candidate, Words
from shkc_kg.reading.tokens import Known, Token

__all__ = ["ancestors", "bodies", "canonical_name", "known_candidates", "one_character_places", "owner_at_start", "place_entry"]

_PLACES: Final = frozenset(("Province", "City", "District", "FunctionalZone"))
_VAGUE_REGIONS: Final = frozenset(("世界", "全球", "国际", "全世界"))


@cache
def _by_name() -> Mapping[str, Entry]:
    return {entry.name: entry for entry in reversed(load_gazetteer().entries)}


def ancestors(entry: Entry) -> tuple[str, ...]:
    """The names of the things that contain an entry, nearest first."""
    found: list[str] = []
    while entry.parent and entry.parent not in found:
        found.append(entry.parent)
        entry = _by_name().get(entry.parent, Entry("", ""))
    return tuple(found)


def place_entry(name: str) -> Entry | None:
    """The division or country of a name or alias; the largest where several share it."""
    found = [e for e in load_gazetteer().lookup.get(name, ()) if e.cls in _PLACES or e.cls == "Country"]
    return min(found, key=lambda e: (len(ancestors(e)), e.code), default=None)


def _chosen(known: Known, region: str | None, before: str) -> Entry | None:
    """Which entry a printed form means here; none where the form is risky and nothing around supports it."""
    here = [e for e in known.entries if region and (region in ancestors(e) or e.name == region)]
    if here:
        return here[0]
    led = [e for e in known.entries if e.parent and any(before.endswith(f) for p in ancestors(e) for f in _forms(p))]
    if led:
        return led[0]
    safe = [e for e in known.entries if known.form not in e.risky]
    return min(safe, key=lambda e: (len(ancestors(e)) if e.cls in _PLACES else 0), default=None)


@cache
def _forms(name: str) -> tuple[str, ...]:
    entry = _by_name().get(name)
    return entry.forms if entry else (name,)


def known_candidates(line: Words, known: Sequence[Known], region: str | None) -> Iterator[Candidate]:
    """The listed names of a passage; ``region`` is where the passage's short place names are looked for first."""
    for name in known:
        entry = _chosen(name, region, line.text[: name.begin])
        if entry is None or name.form in _VAGUE_REGIONS or entry.cls not in _classes():
            continue
        if entry.cls in _PLACES and name.form != entry.name and not _is_place_here(line, name, entry, region):
            continue
        text = line.text[name.begin : name.end]
        cls = event_class(text) if entry.cls == "EventSeries" else entry.cls
        yield Candidate(name.begin, name.end, text, cls, "gazetteer", entry, canonical_name(entry, text))


def canonical_name(entry: Entry, printed: str) -> str:
    """The name that a listed thing goes by: the list's, or the printed one where that says more.

    A company whose list name is a registered one goes by the printed form: the register may name its holding.
    """
    registered = entry.cls == "Company" and entry.name.endswith(("公司", "集团"))
    longer = len(re.sub("[《》“”]", "", printed)) > len(entry.name)
    return printed if registered or longer and not printed.startswith("《") else entry.name


def event_class(name: str) -> str:
    """The class of event that a name's last word makes; plain ``Event`` where it makes none."""
    return next((heads()[name[i:]].cls for i in range(len(name)) if name[i:] in heads()), "Event")


@cache
def _classes() -> frozenset[str]:
    return frozenset(e.cls for e in load_gazetteer().entries)


def _is_place_here(line: Words, name: Known, entry: Entry, region: str | None) -> bool:
    """Whether a short form of a division names it: 资源 is a word unless its region is near, 张江路 is a road.

    A county's short form needs the report's own region or its parent printed in front.
    """
    following = line.text[name.end : name.end + 2]
    if following[:1] in ("路", "街", "镇", "乡", "村", "站") or following == "公司":
        return False
    above = ancestors(entry)
    if region is not None and (region in above or region == entry.name):
        return True
    if entry.cls == "District":
        return any(line.text[: name.begin].endswith(form) for parent in above for form in _forms(parent))
    return name.form not in entry.risky


_OWNERS: Final = frozenset(
    "University ResearchInstitute Hospital Company GovernmentBody InternationalOrganization Association Academy".split()
)


def owner_at_start(text: str) -> tuple[str, Entry] | None:
    """The listed institution that a longer name begins with: 中科院 of 中科院上海有机化学研究所."""
    lookup = load_gazetteer().lookup
    for end in range(len(text) - 2, 1, -1):
        for entry in lookup.get(text[:end], ()):
            topic = entry.cls == "Company" and text[:end] != entry.name and place_entry(text[:2]) is not None
            if entry.cls in _OWNERS and text[:end] not in entry.risky and not topic:
                return text[:end], entry
    return None


@cache
def _body_pattern() -> tuple[re.Pattern[str], Mapping[str, Entry]]:
    table: dict[str, Entry] = {}
    for entry in load_gazetteer().municipal:
        for form in entry.forms:
            table.setdefault(form, entry)
    names = "|".join(sorted(map(re.escape, table), key=lambda n: (-len(n), n)))
    return re.compile(rf"(?<![\u4e00-\u9fff]城)(?P<level>自治区|[市省区县])(?P<body>{names})(?![\u4e00-\u9fff]*?会员)"), table


def bodies(line: Words, region: str | None) -> Iterator[Candidate]:
    """Local bodies by their usual abbreviations: ``市科委``, ``重庆市科技局``; the region in front belongs to the name.

    The name of a body printed without its region gets the report's region in front, so that two cities' bodies differ.
    """
    pattern, table = _body_pattern()
    if not table:
        return
    for m in pattern.finditer(line.text):
        entry = table[m["body"]]
        token = line.tokens[line.at[m.start()]]
        begin = m.start()
        owner = token if token.tag == "name" and token.end == m.start("body") and token.begin < m.start() else None
        whole = token.end == m.end() and token.begin < m.start() and token.tag != "name"
        if whole and place_entry(line.text[token.begin : m.start() + 1]) is not None:
            owner = Token(token.begin, m.start("body"), line.text[token.begin : m.start("body")], "name")
        elif owner is None and token.begin < m.start() and token.end > m.start() and token.tag != "name":
            continue
        if owner is None and m.start() and line.tokens[line.at[m.start() - 1]].tag == "name":
            owner = line.tokens[line.at[m.start() - 1]]
        text = line.text[(owner.begin if owner else begin) : m.end()]
        name = text if owner else (region or "") + m["body"] if region and region.endswith(m["level"]) else text
        made = replace(entry, name=name, aliases=(), parent=region or "", risky=frozenset())
        yield Candidate(owner.begin if owner else begin, m.end(), text, entry.cls, "municipal body", made, name)


_ONE: Final = re.compile(
    r"(?:在|驻|来|赴|抵|离)(?P<a>[京津沪渝])(?![\u4e00-\u9fff]*?线)|科技(?:援|入|帮)(?P<b>[疆藏滇黔青])|援(?P<c>[疆藏滇黔青])"
)


def one_character_places(line: Words) -> Iterator[Candidate]:
    """Abbreviations of provinces where the construction makes them safe: ``在沪``, ``科技援疆``."""
    table = load_gazetteer().abbreviations
    for m in _ONE.finditer(line.text):
        group = next(g for g in "abc" if m[g])
        entries = table.get(m[group], ())
        full = _by_name().get(entries[0].name) if entries else None
        if full:
            begin = m.start(group)
            yield Candidate(begin, begin + 1, m[group], full.cls, "abbreviation", full, full.name)
