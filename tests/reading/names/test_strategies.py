"""Strategies by what is to rise."""

from __future__ import annotations

import pytest

from shkc_kg.reading.names.strategies import strategies


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("实施科教兴湖、人才强市战略", ["人才强市战略"]),
        ("实施科教兴县和人才强县战略", ["科教兴县战略", "人才强县战略"]),
        ("实施“工业强市”战略", ["工业强市战略"]),
        ("工业强市的步伐", []),
    ],
)
def test_a_strategy_is_named_by_what_it_is_for(text: str, found: list[str]) -> None:
    assert [one.label for one in strategies(text)] == found
