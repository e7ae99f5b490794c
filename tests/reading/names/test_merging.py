"""Which names mean one thing."""

from __future__ import annotations

import pytest
from tests.reading.names.reading import labels


def test_the_number_and_the_year_of_the_only_edition_are_one() -> None:
    texts = ("2021年世界人工智能大会召开", "承办第4届世界人工智能大会活动", "世界人工智能大会闭幕")
    assert labels(*texts, year=2021) == [["2021年世界人工智能大会"]] * 3


def test_two_years_are_two_editions() -> None:
    texts = ("2021年世界人工智能大会召开", "2022年世界人工智能大会召开")
    assert labels(*texts, year=2021) == [["2021年世界人工智能大会"], ["2022年世界人工智能大会"]]


def test_a_region_in_front_may_be_left_out() -> None:
    texts = ("推动长三角数字干线示范区建设", "数字干线示范区揭牌")
    assert labels(*texts)[1] == ["长三角数字干线示范区"]


def test_a_zone_may_be_abbreviated() -> None:
    texts = ("长三角生态绿色一体化发展示范区成立", "一体化示范区揭牌")
    assert labels(*texts)[1] == ["长三角生态绿色一体化发展示范区"]


def test_forms_of_one_listed_thing_are_one() -> None:
    assert labels("中国科学院参与", "中科院参与") == [["中国科学院"], ["中国科学院"]]


def test_a_city_has_one_designation() -> None:
    texts = ("建设国际科技创新中心", "参与科创中心建设")
    assert labels(*texts) == [["国际科技创新中心"]] * 2


def test_designations_of_two_cities_stay_apart() -> None:
    texts = ("北京国际科技创新中心与上海国际科技创新中心协同", "参与科创中心建设")
    first, second = labels(*texts, region="上海市")
    assert first == ["北京国际科技创新中心", "上海国际科技创新中心"]
    assert second == ["上海国际科技创新中心"]


def test_a_country_before_a_listed_name_changes_nothing() -> None:
    first, second = labels("加拿大滑铁卢大学参与", "滑铁卢大学参与")
    assert first == second == ["滑铁卢大学"]


@pytest.mark.parametrize("text", ["上海大学与上海交通大学合作"])
def test_names_that_only_look_alike_stay_apart(text: str) -> None:
    assert len(labels(text)[0]) == 2


def test_a_series_is_none_of_its_editions() -> None:
    told = labels("成功举办四届南京创新周。", "举办2022南京创新周。", region="南京市", year=2022)
    assert told == [["南京创新周"], ["2022南京创新周"]]
