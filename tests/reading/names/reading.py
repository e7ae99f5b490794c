"""Small texts to their names: what tests of names compare."""

from __future__ import annotations

from shkc_kg.model import Passage, PassageKind
from shkc_kg.reading.lines.text import fold
from shkc_kg.reading.names import Names, names_of
from shkc_kg.reading.names.candidate import Words
from shkc_kg.reading.tokens import tokens_of


def line(text: str) -> Words:
    return Words.of(fold(text), tokens_of(fold(text))[0])


def passage(text: str, order: int = 1, kind: PassageKind = PassageKind.SENTENCE) -> Passage:
    return Passage(f"p{order}", order, kind, text, tuple(range(len(text))), "")


def names(*texts: str, region: str | None = None, year: int | None = None, card: bool = False) -> Names:
    kind = PassageKind.CARD if card else PassageKind.SENTENCE
    passages = [passage(text, i, kind) for i, text in enumerate(texts, 1)]
    return names_of(passages, {p.id: region for p in passages}, year)


def outer(text: str, region: str | None = None, *, card: bool = False) -> list[tuple[str, str]]:
    """The printed outer names of one sentence with their classes."""
    found = names(text, region=region, card=card)
    return [(text[n.begin : n.end], n.cls) for n in found.mentions["p1"] if not n.nested]


def nested(text: str, region: str | None = None) -> list[str]:
    return [text[n.begin : n.end] for n in names(text, region=region).mentions["p1"] if n.nested]


def labels(*texts: str, region: str | None = None, year: int | None = None) -> list[list[str]]:
    """The canonical names that each sentence's outer names mean."""
    found = names(*texts, region=region, year=year)
    return [[found.things[n.key].name for n in found.mentions[p] if not n.nested] for p in found.mentions]
