"""Whether a graph has the shapes of ``ontology/shapes.ttl``: pySHACL's answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyshacl  # noqa: TID251 - this is the one module that validates shapes
from pyoxigraph import Quad, RdfFormat, Triple, serialize
from rdflib import SH, Graph, Literal
from rdflib.term import IdentifiedNode, Node

from shkc_kg.errors import OntologyError
from shkc_kg.graph.compact import compact
from shkc_kg.graph.ontology import load_turtle
from shkc_kg.resources import ontology_dir

__all__ = ["Finding", "check_shapes"]

_WARNING: Final = "Warning"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A node that lacks its shape: what is wrong with which value of which property, in Chinese and English.

    ``severity`` is ``Violation`` or ``Warning``. Nodes are compact IRIs; ``path`` is empty where the node itself is
    wrong, ``value`` where a value is missing.
    """

    severity: str
    focus: str
    path: str
    value: str
    zh: str
    en: str

    @property
    def is_warning(self) -> bool:
        """A reader should look at it, but no query relies on it."""
        return self.severity == _WARNING


def check_shapes(
    quads: Iterable[Quad], ontology: Iterable[Triple | Quad], shapes: Path | None = None
) -> tuple[Finding, ...]:
    """Every finding, violations first; ``shapes`` is the shipped file where not given.

    The graphs count as one. Subclasses are known from the ontology, so quads need not be reasoned over before.
    """
    shape_graph = _graph(load_turtle(shapes or ontology_dir() / "shapes.ttl"))
    try:
        _, report, text = pyshacl.validate(_graph([*ontology, *quads]), shacl_graph=shape_graph, inference="none")
    except pyshacl.errors.ReportableRuntimeError as error:
        raise OntologyError(f"the shapes can't be used: {error.message}; correct ontology/shapes.ttl") from error
    if not isinstance(report, Graph):  # pySHACL hands back its failure where it can't make a report
        raise OntologyError(f"the shapes can't be used: {text}; correct ontology/shapes.ttl")
    # A result may carry details of its own; what the report itself lists is enough.
    return tuple(sorted({_finding(report, node) for node in report.objects(predicate=SH.result)}))


def _graph(triples: Iterable[Triple | Quad]) -> Graph:
    data = serialize({Triple(t.subject, t.predicate, t.object) for t in triples}, format=RdfFormat.N_TRIPLES) or b""
    return Graph().parse(data=data, format="nt")


def _finding(report: Graph, node: Node) -> Finding:
    messages = {m.language: str(m) for m in report.objects(node, SH.resultMessage) if isinstance(m, Literal)}
    plain = next(iter(messages.values()), "")
    return Finding(
        severity=_spelt(report.value(node, SH.resultSeverity)).removeprefix("sh:"),
        focus=_spelt(report.value(node, SH.focusNode)),
        path=_spelt(report.value(node, SH.resultPath)),
        value=_spelt(report.value(node, SH.value)),
        zh=messages.get("zh", plain),
        en=messages.get("en", plain),
    )


def _spelt(node: Node | None) -> str:
    if node is None:
        return ""
    return compact(str(node)) if isinstance(node, IdentifiedNode) else str(node)
