"""``shkc-kg check``: what is wrong with the built graph."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from shkc_kg.cli.options import store_option
from shkc_kg.cli.streams import example, write
from shkc_kg.graph.check import CheckReport, check_graph
from shkc_kg.knowledge import open as open_graph

__all__ = ["check"]


@click.command(epilog=example("shkc-kg check", "shkc-kg check --no-hermit"))
@click.option("--hermit/--no-hermit", default=True, show_default=True, help="Ask HermiT, which needs a Java.")
@store_option
@click.pass_context
def check(context: click.Context, hermit: bool, store: Path | None) -> None:
    """Check promises, shapes and consistency. The exit code is 1 where something is wrong."""
    kg = open_graph(store)
    report = check_graph(kg.store, str(kg.generation.build["base"]), hermit=hermit)
    write("".join(f"{line}\n" for line in _lines(report)))
    context.exit(0 if report.ok else 1)


def _lines(report: CheckReport) -> Iterator[str]:
    for broken in report.broken:
        yield f"promise {broken.promise.name}: {broken.promise.zh} | {broken.promise.en}"
        yield from (f"  {'  '.join(offender)}" for offender in broken.offenders)
    for noted in report.advice:
        yield f"advice {noted.promise.name}: {noted.promise.zh} | {noted.promise.en}"
        yield from (f"  {'  '.join(case)}" for case in noted.offenders)
    for finding in report.findings:
        where = "  ".join(filter(None, (finding.focus, finding.path, finding.value)))
        yield f"{finding.severity.lower()}: {where}: {finding.zh} | {finding.en}"
    yield f"promises     {report.promises - len(report.broken)} of {report.promises} kept"
    yield f"advice       {sum(len(noted.offenders) for noted in report.advice)} cases to look at"
    yield f"shapes       {len(report.violations)} violations, {len(report.warnings)} warnings"
    yield f"consistency  {_consistency(report)}"


def _consistency(report: CheckReport) -> str:
    told = report.consistency
    if told is None:
        return "not asked"
    wrong = [f"{clash.thing} is {clash.one} and {clash.other}" for clash in told.clashes]
    wrong += [f"{cls} can have no instance" for cls in told.unsatisfiable]
    verdict = "consistent" if told.ok and told.consistent else told.reason
    return "; ".join([verdict, *wrong] if verdict else wrong)
