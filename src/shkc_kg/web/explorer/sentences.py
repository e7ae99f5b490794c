"""The report's sentences in memory: read once a build, quoted with the characters of a fact lit, searched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Final

from shkc_kg.model import Span
from shkc_kg.web.asking import ask_once
from shkc_kg.web.explorer.alignment import aligned
from shkc_kg.web.site import Site

__all__ = ["Piece", "Sentence", "Sentences", "excerpt", "pieces", "sentences_of"]

# So many characters stand on either side of what is lit in an excerpt.
_AROUND: Final = 16
# A page quotes the same sentence for many facts.
_aligned: Final = lru_cache(maxsize=4096)(aligned)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A passage: its clean text, and the characters of the original that it was made of."""

    iri: str
    chapter: str
    section: str
    order: int
    begin: int
    end: int
    text: str
    original: str

    @property
    def name(self) -> str:
        """The last part of its IRI, by which a chapter's page anchors it."""
        return self.iri.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of a quote, lit or not."""

    text: str
    lit: bool = False


@dataclass(frozen=True, slots=True)
class Sentences:
    """All passages in the order of the text, each chapter's own, and all with their text as it is searched."""

    by_iri: Mapping[str, Sentence]
    by_chapter: Mapping[str, tuple[Sentence, ...]]
    folded: tuple[tuple[str, Sentence], ...]

    def get(self, iri: str) -> Sentence | None:
        """The passage of this name, ``None`` where it is no passage."""
        return self.by_iri.get(iri)

    def with_text(self, sought: str) -> Iterator[Sentence]:
        """The passages that hold every word of a text, without regard to case."""
        words = sought.casefold().split()
        if words:
            yield from (sentence for text, sentence in self.folded if all(word in text for word in words))


async def sentences_of(site: Site) -> Sentences:
    """The passages of the graph that is published now, read once."""
    edition = site.edition

    async def read() -> Sentences:
        originals = {row["chapter"].text: row["text"].text for row in await ask_once(site, edition, "originals")}
        rows = await ask_once(site, edition, "sentences")
        found = []
        for row in rows:
            iri, chapter, section, text = (row[name].text for name in ("passage", "chapter", "section", "text"))
            order, begin, end = (int(row[name].text) for name in ("order", "begin", "end"))
            original = originals.get(chapter, "")[begin:end]
            found.append(Sentence(iri, chapter, section, order, begin, end, text, original))
        chapters = {chapter: tuple(held) for chapter, held in groupby(found, lambda s: s.chapter)}
        return Sentences({s.iri: s for s in found}, chapters, tuple((s.text.casefold(), s) for s in found))

    return await edition.once("sentences", read)


def pieces(sentence: Sentence, spans: Iterable[Span]) -> tuple[Piece, ...]:
    """The clean text of a passage with the characters of some spans of the original lit.

    >>> some = Sentence("urn:p1", "", "", 1, 10, 21, "新增25家。", "新增**25**家。")
    >>> [piece.text for piece in pieces(some, [Span(14, 16)]) if piece.lit]
    ['25']
    """
    places = _aligned(sentence.text, sentence.original)
    within = [(span.begin - sentence.begin, span.end - sentence.begin) for span in spans]
    lit = [any(begin <= place < end for begin, end in within) for place in places]
    runs = groupby(zip(sentence.text, lit, strict=True), lambda pair: pair[1])
    return tuple(Piece("".join(letter for letter, _ in run), on) for on, run in runs)


def excerpt(quote: tuple[Piece, ...], around: int = _AROUND) -> tuple[Piece, ...]:
    """What is lit in a quote, with a few characters before and after; all of it where nothing is.

    >>> [p.text for p in excerpt((Piece("一二三四五六"), Piece("七", True), Piece("八")), 3)]
    ['…四五六', '七', '八']
    """
    lit = [i for i, piece in enumerate(quote) if piece.lit]
    if not lit:
        return quote
    kept = list(quote[lit[0] : lit[-1] + 1])
    before = "".join(piece.text for piece in quote[: lit[0]])
    after = "".join(piece.text for piece in quote[lit[-1] + 1 :])
    head = Piece("…" + before[-around:] if len(before) > around + 1 else before)
    tail = Piece(after[:around] + "…" if len(after) > around + 1 else after)
    return tuple(piece for piece in (head, *kept, tail) if piece.text)
