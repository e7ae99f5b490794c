"""What goes on behind the name of its parent."""

from __future__ import annotations

import pytest
from tests.reading.names.reading import outer


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("国家统计局四川调查总队发布公报", ("国家统计局四川调查总队", "GovernmentBody")),
        ("招商银行科技支行发放贷款", ("招商银行科技支行", "Company")),
        ("中国建设银行宜宾分行与高新区签约", ("中国建设银行宜宾分行", "Company")),
        ("与浙江大学材料与工程系签署协议", ("浙江大学材料与工程系", "University")),
        ("浙江大学与多方建立关系", ("浙江大学", "University")),
    ],
)
def test_a_branch_belongs_to_the_name(text: str, found: tuple[str, str]) -> None:
    assert found in outer(text)
