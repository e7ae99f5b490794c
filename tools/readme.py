"""Keeps the README's tour true: runs each command of its ``console`` blocks and writes down what it really prints.

    .venv/bin/python tools/readme.py STORE [--check]

``STORE`` is a graph built from the shipped report. ``--check`` writes nothing and shows what is no longer true.
"""

from __future__ import annotations

import difflib
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ .*$", re.MULTILINE)


def refreshed(text: str, store: Path) -> str:
    """The text with the output of every command as it is today."""
    return BLOCK.sub(lambda block: "".join(shown(line, store) for line in COMMAND.findall(block[0])), text)


def shown(line: str, store: Path) -> str:
    """A command line with what it prints, data and words."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "SHKC_KG_STORE": str(store)}
    done = subprocess.run(
        ["bash", "-c", line.removeprefix("$ ")],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return f"{line}\n{done.stdout}"


def main(store: Path, check: bool) -> int:
    """Write the README anew, or show where it is stale; the exit code."""
    old = README.read_text(encoding="utf-8")
    new = refreshed(old, store)
    if not check:
        README.write_text(new, encoding="utf-8")
        return 0
    stale = list(difflib.unified_diff(old.splitlines(), new.splitlines(), "README.md", "today", lineterm=""))
    print("\n".join(stale))
    return bool(stale)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve(), "--check" in sys.argv))
