"""Things by name, for a browser without a script too."""

from __future__ import annotations

from shkc_kg.web.exchange import Answer, Request
from shkc_kg.web.pages import page
from shkc_kg.web.site import Site

__all__ = ["search_page"]


async def search_page(_site: Site, request: Request) -> Answer:
    """Things by name, for a browser without a script too."""
    return page(request, "search.html")
