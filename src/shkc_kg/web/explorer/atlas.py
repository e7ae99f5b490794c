"""Places and what they host."""

from __future__ import annotations

from shkc_kg.web.exchange import Answer, Request
from shkc_kg.web.pages import page
from shkc_kg.web.site import Site

__all__ = ["atlas"]


async def atlas(_site: Site, request: Request) -> Answer:
    """Places and what they host."""
    return page(request, "atlas.html")
