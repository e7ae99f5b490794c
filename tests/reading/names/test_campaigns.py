"""Campaigns that go by how many lines they have."""

from __future__ import annotations

import pytest

from shkc_kg.reading.names.campaigns import campaigns


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("实施八大专项攻坚行动,打造平台14个", ["八大专项攻坚行动"]),
        ("推进六大产业提升行动", ["六大产业提升行动"]),
        ("开展五大重点行动", []),
        ("实施五大专项行动", []),
        ("落实八大专项攻坚行动方案", []),
    ],
)
def test_a_campaign_is_carried_out(text: str, found: list[str]) -> None:
    assert [one.label for one in campaigns(text)] == found
