"""Things by name and sentences by their words, for a browser without a script too."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import islice
from typing import Final

from shkc_kg.web.exchange import Answer, Request
from shkc_kg.web.explorer.sentences import Piece, Sentence, sentences_of
from shkc_kg.web.labels import labels_of
from shkc_kg.web.pages import page
from shkc_kg.web.places import address
from shkc_kg.web.search import Found
from shkc_kg.web.site import Site

__all__ = ["marked", "search_page"]

_LONGEST: Final = 100
# More than anybody reads, and few enough to count them by kind.
_MOST: Final = 1000
_ON_A_PAGE: Final = 30
_SENTENCES: Final = 20


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence that holds what was sought, with it lit."""

    sentence: Sentence
    quote: tuple[Piece, ...]
    href: str


async def search_page(site: Site, request: Request) -> Answer:
    """What ``?q=`` finds, of one kind (``?type=``, a broad one) or of all."""
    text = (request.parameter("q") or "").strip()[:_LONGEST]
    labels = await labels_of(site, site.edition)
    all_found = labels.index.find(text, _MOST)
    groups = Counter(labels.group(found.iri) for found in all_found)
    kind = request.parameter("type") or ""
    wanted = [found for found in all_found if not kind or labels.group(found.iri) == kind]
    number = _page(request)
    sentences = list(islice((await sentences_of(site)).with_text(text), _MOST))
    return page(
        request,
        "search.html",
        text=text,
        kind=kind,
        groups=sorted(groups.items(), key=lambda item: (-item[1], item[0])),
        total=len(all_found),
        found=[(each, marked(each.name, text)) for each in wanted[(number - 1) * _ON_A_PAGE : number * _ON_A_PAGE]],
        more=len(wanted) > number * _ON_A_PAGE,
        number=number,
        hits=[_hit(sentence, text, site.base) for sentence in sentences[:_SENTENCES]],
        sentences=len(sentences),
        labels=labels,
        address=lambda iri: address(iri, site.base),
        by_label=_by_label,
    )


def _by_label(found: Found) -> bool:
    """Whether a thing was found by one of the names that its entry shows anyway."""
    return found.name in (found.zh, found.en)


def _hit(sentence: Sentence, text: str, base: str) -> Hit:
    return Hit(sentence, marked(sentence.text, text), f"{address(sentence.chapter, base)}#{sentence.name}")


def marked(shown: str, text: str) -> tuple[Piece, ...]:
    """A text with the words of another lit wherever they stand in it.

    >>> [piece.text for piece in marked("Fudan University", "fudan") if piece.lit]
    ['Fudan']
    """
    folded, lit = shown.casefold(), [False] * len(shown)
    if len(folded) != len(shown):  # folding made some letter longer, so places would not agree
        return (Piece(shown),)
    for word in text.casefold().split():
        at = folded.find(word)
        while at >= 0:
            lit[at : at + len(word)] = [True] * len(word)
            at = folded.find(word, at + len(word))
    return tuple(_runs(shown, lit))


def _runs(shown: str, lit: list[bool]) -> list[Piece]:
    pieces: list[Piece] = []
    for letter, on in zip(shown, lit, strict=True):
        if pieces and pieces[-1].lit == on:
            pieces[-1] = Piece(pieces[-1].text + letter, on)
        else:
            pieces.append(Piece(letter, on))
    return pieces


def _page(request: Request) -> int:
    text = request.parameter("page") or "1"
    return max(int(text), 1) if text.isascii() and text.isdigit() and len(text) < 5 else 1
