"""Names that share their head in a counted list."""

from __future__ import annotations

import pytest
from tests.reading.names.reading import labels, names


def test_each_member_has_the_head_of_the_list() -> None:
    (found,) = labels("光谷、洪山、江夏3家湖北实验室率先揭牌运行")
    assert found[:3] == ["光谷实验室", "洪山实验室", "江夏实验室"]
    assert "湖北实验室" not in found


def test_the_printed_member_is_a_form_of_it() -> None:
    things = names("光谷、洪山、江夏3家湖北实验室率先揭牌运行").things
    assert things["洪山实验室"].forms == ["洪山"]


@pytest.mark.parametrize(
    "text",
    [
        "国家级、市级科技企业孵化器",
        "光谷、洪山、江夏4家湖北实验室",
        "复旦大学、同济大学2所大学",
        "人工智能、生物医药2个实验室",
    ],
)
def test_nothing_is_shared_without_a_true_count_of_proper_words(text: str) -> None:
    assert not any(thing.rule == "list:shared" for thing in names(text).things.values())
