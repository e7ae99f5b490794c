"""Heads of names: where they end, and what makes another word of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from tests.reading.names.reading import line
from tests.reading.texts import texts

from shkc_kg.reading.lines.text import fold
from shkc_kg.reading.names.heads import designations, head_at_end, heads_in, splits_word


def test_the_longest_head_counts_at_each_end() -> None:
    assert {end: head.word for end, head in heads_in("国家重点实验室和大学").items()} == {7: "重点实验室", 10: "大学"}


@pytest.mark.parametrize(
    ("text", "split"), [("大学生", True), ("平台型企业", True), ("平台部分功能", False), ("大学", False)]
)
def test_a_head_may_go_on_as_another_word(text: str, split: bool) -> None:
    assert splits_word(line(text), 0, 2) is split


def test_a_head_before_a_verb_is_not_split() -> None:
    assert not splits_word(line("数字江海工程建设"), 4, 6)


def test_designations_come_longest_first() -> None:
    lengths = [len(word) for word in designations()]
    assert lengths == sorted(lengths, reverse=True)
    assert "国际科技创新中心" in designations()


@given(texts)
def test_a_head_stands_where_it_ends(text: str) -> None:
    folded = fold(text)
    for end, head in heads_in(folded).items():
        assert folded[:end].endswith(head.word)


@given(texts)
def test_the_head_at_the_end_is_the_one_found_there(text: str) -> None:
    assert head_at_end(text) == heads_in(text).get(len(text))
