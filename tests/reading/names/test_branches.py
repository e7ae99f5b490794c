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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("科技部基础研究司在我市召开会议", "科技部基础研究司"),
        ("北京市科委国际合作处处长到会", "北京市科委国际合作处"),
        ("外交部欧洲司有关同志到会", "外交部欧洲司"),
        ("中国工程院国际合作局原局长到会", "中国工程院国际合作局"),
        ("浦江创新论坛秘书处发布消息", "浦江创新论坛秘书处"),
        ("邀请中国电子学会雷达分会“星火”小组", "中国电子学会雷达分会"),
    ],
)
def test_a_department_goes_on_behind_its_body(text: str, found: str) -> None:
    assert found in [name for name, _ in outer(text)]


@pytest.mark.parametrize("text", ["科技部公司", "科技部办事处处长", "教育部学科", "科技部发现好处"])
def test_other_words_that_end_like_a_department_are_none(text: str) -> None:
    assert not any(name != text[:3] and cls == "GovernmentBody" for name, cls in outer(text))
