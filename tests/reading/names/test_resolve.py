"""Keys and editions."""

from __future__ import annotations

import pytest
from hypothesis import given
from tests.reading.texts import texts

from shkc_kg.reading.names.resolve import Edition, key_of, split_edition


@pytest.mark.parametrize(
    ("name", "edition"),
    [
        ("第4届世界人工智能大会", Edition("世界人工智能大会", 4, None)),
        ("第十八届长三角科技论坛", Edition("长三角科技论坛", 18, None)),
        ("首届全国技能大赛", Edition("全国技能大赛", 1, None)),
        ("2021年上海科技节", Edition("上海科技节", None, 2021)),
        ("2021年度国家科学技术奖励大会", Edition("国家科学技术奖励大会", None, 2021)),
        ("2020中关村论坛", Edition("中关村论坛", None, 2020)),
        ("2021年第4届世界人工智能大会", Edition("世界人工智能大会", 4, 2021)),
        ("上海科技节", None),
        ("2021年会", None),
    ],
)
def test_an_edition_is_split_from_its_series(name: str, edition: Edition | None) -> None:
    assert split_edition(name) == edition


@given(texts)
def test_an_edition_ends_in_its_series(name: str) -> None:
    edition = split_edition(name)
    assert edition is None or name.endswith(edition.series)


@given(texts)
def test_a_key_is_its_own_key(name: str) -> None:
    assert key_of(key_of(name)) == key_of(name)


def test_a_key_forgets_quotes_marks_blanks_and_width() -> None:
    assert key_of("中以（上海）“创新”园") == key_of("中以(上海) 创新园")
