"""What is known in English: whole names from tables and gazetteers, and words to compose other names of."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from shkc_kg.labels.forms import comparable
from shkc_kg.resources import data_dir
from shkc_kg.tables import Row, read_table

__all__ = ["KINDS", "Known", "Word", "labels", "words"]

KINDS = frozenset({
    "parent",  # an institution that others belong to: 大学
    "unit",  # may belong to a parent: 中心
    "noun",  # counted; form: as a modifier
    "mass",  # not counted; form: as a modifier
    "adjective",  # form: before a verb
    "proper",  # capitals stay
    "verb",  # form: base,past
    "aim",  # a verb that headings begin with: 推进
    "task",  # the same, but a noun at the end: 平台建设
    "activity",  # a verb that names use as a noun: 合作项目, 科技合作
    "figure",  # form: pattern, number of {}
    "document",  # form: pattern where the subject begins with a verb, regulations on {}
    "particle",
    "measure",
})  # fmt: skip

_ENGLISH_LEVEL = re.compile(r" (District|County|Autonomous County|Prefecture|Autonomous Prefecture)$")
_CHINESE_LEVEL = ("区", "县", "州", "盟", "旗")
_LOCAL = frozenset({"District", "County"})


@dataclass(frozen=True, slots=True)
class Known:
    """A whole name's English label and where it comes from."""

    en: str
    status: Literal["official", "translated"]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of names: ``form`` is its English as modifier, its pattern with ``{}``, or a verb's base and past."""

    en: str
    kind: str
    form: str = ""


_TABLES: Final = ("labels_en.tsv", "labels_unnamed.tsv")


@cache
def labels() -> Mapping[str, Known]:
    """Every name and alias with a known English label, by its :func:`comparable` form; tables before gazetteers."""
    known: dict[str, Known] = {}
    for row in itertools.chain.from_iterable(_table(name, ("name", "name_en", "status")) for name in _TABLES):
        if row["status"] not in ("official", "translated"):
            raise row.error(f"status {row['status']!r} is neither official nor translated")
        known[comparable(row["name"])] = Known(
            row["name_en"], "official" if row["status"] == "official" else "translated"
        )
    for row in _table("labels_alias.tsv", ("name", "alias")):
        if comparable(row["name"]) not in known:
            raise row.error(f"{row['name']} has no row in labels_en.tsv", "add it there or correct the name")
        known.setdefault(comparable(row["alias"]), known[comparable(row["name"])])
    gazetteer = [row for row in _gazetteer() if row["name_en"]]
    for row in gazetteer:
        known.setdefault(comparable(row["name"]), Known(row["name_en"], "translated"))
    for alias, en in _unambiguous(gazetteer).items():
        known.setdefault(alias, Known(en, "translated"))
    return known


@cache
def words() -> Mapping[str, Word]:
    """Every word that a name may be composed of; the glossary before names."""
    found = {
        comparable(row["zh"]): _glossary_word(row)
        for row in _table("lexicon/glossary.tsv", ("zh", "en", "kind", "form"))
    }
    heads = tuple(zh for zh, word in found.items() if word.kind == "parent" and len(zh) > 1)
    local = {comparable(alias) for row in _gazetteer() if row["class"] in _LOCAL for alias in row.parts("aliases")}
    for zh, known in labels().items():
        # 市教委 leaves out whose city it is, which a longer name says
        if len(zh) > 1 and zh not in local and zh[0] not in "市省区县":
            kind = "parent" if zh.endswith(heads) else "proper"
            found.setdefault(zh, Word(_as_part(zh, known.en), kind))
    return found


def _table(name: str, columns: tuple[str, ...]) -> tuple[Row, ...]:
    return read_table(data_dir() / name, columns)


@cache
def _gazetteer() -> tuple[Row, ...]:
    paths = sorted((data_dir() / "gazetteer").glob("*.tsv"))
    return tuple(row for path in paths for row in read_table(path, ("name", "class", "aliases", "name_en")))


def _unambiguous(rows: list[Row]) -> Mapping[str, str]:
    meanings: dict[str, set[str]] = {}
    for row in rows:
        for alias in row.parts("aliases"):
            meanings.setdefault(comparable(alias), set()).add(row["name_en"])
    return {alias: en for alias, (en, *others) in ((a, sorted(m)) for a, m in meanings.items()) if not others}


def _glossary_word(row: Row) -> Word:
    if row["kind"] not in KINDS:
        raise row.error(f"kind {row['kind']!r} is none of {', '.join(sorted(KINDS))}")
    return Word(row["en"], row["kind"], row["form"])


def _as_part(zh: str, en: str) -> str:
    """The label inside a longer one: no remark in brackets, no level that the Chinese does not say."""
    bare = re.sub(r" \([^)]*\)$", "", en)
    return bare if zh.endswith(_CHINESE_LEVEL) else _ENGLISH_LEVEL.sub("", bare)
