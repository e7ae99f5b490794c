"""What is counted, in the words that a careful reader would write: they read alone and hold nothing that says nothing."""

from __future__ import annotations

import pytest

from shkc_kg.model import Observation, Source
from shkc_kg.reading import read


def indicators(text: str) -> list[str]:
    found = read(Source("t", "1", "科技创新年度报告\n\n" + text, "", "", year=2021, region="青岛市")).facts
    return [f.indicator for f in found if isinstance(f, Observation)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全市签约了技术合同36项。", ["签约技术合同"]),
        ("全市投入强度[7]为2.51%。", ["投入强度"]),
        ("这次活动共征集科技成果812项。", ["征集科技成果"]),
        ("入网仪器力争达到4200台。", ["入网仪器"]),
        ("一批创新平台同日揭牌。", ["揭牌的创新平台"]),
        ("我市今后每年将互派科研人员近90名。", ["每年互派科研人员"]),
        ("我们的节水技术已在莱西、平度等地推广32万亩。", ["节水技术推广面积"]),
    ],
)
def test_words_that_say_nothing_of_what_is_counted_are_left_out(text: str, expected: list[str]) -> None:
    assert indicators(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市财政给予最高300万元补助。", ["给予补助"]),
        ("对引进高层次人才的企业给予最高20%的补助。", ["对引进高层次人才的企业补助比例"]),
        ("全市设立3亿元创投基金。", ["创投基金规模"]),
        ("全市签订总额2600万元的合作合同。", ["合作合同总额"]),
        ("全市安排1.5亿元专项资金。", ["安排专项资金"]),
        ("首批设备46台套,总值约3200万元。", ["首批设备", "首批设备总值"]),
    ],
)
def test_money_is_named_by_what_it_is(text: str, expected: list[str]) -> None:
    assert indicators(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新型拖拉机样机已在田间试验800余小时。", ["新型拖拉机样机在田间试验时长"]),
        ("全市建成研发用房2.8万平方米。", ["建成研发用房面积"]),
        ("全市示范种植耐盐小麦15万亩。", ["示范种植耐盐小麦面积"]),
        ("嘉宾走进1.9万平方米的展厅。", ["展厅面积"]),
        ("全市划定约27平方公里的核心区。", ["核心区面积"]),
        ("全市新设立科技型企业1.3万家,日均超过35家。", ["新设立科技型企业", "日均新设立科技型企业"]),
    ],
)
def test_a_measure_is_named_where_only_its_unit_tells_it(text: str, expected: list[str]) -> None:
    assert indicators(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "来自8个国家和国内15个省区市的320余家科研院所、高校、企业带来成果2300多项。",
            ["来自国家", "国内省区市", "科研院所、高校、企业", "带来成果"],
        ),
        ("全市500多家企业、40多个高校院所参会参展。", ["参会参展的企业", "参会参展的高校院所"]),
        ("全市33个项目线上交易成功。", ["线上交易成功的项目"]),
        ("中心由市农科院牵头、12家单位组成。", ["组成的单位"]),
        (
            "全市收集科技成果5200项,展出980项;收集技术需求430项,对外发布260项。",
            ["收集科技成果", "展出科技成果", "收集技术需求", "对外发布技术需求"],
        ),
        ("650件展品分设智能装备、新材料等六个板块。", ["展品", "板块"]),
        ("海尔、海信等18家企业研发投入过亿元。", ["研发投入过亿元的企业", "企业研发投入"]),
        ("全市近七成项目由企业提出。", ["由企业提出的项目占比"]),
    ],
)
def test_what_is_counted_is_a_noun(text: str, expected: list[str]) -> None:
    assert indicators(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("孵化器内超过85%的企业申请了专利。", ["孵化器内申请专利的企业占比"]),
        ("苗圃面积扩大至原来的3.5倍。", ["苗圃面积扩大倍数"]),
        ("创新指数列全省第6位,前移3个位次。", ["创新指数居全省位次", "创新指数位次前移"]),
        ("计划用三年时间汇聚研发人员90人。", ["汇聚研发人员所用年数", "汇聚研发人员"]),
        ("中心建院6年来累计服务企业310家。", ["中心累计服务企业"]),
    ],
)
def test_shares_spans_and_ranks_read_alone(text: str, expected: list[str]) -> None:
    assert indicators(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("实验室发表论文46篇、授权专利13件。", ["实验室发表论文", "授权专利"]),
        ("推广面积由最初的90万亩扩大到0.8亿亩。", ["推广面积", "推广面积"]),
    ],
)
def test_a_list_and_a_rise_keep_their_own_words(text: str, expected: list[str]) -> None:
    assert indicators(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "软件业投资90亿元,增长12%,对工业投资的贡献率为31%,拉动工业投资增长2.5个百分点。",
            ["软件业投资", "软件业投资增长", "软件业投资对工业投资的贡献率", "软件业投资拉动工业投资增长"],
        ),
        (
            "软件业投资90亿元,在工业投资中的占比为24%,同比提高2个百分点。",
            ["软件业投资", "软件业投资在工业投资中的占比", "软件业投资在工业投资中的占比同比提高"],
        ),
        ("园区覆盖面积达到全国耕地总面积的0.4%。", ["园区覆盖面积占全国耕地总面积比例"]),
        ("三年内引进领军人才7名。", ["引进领军人才"]),
        ("全市建成一支近2000人的科研队伍。", ["科研队伍人数"]),
        ("以“2家国家实验室+9家省实验室+6个大科学装置”为主体。", ["国家实验室", "省实验室", "大科学装置"]),
        ("4类12个项目现场集中签约。", ["签约的项目类别", "签约的项目"]),
        ("一等奖2名,奖金12万元;二等奖3名,奖金各8万元。", ["一等奖", "一等奖奖金", "二等奖", "二等奖奖金"]),
        ("团队组资助标准为:一等奖3万元、二等奖2万元。", ["团队组一等奖资助标准", "团队组二等奖资助标准"]),
        ("每个示范区覆盖8万亩,带动7万户。", ["每个示范区覆盖面积", "每个示范区带动户数"]),
        ("项目带动当地超过300亿元的社会投资。", ["项目带动社会投资"]),
        ("110多项活动免费对市民开放。", ["免费对市民开放的活动"]),
        ("中心二期正式启用。", []),
    ],
)
def test_of_what_a_measure_is(text: str, expected: list[str]) -> None:
    assert indicators(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("荷兰、以色列等6国的80余位专家出席。", ["来自国家", "出席的专家"]),
        ("泰国、越南等8国130名学员参加。", ["来自国家", "参加的学员"]),
        ("政策已向630家企业兑现资金1.2亿元。", ["兑现资金的企业", "兑现资金"]),
        ("遴选项目18个,其中4个已完成样机试制。", ["遴选项目", "完成样机试制的项目"]),
        ("年内孵化企业15家,其中3家营业收入过千万元。", ["孵化企业", "营业收入过千万元的企业", "企业营业收入"]),
        ("签约项目里,近三分之一属于软件、能源和健康产业。", ["签约项目里属于软件、能源和健康产业占比"]),
    ],
)
def test_who_comes_and_does_what(text: str, expected: list[str]) -> None:
    assert indicators(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("35个县获评甲类,比上年增加8个。", ["获评甲类的县", "获评甲类的县比上年增加"]),
        ("其中提升8位以上的县31个。", ["提升县", "提升8位以上的县"]),
        ("平均得分达到63分,整体较2020年提高4分。", ["平均得分", "平均得分较2020年提高"]),
        ("经过4年攻关,建成平台3个。", ["攻关年数", "建成平台"]),
        ("18家这样的工作站相继落地。", ["落地的工作站"]),
        ("实现年产值40亿元、税收3亿元。", ["实现年产值", "税收"]),
        ("技术市场交易额目前已完成2.1亿元。", ["技术市场交易额"]),
        (
            "46家银行在全省12个市为930家科技型中小企业提供了1180笔科技成果转化贷款。",
            ["银行", "市", "提供科技成果转化贷款的科技型中小企业", "提供科技成果转化贷款"],
        ),
        ("单户担保额度上限从900万元提至2500万元。", ["单户担保额度上限", "单户担保额度上限"]),
        ("我局共组织申报省级项目28项。", ["组织申报省级项目"]),
        (
            "组织申报国家和省级科技项目9项,其中国家4项,省级5项。",
            ["组织申报国家和省级科技项目", "国家级科技项目", "省级科技项目"],
        ),
    ],
)
def test_reports_of_offices_read_alone(text: str, expected: list[str]) -> None:
    assert indicators(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("达产后产值超百亿元项目4个。", ["达产后产值", "达产后产值超百亿元项目"]),
        ("项目总投资18亿元,预计三年后建成。", ["项目总投资", "建成所需年数"]),
        ("这16个签约项目以先进制造业为主。", ["签约项目"]),
        ("出台5方面14项举措。", ["举措所涉方面", "举措"]),
        ("核心区设在莱西镇,规划面积1.9万亩;示范区设在平度镇,规划面积2.6万亩。", ["核心区规划面积", "示范区规划面积"]),
        ("65个机器人产业园在建或已建成。", ["在建或已建成的机器人产业园"]),
    ],
)
def test_pages_of_parks_read_alone(text: str, expected: list[str]) -> None:
    assert indicators(text) == expected
