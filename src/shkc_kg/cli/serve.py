"""``shkc-kg serve``: the built graph over HTTP."""

from __future__ import annotations

from pathlib import Path

import click

from shkc_kg.cli.options import store_option
from shkc_kg.cli.streams import example
from shkc_kg.store.folder import default_root
from shkc_kg.web import serve as serve_graph

__all__ = ["serve"]


@click.command(epilog=example("shkc-kg serve --port 8080"))
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at; 0.0.0.0 for all.")
@click.option("--port", type=click.IntRange(0, 65535), default=7878, show_default=True, help="0 takes a free one.")
@click.option("--reload", is_flag=True, help="Take up a new build when it has replaced the old one.")
@store_option
def serve(host: str, port: int, reload: bool, store: Path | None) -> None:
    """Serve endpoint, linked data and pages. Until Ctrl-C."""
    serve_graph(
        store or default_root(),
        host,
        port,
        reload_on_build=reload,
        on_ready=lambda address: click.echo(f"shkc-kg serves {address}  (Ctrl-C ends it)", err=True),
    )
