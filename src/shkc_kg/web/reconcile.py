"""The W3C Reconciliation Service API, version 0.2: our things for whoever has a table of names.

https://reconciliation-api.github.io/specs/0.2/
"""

from __future__ import annotations

import asyncio
import json
import re
import time
from collections.abc import Awaitable, Callable, Iterable
from importlib.metadata import version
from typing import Any, Final

from shkc_kg.linking.catalogue import Found, Record
from shkc_kg.names import DEFAULT_BASE, PREFIXES
from shkc_kg.parameters import bind
from shkc_kg.web.exchange import Answer, Request, pairs
from shkc_kg.web.formats import BINDINGS
from shkc_kg.web.pages import page
from shkc_kg.web.places import address
from shkc_kg.web.problems import Problem
from shkc_kg.web.protocol import Asked, Wanted
from shkc_kg.web.reconcile_desk import Desk, read_desk, rows, shipped
from shkc_kg.web.reconcile_match import FEATURES, Values, answer, near
from shkc_kg.web.reconcile_query import MOST_QUERIES, Asking, Wish, read_batch, read_extension
from shkc_kg.web.reconcile_values import SETTINGS, cells, comparable_values, extension, values_query
from shkc_kg.web.site import Site

__all__ = ["PATHS", "reconcile", "service"]

_FORM: Final = "application/x-www-form-urlencoded"
_HOST: Final = re.compile(r"[\w.:\[\]-]{1,255}", re.ASCII)
_PAGE: Final = 20
_LONGEST: Final = 200

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
        return _json(await _candidates(site, request, read_batch(given["queries"])))
    if "extend" in given:
        _count(site, request)
        return _json(await _extended(site, request, given["extend"]))
    if request.method == "POST" or given:
        raise Problem("bad-request", reason="send queries= or extend=, or nothing to get the manifest")
    return _json(_manifest(site, request))


async def _form(site: Site, request: Request) -> list[tuple[str, str]]:
    media = (request.header(b"content-type") or "").partition(";")[0].strip().lower()
    if media != _FORM:
        raise Problem("bad-request", reason=f"send queries= or extend= as {_FORM}")
    return pairs(await request.body(site.limits.query_bytes * 3))


def _count(site: Site, request: Request) -> None:
    if not site.rate.allows(request.client, time.monotonic()):
        raise Problem("rate", rate=site.limits.rate)


async def _desk(site: Site, request: Request) -> Desk:
    """What the service knows of the graph that is published now, read when first asked for."""

    async def read() -> Desk:
        space, vocabulary = f"{site.base}id/", PREFIXES["shkc"]
        told = {
            "names": await _fetch(site, request, "names", space=space),
            "reconcile-kinds": await _fetch(site, request, "reconcile-kinds"),
            "reconcile-labels": await _fetch(site, request, "reconcile-labels"),
            "reconcile-ties": await _fetch(site, request, "reconcile-ties", space=space),
            "reconcile-properties": await _fetch(
                site, request, "reconcile-properties", space=space, vocabulary=vocabulary
            ),
        }
        return await asyncio.to_thread(read_desk, space, told)

    return await site.edition.once("reconcile", read)


async def _fetch(site: Site, request: Request, query: str, **given: str) -> bytes:
    return await _results(site, request, bind(shipped(query), given))


async def _results(site: Site, request: Request, sparql: str) -> bytes:
    """The answer of a worker, in SPARQL JSON."""
    return await site.fetch(request, Asked(sparql, None, None, Wanted((BINDINGS[0], ""), None), site.limits.deadline))


async def _candidates(site: Site, request: Request, batch: dict[str, Asking]) -> dict[str, Any]:
    desk = await _desk(site, request)
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
        told = await _fetch(site, request, "reconcile-holders", space=desk.space, **given)
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
    return comparable_values(desk, cells(await _results(site, request, values_query(things, properties))))


async def _extended(site: Site, request: Request, text: str) -> dict[str, Any]:
    desk, asked = await _desk(site, request), read_extension(text)
    records = [desk.named(id_) for id_ in asked.ids]
    things = sorted({desk.iri(record.id) for record in records if record})
    properties = sorted({desk.properties[id_].iri for id_, _ in asked.properties if id_ in desk.properties})
    held = cells(await _results(site, request, values_query(things, properties))) if things and properties else {}
    return extension(desk, asked, held)


async def _preview(site: Site, request: Request) -> Answer:
    """A small page about a thing, for a frame."""
    desk = await _desk(site, request)
    record = _asked_for(desk, request)
    told = rows(await _fetch(site, request, "reconcile-preview", thing=desk.iri(record.id)))
    aliases = [name.text for name in record.names if name.kind == "alias"]
    where = address(desk.iri(record.id), site.base)
    return page(request, "reconcile_preview.html", record=record, aliases=aliases, told=told, address=where)


async def _view(site: Site, request: Request) -> Answer:
    """Sends on to a thing's own address: an id inside a path would have to be escaped twice."""
    desk = await _desk(site, request)
    record = _asked_for(desk, request)
    return Answer(303).with_header(b"location", address(desk.iri(record.id), site.base))


def _asked_for(desk: Desk, request: Request) -> Record:
    id_ = request.parameter("id") or ""
    record = desk.named(id_)
    if record is None:
        raise Problem("not-found", reason=f"nothing has the id {id_[:100]!r}")
    return record


