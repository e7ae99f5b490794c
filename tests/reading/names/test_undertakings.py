"""Projects by what they study or make."""

from __future__ import annotations

import pytest
from tests.reading.names.reading import line, outer

from shkc_kg.reading.names.undertakings import undertakings


def _found(text: str) -> list[str]:
    return [one.label for one in undertakings(line(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("该所承担的“山地茶园节水灌溉技术”研究课题通过评审。", ["山地茶园节水灌溉技术"]),
        ("县茶科所与丰禾农业公司就《早熟茶树新品种的培育》进行科技攻关。", ["早熟茶树新品种的培育"]),
        (
            "承担省科委《茶树选种技术研究》和县供销社《鲜叶保鲜技术研究》课题。",
            ["茶树选种技术研究", "鲜叶保鲜技术研究"],
        ),
        (
            "清河机械厂申报的“全液压双向振动筛”、新河纸厂申报的“再生浆脱墨剂”入选。",
            ["全液压双向振动筛", "再生浆脱墨剂"],
        ),
        ("王明教授完成的“深井巷道支护关键技术及应用”获得国家科技进步奖二等奖。", ["深井巷道支护关键技术及应用"]),
        ("一等奖项目“群体智能的演化”由某大学完成。", ["群体智能的演化"]),
        ("科技局申报的《专家服务团》项目立项。", ["专家服务团"]),
        ("《优质茶开发》等5个项目获奖。", ["优质茶开发"]),
        ("《优质油茶新品种引进》列入省农业科技成果转化资金项目。", ["优质油茶新品种引进"]),
        ("“高炉渣氯化利用技术”也获科技进步奖一等奖。", ["高炉渣氯化利用技术"]),
        ("授予“高炉煤气余压发电系统集成与创新”等3项科技成果科技进步奖。", ["高炉煤气余压发电系统集成与创新"]),
    ],
)
def test_a_topic_in_marks_is_a_project_where_it_is_had_or_wins(text: str, found: list[str]) -> None:
    assert _found(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "发表《山地茶园节水灌溉技术研究》论文3篇。",
        "印发《科技项目管理办法》,项目申报启动。",
        "实施《新材料产业发展规划》重大项目12个。",
        "完成《全县科技资源调查报告》。",
        "申报的“国家级技术转移示范机构”获批。",
        "主持“东湖创新论坛”开幕式。",
        "坚持“产学研用一体推进创新”工作思路。",
    ],
)
def test_rules_papers_bodies_and_slogans_are_none(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "中德合作项目2项:啤酒大麦杂交、繁育机理研究,甜高粱加工工艺。其他项目3项。",
            ["啤酒大麦杂交、繁育机理研究", "甜高粱加工工艺"],
        ),
        ("全年有3项科技成果,分别是茶叶烘干机、矿用水泵、远程抄表器。", ["茶叶烘干机", "矿用水泵", "远程抄表器"]),
        ("全年有3项科技成果,分别是茶叶烘干机、矿用水泵。", []),
        ("引进3个项目:茶叶烘干机、矿用水泵、远程抄表器。", ["茶叶烘干机", "矿用水泵", "远程抄表器"]),
        ("签约项目3个:总投资5亿元、6亿元、7亿元。", []),
        ("签约项目3个:甲厂、乙厂。", []),
    ],
)
def test_a_count_makes_projects_of_as_many_members(text: str, found: list[str]) -> None:
    assert _found(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "评审结束,复方黄芪口服液研制、调速电机等5个项目被评为一等奖,茶多酚的萃取、纯化及含量测定等8个项目被评为二等奖。",
            ["复方黄芪口服液研制", "调速电机", "茶多酚的萃取、纯化及含量测定"],
        ),
        ("组织茶叶加工技术研究等5个项目获奖。", []),
        ("宏远公司的屏幕项目等10个项目获奖。", []),
    ],
)
def test_winners_that_a_count_ends_are_projects(text: str, found: list[str]) -> None:
    assert _found(text) == found


def test_a_project_in_title_marks_is_no_publication() -> None:
    assert outer("县农科所承担《高山蔬菜良种选育》课题。")[-1] == ("《高山蔬菜良种选育》", "Project")
