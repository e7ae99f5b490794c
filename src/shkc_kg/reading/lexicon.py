"""How such reports are written, as tables: units, bounds, heads of names, verbs, words that end a name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from shkc_kg.resources import data_dir
from shkc_kg.tables import read_table

__all__ = [
    "Head",
    "attributes",
    "bound_words",
    "frame_verbs",
    "heads",
    "labels",
    "list_nouns",
    "not_quantity_patterns",
    "owners",
    "pointers",
    "quoted_heads",
    "sole_nouns",
    "title_words",
    "unit_guards",
    "unit_kinds",
    "words",
]


@dataclass(frozen=True, slots=True)
class Head:
    """The last word of a name and the class it makes.

    ``use`` is ``generic`` where only a place, body or quoted word before it makes a name, ``self`` where the word
    alone is one, ``never`` where nothing does.
    """

    word: str
    cls: str
    use: str


def _rows(name: str, columns: tuple[str, ...]) -> tuple[Mapping[str, str], ...]:
    return tuple(row.cells for row in read_table(data_dir() / "lexicon" / name, columns))


@cache
def unit_kinds() -> Mapping[str, str]:
    """Units and measure words with their kind (``count``, ``money``, ``percent`` ...)."""
    return MappingProxyType({r["unit"]: r["kind"] for r in _rows("units.tsv", ("unit", "kind", "note"))})


@cache
def unit_guards() -> Mapping[str, str]:
    """Units with the characters that may not follow them: 项 before 目 is 项目, a noun."""
    return MappingProxyType(
        {r["unit"]: r["not_before"] for r in _rows("units.tsv", ("unit", "not_before")) if r["not_before"]}
    )


@cache
def not_quantity_patterns() -> tuple[tuple[str, str], ...]:
    """Patterns of digits that state no quantity, each with its reason; an earlier row goes first."""
    rows = _rows("notquantities.tsv", ("pattern", "reason", "example"))
    return tuple((r["pattern"], r["reason"]) for r in rows)


@cache
def attributes() -> Mapping[str, frozenset[str]]:
    """Words for what a thing has (规模, 成员), with the kinds of owners (``owners``) that may have it."""
    made: dict[str, set[str]] = {}
    for row in _rows("attributes.tsv", ("words", "owners", "note")):
        for word in row["words"].split():
            made.setdefault(word, set()).update(row["owners"].split())
    return MappingProxyType({word: frozenset(kinds) for word, kinds in made.items()})


@cache
def owners() -> Mapping[str, tuple[tuple[str, ...], str]]:
    """Kinds of things that have what ``attributes`` names: their classes, and a pattern of the nouns that end one."""
    rows = _rows("owners.tsv", ("name", "classes", "nouns", "note"))
    return MappingProxyType({r["name"]: (tuple(r["classes"].split()), r["nouns"]) for r in rows})


@cache
def pointers() -> Mapping[str, frozenset[str]]:
    """Class words that may point at a thing named before (论坛, 园区), with the classes that they may mean."""
    rows = _rows("pointers.tsv", ("noun", "classes", "note"))
    return MappingProxyType({r["noun"]: frozenset(r["classes"].split()) for r in rows})


@cache
def bound_words(place: str) -> Mapping[str, str]:
    """Words before or after a number and the bound they state, by ``place``."""
    rows = _rows("bounds.tsv", ("word", "place", "bound", "note"))
    return MappingProxyType({r["word"]: r["bound"] for r in rows if r["place"] == place})


@cache
def heads() -> Mapping[str, Head]:
    """The heads of names by word."""
    rows = _rows("heads.tsv", ("word", "class", "use", "note"))
    return MappingProxyType({r["word"]: Head(r["word"], r["class"], r["use"]) for r in rows})


@cache
def labels() -> Mapping[str, str]:
    """Labels of the lines below an entry's name (依托单位, 成立时间) with what the value is to it: a role or a property."""
    rows = _rows("labels.tsv", ("labels", "role", "note"))
    return MappingProxyType({label: r["role"] for r in rows for label in r["labels"].split()})


@cache
def frame_verbs() -> Mapping[str, tuple[str, str]]:
    """Verbs that state facts, with their frame and the property of the date they give."""
    rows = _rows("frames.tsv", ("verb", "frame", "property", "note"))
    return MappingProxyType({r["verb"]: (r["frame"], r["property"]) for r in rows})


@cache
def list_nouns() -> Mapping[str, str]:
    """Nouns behind an enumeration (``A、B等企业``) with the class they give its members."""
    return MappingProxyType({r["noun"]: r["class"] for r in _rows("listnouns.tsv", ("noun", "class", "sole", "note"))})


@cache
def sole_nouns() -> frozenset[str]:
    """Nouns of lists that name even a single member with a count: 精密重力测量等4个大科学装置."""
    return frozenset(r["noun"] for r in _rows("listnouns.tsv", ("noun", "sole")) if r["sole"])


@cache
def title_words(place: str) -> Mapping[str, str]:
    """Words that tell what a title in 《》 names: its ``last`` word, or one ``before`` or ``behind`` it."""
    rows = _rows("titles.tsv", ("word", "place", "class", "note"))
    return MappingProxyType({r["word"]: r["class"] for r in rows if r["place"] == place})


@cache
def quoted_heads() -> Mapping[str, str]:
    """Heads of names that are little but a quotation (“朱雀会”计划), with their class."""
    return MappingProxyType({r["word"]: r["class"] for r in _rows("quotedheads.tsv", ("word", "class", "note"))})


@cache
def _word_groups() -> Mapping[str, frozenset[str]]:
    groups = defaultdict[str, set[str]](set)
    for row in _rows("words.tsv", ("group", "words", "note")):
        groups[row["group"]] |= set(row["words"].split())
    return MappingProxyType({group: frozenset(members) for group, members in groups.items()})


def words(group: str) -> frozenset[str]:
    """The words of a named group of ``data/lexicon/words.tsv``; a :class:`KeyError` names an unknown group."""
    return _word_groups()[group]
