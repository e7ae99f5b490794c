"""People whom a title, an institution or a verb leads."""

from __future__ import annotations

import pytest
from tests.reading.names.reading import outer


def people(text: str) -> list[str]:
    return [name for name, cls in outer(text) if cls == "Person"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("市委常委、宣传部部长罗栋强宣布活动启动", ["罗栋强"]),
        ("市政府党组成员刘军平主持活动", ["刘军平"]),
        ("市长吴开远出席仪式并致辞", ["吴开远"]),
        ("副校长史保中、霍春阳,以及有关部门负责人", ["史保中", "霍春阳"]),
        ("管委会主任张海军,大学校长到会", ["张海军"]),
        ("工程实验室主任石碧围绕材料作报告", ["石碧"]),
        ("活动由刘红强主持", ["刘红强"]),
        ("授予顾诵芳院士最高奖", ["顾诵芳"]),
        ("兰州大学许鹏飞主持完成的项目", ["许鹏飞"]),
        ("仪式由副校长孙玉林主持", ["孙玉林"]),
        ("市科协副主席梁兆正、科协副主席徐春生分别致辞", ["梁兆正", "徐春生"]),
        ("省市场监管局副局长王雁随同调研", ["王雁"]),
        ("由矿业大学教授武强组成专家组", []),
        ("浙江大学副教授谭启航告诉记者", ["谭启航"]),
        ("省科技厅副厅长星海波、南京市科技局局长钱若谷致辞", ["星海波", "钱若谷"]),
        ("主任由中山大学教授栾之恒担任", ["栾之恒"]),
        ("清华大学研究员钟离牧获奖", ["钟离牧"]),
        ("加拿大多伦多大学学者孟知微在线作报告", ["孟知微"]),
    ],
)
def test_is_found_where_the_segmenter_takes_the_name_apart(text: str, found: list[str]) -> None:
    assert people(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "书记曾多次调研,主任方案通过",
        "局长强调,专家高度评价",
        "专家组成员、会长单位、队长任命",
        "市长质量奖,校长任期,委员明确",
        "公司金融部,大学方面,研究院江苏院,",
        "研究员向大会报告,专家全程指导",
        "复旦大学教授任首席科学家,浙江大学校长高度评价",
        "专家学者来萧考察,清华大学教授成功研制",
    ],
)
def test_an_ordinary_word_behind_a_title_is_nobody(text: str) -> None:
    assert people(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("企业技术创新奖授予大禹节水集团股份有限公司", ("大禹节水集团股份有限公司", "Company")),
        ("优秀企业家奖授予兰州和盛堂制药股份有限公司", ("兰州和盛堂制药股份有限公司", "Company")),
        ("校长代表辽宁大学签署协议", ("辽宁大学", "University")),
        ("大力实施“强省会”战略", ("“强省会”战略", "Policy")),
        ("授予山东大学的成果山东省自然科学奖一等奖", ("山东省自然科学奖", "Award")),
    ],
)
def test_a_name_begins_where_its_own_words_do(text: str, name: tuple[str, str]) -> None:
    assert name in outer(text)


@pytest.mark.parametrize(
    "text", ["公示授奖项目名单", "园区首个重大项目开工", "项目计划于2022年建成", "邀请舰船工程专家到会"]
)
def test_a_kind_of_thing_is_no_name(text: str) -> None:
    assert outer(text) == []
