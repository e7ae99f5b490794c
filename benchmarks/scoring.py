"""How well what was found in a text agrees with its gold standard.

numbers    the characters overlap and the value is the same (to 1e-6); a number without a value asks for none
number+    and the bound is right, and subject and indicator are worded alike (Dice of character pairs, a half or more)
entities   one of the names is the gold's, and the class of its kind; what is ``nested`` or a ``group`` is not asked for
types      and the class is the gold's
dates      the characters overlap and both say the same days; a year in a title is not asked for
relations  recall: the gold's relation is stated, by label or alias, by one of the properties that say it
"""

from __future__ import annotations

import csv
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from found import Found, FoundNumber, plain

__all__ = ["KINDS", "Gold", "Score", "load_gold", "score"]

HERE: Final = Path(__file__).parent
KINDS: Final = ("numbers", "number+", "entities", "types", "dates", "relations")
ALIKE: Final = 0.5
Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Score:
    """Hits among what the gold asks for, and among what was found; several texts add up."""

    hit: int
    gold: int
    right: int
    found: int

    def __add__(self, other: Score) -> Score:
        return Score(self.hit + other.hit, self.gold + other.gold, self.right + other.right, self.found + other.found)

    @property
    def recall(self) -> float:
        return self.hit / self.gold if self.gold else 1.0

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else float(not self.gold)

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Gold:
    """What a reader finds in a text: the rows of its four tables."""

    numbers: Sequence[Row]
    entities: Sequence[Row]
    dates: Sequence[Row]
    relations: Sequence[Row]


def load_gold(prefix: Path) -> Gold:
    """The gold of ``PREFIX.txt``, from the tables beside it; a table that is not there is empty."""
    return Gold(*(tuple(_rows(prefix.with_name(f"{prefix.name}.{kind}.tsv"))) for kind in _TABLES))


_TABLES: Final = ("numbers", "entities", "dates", "relations")


def _rows(path: Path) -> Iterator[Row]:
    if path.exists():
        with path.open(encoding="utf-8", newline="") as lines:
            uncommented = (line for line in lines if not line.startswith("# "))
            yield from csv.DictReader(uncommented, delimiter="\t", quoting=csv.QUOTE_NONE)


def score(gold: Gold, found: Found) -> dict[str, Score]:
    """The scores of one text by kind; a kind that the gold has no table for is left out."""
    made = {**_numbers(gold.numbers, found.numbers), **_entities(gold.entities, found), **_dates(gold.dates, found)}
    if gold.relations:
        made["relations"] = _relations(gold, found)
    return made


# Numbers

_BOUNDS: Final = {
    "exact": "Exact",
    "at_least": "AtLeast",
    "at_most": "AtMost",
    "approx": "About",
    "nearly": "Nearly",
    "vague": "Vague",
}


def _numbers(gold: Sequence[Row], found: Sequence[FoundNumber]) -> dict[str, Score]:
    hits = [[one for one in found if _overlap(_place(row), one) and _same(row["value"], one)] for row in gold]
    better = [[one for one in same if _told_alike(row, one)] for row, same in zip(gold, hits, strict=True)]
    used = {one.key for same in hits for one in same}
    # an ordinal that the gold leaves out costs nothing
    number = len(used) + sum(one.key not in used and not one.ordinal for one in found)
    return {
        name: Score(sum(map(bool, held)), len(gold), len({one.key for same in held for one in same}), number)
        for name, held in (("numbers", hits), ("number+", better))
    }


def _place(row: Row) -> tuple[int, int]:
    begin = int(row.get("number_offset") or row["char_offset"])
    return begin, begin + max(1, len(row["number_text"]))


def _overlap(place: tuple[int, int], one: object) -> bool:
    begin, end = one.begin, one.end  # type: ignore[attr-defined]
    return bool(begin < place[1] and place[0] < end)


def _same(stated: str, one: FoundNumber) -> bool:
    """Whether the values agree; ``lo..hi`` is a range that either end meets."""
    if not stated:
        return one.value is None or one.bound == "Vague"
    value = one.value
    return value is not None and any(abs(value - w) <= 1e-6 * max(1.0, abs(w)) for w in map(float, stated.split("..")))


def _told_alike(row: Row, one: FoundNumber) -> bool:
    return one.bound == _BOUNDS[row["bound"]] and _alike(one.words, row["subject"] + row["indicator"]) >= ALIKE


def _pairs(words: str) -> set[str]:
    bare = plain(words)
    return {bare[at : at + 2] for at in range(len(bare) - 1)} or ({bare} if bare else set())


def _alike(one: str, other: str) -> float:
    left, right = _pairs(one), _pairs(other)
    return 2 * len(left & right) / (len(left) + len(right)) if left and right else 0.0


# Entities


@cache
def _classes(column: str) -> Mapping[str, Set[str]]:
    """The classes of each of the gold's types, groups written out."""
    groups = {f"@{row['group']}": row["classes"].split() for row in _rows(HERE / "groups.tsv")}
    return {
        row["type"]: {cls for word in row[column].split() for cls in groups.get(word, [word])}
        for row in _rows(HERE / "kinds.tsv")
    }


@cache
def _all_classes() -> Set[str]:
    return {cls for classes in _classes("kind").values() for cls in classes}


def _names(row: Row) -> Iterator[str]:
    yield plain(row["name"])
    yield from (plain(alias.lstrip("=")) for alias in row["aliases"].split(";") if alias)


