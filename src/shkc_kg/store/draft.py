"""A build at work beside the graph that is in use, and the one step that puts it in its place."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from shkc_kg.errors import StoreError
from shkc_kg.store.folder import CURRENT, GENERATION, Generation

__all__ = ["Draft", "draft"]

_DRAFT: Final = ".draft-"
_LOCK: Final = ".lock"


@dataclass(frozen=True, slots=True)
class Draft:
    """A generation that nobody sees yet."""

    root: Path
    generation: Generation

    def publish(self, digest: str) -> Generation:
        """Make it the current generation; the one that was current stays for its readers, older ones go.

        Everything is on the disk before ``current`` is replaced, so at any moment a complete graph is named.
        """
        _settle(self.generation.folder)
        before = _generations(self.root)
        number = max((int(name.partition("-")[0]) for name in before), default=0) + 1
        name = f"{number:06}-{digest[:12]}"
        self.generation.folder.rename(self.root / name)
        _sync(self.root)
        previous = _current_name(self.root)
        _replace(self.root / CURRENT, name)
        for old in before:
            if old != previous:
                shutil.rmtree(self.root / old, ignore_errors=True)
        return Generation(self.root / name)


@contextmanager
def draft(root: Path) -> Iterator[Draft]:
    """An empty draft in ``root``, removed unless it was published; drafts of killed builds are removed too.

    :raises StoreError: the folder can't be written, or another build is at work there.
    """
    try:
        root.mkdir(parents=True, exist_ok=True)
        lock = (root / _LOCK).open("wb")
    except OSError as error:
        raise _unwritable(root, error) from error
    with lock:  # the system lets go of the lock when the process ends, however it ends
        _hold(lock.fileno(), root)
        _sweep(root)
        try:
            folder = Path(tempfile.mkdtemp(prefix=_DRAFT, dir=root))
            folder.chmod(0o755)  # mkdtemp's 0700 would shut out a server that runs as somebody else
        except OSError as error:
            raise _unwritable(root, error) from error
        try:
            yield Draft(root, Generation(folder))
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def _unwritable(root: Path, error: OSError) -> StoreError:
    return StoreError(root, f"can't be written ({error.strerror})", "choose another folder with --out")


def _hold(descriptor: int, root: Path) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise StoreError(root, "another build is at work there", "wait for it, or choose another folder") from error


def _sweep(root: Path) -> None:
    for path in root.glob(f"{_DRAFT}*"):
        shutil.rmtree(path, ignore_errors=True)


def _generations(root: Path) -> list[str]:
    return sorted(path.name for path in root.iterdir() if GENERATION.fullmatch(path.name))


def _current_name(root: Path) -> str | None:
    path = root / CURRENT
    return path.read_text(encoding="ascii").strip() if path.is_file() else None


def _replace(path: Path, content: str) -> None:
    fresh = path.with_name(f".{path.name}.new")
    fresh.write_text(content + "\n", encoding="ascii")
    _sync(fresh)
    fresh.replace(path)
    _sync(path.parent)


def _settle(folder: Path) -> None:
    """Write a whole tree through to the disk: files before the folders that name them."""
    for parent, _, files in os.walk(folder, topdown=False):
        for name in files:
            _sync(Path(parent) / name)
        _sync(Path(parent))


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
