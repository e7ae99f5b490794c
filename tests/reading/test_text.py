"""Cleaning deletes layout only, and each character that is left knows its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reading.texts import NOISE, lines, texts

from shkc_kg.reading.lines.text import Line, clean, fold, join, lines_of


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("李 骏", "李骏"),
        ("俞　隼", "俞隼"),
        ("各 类 创 新 主 体", "各类创新主体"),
        ("5 个 展 区", "5个展区"),
        ("新增外资研发中心**25**家", "新增外资研发中心25家"),
        ("__重点__任务", "重点任务"),
        ("占比$34 . 7 \\%$，居首", "占比34.7%，居首"),
        ("占比 $34 . 7 \\%，居首", "占比34.7%，居首"),
        ("规模 1, 035 万元", "规模1,035万元"),
        ("全面贯彻, 加快推进", "全面贯彻,加快推进"),
        ("举办浦江论坛 ，发布报告", "举办浦江论坛，发布报告"),
        ("东滩湿地 公园，上海昆虫 博物馆。", "东滩湿地公园，上海昆虫博物馆。"),
        ("SODA SPACE落地", "SODA SPACE落地"),
        ("\ufeff第一\u200b章\r", "第一章"),
        ("  打造高地  ", "打造高地"),
        ("约 $1035 \\mathrm{万元}$", "约1035万元"),
    ],
)
def test_layout_noise_goes(raw: str, cleaned: str) -> None:
    assert clean(raw).text == cleaned


def test_a_blank_between_two_words_of_a_heading_stays() -> None:
    assert clean("“科大硅谷”启动建设 合肥加速布局").text == "“科大硅谷”启动建设 合肥加速布局"


def test_a_wide_blank_before_the_year_of_an_edition_stays() -> None:
    assert clean("湖畔新“引擎”　2022东部算力大会").text == "湖畔新“引擎”　2022东部算力大会"
    assert clean("江苏省　2022年工作总结").text == "江苏省2022年工作总结"


def test_a_price_in_dollars_is_no_formula() -> None:
    assert clean("$甲乙丙").text == "$甲乙丙"


def test_a_line_knows_where_bold_marks_stood() -> None:
    line = clean("静安**推进集聚**")
    assert (line.text, line.bold) == ("静安推进集聚", (2, 6))


def test_a_slice_keeps_places_and_bold_marks() -> None:
    part = clean("静安**推进集聚**", 10)[2:4]
    assert part == Line("推进", (14, 15), (0,))


@given(lines, st.integers(0, 1000))
def test_each_character_is_the_original_one(raw: str, begin: int) -> None:
    line = clean(raw, begin)
    assert line.text == "".join(raw[place - begin] for place in line.offsets)
    assert list(line.offsets) == sorted(set(line.offsets))


@given(lines)
def test_only_noise_lies_between_two_characters(raw: str) -> None:
    offsets = clean(raw).offsets
    for left, right in zip((-1, *offsets), (*offsets, len(raw)), strict=True):
        assert NOISE.fullmatch(raw[left + 1 : right])


@given(lines)
def test_nothing_visible_is_lost(raw: str) -> None:
    kept = clean(raw).text
    visible = [c for c in raw if c.isalnum()]
    assert [c for c in kept if c.isalnum()] == visible or "\\" in raw


@given(texts)
def test_folding_keeps_every_place(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


def test_folding_makes_full_width_half_width() -> None:
    assert fold("（２０２１）年，约１／４～５％；“Ａ”：！？") == "(2021)年,约1/4~5%;“A”:!?"


@given(texts)
def test_lines_are_the_text_without_its_line_feeds(text: str) -> None:
    found = list(lines_of(text))
    assert "\n".join(raw for _, raw in found) == text
    assert all(text[begin : begin + len(raw)] == raw for begin, raw in found)


def test_joined_lines_keep_the_places_of_both() -> None:
    joined = join((clean("上海**民**", 0), clean("防科普馆", 10)))
    assert joined == Line("上海民防科普馆", (0, 1, 4, 10, 11, 12, 13), (2, 3))


def test_the_names_of_reporters_stay_apart() -> None:
    assert clean("某网9月2日讯(记者 何青 通讯员 谢远 林逸文)昨日,论坛 开幕").text == (
        "某网9月2日讯(记者 何青 通讯员 谢远 林逸文)昨日,论坛开幕"
    )
