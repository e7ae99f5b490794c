"""All checks of a built graph in one report: promises, shapes, consistency."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from pyoxigraph import NamedNode, Quad, Store

from shkc_kg.graph.consistency import ConsistencyReport, check_consistency
from shkc_kg.graph.ontology import load_ontology
from shkc_kg.graph.promises import Broken, advise, check_promises, load_promises
from shkc_kg.graph.shapes import Finding, check_shapes
from shkc_kg.names import DEFAULT_BASE, Namer

__all__ = ["CheckReport", "check_graph"]


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What the checks found; ``consistency`` is ``None`` where HermiT was not to be asked.

    ``promises`` counts those that were asked, ``advice`` is what they leave for a reader to judge.
    """

    promises: int
    broken: tuple[Broken, ...]
    advice: tuple[Broken, ...]
    findings: tuple[Finding, ...]
    consistency: ConsistencyReport | None

    @property
    def violations(self) -> tuple[Finding, ...]:
        """Findings on which queries rely."""
        return tuple(finding for finding in self.findings if not finding.is_warning)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """Findings that a reader should look at."""
        return tuple(finding for finding in self.findings if finding.is_warning)

    @property
    def ok(self) -> bool:
        """No promise broken, no shape violated, nothing contradicted; advice and warnings don't count."""
        return not self.broken and not self.violations and (self.consistency is None or self.consistency.ok)


def check_graph(store: Store, base: str = DEFAULT_BASE, *, hermit: bool = True) -> CheckReport:
    """All that is wrong with a built graph, ontology and inferences included; ``base`` is that of its IRIs."""
    quads, ontology = list(store), load_ontology()
    return CheckReport(
        promises=len(load_promises()),
        broken=check_promises(store, base),
        advice=advise(store, base),
        findings=check_shapes(_to_shape(quads, base), ontology),
        consistency=check_consistency(quads, ontology) if hermit else None,
    )


# computed by the program itself from what the other graphs hold; the shapes speak of what was read
_COMPUTED: Final = ("inferred", "analysis", "dataset")


def _to_shape(quads: Iterable[Quad], base: str) -> Iterator[Quad]:
    """What the shapes look at: each named graph but the computed ones; the default graph repeats them all."""
    namer = Namer(base)
    computed = {NamedNode(namer.graph(name)) for name in _COMPUTED}
    return (q for q in quads if isinstance(q.graph_name, NamedNode) and q.graph_name not in computed)
