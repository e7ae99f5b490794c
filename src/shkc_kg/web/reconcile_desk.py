"""What the reconciliation service knows of the graph: names, kinds and properties, read once for each build."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from shkc_kg.graph.compact import compact
from shkc_kg.linking.catalogue import Catalogue, Record
from shkc_kg.linking.names import Name, folded, names_of
from shkc_kg.names import PREFIXES
from shkc_kg.resources import data_dir
from shkc_kg.tables import read_table

__all__ = ["PERSON", "Desk", "Kind", "Property", "read_desk", "rows"]

PERSON: Final = "shkc:Person"
_THING: Final = "shkc:Thing"
_CONCEPT: Final = "skos:Concept"
# What a spreadsheet has no use for: the type is a column of its own, and hidden names are for the search.
_NOT_OFFERED: Final = frozenset({"rdf:type", "skos:hiddenLabel"})

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Kind:
    """A class of things by its compact IRI, its names, and the ids of the next broader ones."""

    id: str
    zh: str
    en: str
    broader: tuple[str, ...]

    @property
    def name(self) -> str:
        return " ".join(filter(None, (self.zh, self.en)))


@dataclass(frozen=True, slots=True)
class Property:
    """A property by its compact IRI, its names, and on how many things of each kind it stands."""

    id: str
    iri: str
    zh: str
    en: str
    uses: Mapping[str, int]

    @property
    def name(self) -> str:
        return " ".join(filter(None, (self.zh, self.en)))


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything that a text may mean, as one build of the graph has it; ``space`` is what the IRIs begin with."""

    space: str
    catalogue: Catalogue
    kinds: Mapping[str, Kind]
    properties: Mapping[str, Property]

    def iri(self, id: str) -> str:  # noqa: A002 - the specification's word
        """The IRI of a thing's id."""
        return self.space + id

    def entity(self, iri: str) -> Record | None:
        """The thing with this IRI."""
        return self.catalogue.records.get(iri[len(self.space) :]) if iri.startswith(self.space) else None

    def named(self, text: str) -> Record | None:
        """The thing that is meant by an id or an IRI, in full, compact or percent-encoded."""
        for start in (self.space, "id:", ""):
            if text.startswith(start) and (record := self.catalogue.records.get(text[len(start) :])):
                return record
        return None

    def above(self, kind: str) -> Iterator[str]:
        """A kind and all broader ones."""
        waiting, seen = [kind], set[str]()
        while waiting:
            one = waiting.pop()
            if one not in seen:
                seen.add(one)
                yield one
                waiting += self.kinds[one].broader if one in self.kinds else ()


def rows(results: bytes) -> list[dict[str, str]]:
    """The rows of SPARQL JSON results; what is not bound is not there."""
    bindings: Iterable[dict[str, dict[str, Any]]] = json.loads(results)["results"]["bindings"]
    return [{name: str(cell["value"]) for name, cell in row.items()} for row in bindings]


def read_desk(space: str, told: Mapping[str, bytes]) -> Desk:
    """The desk that the answers of the queries ``names`` and ``reconcile-*`` make, given by the query's name."""
    held = {name: rows(answer) for name, answer in told.items()}
    kinds = _kinds(held["reconcile-kinds"])
    desk = Desk(space, Catalogue({}), kinds, _properties(held["reconcile-properties"], held["reconcile-labels"]))
    ties = _ties(held["reconcile-ties"])
    return Desk(space, Catalogue.of(_records(held["names"], ties, desk)), kinds, desk.properties)


def _kinds(given: Iterable[Row]) -> dict[str, Kind]:
    names: dict[str, dict[str, str]] = defaultdict(dict)
    broader: dict[str, set[str]] = defaultdict(set)
    for row in given:
        id_ = compact(row["class"])
        if id_.startswith("shkc:") or id_ == _CONCEPT:
            names[id_][row.get("lang", "")] = row["label"]
            broader[id_] |= {compact(row["broader"])} if row.get("broader", "").startswith(PREFIXES["shkc"]) else set()
    return {
        id_: Kind(id_, held.get("zh", ""), held.get("en", ""), tuple(sorted(broader[id_])))
        for id_, held in sorted(names.items())
    }


