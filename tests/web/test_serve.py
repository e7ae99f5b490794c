"""Starting and stopping the server."""

from __future__ import annotations

import asyncio
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from tests.web.conftest import There, publish

from shkc_kg.errors import StoreError
from shkc_kg.web import AddressError, serve


def children(pid: int) -> list[int]:
    """All processes below one."""
    listed = subprocess.run(["ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    below = [tuple(map(int, line.split())) for line in listed.splitlines()]
    found = [child for child, parent in below if parent == pid]
    return found + [deeper for child in found for deeper in children(child)]


def alive(pid: int) -> bool:
    listed = subprocess.run(["ps", "-p", str(pid), "-o", "stat="], capture_output=True, text=True).stdout.strip()
    return bool(listed) and not listed.startswith("Z")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_the_server_and_all_its_processes_with_status_0(store: Path, number: int) -> None:
    server = There(store)
    below = children(server.process.pid)
    assert server.get("/sparql", params={"query": "ASK {}"}).status_code == 200
    assert len(below) >= 3
    assert server.stop(number) == (0, "")
    assert not [pid for pid in below if alive(pid)]


def test_a_killed_server_leaves_no_orphans(store: Path) -> None:
    server = There(store)
    below = children(server.process.pid)
    server.stop(signal.SIGKILL)
    for pid in below:
        subprocess.run(["timeout", "10", "tail", f"--pid={pid}", "-f", "/dev/null"], check=True)


def test_a_port_in_use_is_one_clear_line(store: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(AddressError) as told:
            serve(store, port=port)
    assert (
        str(told.value)
        == f"127.0.0.1:{port}: the port is in use; stop the other server, or name another port with --port"
    )


def test_an_unknown_host_is_one_clear_line(store: Path) -> None:
    with pytest.raises(AddressError, match=r"^no-such-host\.invalid:7878: no such address"):
        serve(store, host="no-such-host.invalid")


def test_no_store_is_told_before_anything_starts(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no store"):
        serve(tmp_path)


def test_a_damaged_store_is_told(tmp_path: Path) -> None:
    publish(tmp_path, b"<a:a> <a:b> <a:c> .")
    next(tmp_path.glob("0*/dataset.nq")).write_bytes(b"<a:a> <a:b> \n")
    told = subprocess.run(
        [sys.executable, Path(__file__).parent / "run_server.py", tmp_path], capture_output=True, text=True, timeout=30
    )
    assert told.returncode == 1
    assert told.stderr.splitlines()[-1].startswith("shkc_kg.errors.StoreError: ")
    assert "build it again" in told.stderr


def test_a_new_build_is_taken_up_without_dropping_a_request(tmp_path: Path) -> None:
    publish(tmp_path, b"<a:a> <a:b> <a:c> .")
    server = There(tmp_path, '{"reload_on_build": true}')
    count = {"query": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "format": "csv"}
    assert server.get("/sparql", params=count).text == "n\r\n1\r\n"
    publish(tmp_path, b"<a:a> <a:b> <a:c>, <a:d> .")

    async def until_new() -> None:
        async with asyncio.timeout(20):
            while server.get("/sparql", params=count).raise_for_status().text != "n\r\n2\r\n":
                await asyncio.sleep(0)

    asyncio.run(until_new())
    assert server.stop() == (0, "")
