"""Known names with a word of their own beside them."""

from __future__ import annotations

import pytest
from tests.reading.names.reading import nested, outer


def test_a_numbered_firm_of_builders_is_whole() -> None:
    assert outer("与中铁二十一局集团有限公司签约") == [("中铁二十一局集团有限公司", "Company")]


def test_a_trade_behind_a_company_makes_a_company() -> None:
    assert ("亚马逊云科技", "Company") in outer("推进亚马逊云科技设立全球赋能中心")


def test_a_theme_before_a_place_makes_a_programme() -> None:
    assert outer("助力智慧崇明建设", "上海市") == [("智慧崇明", "Programme")]
    assert nested("助力智慧崇明建设", "上海市") == ["崇明"]


def test_a_theme_needs_the_verb_behind() -> None:
    assert outer("智慧崇明居民", "上海市") == [("崇明", "District")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("汇聚中科院热能所、中国科学院声学所的人才", ["中科院热能所", "中国科学院声学所"]),
        ("中科院院士所在单位", ["中科院院士"]),
    ],
)
def test_an_institute_goes_by_its_short_name_behind_its_academy(text: str, found: list[str]) -> None:
    assert [name for name, _ in outer(text)] == found
