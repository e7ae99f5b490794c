"""An installed shkc-kg brings its data along and works from any folder."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout."""
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command of a fresh environment that holds the wheel; the libraries are those of this one, to be quick."""
    place = tmp_path_factory.mktemp("venv")
    venv.create(place, with_pip=False)
    python = place / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*pip, str(wheel)], check=True, capture_output=True)
    # A path in a .pth file is searched, but its own .pth files aren't read: the editable checkout stays out of sight.
    site = next(place.glob("lib/python*/site-packages"))
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return place / "bin" / "shkc-kg"


def test_the_wheel_carries_data_ontology_and_queries(wheel: Path) -> None:
    names = ZipFile(wheel).namelist()
    for folder in ("data", "ontology", "queries"):
        there = {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()}
        assert there
        assert {f"shkc_kg/resources/{name}" for name in there} <= set(names)
    assert "shkc_kg/py.typed" in names


def test_an_installed_command_runs_from_any_folder(installed: Path, tmp_path: Path) -> None:
    done = subprocess.run([installed, "--version"], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout == "shkc-kg, version 0.1.0\n"


def test_an_installed_command_reads_a_text_from_any_folder(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_text("2022年，宁波市新增外资研发中心25家。\n", encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": ""}
    done = subprocess.run(
        [installed, "extract", "news.txt"], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    assert "https://schema.org/Observation" in done.stdout
    where = subprocess.run(
        [installed.with_name("python"), "-c", "import shkc_kg; print(shkc_kg.__file__)"],
        cwd=tmp_path, env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert where.stdout.startswith(str(installed.parent.parent))
