"""Which names inside longer ones are meant."""

from __future__ import annotations

import pytest
from tests.reading.names.reading import nested


@pytest.mark.parametrize(
    ("text", "region", "inside"),
    [
        ("复旦大学宁波研究院揭牌", None, ["复旦大学", "宁波"]),
        ("浦江创新论坛举办", "上海市", []),
        ("中科院上海有机化学研究所研制", None, ["中科院"]),
        ("微软亚洲互联网工程院苏州分院投用", "苏州市", ["微软", "苏州"]),
        ("德国弗劳恩霍夫协会参与", None, ["德国"]),
        ("推动“一带一路”科技创新行动方案", None, ["“一带一路”"]),
        ("建设科技创新中心重要承载区", None, ["科技创新中心"]),
        ("中国人民解放军军事科学院参与", None, []),
        ("京东集团参与", None, []),
    ],
)
def test_a_name_inside_is_meant_where_it_owns_or_places_the_outer_one(
    text: str, region: str | None, inside: list[str]
) -> None:
    assert nested(text, region) == inside


def test_bodies_and_places_in_a_title_are_meant() -> None:
    assert "国务院" in nested("《国务院关于支持浦东新区的意见》发布", "上海市")


def test_a_country_does_not_open_with_a_university() -> None:
    assert "澳大" not in nested("澳大利亚联邦科学与工业研究组织")
