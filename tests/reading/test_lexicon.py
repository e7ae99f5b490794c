"""The tables of words keep their form: one test a rule, for every table."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from shkc_kg.reading.gazetteer import CLASSES
from shkc_kg.reading.lexicon import heads, list_nouns, quoted_heads, sole_nouns, title_words, words
from shkc_kg.resources import data_dir
from shkc_kg.tables import read_table

LEXICON = data_dir() / "lexicon"
GROUPS = {row["group"]: row["words"].split() for row in read_table(LEXICON / "words.tsv", ("group", "words", "note"))}

each_table = pytest.mark.parametrize(
    "path", [LEXICON / name for name in ("heads.tsv", "listnouns.tsv", "quotedheads.tsv", "titles.tsv", "words.tsv")],
    ids=lambda path: path.stem,
)  # fmt: skip
each_group = pytest.mark.parametrize("group", GROUPS)


@each_table
def test_a_table_ends_each_line_with_one_line_feed(path: Path) -> None:
    raw = path.read_bytes()
    assert raw.endswith(b"\n")
    assert b"\r" not in raw
    assert b"\n\n" not in raw


@each_table
def test_no_row_stands_twice(path: Path) -> None:
    rows = path.read_text("utf-8").splitlines()
    assert [row for row, times in Counter(rows).items() if times > 1] == []


@each_table
def test_every_row_has_all_cells(path: Path) -> None:
    head, *rows = path.read_text("utf-8").splitlines()
    assert [row for row in rows if row.count("\t") != head.count("\t")] == []


@pytest.mark.parametrize("name", ["heads.tsv", "listnouns.tsv", "quotedheads.tsv", "titles.tsv"])
def test_every_class_is_one_of_the_model(name: str) -> None:
    rows = read_table(LEXICON / name, ("class",))
    assert sorted({row["class"] for row in rows} - CLASSES) == []


@pytest.mark.parametrize(
    ("name", "column"), [("heads.tsv", "word"), ("listnouns.tsv", "noun"), ("quotedheads.tsv", "word")]
)
def test_a_word_stands_once(name: str, column: str) -> None:
    seen = Counter(row[column] for row in read_table(LEXICON / name, (column,)))
    assert [word for word, times in seen.items() if times > 1] == []


def test_a_word_beside_a_title_stands_once_in_its_place() -> None:
    seen = Counter((row["word"], row["place"]) for row in read_table(LEXICON / "titles.tsv", ("word", "place")))
    assert [key for key, times in seen.items() if times > 1] == []
    assert {place for _, place in seen} == {"last", "before", "behind"}


def test_a_head_is_used_in_a_known_way() -> None:
    assert {head.use for head in heads().values()} == {"", "generic", "self", "never"}


@each_group
def test_a_group_holds_each_word_once(group: str) -> None:
    assert [word for word, times in Counter(GROUPS[group]).items() if times > 1] == []


@each_group
def test_a_group_is_found_by_its_name(group: str) -> None:
    assert words(group) == frozenset(GROUPS[group])


def test_an_unknown_group_is_named() -> None:
    with pytest.raises(KeyError, match="nothing"):
        words("nothing")


def test_sounds_and_partners_are_single_characters() -> None:
    assert {len(word) for group in ("sound", "partner", "zone_end") for word in words(group)} == {1}


def test_sole_nouns_are_nouns_of_lists() -> None:
    assert sole_nouns() <= set(list_nouns())


def test_words_around_titles_have_classes() -> None:
    assert title_words("last")["协议"] == "Agreement"
    assert quoted_heads()["项目"] == "Project"
