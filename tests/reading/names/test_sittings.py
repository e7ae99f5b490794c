"""Numbered congresses and sessions, and numbered papers."""

from __future__ import annotations

import pytest
from tests.reading.names.reading import labels, outer


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("贯彻省十次党代会精神", [("省十次党代会", "Conference")]),
        ("学校第九次党代会以来", [("学校第九次党代会", "Conference")]),
        ("湖北省第十二次党代会提出", [("湖北省第十二次党代会", "Conference")]),
        ("市委六届七次全会提出", [("市委六届七次全会", "Conference")]),
        ("召开市科协五届三次全委会议", [("市科协五届三次全委会议", "Conference")]),
        ("党的十八届五中全会以来", [("党的十八届五中全会", "Conference")]),
        ("襄阳市十八届人大四次会议召开", [("襄阳市十八届人大四次会议", "Conference")]),
        ("学习省委2号文件", [("省委2号文件", "Policy")]),
        ("中央一号文件发布", [("中央一号文件", "Policy")]),
        ("第三次党代会", []),
        ("贯彻十八届三中、四中全会精神", [("十八届三中、四中全会", "Conference")]),
        ("落实市委七届六次、七次全会部署", [("市委七届六次、七次全会", "Conference")]),
        ("2024年湖北省两会期间", [("2024年湖北省两会", "Conference")]),
        ("两会期间", []),
    ],
)
def test_who_sits_and_a_number_make_a_name(text: str, found: list[tuple[str, str]]) -> None:
    assert outer(text) == found


def test_a_sitting_gets_its_region() -> None:
    assert labels("贯彻市第十次党代会精神,学习市委3号文件", region="襄阳市") == [
        ["襄阳市第十次党代会", "襄阳市委3号文件"]
    ]
