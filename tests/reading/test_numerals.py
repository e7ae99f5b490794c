"""Printed numerals have one value each, or none."""

from __future__ import annotations

from decimal import Decimal

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shkc_kg.reading.figures.numerals import arabic, either, han, multiplier

HAN_CHARACTERS = "一二两三四五六七八九十百千万亿零〇"


@given(st.integers(min_value=1, max_value=99_999_999))
def test_a_number_written_in_chinese_is_read_as_itself(number: int) -> None:
    assert han(cn2an.an2cn(str(number))) == number


@given(st.integers(min_value=0, max_value=10**14))
def test_grouping_commas_do_not_change_a_value(number: int) -> None:
    assert arabic(f"{number:,}") == number


@given(st.decimals(min_value=0, max_value=10**9, places=3))
def test_a_decimal_is_read_as_itself(number: Decimal) -> None:
    assert arabic(f"{number:f}") == number


@given(st.text(HAN_CHARACTERS, min_size=1, max_size=16))
def test_any_run_of_chinese_numerals_has_a_value_or_none(printed: str) -> None:
    value = han(printed)
    assert value is None or value >= 0


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("三百二十", 320),
        ("两", 2),
        ("十", 10),
        ("百", 100),
        ("百万", 10**6),
        ("两万五千", 25_000),
        ("二〇二一", 2021),
        ("三点五", Decimal("3.5")),
        ("一百零五", 105),
    ],
)
def test_chinese_numerals(printed: str, value: int | Decimal) -> None:
    assert han(printed) == value


@pytest.mark.parametrize("printed", ["一一", "百百", "千百", "两两", "亿万"])
def test_what_only_looks_like_a_numeral_has_no_value(printed: str) -> None:
    assert han(printed) is None


def test_multipliers_multiply() -> None:
    assert multiplier("亿亿") == multiplier("亿") ** 2 == 10**16


def test_either_script_gives_the_same_value() -> None:
    assert either("14") == either("十四") == 14