def _entities(gold: Sequence[Row], found: Found) -> dict[str, Score]:
    things = {one.key: one for one in found.things if one.classes & _all_classes()}
    by_name: dict[str, set[str]] = defaultdict(set)
    for one in things.values():
        for name in one.names:
            by_name[name].add(one.key)
    tallies = {"entities": _Tally(set()), "types": _Tally(set())}
    asked = 0
    for row in gold:
        same = {key for name in _names(row) for key in by_name.get(name, ())}
        kind = {key for key in same if things[key].classes & _classes("kind")[row["type"]]}
        exact = {key for key in kind if things[key].classes & _classes("class")[row["type"]]}
        wanted = "nested" not in row["note"] and "group" not in row["note"]
        asked += wanted
        tallies["entities"].count(kind, wanted)
        tallies["types"].count(exact, wanted)
    used = tallies["entities"].used
    # a milestone is a fact and no name
    number = len(used) + sum(key not in used and "Milestone" not in one.classes for key, one in things.items())
    return {name: Score(tally.hits, asked, len(tally.used), number) for name, tally in tallies.items()}


@dataclass(slots=True)
class _Tally:
    """Gold rows met so far, and the things that met them: one for each row."""

    used: set[str]
    hits: int = 0

    def count(self, good: Set[str], wanted: bool) -> None:
        self.used.update(sorted(good)[:1])
        self.hits += bool(good) and wanted


# Dates


def _days(edtf: str) -> tuple[str, str]:
    """The first and last day that a date says; the date itself where it says none."""
    first, last = edtf.strip().split("/")[0], edtf.strip().split("/")[-1]
    try:
        year, month = last[:4], last[5:7] or "12"
        end = f"{year}-{month}-{last[8:10] or monthrange(int(year), int(month))[1]}"
    except (ValueError, IndexError, KeyError):
        return edtf, edtf
    return f"{first[:4]}-{first[5:7] or '01'}-{first[8:10] or '01'}", end


def _is_asked(row: Row) -> bool:
    """Not the year of a title or an event's name."""
    what, note = row.get("what") or "", row.get("note") or ""
    return not (what.startswith("in-name:") or "title" in note or "in the event name" in note)


def _dates(gold: Sequence[Row], found: Found) -> dict[str, Score]:
    placed = [row for row in gold if row["char_offset"]]
    hits, used = 0, set[int]()
    for row in placed:
        begin = int(row.get("date_offset") or row["char_offset"])
        place = begin, begin + len(row.get("date_text") or row["quote"])
        same = (
            number
            for number, one in enumerate(found.dates)
            if _overlap(place, one) and _days(one.value) == _days(row["normalized"])
        )
        hit = next(same, None)
        if hit is not None:
            used.add(hit)
            hits += _is_asked(row)
    return {"dates": Score(hits, sum(map(_is_asked, placed)), len(used), len(found.dates))}


# Relations


@cache
def _properties() -> Mapping[str, Sequence[str]]:
    return {row["predicate"]: row["properties"].split() for row in _rows(HERE / "predicates.tsv")}


def _relations(gold: Gold, found: Found) -> Score:
    aliases: dict[str, set[str]] = defaultdict(set)
    for row in gold.entities:
        names = set(_names(row))
        for name in names:
            aliases[name] |= names
    nodes: dict[str, set[str]] = defaultdict(set)
    for node, names in found.names.items():
        for name in names:
            nodes[plain(name)].add(node)

    def named(name: str) -> set[str]:
        return {node for form in aliases.get(plain(name), {plain(name)}) for node in nodes.get(form, ())}

    asked = [row for row in gold.relations if "IMPLIED" not in row["note"]]
    # what a text only plans is asked for with that note, and is not asserted
    told = {True: found.with_planned(), False: found}
    hits = sum(
        _stated(row, named(row["subject"]), named(row["object"]), told[row["note"].startswith("planned")])
        for row in asked
    )
    return Score(hits, len(asked), hits, len(asked))


def _stated(row: Row, subjects: Set[str], objects: Set[str], found: Found) -> bool:
    for prop in _properties().get(row["predicate"], ()):
        if prop == "=claim" and subjects & found.claimed:
            return True
        if prop == "=alias" and subjects & objects:
            return True
        back = prop.startswith("^")
        ends = (objects, subjects) if back else (subjects, objects)
        if _joined(found, prop.lstrip("^"), *ends) or (
            prop == "shkc:cooperatesWith" and _joined(found, prop, *reversed(ends))
        ):
            return True
        if not back and _worded(found, prop, subjects, row["object"]):
            return True
    return False


def _joined(found: Found, prop: str, ends: Iterable[str], others: Iterable[str]) -> bool:
    wanted = set(others)
    return any(found.triples.get((end, prop), set()) & wanted for end in ends)


def _worded(found: Found, prop: str, subjects: Iterable[str], words: str) -> bool:
    """Whether the object is told as a text, as the beginning of the date asked for, or by a name that is much alike."""
    for subject in subjects:
        for told in found.texts.get((subject, prop), ()):
            if told == words or words.startswith(told) or _alike(told, words) >= 0.6:
                return True
        for node in found.triples.get((subject, prop), ()):
            if any(_alike(name, words) >= 0.8 for name in found.names.get(node, ())):
                return True
    return False
