"""Curated rows rest on quotes, keep what was printed, and touch only the chapter they belong to."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from shkc_kg.api import extract
from shkc_kg.errors import DataFileError, QuoteError
from shkc_kg.model import Literal, Mention, Reading, Relation, Span, Thing
from shkc_kg.reading import read
from shkc_kg.reading.curated import FACT_COLUMNS, NOTE_COLUMNS, curated, is_curated
from shkc_kg.reports import load_reports, lone_source
from shkc_kg.resources import data_dir

TEXT = "上海大学举办论坛。\n联合上大电影厂(东方传媒)摄制短片。\n王隼当选院士。\n"


@pytest.fixture
def reading() -> Reading:
    return read(lone_source(TEXT, "r", 2021, "上海市"))


def facts(folder: Path, *rows: tuple[str, ...]) -> Path:
    lines = ["\t".join(FACT_COLUMNS), *("\t".join(("r", "text", *row)) for row in rows)]
    (folder / "facts.tsv").write_text("\n".join(lines), encoding="utf-8")
    return folder


def notes(folder: Path, *rows: tuple[str, ...]) -> Path:
    lines = ["\t".join(NOTE_COLUMNS), *("\t".join(("r", "text", *row)) for row in rows)]
    (folder / "notes.tsv").write_text("\n".join(lines), encoding="utf-8")
    return folder


def thing(reading: Reading, name: str) -> Thing:
    return next(one for one in reading.things if one.name == name)


def test_an_alias_becomes_a_further_name_and_a_mention(reading: Reading, tmp_path: Path) -> None:
    folder = facts(tmp_path, ("上大电影厂(东方传媒)", "上大电影厂", "alias", "东方传媒", "Company", "why"))
    found = curated(reading, folder)
    assert "东方传媒" in thing(found, "上大电影厂").aliases
    begin = TEXT.index("东方传媒")
    mention = next(m for m in found.mentions if m.thing == "上大电影厂" and m.span.begin == begin)
    assert mention.span == Span(begin, begin + 4)


def test_what_was_read_can_be_another_thing_of_the_same_printed_name(reading: Reading, tmp_path: Path) -> None:
    folder = facts(tmp_path, ("上海大学举办论坛", "上海大学", "is", "上海大学（校区）", "Park", "why"))
    found = curated(reading, folder)
    assert thing(found, "上海大学（校区）").cls == "Park"
    assert not [m for m in found.mentions if m.thing == "上海大学"]
    assert not [f for f in found.facts if isinstance(f, Relation) and "上海大学" in (f.subject, f.object)]


def test_a_relation_carries_its_row_as_rule_and_its_quote_as_evidence(reading: Reading, tmp_path: Path) -> None:
    folder = facts(tmp_path, ("上海大学举办论坛", "上海大学", "shkc:theme", "开放", "zh", "why"))
    (fact,) = [f for f in curated(reading, folder).facts if is_curated(f.evidence.rule)]
    assert isinstance(fact, Relation)
    assert fact.object == Literal("开放", "zh")
    assert fact.evidence.rule == "curated/facts.tsv:2"
    (span,) = fact.evidence.spans
    assert TEXT[span.begin : span.end] == "上海大学举办论坛"


def test_a_quote_that_is_not_there_names_file_and_line(reading: Reading, tmp_path: Path) -> None:
    folder = facts(tmp_path, ("复旦大学举办论坛", "上海大学", "shkc:theme", "开放", "zh", "why"))
    with pytest.raises(QuoteError, match=r"facts\.tsv:2: '复旦大学举办论坛' stands 0 times in r/text"):
        curated(reading, folder)


def test_a_quote_that_stands_twice_is_refused(tmp_path: Path) -> None:
    twice = read(lone_source("上海大学举办论坛。\n上海大学举办论坛。\n", "r", 2021, "上海市"))
    folder = facts(tmp_path, ("上海大学举办论坛", "上海大学", "shkc:theme", "开放", "zh", "why"))
    with pytest.raises(QuoteError, match="stands 2 times"):
        curated(twice, folder)


def test_a_subject_that_was_not_read_needs_a_class(reading: Reading, tmp_path: Path) -> None:
    folder = facts(tmp_path, ("上海大学举办论坛", "无此大学", "shkc:theme", "开放", "zh", "why"))
    with pytest.raises(DataFileError, match=r"facts\.tsv:2: nothing of the name '无此大学' was read"):
        curated(reading, folder)


def test_rows_of_another_chapter_do_nothing(reading: Reading, tmp_path: Path) -> None:
    (tmp_path / "facts.tsv").write_text(
        "\n".join(("\t".join(FACT_COLUMNS), "\t".join(("other", "text", "q", "s", "p", "o", "zh", "why")))),
        encoding="utf-8",
    )
    assert curated(reading, tmp_path) == reading


def test_without_tables_the_reading_stays_itself(reading: Reading, tmp_path: Path) -> None:
    assert curated(reading, tmp_path) is reading


def test_a_note_points_at_the_characters_it_is_about(reading: Reading, tmp_path: Path) -> None:
    row = ("王隼当选院士", "隼", "SuspectedMisprint", "", "王飚", "误", "misread", "a list", "0.9")
    (note,) = curated(reading, notes(tmp_path, row)).notes
    assert TEXT[note.span.begin : note.span.end] == "隼"
    assert (note.correction, note.confidence) == ("王飚", Decimal("0.9"))


@pytest.mark.parametrize("confidence", ["high", "1.5", "-1"])
def test_a_confidence_is_between_0_and_1(reading: Reading, tmp_path: Path, confidence: str) -> None:
    row = ("王隼当选院士", "隼", "SuspectedMisprint", "", "王飚", "误", "misread", "a list", confidence)
    with pytest.raises(DataFileError, match="confidence"):
        curated(reading, notes(tmp_path, row))


# The shipped tables


@pytest.fixture(scope="module")
def shipped() -> tuple[Reading, Reading]:
    (source,) = load_reports(data_dir() / "reports" / "shanghai-2021")[0].chapters
    reading = read(source)
    return reading, curated(reading, data_dir() / "curated")


def test_the_misread_name_stays_as_printed_and_its_correction_is_a_note(shipped: tuple[Reading, Reading]) -> None:
    _, found = shipped
    assert thing(found, "俞隼").cls == "Person"
    (note,) = [one for one in found.notes if one.about == "俞隼"]
    assert (note.kind, note.correction) == ("SuspectedMisprint", "俞飚")
    assert note.reason_zh
    assert note.reason_en
    assert note.source
    original = found.chapter.source.original
    assert original[note.span.begin : note.span.end] == "俞 隼"


def test_curated_facts_are_few(shipped: tuple[Reading, Reading]) -> None:
    _, found = shipped
    by_hand = sum(is_curated(fact.evidence.rule) for fact in found.facts)
    assert by_hand / len(found.facts) < 0.02


def test_the_new_town_is_not_the_former_district(shipped: tuple[Reading, Reading]) -> None:
    _, found = shipped
    assert thing(found, "南汇新城").cls == "FunctionalZone"
    assert "南汇" in thing(found, "南汇新城").aliases
    assert "南汇区" not in {one.name for one in found.things}


def test_two_names_of_one_studio_are_one_thing(shipped: tuple[Reading, Reading]) -> None:
    assert "东影传媒" in thing(shipped[1], "上影集团科教电影制片厂").aliases


def test_mentions_stay_true_to_the_character(shipped: tuple[Reading, Reading]) -> None:
    before, after = shipped
    original = after.chapter.source.original
    new = [
        mention
        for mention in after.mentions
        if Mention(mention.thing, mention.passage, mention.span) not in before.mentions
    ]
    assert {original[m.span.begin : m.span.end] for m in new} <= {"东影传媒", "南汇", "青", "吴", "嘉"}


def test_a_bare_text_never_sees_curated_rows() -> None:
    text = (data_dir() / "reports/shanghai-2021/04.txt").read_text(encoding="utf-8")
    found = extract(text, 2021, "上海市", name="shanghai-2021")
    assert not [fact for fact in found.facts if is_curated(fact.evidence.rule)]
    assert not found.reading.notes
