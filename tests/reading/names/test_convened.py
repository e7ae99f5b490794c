"""Meetings named by what they are to do, or by the body and the number."""

from __future__ import annotations

import pytest
from tests.reading.names.reading import nested, outer

from shkc_kg.reading.names.convened import convened


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("在合肥主持召开深入推进湖区一体化发展座谈会时强调", [("深入推进湖区一体化发展座谈会", "Conference")]),
        ("在扎实推进湖区一体化发展座谈会上", [("扎实推进湖区一体化发展座谈会", "Conference")]),
        ("举行第三季度重点项目签约仪式,", [("第三季度重点项目签约仪式", "Ceremony")]),
        ("举办海洋产业院士工作站揭牌暨项目签约仪式", [("海洋产业院士工作站揭牌暨项目签约仪式", "Ceremony")]),
        ("召开全市创新型城市建设推进大会。", [("全市创新型城市建设推进大会", "Conference")]),
        ("召开推进重点项目的会议", []),
        ("举办推进成果转化系列座谈会30场", []),
        ("召开推进会", []),
    ],
)
def test_what_is_held_is_named_whole(text: str, found: list[tuple[str, str]]) -> None:
    assert [(one.label, one.cls) for one in convened(text)] == found


@pytest.mark.parametrize(
    ("text", "found", "inside"),
    [
        (
            "湖滨科技合作联盟第二次全体大会召开",
            [("湖滨科技合作联盟第二次全体大会", "Conference")],
            ["湖滨科技合作联盟"],
        ),
        ("参加中欧第三次高级别创新与合作对话", [("中欧第三次高级别创新与合作对话", "Conference")], []),
        ("湖滨化学会第29届理事会成立", [("湖滨化学会", "Association")], []),
        ("湖滨光电产业联盟成立仪式举行", [("湖滨光电产业联盟成立仪式", "Ceremony")], ["湖滨光电产业联盟"]),
    ],
)
def test_a_body_and_a_number_make_a_meeting(text: str, found: list[tuple[str, str]], inside: list[str]) -> None:
    assert (outer(text), nested(text)) == (found, inside)
