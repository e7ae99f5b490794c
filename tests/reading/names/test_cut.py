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
        ("某院与扬州大学战略合作协议签约", ["扬州大学"]),
        ("钢铁材料工程中心共建单位揭牌仪式举行", []),
        ("中心主任韩永全汇报中心建设情况", ["韩永全"]),
        ("这就是中国工程院今年启用的院徽", ["中国工程院"]),
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
        ("提升乡村治理水平大数据应用国家工程实验室揭牌", "提升乡村治理水平大数据应用国家工程实验室"),
        ("依托我校的轻金属成型与防护教育部工程研究中心通过验收", "轻金属成型与防护教育部工程研究中心"),
        ("第三届科技入皖南京专场推介会如期举行", "第三届科技入皖南京专场推介会"),
        ("《某某公约》缔约方大会第十四次会议开幕", "《某某公约》缔约方大会第十四次会议"),
        ("晚报全媒体讯常州高新区日前签约", "常州高新区"),
        ("中国企业文化与发展研究会会长致辞", "中国企业文化与发展研究会"),
        ("国家开发银行昆明分行签约", "国家开发银行昆明分行"),
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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("支持楚雄州元谋县建设金沙江热作科技示范园", ["楚雄州", "元谋县", "金沙江热作科技示范园"]),
        ("大会由市政府主办", ["市政府"]),
        ("进行“江淮大学联盟”启动仪式", ["“江淮大学联盟”启动仪式"]),
        ("扬州市校企协同创新推进会暨重大平台集中揭牌仪式举行", ["扬州市校企协同创新推进会", "重大平台集中揭牌仪式"]),
    ],
)
def test_a_verb_is_no_part_of_a_name(text: str, found: list[str]) -> None:
    assert [name for name, _ in outer(text)] == found


def test_a_joint_meeting_is_one_event() -> None:
    text = "首届中国·河南开放创新暨跨国技术转移大会举行"
    assert outer(text)[0] == ("首届中国·河南开放创新暨跨国技术转移大会", "Conference")


def test_a_dateline_is_no_part_of_an_event() -> None:
    text = "中新网昆明8月17日电(记者胡远航)2023年中国—南亚技术转移与创新合作大会16日开幕"
    assert ("2023年中国—南亚技术转移与创新合作大会", "Conference") in outer(text)
