"""The characters of a passage as HTML: exactly those of the original, layout noise hidden, and lit where they say something.

The text of the element that holds a passage is the passage's stretch of the original, character by character, so a place
in it is a place in the original; what cleaning removed is there and not shown.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from markupsafe import Markup, escape

from shkc_kg.model import Span
from shkc_kg.web.explorer.alignment import aligned
from shkc_kg.web.explorer.document import Mark, Passage

__all__ = ["Layer", "Lighting", "cells", "characters", "places"]


@dataclass(frozen=True, slots=True)
class Layer:
    """Characters that share a colour: what became of them, or what the audit found; ``title`` says it in words."""

    span: Span
    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Lighting:
    """What is lit in a passage: its marks, what a reader chose, a layer of colour; ``shown`` are the places not hidden."""

    shown: Collection[int]
    marks: Sequence[Mark] = ()
    chosen: Sequence[Span] = ()
    layers: Sequence[Layer] = ()
    kind: Callable[[Mark], str] = field(default=lambda mark: mark.kind)
    href: Callable[[Mark], str] = field(default=lambda _: "")


def places(original: str, passage: Passage, outside: Collection[int] = ()) -> tuple[int, ...]:
    """Where in the original the characters of a passage's clean text stand; ``outside`` stand in no passage."""
    begin, end = passage.span.begin, passage.span.end
    found = aligned(passage.text, original, begin, end, outside)
    if -1 in found:
        found = aligned(passage.text, original, begin, end)
    return tuple(place for place in found if place >= 0)


def cells(original: str, passage: Passage, shown: Iterable[int]) -> Iterator[Span]:
    """The cells of a table's row: a tabulator that is text ends one, and is its last character."""
    begin = passage.span.begin
    for place in shown:
        if original[place] == "\t":
            yield Span(begin, place + 1)
            begin = place + 1
    yield Span(begin, passage.span.end)


def characters(original: str, span: Span, lighting: Lighting) -> Markup:
    """The characters of a span as HTML; its text is ``original[span.begin:span.end]`` to the character."""
    marks = [clipped for mark in lighting.marks if (clipped := _clipped(mark, span))]
    pen = _Pen(original, lighting)
    return Markup("".join(pen.woven(span, sorted(marks, key=_outer_first), "")))  # noqa: S704 - all text is escaped


def _outer_first(mark: Mark) -> tuple[int, int, str]:
    return mark.span.begin, -mark.span.end, mark.kind


def _clipped(mark: Mark, span: Span) -> Mark | None:
    begin, end = max(mark.span.begin, span.begin), min(mark.span.end, span.end)
    return replace(mark, span=Span(begin, end)) if begin < end else None


@dataclass(frozen=True, slots=True)
class _Pen:
    original: str
    lighting: Lighting

    def woven(self, span: Span, marks: list[Mark], link: str) -> Iterator[str]:
        """The characters with their marks, one inside the other; a mark that leaves another is cut where it does."""
        at = span.begin
        while marks:
            mark, inner, marks = _parted(marks)
            yield self._linked(at, mark.span.begin, link)
            yield from self._marked(mark, inner)
            at = mark.span.end
        yield self._linked(at, span.end, link)

    def _marked(self, mark: Mark, inner: list[Mark]) -> Iterator[str]:
        kind, href = escape(self.lighting.kind(mark)), escape(self.lighting.href(mark))
        told = f'class="m" data-kind="{kind}" data-begin="{mark.span.begin}" data-end="{mark.span.end}"'
        if not inner:
            yield f'<a {told} href="{href}">{self._plain(mark.span.begin, mark.span.end)}</a>'
            return
        # A link can hold no link, so the outer mark is none, and its own characters link one by one.
        yield f"<span {told}>"
        yield from self.woven(mark.span, inner, href)
        yield "</span>"

    def _linked(self, begin: int, end: int, href: str) -> str:
        plain = self._plain(begin, end)
        return f'<a href="{href}">{plain}</a>' if href and plain else plain

    def _plain(self, begin: int, end: int) -> str:
        """Characters within one link: what was chosen, what a layer colours, what is hidden."""
        if begin >= end:
            return ""
        parts = []
        for span, chosen in _runs(Span(begin, end), self.lighting.chosen):
            coloured = "".join(self._coloured(span))
            where = f'data-begin="{span.begin}" data-end="{span.end}"'
            parts.append(f'<mark class="chosen" {where}>{coloured}</mark>' if chosen else coloured)
        return "".join(parts)

    def _coloured(self, span: Span) -> Iterator[str]:
        at = span.begin
        for layer in self.lighting.layers:
            begin, end = max(layer.span.begin, at), min(layer.span.end, span.end)
            if begin < end:
                yield self._shown(at, begin)
                told = f'class="layer" data-layer="{escape(layer.name)}" title="{escape(layer.title)}"'
                yield f'<span {told} data-begin="{begin}" data-end="{end}">{self._shown(begin, end)}</span>'
                at = end
        yield self._shown(at, span.end)

    def _shown(self, begin: int, end: int) -> str:
        parts, at = [], begin
        while at < end:
            shown, start = at in self.lighting.shown, at
            while at < end and (at in self.lighting.shown) == shown:
                at += 1
            text = _escaped(self.original[start:at])
            parts.append(text if shown else f"<span hidden>{text}</span>")
        return "".join(parts)


def _escaped(text: str) -> str:
    # A parser of HTML would make a line feed of a carriage return.
    return str(escape(text)).replace("\r", "&#13;")


def _parted(marks: list[Mark]) -> tuple[Mark, list[Mark], list[Mark]]:
    """The first mark, those inside it, and those behind it."""
    first, *others = marks
    inner, behind = [], []
    for mark in others:
        if mark.span.begin < first.span.end:
            inner.append(replace(mark, span=Span(mark.span.begin, min(mark.span.end, first.span.end))))
        if mark.span.end > first.span.end:
            behind.append(replace(mark, span=Span(max(mark.span.begin, first.span.end), mark.span.end)))
    return first, inner, sorted(behind, key=_outer_first)


def _runs(span: Span, chosen: Iterable[Span]) -> Iterator[tuple[Span, bool]]:
    """A span in parts: what lies in one of the chosen spans, and what lies between them."""
    at = span.begin
    for one in sorted(chosen):
        begin, end = max(one.begin, at), min(one.end, span.end)
        if begin < end:
            if at < begin:
                yield Span(at, begin), False
            yield Span(begin, end), True
            at = end
    if at < span.end:
        yield Span(at, span.end), False
