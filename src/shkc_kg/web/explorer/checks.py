"""What a careful reader wants before she cites a figure."""

from __future__ import annotations

from shkc_kg.web.exchange import Answer, Request
from shkc_kg.web.pages import page
from shkc_kg.web.site import Site

__all__ = ["checks"]


async def checks(_site: Site, request: Request) -> Answer:
    """What a careful reader wants before she cites a figure."""
    return page(request, "checks.html")
