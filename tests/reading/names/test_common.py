"""Nouns that a text counts are no names, wherever they stand."""

from __future__ import annotations

from tests.reading.names.reading import labels, line

from shkc_kg.reading.names.common import counted_nouns


def test_a_noun_with_a_count_behind_is_common() -> None:
    assert list(counted_nouns(line("累计认定外资研发中心506家,其中全球研发中心5家"))) == [
        "外资研发中心",
        "全球研发中心",
    ]


def test_what_is_counted_in_one_passage_is_no_name_in_another() -> None:
    heading, counted = "上海外资研发中心加快集聚", "全年新增外资研发中心25家"
    assert "上海外资研发中心" in labels(heading)[0]
    assert "上海外资研发中心" not in labels(heading, counted)[0]
