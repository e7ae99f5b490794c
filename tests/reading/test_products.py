"""Figures of a product that the clause before tells of have its noun or its name."""

from __future__ import annotations

import pytest

from shkc_kg.model import Observation, Source
from shkc_kg.reading import read


def said(text: str) -> list[tuple[str, str]]:
    """Subject and indicator of each number of a text."""
    reading = read(Source("t", "1", f"某市科技工作总结\n\n{text}", "", "", year=2021, region="杭州市"))
    return [(o.about, o.indicator) for o in reading.facts if isinstance(o, Observation)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("浙江大学研制的深海钻机样机完成海试,连续钻进时间由6小时延长到31小时。", "深海钻机样机连续钻进时间"),
        ("浙江大学与杭州光谱研究院合作研发的钙钛矿电池,转换效率已达23.5%。", "钙钛矿电池转换效率"),
        ("浙江大学研发的国内首台岩石掘进机下线,刀盘直径9.5米。", "岩石掘进机刀盘直径"),
    ],
)
def test_a_measure_takes_the_noun_of_what_was_made(text: str, expected: str) -> None:
    assert set(said(text)) == {("浙江大学", expected)}


def test_a_product_with_a_title_is_called_by_it() -> None:
    assert said("浙江大学研制的量子计算机“湘湖一号”上线,搭载36比特芯片。")[0][1].startswith("湘湖一号")


def test_a_noun_that_goes_on_is_no_product() -> None:
    text = "设立总规模20亿元的成果转化基金,对首次认定的高新技术企业给予奖励,上市公司总数达到30家。"
    assert said(text)[-1][1] == "上市公司总数"


def test_what_only_the_city_has_is_no_products() -> None:
    text = "浙江大学研制的深海钻机样机完成海试,全市技术合同成交额达到90亿元。"
    assert said(text) == [("杭州市", "技术合同成交额")]


def test_a_part_of_a_count_goes_on_with_it_past_a_share() -> None:
    text = "全市获奖成果25项,占通用项目总数的8.1%;其中主持完成9项,比上年多3项。"
    assert [indicator for _, indicator in said(text)][2:] == ["主持完成获奖成果", "主持完成获奖成果比上年多"]


def test_the_share_of_let_rooms_is_of_the_house_rather_than_of_its_firms() -> None:
    text = "浙江大学科技园在孵企业总数达到130家,入驻率达到92%。"
    assert said(text)[-1] == ("浙江大学科技园", "入驻率")
