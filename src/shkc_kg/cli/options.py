"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

from shkc_kg.names import DEFAULT_BASE
from shkc_kg.store.folder import ENVIRONMENT

__all__ = ["base_option", "store_option"]


def _checked_base(_context: click.Context, _parameter: click.Parameter, base: str) -> str:
    """The base, once it is sure that IRIs can begin with it."""
    scheme, separator, rest = base.partition("://")
    if scheme not in {"http", "https"} or not separator or not rest.endswith("/") or any(c in base for c in ' <>"?#'):
        raise click.BadParameter(f"{base!r} is no beginning of an IRI such as {DEFAULT_BASE}")
    return base


base_option = click.option(
    "--base",
    default=DEFAULT_BASE,
    show_default=True,
    callback=_checked_base,
    help="What the IRIs of the data begin with.",
)
store_option = click.option(
    "--store",
    type=click.Path(path_type=Path),
    help=f"The folder of the built graph.  [default: where build puts it, or ${ENVIRONMENT}]",
)
