"""Terms of support are those of the measure, agreement or prize that is named before them; caps are at most."""

from __future__ import annotations

import pytest

from shkc_kg.model import Bound, Observation, Source
from shkc_kg.reading import read

TITLE = "澄湖市2021年科技工作总结\n\n"


def said(text: str) -> list[tuple[str, str, Bound]]:
    """Subject, indicator and bound of each number of a summary."""
    facts = read(Source("t", "1", TITLE + text, "", "", None, None)).facts
    return [(o.about, o.indicator, o.bound) for o in facts if isinstance(o, Observation)]


def test_terms_of_support_are_of_the_measure_issued() -> None:
    text = "市科技局印发《澄湖市技术交易补助办法》，对买方按实际支付额的10%给予补助，最高补助额由50万元提高到100万元，有效期3年。\n"
    found = said(text)
    assert [about for about, _, _ in found] == ["澄湖市技术交易补助办法"] * 4
    assert [bound for _, _, bound in found] == [Bound.EXACT, Bound.AT_MOST, Bound.AT_MOST, Bound.EXACT]


def test_what_the_city_paid_is_not_a_term() -> None:
    text = "市科技局印发《澄湖市技术交易补助办法》，全市补助资金300万元。\n"
    assert "澄湖市技术交易补助办法" not in [about for about, _, _ in said(text)]


def test_levels_are_of_the_prize_awarded() -> None:
    text = "宜兴市评出2020年度宜兴市科学技术进步奖40项，其中一等奖4项、二等奖12项。\n"
    assert [(about, words) for about, words, _ in said(text)][-2:] == [
        ("宜兴市科学技术进步奖", "科学技术进步奖一等奖"),
        ("宜兴市科学技术进步奖", "科学技术进步奖二等奖"),
    ]


def test_what_an_agreement_lays_down_in_the_next_sentence_is_its_own() -> None:
    text = "6月，市科技局与乙市签署《澄乙联合研发资助协议》。根据协议，双方每年安排2000万元，资助项目不超过15个。\n"
    assert [about for about, _, _ in said(text)] == ["澄乙联合研发资助协议"] * 2


@pytest.mark.parametrize("text", ["资助上限由500万元调高为1000万元", "单个项目最多投2000万元"])
def test_both_ends_of_a_cap_are_at_most(text: str) -> None:
    found = said(f"澄湖市科技局{text}。\n")
    assert found
    assert {bound for _, _, bound in found} == {Bound.AT_MOST}


def test_levels_are_of_a_prize_with_a_name() -> None:
    text = "宜兴市揭晓第三届“飞鸟科技奖”，一等奖4项、二等奖12项。\n"
    assert [about for about, _, _ in said(text)][-2:] == ["飞鸟科技奖"] * 2
