"""``shkc-kg audit``: does a report agree with itself?"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
from pyoxigraph import Store

from shkc_kg.api import extract
from shkc_kg.audit.stored import Comparison, audited, comparisons, report_turtle
from shkc_kg.cli.options import store_option
from shkc_kg.cli.streams import STDIN, example, read_text, write
from shkc_kg.knowledge import open as open_graph
from shkc_kg.model import Verdict

__all__ = ["audit"]

_MARKS = {
    Verdict.AGREES: "相符   agrees",
    Verdict.DISAGREES: "不符   disagrees",
    Verdict.UNDECIDED: "难断   can't tell",
}


@click.command(
    epilog=example(
        "shkc-kg audit", "shkc-kg audit --only disagrees", "shkc-kg audit news.txt --year 2021 --format json"
    )
)
@click.argument("file", required=False)
@click.option("--year", type=click.IntRange(1000, 9999), help="The year the text speaks of, where it doesn't say.")
@click.option("--region", help="The place the text speaks of, where it doesn't say (上海市).")
@click.option("--only", type=click.Choice([verdict.value for verdict in Verdict]), help="Show one verdict only.")
@click.option("--format", "form", type=click.Choice(["text", "json", "ttl"]), default="text", show_default=True)
@store_option
def audit(
    file: str | None, year: int | None, region: str | None, only: str | None, form: str, store: Path | None
) -> None:
    """Hold a report against itself: counts and lists, sums, calendar, what it says twice. Nothing is repaired.

    Without FILE it is the built graph's audit; FILE (- for standard input) is read on the spot.
    """
    held = _audited(file, year, region) if file else open_graph(store).store
    if form == "ttl":
        write(report_turtle(held))
        return
    found = [one for one in comparisons(held) if only in (None, one.verdict.value)]
    write(_json(found) if form == "json" else "".join(f"{line}\n" for line in _lines(found)))


def _audited(file: str, year: int | None, region: str | None) -> Store:
    name = "text" if file == STDIN else Path(file).stem
    return audited(extract(read_text(file), year, region, name=name).reading)


def _json(found: Sequence[Comparison]) -> str:
    return json.dumps([one.as_json() for one in found], ensure_ascii=False, indent=2) + "\n"


def _lines(found: Sequence[Comparison]) -> Iterator[str]:
    for one in found:
        yield f"{_MARKS[one.verdict]}: {one.stated} | {one.found} ({one.kind.value})"
        yield f"  {one.reason_zh} {one.reason_en}"
        yield from (f"  {quote.begin}-{quote.end}".ljust(14) + " ".join(quote.text.split()) for quote in one.quotes)
    told = ", ".join(f"{sum(one.verdict is verdict for one in found)} {verdict.value}" for verdict in Verdict)
    yield f"{len(found)} comparisons: {told}"
