"""People whom a line's layout shows."""

from __future__ import annotations

import pytest
from tests.reading.names.reading import outer


def people(text: str) -> list[str]:
    return [name for name, cls in outer(text) if cls == "Person"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("完成人：窦若清、盛海之等", ["窦若清", "盛海之"]),
        ("主要完成人 苗若溪（女） 曲方舟", ["苗若溪", "曲方舟"]),
        ("作者：谢知远 通讯员 谢桂之", ["谢知远", "谢桂之"]),
        ("责任编辑：韩知秋　审核：于青山", ["韩知秋", "于青山"]),
        ("戚鸣远清华大学教授，从事海洋研究", ["戚鸣远"]),
        ("轴承材料河北省重点实验室　燕山大学　闫守信41", ["闫守信"]),
        ("肿瘤诊疗湖南省重点实验室　湘雅医院　聂文佩（女）", ["聂文佩"]),
        ("新增备案基地两个。（市科技局　段晓峰）", ["段晓峰"]),
    ],
)
def test_a_line_shows_its_people(text: str, found: list[str]) -> None:
    assert people(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "负责人表示，项目进展顺利",
        "完成人数：320人",
        "高水平大学　任务分解　时间表",
        "安全清华大学代表队，参加比赛",
        "项目负责人：待定",
        "新增企业（全市　成果转化）",
    ],
)
def test_a_line_without_people_shows_none(text: str) -> None:
    assert people(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("（顾若铸）", ["顾若铸"]),
        ("（某网通讯员：陈知远）", ["陈知远"]),
        ("陪同吴异之、舒若荣、黄知文等专家莅临永泰县基地", ["吴异之", "舒若荣", "黄知文"]),
        ("中国工程院的张若兴、常青、顾知彪等10位院士到会", ["张若兴", "常青", "顾知彪"]),
        ("科技副市长（挂职）王文龙出席", ["王文龙"]),
        ("其董事长沙立新出席", ["沙立新"]),
        ("创始人韩旭曾是清华大学教授", ["韩旭"]),
        ("省东海科技研究院秘书长陈其玉陪同", ["陈其玉"]),
    ],
)
def test_lists_and_posts_show_people(text: str, found: list[str]) -> None:
    assert people(text) == found


def test_a_list_of_people_is_no_list_of_what_they_visit() -> None:
    assert {cls for _, cls in outer("吴异之、舒若荣等专家考察调研农林基地")} == {"Person"}
