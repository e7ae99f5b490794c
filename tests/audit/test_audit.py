"""Sentences of our own: what agrees, what does not, and what nobody can tell."""

from __future__ import annotations

import pytest

from shkc_kg.audit import audit
from shkc_kg.model import FindingKind, Verdict
from shkc_kg.reading import read
from shkc_kg.reports import lone_source

AGREES, DISAGREES, UNDECIDED = Verdict.AGREES, Verdict.DISAGREES, Verdict.UNDECIDED


def verdicts(text: str, kind: FindingKind = FindingKind.ENUMERATION) -> list[Verdict]:
    return [one.verdict for one in audit(read(lone_source(text, year=2021, region="上海市"))) if one.kind is kind]


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("全市与浙江、江苏、安徽3个省开展合作。", AGREES),
        ("全市与浙江、江苏2个省份、安徽开展合作。", AGREES),
        ("复旦大学、同济大学、上海大学3所高校获批。", AGREES),
        ("复旦大学、同济大学、上海大学4所高校获批。", DISAGREES),
        ("复旦大学、同济大学、上海大学2所高校获批。", DISAGREES),
        ("复旦大学、同济大学等10所高校获批。", UNDECIDED),
        ("复旦大学、同济大学、上海大学等2所高校获批。", DISAGREES),
        ("3所高校——复旦大学、同济大学、上海大学设立新学院。", AGREES),
        ("4所高校——复旦大学、同济大学、上海大学设立新学院。", DISAGREES),
        ("新增高校3所，分别为复旦大学、同济大学和上海大学。", AGREES),
        ("新增高校2所，分别为复旦大学、同济大学和上海大学。", DISAGREES),
        ("合作高校20所，包括复旦大学、同济大学。", UNDECIDED),
        ("推出《创新指数报告》《人才发展报告》2份报告。", AGREES),
        ("推出《创新指数报告》《人才发展报告》3份报告。", DISAGREES),
        ("长三角示范区和马鞍山四地先行先试。", UNDECIDED),
        ("沪苏浙皖四地先行先试。", AGREES),
    ],
)
def test_a_count_beside_its_list(sentence: str, verdict: Verdict) -> None:
    assert verdicts(sentence) == [verdict]


@pytest.mark.parametrize(
    "sentence",
    [
        "举办路演活动和企业上门问诊11场，政策宣贯会19场。",
        "与云南、海南等地共举办线上对接交流活动8场。",
        "创新晶体、创新魔坊等100多万平方米研发大楼投入使用。",
        "复旦大学、同济大学研制的2款疫苗获批。",
        "讲座、论坛、展览30场活动吸引市民。",
        "建成联合实验室4家、转移平台3家。",
        "来自23个国家的131位专家、132位青年科学家出席。",
        "沪西五区建立联动机制。",
        "承办第4届论坛、第18届大会。",
        "上海大学等一批高校获奖。",
    ],
)
def test_a_number_that_counts_no_list_raises_nothing(sentence: str) -> None:
    assert verdicts(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("全市新增院士12人，其中男性10人、女性2人。", [AGREES]),
        ("全市共有基地285家，其中市级55家、区级230家、社区工作站29家。", [AGREES]),
        ("全市共有基地285家，其中市级300家。", [DISAGREES]),
        ("全市共有基地285家，其中市级55家、区级30家。", [UNDECIDED]),
        ("全市共有基地285家，其中市级55家。", []),
        ("全市共有基地近300家，其中市级55家、区级230家。", [UNDECIDED]),
    ],
)
def test_a_total_and_its_parts(sentence: str, expected: list[Verdict]) -> None:
    assert verdicts(sentence, FindingKind.SUM) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("节目于2021年5月29日至7月17日每周六播出。", [AGREES]),
        ("节目于2021年5月29日至7月18日每周六播出。", [DISAGREES]),
        ("节目每周六播出。", []),
        ("大会于2021年11月3日（星期三）举行。", [AGREES]),
        ("大会于2021年11月3日（星期四）举行。", [DISAGREES]),
        ("大会于2021年11月3日举行，每周一例会。", []),
    ],
)
def test_a_day_and_its_weekday(sentence: str, expected: list[Verdict]) -> None:
    assert verdicts(sentence, FindingKind.WEEKDAY) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("5月22—28日，上海科技节举办，历时7天。", [AGREES]),
        ("5月22—28日，上海科技节举办，历时8天。", [DISAGREES]),
        ("5月22—28日，上海科技节举办，历时近8天。", [UNDECIDED]),
        ("上海科技节举办，历时7天。", []),
    ],
)
def test_first_and_last_day_and_the_duration(sentence: str, expected: list[Verdict]) -> None:
    assert verdicts(sentence, FindingKind.DURATION) == expected


def test_an_interval_that_ends_before_it_begins_is_out_of_order() -> None:
    assert verdicts("论坛于6月14日至6月4日举办。", FindingKind.ORDER) == [DISAGREES]
    assert verdicts("论坛于12月28日至1月4日举办。", FindingKind.ORDER) == []


MONTHS = "一年大事\n\n{}月\n\n- 甲论坛举办\n- 乙论坛举办\n\n{}月\n\n- 丙论坛举办\n\n{}月\n\n- 丁论坛举办\n"


@pytest.mark.parametrize(("months", "verdict"), [((3, 5, 9), AGREES), ((9, 5, 3), AGREES), ((3, 9, 5), DISAGREES)])
def test_months_in_order_backwards_and_in_none(months: tuple[int, ...], verdict: Verdict) -> None:
    assert verdicts(MONTHS.format(*months), FindingKind.ORDER) == [verdict]


TWICE = "上海新增外资研发中心{}家。\n\n全年增势良好。\n\n2021年，上海新增外资研发中心{}家。\n"


@pytest.mark.parametrize(("second", "expected"), [("25", [AGREES]), ("26", [DISAGREES]), ("20余", [])])
def test_the_same_figure_said_twice(second: str, expected: list[Verdict]) -> None:
    assert verdicts(TWICE.format("25", second), FindingKind.REPEATED) == expected


def test_a_figure_of_another_year_is_another_figure() -> None:
    text = "2020年，上海新增外资研发中心25家。\n\n增势良好。\n\n2021年，上海新增外资研发中心26家。\n"
    assert verdicts(text, FindingKind.REPEATED) == []


def test_an_empty_reading_has_nothing_to_compare() -> None:
    assert audit(read(lone_source("。"))) == ()
