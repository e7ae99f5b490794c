"""Publish a graph, and kill this process at the n-th thing that it asks of the file system under the store's folder."""

from __future__ import annotations

import json
import os
import signal
import sys
from itertools import count
from pathlib import Path

from shkc_kg.store.draft import draft
from shkc_kg.store.folder import stamp
from shkc_kg.store.oxigraph import hold

WATCHED = frozenset({"open", "os.rename", "os.mkdir", "os.rmdir", "os.remove", "os.chmod"})


def main(root: Path, data: bytes, fatal: int) -> None:
    """Publish, and say how many steps that took; at step ``fatal`` (from 1) die."""
    steps = count(1)

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        ours = event in WATCHED and any(str(argument).startswith(str(root)) for argument in arguments)
        if ours and next(steps) == fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)
    with draft(root) as work:
        hold(data, work.generation.store)
        work.generation.manifest.write_text(json.dumps({"store": stamp()}))
        work.publish("fedcba9876543210")
    sys.stdout.write(str(next(steps) - 1))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2].encode(), int(sys.argv[3]))
