"""Clauses and sentences end at marks outside quotes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shkc_kg.reading.lines.clauses import clause_of, clauses_before, is_quoted, sentence_of

TEXTS = st.text(alphabet="甲乙丙,;。:“”《》\n3", max_size=40)


def clause(text: str, word: str) -> str:
    begin, end = clause_of(text, text.index(word))
    return text[begin:end]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("甲成立,乙落户;丙", "落户", "乙落户"),
        ("办“甲,乙”论坛,丙", "论坛", "办“甲,乙”论坛"),
        ("《甲:乙》于20:30播出,丙", "播出", "《甲:乙》于20:30播出"),
        ("主题:甲", "甲", "甲"),
    ],
)
def test_a_clause_ends_at_marks_outside_quotes_and_times_of_day(text: str, word: str, expected: str) -> None:
    assert clause(text, word) == expected


def test_a_colon_does_not_end_a_sentence() -> None:
    assert sentence_of("甲;主题:乙", 6) == 2


def test_an_unclosed_quote_swallows_the_marks_behind_it() -> None:
    assert clause("甲,“乙,丙", "丙") == "“乙,丙"


@given(TEXTS, st.data())
def test_a_place_lies_in_its_clause_and_its_clause_in_its_sentence(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    begin, end = clause_of(text, at)
    assert sentence_of(text, at) <= begin <= at <= end <= len(text)


@given(TEXTS, st.data())
def test_clauses_before_run_back_to_the_start_of_the_sentence(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    edge, _ = clause_of(text, at)
    for begin, end in clauses_before(text, at):
        assert end == edge - 1
        edge = begin
    assert edge == sentence_of(text, at)


@given(TEXTS)
def test_what_stands_before_every_quote_is_not_quoted(text: str) -> None:
    assert not is_quoted(text, 0)
