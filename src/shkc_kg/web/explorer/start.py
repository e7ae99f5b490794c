"""The start page."""

from __future__ import annotations

from shkc_kg.web.exchange import Answer, Request
from shkc_kg.web.labels import labels_of
from shkc_kg.web.pages import page
from shkc_kg.web.site import Site

__all__ = ["start"]


async def start(site: Site, request: Request) -> Answer:
    """What is in the graph, and the ways into it."""
    labels = await labels_of(site, site.edition)
    return page(request, "start.html", labels=labels, quads=site.edition.quads, hash=site.edition.dataset.hash)
