"""``shkc-kg build``: reports become a graph on disk."""

from __future__ import annotations

from pathlib import Path

import click

from shkc_kg.build import build as build_graph
from shkc_kg.cli.options import base_option
from shkc_kg.cli.progress import progress_bar
from shkc_kg.cli.streams import example
from shkc_kg.resources import data_dir
from shkc_kg.store.folder import ENVIRONMENT, default_root

__all__ = ["build"]


@click.command(
    epilog=example(
        "shkc-kg build",
        "shkc-kg build --reports my-reports --out my-graph",
        "shkc-kg build --to http://127.0.0.1:3030/kg/update",
    )
)
@click.option("--reports", type=click.Path(path_type=Path), help="The folder of reports.  [default: the shipped one]")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help=f"The folder for the graph.  [default: in your data folder, or ${ENVIRONMENT}]",
)
@base_option
@click.option("--to", metavar="ENDPOINT", help="A SPARQL 1.1 server that gets the graph too.")
def build(reports: Path | None, out: Path | None, base: str, to: str | None) -> None:
    """Build the graph of a folder of reports. Checked, it takes the old one's place, whole or not at all."""
    with progress_bar() as progress:
        done = build_graph(reports or data_dir() / "reports", out or default_root(), base, to, progress)
    click.echo(f"{done.quads} quads, {done.facts} facts, {sum(done.seconds.values()):.1f} s")
    click.echo(f"sha256 {done.sha256}")
    click.echo(f"in {done.generation.folder}")
    if done.pushed:
        click.echo(f"sent to {to} by {done.pushed}")