async def _suggest_entity(site: Site, request: Request) -> Answer:
    desk = await _desk(site, request)
    prefix, cursor = _typed(request)
    kind = request.parameter("type")
    found = near(desk, Asking(prefix, (kind,) if kind else (), True, False, (cursor + _PAGE) // 4 + 1, ()))
    items = [
        {
            "id": one.record.id,
            "name": one.record.label,
            "description": one.record.description,
            "notable": sorted(one.record.types),
        }
        for one in found
    ]
    return _json({"result": items[cursor : cursor + _PAGE]})


async def _suggest_type(site: Site, request: Request) -> Answer:
    desk = await _desk(site, request)
    used = {kind for record in desk.catalogue.records.values() for kind in record.types}
    items = [
        {"id": kind.id, "name": kind.name, "broader": [_type(desk, above) for above in kind.broader]}
        for kind in desk.kinds.values()
        if kind.id in used
    ]
    return _suggested(request, items)


async def _suggest_property(site: Site, request: Request) -> Answer:
    desk = await _desk(site, request)
    return _suggested(request, [{"id": one.id, "name": one.name} for one in desk.properties.values()])


def _suggested(request: Request, items: list[dict[str, Any]]) -> Answer:
    """The items that begin with or hold what was typed, the former first."""
    prefix, cursor = _typed(request)
    wanted = prefix.casefold()
    held = [(item, f"{item['id']} {item['name']}".casefold()) for item in items]
    fits = [item for item, text in held if wanted in text]
    fits.sort(key=lambda item: not any(w.startswith(wanted) for w in (item["id"], *item["name"].casefold().split())))
    return _json({"result": fits[cursor : cursor + _PAGE]})


def _typed(request: Request) -> tuple[str, int]:
    prefix, cursor = (request.parameter("prefix") or "").strip(), request.parameter("cursor") or "0"
    if len(prefix) > _LONGEST:
        raise Problem("bad-request", reason=f"prefix= may have {_LONGEST} characters")
    if not (cursor.isascii() and cursor.isdigit() and len(cursor) < 7):
        raise Problem("bad-request", reason="cursor= wants the number of suggestions to skip")
    return prefix, int(cursor)


async def _properties(site: Site, request: Request) -> Answer:
    """The properties that things of a type have, the most usual first."""
    desk = await _desk(site, request)
    kind, limit = request.parameter("type") or "shkc:Thing", request.parameter("limit") or "50"
    if not (limit.isascii() and limit.isdigit() and 0 < int(limit) <= 1000):
        raise Problem("bad-request", reason="limit= wants a number from 1 to 1000")

    def uses(id_: str) -> int:
        return sum(n for one, n in desk.properties[id_].uses.items() if kind in desk.above(one))

    usual = sorted((id_ for id_ in desk.properties if uses(id_)), key=lambda id_: (-uses(id_), id_))[: int(limit)]
    listed = [{"id": id_, "name": desk.properties[id_].name} for id_ in usual]
    return _json({"type": kind, "limit": int(limit), "properties": listed})


async def _feature(_site: Site, request: Request) -> Answer:
    """What a feature of a candidate means."""
    id_ = request.parameter("id") or ""
    told = FEATURES.get("property:" if id_.startswith("property:") else id_)
    if told is None:
        raise Problem(
            "not-found", reason=f"no candidate has the feature {id_[:100]!r}; there are {', '.join(FEATURES)}"
        )
    return _json({"id": id_, "zh": told[0], "en": told[1]})


def _manifest(site: Site, request: Request) -> dict[str, Any]:
    root = f"{_root(request)}/reconcile"
    return {
        "versions": ["0.2"],
        "name": "上海科技创新知识图谱 · Shanghai science and technology knowledge graph",
        "identifierSpace": f"{site.base}id/",
        "schemaSpace": f"{DEFAULT_BASE}ontology#Thing",
        "documentation": f"{_root(request)}/ontology",
        "serviceVersion": version("shkc-kg"),
        "defaultTypes": [{"id": "shkc:Thing", "name": "事物 thing"}],
        "view": {"url": f"{root}/view?id={{{{id}}}}"},
        "feature_view": {"url": f"{root}/feature?id={{{{id}}}}"},
        "preview": {"url": f"{root}/preview?id={{{{id}}}}", "width": 430, "height": 300},
        "suggest": {
            name: {"service_url": root, "service_path": f"/suggest/{name}"} for name in ("entity", "property", "type")
        },
        "extend": {
            "propose_properties": {"service_url": root, "service_path": "/properties"},
            "property_settings": SETTINGS,
        },
        "batchSize": MOST_QUERIES,
    }


def _type(desk: Desk, kind: str) -> dict[str, str]:
    return {"id": kind, "name": desk.kinds[kind].name if kind in desk.kinds else kind}


def _root(request: Request) -> str:
    """The address that the client used for this server; only a plain host name gets into the answer."""
    host = request.header(b"host") or ""
    scheme = "https" if request.header(b"x-forwarded-proto") == "https" else "http"
    return f"{scheme}://{host}" if _HOST.fullmatch(host) else ""


def _json(value: object) -> Answer:
    body = json.dumps(value, ensure_ascii=False, indent=1) + "\n"
    return Answer(200, "application/json", body.encode()).with_header(b"cache-control", "no-cache")


# What stands below /reconcile.
PATHS: Final[dict[str, Handler]] = {
    "": service,
    "preview": _preview,
    "view": _view,
    "feature": _feature,
    "properties": _properties,
    "suggest/entity": _suggest_entity,
    "suggest/property": _suggest_property,
    "suggest/type": _suggest_type,
}
