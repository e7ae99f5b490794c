"""The command ``shkc-kg link``, run as a user runs it."""

from __future__ import annotations

import importlib
import json
import logging
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.conftest import Command, Done, shkc_kg
from tests.web.conftest import There

from shkc_kg.graph.sssom import read_match_set

__all__ = ["shkc_kg"]  # the fixture

Link = Callable[..., Done]


@pytest.fixture
def link(shkc_kg: Command, shipped: Path, tmp_path: Path) -> Link:
    """Run ``shkc-kg link`` on the shipped graph with arguments and standard input."""

    def command(*arguments: str | Path, stdin: str = "") -> Done:
        cache = str(tmp_path / "cache")
        return shkc_kg("link", "--store", shipped, *arguments, stdin=stdin.encode(), XDG_CACHE_HOME=cache)

    return command


def record(id_: str, name: str, country: str = "CN") -> dict[str, object]:
    return {
        "id": f"https://ror.org/{id_}",
        "name": name,
        "status": "active",
        "types": ["Education"],
        "country": {"country_code": country, "country_name": ""},
    }


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    path = tmp_path / "ror.json"
    records = [record("000000001", "Fudan University"), record("000000002", "Tongji University", "US")]
    path.write_text(json.dumps(records), encoding="utf-8")
    return path


def test_links_to_our_own_service_are_valid_sssom_and_replay_offline(tmp_path: Path, link: Link, server: There) -> None:
    asked = ("--service", f"{server.url}reconcile", "--kind", "University", "--rate", "1000")
    online = link(*asked)
    assert online.code == 0, online.err
    assert "proposed" in online.err
    assert link(*asked, "--offline").out == online.out
    path = tmp_path / "proposed.sssom.tsv"
    path.write_text(online.out, encoding="utf-8")
    matches = read_match_set(path).matches
    assert "复旦大学" in [match.label for match in matches]
    assert {match.row["predicate_id"] for match in matches} == {"skos:closeMatch"}
    assert all(match.confidence is not None and match.confidence <= 1 and match.comment for match in matches)


@pytest.mark.filterwarnings("ignore")  # what sssom uses of pandas is deprecated
def test_the_validator_of_the_sssom_package_takes_proposals_and_decisions(
    tmp_path: Path, link: Link, dump: Path, caplog: pytest.LogCaptureFixture
) -> None:
    parsers, validators = importlib.import_module("sssom.parsers"), importlib.import_module("sssom.validators")
    proposals, decisions = tmp_path / "proposed.sssom.tsv", tmp_path / "decided.sssom.tsv"
    asked = ("--ror", dump, "--name", "复旦大学", "--name", "同济大学")
    link(*asked, "--out", proposals)
    link(*asked, "--review", "--out", decisions, stdin="1\nn\n")
    for path in (proposals, decisions):
        with caplog.at_level(logging.WARNING):
            parsed = parsers.parse_sssom_table(str(path))
            reports = validators.validate(parsed, fail_on_error=True)
        assert all(not report.results for report in reports.values())
        assert len(parsers.to_mapping_set_document(parsed).mapping_set.mappings) == len(read_match_set(path).matches)
    assert {m.negated for m in read_match_set(decisions).matches} == {True, False}


def test_a_table_shows_candidates_with_scores_and_reasons(link: Link, dump: Path) -> None:
    done = link("--ror", dump, "--name", "复旦大学", "--name", "同济大学", "--format", "table")
    fudan, tongji = (next(line for line in done.out.splitlines() if line.startswith(name)) for name in ("复旦", "同济"))
    assert "proposed" in fudan
    assert "the same as its name" in fudan
    assert "Tongji University <https://ror.org/000000002>" in tongji


def test_a_review_goes_on_where_it_ended(tmp_path: Path, link: Link, dump: Path) -> None:
    out = tmp_path / "decided.sssom.tsv"
    asked = ("--ror", dump, "--name", "复旦大学", "--name", "同济大学", "--review", "--out", out)
    first = link(*asked, stdin="1\n")  # then the input ends, as by Ctrl-D
    assert (first.code, first.err.splitlines()[-1]) == (130, "shkc-kg: interrupted")
    assert len(read_match_set(out).matches) == 1
    second = link(*asked, "--reviewer", "甲", stdin="1\n")
    assert (second.code, len(read_match_set(out).matches)) == (0, 2)
    assert {match.row.cells.get("reviewer_label") for match in read_match_set(out).matches} == {"", "甲"}


def test_things_that_are_linked_already_are_left_out(link: Link, dump: Path) -> None:
    assert "复旦大学" not in link("--ror", dump, "--kind", "University").out
    assert "复旦大学" in link("--ror", dump, "--kind", "University", "--again").out


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        ((), 2, "Give one of --service, --ror and --geonames"),
        (("--ror", "none.json"), 2, "none.json"),
        (("--service", "http://127.0.0.1:9/", "--offline"), 1, "offline"),
        (("--service", "http://127.0.0.1:9/", "--review"), 2, "--out"),
        (("--geonames", "README"), 1, "README:1: no row of GeoNames"),
        (("--ror", "README"), 1, "no JSON array"),
        (("--geonames", "README", "--name", "没有的"), 1, "nothing in the graph is 没有的"),
    ],
)
def test_what_goes_wrong_is_one_line(
    tmp_path: Path, link: Link, arguments: tuple[str, ...], code: int, told: str
) -> None:
    (tmp_path / "README").write_text("hello\n", encoding="utf-8")
    done = link(*arguments, "--limit", "3") if arguments else link()
    assert done.code == code
    assert told in done.line
    assert sorted(os.listdir(tmp_path)) == ["README"]  # noqa: PTH208 - names are enough
