"""Coverage in ``g:dataset``, in the words of the Data Quality Vocabulary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from pyoxigraph import NamedNode, Quad

from shkc_kg.graph.terms import Pairs, decimal, en, iri, quads_of, term, zh
from shkc_kg.names import Namer

__all__ = ["METRICS", "quality_quads"]

# Each metric with what it measures; all but the last are percent of a chapter's characters.
METRICS: Final = {
    "evidence": ("作为事实依据的字符（%）", "Characters that are evidence of a fact (%)"),
    "mention": ("仅作为名称或日期的字符（%）", "Characters that are only part of a name or date (%)"),
    "structure": ("属于版面与结构的字符（%）", "Characters of layout and structure (%)"),
    "rhetoric": ("属于不可核实套语的字符（%）", "Characters of rhetoric without checkable content (%)"),
    "unread": ("未读的字符（%）", "Characters left unread (%)"),
    "numerals-lost": ("去向不明的数字（个）", "Numerals that nothing accounts for (number)"),
}


def quality_quads(report: str, chapter: str, values: Mapping[str, Decimal], namer: Namer) -> Iterator[Quad]:
    """The measurements of one chapter, by the names of :data:`METRICS`, and the metrics themselves."""
    dataset, measured = iri(namer.graph("dataset")), iri(namer.chapter(report, chapter))
    for name, (chinese, english) in METRICS.items():
        metric = iri(f"{dataset.value}/metric/{name}")
        yield from _named(metric, "dqv:Metric", chinese, english, dataset)
        node = iri(f"{measured.value}/quality/{name}")
        yield from _named(node, "dqv:QualityMeasurement", f"{chapter}：{chinese}", f"{chapter}: {english}", dataset)
        yield Quad(dataset, term("dqv:hasQualityMeasurement"), node, dataset)
        about: Pairs = {
            "dqv:isMeasurementOf": metric,
            "dqv:computedOn": measured,
            "dqv:value": decimal(values[name]),
        }
        yield from quads_of(node, dataset, about)


def _named(node: NamedNode, cls: str, chinese: str, english: str, graph: NamedNode) -> Iterator[Quad]:
    yield from quads_of(node, graph, {"rdf:type": term(cls), "rdfs:label": zh(chinese)})
    yield Quad(node, term("rdfs:label"), en(english), graph)
