"""Finding a built graph, and the clear words where there is none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, Store

from shkc_kg.errors import StoreError
from shkc_kg.store.draft import draft
from shkc_kg.store.folder import Generation, current, default_root, stamp
from shkc_kg.store.oxigraph import hold, open_readonly

LINE = b'<urn:s> <urn:p> "\xe5\xa4\x8d\xe6\x97\xa6" <urn:g> .\n'


def size(root: Path) -> int:
    """How many quads stand in named graphs of the current generation."""
    return _named(open_readonly(current(root)))


def _named(store: Store) -> int:
    return sum(quad.graph_name != DefaultGraph() for quad in store)


def publish(root: Path, data: bytes = LINE, version: str | None = None) -> Generation:
    with draft(root) as work:
        hold(data, work.generation.store)
        work.generation.manifest.write_text(json.dumps({"store": version or stamp()}))
        return work.publish("0123456789abcdef")


def test_the_published_generation_is_the_current_one(tmp_path: Path) -> None:
    assert publish(tmp_path).folder == current(tmp_path).folder
    assert size(tmp_path) == 1


def test_the_generation_before_stays_for_its_readers_and_older_ones_go(tmp_path: Path) -> None:
    first, second, third = (publish(tmp_path).folder for _ in range(3))
    assert [folder.is_dir() for folder in (first, second, third)] == [False, True, True]


def test_a_reader_keeps_its_store_while_a_new_one_is_published(tmp_path: Path) -> None:
    publish(tmp_path)
    reader = open_readonly(current(tmp_path))
    publish(tmp_path, LINE * 1 + LINE.replace(b"urn:s", b"urn:t"))
    assert (_named(reader), size(tmp_path)) == (1, 2)


def test_the_default_graph_holds_each_triple_once(tmp_path: Path) -> None:
    publish(tmp_path, LINE + LINE.replace(b"urn:g", b"urn:h"))
    assert size(tmp_path) == 2
    assert len(list(open_readonly(current(tmp_path)).query("SELECT ?o { ?s ?p ?o }"))) == 1


def test_no_store_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no store; build it with: shkc-kg build"):
        current(tmp_path / "nowhere")


def test_another_version_is_a_clear_error(tmp_path: Path) -> None:
    publish(tmp_path, version="shkc-kg-store-0/oxigraph-0.4")
    with pytest.raises(StoreError, match="is of another version"):
        current(tmp_path)


@pytest.mark.parametrize("named", ["../elsewhere", "000001-0123456789ab", "", "\udcff"])
def test_a_damaged_pointer_is_a_clear_error(tmp_path: Path, named: str) -> None:
    (tmp_path / "current").write_bytes(named.encode("utf-8", "surrogateescape"))
    with pytest.raises(StoreError):
        current(tmp_path)


def test_a_build_record_that_is_cut_off_is_a_clear_error(tmp_path: Path) -> None:
    publish(tmp_path).manifest.write_text('{"store": ')
    with pytest.raises(StoreError, match=r"build\.json can't be read"):
        current(tmp_path)


def test_damaged_files_are_a_clear_error(tmp_path: Path) -> None:
    generation = publish(tmp_path)
    (generation.store / "CURRENT").write_text("nonsense")
    with pytest.raises(StoreError, match="can't be opened"):
        open_readonly(generation)


def test_the_environment_says_where_the_store_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHKC_KG_STORE", str(tmp_path))
    assert default_root() == tmp_path
