"""Firms that stand side by side in an enumeration."""

from __future__ import annotations

import pytest
from tests.reading.names.reading import outer


def _firms(text: str) -> list[str]:
    return [name for name, cls in outer(text) if cls == "Company"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("重点支持了恒信医药、佳豪药业两户", ["恒信医药", "佳豪药业"]),
        ("其中,拓普生物、瑞铭制药已投产", ["拓普生物", "瑞铭制药"]),
        (
            "先后扶持了烁科光电、瑞铭药业、航宇科技、振华欧比等12个改造项目",
            ["烁科光电", "瑞铭药业", "航宇科技", "振华欧比"],
        ),
    ],
)
def test_two_with_brand_and_trade_bear_each_other_out(text: str, found: list[str]) -> None:
    assert _firms(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "发展海工装备、轨交装备、生物医药、绿色化工、新能源汽车产业",
        "推动农业科技、医药科技、食品科技发展",
        "人工智能、先进制造、新材料等领域",
    ],
)
def test_industries_are_no_firms(text: str) -> None:
    assert _firms(text) == []
