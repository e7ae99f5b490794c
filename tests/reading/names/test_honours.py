"""Titles of honour and designations that a verb, quotes or their scope show."""

from __future__ import annotations

import pytest
from tests.reading.names.reading import labels, outer


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("去年,我市被评为2012年全省科技创新先进市", ("全省科技创新先进市", "Award")),
        ("获得“国家火炬计划重点高新技术企业”称号", ("“国家火炬计划重点高新技术企业”", "Award")),
        ("该产品获得辽宁十大科技名牌产品", ("辽宁十大科技名牌产品", "Award")),
        ("实现了全国科技进步先进区“三连冠”", ("全国科技进步先进区", "Award")),
        ("被评为“全国优秀科技工作者”", ("“全国优秀科技工作者”", "Award")),
        ("获评国家知识产权示范企业2家", ("国家知识产权示范企业", "Award")),
        ("被授为全市唯一的“湖南省科普工作先进集体”", ("“湖南省科普工作先进集体”", "Award")),
        ("连续两次被表彰为科技特派员工作先进单位", ("科技特派员工作先进单位", "Award")),
        ("15个省级团体获“优秀组织单位”", ("“优秀组织单位”", "Award")),
        ("获得省科协“优秀科技社团”奖励", ("“优秀科技社团”", "Award")),
        ("聘请方启澜为“江宁区名誉校长”", ("“江宁区名誉校长”", "Award")),
        ("申报“全省农村致富带头人”", ("“全省农村致富带头人”", "Award")),
        ("省厅认定10名农技员为“2020年江宁十佳最美农技员”", ("“2020年江宁十佳最美农技员”", "Award")),
        ("入选全国中小企业数字化转型试点城市", ("全国中小企业数字化转型试点城市", "FunctionalZone")),
        ("被列为国家知识产权强县工程试点县(区)", ("国家知识产权强县工程试点县(区)", "FunctionalZone")),
        ("被授予“国家铝材深加工产业示范基地”", ("“国家铝材深加工产业示范基地”", "FunctionalZone")),
    ],
)
def test_a_title_is_named(text: str, found: tuple[str, str]) -> None:
    assert found in outer(text)


def test_a_list_of_titles_is_read_to_its_end() -> None:
    text = "先后荣获自治区科技工作先进基层旗县、自治区科技进步示范区和全国科普示范县(市、区)。"
    assert outer(text) == [
        ("自治区科技工作先进基层旗县", "Award"),
        ("自治区科技进步示范区", "FunctionalZone"),
        ("全国科普示范县(市、区)", "FunctionalZone"),
    ]


def test_quoted_titles_share_the_word_behind_the_last() -> None:
    text = "相继获得“全省农村工作红旗市”、“全省专利工作试点市”等称号,"
    assert outer(text) == [("“全省农村工作红旗市”", "Award"), ("“全省专利工作试点市”", "FunctionalZone")]


def test_a_list_without_quotes_ends_with_the_word_for_its_titles() -> None:
    text = "学校先后获得全国文明单位、全国就业工作典型经验高校等荣誉称号"
    assert outer(text) == [("全国文明单位", "Award"), ("全国就业工作典型经验高校", "Award")]


def test_an_item_that_is_no_title_does_not_end_the_list() -> None:
    text = "先后获批国家级留学人员创业园、全国知名品牌创建示范区"
    assert ("全国知名品牌创建示范区", "FunctionalZone") in outer(text)


def test_what_is_judged_in_a_contest_is_named_in_quotes() -> None:
    assert outer("开展了“宁波市优秀学术论文”评选") == [("“宁波市优秀学术论文”", "Award")]


def test_a_site_in_quotes_is_no_designation() -> None:
    assert ("“中韩(盐城)合作示范区”", "FunctionalZone") not in outer("打造“中韩(盐城)合作示范区”等园区")


def test_the_round_of_a_title_is_none_of_it() -> None:
    assert labels("获评“第七届全国优秀科技工作者”") == [["全国优秀科技工作者"]]


@pytest.mark.parametrize(
    "text",
    [
        "高新技术企业达到120家,获评先进单位",
        "被认定为省级技术创新示范企业",
        "成功创建国家级示范区,建成各类示范企业30家",
        "全省各地的先进单位代表参加",
        "成为全市唯一的试点县",
        "新增国家专精特新小巨人企业5家",
    ],
)
def test_a_kind_or_level_of_title_names_none(text: str) -> None:
    assert [name for name, cls in outer(text) if cls in ("Award", "FunctionalZone")] == []
