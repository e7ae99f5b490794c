"""What the audit found, as a ``sh:ValidationReport`` of each chapter in ``g:notes``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from shkc_kg.graph.frame import Frame
from shkc_kg.graph.terms import Pairs, en, integer, iri, quads_of, term, text, zh
from shkc_kg.model import Finding, FindingKind, Quote, Reading, Verdict
from shkc_kg.names import Namer

__all__ = ["KINDS", "VERDICTS", "finding_quads"]

KINDS: Final = {
    FindingKind.ENUMERATION: "shkc:EnumerationAudit",
    FindingKind.SUM: "shkc:SumAudit",
    FindingKind.WEEKDAY: "shkc:WeekdayAudit",
    FindingKind.DURATION: "shkc:DurationAudit",
    FindingKind.REPEATED: "shkc:RepetitionAudit",
    FindingKind.ORDER: "shkc:OrderAudit",
}
VERDICTS: Final = {
    Verdict.AGREES: "shkc:Agrees",
    Verdict.DISAGREES: "shkc:Disagrees",
    Verdict.UNDECIDED: "shkc:Undecided",
}
# A report that agrees with itself conforms; a comparison that could not be decided deserves a look.
_SEVERITY: Final = {Verdict.AGREES: "sh:Info", Verdict.UNDECIDED: "sh:Warning", Verdict.DISAGREES: "sh:Violation"}
_ZH: Final = {Verdict.AGREES: "相符", Verdict.UNDECIDED: "不能判定", Verdict.DISAGREES: "不符"}


def finding_quads(reading: Reading, findings: Sequence[Finding], namer: Namer) -> Iterator[Quad]:
    """The report of one chapter: whether it agrees with itself, and each comparison with its quotes."""
    frame = Frame(reading, namer)
    graph, report = frame.graph("notes"), iri(f"{frame.chapter.value}/audit")
    source = reading.chapter.source
    conforms = not any(finding.verdict is Verdict.DISAGREES for finding in findings)
    about: Pairs = {
        "rdf:type": term("sh:ValidationReport"),
        "rdfs:label": zh(f"《{source.title_zh or source.chapter}》自相核对"),
        "schema:about": frame.chapter,
        "sh:conforms": Literal(conforms),
    }
    yield from quads_of(report, graph, about)
    yield Quad(report, term("rdfs:label"), en(f"Audit of {source.title_en or source.chapter}"), graph)
    for order, finding in enumerate(findings, 1):
        node = iri(f"{report.value}/{order}")
        yield Quad(report, term("sh:result"), node, graph)
        yield from _result(frame, node, order, finding, graph)


def _result(frame: Frame, node: NamedNode, order: int, finding: Finding, graph: NamedNode) -> Iterator[Quad]:
    about: Pairs = {
        "rdf:type": term("sh:ValidationResult"),
        "rdfs:label": zh(f"{finding.stated}｜{finding.found}：{_ZH[finding.verdict]}"),
        "sh:focusNode": frame.passage(finding.quotes[0].passage),
        "sh:resultSeverity": term(_SEVERITY[finding.verdict]),
        "sh:sourceConstraintComponent": term(KINDS[finding.kind]),
        "sh:resultMessage": zh(finding.reason_zh),
        "shkc:verdict": term(VERDICTS[finding.verdict]),
        "shkc:auditStated": text(finding.stated),
        "shkc:auditFound": text(finding.found),
        "shkc:order": integer(order),
    }
    yield from quads_of(node, graph, about)
    yield Quad(node, term("rdfs:label"), en(f"{finding.stated} | {finding.found}: {finding.verdict.value}"), graph)
    yield Quad(node, term("sh:resultMessage"), en(finding.reason_en), graph)
    for quote in finding.quotes:
        yield from _quote(frame, node, quote, graph)


def _quote(frame: Frame, result: NamedNode, quote: Quote, graph: NamedNode) -> Iterator[Quad]:
    node = frame.characters(quote.span, "quote")
    yield Quad(result, term("shkc:quotes"), node, graph)
    place: Pairs = {
        "rdf:type": term("nif:String"),
        "nif:anchorOf": text(frame.printed(quote.span)),
        "nif:beginIndex": integer(quote.span.begin),
        "nif:endIndex": integer(quote.span.end),
        "nif:referenceContext": frame.passage(quote.passage),
    }
    yield from quads_of(node, graph, place)
