"""Offices printed without their place: those of a list, and those of the report's own place."""

from __future__ import annotations

import pytest
from tests.reading.names.reading import labels, outer


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "滁州市审计局、财政局、水产局和科技局联合发文",
            ["滁州市审计局", "滁州市财政局", "滁州市水产局", "滁州市科技局"],
        ),
        ("福建省科技厅厅长陈文渊、教育厅副厅长林文海到会", ["福建省科技厅", "陈文渊", "福建省教育厅", "林文海"]),
        ("滁州市委组织部、宣传部主办", ["滁州市委组织部", "滁州市委宣传部"]),
        (
            "科技部基础司司长张先明、合作司副司长马林英到会",
            ["科学技术部基础研究司", "张先明", "科技部合作司", "马林英"],
        ),
        ("郑东新区党工委副书记、管委会主任致辞", ["郑东新区党工委", "郑东新区管委会"]),
    ],
)
def test_an_office_of_a_list_has_the_place_of_the_one_before(text: str, found: list[str]) -> None:
    assert labels(text) == [found]


def test_an_office_alone_is_of_the_reports_own_place() -> None:
    assert labels("协调卫生局和司法局办展", region="滁州市") == [["滁州市卫生局", "滁州市司法局"]]
    assert labels("组织部副部长周俊、科技局局长王洪祥到会", region="金坛区") == [
        ["金坛区委组织部", "周俊", "金坛区科技局", "王洪祥"]
    ]
    assert labels("滁州市党政办、招商办、储备中心、建设局参会", region="滁州市")[0][-1] == "滁州市建设局"
    assert labels("所长由机电局长兼任,后属农机局", region="昌乐县") == [["昌乐县机电局", "昌乐县农机局"]]


@pytest.mark.parametrize("text", ["各县区科技局、财政局", "各县(市、区)科技局、财政局:", "形成科技局势"])
def test_offices_of_many_places_are_no_one_thing(text: str) -> None:
    assert outer(text, region="滁州市") == []


def test_without_a_place_an_office_alone_is_none() -> None:
    assert outer("卫生局召开会议") == []
