"""Foreign people: sounds with a dot between them."""

from __future__ import annotations

import pytest
from tests.reading.names.reading import line

from shkc_kg.reading.names.transliterated import transliterated_names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("加拿大滑铁卢大学教授马克·休斯顿作主旨报告", "马克·休斯顿"),
        ("美国国家科学院院士大卫·贝克作主旨演讲", "大卫·贝克"),
        ("图灵奖得主约瑟夫·斯发基斯发表演讲", "约瑟夫·斯发基斯"),
        ("詹姆斯·D·沃森出席", "詹姆斯·D·沃森"),
    ],
)
def test_words_beside_a_name_are_left_out(text: str, name: str) -> None:
    assert [one.text for one in transliterated_names(line(text))] == [name]


@pytest.mark.parametrize("text", ["保定·中关村创新中心", "创新·共赢", "智慧·健康·碳中和", "滨海-中关村科技园"])
def test_words_with_a_dot_between_are_nobody(text: str) -> None:
    assert list(transliterated_names(line(text))) == []
