"""Every character has one fate, the figures add up, and the shipped chapter is read as well as promised."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shkc_kg.coverage import Category, Coverage, coverage, coverage_bytes, read_coverage, shares
from shkc_kg.coverage.floor import check_floor
from shkc_kg.coverage.page import page
from shkc_kg.errors import DataFileError, ReportError
from shkc_kg.graph.quality import METRICS, quality_quads
from shkc_kg.graph.terms import term
from shkc_kg.model import Reading
from shkc_kg.names import Namer
from shkc_kg.reading import read
from shkc_kg.reading.curated import curated
from shkc_kg.reports import load_reports, lone_source
from shkc_kg.resources import data_dir

FLOOR = data_dir() / "coverage.toml"


@pytest.fixture(scope="module")
def chapter() -> Coverage:
    (source,) = load_reports(data_dir() / "reports" / "shanghai-2021")[0].chapters
    return coverage(curated(read(source), data_dir() / "curated"))


def of(text: str) -> Coverage:
    return coverage(read(lone_source(text, year=2021, region="上海市")))


def fate(text: str, words: str) -> set[Category]:
    """What became of some words of a text."""
    begin = text.index(words)
    covered = of(text)
    return {s.category for s in covered.stretches if s.span.begin < begin + len(words) and begin < s.span.end}


def assert_whole(covered: Coverage) -> None:
    ends = [(s.span.begin, s.span.end) for s in covered.stretches]
    assert [begin for begin, _ in ends] == [0, *(end for _, end in ends[:-1])]
    assert ends[-1][1] == len(covered.text)
    assert sum(covered.counts.values()) == len(covered.text)
    assert sum(covered.shares.values()) == 100
    assert sum(covered.rules.values()) == len(covered.text)


# The chapter


def test_every_character_of_the_chapter_has_one_fate(chapter: Coverage) -> None:
    assert_whole(chapter)


def test_at_most_8_percent_of_the_chapter_are_unread(chapter: Coverage) -> None:
    assert chapter.shares[Category.UNREAD] <= 8


def test_unread_stretches_come_longest_first_and_are_all_of_them(chapter: Coverage) -> None:
    lengths = [len(stretch.text) for stretch in chapter.unread]
    assert lengths == sorted(lengths, reverse=True)
    assert sum(lengths) == chapter.counts[Category.UNREAD]
    assert all(chapter.text[s.span.begin : s.span.end] == s.text for s in chapter.unread)


def test_every_numeral_of_the_chapter_is_accounted_for_by_name(chapter: Coverage) -> None:
    assert {one.account for one in chapter.numerals} == {"observation", "date", "reason"}
    assert chapter.lost == ()
    assert all(one.detail for one in chapter.numerals)


def test_every_digit_of_the_chapter_is_among_the_numerals(chapter: Coverage) -> None:
    within = {place for one in chapter.numerals for place in range(one.span.begin, one.span.end)}
    assert [char for place, char in enumerate(chapter.text) if char.isdigit() and place not in within] == []
    assert [c for p, c in enumerate(chapter.text) if c in "一二三四五六七八九十百千万亿两零" and p not in within] == []


def test_no_word_of_the_chapter_is_outside_every_passage(chapter: Coverage) -> None:
    assert (Category.UNREAD, "outside every passage") not in chapter.rules


# Sentences


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("全市新增外资研发中心25家。", "外资研发中心25家", Category.EVIDENCE),
        ("25位科学大咖走上红毯。", "科学大咖", Category.EVIDENCE),
        ("加快推进高水平人才高地建设，营造良好的创新生态。", "营造良好的创新生态", Category.RHETORIC),
        ("馆内展出陨石标本，供观众观赏。", "陨石标本", Category.UNREAD),
        ("# 标题在此\n\n全市新增外资研发中心25家。", "标题在此", Category.STRUCTURE),
        ("- 全市新增外资研发中心25家\n- 全市新增外资研发中心35家\n", "- ", Category.STRUCTURE),
    ],
)
def test_what_became_of_some_words(text: str, words: str, expected: Category) -> None:
    assert fate(text, words) == {expected}


def test_a_clause_with_one_word_of_substance_is_not_rhetoric() -> None:
    assert Category.UNREAD in fate("推动高性能医疗设备产业集聚发展。", "高性能医疗设备")


def test_a_claim_is_never_rhetoric() -> None:
    assert Category.RHETORIC not in fate("加快建设首个科技创新高地。", "首个")


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="上海大学举办论坛新增5家，。\n、“”《》()*-\t 年月日 ◆①a", min_size=1, max_size=120))
def test_any_text_is_accounted_for_whole(text: str) -> None:
    assert_whole(of(text))


# Figures and files


@given(st.lists(st.integers(0, 10**6), min_size=5, max_size=5))
def test_percents_always_add_up_to_100(numbers: list[int]) -> None:
    found = shares(dict(zip(Category, numbers, strict=True)))
    assert sum(found.values()) == (100 if any(numbers) else 0)


def test_what_is_written_can_be_read_back(chapter: Coverage, tmp_path: Path) -> None:
    file = tmp_path / "coverage.json"
    file.write_bytes(coverage_bytes([chapter]))
    assert read_coverage(file) == (chapter,)


def test_the_page_needs_no_other_file_and_shows_all_of_the_text(chapter: Coverage) -> None:
    made = page([chapter])
    assert not [mark for mark in ("http:", "https:", "<script", "<link", "@import", "url(") if mark in made]
    assert "科技创新共同体" in made
    assert made.count("<span id=") == len(chapter.stretches)


def test_the_page_escapes_what_the_text_holds() -> None:
    assert "<i>粗</i>" not in page([of("<i>粗</i>体。")])


def test_the_dataset_holds_each_figure_once(chapter: Coverage) -> None:
    quads = list(quality_quads(chapter.report, chapter.chapter, chapter.values, Namer()))
    values = [quad for quad in quads if quad.predicate == term("dqv:value")]
    assert len(values) == len(METRICS)
    assert {quad.graph_name.value for quad in quads} == {Namer().graph("dataset")}
    assert (
        Decimal(next(str(q.object.value) for q in values if "unread" in str(q.subject)))
        == chapter.shares[  # type: ignore[union-attr]
            Category.UNREAD
        ]
    )


# The floor


def test_the_shipped_chapter_stands_above_its_floor(chapter: Coverage) -> None:
    check_floor(chapter, FLOOR)


def test_a_reading_that_lost_its_facts_falls_below_the_floor() -> None:
    (source,) = load_reports(data_dir() / "reports" / "shanghai-2021")[0].chapters
    poorer: Reading = replace(read(source), facts=())
    with pytest.raises(ReportError, match=r"04 is read less than it was: .* is evidence, where .*; .* is unread"):
        check_floor(coverage(poorer), FLOOR)


def test_another_text_under_the_same_name_has_no_floor(chapter: Coverage) -> None:
    check_floor(replace(chapter, text=chapter.text + "。", stretches=()), FLOOR)


def test_a_malformed_floor_says_what_it_needs(chapter: Coverage, tmp_path: Path) -> None:
    file = tmp_path / "coverage.toml"
    file.write_text('[shanghai-2021.04]\nunread = "few"\n', encoding="utf-8")
    with pytest.raises(DataFileError, match="the floor of shanghai-2021/04 needs sha256"):
        check_floor(chapter, file)
    file.write_text("[shanghai", encoding="utf-8")
    with pytest.raises(DataFileError, match="broken TOML"):
        check_floor(chapter, file)
