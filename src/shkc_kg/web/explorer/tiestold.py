"""Ties with the sentences that state them, and the files that they can be taken away in."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final

from shkc_kg.networks import graphml_of
from shkc_kg.web.explorer.facts import Facts
from shkc_kg.web.explorer.sayings import Sayings, Section, passage_address
from shkc_kg.web.explorer.tied import Shown, Tie
from shkc_kg.web.labels import Labels
from shkc_kg.web.places import address

__all__ = ["FILES", "Line", "Saying", "Told", "line_of", "relation_name", "told_of"]

# What is named in one passage is tied by no relation.
_TOGETHER: Final = ("同段提及", "named together")


@dataclass(frozen=True, slots=True)
class Saying:
    """A passage that states a tie, and where the reader shows it with the very characters lit."""

    passage: str
    text: str
    page: str
    section: Section | None


@dataclass(frozen=True, slots=True)
class Line:
    """A tie and its sentences; one without any is background, stated by the ``graphs`` named."""

    tie: Tie
    said: tuple[Saying, ...]
    graphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """All that a page or a file tells of what is shown."""

    shown: Shown
    lines: tuple[Line, ...]
    labels: Labels
    base: str


def relation_name(labels: Labels, relation: str, lang: str) -> str:
    """What a relation is called."""
    return labels.name(relation, lang) if relation else _TOGETHER[lang == "en"]


def told_of(shown: Shown, labels: Labels, sayings: Sayings, facts: Facts, base: str) -> Told:
    """What is shown, with its sentences."""
    return Told(shown, tuple(line_of(tie, sayings, facts, base) for tie in shown.ties), labels, base)


def line_of(tie: Tie, sayings: Sayings, facts: Facts, base: str) -> Line:
    """A tie with the sentences that state it."""
    said = tuple(
        Saying(graph, sayings.texts[graph], _page(graph, tie, facts, base), sayings.section(graph))
        for graph in tie.graphs
        if graph in sayings.texts
    )
    return Line(tie, said, tuple(graph for graph in tie.graphs if graph not in sayings.texts))


def _page(passage: str, tie: Tie, facts: Facts, base: str) -> str:
    ends = (tie.ends, tie.ends[::-1])
    for fact in facts.by_passage.get(passage, ()):
        if (fact.entry.subject, fact.other) in ends and fact.entry.predicate == f"<{tie.relation}>":
            return passage_address(passage, base, fact=fact.id)
    return passage_address(passage, base, thing=tie.source)


def as_json(told: Told) -> bytes:
    """Things and ties, names in both languages, every tie with its sentences."""
    data = {
        "things": [_thing(told, thing) for thing in told.shown.things],
        "ties": [_tie(told, line) for line in told.lines],
        "ways": told.shown.ways,
        "left_out": [asdict(left) for left in told.shown.hidden],
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _thing(told: Told, thing: str) -> dict[str, Any]:
    names = {"zh": told.labels.name(thing, "zh"), "en": told.labels.name(thing, "en")}
    return {"iri": thing, **names, "type": told.labels.kind(thing), "page": address(thing, told.base)}


def _tie(told: Told, line: Line) -> dict[str, Any]:
    tie = line.tie
    return {
        "source": tie.source,
        "relation": tie.relation,
        "target": tie.target,
        "zh": relation_name(told.labels, tie.relation, "zh"),
        "en": relation_name(told.labels, tie.relation, "en"),
        "symmetric": tie.symmetric,
        "via": tie.via,
        "said": [{"passage": each.passage, "page": each.page, "text": each.text} for each in line.said],
        "background": line.graphs,
    }


def as_csv(told: Told) -> bytes:
    """One line for each statement of a tie."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(("source", "relation", "target", "source_zh", "relation_zh", "target_zh", "passage", "sentence"))
    for line in told.lines:
        source, target = line.tie.ends
        names = (
            told.labels.name(source),
            relation_name(told.labels, line.tie.relation, "zh"),
            told.labels.name(target),
        )
        stated = [(each.passage, each.text) for each in line.said] + [(graph, "") for graph in line.graphs]
        writer.writerows((source, line.tie.relation, target, *names, *where) for where in stated)
    return out.getvalue().encode("utf-8-sig")


def as_graphml(told: Told) -> bytes:
    """The same things and ties for yEd, Gephi, Cytoscape or networkx."""
    nodes = {
        thing: {
            "label_zh": told.labels.name(thing, "zh"),
            "label_en": told.labels.name(thing, "en"),
            "class": told.labels.kind(thing),
        }
        for thing in told.shown.things
    }
    return graphml_of(nodes, ((*line.tie.ends, line.tie.relation, _attributes(told, line)) for line in told.lines))


def _attributes(told: Told, line: Line) -> dict[str, Any]:
    return {
        "relation": line.tie.relation,
        "label_zh": relation_name(told.labels, line.tie.relation, "zh"),
        "label_en": relation_name(told.labels, line.tie.relation, "en"),
        "symmetric": line.tie.symmetric,
        "passages": " ".join(line.tie.graphs),
        "sentences": "\n".join(each.text for each in line.said),
    }


FILES: Final[Mapping[str, tuple[str, Callable[[Told], bytes]]]] = {
    "json": ("application/json", as_json),
    "csv": ("text/csv; charset=utf-8", as_csv),
    "graphml": ("application/graphml+xml", as_graphml),
}
