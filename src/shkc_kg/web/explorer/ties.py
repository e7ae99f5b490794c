"""The graph view."""

from __future__ import annotations

from shkc_kg.web.exchange import Answer, Request
from shkc_kg.web.pages import page
from shkc_kg.web.site import Site

__all__ = ["ties"]


async def ties(_site: Site, request: Request) -> Answer:
    """The graph view."""
    return page(request, "ties.html")
