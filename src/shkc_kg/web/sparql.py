"""The SPARQL endpoint."""

from __future__ import annotations

from shkc_kg.web.describe import description
from shkc_kg.web.exchange import Answer, Request
from shkc_kg.web.explorer.querypage import query_page
from shkc_kg.web.formats import GRAPHS
from shkc_kg.web.negotiate import prefers_html
from shkc_kg.web.protocol import asked
from shkc_kg.web.site import Site

__all__ = ["query"]


async def query(site: Site, request: Request) -> Answer:
    """Answers a query operation; without a query, describes the service."""
    operation = await asked(request, site.limits)
    if operation is None:
        if request.parameter("format") is None and prefers_html(request.header(b"accept"), GRAPHS):
            return await query_page(site, request)
        return await description(site, request)
    return await site.ask(request, operation)
