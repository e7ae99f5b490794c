"""The reports and chapters that can be read."""

from __future__ import annotations

from shkc_kg.web.exchange import Answer, Request
from shkc_kg.web.pages import page
from shkc_kg.web.site import Site

__all__ = ["reports"]


async def reports(_site: Site, request: Request) -> Answer:
    """The reports and chapters that can be read."""
    return page(request, "reader.html")
