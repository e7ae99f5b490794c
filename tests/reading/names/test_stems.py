"""Zones that several names begin with."""

from __future__ import annotations

from tests.reading.names.reading import labels

NAMES = "东方美谷中医药产业示范基地揭牌,东方美谷检验检测中心落户"


def test_what_two_names_begin_with_is_a_zone_where_it_stands_alone() -> None:
    assert labels(NAMES, "依托东方美谷,共建产业园")[1] == ["东方美谷"]


def test_one_name_makes_no_stem() -> None:
    assert labels("东方美谷检验检测中心落户", "依托东方美谷,共建产业园")[1] == []


def test_a_topic_is_no_zone() -> None:
    texts = ("集成电路研究院揭牌,集成电路创新中心落户", "聚焦集成电路,加快发展")
    assert labels(*texts)[1] == []
