"""How to cite a fact."""

from __future__ import annotations

from shkc_kg.web.exchange import Answer, Request
from shkc_kg.web.pages import page
from shkc_kg.web.site import Site

__all__ = ["cite"]


async def cite(_site: Site, request: Request) -> Answer:
    """How to cite a fact."""
    return page(request, "cite.html")
