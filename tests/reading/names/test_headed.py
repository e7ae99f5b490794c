"""Names that end in a head: where they begin and end, and which stretches are none."""

from __future__ import annotations

import pytest
from tests.reading.names.reading import labels, outer


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "推动宁德时代未来能源研究院、华为“IPv6+”联合创新中心等落地",
            ["宁德时代未来能源研究院", "华为“IPv6+”联合创新中心"],
        ),
        ("2021年上海信息消费节开幕式举办", ["2021年上海信息消费节"]),
        ("承办第4届世界人工智能大会分会场活动", ["第4届世界人工智能大会"]),
        ("提供“一站式”科创服务的大零号湾科创大厦投入运营", ["大零号湾科创大厦"]),
        ("北斗导航研发与转化功能型平台协同创新中心落地", ["北斗导航研发与转化功能型平台协同创新中心"]),
        ("上海脑科学与类脑研究中心落户", ["上海脑科学与类脑研究中心"]),
        ("国内首条12英寸先进传感器研发中试线通线", ["12英寸先进传感器研发中试线"]),
        ("外国人来华工作许可“不见面”审批制度4.0版发布", ["外国人来华工作许可“不见面”审批制度4.0版"]),
        ("SODA SPACE创新中心落地", ["SODA SPACE创新中心"]),
        ("牛津大学高等研究院（苏州）揭牌", ["牛津大学高等研究院（苏州）"]),
        ("圣彼得堡理工大学(科技中心)、甲公司", ["圣彼得堡理工大学(科技中心)"]),
        ("成渝（兴隆湖）综合性科学中心获批", ["成渝（兴隆湖）综合性科学中心"]),
        ("国家川藏铁路技术创新中心主体完工", ["国家川藏铁路技术创新中心"]),
        ("国家第三代半导体技术创新中心落户", ["国家第三代半导体技术创新中心"]),
        ("精密机械国家重点实验室发表论文9篇", ["精密机械国家重点实验室"]),
        ("四川大学共建华西医美健康城", ["四川大学", "华西医美健康城"]),
        ("“工程机械及核心零部件产业技术创新战略联盟”成立", ["工程机械及核心零部件产业技术创新战略联盟"]),
        ("南京真空学会第八次全国会员代表大会召开", ["南京真空学会第八次全国会员代表大会"]),
        ("包括复旦大学、万泰创新疫苗产业基地", ["复旦大学", "万泰创新疫苗产业基地"]),
        ("区委书记连茂会见瑞源生物科技(天津)有限公司一行", ["连茂", "瑞源生物科技(天津)有限公司"]),
        ("天河机场国际及地区航线达到63条", ["天河机场"]),
        ("设立总规模100亿元的科技创新基金", ["科技创新基金"]),
        ("第11次中国公民科学素质抽样调查结果显示", ["中国公民科学素质抽样调查"]),
        ("推进数字江海工程建设", ["数字江海工程"]),
        ("实施“十大技术攻关项目”", ["十大技术攻关项目"]),
        ("集成电路设计服务产业创新中心（ICisC）服务企业", ["集成电路设计服务产业创新中心", "ICisC"]),
        ("人工智能与数字经济广东省实验室建设", ["人工智能与数字经济广东省实验室"]),
        ("西安电子谷、青岛蓝谷集聚企业", ["西安电子谷", "青岛蓝谷"]),
        ("举办2021年沪疆科技交流系列活动暨沪克科技成果对接会", ["2021年沪疆科技交流系列活动", "沪克科技成果对接会"]),
        ("推进工业互联网创新平台暨西门子数字化创新中心建设", ["工业互联网创新平台", "西门子数字化创新中心"]),
        ("铝基新材料攻关工程", ["铝基新材料攻关工程"]),
        ("2.数字底座工程:超算中心扩容", ["数字底座工程"]),
        ("第二次全国R&D资源清查结果公布", ["全国R&D资源清查"]),
        ("安排下达粤北地区科技计划经费", ["粤北地区科技计划"]),
        ("前往湖滨馆参观2009上海国际科学与艺术展", ["2009上海国际科学与艺术展"]),
        ("正在拟订“九五”计划", ["“九五”计划"]),
        ("2017年,全省创新发展大会召开", ["全省创新发展大会"]),
        ("落实全省创新发展大会精神", ["全省创新发展大会"]),
        ("召开全市科技创新大会暨科学技术奖励大会", ["全市科技创新大会", "科学技术奖励大会"]),
        ("召开市级学会工作总结会", ["市级学会工作总结会"]),
        ("中国科学院2017年新当选院士座谈会举行", ["中国科学院2017年新当选院士座谈会"]),
    ],
)
def test_a_name_runs_from_its_first_word_to_its_head(text: str, found: list[str]) -> None:
    assert [name for name, _ in outer(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "全年新增外资研发中心25家",
        "培育上市公司50家以上",
        "上市公司总数突破百家",
        "一批国家级大学科技园加快建设",
        "举办4场平行论坛",
        "大学生踊跃参加",
        "打造科技创新高地",
        "推进平台型企业发展",
        "加快科技成果转化平台建设",
        "建设临床医学研究中心",
        "召开专题会议",
        "汇聚“四大实验室”",
        "依托企业建设国家重点实验室",
        "电子领域国家重点实验室达到3家",
    ],
)
def test_a_common_noun_is_no_name(text: str) -> None:
    assert outer(text) == []


