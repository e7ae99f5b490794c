"""Years in which something is to be done, or for which it has gone on."""

from __future__ import annotations

from shkc_kg.model import Observation, Source
from shkc_kg.reading import read


def said(text: str) -> list[tuple[str, str, str]]:
    """Subject, indicator and value of each number of a text."""
    reading = read(Source("t", "1", f"某市科技工作总结\n\n{text}", "", "", year=2021, region="杭州市"))
    return [(o.about, o.indicator, str(o.value)) for o in reading.facts if isinstance(o, Observation)]


def test_the_years_to_come_are_of_whom_their_figure_is() -> None:
    text = "浙江大学光存储联合实验室揭牌,三年内将投入研发经费6000万元。"
    assert said(text) == [
        ("浙江大学光存储联合实验室", "投入研发经费的年数", "3"),
        ("浙江大学光存储联合实验室", "投入研发经费", "60000000"),
    ]


def test_the_years_since_a_park_was_built_are_counted_and_date_its_figure() -> None:
    assert said("浙江大学科技园建园12年来集聚企业70家。") == [
        ("浙江大学科技园", "建园年数", "12"),
        ("浙江大学科技园", "集聚企业", "70"),
    ]


def test_the_years_gone_by_only_date() -> None:
    assert said("全市近三年内引进人才20人。五年来,培育企业30家。") == [
        ("杭州市", "引进人才", "20"),
        ("杭州市", "培育企业", "30"),
    ]
