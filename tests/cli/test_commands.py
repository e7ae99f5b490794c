"""The command's frame: one line for each error, exit codes that mean something, help that can be pasted."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from shkc_kg.cli import commands
from shkc_kg.errors import QueryError, StoreError

SHKC_KG = Path(sys.executable).with_name("shkc-kg")
Leave = Callable[..., tuple[int, str, str]]
FULL_DISK = Path("/dev/full")


def failing(error: BaseException) -> Callable[[], None]:
    """A function that raises ``error``."""

    def fail() -> None:
        raise error

    return fail


@pytest.fixture
def leave(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Leave:
    """Run a command line in process, after giving the group a command ``trial``; gives code, stdout, stderr."""

    def run(*arguments: str, trial: Callable[[], None] | None = None) -> tuple[int, str, str]:
        if trial is not None:
            monkeypatch.setattr(commands.Commands, "get_command", lambda *_: click.Command("trial", callback=trial))
        with pytest.raises(SystemExit) as left:
            commands.run(arguments)
        captured = capsys.readouterr()
        code = left.value.code
        assert isinstance(code, int)
        return code, captured.out, captured.err

    return run


def test_the_version_is_the_packages(leave: Leave) -> None:
    assert leave("--version") == (0, "shkc-kg, version 0.1.0\n", "")


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (
            StoreError("store", "there is no store", "run: shkc-kg build"),
            1,
            "store: there is no store; run: shkc-kg build",
        ),
        (QueryError("expected a variable", 2, 7), 1, "line 2, column 7: expected a variable"),
        (PermissionError(errno.EACCES, "Permission denied", "/srv/x"), 1, "/srv/x: Permission denied"),
        (OSError(errno.ENOSPC, "No space left on device"), 1, "No space left on device; free some room and try again"),
        (KeyboardInterrupt(), 130, "interrupted"),
        (click.Abort(), 130, "interrupted"),
        (click.UsageError("two\nlines."), 2, "two lines; see: shkc-kg trial --help"),
    ],
)
def test_an_error_is_one_line_and_a_code(leave: Leave, error: BaseException, code: int, line: str) -> None:
    left, out, err = leave("trial", trial=failing(error))
    assert (left, out, err.lstrip("\n")) == (code, "", f"shkc-kg: {line}\n")  # click ends the line of a "^C" first


def test_a_mistake_of_ours_is_not_hidden(leave: Leave) -> None:
    with pytest.raises(ZeroDivisionError):
        leave("trial", trial=failing(ZeroDivisionError()))


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["bulid"], "No such command 'bulid'"),
        (["extract", "--yaer", "2021", "x"], "No such option '--yaer'"),
        (["extract"], "Missing argument 'FILE'"),
        (["extract", "x", "--year", "MMXXI"], "'MMXXI' is not a valid integer"),
    ],
)
def test_misuse_is_one_line_that_names_the_help_and_exit_code_2(leave: Leave, arguments: list[str], says: str) -> None:
    code, out, err = leave(*arguments)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert says in err
    assert "--help" in err


@pytest.mark.parametrize("name", commands.COMMANDS)
def test_each_command_says_what_it_gives_and_shows_a_line_to_paste(leave: Leave, name: str) -> None:
    code, out, _ = leave(name, "--help")
    assert code == 0
    assert f"Usage: shkc-kg {name}" in out
    assert f"  shkc-kg {name}" in out[out.index("Example") :]


def test_help_lists_every_command_with_its_sentence(leave: Leave) -> None:
    _, out, _ = leave("--help")
    for name in commands.COMMANDS:
        assert any(line.split()[:1] == [name] and len(line.split()) > 3 for line in out.splitlines()), name


@pytest.mark.skipif(not FULL_DISK.exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_one_line() -> None:
    with FULL_DISK.open("w") as full:
        done = subprocess.run([SHKC_KG, "--help"], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (
        1,
        "shkc-kg: No space left on device; free some room and try again\n",
    )


def test_a_reader_that_left_is_no_error() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run([SHKC_KG, "--help"], stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")
