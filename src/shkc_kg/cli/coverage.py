"""``shkc-kg coverage``: what was read, and what was not."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from shkc_kg.api import extract
from shkc_kg.cli.options import store_option
from shkc_kg.cli.streams import STDIN, example, read_text, write
from shkc_kg.coverage import Coverage, read_coverage
from shkc_kg.coverage import coverage as coverage_of
from shkc_kg.coverage.page import page
from shkc_kg.errors import StoreError
from shkc_kg.knowledge import open as open_graph

__all__ = ["coverage"]


@click.command(
    epilog=example(
        "shkc-kg coverage", "shkc-kg coverage --html coverage.html", "shkc-kg coverage news.txt --format json"
    )
)
@click.argument("file", required=False)
@click.option("--year", type=click.IntRange(1000, 9999), help="The year the text speaks of, where it doesn't say.")
@click.option("--region", help="The place the text speaks of, where it doesn't say (上海市).")
@click.option("--html", type=click.Path(dir_okay=False, path_type=Path), help="Write a page to this file as well.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@store_option
def coverage(
    file: str | None, year: int | None, region: str | None, html: Path | None, form: str, store: Path | None
) -> None:
    """Tell of every character whether it is evidence of a fact, part of a name, structure, rhetoric, or unread.

    Without FILE it is the built graph's coverage; FILE (- for standard input) is read on the spot.
    """
    covered = _extracted(file, year, region) if file else _built(store)
    if html is not None:
        html.write_text(page(covered), encoding="utf-8")
    told = json.dumps([one.as_json() for one in covered], ensure_ascii=False, indent=1) + "\n"
    write(told if form == "json" else "".join(f"{line}\n" for line in _lines(covered)))


def _extracted(file: str, year: int | None, region: str | None) -> tuple[Coverage, ...]:
    name = "text" if file == STDIN else Path(file).stem
    return (coverage_of(extract(read_text(file), year, region, name=name).reading),)


def _built(store: Path | None) -> tuple[Coverage, ...]:
    generation = open_graph(store).generation
    if not generation.coverage.is_file():
        raise StoreError(generation.folder, "holds no coverage", "build it again with: shkc-kg build")
    return read_coverage(generation.coverage)


def _lines(covered: Sequence[Coverage]) -> Iterator[str]:
    for one in covered:
        yield f"{one.report}/{one.chapter}: {len(one.text)} characters"
        for category, share in one.shares.items():
            yield f"  {category.value:10}{one.counts[category]:8}{share:8} %"
        yield f"  {len(one.numerals)} numerals, {len(one.lost)} lost"
        yield "  unread, longest first:"
        for stretch in one.unread:
            reasons = f"  ({'; '.join(stretch.reasons)})" if stretch.reasons != ("no rule",) else ""
            yield f"  {stretch.span.begin:6}  {' '.join(stretch.text.split())}{reasons}"
