"""``shkc-kg network`` and ``shkc-kg export --profile`` as a user types them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Command, shkc_kg  # noqa: F401 - a fixture

from shkc_kg.networks import MEASURES, view_names


@pytest.fixture
def run(shkc_kg: Command, root: Path, monkeypatch: pytest.MonkeyPatch) -> Command:  # noqa: F811
    monkeypatch.setenv("SHKC_KG_STORE", str(root))
    return lambda *arguments: shkc_kg(*arguments, SHKC_KG_STORE=str(root))


def test_without_a_view_it_lists_views_and_metrics(run: Command) -> None:
    done = run("network")
    assert (done.code, done.err) == (0, "")
    assert all(name in done.out for name in (*view_names(), *MEASURES))


def test_a_view_is_a_table_of_ties(run: Command) -> None:
    done = run("network", "affiliation", "--top", "3")
    assert done.code == 0
    assert len(done.out.splitlines()) == 5
    assert "sha256:" in done.err


def test_without_a_view_the_full_one_is_asked(run: Command) -> None:
    assert run("network", "--ego", "同济大学").out == run("network", "full", "--ego", "同济大学").out != ""
    assert "上海市" in run("network", "--metric", "degree", "--top", "5").out


def test_metrics_rank_the_nodes(run: Command) -> None:
    done = run("network", "affiliation", "--metric", "degree", "--metric", "louvain", "--top", "2")
    assert done.code == 0
    assert {line.split()[0] for line in done.out.splitlines()[2:]} == {"id:中国工程院", "id:中国科学院"}
    assert done.out.splitlines()[2].split()[1] == "6"


def test_between_two_things_it_tells_the_sentences(run: Command) -> None:
    done = run("network", "--between", "复旦大学", "奉贤", "--top", "1")
    assert done.code == 0
    assert done.out.splitlines()[0] == "复旦大学 ← 复旦大学宁波研究院 — 奉贤区"
    assert "与复旦大学宁波研究院共建" in done.out
    (path,) = json.loads(run("network", "--between", "复旦大学", "奉贤", "--top", "1", "--format", "json").out)
    assert len(path["steps"]) == 2


def test_the_same_in_english(run: Command) -> None:
    done = run("network", "--between", "复旦大学", "奉贤", "--top", "1", "--lang", "en")
    first, step, sentence, *_ = done.out.splitlines()
    assert first == "Fudan University ← Ningbo Research Institute, Fudan University — Fengxian District"
    assert step == "  Ningbo Research Institute, Fudan University  unit of 隶属  Fudan University"
    assert "与复旦大学宁波研究院共建" in sentence
    assert "unit of" in run("network", "full", "--ego", "复旦大学", "--lang", "en").out


def test_no_path_is_said_and_is_no_error(run: Command) -> None:
    done = run("network", "affiliation", "--between", "同济大学", "静安区")
    assert (done.code, done.out) == (0, "")
    assert done.err == "No path joins 同济大学 and 静安区 in the network affiliation.\n"


def test_bridges_are_ties(run: Command) -> None:
    done = run("network", "affiliation", "--metric", "bridges")
    assert "复旦大学" in done.out
    assert run("network", "affiliation", "--metric", "bridges", "--metric", "degree").code == 2


def test_a_projection_and_an_ego_network(run: Command) -> None:
    done = run("network", "affiliation", "--project", "people", "--ego", "蒋昌俊", "--format", "json")
    told = json.loads(done.out)
    assert "id:朱合华" in {node["id"] for node in told["nodes"]}
    assert "id:同济大学" not in {node["id"] for node in told["nodes"]}


def test_predictions_name_what_is_shared(run: Command) -> None:
    done = run("network", "affiliation", "--predict", "jaccard", "--top", "1")
    assert done.code == 0
    assert len(done.out.splitlines()) == 3


@pytest.mark.parametrize("form", ["csv", "cytoscape", "gexf", "graphml", "html", "json", "svg"])
def test_every_format_is_written(run: Command, form: str) -> None:
    done = run("network", "affiliation", "--format", form, "--metric", "degree", "--metric", "louvain", "--top", "12")
    assert (done.code, done.err) == (0, "")
    assert len(done.out) > 500


@pytest.mark.parametrize(
    ("arguments", "code", "line"),
    [
        (["network", "cats"], 1, "there is no view cats; there are affiliation,"),
        (["network", "place", "--metric", "charm"], 1, "there is no measure charm; there are degree,"),
        (["network", "place", "--project", "people"], 1, "the network has no side people; it has none"),
        (["network", "place", "--ego", "火星"], 1, "nothing in the graph is 火星;"),
        (["network", "affiliation", "--ego", "静安区"], 1, "静安区 is not in the network affiliation;"),
        (["network", "--between", "静安", "静安区"], 1, "静安 and 静安区 are the same thing; name two"),
        (["network", "place", "--longest", "3"], 2, "--longest is how long paths may be: it goes with --between"),
        (["network", "place", "--format", "docx"], 2, "Invalid value for '--format'"),
        (["network", "--between", "复旦大学", "奉贤", "--format", "png"], 2, "Paths are shown as a table or as json;"),
        (["network", "place", "--param", "year"], 2, "Invalid value for '--param': 'year' is not NAME=VALUE"),
        (["export", "--profile", "dublin"], 2, "Invalid value for '--profile'"),
        (["export", "--profile", "org", "--graph", "g:links"], 2, "Give either --graph or --profile"),
    ],
)
def test_a_mistake_is_one_line(run: Command, arguments: list[str], code: int, line: str) -> None:
    done = run(*arguments)
    assert (done.code, done.out) == (code, "")
    assert done.line.startswith(line)
