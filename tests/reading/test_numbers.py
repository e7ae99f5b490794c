"""Numbers in a text: value, unit and bound; what only looks like one has its reason."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shkc_kg.model import Bound
from shkc_kg.reading.calendar.dates import dates_in
from shkc_kg.reading.figures.numbers import numbers_in
from shkc_kg.reading.figures.numerals import HAN_DIGITS
from shkc_kg.reading.lexicon import unit_guards, unit_kinds
from shkc_kg.reading.lines.text import fold
from shkc_kg.resources import data_dir
from shkc_kg.tables import read_table

EXAMPLES = read_table(data_dir() / "lexicon" / "notquantities.tsv", ("pattern", "reason", "example"))

# prose-like noise: digits, numerals, units, bound words and punctuation in any order
PIECES = [
    *"0123456789",
    *HAN_DIGITS,
    *"家个项人万亿多余约近超第届年月日%+.,;。、()“”《》:~-/",
    "前10位",
    "四分之一",
    "翻番",
    "G60",
    "的",
]
noise = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def read(text: str) -> list[tuple[str, Decimal | None, str, Bound]]:
    found, _ = numbers_in(fold(text))
    return [(text[n.begin : n.end], n.value, n.unit, n.bound) for n in found]


def only(text: str) -> tuple[Decimal | None, str, Bound]:
    ((_, value, unit, bound),) = read(text)
    return value, unit, bound


@given(noise)
def test_numbers_lie_inside_the_text_and_never_overlap(text: str) -> None:
    found, _ = numbers_in(fold(text))
    at = 0
    for number in found:
        assert at <= number.begin < number.end <= number.unit_end <= len(text)
        at = number.end


@given(noise)
def test_every_digit_and_chinese_numeral_is_accounted_for(text: str) -> None:
    found, skipped = numbers_in(text)
    claimed = {i for n in found for i in range(n.begin, n.unit_end)} | {
        i for s in skipped for i in range(s.begin, s.end)
    }
    left = [m.start() for m in re.finditer(rf"[0-9{HAN_DIGITS}]", text) if m.start() not in claimed]
    assert left == []


@given(noise)
def test_what_is_taken_is_not_read(text: str) -> None:
    assert numbers_in(text, [(0, len(text))]) == ((), ())


@given(noise)
def test_a_range_has_its_higher_end_second(text: str) -> None:
    assert all(n.high > n.value for n in numbers_in(text)[0] if n.high is not None and n.value is not None)


@given(st.integers(min_value=1, max_value=10**7), st.sampled_from(["家", "项", "人次", "平方米", "亿元", "%"]))
def test_a_plain_number_is_read_as_itself(number: int, unit: str) -> None:
    found, _ = numbers_in(f"共有{number}{unit}")
    assert [n.value for n in found] == [number * (10**8 if unit == "亿元" else 1)]


@pytest.mark.parametrize(
    ("text", "value", "unit", "bound"),
    [
        ("总产值5.67万亿元", Decimal(5670000000000), "元", Bound.EXACT),
        ("逾150位专家", 150, "位", Bound.AT_LEAST),
        ("近2000人次", 2000, "人次", Bound.NEARLY),
        ("10余场", 10, "场", Bound.AT_LEAST),
        ("3979万+人次", 39790000, "人次", Bound.AT_LEAST),
        ("约1/4", Decimal("0.25"), "", Bound.ABOUT),
        ("五成", Decimal("0.5"), "", Bound.EXACT),
        ("四分之一", Decimal("0.25"), "", Bound.EXACT),
        ("占GDP的四分之一以上", Decimal("0.25"), "", Bound.AT_LEAST),
        ("约占全国的1/4", Decimal("0.25"), "", Bound.ABOUT),
        ("占四成二", Decimal("0.42"), "", Bound.EXACT),
        ("增长两成", Decimal("0.2"), "", Bound.EXACT),
        ("六成二以上", Decimal("0.62"), "", Bound.AT_LEAST),
        ("占三分之一强", Decimal("0.333333333"), "", Bound.AT_LEAST),
        ("翻了两番多", Decimal(4), "倍", Bound.AT_LEAST),
        ("翻近三番", Decimal(8), "倍", Bound.NEARLY),
        ("最高补助200万元", Decimal(2000000), "元", Bound.AT_MOST),
        ("位列全球第二。", Decimal(2), "位", Bound.EXACT),
        ("居全省开发区第三,", Decimal(3), "位", Bound.EXACT),
        ("唯一一家研究院", Decimal(1), "家", Bound.EXACT),
        ("不足全国平均水平的七成", Decimal("0.7"), "", Bound.AT_MOST),
        ("产值翻番", 2, "倍", Bound.EXACT),
        ("产值翻了两番", 4, "倍", Bound.EXACT),
        ("增长4.9%", Decimal("4.9"), "%", Bound.EXACT),
        ("提高3.2个百分点", Decimal("3.2"), "个百分点", Bound.EXACT),
        ("20~30家", 20, "家", Bound.EXACT),
        ("百亿级项目", 10**10, "元", Bound.ABOUT),
        ("进入前10位", 10, "位", Bound.AT_MOST),
        ("规模居全国第二", 2, "位", Bound.EXACT),
        ("居首位", 1, "位", Bound.EXACT),
        ("10万平方米", 100000, "平方米", Bound.EXACT),
        ("35.9万元/人年", 359000, "元/人年", Bound.EXACT),
        ("突破百家", 100, "家", Bound.AT_LEAST),
        ("上千名", 1000, "名", Bound.AT_LEAST),
        ("三十余项", 30, "项", Bound.AT_LEAST),
        ("不超过30家", 30, "家", Bound.AT_MOST),
        ("最高500万元", 5000000, "元", Bound.AT_MOST),
        ("单家最高可获800万元", 8000000, "元", Bound.AT_MOST),
        ("产值迈上2000亿元台阶", 2 * 10**11, "元", Bound.AT_LEAST),
        ("进入世界前3%", 3, "%", Bound.AT_MOST),
        ("不到全市4.5%", Decimal("4.5"), "%", Bound.AT_MOST),
        ("不足全省五分之一", Decimal("0.2"), "", Bound.AT_MOST),
        ("约为全国平均水平的1.7倍", Decimal("1.7"), "倍", Bound.ABOUT),
        ("算力提升到2EFlops级", 2, "EFlops", Bound.ABOUT),
        ("首批仪器52台套", 52, "台套", Bound.EXACT),
        ("20个左右", 20, "个", Bound.ABOUT),
        ("突破20项左右", 20, "项", Bound.ABOUT),
        ("签约20余项", 20, "项", Bound.AT_LEAST),
        ("每秒20亿亿次", 2 * 10**17, "次", Bound.EXACT),
        ("论文12 386篇", 12386, "篇", Bound.EXACT),
        ("占五席", 5, "席", Bound.EXACT),
        ("九城市共同成立", 9, "城市", Bound.EXACT),
        ("等“四大实验室”", 4, "大", Bound.EXACT),
        ("第4届博览会", 4, "届", Bound.EXACT),
        ("审批制度4.0版", 4, "版", Bound.EXACT),
    ],
)
def test_forms_of_numbers(text: str, value: int | Decimal, unit: str, bound: Bound) -> None:
    assert only(text) == (value, unit, bound)


def test_the_bound_of_one_share_is_not_that_of_the_next() -> None:
    found = read("以不到三成的土地创造了61.5%的产值")
    assert [(v, bound) for _, v, _, bound in found] == [(Decimal("0.3"), Bound.AT_MOST), (Decimal("61.5"), Bound.EXACT)]


@pytest.mark.parametrize("text", ["数十位专家", "百位代表", "一批项目", "一系列政策", "多家企业", "若干项"])
def test_vague_numbers_have_no_value(text: str) -> None:
    value, _, bound = only(text)
    assert (value, bound) == (None, Bound.VAGUE)


@pytest.mark.parametrize("row", EXAMPLES, ids=lambda row: row["example"])
def test_what_looks_like_a_number_and_is_none_has_its_reason(row: object) -> None:
    example, reason = row["example"], row["reason"]  # type: ignore[index]
    found, skipped = numbers_in(fold(example))
    assert reason in {s.reason for s in skipped}
    covered = [s for s in skipped if s.reason == reason]
    assert all(n.end <= s.begin or s.end <= n.begin for n in found for s in covered)


@pytest.mark.parametrize(
    "text",
    [
        "G60走廊",
        "5G+XR",
        "世界500强",
        "“1+2+11+X”",
        "C919",
        "2021量子产业大会",
        "统一部署",
        "进一步",
        "三省一市",
        "一家之言",
    ],
)
def test_nothing_is_counted_in(text: str) -> None:
    assert read(text) == []


def test_a_ratio_of_three_is_three_numbers() -> None:
    assert [v for _, v, _, _ in read("结构为0.3:16.0:83.7")] == [Decimal("0.3"), Decimal("16.0"), Decimal("83.7")]


def test_a_noun_does_not_become_a_unit() -> None:
    """项目, 人工 and 家庭 begin like measure words."""
    assert [u for _, _, u, _ in read("5项目,20人工,30家庭")] == ["", "", ""]


def test_guards_are_of_known_units() -> None:
    assert set(unit_guards()) <= set(unit_kinds())


@settings(max_examples=20, deadline=None)
@given(st.sampled_from(["1", "一", "1,", "第", "约", "1:", "(1", "“1", "1+", "近约超", "20", "二〇", "a1"]))
def test_endless_repetition_ends(piece: str) -> None:
    """Ten thousand of anything is read, and dates too."""
    text = piece * 10_000
    numbers_in(text, [(d.begin, d.end) for d in dates_in(text, 2021)])


def test_a_circled_digit_marks_an_item_and_is_no_figure() -> None:
    assert read("一方面:①开展服务。②新增企业6家") == [("6", Decimal(6), "家", Bound.EXACT)]
