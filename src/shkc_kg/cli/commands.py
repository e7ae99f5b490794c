"""The ``shkc-kg`` command: which commands there are, and how errors become one line and an exit code."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.metadata import version
from io import StringIO
from typing import Final, cast

import click

from shkc_kg.cli.streams import example
from shkc_kg.errors import ShkcError

__all__ = ["COMMANDS", "main", "run"]

# name → module and function: a command's libraries are loaded only when it is called, so that --help stays quick.
COMMANDS: Final[dict[str, str]] = {
    name: f"shkc_kg.cli.{name}:{name}"
    for name in (
        "build",
        "extract",
        "query",
        "serve",
        "explain",
        "check",
        "audit",
        "coverage",
        "diff",
        "network",
        "link",
        "export",
    )
}

FAILED, INTERRUPTED = 1, 130


class Commands(click.Group):
    """A group that imports a command when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, _, function = COMMANDS[cmd_name].partition(":")
        return cast(click.Command, getattr(import_module(module), function))


@click.command(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    epilog=example("shkc-kg build && shkc-kg serve"),
)
@click.version_option(version("shkc-kg"), prog_name="shkc-kg")
def main() -> None:
    """Turn science and technology reports into a graph in which every fact proves itself, and ask it."""


def run(arguments: Sequence[str] | None = None) -> None:
    """Run one command line and leave with its exit code: 0 done, 1 failed, 2 misused, 130 interrupted."""
    sys.exit(_exit_code(arguments))


def _exit_code(arguments: Sequence[str] | None) -> int:
    try:
        done = main.main(arguments, prog_name="shkc-kg", standalone_mode=False)
        sys.stdout.flush()  # a full disk shows here, not after we said that all went well
    except click.ClickException as error:
        return _say(_usage(error), error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        return _say("interrupted", INTERRUPTED)
    except ShkcError as error:
        return _say(str(error), FAILED)
    except BrokenPipeError:  # the reader (``| head``) has gone, which is no news to anybody
        return _forget_output(FAILED)
    except OSError as error:
        return _forget_output(_say(_os_error(error), FAILED))
    return done if isinstance(done, int) else 0


def _say(sentence: str, code: int) -> int:
    click.echo(f"shkc-kg: {' '.join(sentence.split())}", err=True)
    return code


def _usage(error: click.ClickException) -> str:
    """One line of what was wrong and where help stands; click would print three.

    >>> _usage(click.UsageError("No such option '--yaer'."))
    "No such option '--yaer'; see: shkc-kg --help"
    """
    context = error.ctx if isinstance(error, click.UsageError) else None
    return f"{error.format_message().rstrip('.')}; see: {context.command_path if context else 'shkc-kg'} --help"


def _os_error(error: OSError) -> str:
    """What the operating system refused, and about which file.

    >>> _os_error(PermissionError(13, "Permission denied", "/srv/store"))
    '/srv/store: Permission denied'
    """
    remedy = "; free some room and try again" if error.errno == errno.ENOSPC else ""
    where = f"{os.fsdecode(error.filename)}: " if error.filename else ""
    return f"{where}{error.strerror or error}{remedy}"


def _forget_output(code: int) -> int:
    """Drop what couldn't be written; Python would try again as it ends, and complain again."""
    sys.stdout = StringIO()
    return code
