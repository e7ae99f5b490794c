"""The command line: each command parses, calls one function of the stage it stands for, and prints."""

from shkc_kg.cli.commands import main, run

__all__ = ["main", "run"]
