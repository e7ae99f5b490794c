"""All observations as a table with facets."""

from __future__ import annotations

from shkc_kg.web.exchange import Answer, Request
from shkc_kg.web.pages import page
from shkc_kg.web.site import Site

__all__ = ["figures"]


async def figures(_site: Site, request: Request) -> Answer:
    """All observations as a table with facets."""
    return page(request, "figures.html")
