"""A build replaces the graph in one step: killed at any moment, a complete one is found."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.store.test_folder import LINE, publish, size

from shkc_kg.errors import StoreError
from shkc_kg.store.draft import draft
from shkc_kg.store.folder import current

KILLED = Path(__file__).with_name("killed.py")
FRESH = "".join(f"<urn:s{n}> <urn:p> <urn:o> <urn:g> .\n" for n in range(50))


def _run(root: Path, fatal: int) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, KILLED, root, FRESH, str(fatal)], capture_output=True, check=False)


def test_killed_at_every_step_a_complete_graph_is_found(tmp_path: Path) -> None:
    publish(tmp_path / "count")
    steps = int(_run(tmp_path / "count", 0).stdout)
    found = []
    for fatal in range(1, steps + 1):
        root = tmp_path / str(fatal)
        publish(root)
        assert _run(root, fatal).returncode == -signal.SIGKILL
        found.append(size(root))
        publish(root)  # the next build is not in the way of the dead one's remains
        assert not list(root.glob(".draft-*"))
    # All old, then all new: nothing in between, and the swap is among the steps.
    assert found == sorted(found)
    assert set(found) == {1, 50}


def test_a_failed_build_leaves_the_graph_and_no_draft(tmp_path: Path) -> None:
    before = publish(tmp_path).folder
    with pytest.raises(FileNotFoundError), draft(tmp_path) as work:
        (work.generation.folder / "no such folder" / "half").write_text("half")
    assert current(tmp_path).folder == before
    assert not list(tmp_path.glob(".draft-*"))


def test_two_builds_at_once_are_refused(tmp_path: Path) -> None:
    with draft(tmp_path), pytest.raises(StoreError, match="another build is at work"), draft(tmp_path):
        pass


def test_a_folder_that_cannot_be_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError, match=r"can't be written \(.*\); choose another folder with --out"):
        draft(tmp_path / "file" / "store").__enter__()


def test_a_server_of_another_user_may_read_it(tmp_path: Path) -> None:
    assert publish(tmp_path, LINE).folder.stat().st_mode & 0o777 == 0o755
