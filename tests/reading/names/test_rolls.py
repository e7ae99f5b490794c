"""People whom lists, bodies, layouts and credits show without a title."""

from __future__ import annotations

import pytest
from tests.reading.names.reading import outer


def people(text: str) -> list[str]:
    return [name for name, cls in outer(text) if cls == "Person"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("新当选院士为:沈怀谷(数学物理学部)、卢晓棠、常青、方启澜(某大学)。", ["沈怀谷", "卢晓棠", "常青", "方启澜"]),
        ("沈怀谷、卢晓棠、方启澜以及孟庆禾入选。", ["沈怀谷", "卢晓棠", "方启澜", "孟庆禾"]),
        ("某校领导姜棠、王泉、刘文禾、孟启澜到会。", ["姜棠", "王泉", "刘文禾", "孟启澜"]),
        ("沈怀谷等10位科技工作人员获评先锋。", ["沈怀谷"]),
        ("他们包括卢晓棠等7名国际奖项获得者。", ["卢晓棠"]),
    ],
)
def test_a_list_of_names_shows_people(text: str, found: list[str]) -> None:
    assert people(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "主要种植白茶、黄茶、红茶和花茶。",
        "开发高性能、易加工、万向轮等产品。",
        "水稻、玉米、马铃薯、石榴产量稳定。",
        "金山、青浦、松江、宝山四区签约。",
        "高校、院所、企业、园区共同参与。",
        "项目组等3位研究人员参加。",
    ],
)
def test_a_list_of_things_shows_nobody(text: str) -> None:
    assert people(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("海宁县农业技术推广中心的沈金禾、江宁市第二医院卢远澜、江宁大学蔡棠2人获奖。", ["沈金禾", "卢远澜", "蔡棠"]),
        ("江宁大学孟庆禾、严玲,江宁市第二医院方启澜荣获称号。", ["孟庆禾", "严玲", "方启澜"]),
        ("江宁大学高性能、高可靠芯片团队获奖。", []),
        ("江宁大学材料、化学等学科进入前列。", []),
    ],
)
def test_who_stands_right_behind_an_institution_belongs_to_it(text: str, found: list[str]) -> None:
    assert people(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("江宁区区长 方立明", ["方立明"]),
        ("(江海棠 张利禾)", ["江海棠", "张利禾"]),
        ("某网江宁9月11日电 (方子禾)记者获悉", ["方子禾"]),
        ("某网江宁9月11日电 ( 刘玉禾 记者 孙锡棠 )", ["刘玉禾", "孙锡棠"]),
        ("作者:余晨澜2018-10-17 20:27", ["余晨澜"]),
    ],
)
def test_layout_and_credits_show_people(text: str, found: list[str]) -> None:
    assert people(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("中村修平院士、卢晓棠院士到会。", ["中村修平", "卢晓棠"]),
        ("副所长John Whitfield、校长Tirth Raj Khan作报告。", ["John Whitfield", "Tirth Raj Khan"]),
        ("研究员尼玛拉姆,主任扎西顿珠出席。", ["尼玛拉姆", "扎西顿珠"]),
        ("市委书记刘强在“人才节”上表示,要加快建设。", ["刘强"]),
        ("航天专家田若云教授做报告。", ["田若云"]),
        ("驻华大使杜傲禾和部长皮贵良出席。", ["杜傲禾", "皮贵良"]),
        ("余思禾代表:", ["余思禾"]),
        ("董事长Tech Data公司", []),
    ],
)
def test_names_of_other_builds_stand_behind_offices(text: str, found: list[str]) -> None:
    assert people(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("江宁大学沈克禾、海宁大学郑远澜、江宁大学龙腾、江宁大学付梦棠(211)。", ["沈克禾", "郑远澜", "龙腾", "付梦棠"]),
        ("包括江宁大学孙树棠研究员、海宁大学黄坤研究员、江宁大学张诚教授。", ["孙树棠", "黄坤", "张诚"]),
        ("农学奖:陈温禾、荣廷棠", ["陈温禾", "荣廷棠"]),
        ("工程建设技术奖:邱爱禾(女)", ["邱爱禾"]),
        ("主任:饶明征", ["饶明征"]),
        ("理事长:俞嘉澍(江宁市副市长)", ["俞嘉澍"]),
        ("区委书记 李海禾 15500000000", ["李海禾"]),
        ("高能物理学家王贻禾、材料科学家王稼棠出席。", ["王贻禾", "王稼棠"]),
    ],
)
def test_names_stand_beside_bodies_labels_and_titles(text: str, found: list[str]) -> None:
    assert people(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("江宁市科技局局长吴曙来潜调研企业。", ["吴曙"]),
        ("市科技局局长石砚禾表示,要加快建设。", ["石砚禾"]),
        ("主任明确表示,要加快建设。", []),
        ("张局长一行走访企业。", []),
        ("总领事卡雷尔·希罗基应邀出席。", ["卡雷尔·希罗基"]),
        ("博士生卢卡斯·韦伯正在调试。", ["卢卡斯·韦伯"]),
        ("教授司徒衡带队。", ["司徒衡"]),
        ("方伟成功当选中科院院士。", ["方伟"]),
    ],
)
def test_a_name_ends_where_what_is_said_of_it_begins(text: str, found: list[str]) -> None:
    assert people(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "副主席还有马伟禾、王曦、何华棠、尚勇、周守为、施一禾、高松。",
            ["马伟禾", "王曦", "何华棠", "尚勇", "周守为", "施一禾", "高松"],
        ),
        ("施一禾、潘建棠等18人当选为副主席。", ["施一禾", "潘建棠"]),
        ("袁群禾等10名农技员获评。", ["袁群禾"]),
        ("分别是:江宁大学赵依禾、江宁大学孙远澜、江宁县镇植保站陈宜棠。", ["赵依禾", "孙远澜", "陈宜棠"]),
        ("来自江宁科技馆的王雪禾获得大赛一等奖。", ["王雪禾"]),
        ("牛芊禾(中国气象局)", ["牛芊禾"]),
        ("李春禾 江宁县农业局蔬菜站副站长、高级农艺师", ["李春禾"]),
        ("专家介绍示范田建设。薛军禾摄", ["薛军禾"]),
        ("政府副主席玉苏甫江·麦麦提一行调研。", ["玉苏甫江·麦麦提"]),
        ("教授马丁·霍夫曼线上致辞。", ["马丁·霍夫曼"]),
        ("企业等10名单位获奖。", []),
    ],
)
def test_long_lists_rows_and_captions_show_people(text: str, found: list[str]) -> None:
    assert people(text) == found
