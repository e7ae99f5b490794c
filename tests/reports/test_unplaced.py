"""Two reports that never name their place, in one graph: 全市 of one is not 全市 of the other."""

from __future__ import annotations

from pathlib import Path

import pytest

import shkc_kg
from shkc_kg.build import build
from shkc_kg.graph.check import check_graph

MANIFEST = """title_zh = "科技工作总结"
title_en = "Review of the Year"
publisher_zh = "科技局"
publisher_en = "Bureau"
licence_zh = "为测试而写。"
licence_en = "Written for a test."
year = 2022
[[chapters]]
id = "01"
file = "01.txt"
title_zh = "成果"
title_en = "Results"
"""
SUBJECTS = (
    "PREFIX schema: <https://schema.org/> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
    "SELECT DISTINCT ?s ?zh ?en { ?o schema:observationAbout ?s . ?s rdfs:label ?zh, ?en "
    "FILTER(LANG(?zh) = 'zh' && LANG(?en) = 'en') }"
)


@pytest.fixture
def both(tmp_path: Path) -> shkc_kg.KnowledgeGraph:
    for report in ("one", "other"):
        folder = tmp_path / "reports" / report
        folder.mkdir(parents=True)
        (folder / "report.toml").write_text(MANIFEST, encoding="utf-8")
        (folder / "01.txt").write_text("全市新增孵化器6家。认定研发机构15家。", encoding="utf-8")
    build(tmp_path / "reports", tmp_path / "kg")
    return shkc_kg.open(tmp_path / "kg")


def test_each_unnamed_place_is_its_reports_own(both: shkc_kg.KnowledgeGraph) -> None:
    rows = both.store.query(SUBJECTS, use_default_graph_as_union=True)
    assert sorted(tuple(term.value.rpartition("/id/")[2] for term in row) for row in rows) == [  # type: ignore[union-attr]
        ("全市（one）", "全市", "the whole city of the report"),
        ("全市（other）", "全市", "the whole city of the report"),
    ]


def test_every_promise_holds_over_them(both: shkc_kg.KnowledgeGraph) -> None:
    report = check_graph(both.store, hermit=False)
    assert [broken.promise.name for broken in report.broken] == []
    assert report.violations == ()
