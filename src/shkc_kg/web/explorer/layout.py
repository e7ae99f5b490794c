"""The shape of a chapter on a page: headings, paragraphs, lists, cards and tables, each made of passages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from shkc_kg.web.explorer.document import Document, Passage, Section

__all__ = ["Block", "Entry", "Part", "contents", "parts"]

_SHAPES: Final = {"Heading": "heading", "Sentence": "paragraph", "Item": "list", "Card": "cards", "Row": "table"}
_DEEPEST_HEADING: Final = 6


@dataclass(slots=True)
class Block:
    """Passages that stand together; ``level`` is that of a heading, 1 for the chapter's own."""

    shape: str
    passages: list[Passage]
    level: int = 0


@dataclass(slots=True)
class Part:
    """A heading of the first or second level with all that follows it, up to the next."""

    blocks: list[Block] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the table of contents, and where it leads."""

    section: Section
    passage: Passage
    level: int


def parts(document: Document) -> tuple[Part, ...]:
    """The whole chapter, in order."""
    found = [Part()]
    for block in _blocks(document):
        if block.shape == "heading" and block.level <= 2 and found[-1].blocks:
            found.append(Part())
        found[-1].blocks.append(block)
    return tuple(found)


def contents(document: Document, deepest: int = 3) -> tuple[Entry, ...]:
    """The headings down to a level, without the chapter's own."""
    levels = _levels(document)
    return tuple(
        Entry(document.by_section[passage.section], passage, levels[passage.iri])
        for passage in document.passages
        if 1 < levels.get(passage.iri, 0) <= deepest and passage.section in document.by_section
    )


def _levels(document: Document) -> dict[str, int]:
    """The level of each heading; the chapter's own, if it begins with one, is the first."""
    headings = [passage for passage in document.passages if passage.kind == "Heading"]
    depths = {
        passage.iri: document.by_section[passage.section].depth if passage.section in document.by_section else 0
        for passage in headings
    }
    titled = bool(headings) and headings[0] == document.passages[0] and depths[headings[0].iri] == 0
    alone = titled and list(depths.values()).count(0) == 1
    levels = {iri: min(depth + (1 if alone else 2), _DEEPEST_HEADING) for iri, depth in depths.items()}
    return levels | ({headings[0].iri: 1} if titled else {})


def _blocks(document: Document) -> Iterator[Block]:
    levels, block = _levels(document), None
    for before, passage in pairwise([None, *document.passages]):
        assert passage is not None  # noqa: S101 - only the first is
        shape = _SHAPES.get(passage.kind, "paragraph")
        if block and before and shape == block.shape and _together(document, before, passage):
            block.passages.append(passage)
            continue
        if block:
            yield block
        block = Block(shape, [passage], levels.get(passage.iri, 0))
    if block:
        yield block


def _together(document: Document, before: Passage, passage: Passage) -> bool:
    """Whether a passage goes on with the block before it: a sentence on the same line, an item after an item."""
    if passage.section != before.section or passage.kind == "Heading":
        return False
    if passage.kind == "Sentence":
        return "\n" not in document.original[before.span.end : passage.span.begin]
    return True
