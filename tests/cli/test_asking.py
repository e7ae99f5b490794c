"""``explain``, ``check``, ``export`` and ``serve`` on a small graph."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote
from urllib.request import urlopen

import pyoxigraph as ox
import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Done

Command = Callable[..., "Done"]
SHKC_KG = Path(sys.executable).with_name("shkc-kg")
SENTENCE = "2022年，宁波市新增外资研发中心25家，累计认定外资研发中心506家。"


@pytest.mark.parametrize("name", ["id:宁波市", "宁波市", "https://w3id.org/shkc/id/宁波市"])
def test_explain_shows_sentence_characters_and_rule(shkc_kg: Command, store: Path, name: str) -> None:
    done = shkc_kg("explain", name, "--store", store)
    assert (done.code, done.err) == (0, "")
    assert f"  sentence    {SENTENCE}\n" in done.out
    assert "  rule        " in done.out


def test_explain_shows_the_facts_of_sentences_with_a_text(shkc_kg: Command, store: Path) -> None:
    done = shkc_kg("explain", "--search", "累计认定", "--store", store)
    assert done.code == 0
    assert {line for line in done.out.splitlines() if line.startswith("  sentence")} == {f"  sentence    {SENTENCE}"}


def test_the_characters_explained_are_those_of_the_file(shkc_kg: Command, store: Path, reports: Path) -> None:
    original = (reports / "ningbo-2022" / "01.txt").read_text(encoding="utf-8")
    spans = re.findall(r"^  (\d+-\d+) +(.+)$", shkc_kg("explain", "宁波市", "--store", store).out, re.MULTILINE)
    assert spans
    for place, words in spans:
        begin, _, end = place.partition("-")
        assert " ".join(original[int(begin) : int(end)].split()) == words


def test_explain_of_background_says_so(shkc_kg: Command, store: Path) -> None:
    done = shkc_kg("explain", "shkc:Festival", "--store", store)
    assert (done.code, done.out) == (0, "")
    assert done.err == "No sentence states it: it is background, a document, or inferred.\n"


def test_explain_of_what_is_not_there_is_one_line(shkc_kg: Command, store: Path) -> None:
    done = shkc_kg("explain", "清华大学", "--store", store)
    assert (done.code, done.line) == (1, "nothing in the graph is 清华大学; look for a part of it with --search")


@pytest.mark.parametrize("arguments", [[], ["id:宁波市", "--search", "宁波"]])
def test_explain_wants_one_of_two(shkc_kg: Command, store: Path, arguments: list[str]) -> None:
    done = shkc_kg("explain", *arguments, "--store", store)
    assert done.code == 2
    assert "Give either an IRI or --search TEXT" in done.line


def test_check_counts_what_holds(shkc_kg: Command, store: Path) -> None:
    done = shkc_kg("check", "--no-hermit", "--store", store)
    promises, advice, shapes, consistency = done.out.splitlines()[-4:]
    kept, _, all_of_them, _ = promises.removeprefix("promises").split()
    assert kept == all_of_them
    assert int(kept) > 10
    assert advice.endswith("cases to look at")
    assert shapes.startswith("shapes       0 violations")
    assert consistency == "consistency  not asked"
    assert done.code == 0


def test_check_without_java_says_so_and_checks_the_rest(shkc_kg: Command, store: Path) -> None:
    done = shkc_kg("check", "--store", store, PATH="/nowhere", JAVA_HOME="")
    assert done.out.splitlines()[-1].startswith("consistency  ")
    assert done.code == 0


@pytest.mark.parametrize(
    ("form", "reader"),
    [("nquads", ox.RdfFormat.N_QUADS), ("trig", ox.RdfFormat.TRIG), ("jsonld", ox.RdfFormat.JSON_LD)],
)
def test_an_export_reads_back_as_the_whole_graph(
    shkc_kg: Command, store: Path, form: str, reader: ox.RdfFormat
) -> None:
    (dataset,) = store.glob("0*/dataset.nq")
    done = shkc_kg("export", "--format", form, "--store", store)
    assert set(ox.parse(done.out, format=reader)) == set(ox.parse(path=str(dataset), format=ox.RdfFormat.N_QUADS))


def test_an_export_of_one_graph_has_only_its_triples(shkc_kg: Command, store: Path) -> None:
    done = shkc_kg("export", "--graph", "g:ontology", "--store", store)
    graphs = {quad.graph_name for quad in ox.parse(done.out, format=ox.RdfFormat.N_QUADS)}
    assert graphs == {ox.NamedNode("https://w3id.org/shkc/graph/ontology")}


def test_an_export_of_no_graph_is_one_line(shkc_kg: Command, store: Path) -> None:
    done = shkc_kg("export", "--graph", "g:nothing", "--store", store)
    assert done.code == 1
    assert done.line.startswith("there is no graph g:nothing")


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_serve_answers_until_it_is_told_to_end(store: Path, ending: signal.Signals) -> None:
    server = subprocess.Popen(
        [SHKC_KG, "serve", "--port", "0", "--store", store],
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "NO_PROXY": "*"},
    )
    with server:
        assert server.stderr is not None
        address = server.stderr.readline().split()[2]
        query = quote("ASK { ?s a <https://w3id.org/shkc/ontology#City> }")
        with urlopen(f"{address}sparql?query={query}", timeout=30) as answer:  # noqa: S310 - our own address
            assert b"true" in answer.read()
        server.send_signal(ending)
    assert server.returncode == 0


def test_a_port_in_use_is_one_line(shkc_kg: Command, store: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = shkc_kg("serve", "--port", str(taken.getsockname()[1]), "--store", store)
    assert done.code == 1
    assert "the port is in use" in done.line


def test_serving_a_store_that_is_not_there_is_one_line(shkc_kg: Command) -> None:
    done = shkc_kg("serve", "--store", "nowhere")
    assert (done.code, done.line) == (1, "nowhere: there is no store; build it with: shkc-kg build")
