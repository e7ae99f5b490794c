"""The page of one thing, of a passage or of a named graph: what is said of it, and by which sentences."""

from __future__ import annotations

from typing import Final

from shkc_kg.web.exchange import Answer, Request
from shkc_kg.web.formats import DATASETS, GRAPHS
from shkc_kg.web.pages import page, tongue
from shkc_kg.web.places import address
from shkc_kg.web.protocol import Asked, Wanted
from shkc_kg.web.record import read_record
from shkc_kg.web.site import Site

__all__ = ["described"]

_QUADS: Final = next(f for f in DATASETS if f.name == "nq")


async def described(site: Site, request: Request, iri: str) -> Answer:
    """The page of an IRI; a :class:`Problem` where nothing is said of it."""
    wanted = Wanted(None, (_QUADS, _QUADS.content_type))
    quads = await site.fetch(request, Asked(iri, None, None, wanted, site.limits.deadline, do="page"))
    record = read_record(quads, iri, site.base, tongue(request))
    return page(request, "record.html", record=record, here=address(iri, site.base), formats=GRAPHS)
