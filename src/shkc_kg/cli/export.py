"""``shkc-kg export``: the built graph as a file."""

from __future__ import annotations

from pathlib import Path

import click

from shkc_kg.cli.options import store_option
from shkc_kg.cli.streams import example, write
from shkc_kg.export import FORMATS
from shkc_kg.export import export as export_graph
from shkc_kg.knowledge import open as open_graph

__all__ = ["export"]


@click.command(
    epilog=example("shkc-kg export --format trig > shkc.trig", "shkc-kg export --graph g:links --format ttl")
)
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="nquads", show_default=True)
@click.option("--graph", metavar="IRI", help="Only this named graph: a passage, a chapter, g:links ...")
@store_option
def export(form: str, graph: str | None, store: Path | None) -> None:
    """Print the built graph. A format that knows no named graphs gets the union of all."""
    write(export_graph(open_graph(store), form, graph))
