"""The things of a graph as they are to be linked: names, classes, where they lie, what they are linked to already."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from shkc_kg.knowledge import KnowledgeGraph
from shkc_kg.linking.names import Name, folded, names_of
from shkc_kg.names import PREFIXES, Namer

__all__ = ["Subject", "subjects"]

_PERSON: Final = "Person"
_REGION: Final = "Region"

Above = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Subject:
    """A thing to link. ``kinds`` are local names of its classes, the most specific first, then broader ones.

    ``places`` are the folded names of the regions that it lies in, ``country`` is that country's ISO code;
    both are empty where the graph does not say.
    """

    iri: str
    label: str
    names: tuple[Name, ...]
    kinds: tuple[str, ...]
    places: frozenset[str] = frozenset()
    country: str = ""
    links: frozenset[str] = frozenset()
    place_links: frozenset[str] = frozenset()
    mentions: int = 0

    @property
    def is_person(self) -> bool:
        return _PERSON in self.kinds

    @property
    def is_region(self) -> bool:
        return _REGION in self.kinds

    @property
    def written(self) -> tuple[str, ...]:
        """Its labels and aliases, without pinyin and initials."""
        return tuple(name.text for name in self.names if name.kind in ("label", "alias"))


@dataclass(slots=True)
class _Draft:
    label: dict[str, str] = field(default_factory=dict)
    aliases: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)


@dataclass(slots=True)
class _Told:
    """What :file:`told.rq` and :file:`places.rq` say."""

    links: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    country: dict[str, str] = field(default_factory=dict)
    broader: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    mentions: dict[str, int] = field(default_factory=dict)
    regions: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


def subjects(kg: KnowledgeGraph) -> tuple[Subject, ...]:
    """All things of a graph that have a name, those first that the reports speak of most."""
    space = Namer(str(kg.generation.build["base"])).thing("")
    drafts = _drafts(_rows(kg, "subjects", space=space))
    told = _told(_rows(kg, "told"), _rows(kg, "places", space=space))
    regions = _by_beginning(drafts, told)
    made = (_subject(iri, draft, drafts, told, regions) for iri, draft in drafts.items() if draft.label)
    return tuple(sorted(made, key=lambda one: (-one.mentions, one.iri)))


def _rows(kg: KnowledgeGraph, name: str, **given: object) -> list[dict[str, str]]:
    found = kg.query((Path(__file__).parent / f"{name}.rq").read_text(encoding="utf-8"), **given)
    assert isinstance(found, list)  # noqa: S101 - our own queries are SELECTs
    return [{key: str(value) for key, value in row.items() if value is not None} for row in found]


def _drafts(rows: Iterable[Mapping[str, str]]) -> dict[str, _Draft]:
    drafts: dict[str, _Draft] = defaultdict(_Draft)
    for row in rows:
        draft = drafts[row["thing"]]
        draft.kinds.add(_local(row["class"]))
        if row["kind"].endswith("label"):
            draft.label[row.get("lang", "")] = row["name"]
        else:
            draft.aliases.add(row["name"])
    return drafts


def _told(rows: Iterable[Mapping[str, str]], places: Iterable[Mapping[str, str]]) -> _Told:
    told = _Told()
    for row in rows:
        subject, value = row["subject"], row["value"]
        if row["what"] == "link":
            told.links[subject].add(value)
        elif row["what"] == "country" and len(value) == 2:
            told.country[subject] = value
        elif row["what"] == "broader":
            told.broader[_local(subject)].add(_local(value))
        elif row["what"] == "mentions":
            told.mentions[subject] = int(value)
    for row in places:
        told.regions[row["thing"]].add(row["region"])
    return told


def _by_beginning(drafts: Mapping[str, _Draft], told: _Told) -> dict[str, str]:
    """Regions by the Chinese names that other names may begin with: 重庆市科技局 is in 重庆."""
    found: dict[str, str] = {}
    for iri, draft in sorted(drafts.items()):
        if _REGION in set(_above(draft.kinds, told.broader)):
            for name in (draft.label.get("zh", ""), *draft.aliases):
                if len(name) > 1 and not name.isascii():
                    found.setdefault(name, iri)
    return found


def _subject(
    iri: str, draft: _Draft, drafts: Mapping[str, _Draft], told: _Told, beginnings: Mapping[str, str]
) -> Subject:
    zh, en = draft.label.get("zh", ""), draft.label.get("en", "")
    regions = set(told.regions.get(iri, ()))
    named = max((name for name in beginnings if zh.startswith(name) and name != zh), key=len, default="")
    if named and beginnings[named] != iri:
        regions |= {beginnings[named], *told.regions.get(beginnings[named], ())}
    codes = sorted({told.country[region] for region in (*regions, iri) if region in told.country})
    kinds = tuple(dict.fromkeys(_above(draft.kinds, told.broader)))
    return Subject(
        iri=iri,
        label=zh or en,
        names=names_of(zh or en, tuple(sorted(draft.aliases)), en if zh else "", _PERSON in kinds),
        kinds=kinds,
        places=frozenset(folded(name) for region in regions for name in _names(drafts[region])),
        country=codes[0] if len(codes) == 1 else "",
        links=frozenset(told.links.get(iri, ())),
        place_links=frozenset(link for region in regions for link in told.links.get(region, ())),
        mentions=told.mentions.get(iri, 0),
    )


def _names(draft: _Draft) -> Iterator[str]:
    yield from draft.label.values()
    yield from draft.aliases


def _above(kinds: Iterable[str], broader: Mapping[str, set[str]]) -> Iterator[str]:
    """The classes, then those above them, level by level."""
    level = sorted(kinds)
    seen: set[str] = set()
    while level:
        yield from (kind for kind in level if kind not in seen)
        seen |= set(level)
        level = sorted({above for kind in level for above in broader.get(kind, ()) if above not in seen})


def _local(iri: str) -> str:
    return iri.removeprefix(PREFIXES["shkc"])
