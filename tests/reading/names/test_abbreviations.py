"""Provinces by one character, where the construction makes them safe."""

from __future__ import annotations

import pytest
from tests.reading.names.reading import labels


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("在沪国际科技组织", ["上海市"]),
        ("科技援疆项目", ["新疆维吾尔自治区"]),
        ("沪上风光", []),
        ("在京沪线上", []),
        ("来宁波", ["宁波市"]),
    ],
)
def test_one_character_names_a_province(text: str, found: list[str]) -> None:
    assert labels(text) == [found]
