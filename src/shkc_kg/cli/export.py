"""``shkc-kg export``: the built graph as a file."""

from __future__ import annotations

from pathlib import Path

import click

from shkc_kg.cli.options import store_option
from shkc_kg.cli.streams import example, write
from shkc_kg.export import FORMATS, export_profile, profiles
from shkc_kg.export import export as export_graph
from shkc_kg.knowledge import open as open_graph

__all__ = ["export"]


@click.command(
    epilog=example(
        "shkc-kg export --format trig > shkc.trig",
        "shkc-kg export --graph g:links --format ttl",
        "shkc-kg export --profile vivo --format ttl",
    )
)
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="nquads", show_default=True)
@click.option("--graph", metavar="IRI", help="Only this named graph: a passage, a chapter, g:links ...")
@click.option("--profile", type=click.Choice(profiles()), help="All of it in the terms of another vocabulary.")
@store_option
def export(form: str, graph: str | None, profile: str | None, store: Path | None) -> None:
    """Print the built graph. A format that knows no named graphs gets the union of all."""
    if profile and graph:
        raise click.UsageError("Give either --graph or --profile: a profile is made of the whole graph.")
    kg = open_graph(store)
    write(export_profile(kg, profile, form) if profile else export_graph(kg, form, graph))
