"""``shkc-kg explain``: why something is in the graph."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from shkc_kg.cli.options import store_option
from shkc_kg.cli.streams import example, write
from shkc_kg.errors import QueryError
from shkc_kg.explain import Explanation, search
from shkc_kg.knowledge import KnowledgeGraph
from shkc_kg.knowledge import open as open_graph

__all__ = ["explain"]


@click.command(epilog=example("shkc-kg explain id:复旦大学", "shkc-kg explain --search 外资研发中心"))
@click.argument("thing", metavar="IRI", required=False)
@click.option("--search", "words", metavar="TEXT", help="Explain the facts of every sentence that has this text.")
@store_option
def explain(thing: str | None, words: str | None, store: Path | None) -> None:
    """Show the sentences that a thing rests on. Name it by its IRI in full, as id:…, or by its name."""
    if bool(thing) == bool(words):
        raise click.UsageError("Give either an IRI or --search TEXT.")
    kg = open_graph(store)
    found = search(kg.generation, kg.store, words) if words else _of(kg, thing or "")
    write("\n".join("".join(f"{line}\n" for line in _lines(why)) for why in found))


def _of(kg: KnowledgeGraph, thing: str) -> tuple[Explanation, ...]:
    iri = kg.find(thing)
    if iri is None:
        raise QueryError(f"nothing in the graph is {thing}; look for a part of it with --search")
    found = kg.explain(iri)
    if not found:
        click.echo("No sentence states it: it is background, a document, or inferred.", err=True)
    return found


def _lines(why: Explanation) -> Iterator[str]:
    planned = "  (planned)" if why.planned else ""
    yield f"{why.subject}  {why.predicate}  {why.object}{planned}"
    yield f"  sentence    {_one_line(why.sentence)}"
    yield from (f"  {span.begin}-{span.end}".ljust(14) + _one_line(printed) for span, printed in why.characters)
    yield from (f"  under       {_one_line(sentence)}" for sentence in why.scope)
    yield from (f"  unsaid      {reason}" for reason in why.reasons)
    yield f"  rule        {why.rule}"
    yield f"  passage     {why.passage}"


def _one_line(text: str) -> str:
    return " ".join(text.split())
