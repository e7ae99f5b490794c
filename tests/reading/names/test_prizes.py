"""Prizes by their kind, and levels that are none."""

from __future__ import annotations

import pytest
from tests.reading.names.reading import labels, outer


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("获得自治区科技进步奖31项,占总数的四成", "自治区科技进步奖"),
        ("全年评出衢州市技术发明奖6项", "衢州市技术发明奖"),
        ("建议授奖项目为:省自然科学奖9项", "省自然科学奖"),
        ("37项成果获技术发明奖,其余落选", "技术发明奖"),
        ("另有8人获青年科技杰出贡献奖", "青年科技杰出贡献奖"),
        ("企业技术创新示范奖为泰山精工有限公司", "企业技术创新示范奖"),
        ("分别是:科技进步奖特等奖2项", "科技进步奖"),
        ("授予周启明同志重大科技成就奖", "重大科技成就奖"),
        ("入选首届福建省科技创新发展奖建议名单", "福建省科技创新发展奖"),
        ("评审公示福建省科技功臣奖再次空缺", "福建省科技功臣奖"),
        ("宿迁市科技成果转化奖2项", "宿迁市科技成果转化奖"),
        ("23人被授予农业技术推广贡献奖", "农业技术推广贡献奖"),
        ("国际合作奖1项,卫生管理奖2项", "卫生管理奖"),
        ("海东公司获得我省首个制造业领域中国质量奖", "中国质量奖"),
        ("授予王立新院士国家最高科学技术奖", "国家最高科学技术奖"),
        ("宿迁市产学研合作成果奖也在会上颁发", "宿迁市产学研合作成果奖"),
        ("团队获得江西省科学技术普及奖特等奖", "江西省科学技术普及奖"),
        ("申报“江宁青年创业奖”“某称号”", "江宁青年创业奖"),
        ("首次在自然科学奖中放开国籍限制", "自然科学奖"),
    ],
)
def test_a_kind_of_prize_is_named(text: str, found: str) -> None:
    assert (found, "Award") in outer(text)


@pytest.mark.parametrize(
    "text",
    [
        "大赛评出一等奖1名、二等奖3名、优秀组织奖5个",
        "累计获得省级科技奖励48项,省部级以上科技奖12项",
        "评出工程赛高中组一等奖9项",
        "共有57个单位获先进集体奖",
        "发放奖学金和奖补资金300万元",
        "项目奖项众多,获奖单位登台颁奖",
    ],
)
def test_a_level_or_a_count_of_prizes_names_none(text: str) -> None:
    assert [name for name, cls in outer(text) if cls == "Award"] == []


def test_a_level_amid_the_name_is_none_of_it() -> None:
    assert labels("获省科技进步二等奖3项", "省科技进步奖另有一项") == [["省科技进步奖"], ["省科技进步奖"]]


def test_a_prize_without_its_place_is_the_one_that_is_printed_with_it() -> None:
    texts = "评出海南省自然科学奖12项", "其中,自然科学奖一等奖2项", "省自然科学奖二等奖4项"
    assert labels(*texts) == [["海南省自然科学奖"]] * 3
    assert labels("获国家自然科学奖1项,省自然科学奖2项", "自然科学奖奖金不变")[1] == ["自然科学奖"]
