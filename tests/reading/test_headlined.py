"""The entries of a timeline: a headline with its day, and a paragraph below that does not name its thing again."""

from __future__ import annotations

import pytest

from shkc_kg.model import Observation, PassageKind, Source
from shkc_kg.reading import read

TITLE = "澄湖科学城2021年大事记\n\n"


def said(text: str) -> list[tuple[str, str, str]]:
    """Subject, indicator and date of each number of a timeline."""
    facts = read(Source("t", "1", TITLE + text, "", "", None, None)).facts
    return [(o.about, o.indicator, o.date) for o in facts if isinstance(o, Observation)]


@pytest.mark.parametrize(
    "line",
    [
        "3月18日｜飞鸟超算平台启用",
        "3月18日：飞鸟超算平台启用",
        "2021-03-18 飞鸟超算平台启用",
        "2021.03.18　飞鸟超算平台启用",
    ],
)
def test_figures_below_a_dated_headline_are_of_what_it_opens(line: str) -> None:
    below = "峰值算力达90P，服务企业用户近百家。"
    assert [(about, date) for about, _, date in said(f"{line}\n{below}\n")] == [("飞鸟超算平台", "2021-03-18")] * 2


def test_what_no_name_is_read_for_gives_its_noun() -> None:
    assert said("5月9日｜新型储能电站并网\n装机容量100兆瓦，年发电量2亿千瓦时。\n") == [
        ("澄湖科学城", "新型储能电站装机容量", "2021-05-09"),
        ("澄湖科学城", "新型储能电站年发电量", "2021-05-09"),
    ]


def test_the_paragraph_that_sums_up_the_year_is_of_the_zone() -> None:
    text = "6月2日｜飞鸟超算平台启用\n服务企业用户90家。\n\n回望全年，新增高新技术企业86家；技术合同成交额45亿元。\n"
    assert [(about, indicator) for about, indicator, _ in said(text)] == [
        ("飞鸟超算平台", "服务企业用户"),
        ("澄湖科学城", "新增高新技术企业"),
        ("澄湖科学城", "技术合同成交额"),
    ]


def test_dated_headlines_are_sections_of_one_rank() -> None:
    text = "1月5日｜甲中心揭牌\n面积2万平方米。\n\n2月8日｜办法出台，三家单位获批，首批经费到位并且用于平台建设\n共20条。\n"
    passages = read(Source("t", "1", TITLE + text, "", "", None, None)).chapter.passages
    heads = [p for p in passages if p.kind is PassageKind.HEADING]
    assert [p.scope for p in heads] == [(), (heads[0].id,), (heads[0].id,)]


def test_what_is_finished_is_what_the_sentence_goes_on_about() -> None:
    assert said("4月16日，某集团研制的大型加氢反应器发运，设备重2400吨。\n") == [
        ("澄湖科学城", "大型加氢反应器设备重", "2021-04-16")
    ]


def test_what_somebody_announces_in_several_parts_is_of_one() -> None:
    text = "9月25日，澄湖创新论坛开幕，某主任公布：科学城内孵化器12家；1—8月技术合同成交额27亿元。\n"
    assert [about for about, _, _ in said(text)] == ["澄湖科学城"] * 2


def test_teams_of_a_list_move_into_the_park() -> None:
    text = "9月28日，飞鸟国际创意园投入使用，新增载体8万平方米，复旦大学创客中心等9个团队入驻。\n"
    assert [about for about, _, _ in said(text)] == ["飞鸟国际创意园"] * 2


def test_labelled_lines_are_of_the_awarded_project_above_them() -> None:
    text = "一等奖名单\n\n1.高效脱硫成套技术\n　完成单位：澄湖大学\n　效益：新增产值3亿元，成本降低两成\n"
    assert [indicator for _, indicator, _ in said(text)] == [
        "高效脱硫成套技术效益新增产值",
        "高效脱硫成套技术成本降低",
    ]


def test_what_a_signed_agreement_lays_down_is_its_own() -> None:
    text = "11月25日，甲市与乙市签署《两湖城市群科技创新合作框架协议》，商定共享大型仪器1800台。\n"
    assert [about for about, _, _ in said(text)] == ["两湖城市群科技创新合作框架协议"]


def test_headlines_with_a_mere_day_stand_below_their_month() -> None:
    text = "3月\n\n4日：湖光概念验证基金成立\n首批投资项目9个。\n\n9日：新型手术机器人获批上市\n完成手术1200例。\n"
    assert said(text) == [
        ("湖光概念验证基金", "首批投资项目", "2021-03-04"),
        ("澄湖科学城", "新型手术机器人完成手术", "2021-03-09"),
    ]
