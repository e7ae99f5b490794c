"""Names that are little but a quotation."""

from __future__ import annotations

import pytest

from shkc_kg.reading.names.quoted import quoted_names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“新型互联网交换中心”项目获批", [("新型互联网交换中心", "Project")]),
        ("“朱雀会”计划遴选人才", [("“朱雀会”计划", "Plan")]),
        ("推出“国际引才用才”20条新政", [("国际引才用才", "Policy")]),
        ("推出“浦科贷”产品", [("浦科贷", "Programme")]),
        ("举行“迎春放飞”科技体验活动,", [("“迎春放飞”科技体验活动", "Event")]),
        ("“小院士”代表出席论坛活动,", []),
        ("“星空之夜”亲子科普活动在某馆举办", []),  # it goes by what the quotes hold
        ("“6·28”项目集中签约", []),
        ("推出“春风送科学”主题活动", [("“春风送科学”主题活动", "Event")]),
        ("“创意周”5月举办", [("创意周", "Festival")]),
        ("以“创意周”为名", []),
        ("科技“项目库”", []),
        ("“科技”项目库建设", []),
        ("打造“名片”", []),
        ("实施“512”强链工程实施方案", [("“512”强链工程", "Project")]),
        ("开展“3456”帮扶行动,", [("“3456”帮扶行动", "Initiative")]),
        ("实施“512”方案和行动", []),
        ("在“湖滨五年答卷”系列主题新闻发布会上", [("“湖滨五年答卷”系列主题新闻发布会", "Conference")]),
    ],
)
def test_the_word_behind_the_quotes_tells_the_class(text: str, found: list[tuple[str, str]]) -> None:
    assert [(one.label, one.cls) for one in quoted_names(text)] == found
