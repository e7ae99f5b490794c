"""What each number of a sentence is about, in words that read alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shkc_kg.model import Observation, Source, StatKind
from shkc_kg.reading import read

TITLE = "科技创新年度报告\n\n"


def observed(text: str, title: str = TITLE) -> list[Observation]:
    reading = read(Source("t", "1", title + text, "", "", year=2021, region="上海市"))
    return [f for f in reading.facts if isinstance(f, Observation)]


def said(text: str) -> list[tuple[str, str, str]]:
    """Value, subject and indicator of each number of a text."""
    return [(str(o.value), o.about, o.indicator) for o in observed(text)]


def indicators(text: str) -> list[str]:
    return [o.indicator for o in observed(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全年新增外资研发中心25家。", ["新增外资研发中心"]),
        ("截至年底,全市共有科普基地285家。", ["科普基地"]),
        ("吸引600余名专家学者参加。", ["吸引专家学者参加"]),
        ("86家科普基地举办惠民活动。", ["举办惠民活动的科普基地"]),
        ("经费支出1944.7亿元,比上年增加262.8亿元,增长15.6%,总量居全国第五位。",
         ["经费支出", "经费支出比上年增加", "经费支出增长", "经费支出总量居全国位次"]),
        ("投入强度由2016年的3.5%提高到4.1%。", ["投入强度", "投入强度"]),
        ("获奖成果48项,占全国获奖总数的16.9%,连续5年超过15%。",
         ["获奖成果", "获奖成果占全国获奖总数比例", "获奖成果占全国获奖总数比例连续超过15%的年数",
          "获奖成果占全国获奖总数比例"]),
        ("基础研究、应用研究和试验发展经费分别为70.3亿元、148.2亿元和1726.2亿元,比重分别为3.6%、7.6%和88.8%。",
         ["基础研究经费", "应用研究经费", "试验发展经费", "基础研究经费比重", "应用研究经费比重", "试验发展经费比重"]),
        ("研究机构、高等学校支出分别增长10.2%和下降1.4%。", ["研究机构支出增长", "高等学校支出下降"]),
        ("高新技术企业1.02万家,科技型中小企业1.48万家,分别是2017年的2.9倍和5.8倍。",
         ["高新技术企业", "科技型中小企业", "高新技术企业相当于2017年的倍数", "科技型中小企业相当于2017年的倍数"]),
        ("认定登记技术合同3万项,成交额4003亿元。", ["认定登记技术合同", "认定登记技术合同成交额"]),
        ("经费超10亿元的行业有23个。", ["经费", "经费超10亿元的行业"]),
        ("强制检定计量器具7878台(件),同比增长5%。", ["强制检定计量器具", "强制检定计量器具同比增长"]),
        ("授奖成果61项,其中:一等奖3项(通用成果1项,专用成果2项)。", ["授奖成果", "一等奖", "通用成果", "专用成果"]),
        ("经费支出155亿元,与地区生产总值之比为2.08%。", ["经费支出", "经费支出与地区生产总值之比"]),
        ("高新技术企业、科技型中小企业达6588家、6403家,分别增长26.3%、44.4%。",
         ["高新技术企业", "科技型中小企业", "高新技术企业增长", "科技型中小企业增长"]),
        ("技术合同成交额、登记项数分别为8.5亿元、230项。", ["技术合同成交额", "登记项数"]),
        ("登记技术合同163项,成交金额21亿元,同比分别增长4.9%和1.6%。",
         ["登记技术合同", "登记技术合同成交金额", "登记技术合同增长", "登记技术合同成交金额增长"]),
        ("省外合同17项,成交额2亿元,分别占全部合同的22%和51%。",
         ["省外合同", "省外合同成交额", "省外合同占全部合同比例", "省外合同成交额占全部合同比例"]),
        ("产业园占地500亩,总投资10亿元。", ["产业园占地", "产业园总投资"]),
        ("专场活动共计20项30余场。", ["专场活动", "专场活动"]),
        ("高新技术企业由659家增至2万家,增长203.2%。", ["高新技术企业", "高新技术企业", "高新技术企业增长"]),
        ("颁出最高奖两项,奖金各50万元。", ["颁出最高奖", "奖金"]),
        ("总产值4500亿元,全年首次突破5000亿元大关。", ["总产值", "总产值"]),
        ("打造创新型乡镇(街道)100个,每个特派团配置17名特派员(含候补)。",
         ["打造创新型乡镇(街道)", "每个特派团配置特派员(含候补)"]),
        ("重点实验室:新建3家,累计56家。", ["新建重点实验室", "累计重点实验室"]),
        ("建成人才公寓2600套,在建1800套。", ["建成人才公寓", "在建人才公寓"]),
        ("技术合同成交额翻了一番。", ["技术合同成交额增长倍数"]),
        ("每千人口拥有医师5.45人、护士6.03人。", ["每千人口拥有医师", "每千人口拥有护士"]),
        ("研发投入占比偏低,仅为4.1%。", ["研发投入占比"]),
        ("历时7天。", ["历时天数"]),
        ("软件业收入80亿元,增长9.5%,增速高于全市3个百分点,居全市第二。",
         ["软件业收入", "软件业收入增长", "软件业收入增速高于全市", "软件业收入增速居全市位次"]),
        ("规上工业产值增长6.1%,高于全国2个百分点。", ["规上工业产值增长", "规上工业产值增长高于全国"]),
        ("合同成交额30亿元,完成全年目标的108%。", ["合同成交额", "合同成交额完成目标比例"]),
        ("众创空间80家,较2018年底的20家增长三倍。", ["众创空间", "众创空间", "众创空间增长"]),
        ("人均补贴由上届的2万元提高到3万元。", ["人均补贴", "人均补贴"]),
        ("引导基金从5亿元扩容到8亿元。", ["引导基金", "引导基金"]),
        ("国家级研究院9家、市级30家。", ["国家级研究院", "市级研究院"]),
        ("国家级、市级研究院分别为9家和30家。", ["国家级研究院", "市级研究院"]),
        ("博士后工作站增至12家,其中当年新设3家。", ["博士后工作站", "新设博士后工作站"]),
        ("在全国88家综保区绩效评估中列第9位,较上年前移4位。",
         ["综保区", "全国综保区绩效评估位次", "全国综保区绩效评估位次较上年前移"]),
        ("获批全国唯一一家稻种创新中心。", ["全国唯一的稻种创新中心"]),
        ("对口洽谈会已连续举办六届。", ["对口洽谈会连续举办届数"]),
        ("数字贸易额增速连续三年居全国首位。", ["数字贸易额增速连续居全国首位的年数", "数字贸易额增速居全国位次"]),
        ("来自海外的90家企业线上线下参展。", ["参展的企业"]),
        ("一是交易总额突破千亿元;二是企业数超过300家。", ["交易总额", "企业数"]),
        ("芯片总产值120亿元,是“十一五”(40亿元)的3倍。", ["芯片总产值", "芯片总产值", "芯片总产值相当于“十一五”的倍数"]),
        ("交易额占合同成交额的比重由61%增长到72%,增长11个百分点。",
         ["交易额占合同成交额比重", "交易额占合同成交额比重", "交易额占合同成交额比重增长"]),
        ("上海研究(R&D)经费规模持续增加,从1999年的31亿元增长到2016年的930亿元,占全国比重保持在6%左右。",
         ["研究(R&D)经费规模", "研究(R&D)经费规模", "研究(R&D)经费规模占全国比重"]),
        ("基础研究占比从2012年的7%稳步提升至9%。", ["基础研究占比", "基础研究占比"]),
        ("软件产值12亿元,占全国总量的比重年均超5%。", ["软件产值", "软件产值年均占全国总量比重"]),
        ("有效商标量是2014年的2.5倍。", ["有效商标量相当于2014年的倍数"]),
        ("英国《自然》杂志增刊《城市指数》对全国40个县区创新能力排名结果显示,上海位居第一。", ["全国县区", "县区创新能力排名位次"]),
        ("芯片产值比“十一五”翻一番。", ["芯片产值增长倍数"]),
    ],
)  # fmt: skip
def test_an_indicator_reads_alone(text: str, expected: list[str]) -> None:
    assert indicators(text) == expected


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("全市新增企业9家。", ["上海市"]),
        ("新增企业9家。", ["上海市"]),
        ("静安区引进企业9家,新增面积3万平方米。", ["静安区", "静安区"]),
        ("全国共有院士800人。", ["中国"]),
        ("复旦大学新增院士2人,总数达到9人。", ["复旦大学", "复旦大学"]),
        ("复旦大学、同济大学新增院士2人。", ["上海市"]),
        ("经费超过百亿元的市有2个,分别是南京(391.2亿元)、苏州(302.7亿元)。", ["上海市", "上海市", "南京市", "苏州市"]),
        ("增加值占比达三成,其中张江示范区收入达88亿元。", ["上海市", "上海张江国家自主创新示范区"]),
        ("浦江创新论坛落户上海。二是新增高企9家。", ["上海市"]),
        ("浦江创新论坛在上海举办。论坛吸引嘉宾300名。", ["浦江创新论坛"]),
        ("浦江创新论坛在上海举办,同济大学为协办方,约90名代表与会。", ["浦江创新论坛"]),
        ("浦江创新论坛在上海举办。现场签约项目9个,总金额3亿元。", ["浦江创新论坛", "浦江创新论坛"]),
        ("同济大学牵头成立长三角智能网联汽车产业联盟,成员单位54家。", ["长三角智能网联汽车产业联盟"]),
        ("静安区设立上海新材料产业基金,首期规模3亿元,参股子基金8支。", ["上海新材料产业基金", "上海新材料产业基金"]),
        ("在全国88家高新区评价中列第9位。", ["中国", "上海市"]),
    ],
)
def test_a_number_has_its_subject(text: str, subjects: list[str]) -> None:
    assert [o.about for o in observed(text)] == subjects


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("启动光刻胶中试工程,总投资约9亿元。", "光刻胶中试工程总投资"),
        ("签订驱动电机委托开发合同,合同额3800万元。", "驱动电机委托开发合同额"),
    ],
)
def test_a_size_of_what_has_no_name_is_told_with_its_noun(text: str, expected: str) -> None:
    assert said(text)[-1][1:] == ("上海市", expected)


def test_a_year_above_a_bare_figure_dates_what_the_heading_above_counts() -> None:
    found = observed("引进海外团队(个)\n\n2019年\n\n41\n\n2020年\n\n38\n\n全年新增平台3个。\n")
    assert [(o.indicator, o.unit, o.date) for o in found[:2]] == [
        ("引进海外团队", "个", "2019"),
        ("引进海外团队", "个", "2020"),
    ]


def test_a_heading_gives_its_subject_to_what_stands_below() -> None:
    found = observed("静安区\n\n全年引进企业9家,新增平台3个。\n")
    assert {o.about for o in found} == {"静安区"}
    assert all(o.evidence.scope for o in found)


def test_parts_know_their_whole() -> None:
    whole, first, second = observed("上市公司415家,其中境内294家、境外121家。")
    assert first.whole == second.whole == whole.span
    assert [first.indicator, second.indicator] == ["境内上市公司", "境外上市公司"]


def test_a_part_is_never_greater_than_its_whole() -> None:
    _, part = observed("新增平台3个,其中企业5个。")
    assert part.whole is None


@pytest.mark.parametrize(
    ("text", "stat"),
    [
        ("全年举办活动182场。", StatKind.FLOW),
        ("截至年底,共有科普基地285家。", StatKind.STOCK),
        ("累计认定外资研发中心506家。", StatKind.CUMULATIVE),
        ("原创展品占比85%。", StatKind.SHARE),
        ("成交额同比增长20%。", StatKind.FLOW),
        ("申请量居全国第二。", StatKind.RANK),
        ("历时7天。", StatKind.DURATION),
        ("第4届长三角科技成果交易博览会举办。", StatKind.ORDINAL),
    ],
)
def test_a_figure_has_its_kind(text: str, stat: StatKind) -> None:
    assert observed(text)[0].stat is stat


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("专家150位。", 150, 150),
        ("专家逾150位。", 150, None),
        ("专家近2000位。", None, 2000),
        ("专家约100位。", None, None),
        ("新建企业20~30家。", 20, 30),
    ],
)
def test_bounds_say_what_the_words_guarantee(text: str, low: int | None, high: int | None) -> None:
    (found,) = observed(text)
    assert (found.minimum, found.maximum) == (low, high)


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("2020年新增企业9家。", ["2020"]),
        ("新增企业9家。", ["2021"]),
        ("截至年底,共有企业9家。", ["2021-12-31"]),
        ("资金由2016年的11亿元提高到152亿元。", ["2016", "2021"]),
        ("新增企业9家,比2019年增长3%。", ["2021", "2021"]),
        ("众创空间80家,较2018年底的20家增长三倍。", ["2021", "2018-12-31", "2021"]),
        ("补贴由上届的2万元提高到3万元。", ["", "2021"]),
        ("2015年成交额45亿元,是2010年(15亿元)的3倍。", ["2015", "2010", "2015"]),
        ("2010-2015年,占比由67%增长到80%,增长13个百分点。", ["2010", "2015", "2010/2015"]),
        ("经费从1999年的31亿元增长到2016年的930亿元,增长了29倍。", ["1999", "2016", "1999/2016"]),
        ("2014年以来,获奖50项。", ["2014/2021"]),
        ("商标量是2014年的2.5倍。", ["2021"]),
    ],
)
def test_a_number_holds_at_its_date(text: str, dates: list[str]) -> None:
    assert [o.date for o in observed(text)] == dates


@pytest.mark.parametrize(
    ("text", "planned"),
    [
        ("力争新增企业9家。", True),
        ("到2025年,企业达到9万家。", True),
        ("计划新建平台3个。", True),
        ("新增企业将近9家。", False),
        ("虚拟现实企业9家。", False),
        ("专利超出预期目标,新增企业9家。", False),
        ("实施行动计划,新增企业9家。", False),
        ("2021年新增企业9家。", False),
    ],
)
def test_plans_are_not_stated_as_done(text: str, planned: bool) -> None:
    assert [o.evidence.planned for o in observed(text)] == [planned]


def test_a_heading_of_plans_holds_for_what_stands_below() -> None:
    text = "政府工作报告\n\n二、2021年工作安排\n\n新建研究机构10家以上,引进人才20个。\n"
    assert all(o.evidence.planned for o in observed(text, ""))


def test_without_region_and_name_a_number_is_left_unread_with_its_reason() -> None:
    text = "工作情况\n\n新增企业9家。\n"
    reading = read(Source("t", "1", text, "", ""))
    assert [f for f in reading.facts if isinstance(f, Observation)] == []
    assert ("9", "no subject") in {(text[u.span.begin : u.span.end], u.reason) for u in reading.unread}


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "全市",
                "新增",
                "企业",
                "9家",
                "、",
                "其中",
                "占",
                "3%",
                ",",
                "。",
                "分别",
                "(",
                ")",
                "的",
                "2020年",
                "静安区",
                "同比增长",
                "居全国第二",
                "翻番",
                "和",
                "一批",
                "“",
                "”",
                "\t",
                "连续5年",
                "5亿元",
            ]
        ),
        max_size=25,
    )
)
def test_any_sentence_is_read_without_overlap(pieces: list[str]) -> None:
    text = "".join(pieces)
    at = 0
    for one in sorted((o for o in observed(text)), key=lambda o: o.span):
        assert one.span.begin >= at
        assert one.about
        assert one.indicator
        at = one.span.end
