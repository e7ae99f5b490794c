"""Papers, agencies and news sites."""

from __future__ import annotations

import pytest
from tests.reading.names.reading import outer


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2017-12-01 09:50:00来源:江宁日报", [("江宁日报", "Institution")]),
        ("江宁晚报讯(记者方远)昨日", [("江宁晚报", "Institution"), ("方远", "Person")]),
        ("来源:澎湃新闻 发布时间:2023-05-27", [("澎湃新闻", "Institution")]),
        ("来源:科技日报", [("科技日报", "Institution")]),
        ("成果发表于《科技日报》", [("《科技日报》", "Publication")]),
        ("来源: 江宁网-江州晨报", [("江宁网", "Institution"), ("江州晨报", "Institution")]),
        ("来源:互联网", []),
        ("江宁新闻网、江宁日报记者获悉", [("江宁新闻网", "Institution"), ("江宁日报", "Institution")]),
        ("来源:江淮网-江宁晨报", [("江淮网", "Institution"), ("江宁晨报", "Institution")]),
        ("江淮网讯(记者方远)昨日", [("江淮网", "Institution"), ("方远", "Person")]),
        ("本网讯(记者方远)昨日", [("方远", "Person")]),
    ],
)
def test_a_source_is_a_body_and_what_stands_in_title_marks_a_publication(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert outer(text) == found
