"""``shkc-kg serve``: the built graph over HTTP."""

from __future__ import annotations

from pathlib import Path

import click

from shkc_kg.cli.options import store_option
from shkc_kg.cli.streams import example
from shkc_kg.store.folder import default_root
from shkc_kg.web.limits import Limits
from shkc_kg.web.serve import serve as serve_graph

__all__ = ["serve"]

_USUAL = Limits()


@click.command(epilog=example("shkc-kg serve --port 8080 --reload-on-build"))
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at; 0.0.0.0 for all.")
@click.option("--port", type=click.IntRange(0, 65535), default=7878, show_default=True, help="0 takes a free one.")
@click.option("--reload-on-build", "--reload", is_flag=True, help="Take up a new build when it replaces the old one.")
@click.option(
    "--deadline", type=click.FloatRange(0.1), default=_USUAL.deadline, show_default=True, help="Seconds of a query."
)
@click.option(
    "--memory", type=click.IntRange(16), default=_USUAL.memory >> 20, show_default=True, help="MiB of a query."
)
@click.option("--rate", type=click.FloatRange(0), default=0, show_default=True, help="Queries a second of one address.")
@click.option("--allow-service", multiple=True, metavar="IRI", help="A server that SERVICE may call; again for more.")
@store_option
def serve(
    host: str,
    port: int,
    reload_on_build: bool,
    deadline: float,
    memory: int,
    rate: float,
    allow_service: tuple[str, ...],
    store: Path | None,
) -> None:
    """Serve endpoint, linked data and pages. Until Ctrl-C.

    A query that meets a limit ends as an error that names it, never as a shorter answer. Behind a proxy leave --rate
    at 0, which is no limit: all queries come from one address there, since X-Forwarded-For is not believed.
    """
    limits = Limits(deadline=deadline, memory=memory << 20, rate=rate, services=frozenset(allow_service))
    serve_graph(
        store or default_root(),
        host,
        port,
        limits,
        reload_on_build,
        on_ready=lambda address: click.echo(f"shkc-kg serves {address}  (Ctrl-C ends it)", err=True),
    )
