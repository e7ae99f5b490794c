"""What the README shows is what happens."""

from __future__ import annotations

import doctest
import re
import subprocess
import sys
from pathlib import Path

import pytest

from shkc_kg.build import build
from shkc_kg.cli.commands import COMMANDS
from shkc_kg.resources import data_dir

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped report's graph."""
    folder = tmp_path_factory.mktemp("shipped")
    build(data_dir() / "reports", folder)
    return folder


def test_every_command_prints_what_the_readme_shows(store: Path) -> None:
    fresh = [sys.executable, ROOT / "tools" / "readme.py", store, "--check"]
    done = subprocess.run(fresh, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"run: make readme\n{done.stdout}{done.stderr}"


def test_python_answers_what_the_readme_shows(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHKC_KG_STORE", str(store))
    result = doctest.testfile(str(ROOT / "README.md"), module_relative=False, encoding="utf-8")
    assert result.attempted > 0
    assert result.failed == 0


def test_every_command_is_described() -> None:
    assert [name for name in COMMANDS if not re.search(rf"`shkc-kg {name}\b|\bshkc-kg {name}\b", README)] == []


def test_every_make_target_named_is_there() -> None:
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"(?:^|`)make (\w+)", README, re.MULTILINE)) <= targets


def test_every_path_named_is_there() -> None:
    named = set(
        re.findall(r"`((?:data|ontology|queries|src|tests|benchmarks|decisions|tools|changelog\.d)/[\w./-]*)`", README)
    )
    assert named
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []


def test_every_picture_shown_is_there_and_is_one_that_a_tool_draws() -> None:
    shown = re.findall(r"!\[[^\]]+\]\((docs/img/[^)]+)\)", README)
    assert len(shown) == README.count("![") >= 2
    tool = (ROOT / "tools" / "pictures.py").read_text(encoding="utf-8")
    for path in shown:
        assert (ROOT / path).read_bytes().startswith(b"\x89PNG\r\n\x1a\n")
        assert f'"{Path(path).name}"' in tool
