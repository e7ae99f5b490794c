"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

from shkc_kg.names import DEFAULT_BASE
from shkc_kg.store.folder import ENVIRONMENT

__all__ = ["base_option", "parameters_option", "store_option"]


def _checked_base(_context: click.Context, _parameter: click.Parameter, base: str) -> str:
    """The base, once it is sure that IRIs can begin with it."""
    scheme, separator, rest = base.partition("://")
    if scheme not in {"http", "https"} or not separator or not rest.endswith("/") or any(c in base for c in ' <>"?#'):
        raise click.BadParameter(f"{base!r} is no beginning of an IRI such as {DEFAULT_BASE}")
    return base


def _pairs(_context: click.Context, _parameter: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    """``k=v`` options as a mapping; what is no such pair is misuse."""
    pairs = [pair.partition("=") for pair in given]
    for name, equals, _ in pairs:
        if not name or not equals:
            raise click.BadParameter(f"{name!r} is not NAME=VALUE")
    return {name: value for name, _, value in pairs}


base_option = click.option(
    "--base",
    default=DEFAULT_BASE,
    show_default=True,
    callback=_checked_base,
    help="What the IRIs of the data begin with.",
)
parameters_option = click.option(
    "--param", "parameters", multiple=True, callback=_pairs, metavar="NAME=VALUE", help="Fills ?_NAME of a query."
)
store_option = click.option(
    "--store",
    type=click.Path(path_type=Path),
    help=f"The folder of the built graph.  [default: where build puts it, or ${ENVIRONMENT}]",
)
