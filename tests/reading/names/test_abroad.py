"""Bodies of other countries, and the titles that academies give."""

from __future__ import annotations

import pytest
from tests.reading.names.reading import outer


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("马来西亚能源部部长出席", "马来西亚能源部"),
        ("与芬兰国家教育署签署协议", "芬兰国家教育署"),
        ("香港创新科技署与深圳合作", "香港创新科技署"),
        ("挪威驻华大使馆科技处主办", "挪威驻华大使馆科技处"),
        ("中国驻挪威大使馆参赞到会", "中国驻挪威大使馆"),
        ("驻芝加哥总领馆参赞到会", "驻芝加哥总领馆"),
        ("智利驻上海总领事馆派员", "智利驻上海总领事馆"),
        ("访问了智利科学与技术研究理事会和一所大学", "智利科学与技术研究理事会"),
        ("与韩国国家软件产业振兴院签约", "韩国国家软件产业振兴院"),
        ("俄罗斯新西伯利亚州政府代表团来访", "俄罗斯新西伯利亚州政府"),
        ("参赞代表德国政府表示祝贺", "德国政府"),
        ("与挪威经济部三方签署协议", "挪威经济部"),
        ("挪威联邦教育和研究部共同举办招待会", "挪威联邦教育和研究部"),
        ("在挪威奥斯陆会见了挪威外交部副部长", "挪威外交部"),
        ("由中国科技部和挪威能源部共建", "科技部"),
        ("平台于2024年10月经科技部批准建设", "科技部"),
    ],
)
def test_a_body_abroad_opens_with_its_country(text: str, found: str) -> None:
    assert (found, "GovernmentBody") in outer(text)


@pytest.mark.parametrize("text", ["芬兰技术转移公司签约", "在芬兰举办科技部门活动", "法国的科技局面"])
def test_other_words_that_end_like_a_body_are_none(text: str) -> None:
    assert not any(cls == "GovernmentBody" for _, cls in outer(text))


def test_a_title_is_the_academys_name_and_its_word_for_members() -> None:
    assert ("瑞典皇家工程科学院外籍院士", "Award") in outer("当选瑞典皇家工程科学院外籍院士")
