"""What one line looks like: a heading by its mark, an item, a table, a figure, prose."""

from __future__ import annotations

import pytest
from hypothesis import given
from tests.reading.texts import lines

from shkc_kg.reading.lines.row import RowKind, rows_of_line


def read(raw: str) -> list[tuple[str, str]]:
    return [(row.kind.value, row.text) for row in rows_of_line(raw, 0, False)]


@pytest.mark.parametrize(
    ("raw", "heading"),
    [
        ("◆ 院士增选结果出炉, 上海新增院士12人", "院士增选结果出炉,上海新增院士12人"),
        ("■重点任务", "重点任务"),
        ("## 重点任务", "重点任务"),
        ("4.1 打造高水平创新人才高地", "打造高水平创新人才高地"),
        ("4.1.2.3.1 细则", "细则"),
        ("4.1打造高地", "打造高地"),
        ("04 配置全球创新资源， 塑造开放包容的创新生态", "配置全球创新资源，塑造开放包容的创新生态"),
        ("第二章 总体要求", "总体要求"),
        ("第三节　主要目标", "主要目标"),
        ("第一部分 回顾", "回顾"),
        ("二、科技产出", "科技产出"),
        ("（二）促进成果转化", "促进成果转化"),
        ("(十一)加强党建", "加强党建"),
    ],
)
def test_a_mark_makes_a_heading(raw: str, heading: str) -> None:
    assert read(raw) == [("marked", heading)]


def test_marks_rank_as_readers_rank_them() -> None:
    marks = (
        "第一部分 甲乙",
        "第一章 甲乙",
        "第一节 甲乙",
        "4.1 甲乙",
        "4.1.1 甲乙",
        "# 甲乙",
        "## 甲乙",
        "一、甲乙",
        "（一）甲乙",
        "◆ 甲乙",
    )
    levels = [rows_of_line(mark, 0, False)[0].level for mark in marks]
    assert levels == sorted(set(levels))


def test_a_printed_section_number_is_kept() -> None:
    assert rows_of_line("4.1.2 人才", 0, False)[0].number == "4.1.2"


@pytest.mark.parametrize("raw", ["6.8千家企业落户", "1.2 万亿元产值", "3.5亿元投资，同比增长。", "2.34%的投入强度"])
def test_a_decimal_opens_no_section(raw: str) -> None:
    assert "marked" not in {kind for kind, _ in read(raw)}


def test_a_heading_may_run_into_its_text() -> None:
    assert read("（一）打造国家战略科技力量。推进国家实验室创建，支持开展攻关。") == [
        ("marked", "打造国家战略科技力量"),
        ("prose", "推进国家实验室创建，支持开展攻关。"),
    ]


def test_bold_words_that_open_a_paragraph_head_it() -> None:
    assert read("**平台建设**依托高校，建成中试基地，服务企业。") == [
        ("marked", "平台建设"),
        ("prose", "依托高校，建成中试基地，服务企业。"),
    ]


def test_a_bold_figure_heads_nothing() -> None:
    assert read("**25**家企业落户，其中外资企业5家，内资企业20家。")[0][0] == "prose"


@pytest.mark.parametrize(
    ("raw", "item"),
    [
        ("- 浦江创新论坛举办", "浦江创新论坛举办"),
        ("- 1 长三角国家技术创新中心揭牌", "长三角国家技术创新中心揭牌"),
        ("• 覆盖16个区", "覆盖16个区"),
        ("——推动区域协同", "推动区域协同"),
        ("1. 完善机制", "完善机制"),
        ("2、完善机制", "完善机制"),
        ("（3）完善机制", "完善机制"),
        ("④完善机制", "完善机制"),
    ],
)
def test_a_bullet_or_number_makes_an_item(raw: str, item: str) -> None:
    assert read(raw) == [("item", item)]


def test_a_date_behind_a_bullet_is_no_index() -> None:
    assert read("- 7 月启动建设") == [("item", "7月启动建设")]


def test_a_line_with_tabs_is_a_row_of_cells() -> None:
    assert read("5 个 展 区\t1 技术交易区\t\t 2 成果展区\t") == [("table", "5个展区\t技术交易区\t成果展区")]


def test_a_row_of_decimals_is_no_heading() -> None:
    assert read("6.8千家\t2,150家\t约1900家") == [("table", "6.8千家\t2,150家\t约1900家")]


def test_a_tab_behind_a_section_number_is_a_blank() -> None:
    assert read("4.2\t拓展合作网络") == [("marked", "拓展合作网络")]


@pytest.mark.parametrize(
    ("raw", "labelled"),
    [("主题:技术赋能", "主题:技术赋能"), ("主题 创新,为了人类美好生活", "主题 创新,为了人类美好生活")],
)
def test_a_label_keeps_what_parts_it_from_its_value(raw: str, labelled: str) -> None:
    assert read(raw) == [("labelled", labelled)]


@pytest.mark.parametrize("raw", ["近**50**场", "1场", "3979万+人次", "2300+", "约1900家", "1,234.5"])
def test_a_number_alone_is_a_figure(raw: str) -> None:
    assert read(raw)[0][0] == "figure"


@pytest.mark.parametrize("raw", ["2021年", "5月", "31日", "浦江创新论坛", "5个什么都没有的展区"])
def test_a_short_line_is_left_to_its_surroundings(raw: str) -> None:
    assert read(raw)[0][0] == "short"


@pytest.mark.parametrize("raw", ["", "   ", "\r", "****", "\t\t", "- ", "◆ ", "\t\u200b", "\t\ufeff"])
def test_a_blank_line_makes_no_row(raw: str) -> None:
    assert read(raw) == []


@given(lines)
def test_a_line_is_read_in_order_and_once(raw: str) -> None:
    places = [place for row in rows_of_line(raw, 7, True) for place in row.line.offsets]
    assert places == sorted(set(places))
    assert all(row.text and row.kind in RowKind for row in rows_of_line(raw, 7, True))


def test_a_district_with_its_zone_is_a_short_line_and_no_label() -> None:
    assert read("**江宁区：麒麟科技创新园**") == [("short", "江宁区：麒麟科技创新园")]
    for labelled in ("承办：麒麟科技创新园", "所在地区：麒麟科技创新园", "举办城市：江北新区"):
        assert read(labelled) == [("labelled", labelled)]
