"""``shkc-kg extract``: one text, its graph on standard output."""

from __future__ import annotations

from pathlib import Path

import click

from shkc_kg.api import Extraction
from shkc_kg.api import extract as extract_text
from shkc_kg.cli.options import base_option
from shkc_kg.cli.streams import STDIN, example, read_text, write

__all__ = ["extract"]

_FORMATS = {"nquads": Extraction.nquads, "trig": Extraction.trig, "jsonl": Extraction.jsonl}


@click.command(
    epilog=example(
        "shkc-kg extract report.txt --year 2021 --region 上海市 --format trig",
        "cat news.txt | shkc-kg extract - --format jsonl",
    )
)
@click.argument("file")
@click.option("--year", type=click.IntRange(1000, 9999), help="The year the text speaks of, where it doesn't say.")
@click.option("--region", help="The place the text speaks of, where it doesn't say (上海市).")
@base_option
@click.option("--format", "form", type=click.Choice(list(_FORMATS)), default="nquads", show_default=True)
def extract(file: str, year: int | None, region: str | None, base: str, form: str) -> None:
    """Print the graph of one text. FILE may be - for standard input; nothing is kept on disk."""
    name = "text" if file == STDIN else Path(file).stem
    write(_FORMATS[form](extract_text(read_text(file), year, region, name=name, base=base)))
