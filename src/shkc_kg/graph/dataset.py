"""``g:dataset``: what the dataset is, what it is made of, under which licence, and how it came about.

No clock time is in it: two builds of the same input by the same version are the same bytes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from typing import Final

from pyoxigraph import NamedNode, Quad

from shkc_kg.graph.executables import executable_quads, prefix_quads
from shkc_kg.graph.linksets import linkset_quads
from shkc_kg.graph.partitions import partitions
from shkc_kg.graph.terms import Pairs, en, integer, iri, quads_of, term, text, zh
from shkc_kg.names import LICENCE, PREFIXES, Namer
from shkc_kg.resources import data_dir
from shkc_kg.tables import read_table

__all__ = ["NOT_COUNTED", "Origin", "dataset", "origin_quads", "program_version"]

# The graphs that are no passage, as people should read of them.
_GRAPHS: Final = {
    "ontology": ("本体", "Ontology"),
    "reference": (
        "背景知识：英文名、拼音、行政区划及其代码",
        "Background: English names, pinyin, divisions, their codes",
    ),
    "links": ("与外部开放数据的链接", "Links to external open data"),
    "notes": ("编者注与未读片段", "Editorial notes and unread spans"),
    "inferred": ("由本体推出的三元组", "Triples that follow by the ontology"),
    "analysis": ("图分析的结果", "Results of graph analysis"),
    "dataset": ("数据集说明", "Description of the dataset"),
}

_SOURCE_COLUMNS: Final = ("graph", "iri", "label_zh", "label_en", "licence")

# Graphs whose triples would drown what the reports say in the counts by class.
NOT_COUNTED: Final = ("ontology", "inferred", "dataset")


@dataclass(frozen=True, slots=True)
class Origin:
    """One report that went into a dataset, as its manifest describes it."""

    report: str
    chapters: tuple[str, ...]
    publisher_zh: str
    publisher_en: str
    licence_zh: str
    licence_en: str


def program_version() -> str:
    """The version of this program, which is a part of what determines a build."""
    return version("shkc-kg")


def dataset(quads: Sequence[Quad], namer: Namer) -> Iterator[Quad]:
    """The description of these quads, in its own graph, which is also the dataset's IRI."""
    node = iri(namer.graph("dataset"))
    quads = list(dict.fromkeys(quads))
    yield from _described(node, quads, namer)
    yield from _graphs(node, quads, namer)
    yield from _sources(node, namer)
    yield from linkset_quads(quads, namer)
    yield from prefix_quads(node)
    yield from executable_quads(node, namer)
    skipped = {iri(namer.graph(name)) for name in NOT_COUNTED}
    yield from partitions((quad for quad in quads if quad.graph_name not in skipped), node)


def _described(node: NamedNode, quads: Sequence[Quad], namer: Namer) -> Iterator[Quad]:
    triples = {(q.subject, q.predicate, q.object) for q in quads}
    title = "科技报告知识图谱", "Knowledge graph of science and technology reports"
    pairs: Pairs = {
        "rdf:type": term("void:Dataset"),
        "rdfs:label": zh(title[0]),
        "dcterms:title": zh(title[0]),
        "dcterms:license": iri(LICENCE),
        "dcat:version": text(program_version()),
        "void:triples": integer(len(triples)),
        "void:distinctSubjects": integer(len({s for s, _, _ in triples})),
        "void:properties": integer(len({p for _, p, _ in triples})),
        "void:distinctObjects": integer(len({o for _, _, o in triples})),
        "void:classes": integer(len({o for _, p, o in triples if p == term("rdf:type")})),
        "void:uriSpace": text(namer.base),
        "prov:wasGeneratedBy": iri(namer.graph("build")),
    }
    yield from quads_of(node, node, pairs)
    yield Quad(node, term("rdf:type"), term("dcat:Dataset"), node)
    yield Quad(node, term("rdfs:label"), en(title[1]), node)
    yield Quad(node, term("dcterms:title"), en(title[1]), node)
    for prefix in ("shkc", "schema", "nif", "org", "skos", "prov"):
        # Our own is described under the ontology's IRI, which has no "#".
        namespace = PREFIXES[prefix]
        yield Quad(node, term("void:vocabulary"), iri(namespace[:-1] if prefix == "shkc" else namespace), node)
    yield from _activity(node, namer)


