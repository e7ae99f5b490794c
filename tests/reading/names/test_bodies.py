"""Local bodies by their abbreviations."""

from __future__ import annotations

import pytest
from tests.reading.names.reading import labels, outer


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("通过市科委验收", ["上海市科委"]),
        ("与市教委、市总工会联动", ["上海市教委", "上海市总工会"]),
        ("与重庆市科技局签署协议", ["重庆市科技局"]),
        ("市大数据发展局、市金融工作局联合印发", ["上海市大数据发展局", "上海市金融工作局"]),
        ("在市农科院举办", ["上海市农科院"]),
        ("市科委与江西省科技厅、成都市科技局签署协议", ["上海市科委", "江西省科技厅", "成都市科技局"]),
        ("2021年,市科技局认真落实市委、市总工会部署", ["上海市科技局", "上海市委", "上海市总工会"]),
        ("全市科技工作", []),
        ("在新城科创委员中推选", []),
    ],
)
def test_a_body_gets_its_region(text: str, found: list[str]) -> None:
    assert labels(text, region="上海市") == [found]


def test_a_body_of_another_level_stays_as_printed() -> None:
    assert labels("省科技厅印发通知", region="上海市") == [["省科技厅"]]


def test_a_body_of_a_higher_level_is_of_the_region_around() -> None:
    assert labels("省科技厅印发通知", region="无锡市") == [["江苏省科技厅"]]


def test_the_middle_of_a_longer_name_is_no_body() -> None:
    assert labels("广东省科学院柳州产业技术研究院", region="广西壮族自治区") == [["广东省科学院柳州产业技术研究院"]]


def test_committee_and_government_are_two() -> None:
    assert [name for name, _ in outer("在市委、市政府领导下", "柳州市")] == ["市委", "市政府"]


@pytest.mark.parametrize(
    ("text", "found"),
    [("市委市政府出台意见", ["柳州市委", "柳州市政府"]), ("由临沂市委市政府主办", ["临沂市委", "临沂市政府"])],
)
def test_committee_and_government_without_a_mark_are_two(text: str, found: list[str]) -> None:
    assert labels(text, region="柳州市") == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("立项省重点研发计划项目31项", ["江苏省重点研发计划"]),
        ("获省自然科学基金资助", ["江苏省自然科学基金"]),
        ("我省水利设计院与市农科所合资", ["江苏省水利设计院", "无锡市农科所"]),
        ("湖北省供销社安排经费", ["湖北省供销社"]),
    ],
)
def test_programmes_and_institutes_of_a_level_get_its_region(text: str, found: list[str]) -> None:
    assert labels(text, region="无锡市") == [found]


def test_the_layout_of_a_city_is_no_office() -> None:
    assert labels("滁州市调整空间规模和布局,印发方案") == [["滁州市"]]
