"""The page of one IRI: a thing, a passage, a figure, a named graph, or anything else that the graph speaks of."""

from __future__ import annotations

from shkc_kg.web.exchange import Answer, Request
from shkc_kg.web.explorer.sentences import sentences_of
from shkc_kg.web.explorer.things.missing import missing
from shkc_kg.web.explorer.things.passage import passage_page
from shkc_kg.web.explorer.things.thing import thing_page
from shkc_kg.web.site import Site

__all__ = ["described", "missing"]


async def described(site: Site, request: Request, iri: str) -> Answer:
    """The page of an IRI; a :class:`Problem` where nothing is said of it."""
    sentence = (await sentences_of(site)).get(iri)
    if sentence:
        return await passage_page(site, request, sentence)
    return await thing_page(site, request, iri)
