"""A chapter drawn: its passages as HTML, once for everybody, and anew where a reader chose something."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final, TypeVar
from urllib.parse import quote

from markupsafe import Markup

from shkc_kg.model import Span
from shkc_kg.web.explorer.characters import Layer, Lighting, cells, characters, places
from shkc_kg.web.explorer.choosing import Choice, Held
from shkc_kg.web.explorer.coverage import CATEGORIES, Coverage
from shkc_kg.web.explorer.document import Document, Mark, Note, Passage
from shkc_kg.web.explorer.layout import Part, parts
from shkc_kg.web.labels import Labels

__all__ = ["LAYERS", "Drawing", "View", "family"]

T = TypeVar("T")

LAYERS: Final = ("coverage", "audit")
# The kinds that a reader may switch: the groups of things that share a colour, and the two kinds that are no thing.
_FAMILIES: Final = {
    "institution": ("机构", "Institutions", ("Institution", "Academy")),
    "person": ("人物", "People", ("Person",)),
    "region": ("地区", "Regions", ("Region",)),
    "facility": ("设施与平台", "Facilities", ("Facility",)),
    "event": ("活动", "Events", ("Event", "EventSeries")),
    "programme": ("计划与项目", "Programmes", ("Programme",)),
    "work": ("政策与作品", "Policies, works", ("Policy", "Publication", "MediaWork")),
    "other": ("其他名称", "Other names", ()),
    "date": ("日期", "Dates", ("date",)),
    "number": ("数字", "Numbers", ("number",)),
}
_FAMILY: Final = {group: family for family, (_, _, groups) in _FAMILIES.items() for group in groups}


def family(group: str) -> str:
    """The kind that a reader knows a group of things by."""
    return _FAMILY.get(group, "other")


@dataclass(frozen=True)
class Drawing:
    """A chapter as all readers see it, and what was drawn of it before."""

    document: Document
    held: Held
    labels: Labels
    covered: Coverage | None
    base: str
    _plain: dict[str, tuple[Markup, ...]] = field(default_factory=dict)
    _parts: dict[tuple[str, str, int], Markup] = field(default_factory=dict)
    _layers: dict[tuple[str, str], Mapping[str, list[Layer]]] = field(default_factory=dict)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The chapter in parts, each small enough to be drawn anew for one reader."""
        return parts(self.document)

    @cached_property
    def shown(self) -> Mapping[str, tuple[int, ...]]:
        """The places that are text and no layout noise, by passage."""
        covered, original = self.covered, self.document.original
        outside = covered.outside if covered and covered.told["text"] == original else frozenset()
        return {one.iri: places(original, one, outside) for one in self.document.passages}

    @cached_property
    def notes(self) -> Mapping[str, list[Note]]:
        """The editorial notes by passage."""
        return _by_passage(self.document, self.document.notes, lambda note: note.span)

    @cached_property
    def families(self) -> tuple[tuple[str, str, str, int], ...]:
        """The kinds that the chapter has marks of, with their names in both languages, and how many."""
        counts = Counter(self.kind(mark) for marks in self.document.marks.values() for mark in marks)
        return tuple((key, zh, en, counts[key]) for key, (zh, en, _) in _FAMILIES.items() if counts[key])

    def kind(self, mark: Mark) -> str:
        """The kind of a mark, as a reader may switch it."""
        return family(self.labels.group(mark.target) if mark.kind == "name" else mark.kind)

    def plain(self, passage: Passage) -> tuple[Markup, ...]:
        """A passage of which nothing is chosen."""
        if passage.iri not in self._plain:
            self._plain[passage.iri] = self.drawn(passage, self.lighting(passage, ""))
        return self._plain[passage.iri]

    def drawn(self, passage: Passage, lighting: Lighting) -> tuple[Markup, ...]:
        """A passage as HTML, a table's row by its cells."""
        original, spans = self.document.original, [passage.span]
        if passage.kind == "Row":
            spans = list(cells(original, passage, self.shown[passage.iri]))
        return tuple(characters(original, span, lighting) for span in spans)

    def lighting(self, passage: Passage, layer: str) -> Lighting:
        """What is lit in a passage whatever is chosen."""
        return Lighting(
            shown=frozenset(self.shown[passage.iri]),
            marks=self.document.marks.get(passage.iri, ()),
            kind=self.kind,
            href=self._linker(passage, f"&layer={layer}" if layer else ""),
        )

    def _linker(self, passage: Passage, kept: str) -> Callable[[Mark], str]:
        """Where a mark leads: to the same page with its facts."""

        def href(mark: Mark) -> str:
            fact = self.held.by_node.get(mark.target)
            if mark.kind == "name":
                name = _bare(mark.target.removeprefix(f"{self.base}id/"))
                return f"?thing={name}&passage={passage.key}{kept}#{passage.key}"
            if fact:
                return f"?fact={fact.id}{kept}#{passage.key}"
            return f"?at={mark.span.begin}-{mark.span.end}{kept}#{passage.key}"

        return href

    def layers(self, layer: str, lang: str) -> Mapping[str, list[Layer]]:
        """The colours of a layer by passage; their titles are in a language."""
        if (layer, lang) not in self._layers:
            found = _layers(self, layer, lang)
            self._layers[layer, lang] = _by_passage(self.document, found, lambda one: one.span)
        return self._layers[layer, lang]

    def part(self, layer: str, lang: str, at: int, made: Callable[[], Markup]) -> Markup:
        """A part of which nothing is chosen: as ``made`` before."""
        if (layer, lang, at) not in self._parts:
            self._parts[layer, lang, at] = made()
        return self._parts[layer, lang, at]


