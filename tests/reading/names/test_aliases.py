"""Other forms of names: introduced, bracketed, repeated."""

from __future__ import annotations

import pytest
from tests.reading.names.reading import labels, names


@pytest.mark.parametrize(
    ("text", "alias", "full"),
    [
        ("中关村国家自主创新示范区(以下简称中关村示范区)", "中关村示范区", "中关村国家自主创新示范区"),
        ("甲乙海洋研究院（以下简称“甲乙院”）", "甲乙院", "甲乙海洋研究院"),
        ("甲乙海洋研究院，简称“甲乙院”，", "甲乙院", "甲乙海洋研究院"),
        ("联合上影集团科教电影制片厂(东影传媒)摄制", "东影传媒", "上影集团科教电影制片厂"),
        ("北方集成电路创新中心(NICIC)揭牌", "NICIC", "北方集成电路创新中心"),
        ("滨海科学研究院(滨科院)揭牌", "滨科院", "滨海科学研究院"),
    ],
)
def test_a_text_introduces_a_short_form(text: str, alias: str, full: str) -> None:
    things = names(text).things.values()
    assert any(thing.name == full and alias in thing.forms for thing in things)


@pytest.mark.parametrize(
    "text", ["北方集成电路创新中心(筹)揭牌", "北方集成电路创新中心(试行办法)揭牌", "叶叔华院士(女)出席"]
)
def test_other_brackets_hold_no_name(text: str) -> None:
    assert all(len(thing.forms) == 1 for thing in names(text).things.values())


def test_a_short_form_is_read_in_later_passages() -> None:
    texts = ("北方集成电路创新中心(NICIC)揭牌", "依托NICIC服务企业")
    assert labels(*texts)[1] == ["北方集成电路创新中心"]


def test_a_learnt_name_is_read_where_nothing_else_shows_it() -> None:
    texts = ("创新晶体、创新魔坊等100多万平方米研发大楼投入使用", "走进创新魔坊看发展")
    assert labels(*texts)[1] == ["创新魔坊"]


def test_a_mark_that_folding_changes_stays_in_a_form() -> None:
    found = names("中国•湖滨项目交易会开幕")
    assert [thing.forms for thing in found.things.values() if thing.cls == "Exposition"] == [
        ["中国·湖滨项目交易会", "中国•湖滨项目交易会"]
    ]
