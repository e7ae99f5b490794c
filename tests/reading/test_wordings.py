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
