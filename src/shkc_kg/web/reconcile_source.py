"""How the reconciliation service asks the graph: through the workers, as every other query."""

from __future__ import annotations

import asyncio
import json

from shkc_kg.names import PREFIXES
from shkc_kg.parameters import bind
from shkc_kg.web.asking import shipped
from shkc_kg.web.exchange import Answer, Request
from shkc_kg.web.formats import BINDINGS
from shkc_kg.web.protocol import Asked, Wanted
from shkc_kg.web.reconcile_desk import Desk, read_desk
from shkc_kg.web.site import Site

__all__ = ["desk_of", "fetch", "json_answer", "results"]


async def desk_of(site: Site, request: Request) -> Desk:
    """What the service knows of the graph that is published now, read when first asked for."""

    async def read() -> Desk:
        space, vocabulary = f"{site.base}id/", PREFIXES["shkc"]
        told = {
            "names": await fetch(site, request, "names", space=space),
            "reconcile-kinds": await fetch(site, request, "reconcile-kinds"),
            "reconcile-labels": await fetch(site, request, "reconcile-labels"),
            "reconcile-ties": await fetch(site, request, "reconcile-ties", space=space),
            "reconcile-properties": await fetch(
                site, request, "reconcile-properties", space=space, vocabulary=vocabulary
            ),
        }
        return await asyncio.to_thread(read_desk, space, told)

    return await site.edition.once("reconcile", read)


async def fetch(site: Site, request: Request, query: str, **given: str) -> bytes:
    """The answer of one of the service's queries with its parameters."""
    return await results(site, request, bind(shipped(query), given))


async def results(site: Site, request: Request, sparql: str) -> bytes:
    """The answer of a worker, in SPARQL JSON."""
    return await site.fetch(request, Asked(sparql, None, None, Wanted((BINDINGS[0], ""), None), site.limits.deadline))


def json_answer(value: object) -> Answer:
    """JSON as the answer."""
    body = json.dumps(value, ensure_ascii=False, indent=1) + "\n"
    return Answer(200, "application/json", body.encode()).with_header(b"cache-control", "no-cache")
