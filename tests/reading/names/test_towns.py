"""Towns that no list holds."""

from __future__ import annotations

import pytest
from tests.reading.names.reading import outer


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("基地位于上海市青浦区练水镇,占地百亩", ["练水镇"]),
        ("在石渡镇和柳坝乡推广水稻", ["石渡镇", "柳坝乡"]),
        ("练水镇党委书记章文澜带队", ["练水镇"]),
        ("来到练水镇石家沟村推广", ["练水镇", "石家沟村"]),
        ("重点推进西练镇,三湖镇、柳坝乡等3个乡镇", ["西练镇", "三湖镇", "柳坝乡"]),
        ("地处滁州市高新技术产业开发区龙泉镇", ["龙泉镇"]),
    ],
)
def test_a_town_stands_behind_its_county_or_what_leads_to_a_place(text: str, found: list[str]) -> None:
    assert [name for name, cls in outer(text) if cls == "District" and not name.endswith("区")] == found


@pytest.mark.parametrize(
    "text", ["在各乡镇推广", "在农村推广", "到基层乡镇调研", "深入乡村", "走进特色小镇", "在全县乡镇企业中推广"]
)
def test_kinds_of_towns_are_none(text: str) -> None:
    assert not any(cls == "District" for _, cls in outer(text))
