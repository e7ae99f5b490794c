"""``shkc-kg diff``: what two builds state differently."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from shkc_kg.cli.streams import example, write
from shkc_kg.diff import Change, Difference, Told, differences
from shkc_kg.store.folder import current

__all__ = ["diff"]

_MARK = {Change.ADDED: "+", Change.REMOVED: "-", Change.CHANGED: "~"}


@click.command(epilog=example("shkc-kg diff old-graph new-graph", "shkc-kg diff old-graph new-graph --format json"))
@click.argument("before", type=click.Path(path_type=Path))
@click.argument("after", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def diff(before: Path, after: Path, form: str) -> None:
    """List the facts that the graph in AFTER adds to the one in BEFORE, leaves out or changes, each with its rule."""
    found = differences(current(before), current(after))
    write(_json(found) if form == "json" else "".join(f"{line}\n" for line in _lines(found)))


def _json(found: Sequence[Difference]) -> str:
    return json.dumps([one.as_json() for one in found], ensure_ascii=False, indent=1) + "\n"


def _lines(found: Sequence[Difference]) -> Iterator[str]:
    for one in found:
        if one.before is not None and one.after is not None:
            yield f"~ {_fact(one.before)}"
            yield f"  {_fact(one.after)}"
        else:
            told = one.after or one.before
            yield f"{_MARK[one.change]} {_fact(told) if told else ''}"
    counts = ", ".join(f"{sum(one.change is change for one in found)} {change.value}" for change in Change)
    yield f"{len(found)} differences: {counts}"


def _fact(told: Told) -> str:
    """One line: what is said, the characters, the rule."""
    says = "  ".join(value if name == "subject" else f"{name} {value}" for name, value in told.says)
    printed = " ".join(told.printed.split())
    return f"{told.kind}  {says}{'  (planned)' if told.planned else ''}  «{printed}»  [{told.rule}]"
