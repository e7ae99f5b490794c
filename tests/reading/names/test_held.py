"""Names that quotes hold as a whole."""

from __future__ import annotations

import pytest

from shkc_kg.reading.names.held import held_names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("开展了“千家企业专利服务活动”", [("千家企业专利服务活动", "Event")]),
        ("召开“湖滨市科技工作者座谈会”", [("湖滨市科技工作者座谈会", "Conference")]),
        ("“山海全国科技成果巡回展”在烟台举行", [("山海全国科技成果巡回展", "Exposition")]),
        ("以“开年第一会”的形式部署", [("开年第一会", "Conference")]),
        ("完善“学会综合考核办法”", [("学会综合考核办法", "Policy")]),
        ("出台“人才新政2.0版”和“湖滨发展12条”", [("人才新政2.0版", "Policy"), ("湖滨发展12条", "Policy")]),
        ("提出“关于在湖滨建造第四代光源的建议报告”", [("关于在湖滨建造第四代光源的建议报告", "Publication")]),
        ("实施“高新区科技创新发展1234行动”", [("高新区科技创新发展1234行动", "Initiative")]),
        ("实施“湖滨高层次人才聚集工程”", [("湖滨高层次人才聚集工程", "Project")]),
        ("根据“中俄科技创新年”安排", [("中俄科技创新年", "Event")]),
        ("实施“科技新政”", [("科技新政", "Policy")]),
        ("以“携手推进百年大计划”为主题", []),
        ("围绕“科技服务百姓活动”", []),
        ("打造“一号工程”", []),
        ("坚持“科学发展”", []),
    ],
)
def test_the_last_word_in_the_quotes_tells_the_class(text: str, found: list[tuple[str, str]]) -> None:
    assert [(one.label, one.cls) for one in held_names(text)] == found


def test_a_count_of_articles_stays_a_figure() -> None:
    text = "出台“湖滨发展12条”"
    (one,) = held_names(text)
    assert text[one.begin : one.end] == "“湖滨发展"
