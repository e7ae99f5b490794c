"""Lines that the layout tore apart become one row again."""

from __future__ import annotations

import pytest
from hypothesis import given
from tests.reading.texts import texts

from shkc_kg.reading.lines.layout import rows_of


def read(text: str) -> list[str]:
    return [row.text for row in rows_of(text)]


def test_a_wrapped_sentence_is_one_row() -> None:
    text = "加快推进高水平人才高地建设，多层次创新人才引育体系加快\n形成。\n\n下一段从这里开始，说的是另一件事。"
    assert read(text) == [
        "加快推进高水平人才高地建设，多层次创新人才引育体系加快形成。",
        "下一段从这里开始，说的是另一件事。",
    ]


def test_the_lines_of_a_narrow_column_are_one_row() -> None:
    text = "全面贯彻新时代人才工作新理念新战\n略新举措，加快推进高水平人才高地\n建设，实行更开放的人才政策"
    assert read(text) == ["全面贯彻新时代人才工作新理念新战略新举措，加快推进高水平人才高地建设，实行更开放的人才政策"]


@pytest.mark.parametrize(
    "title",
    [
        "云州市科学技术局2022年工作总结",
        "云州高新区管委会与东海大学共建先进材料研究院签约仪式在云州举行",
        "云州高新区参加全省高新区高质量发展跨区域合作交流会并与海州高新区举行合作共建框架协议签约仪式",
    ],
)
def test_a_title_right_above_its_paragraph_stays_apart(title: str) -> None:
    paragraph = "2022年,云州市科学技术局在市委、市政府的坚强领导下,聚焦主责主业,各项科技创新工作取得明显成效,获省政府通报表扬,主要情况如下。"
    assert read(f"{title}\n{paragraph}\n一、主要成绩\n全年新增企业20家。")[:2] == [title, paragraph]


def test_a_page_break_inside_a_word_is_closed() -> None:
    text = "接入东滩湿地公园、上海昆虫博物馆，打造科普品牌，还有上海民\n\n防科普教育馆、航空科普馆，提供体验。"
    assert read(text) == [
        "接入东滩湿地公园、上海昆虫博物馆，打造科普品牌，还有上海民防科普教育馆、航空科普馆，提供体验。"
    ]


@pytest.mark.parametrize("folio", ["— 12 —", "- 12 -", "第 12 页", "第12页 共80页", "12"])
def test_a_page_number_inside_a_sentence_goes(folio: str) -> None:
    text = (
        f"接入东滩湿地公园、上海昆虫博物馆，打造科普品牌，还有上海民\n\n{folio}\n\n防科普教育馆、航空科普馆，提供体验。"
    )
    assert read(text) == [
        "接入东滩湿地公园、上海昆虫博物馆，打造科普品牌，还有上海民防科普教育馆、航空科普馆，提供体验。"
    ]


def test_a_page_break_inside_a_list_is_closed() -> None:
    text = "- 与市教委、市总工会、\n\n市妇联联动"
    assert read(text) == ["与市教委、市总工会、市妇联联动"]


def test_items_without_a_full_stop_stay_apart() -> None:
    text = "- 上海科技节在全市各区成功举办，观众踊跃参加各类活动\n\n科普场馆建设水平更高，接待观众更多。"
    assert len(read(text)) == 2


def test_the_line_feed_between_two_latin_words_is_their_blank() -> None:
    text = "浦东新区引进海外创新平台，服务企业，其中SODA\nSPACE落地，服务企业。"
    assert read(text) == ["浦东新区引进海外创新平台，服务企业，其中SODA\nSPACE落地，服务企业。"]


def test_a_figure_its_measure_and_its_noun_are_one_card() -> None:
    text = "1\n场\n\n全体\n大会\n\n2\n场\n\n特别活动\n\n近**50**场\n\n各具特色的\n论坛活动"
    assert read(text) == ["1场全体大会", "2场特别活动", "近50场各具特色的论坛活动"]


def test_a_measure_may_begin_with_and_more() -> None:
    assert read("10\n余场\n\n专题论坛") == ["10余场专题论坛"]


def test_numbers_below_labels_are_cells() -> None:
    text = "发展情况\n经费（亿元）\n898.7\n735.9\n人员（万人）\n21.2"
    assert read(text) == ["发展情况", "经费（亿元）", "898.7", "735.9", "人员（万人）", "21.2"]


def test_a_bold_run_over_two_lines_is_one_row() -> None:
    assert read("**主要\n成果**\n\n- 甲揭牌") == ["主要成果", "甲揭牌"]


def test_a_lost_bold_mark_swallows_no_text() -> None:
    assert len(read("**甲乙丙\n丁戊己\n庚辛壬\n子丑寅\n辰巳午")) == 5


def test_rows_know_the_gap_above() -> None:
    assert [row.gap for row in rows_of("甲乙\n丙丁\n\n戊己")] == [True, False, True]


@given(texts)
def test_rows_are_in_order_and_show_original_characters(text: str) -> None:
    rows = rows_of(text)
    places = [place for row in rows for place in row.line.offsets]
    assert places == sorted(set(places))
    assert "".join(row.text for row in rows) == "".join(text[place] for place in places)
