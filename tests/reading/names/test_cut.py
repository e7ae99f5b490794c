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
