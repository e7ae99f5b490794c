"""From a folder of reports to a graph that answers, whole or not at all."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph

from shkc_kg.build import STAGES, BuildReport, build
from shkc_kg.errors import DataFileError, OntologyError, ShkcError, StoreError
from shkc_kg.store.folder import current
from shkc_kg.store.oxigraph import open_readonly

TEXT = """1.1 论坛

2022年6月18日，杭州市举办未来科技论坛，逾300位嘉宾出席。

全年新增省级重点实验室12家，累计认定省级重点实验室240家。
"""

MANIFEST = """title_zh = "2022杭州科技报告"
title_en = "Hangzhou Science and Technology Report 2022"
region = "杭州市"
year = 2022
publisher_zh = "杭州市科学技术局"
publisher_en = "Hangzhou Science and Technology Bureau"
licence_zh = "为测试而写。"
licence_en = "Written for a test."

[[chapters]]
id = "01"
file = "01.txt"
title_zh = "科技活动"
title_en = "Activities"
"""


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports") / "hangzhou-2022"
    folder.mkdir()
    (folder / "report.toml").write_text(MANIFEST, encoding="utf-8")
    (folder / "01.txt").write_text(TEXT, encoding="utf-8")
    return folder.parent


@pytest.fixture(scope="module")
def built(reports: Path, tmp_path_factory: pytest.TempPathFactory) -> BuildReport:
    return build(reports, tmp_path_factory.mktemp("store"))


def test_two_builds_are_the_same_bytes(built: BuildReport, reports: Path, tmp_path: Path) -> None:
    again = build(reports, tmp_path)
    assert again.sha256 == built.sha256
    assert again.generation.dataset.read_bytes() == built.generation.dataset.read_bytes()


def test_the_hash_is_that_of_the_dataset(built: BuildReport) -> None:
    assert hashlib.sha256(built.generation.dataset.read_bytes()).hexdigest() == built.sha256


def test_the_record_tells_versions_inputs_sizes_and_seconds(built: BuildReport) -> None:
    told = json.loads(built.generation.manifest.read_text(encoding="utf-8"))
    assert told["dataset"]["sha256"] == built.sha256
    assert told["inputs"]["hangzhou-2022/01"] == hashlib.sha256(TEXT.encode()).hexdigest()
    named = sum(quad.graph_name != DefaultGraph() for quad in open_readonly(built.generation))
    assert told["quads"] == built.quads == named
    assert tuple(told["seconds"]) == STAGES
    assert told["program"]
    assert told["built"]


def test_the_record_counts_what_the_reports_say(built: BuildReport) -> None:
    assert built.generation.build["instances"]["shkc:Chapter"] == 1


def test_the_reader_is_told_each_stage(reports: Path, tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    build(reports, tmp_path, progress=lambda *step: told.append(step))
    assert told == [*((name, i, len(STAGES)) for i, name in enumerate(STAGES)), ("", len(STAGES), len(STAGES))]


def test_what_the_reasoner_added_is_asked_like_the_rest(built: BuildReport) -> None:
    store = open_readonly(built.generation)
    query = "ASK { GRAPH <https://w3id.org/shkc/graph/inferred> { ?s a <https://schema.org/Chapter> } }"
    assert store.query(query)


@pytest.mark.parametrize("broken", ["missing chapter", "no folder"])
def test_a_failed_build_leaves_the_graph_in_use(reports: Path, tmp_path: Path, broken: str) -> None:
    before = build(reports, tmp_path / "store")
    folder = tmp_path / "reports" / "bad-2022"
    if broken == "missing chapter":
        folder.mkdir(parents=True)
        (folder / "report.toml").write_text(MANIFEST, encoding="utf-8")
    with pytest.raises(ShkcError):
        build(folder.parent, tmp_path / "store")
    assert current(tmp_path / "store").folder == before.generation.folder


def test_another_base_moves_the_data_and_not_the_ontology(reports: Path, tmp_path: Path) -> None:
    made = build(reports, tmp_path, base="https://example.org/kg/")
    data = made.generation.dataset.read_text(encoding="utf-8")
    assert "<https://example.org/kg/report/hangzhou-2022/01>" in data
    assert "<https://w3id.org/shkc/id/" not in data
    assert made.generation.build["base"] == "https://example.org/kg/"


def test_a_manifest_error_names_file_and_line(tmp_path: Path) -> None:
    folder = tmp_path / "reports" / "bad"
    folder.mkdir(parents=True)
    (folder / "report.toml").write_text(MANIFEST.replace("year = 2022", "year = "), encoding="utf-8")
    with pytest.raises(DataFileError, match=r"report\.toml:4"):
        build(tmp_path / "reports", tmp_path / "store")


def test_a_server_that_is_not_there_is_told_and_the_graph_stands(reports: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is no address"):
        build(reports, tmp_path, to="nowhere")
    assert current(tmp_path).build["quads"] > 0


def test_a_graph_that_breaks_a_promise_is_refused(reports: Path, tmp_path: Path) -> None:
    before = build(reports, tmp_path)
    # Under this base every thing looks like a term that the ontology does not declare.
    with pytest.raises(OntologyError, match="nothing was replaced"):
        build(reports, tmp_path, base="https://w3id.org/shkc/ontology#")
    assert current(tmp_path).folder == before.generation.folder
