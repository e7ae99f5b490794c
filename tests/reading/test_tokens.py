"""Tokens cover the text, and known names stay whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from tests.reading.texts import texts

from shkc_kg.reading.lines.text import fold
from shkc_kg.reading.tokens import known_names, tears_word, tokens_of


def words_of(text: str) -> list[str]:
    return [token.text for token in tokens_of(fold(text))[0]]


def test_a_known_name_is_one_token() -> None:
    assert "长三角国家技术创新中心" in words_of("加快建设长三角国家技术创新中心")


def test_a_short_name_does_not_cut_a_word() -> None:
    assert "上海大" not in words_of("上海大学生创业")


def test_a_form_that_is_also_a_word_stays_a_word() -> None:
    found = [token for token in tokens_of("深化合作")[0] if token.text == "合作"]
    assert found[0].tag != "name"


def test_two_names_side_by_side_are_two() -> None:
    assert words_of("中共中央国务院关于支持")[:2] == ["中共中央", "国务院"]


def test_a_latin_name_is_no_part_of_a_longer_word() -> None:
    assert [known.form for known in known_names("IBMX与IBM签约")] == ["IBM"]


def test_a_ministry_is_no_part_of_a_department() -> None:
    assert "科技部" not in [known.form for known in known_names("三省一市科技部门")]


def test_china_and_a_partner_are_one_name() -> None:
    assert tokens_of("中以(上海)创新园")[0][0].tag == "name"
    assert "中以" not in words_of("其中以企业为主")


@pytest.mark.parametrize(
    ("left", "right", "torn"),
    [
        ("还有上海民", "防科普教育馆", True),
        ("弘扬科学精神", "提升素养", False),
        ("", "上海", False),
        ("上海", "", False),
    ],
)
def test_a_break_may_go_through_a_word(left: str, right: str, torn: bool) -> None:
    assert tears_word(left, right) is torn


@given(texts)
def test_tokens_cover_the_text_without_a_gap(text: str) -> None:
    folded = fold(text)
    tokens, known = tokens_of(folded)
    assert "".join(token.text for token in tokens) == folded
    assert [token.begin for token in tokens] == [0, *(token.end for token in tokens)][: len(tokens)]
    assert all(fold(one.form) == folded[one.begin : one.end] for one in known)
