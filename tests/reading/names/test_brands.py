"""Firms by brand and trade, where the grammar is that of a firm."""

from __future__ import annotations

import pytest
from tests.reading.names.reading import outer


def firms(text: str) -> list[str]:
    return [name for name, cls in outer(text) if cls == "Company"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("医疗软件企业沐医国际完成B轮融资2亿元", ["沐医国际"]),
        ("钜科晶体研制的衬底下线", ["钜科晶体"]),
        ("支持睿湃微纳牵头组建联盟", ["睿湃微纳"]),
        ("与睿湃供应链合作开发市场", ["睿湃供应链"]),
        ("西北大学与睿湃节能公司合作开发系统", ["睿湃节能公司"]),
        ("澜洲智能的“潜航”项目获奖", ["澜洲智能"]),
        ("鑫达信息入选软件百强", ["鑫达信息"]),
        ("与垣安集团合作研发的气化炉投运", ["垣安集团"]),
        ("推动垣步集团在美国、韩国布局研发中心", ["垣步集团"]),
        ("由院士创办的睿湃光电获A轮融资", ["睿湃光电"]),
    ],
)
def test_build_and_grammar_make_a_firm(text: str, found: list[str]) -> None:
    assert firms(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "新型储能的产品项目落地",
        "碳基材料研制的器件问世",
        "钠电储能的示范项目投运",
        "武汉光电的项目入选",
        "推动产业集团合作研发",
        "人工智能研发的系统上线",
        "海洋生物的基因技术取得突破",
        "睿湃光电一词无人知晓",
        "绿色能源投资2亿元",
        "该集团与清华大学共建实验室",
    ],
)
def test_one_of_the_two_is_not_enough(text: str) -> None:
    assert firms(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("中垣大光宣布完成B轮融资", ["中垣大光"]),
        ("由国投创业领投，策垣资本、恒瑞资本跟投", ["国投创业", "策垣资本", "恒瑞资本"]),
        ("来自明星企业垣兰半导体。", ["垣兰半导体"]),
        ("同为赛道的仕垣半导体本周完成了D轮融资", ["仕垣半导体"]),
        ("与中国钢垣集团签约", ["中国钢垣集团"]),
        ("股东杭州垣兰微电子股份有限公司增资", ["杭州垣兰微电子股份有限公司"]),
        ("中垣沈飞民用飞机有限责任公司厂区", ["中垣沈飞民用飞机有限责任公司"]),
    ],
)
def test_who_takes_or_gives_money_is_a_firm(text: str, found: list[str]) -> None:
    assert firms(text) == found


@pytest.mark.parametrize(
    "text", ["三家企业完成A轮融资", "该公司完成B轮融资", "西安交大和平垣集团签约", "中国企业集团名单"]
)
def test_a_class_of_firms_is_none(text: str) -> None:
    assert firms(text) == []