def _properties(uses: Iterable[Row], labels: Iterable[Row]) -> dict[str, Property]:
    names: dict[str, dict[str, str]] = defaultdict(dict)
    for row in labels:
        names[row["property"]][row.get("lang", "")] = row["label"]
    for listed in read_table(data_dir() / "reconcile.tsv", ("property", "label_zh", "label_en"), unique="property"):
        prefix, _, local = listed["property"].partition(":")
        names[PREFIXES[prefix] + local] = {"zh": listed["label_zh"], "en": listed["label_en"]}
    counts: dict[str, dict[str, int]] = defaultdict(dict)
    for row in uses:
        counts[row["property"]][compact(row["class"])] = int(row["things"])
    return {
        compact(iri): Property(
            compact(iri), iri, names[iri].get("zh", ""), names[iri].get("en", "") or compact(iri), counts[iri]
        )
        for iri in sorted(counts)
        if compact(iri) not in _NOT_OFFERED
    }


@dataclass(slots=True)
class _Ties:
    """What is said of one thing beside its names."""

    others: dict[str, str]
    mentions: int = 0


def _ties(given: Iterable[Row]) -> dict[str, _Ties]:
    ties: dict[str, _Ties] = defaultdict(lambda: _Ties({}))
    for row in given:
        held = ties[row["thing"]]
        held.mentions += int(row.get("mentions", 0))
        if "tie" in row:
            held.others[row["tie"]] = min(row["other"], held.others.get(row["tie"], row["other"]))
    return ties


@dataclass(slots=True)
class _Draft:
    """A thing as its rows are read."""

    label: dict[str, str]
    aliases: set[str]
    hidden: set[str]
    kinds: set[str]


def _records(given: Iterable[Row], ties: Mapping[str, _Ties], desk: Desk) -> Iterator[Record]:
    drafts: dict[str, _Draft] = defaultdict(lambda: _Draft({}, set(), set(), set()))
    for row in given:
        draft, (name, kind) = drafts[row["thing"]], (row["name"], compact(row["kind"]))
        if kind == "rdfs:label":
            draft.label[row.get("lang", "")] = name
        else:
            (draft.aliases if kind == "skos:altLabel" else draft.hidden).add(name)
        if "class" in row:
            draft.kinds.add(compact(row["class"]))
    labels = {iri: draft.label.get("zh", "") for iri, draft in drafts.items()}
    for iri, draft in drafts.items():
        kinds = frozenset(kind for kind in draft.kinds if kind.startswith("shkc:") or kind == _CONCEPT)
        if kinds and draft.label:
            tie = ties.get(iri, _Ties({}))
            others = [labels[other] for other in dict.fromkeys(tie.others.values()) if labels.get(other)]
            yield _record(iri, draft, kinds, others, tie.mentions, desk)


def _record(iri: str, draft: _Draft, kinds: frozenset[str], others: list[str], mentions: int, desk: Desk) -> Record:
    zh, en = draft.label.get("zh", ""), draft.label.get("en", "")
    names = names_of(zh or en, tuple(sorted(draft.aliases)), en if zh else "", PERSON in kinds)
    spelt = {folded(name.text) for name in names}
    names += tuple(Name(text, "pinyin") for text in sorted(draft.hidden) if folded(text) not in spelt)
    special = sorted(kinds - {_THING}) or [_THING]
    told = [en if zh else "", *(desk.kinds[kind].name for kind in special if kind in desk.kinds), "、".join(others)]
    types = frozenset(above for kind in kinds for above in desk.above(kind))
    return Record(
        id=iri[len(desk.space) :],
        label=zh or en,
        names=names,
        types=types,
        weight=mentions,
        description=" · ".join(filter(None, told)),
    )