@pytest.mark.parametrize(
    ("text", "cls"),
    [
        ("东海大学揭牌", "University"),
        ("北方生命科学研究院揭牌", "ResearchInstitute"),
        ("滨海国家实验室揭牌", "Laboratory"),
        ("上海湾区数字化转型赋能中心揭牌", "InnovationCentre"),
        ("上海科普公园开放", "Venue"),
        ("长三角汽车半导体创新联合体成立", "Alliance"),
        ("成立九城科技成果转化基金", "Fund"),
        ("长三角城市创新发展论坛举行", "Forum"),
        ("推出科技大师系列电影", "MediaWork"),
        ("上海国际科技艺术展演举行", "Festival"),
    ],
)
def test_the_head_tells_the_class(text: str, cls: str) -> None:
    assert outer(text)[0][1] == cls


def test_a_designation_alone_is_a_zone() -> None:
    assert outer("参与科创中心建设") == [("科创中心", "FunctionalZone")]


def test_a_plain_stretch_is_a_name_beside_names() -> None:
    text = "深耕上海某某联合创新中心、大数据创新加速器、上海数据交易中心等平台功能"
    assert ("大数据创新加速器", "Platform") in outer(text)
    assert outer("探讨大数据创新加速器功能") == []


def test_a_name_ends_where_a_company_ends() -> None:
    text = "广州生物岛科技投资开发有限公司运营官洲创新中心"
    assert outer(text)[0] == ("广州生物岛科技投资开发有限公司", "Company")


def test_a_listed_name_abroad_keeps_its_list_name() -> None:
    assert outer("与英国剑桥大学签署协议") == [("英国剑桥大学", "University")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("由金陵控股集团负责运营", "金陵控股集团"),
        ("科技园选址武汉经济技术开发区", "武汉经济技术开发区"),
        ("并申办2026中国国际发明大赛", "2026中国国际发明大赛"),
        ("凤凰科技创新园获批建设", "凤凰科技创新园"),
        ("双方共建遥感应用联合实验室", "遥感应用联合实验室"),
        ("与国家技术转移济南中心合作", "国家技术转移济南中心"),
        ("高纯材料服役环境模拟设施获国家立项", "高纯材料服役环境模拟设施"),
        ("龙湖国际人才港启用", "龙湖国际人才港"),
    ],
)
def test_a_name_begins_where_its_lead_ends(text: str, found: str) -> None:
    assert found in [name for name, _ in outer(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("第六届广西国际新材料产业及创新创业大会举行", "第六届广西国际新材料产业及创新创业大会"),
        ("第三届新能源与智能装备博览会开幕", "第三届新能源与智能装备博览会"),
    ],
)
def test_a_numbered_event_holds_a_joint(text: str, found: str) -> None:
    assert found in [name for name, _ in outer(text)]