def _activity(node: NamedNode, namer: Namer) -> Iterator[Quad]:
    build, program = iri(namer.graph("build")), iri(namer.graph("program"))
    named = {
        build: ("prov:Activity", "由报告生成图谱", "Building the graph from the reports"),
        program: ("prov:SoftwareAgent", f"程序 shkc-kg {program_version()}", f"Program shkc-kg {program_version()}"),
    }
    for subject, (cls, chinese, english) in named.items():
        yield from quads_of(subject, node, {"rdf:type": term(cls), "rdfs:label": zh(chinese)})
        yield Quad(subject, term("rdfs:label"), en(english), node)
    yield Quad(build, term("prov:wasAssociatedWith"), program, node)


def _graphs(node: NamedNode, quads: Iterable[Quad], namer: Namer) -> Iterator[Quad]:
    sizes = Counter(quad.graph_name for quad in quads)
    for name, (chinese, english) in _GRAPHS.items():
        graph = iri(namer.graph(name))
        if graph != node and not sizes[graph]:
            continue
        yield from _named(node, graph, name)
        if graph == node:
            continue
        yield Quad(node, term("void:subset"), graph, node)
        yield from quads_of(graph, node, {"rdfs:label": zh(chinese), "void:triples": integer(sizes[graph])})
        yield Quad(graph, term("rdfs:label"), en(english), node)


def _named(node: NamedNode, graph: NamedNode, name: str) -> Iterator[Quad]:
    """A named graph as a service description states it, which is where editors begin to look for partitions."""
    named = iri(f"{node.value}/named/{name}")
    yield Quad(node, term("sd:namedGraph"), named, node)
    yield from quads_of(named, node, {"rdf:type": term("sd:NamedGraph"), "sd:name": graph, "sd:graph": graph})
    yield Quad(graph, term("rdf:type"), term("sd:Graph"), node)


def _sources(node: NamedNode, namer: Namer) -> Iterator[Quad]:
    """What the graphs of background rest on."""
    for row in read_table(data_dir() / "sources.tsv", _SOURCE_COLUMNS):
        source = iri(row["iri"])
        yield Quad(iri(namer.graph(row["graph"])), term("dcterms:source"), source, node)
        yield from quads_of(source, node, {"rdfs:label": zh(row["label_zh"]), "dcterms:rights": en(row["licence"])})
        yield Quad(source, term("rdfs:label"), en(row["label_en"]), node)


def origin_quads(origin: Origin, quads: Iterable[Quad], namer: Namer) -> Iterator[Quad]:
    """What the dataset owes to a report, in its description's graph; ``quads`` are those that the report gave."""
    node = iri(namer.graph("dataset"))
    report, build = iri(namer.report(origin.report)), iri(namer.graph("build"))
    publisher = iri(namer.thing(origin.publisher_zh))
    yield Quad(node, term("dcterms:source"), report, node)
    yield Quad(report, term("dcterms:publisher"), publisher, node)
    yield Quad(report, term("dcterms:rights"), zh(origin.licence_zh), node)
    yield Quad(report, term("dcterms:rights"), en(origin.licence_en), node)
    for chapter in origin.chapters:
        yield Quad(build, term("prov:used"), iri(namer.chapter(origin.report, chapter)), node)
    # A publisher that the text speaks of too has its class and its one name in each language already.
    if not any(quad.subject == publisher for quad in quads):
        yield Quad(publisher, term("rdf:type"), term("shkc:Institution"), node)
        yield Quad(publisher, term("rdfs:label"), zh(origin.publisher_zh), node)
        yield Quad(publisher, term("rdfs:label"), en(origin.publisher_en), node)
