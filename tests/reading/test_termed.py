"""Years in which something is to be done, or for which it has gone on."""

from __future__ import annotations

from shkc_kg.model import Observation, Source
from shkc_kg.reading import read


def said(text: str) -> list[tuple[str, str, str]]:
    """Subject, indicator and value of each number of a text."""
    reading = read(Source("t", "1", f"某市科技工作总结\n\n{text}", "", "", year=2021, region="杭州市"))
    return [(o.about, o.indicator, str(o.value)) for o in reading.facts if isinstance(o, Observation)]


def test_the_years_to_come_are_of_whom_their_figure_is() -> None:
    text = "浙江大学光存储联合实验室揭牌,三年内将投入研发经费6000万元。"
    assert said(text) == [
        ("浙江大学光存储联合实验室", "投入研发经费的年数", "3"),
        ("浙江大学光存储联合实验室", "投入研发经费", "60000000"),
    ]


def test_the_years_since_a_park_was_built_are_counted_and_date_its_figure() -> None:
    assert said("浙江大学科技园建园12年来集聚企业70家。") == [
        ("浙江大学科技园", "建园年数", "12"),
        ("浙江大学科技园", "集聚企业", "70"),
    ]


def test_the_years_gone_by_only_date() -> None:
    assert said("全市近三年内引进人才20人。五年来,培育企业30家。") == [
        ("杭州市", "引进人才", "20"),
        ("杭州市", "培育企业", "30"),
    ]


def test_the_years_of_a_grant_are_told_without_within() -> None:
    found = said("市科技局与浙江大学签约共建湘湖光谱实验室,市财政三年投入6000万元。")
    assert [(indicator, value) for _, indicator, value in found] == [
        ("市财政投入的年数", "3"),
        ("市财政投入", "60000000"),
    ]


def test_an_intensity_with_a_remark_is_of_what_was_spent() -> None:
    text = "全市投入R&D经费52.2亿元,增速较上年回升4.3个百分点;投入强度(与地区生产总值之比)为1.7%。"
    assert [indicator for _, indicator, _ in said(text)][1:] == ["投入R&D经费增速较上年回升", "投入R&D经费投入强度"]


def test_who_leads_with_a_figure_has_what_the_figures_before_measure() -> None:
    found = said("R&D经费投入强度高于全省平均的有4个市,杭州以3.6%居首。")
    assert ("杭州市", "R&D经费投入强度", "3.6") in found


def test_the_plan_of_next_year_is_only_a_part_of_the_report() -> None:
    found = said("二、2022年工作计划\n\n力争全社会研发投入增长8%以上,技术交易额突破60亿元。")
    assert [about for about, _, _ in found] == ["杭州市", "杭州市"]
