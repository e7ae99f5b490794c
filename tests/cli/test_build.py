"""``shkc-kg build``: what it says, where it builds, and that a failure leaves the graph in use alone."""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Done

Command = Callable[..., "Done"]
ANYTHING = "ASK { ?s ?p ?o }"


@pytest.fixture
def report(reports: Path, tmp_path: Path) -> Path:
    """A folder with a copy of the small report, to be spoilt; gives the report's own folder."""
    return Path(shutil.copytree(reports, tmp_path / "reports")) / "ningbo-2022"


def test_a_build_tells_its_size_its_hash_and_its_place(shkc_kg: Command, reports: Path, tmp_path: Path) -> None:
    done = shkc_kg("build", "--reports", reports, "--out", tmp_path / "kg")
    size, digest, place = done.out.splitlines()
    assert (done.code, done.err) == (0, "")
    assert size.split()[1] == "quads,"
    name = Path(place.removeprefix("in "))
    assert name.is_dir()
    assert name.name.endswith(digest.removeprefix("sha256 ")[:12])


def test_two_builds_give_the_same_bytes(process: Command, reports: Path) -> None:
    first = process("build", "--reports", reports, "--out", "one", PYTHONHASHSEED="1").out.splitlines()[1]
    assert process("build", "--reports", reports, "--out", "two", PYTHONHASHSEED="2").out.splitlines()[1] == first


def test_the_graph_is_built_and_sought_in_the_users_data_folder(
    shkc_kg: Command, reports: Path, tmp_path: Path
) -> None:
    shkc_kg("build", "--reports", reports)
    assert (tmp_path / "data" / "shkc-kg" / "store").is_dir()
    assert shkc_kg("query", ANYTHING).out == "yes\n"


def test_the_environment_names_another_folder(shkc_kg: Command, reports: Path, tmp_path: Path) -> None:
    shkc_kg("build", "--reports", reports, SHKC_KG_STORE="elsewhere")
    assert (tmp_path / "elsewhere").is_dir()
    assert shkc_kg("query", ANYTHING, SHKC_KG_STORE="elsewhere").out == "yes\n"


def test_the_base_iri_is_the_users(shkc_kg: Command, reports: Path) -> None:
    shkc_kg("build", "--reports", reports, "--out", "kg", "--base", "https://e.org/kg/")
    assert shkc_kg("query", "ASK { <https://e.org/kg/id/宁波市> a shkc:City }", "--store", "kg").out == "yes\n"


@pytest.mark.parametrize("base", ["e.org/", "https://e.org", "https://e.org/a b/", "ftp://e.org/", "https://e.org/#"])
def test_a_base_that_no_iri_can_begin_with_is_misuse(shkc_kg: Command, base: str) -> None:
    done = shkc_kg("build", "--base", base)
    assert done.code == 2
    assert f"{base!r} is no beginning of an IRI" in done.line


def spoil(report: Path, file: str, content: bytes | None) -> None:
    """Replace a file of the report, or remove it."""
    (report / file).unlink()
    if content is not None:
        (report / file).write_bytes(content)


@pytest.mark.parametrize(
    ("file", "content", "says"),
    [
        ("01.txt", None, "ningbo-2022/report.toml:12: there is no file '01.txt'"),
        ("01.txt", b"", "ningbo-2022/01.txt: is empty"),
        ("01.txt", b"\x89PNG\r\n\x1a\n", "ningbo-2022/01.txt: is a picture, not text"),
        ("01.txt", "宁波市科技局".encode()[:-1], "ningbo-2022/01.txt: is cut off"),
        ("report.toml", b"title_zh = ", "ningbo-2022/report.toml:1: broken TOML"),
        ("report.toml", None, "no folder in it has a report.toml"),
    ],
)
def test_a_bad_report_is_one_line_and_the_old_graph_stays(
    shkc_kg: Command, report: Path, file: str, content: bytes | None, says: str
) -> None:
    assert shkc_kg("build", "--reports", report.parent, "--out", "kg").code == 0
    before = shkc_kg("export", "--store", "kg").out
    spoil(report, file, content)
    done = shkc_kg("build", "--reports", report.parent, "--out", "kg")
    assert (done.code, done.out) == (1, "")
    assert says in done.line
    assert shkc_kg("export", "--store", "kg").out == before


def test_a_folder_that_cant_be_written_is_one_line(shkc_kg: Command, reports: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    done = shkc_kg("build", "--reports", reports, "--out", "file/kg")
    assert done.code == 1
    assert "file/kg: can't be written (Not a directory); choose another folder with --out" in done.line


def test_no_room_is_one_line_and_the_old_graph_stays(shkc_kg: Command, reports: Path, tmp_path: Path) -> None:
    shkc_kg("build", "--reports", reports, "--out", "kg")
    before = shkc_kg("export", "--store", "kg").out

    def no_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    done = subprocess.run(
        [Path(sys.executable).with_name("shkc-kg"), "build", "--reports", reports, "--out", "kg"],
        cwd=tmp_path,
        preexec_fn=no_room,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.decode().startswith("shkc-kg: ")
    assert done.stderr.count(b"\n") == 1
    assert shkc_kg("export", "--store", "kg").out == before
