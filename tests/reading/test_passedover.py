"""Whose a figure is and what it counts, where a page leaves it to the words around: papers, grades, sums passed, those next."""

from __future__ import annotations

import pytest

from shkc_kg.model import Observation, Source
from shkc_kg.reading import read


def told(text: str, region: str = "宁波市") -> list[tuple[str, str, str]]:
    """Printed value, subject and indicator of each observation of a text of a city."""
    facts = read(Source("t", "1", text, "", "", year=2021, region=region or None)).facts
    return [(f.printed, f.about, f.indicator) for f in facts if isinstance(f, Observation)]


def test_who_prints_a_page_is_no_subject_of_its_figures() -> None:
    text = "某地科技合作扩大\n\n光明日报记者 方一\n\n425个省外团队参与创新发展。\n\n光明日报讯 5月17日,新引进院士16位。"
    assert {about for _, about, _ in told(text)} == {"宁波市"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("宁波在创新型城市评价中连续稳居第一方阵。", "创新型城市评价方阵"),
        ("宁波步入国家科技创新第二梯队。", "国家科技创新梯队"),
        ("在海洋创新指数排名中,宁波进入全国第一梯次。", "海洋创新指数排名全国梯次"),
        ("宁波在某组织发布的全球科技集群排名中位居第13位。", "全球科技集群排名位次"),
        ("在全球创新指数排名中,宁波居全球第39位。", "全球创新指数排名居全球位次"),
    ],
)
def test_a_grade_or_rank_tells_its_ranking(text: str, words: str) -> None:
    assert [indicator for *_, indicator in told(text)] == [words]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("高新技术产业产值首破万亿,达到10514亿元。", [("破万亿", "高新技术产业产值"), ("10514亿", "高新技术产业产值")]),
        ("电子信息产业规模突破千亿,软件收入超百亿。", [("突破千亿", "电子信息产业规模"), ("超百亿", "软件收入")]),
        ("技术合同成交额首次突破百亿大关。", [("突破百亿", "技术合同成交额")]),
        ("平台累计下载量突破百亿。", []),
    ],
)
def test_an_order_of_magnitude_that_is_passed_is_a_sum_of_money(text: str, figures: list[tuple[str, str]]) -> None:
    assert [(printed, indicator) for printed, _, indicator in told(text)] == figures


def test_those_that_come_next_have_what_was_measured_of_the_first() -> None:
    text = "宁海县高新技术产业产值达到119.2亿元;象山县、市经开区、慈溪市紧随其后,分别达到86.3亿元、79.6亿元和70.7亿元。"
    assert told(text)[1:] == [
        ("86.3亿", "象山县", "高新技术产业产值"),
        ("79.6亿", "宁波市", "市经开区高新技术产业产值"),
        ("70.7亿", "慈溪市", "高新技术产业产值"),
    ]


def test_places_that_all_did_something_have_each_its_figure() -> None:
    text = "象山县、宁海县高新技术产业增加值也都实现了增长,分别达到22.2%、20.2%。"
    assert [(about, indicator) for _, about, indicator in told(text)] == [
        ("象山县", "高新技术产业增加值"),
        ("宁海县", "高新技术产业增加值"),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "1月份至8月份,169个国家高新区实现营业收入29.5万亿元,同比增长21.9%;利润总额2.3万亿元。",
            ["国家高新区", "国家高新区实现营业收入", "国家高新区实现营业收入同比增长", "国家高新区利润总额"],
        ),
        ("全市申请发明专利534件,授权142件。", ["申请发明专利", "授权发明专利"]),
        ("全市有高新技术企业30家;全市出口总额50亿元。", ["高新技术企业", "出口总额"]),
    ],
)
def test_a_bare_measure_or_deed_is_of_what_the_figure_before_counts(text: str, words: list[str]) -> None:
    assert [indicator for *_, indicator in told(text)] == words
