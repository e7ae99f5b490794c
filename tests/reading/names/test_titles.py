"""Titles in 《》: their class from the last word and the words around."""

from __future__ import annotations

import pytest

from shkc_kg.reading.names.titles import titles


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("与重庆市科技局签署《科技合作框架协议》", [("科技合作框架协议", "Agreement")]),
        ("《上海市紧缺人才开发目录》发布", [("上海市紧缺人才开发目录", "Policy")]),
        ("出台《加快建设主阵地促进发展政策》", [("加快建设主阵地促进发展政策", "Policy")]),
        (
            "《张江“十四五”规划》《行动方案(2021-2023年)》",
            [("张江“十四五”规划", "Policy"), ("行动方案(2021-2023年)", "Policy")],
        ),
        ("《国家创新指数报告2020》等研究报告发布", [("国家创新指数报告2020", "Publication")]),
        ("纪录电影《星河一叶》首映", [("星河一叶", "Film")]),
        ("球幕电影《苍穹》观影近13万人次", [("苍穹", "Film")]),
        (
            "推出《未来说:执牛耳者》《少年爱迪生》等科普品牌节目",
            [("未来说:执牛耳者", "Broadcast"), ("少年爱迪生", "Broadcast")],
        ),
        ("播出科普电视栏目《科技2021》52期", [("科技2021", "Broadcast")]),
        ("摄制《上海高清科教纪录片》20部", [("上海高清科教纪录片", "MediaWork")]),
        ("主题视频《寻访百年》首发", [("寻访百年", "MediaWork")]),
        (
            "在《科学》《自然》《细胞》期刊发表论文",
            [("科学", "Publication"), ("自然", "Publication"), ("细胞", "Publication")],
        ),
        ("完成了供销社安排的《青禾豆优良组合选育》项目", [("青禾豆优良组合选育", "Project")]),
        ("就《山茶优质苗的培养》进行科技攻关", [("山茶优质苗的培养", "Project")]),
        ("出台《项目管理办法》项目申报启动", [("项目管理办法", "Policy")]),
        ("印发《若干举措》", [("若干举措", "Policy")]),
        ("出台《若干新政30条》", [("若干新政30条", "Policy")]),
        (
            "承担《番茄新品种选育》《玉米密植技术研究》等2项课题",
            [("番茄新品种选育", "Project"), ("玉米密植技术研究", "Project")],
        ),
        ("编制《湖滨重大项目清单》项目申报书", [("湖滨重大项目清单", "Policy")]),
        ("加入《湖区保护公约》", [("湖区保护公约", "Agreement")]),
        ("列入《新产品目录[2003]》", [("新产品目录[2003]", "Policy")]),
    ],
)
def test_a_title_has_its_class(text: str, found: list[tuple[str, str]]) -> None:
    assert [(one.name, one.cls) for one in titles(text)] == found


def test_a_title_inside_a_title_is_a_part_of_it() -> None:
    text = "《关于落实《条例》的意见》"
    assert [one.text for one in titles(text)] == [text]


def test_empty_marks_are_no_title() -> None:
    assert list(titles("《》与《")) == []
