"""``build.json``: what a build was made from, what it holds, when and how fast. Here, and only here, is a clock."""

from __future__ import annotations

import hashlib
import json
import platform
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyoxigraph

from shkc_kg.store.folder import stamp

__all__ = ["folder_hash", "write_record"]


def folder_hash(*folders: Path) -> str:
    """One SHA-256 over the names and bytes of all files below some folders, whatever order the disk lists them in."""
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(p for p in folder.rglob("*") if p.is_file()):
            digest.update(f"{path.relative_to(folder).as_posix()}\0".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def write_record(path: Path, told: Mapping[str, Any]) -> None:
    """The file: what is told, with the store's version, the time and the machine."""
    record = {
        "store": stamp(),
        **told,
        "built": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": {
            "system": platform.platform(),
            "python": sys.version.split()[0],
            "oxigraph": pyoxigraph.__version__,
        },
    }
    path.write_text(json.dumps(record, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
