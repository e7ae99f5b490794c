"""Names that an enumeration makes, and members that it does not."""

from __future__ import annotations

import pytest
from tests.reading.names.reading import labels, outer

from shkc_kg.reading.names.listed import members


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("寒武纪、石头科技等企业在科创板上市", [("寒武纪", "Company"), ("石头科技", "Company")]),
        ("京东方、极米科技等企业扎根成都", [("京东方", "Company"), ("极米科技", "Company")]),
        ("打造“东方芯港”“生命蓝湾”等特色园区", [("“东方芯港”", "Park"), ("“生命蓝湾”", "Park")]),
        ("创新晶体、创新魔坊等100多万平方米研发大楼投入使用", [("创新晶体", "Venue"), ("创新魔坊", "Venue")]),
        ("精密重力测量等4个大科学装置加快布局", [("精密重力测量", "Platform")]),
    ],
)
def test_members_are_names_of_the_class_of_their_noun(text: str, found: list[tuple[str, str]]) -> None:
    assert [one for one in outer(text) if one in found] == found


def test_a_closed_list_of_organisations_is_international_whatever_their_heads() -> None:
    text = "2家国际科技组织——英国皇家航空学会、流行病防范创新联盟在上海设立代表处"
    found = dict(outer(text))
    assert found["英国皇家航空学会"] == found["流行病防范创新联盟"] == "InternationalOrganization"


def test_universities_in_a_list_of_science_parks_are_their_parks() -> None:
    (found,) = labels("引进上海北大科技园、华中科大、上海理工等大学科技园")
    assert "华中科大大学科技园" in found


@pytest.mark.parametrize(
    "text",
    [
        "聚焦人工智能、生物医药等产业",
        "在交通、安防、票务等方面应用",
        "探讨创新政策、区域合作等活动",
        "张某某、王某某等出席会议",
        "提升基础研究、应用开发等能力，建设平台",
    ],
)
def test_members_of_other_lists_are_words(text: str) -> None:
    assert outer(text) == []


def test_a_high_grade_is_no_end_of_a_list() -> None:
    text = "江苏省能源科创基地、东南大学江宁创新中心等6个高等级平台落地"
    assert [name for name, _ in outer(text)] == ["江苏省能源科创基地", "东南大学江宁创新中心"]


def test_members_stand_between_commas_outside_brackets_and_quotes() -> None:
    text = "甲(一、二)、“乙、丙”“丁”、戊"
    assert [text[b:e] for b, e in members(text, 0, len(text))] == ["甲(一、二)", "“乙、丙”", "“丁”", "戊"]


def test_a_list_of_firms_that_its_own_count_closes() -> None:
    text = "其中有佰川天昇、微澜道爱、氢垣创能、凯顿医药4家企业"
    assert [name for name, _ in outer(text)] == ["佰川天昇", "微澜道爱", "氢垣创能", "凯顿医药"]
    assert outer("引进新能源、新材料、生物医药3家企业") == []


def test_the_last_two_firms_of_a_list_stand_apart() -> None:
    text = "伟垣意程、明垣纺织和海特澜机械等3家企业签约"
    assert [name for name, _ in outer(text)] == ["伟垣意程", "明垣纺织", "海特澜机械"]
