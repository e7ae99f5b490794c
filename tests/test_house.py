"""What holds for the repository as a whole: declared, pinned, self-contained."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
# Spelled in parts, so that this file does not hold what it looks for.
FOREIGN = re.compile(
    "|".join(["\\.\\./" + "shared", "/wo" + "rk/", "/ro" + "ot/", "/opt/" + "pypi", "py" + r"pi\.org/simple"])
)
# Imported by a library of ours for us, which doesn't ask for it: uvicorn's parser of HTTP.
THROUGH_OTHERS = {"httptools", "scipy", "uvloop"}


def canonical(requirement: str) -> str:
    """A distribution's name as PyPI compares it (PEP 503).

    >>> canonical("Import_Linter>=2.3")
    'import-linter'
    """
    found = re.match(r"[\w.-]+", requirement)
    assert found is not None
    return re.sub(r"[-_.]+", "-", found[0]).lower()


def imports(folder: Path) -> Iterator[str]:
    """The top-level modules that the files of a folder import."""
    for file in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from (alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                yield node.module.partition(".")[0]


def distributions(folder: Path) -> set[str]:
    """The packages that the files of a folder need from outside."""
    known = packages_distributions()
    foreign = set(imports(folder)) - sys.stdlib_module_names - {"shkc_kg", "tests"}
    return {canonical(known[module][0]) for module in foreign if module in known}


def committed() -> list[Path]:
    """The files that git keeps."""
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    return [ROOT / name for name in done.stdout.split("\0") if name and (ROOT / name).is_file()]


def test_what_the_program_imports_is_declared() -> None:
    assert distributions(ROOT / "src") - {canonical(name) for name in PROJECT["dependencies"]} == set()


def test_what_is_declared_the_program_imports() -> None:
    declared = {canonical(name) for name in PROJECT["dependencies"]}
    assert declared - distributions(ROOT / "src") - THROUGH_OTHERS == set()


def test_what_the_tests_import_is_declared() -> None:
    declared = {canonical(name) for name in [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["test"]]}
    assert distributions(ROOT / "tests") - declared == set()


def test_what_the_tools_import_is_declared() -> None:
    extras = PROJECT["optional-dependencies"]
    declared = {
        canonical(name) for name in [*PROJECT["dependencies"], *extras["test"], *extras["tools"], *extras["bench"]]
    }
    assert (distributions(ROOT / "tools") | distributions(ROOT / "benchmarks")) - declared == set()


def test_every_version_is_pinned() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not re.fullmatch(r"[\w.-]+==[\w.!+-]+", line)] == []
    pinned = {canonical(line) for line in lines}
    declared = {canonical(name) for name in [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["test"]]}
    assert declared - pinned == set()


def test_nothing_committed_knows_the_place_where_it_was_written() -> None:
    files = committed()
    if not files:
        pytest.skip("not a git checkout")
    texts = ((path, path.read_bytes().decode("utf-8", "replace")) for path in files)
    assert [str(path.relative_to(ROOT)) for path, text in texts if FOREIGN.search(text)] == []


def test_continuous_integration_runs_what_developers_run() -> None:
    assert (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()[-1] == "exec make test"


def test_an_old_python_is_told_what_is_needed(tmp_path: Path) -> None:
    for name in ("Makefile", "pyproject.toml", "constraints.txt", "hatch_build.py"):
        shutil.copy(ROOT / name, tmp_path)
    made = subprocess.run(["make", "serve", "PYTHON=false"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert made.returncode != 0
    assert "shkc-kg needs Python 3.11 or newer, and 'false' is not; try: make serve PYTHON=python3.11" in made.stderr
    assert not (tmp_path / ".venv").exists()
