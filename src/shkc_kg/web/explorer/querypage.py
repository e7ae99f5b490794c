"""The query page: an editor, and the example queries to begin with."""

from __future__ import annotations

from typing import Final

from shkc_kg.web.examples import examples
from shkc_kg.web.exchange import Answer, Request
from shkc_kg.web.formats import FORMATS
from shkc_kg.web.pages import page
from shkc_kg.web.site import Site

__all__ = ["query_page"]

_ANY: Final = "SELECT ?thing ?label WHERE { ?thing rdfs:label ?label } LIMIT 20\n"


async def query_page(_site: Site, request: Request) -> Answer:
    """A form that works without a script, filled with ``?query=`` or the example named by ``?q=``."""
    name = request.parameter("q")
    found = [each for each in examples() if each.name == name] or list(examples()[:1])
    query = request.parameter("query") or (found[0].ready if found else _ANY)
    return page(request, "query.html", query=query, examples=examples(), formats=FORMATS)
