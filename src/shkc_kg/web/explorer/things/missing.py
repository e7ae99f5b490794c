"""The answer for an IRI that the graph says nothing of: things whose name is like the one in the address."""

from __future__ import annotations

from typing import Final

from shkc_kg.web.exchange import Answer, Request
from shkc_kg.web.labels import labels_of
from shkc_kg.web.pages import page
from shkc_kg.web.places import address
from shkc_kg.web.search import Found, Index
from shkc_kg.web.site import Site

__all__ = ["missing"]

_MOST: Final = 12
# An address may be long; a name that can be searched for is not.
_LONGEST: Final = 60


async def missing(site: Site, request: Request, iri: str) -> Answer:
    """A page with status 404 that searches for the name."""
    labels = await labels_of(site, site.edition)
    name = iri.rpartition("/")[2].replace("_", " ")[:_LONGEST]
    return page(
        request,
        "thing-missing.html",
        404,
        iri=iri,
        name=name,
        found=_alike(labels.index, name),
        labels=labels,
        address=lambda other: address(other, site.base),
    )


def _alike(index: Index, name: str) -> list[Found]:
    """The things whose name holds this one, or else the longest beginning of it that any name holds."""
    for end in range(len(name), 1, -1):
        if found := index.find(name[:end], _MOST):
            return found
    return []