def test_a_numbered_event_does_not_hold_another() -> None:
    names = [name for name, _ in outer("第四届甲湖产业论坛及创新创业大赛举行")]
    assert "第四届甲湖产业论坛及创新创业大赛" not in names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1．柔性显示封装中试平台。选址高新区", "柔性显示封装中试平台"),
        ("2．安徽省智能鞋材重点实验室。", "安徽省智能鞋材重点实验室"),
        ("凿岩及掘进装备国家重点实验室揭牌", "凿岩及掘进装备国家重点实验室"),
        ("随后举行的成果对接会上，项目签约", "成果对接会"),
        ("管委会召开科技工作会议，部署工作", "科技工作会议"),
        ("示范区成立25周年座谈会举行", "示范区成立25周年座谈会"),
        ("清洁能源创新研究院二期工程动工，江南大学三期项目开工", "江南大学"),
        ("委托四川省川江产业投资集团管理", "四川省川江产业投资集团"),
        ("在韩国布局设计研发中心", "韩国"),
        ("中旬南宁海关开关", "南宁海关"),
        ("浙江大学“蓝眸”水下机器人项目获奖", "“蓝眸”水下机器人项目"),
        ("建设钱江（衢州）科创飞地", "钱江（衢州）科创飞地"),
    ],
)
def test_a_name_holds_no_more_than_its_own(text: str, found: str) -> None:
    assert found in [name for name, _ in outer(text)]


@pytest.mark.parametrize(
    "text",
    [
        "1．高水平创新平台。",
        "2．制造业创新中心。",
        "重点学科及深海技术国家重点实验室建设",
        "复旦大学合作培养工程博士80名",
    ],
)
def test_a_numbered_kind_is_no_name(text: str) -> None:
    assert [name for name, cls in outer(text) if cls != "University"] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("东海科技研究院同天河农林集团座谈", ["东海科技研究院", "天河农林集团"]),
        ("两年来临安区科技局投入专项资金450万元", ["临安区科技局"]),
        ("海岸和近海工程国家重点实验室揭牌", ["海岸和近海工程国家重点实验室"]),
        ("与清华大学材料科学与工程、机械工程等学科契合", ["清华大学"]),
        ("上级科技部门支持，科技部发文", ["科技部"]),
        ("竹山县科技和经信局布局建设工作站", ["竹山县科技和经信局"]),
        ("落实服务湖南战略", ["湖南"]),
    ],
)
def test_words_around_are_none_of_the_name(text: str, found: list[str]) -> None:
    assert [name for name, _ in outer(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("国家创业投资引导基金正式启动", ["国家创业投资引导基金"]),
        ("作为今后清华大学成都科学研究中心的拓展区", ["清华大学成都科学研究中心"]),
        ("（全媒体记者匡小娟）梅垣湖片区的版图再迎新坐标", ["匡小娟", "梅垣湖片区"]),
        ("建成国家级科学研究基地", []),
        ("国家级北京生物医药产业基地揭牌", ["北京生物医药产业基地"]),
        ("两大研发平台同步启动", []),
        ("各区科技周举办活动", []),
        ("临安市隆重召开全市科技工作会议", ["全市科技工作会议"]),
    ],
)
def test_what_tells_when_or_how_many_is_none_of_the_name(text: str, found: list[str]) -> None:
    assert [name for name, cls in outer(text) if cls != "City"] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("全省科学技术奖励大会于2020年3月18日在省城举行", ["全省科学技术奖励大会"]),
        ("在会展中心召开全市科技创新大会，对获奖者颁奖", ["全市科技创新大会"]),
        ("全市大会召开", []),
        ("召开全市大会，全市科技大会共3次", []),
    ],
)
def test_a_meeting_of_the_whole_region_is_one(text: str, found: list[str]) -> None:
    assert [name for name, _ in outer(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("院下设粮作研究所、茶叶研究所和种质中心", ["粮作研究所", "茶叶研究所", "种质中心"]),
        ("发布智慧矿山安全协同重点专项首期指南", ["智慧矿山安全协同重点专项"]),
        ("实施重大专项12项", []),
        ("滁州市菜科所", ["滁州市菜科所"]),
        ("水泵机组自动控制系统投入运行", []),
        ("开展2019年征集项目评审", []),
        ("某局2021年工作总结和2022年工作计划", []),
        ("围绕科学基金中心工作", []),
        ("充分发挥国际合作示范基地作用", []),
        ("企业创新跨越发展首要战略", []),
        ("地处滁州市高新技术产业开发区", ["滁州市高新技术产业开发区"]),
        ("中标最具影响力项目", []),
    ],
)
def test_programmes_institutes_and_what_is_none(text: str, found: list[str]) -> None:
    assert [name for name, _ in outer(text)] == found


def test_the_institute_of_a_level_is_not_joined_to_a_firm() -> None:
    assert labels("东瀛株式会社与省粮食科研所合资", region="江苏省") == [["江苏省粮食科研所"]]
