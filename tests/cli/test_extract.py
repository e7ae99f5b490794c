"""``shkc-kg extract``."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Done

Command = Callable[..., "Done"]
NEWS = "2022年，上海市新增外资研发中心25家，累计认定506家。\n"
COUNT = "https://schema.org/value"


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A small text."""
    file = tmp_path / "news.txt"
    file.write_text(NEWS, encoding="utf-8")
    return file


def values(nquads: str) -> set[str]:
    """The values of the observations in a graph."""
    quads = ox.parse(nquads, format=ox.RdfFormat.N_QUADS)
    return {quad.object.value for quad in quads if quad.predicate.value == COUNT}  # type: ignore[union-attr]


def test_the_graph_comes_on_standard_output_and_nothing_else(shkc_kg: Command, news: Path) -> None:
    done = shkc_kg("extract", news)
    assert (done.code, done.err) == (0, "")
    assert {"25", "506"} <= {value.removesuffix(".0") for value in values(done.out)}


def test_standard_input_gives_the_same_graph(shkc_kg: Command, news: Path) -> None:
    piped = shkc_kg("extract", "-", stdin=NEWS.encode())
    assert piped.out.replace("report/text/", "report/news/").count("\n") == shkc_kg("extract", news).out.count("\n")


def test_gb18030_gives_the_graph_of_utf8(shkc_kg: Command, news: Path) -> None:
    before = shkc_kg("extract", news).out
    news.write_text(NEWS, encoding="gb18030")
    assert shkc_kg("extract", news).out == before


def test_the_same_text_gives_the_same_bytes(process: Command, news: Path) -> None:
    assert process("extract", news, PYTHONHASHSEED="1").out == process("extract", news, PYTHONHASHSEED="2").out


def test_each_format_can_be_read_again(shkc_kg: Command, news: Path) -> None:
    quads = set(ox.parse(shkc_kg("extract", news, "--format", "nquads").out, format=ox.RdfFormat.N_QUADS))
    assert set(ox.parse(shkc_kg("extract", news, "--format", "trig").out, format=ox.RdfFormat.TRIG)) == quads
    lines = shkc_kg("extract", news, "--format", "jsonl").out.splitlines()
    assert {json.loads(line)["kind"] for line in lines} >= {"observation"}


def test_the_output_is_utf8_in_any_locale(shkc_kg: Command, process: Command, news: Path) -> None:
    here = shkc_kg("extract", news).out
    assert process("extract", news, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0").out == here


def test_the_base_iri_is_the_users(shkc_kg: Command, news: Path) -> None:
    graphs = {
        quad.graph_name.value  # type: ignore[union-attr]
        for quad in ox.parse(shkc_kg("extract", news, "--base", "https://e.org/").out, format=ox.RdfFormat.N_QUADS)
    }
    assert graphs
    assert all(graph.startswith("https://e.org/") for graph in graphs)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "bad.txt: is empty; give a file with text in it"),
        (b"%PDF-1.4\n\x00", "bad.txt: is a PDF, not text; save its text as UTF-8 and give that"),
        (b"\x00\x01\x02\x03" * 99, "bad.txt: is binary, not text"),
        (NEWS.encode()[:-2], "bad.txt: is cut off: UTF-8 text ends inside a character"),
    ],
)
def test_what_is_no_text_is_one_line(shkc_kg: Command, tmp_path: Path, content: bytes, says: str) -> None:
    (tmp_path / "bad.txt").write_bytes(content)
    done = shkc_kg("extract", "bad.txt")
    assert (done.code, done.out, done.err.count("\n")) == (1, "", 1)
    assert done.err.startswith(f"shkc-kg: {says}")


def test_an_empty_standard_input_is_one_line(shkc_kg: Command) -> None:
    done = shkc_kg("extract", "-")
    assert (done.code, done.err) == (1, "shkc-kg: standard input: is empty; give a file with text in it\n")


def test_a_file_that_is_not_there_is_one_line(shkc_kg: Command) -> None:
    done = shkc_kg("extract", "nowhere.txt")
    assert done.code == 1
    assert done.err.startswith("shkc-kg: nowhere.txt: can't be read (No such file or directory)")
