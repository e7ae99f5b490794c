"""Names that lists hold: which entry a form means, and where it is a word."""

from __future__ import annotations

import pytest
from tests.reading.names.reading import labels, nested, outer

from shkc_kg.reading.names.known import ancestors, canonical_name, is_place, listed_abroad, owner_at_start, place_entry


@pytest.mark.parametrize(
    ("text", "region", "found"),
    [
        ("普陀建设承载地", "上海市", ["普陀区"]),
        ("舟山普陀加快发展", "浙江省", ["舟山市", "普陀区"]),
        ("结合资源禀赋", "上海市", []),
        ("深化合作", None, []),
        ("在张江路开店", "上海市", []),
        ("世界领先", None, []),
    ],
)
def test_a_short_form_of_a_place_needs_its_surroundings(text: str, region: str | None, found: list[str]) -> None:
    assert labels(text, region=region) == [found]


def test_a_company_that_is_a_place_and_a_trade_is_a_topic_inside_a_name() -> None:
    assert outer("在上海汽车会展中心举行") == [("上海汽车会展中心", "Venue")]


def test_a_district_behind_a_company_is_its_name() -> None:
    assert ("中车四方", "Company") in outer("海信集团、中车四方、特来电等企业", "青岛市")


def test_the_owner_of_a_longer_name_stands_at_its_start() -> None:
    found = owner_at_start("中科院上海有机化学研究所")
    assert found is not None
    assert (found[0], found[1].name) == ("中科院", "中国科学院")
    assert owner_at_start("浦江创新论坛") is None


def test_a_place_has_its_ancestors() -> None:
    entry = place_entry("嘉定")
    assert entry is not None
    assert ancestors(entry)[0] == "上海市"


def test_the_larger_of_two_places_is_meant() -> None:
    entry = place_entry("吉林")
    assert entry is not None
    assert entry.cls == "Province"


def test_a_form_that_is_an_ordinary_word_is_no_safe_place() -> None:
    assert is_place("上海")
    assert not is_place("资源")
    assert not is_place("创新")


def test_a_country_in_front_makes_no_new_university() -> None:
    found = listed_abroad("英国剑桥大学")
    assert found is not None
    assert found.name == "剑桥大学"
    assert listed_abroad("英国甲乙大学") is None


def test_a_printed_name_that_says_more_is_kept() -> None:
    entry = place_entry("上海")
    assert entry is not None
    assert canonical_name(entry, "上海") == "上海市"
    assert canonical_name(entry, "中国上海市地区") == "中国上海市地区"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("胶南县、莱西县开展普查", ["胶南县", "莱西县"]),  # cities since
        ("友好县区结对", []),
        ("信息产业部与化工部批准", ["信息产业部", "化学工业部"]),
        ("担任自律机制建设部部长", []),
        ("经建设部批准", ["建设部"]),
        ("粤东西北地区加快振兴", ["粤东西北地区"]),
    ],
)
def test_counties_and_ministries_of_the_past_and_parts_of_provinces(text: str, found: list[str]) -> None:
    assert labels(text) == [found]


@pytest.mark.parametrize(
    ("text", "region", "found"),
    [
        ("开放电子资源", "中国", []),
        ("共享电子资源", "广西壮族自治区", []),
        ("新晃县科技特派员下乡", None, ["新晃侗族自治县"]),
        ("某省自然科学基金委员会", None, []),
    ],
)
def test_short_forms_of_counties_and_bodies(text: str, region: str | None, found: list[str]) -> None:
    assert [one for one in labels(text, region=region)[0] if "特派员" not in one] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("一、开发区情况(一)贵阳高新技术开发区1.综合实力", ("贵阳高新技术开发区", "FunctionalZone")),
        ("各县科技局、高新区投促局、机关各处室", ("高新区投促局", "GovernmentBody")),
        ("沙文园区南部路网建成", ("沙文园区", "Park")),
        ("远鹏众创空间通过评审", ("远鹏众创空间", "Platform")),
        ("天华化工机械及自动化研究设计院有限公司获奖", ("天华化工机械及自动化研究设计院有限公司", "Company")),
        ("中新网长沙12月6日电(向一鹏)湖南省自然科学基金委员会透露", ("湖南省自然科学基金委员会", "GovernmentBody")),
    ],
)
def test_names_with_a_plain_left_edge(text: str, found: tuple[str, str]) -> None:
    assert found in outer(text)


def test_a_district_in_a_title_is_named_too() -> None:
    assert "昆都仑区" in nested("包头市昆都仑区“十三五”科学技术发展规划")


def test_a_country_is_not_meant_by_what_its_system_is_called() -> None:
    assert outer("以新时代中国特色社会主义思想为指导") == []


def test_a_listed_firm_names_no_shorter_one_inside() -> None:
    assert nested("上汽通用五菱与一汽解放签约") == []
