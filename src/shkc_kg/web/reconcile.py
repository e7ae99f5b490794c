"""The W3C Reconciliation Service API, version 0.2: our things for whoever has a table of names.

https://reconciliation-api.github.io/specs/0.2/
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterable
from typing import Any, Final

from shkc_kg.linking.catalogue import Found, Record
from shkc_kg.web.exchange import Answer, Request, pairs
from shkc_kg.web.pages import EMBEDDED, page
from shkc_kg.web.places import address
from shkc_kg.web.problems import Problem
from shkc_kg.web.reconcile_desk import Desk, rows
from shkc_kg.web.reconcile_manifest import manifest
from shkc_kg.web.reconcile_match import FEATURES, Values, answer, near
from shkc_kg.web.reconcile_query import Asking, Wish, read_batch, read_extension
from shkc_kg.web.reconcile_source import desk_of, fetch, json_answer, results
from shkc_kg.web.reconcile_suggest import properties, suggest_entity, suggest_property, suggest_type
from shkc_kg.web.reconcile_values import cells, comparable_values, extension, values_query
from shkc_kg.web.site import Site

__all__ = ["PATHS", "reconcile", "service"]

_FORM: Final = "application/x-www-form-urlencoded"

Handler = Callable[[Site, Request], Awaitable[Answer]]


async def reconcile(site: Site, request: Request) -> Answer:
    """Whatever is asked at ``/reconcile`` and below it."""
    handler = PATHS.get(request.path.removeprefix("/reconcile").strip("/"))
    if handler is None:
        raise Problem("not-found", reason=f"the reconciliation service has nothing at {request.path[:100]}")
    if request.method == "POST" and handler is not service:
        raise Problem("method", allow="GET, HEAD, OPTIONS")
    return await handler(site, request)


async def service(site: Site, request: Request) -> Answer:
    """The manifest; the candidates of ``queries=``; the values that ``extend=`` asks for."""
    given = dict(request.parameters)
    if request.method == "POST":
        given |= dict(await _form(site, request))
    if "queries" in given:
        _count(site, request)
        return json_answer(await _candidates(site, request, read_batch(given["queries"])))
    if "extend" in given:
        _count(site, request)
        return json_answer(await _extended(site, request, given["extend"]))
    if request.method == "POST":
        raise Problem("bad-request", reason="send queries= or extend=; the manifest comes by GET")
    return json_answer(manifest(site.base, request))


async def _form(site: Site, request: Request) -> list[tuple[str, str]]:
    media = (request.header(b"content-type") or "").partition(";")[0].strip().lower()
    if media != _FORM:
        raise Problem("bad-request", reason=f"send queries= or extend= as {_FORM}")
    return pairs(await request.body(site.limits.query_bytes * 3))


def _count(site: Site, request: Request) -> None:
    if not site.rate.allows(request.client, time.monotonic()):
        raise Problem("rate", rate=site.limits.rate)


async def _candidates(site: Site, request: Request, batch: dict[str, Asking]) -> dict[str, Any]:
    desk = await desk_of(site, request)
    holders = {key: await _holders(site, request, desk, one) for key, one in batch.items() if not one.text}
    # In a thread, since a hundred queries over a large graph would keep everybody else waiting.
    found = await asyncio.to_thread(lambda: {k: near(desk, one, holders.get(k, ())) for k, one in batch.items()})
    wishes = {w.property for one in batch.values() for w in one.wishes}
    values = await _values(site, request, desk, (f for fs in found.values() for f in fs), wishes)
    return {key: {"result": answer(desk, one, found[key], values)} for key, one in batch.items()}


async def _holders(site: Site, request: Request, desk: Desk, asking: Asking) -> list[str]:
    """The ids of the things that have a value of the first wish, for a query that has no text."""
    if not asking.wishes or asking.wishes[0].property not in desk.properties:
        return []
    wish = asking.wishes[0]
    ids: dict[str, None] = {}
    for given in _bindings(desk, wish):
        told = await fetch(site, request, "reconcile-holders", space=desk.space, **given)
        ids |= dict.fromkeys(row["thing"][len(desk.space) :] for row in rows(told))
    return list(ids)


def _bindings(desk: Desk, wish: Wish) -> Iterable[dict[str, str]]:
    """The parameters for each value of a wish; a text that is a thing's name means that thing."""
    prop = desk.properties[wish.property].iri
    records = [desk.named(id_) for id_ in wish.ids]
    for text in wish.texts:
        found = desk.catalogue.find(text, 1)
        if found and found[0].likeness.score >= 95:
            records.append(found[0].record)
        else:
            yield {"property": prop, "text": text}
    yield from ({"property": prop, "text": "", "value": desk.iri(r.id)} for r in records if r is not None)


async def _values(site: Site, request: Request, desk: Desk, found: Iterable[Found], wishes: Iterable[str]) -> Values:
    properties = sorted({desk.properties[id_].iri for id_ in wishes if id_ in desk.properties})
    things = sorted({desk.iri(one.record.id) for one in found})
    if not properties or not things:
        return {}
    return comparable_values(desk, cells(await results(site, request, values_query(things, properties))))


async def _extended(site: Site, request: Request, text: str) -> dict[str, Any]:
    desk, asked = await desk_of(site, request), read_extension(text)
    records = [desk.named(id_) for id_ in asked.ids]
    things = sorted({desk.iri(record.id) for record in records if record})
    properties = sorted({desk.properties[id_].iri for id_, _ in asked.properties if id_ in desk.properties})
    held = cells(await results(site, request, values_query(things, properties))) if things and properties else {}
    return extension(desk, asked, held)


async def _preview(site: Site, request: Request) -> Answer:
    """A small page about a thing, for a frame."""
    desk = await desk_of(site, request)
    record = _asked_for(desk, request)
    told = rows(await fetch(site, request, "reconcile-preview", thing=desk.iri(record.id)))
    aliases = [name.text for name in record.names if name.kind == "alias"]
    where = address(desk.iri(record.id), site.base)
    return page(
        request, "reconcile_preview.html", policy=EMBEDDED, record=record, aliases=aliases, told=told, address=where
    )


async def _view(site: Site, request: Request) -> Answer:
    """Sends on to a thing's own address: an id inside a path would have to be escaped twice."""
    desk = await desk_of(site, request)
    record = _asked_for(desk, request)
    return Answer(303).with_header(b"location", address(desk.iri(record.id), site.base))


def _asked_for(desk: Desk, request: Request) -> Record:
    id_ = request.parameter("id") or ""
    record = desk.named(id_)
    if record is None:
        raise Problem("not-found", reason=f"nothing has the id {id_[:100]!r}")
    return record


async def _feature(_site: Site, request: Request) -> Answer:
    """What a feature of a candidate means."""
    id_ = request.parameter("id") or ""
    told = FEATURES.get("property:" if id_.startswith("property:") else id_)
    if told is None:
        raise Problem(
            "not-found", reason=f"no candidate has the feature {id_[:100]!r}; there are {', '.join(FEATURES)}"
        )
    return json_answer({"id": id_, "zh": told[0], "en": told[1]})


# What stands below /reconcile.
PATHS: Final[dict[str, Handler]] = {
    "": service,
    "preview": _preview,
    "view": _view,
    "feature": _feature,
    "properties": properties,
    "suggest/entity": suggest_entity,
    "suggest/property": suggest_property,
    "suggest/type": suggest_type,
}
