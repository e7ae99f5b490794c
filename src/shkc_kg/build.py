"""``build``: reports become a graph on disk. Each step is a call; what it does stands in its own module."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from pyoxigraph import Quad

from shkc_kg.audit import audit
from shkc_kg.coverage import Coverage, coverage, coverage_bytes
from shkc_kg.coverage.floor import check_floor
from shkc_kg.errors import OntologyError
from shkc_kg.graph.account import account
from shkc_kg.graph.check import CheckReport, check_graph
from shkc_kg.graph.dataset import NOT_COUNTED, Origin, dataset, origin_quads, program_version
from shkc_kg.graph.findings import finding_quads
from shkc_kg.graph.ledger import Entry, ledger_bytes
from shkc_kg.graph.links import code_quads, link_quads, names_of
from shkc_kg.graph.nquads import nquads, sha256
from shkc_kg.graph.ontology import load_ontology, ontology_quads
from shkc_kg.graph.quads import state
from shkc_kg.graph.quality import quality_quads
from shkc_kg.graph.reason import infer
from shkc_kg.graph.sizes import sizes
from shkc_kg.graph.terms import iri
from shkc_kg.graph.verdicts import verdicts
from shkc_kg.merging import merged
from shkc_kg.model import Reading
from shkc_kg.names import DEFAULT_BASE, Namer
from shkc_kg.networks.analysis import analysis
from shkc_kg.reading import read
from shkc_kg.reading.curated import curated, is_curated
from shkc_kg.reports import Report, load_reports
from shkc_kg.resources import data_dir, ontology_dir
from shkc_kg.stages import Progress, Stages
from shkc_kg.store.draft import draft
from shkc_kg.store.folder import Generation
from shkc_kg.store.oxigraph import hold, open_readonly
from shkc_kg.store.push import push
from shkc_kg.store.record import folder_hash, write_record

__all__ = ["STAGES", "BuildReport", "build"]

STAGES: Final = ("load", "read", "state", "reason", "analyse", "describe", "hold", "check")


@dataclass(frozen=True, slots=True)
class BuildReport:
    """A finished build: where it is, its SHA-256, its size, seconds by stage, and how it was sent on, if it was."""

    generation: Generation
    sha256: str
    quads: int
    facts: int
    seconds: dict[str, float]
    pushed: str | None = None


def build(
    reports: Path, out: Path, base: str = DEFAULT_BASE, to: str | None = None, progress: Progress | None = None
) -> BuildReport:
    """Build the graph of all reports in a folder and put it in the place of the one in ``out``, whole or not at all.

    ``to`` is a SPARQL server that gets a copy once the graph stands.

    :raises ShkcError: of the kind that tells what is wrong; what was in ``out`` before is untouched.
    """
    stages = Stages((*STAGES, "send") if to else STAGES, progress)
    namer, folder = Namer(base), data_dir() / "curated"
    with draft(out) as work:
        with stages.run("load"):
            loaded = load_reports(reports)
        with stages.run("read"):
            readings = tuple(curated(read(chapter), folder) for report in loaded for chapter in report.chapters)
            readings = merged(readings, data_dir() / "merge" / "decisions.tsv")
            covered = tuple(map(coverage, readings))
            for one in covered:
                check_floor(one, data_dir() / "coverage.toml")
        with stages.run("state"):
            quads = list(_stated(loaded, readings, namer))
            quads += (quad for reading in readings for quad in finding_quads(reading, audit(reading), namer))
        with stages.run("reason"):
            quads += infer(quads, load_ontology(), iri(namer.graph("inferred")))
        with stages.run("analyse"):
            found = list(analysis(quads, namer))
            quads += found
            quads += infer(found, load_ontology(), iri(namer.graph("inferred")))
        with stages.run("describe"):
            quads += (quad for one in covered for quad in quality_quads(one.report, one.chapter, one.values, namer))
            quads += dataset(quads, namer)
            data = nquads(quads)
            digest = sha256(data)
        with stages.run("hold"):
            rows = tuple(row for reading in readings for row in account(reading, namer))
            _fill(work.generation, data, rows, covered)
        with stages.run("check"):
            checked = check_graph(open_readonly(work.generation), base, hermit=False)
            _refuse(checked)
        size = sizes(quads, [iri(namer.graph(name)) for name in NOT_COUNTED])
        told = {
            **_told(loaded, base, digest),
            **size,
            "facts": _kinds(rows),
            **_by_hand(readings),
            "checks": verdicts(checked),
            "seconds": stages.seconds,
        }
        write_record(work.generation.manifest, told)
        generation = work.publish(digest)
    pushed = None
    if to:
        with stages.run("send"):
            pushed = push(to, quads, base)
    return BuildReport(generation, digest, size["quads"], len(rows), stages.seconds, pushed)


def _stated(loaded: Sequence[Report], readings: Sequence[Reading], namer: Namer) -> Iterator[Quad]:
    quads = [quad for reading in readings for quad in state(reading, namer)]
    yield from quads
    for report in loaded:
        yield from origin_quads(_origin(report), quads, namer)
    yield from ontology_quads(iri(namer.graph("ontology")))
    names, reports = names_of(quads, namer), [report.id for report in loaded]
    yield from link_quads(names, namer, reports)
    yield from code_quads(names, namer, reports)


def _origin(report: Report) -> Origin:
    chapters = tuple(chapter.chapter for chapter in report.chapters)
    rights = report.licence_zh, report.licence_en
    return Origin(report.id, chapters, report.publisher_zh, report.publisher_en, *rights)


def _fill(generation: Generation, data: bytes, rows: Sequence[Entry], covered: Sequence[Coverage]) -> None:
    hold(data, generation.store)
    generation.dataset.write_bytes(data)
    generation.ledger.write_bytes(ledger_bytes(rows))
    generation.coverage.write_bytes(coverage_bytes(covered))


def _told(loaded: Sequence[Report], base: str, digest: str) -> dict[str, Any]:
    chapters = [chapter for report in loaded for chapter in report.chapters]
    return {
        "program": program_version(),
        "base": base,
        "dataset": {"sha256": digest},
        "inputs": {
            **{f"{c.report}/{c.chapter}": sha256(c.original.encode("utf-8", "surrogatepass")) for c in chapters},
            "data": folder_hash(data_dir()),
            "ontology": folder_hash(ontology_dir()),
        },
    }


def _refuse(found: CheckReport) -> None:
    """Stop the build where a promise or a shape is broken; the graph in use stays.

    :raises OntologyError: what is broken and, of each, the first offender.
    """
    cases = [
        f"{held.promise.name} ({held.promise.en}): {' '.join(held.offenders[0])}, {len(held.offenders)} in all"
        for held in found.broken
    ]
    cases += [f"{held.focus} {held.path} {held.value} ({held.en})" for held in found.violations]
    if cases:
        raise OntologyError(f"the graph is not as it should be, so nothing was replaced: {'; '.join(cases)}")


def _by_hand(readings: Sequence[Reading]) -> dict[str, Any]:
    """How much of what is stated came from curated rows rather than rules."""
    rules = [fact.evidence.rule for reading in readings for fact in reading.facts]
    rules += [thing.rule for reading in readings for thing in reading.things]
    notes = sum(len(reading.notes) for reading in readings)
    return {"curated": {"facts": sum(map(is_curated, rules)), "notes": notes}}


def _kinds(rows: Sequence[Entry]) -> dict[str, int]:
    kinds = sorted({row.kind for row in rows})
    return {kind: sum(row.kind == kind for row in rows) for kind in kinds}
