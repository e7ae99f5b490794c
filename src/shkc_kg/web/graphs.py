"""SPARQL 1.1 Graph Store Protocol, the part that reads: ``/store?graph=IRI`` and ``/store?default``."""

from __future__ import annotations

import re
from typing import Final

from shkc_kg.web.exchange import Answer, Request
from shkc_kg.web.formats import GRAPHS
from shkc_kg.web.problems import Problem
from shkc_kg.web.protocol import Asked, Wanted, wanted
from shkc_kg.web.site import Site

__all__ = ["store"]

_ABSOLUTE: Final = re.compile(r'^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`\x00-\x20]*$')


async def store(site: Site, request: Request) -> Answer:
    """The triples of one graph, which is named indirectly (§4.2) by ``graph=`` or ``default``."""
    given = request.parameters
    names = [value for name, value in given if name == "graph"]
    default = any(name == "default" for name, _ in given)
    if len(names) + default != 1:
        raise Problem("bad-request", reason="name one graph: ?graph=IRI, or ?default")
    if names and not _ABSOLUTE.match(names[0]):
        raise Problem("bad-request", reason=f"not an absolute IRI: {names[0][:200]!r}")
    form = wanted(request, request.parameter("format")).graph
    if form is None:
        raise Problem("not-acceptable", kind="graph", offered=", ".join(f.media[0] for f in GRAPHS))
    asked = Asked(names[0] if names else "", None, None, Wanted(None, form), site.limits.deadline, do="graph")
    return await site.ask(request, asked)
