"""Command lines as a user types them, run in a process of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

SHKC_KG = Path(sys.executable).with_name("shkc-kg")


@dataclass(frozen=True)
class Done:
    """What a command left: its exit code, its data, its words."""

    code: int
    out: str
    err: str


Command = Callable[..., Done]


@pytest.fixture
def shkc_kg(tmp_path: Path) -> Command:
    """Run ``shkc-kg`` with arguments (and standard input) in an empty folder."""

    def run(*arguments: str | Path, stdin: bytes = b"", **environment: str) -> Done:
        done = subprocess.run(
            [SHKC_KG, *map(str, arguments)],
            cwd=tmp_path,
            input=stdin,
            env={**os.environ, "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data"), **environment},
            capture_output=True,
            check=False,
        )
        return Done(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run