@dataclass(frozen=True)
class View:
    """A chapter as one reader sees it."""

    drawing: Drawing
    chosen: Choice
    layer: str
    lang: str

    @cached_property
    def spans(self) -> Mapping[str, list[Span]]:
        """The chosen characters by passage."""
        return _by_passage(self.drawing.document, self.chosen.spans, lambda span: span)

    @cached_property
    def touched(self) -> frozenset[str]:
        """The passages that look otherwise than to who chose nothing."""
        here = (self.chosen.passage.iri,) if self.chosen.passage else ()
        return frozenset((*self.spans, *here, *self.chosen.scope))

    def html(self, passage: Passage) -> tuple[Markup, ...]:
        """The characters of a passage."""
        spans = self.spans.get(passage.iri, [])
        if not spans and not self.layer:
            return self.drawing.plain(passage)
        layers = self.drawing.layers(self.layer, self.lang).get(passage.iri, [])
        lighting = replace(self.drawing.lighting(passage, self.layer), chosen=spans, layers=layers)
        return self.drawing.drawn(passage, lighting)

    def parts(self, made: Callable[[Part, View], Markup]) -> list[Markup]:
        """All parts, drawn anew where something is chosen."""
        nothing = replace(self, chosen=Choice())
        return [
            made(part, self)
            if any(passage.iri in self.touched for block in part.blocks for passage in block.passages)
            else self.drawing.part(self.layer, self.lang, at, lambda part=part: made(part, nothing))  # type: ignore[misc]
            for at, part in enumerate(self.drawing.parts)
        ]


def _bare(name: str) -> str:
    """A name in an address: Chinese stays readable, and short; a browser encodes it on its way."""
    return "".join(char if char > "\x7f" else quote(char, safe="/:()") for char in name)


def _by_passage(document: Document, some: Iterable[T], span: Callable[[T], Span]) -> dict[str, list[T]]:
    """What belongs to characters, by the passages that have these."""
    found: dict[str, list[T]] = {}
    for one in some:
        for passage in document.touched(span(one)):
            found.setdefault(passage.iri, []).append(one)
    return found


def _layers(drawing: Drawing, layer: str, lang: str) -> list[Layer]:
    nth = 0 if lang == "zh" else 1
    if layer == "coverage" and drawing.covered:
        return [
            Layer(span, category, f"{CATEGORIES[category][nth]} · {rule}")
            for span, category, rule in drawing.covered.stretches
        ]
    if layer == "audit":
        quoted = [
            Layer(span, one.verdict, f"{drawing.labels.name(one.kind, lang)} · {one.reason[nth]}")
            for one in drawing.document.findings
            for _, span in one.quotes
        ]
        return sorted(quoted, key=lambda one: (one.span.begin, -one.span.end))
    return []
