"""Stretches that end in a head and are no whole name: nothing is named rather than the rest of a name."""

from __future__ import annotations

import pytest
from tests.reading.names.reading import outer


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("泸州市人民政府与大连理工大学战略合作签约仪式举行", ["泸州市人民政府", "大连理工大学"]),
        ("打造环保与健康科技产业基地", []),
        ("推动南京未来网络小镇开园", ["南京"]),
        ("首批广东省实验室之一", ["广东省"]),
        ("先锋空间被认定为台州市级众创空间", ["台州市"]),
        ("以杭州城西科创大走廊为主平台", ["杭州城西科创大走廊"]),
        ("副市长祁鸣主持开幕式", ["祁鸣"]),
        ("集成中科院系统力量", ["中科院"]),
        ("智能绿色车辆国家重点实验室武清基地投入使用", []),
        ("支持科大讯飞建设认知智能国家重点实验室", ["科大讯飞"]),
        ("推进科技成果项目在宜宾落地", ["宜宾"]),
    ],
)
def test_a_cut_stretch_names_nothing(text: str, found: list[str]) -> None:
    assert [name for name, _ in outer(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2016中国（沈阳）科技创新与产业发展论坛开幕", "2016中国（沈阳）科技创新与产业发展论坛"),
        ("剑桥大学南京科技创新中心启动建设", "剑桥大学南京科技创新中心"),
        ("中国—阿拉伯国家技术转移中心揭牌", "中国—阿拉伯国家技术转移中心"),
        ("国家超算成都中心投入运行", "国家超算成都中心"),
        ("再极医药、安凯微电子等8家企业入选", "再极医药"),
        ("贵州省委书记孙志刚出席", "贵州省委"),
    ],
)
def test_a_name_is_read_from_its_beginning(text: str, found: str) -> None:
    assert outer(text)[0][0] == found


def test_a_branch_goes_on_behind_its_parent() -> None:
    text = "引进国家新能源汽车技术创新中心天津分中心"
    assert outer(text) == [("国家新能源汽车技术创新中心天津分中心", "InnovationCentre")]


def test_a_ministry_of_no_known_district_is_no_name() -> None:
    assert outer("区委书记赵世庆出席") == [("赵世庆", "Person")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("横跨鄞州、江北、镇海三区和高新区", "镇海三区和高新区"),
        ("嘉庚创新实验室建设储能技术中试基地", "嘉庚创新实验室建设储能技术中试基地"),
        ("贵州科学城规划面积2平方公里", "贵州科学城规划"),
        ("在两江新区建设“芯云”产业基地", "两江新区建设“芯云”产业基地"),
        ("泉城实验室获批第二批山东省实验室", "山东省实验室"),
        ("国家技术转移郑州中心融合发展", "郑州中心"),
        ("碧桂园旗下博智林机器人公司申请专利", "碧桂园旗下博智林机器人公司"),
        ("先进计算（信创）海河实验室由飞腾公司共建", "海河实验室"),
        ("孟加拉国科技部部长致辞", "科技部"),
    ],
)
def test_it_is_not_read(text: str, found: str) -> None:
    assert found not in [name for name, _ in outer(text)]


def test_a_joint_meeting_is_one_event() -> None:
    text = "首届中国·河南开放创新暨跨国技术转移大会举行"
    assert outer(text)[0] == ("首届中国·河南开放创新暨跨国技术转移大会", "Conference")


def test_a_dateline_is_no_part_of_an_event() -> None:
    text = "中新网昆明8月17日电(记者胡远航)2023年中国—南亚技术转移与创新合作大会16日开幕"
    assert ("2023年中国—南亚技术转移与创新合作大会", "Conference") in outer(text)
