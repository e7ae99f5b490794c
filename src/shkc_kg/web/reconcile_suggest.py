"""Completes what somebody types into a client of the reconciliation service, and proposes properties to fetch."""

from __future__ import annotations

from typing import Any, Final

from shkc_kg.web.exchange import Answer, Request
from shkc_kg.web.problems import Problem
from shkc_kg.web.reconcile_desk import Desk
from shkc_kg.web.reconcile_match import near
from shkc_kg.web.reconcile_query import Asking
from shkc_kg.web.reconcile_source import desk_of, json_answer
from shkc_kg.web.site import Site

__all__ = ["properties", "suggest_entity", "suggest_property", "suggest_type"]

_PAGE: Final = 20
_LONGEST: Final = 200


async def suggest_entity(site: Site, request: Request) -> Answer:
    desk = await desk_of(site, request)
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
    return json_answer({"result": items[cursor : cursor + _PAGE]})


async def suggest_type(site: Site, request: Request) -> Answer:
    desk = await desk_of(site, request)
    used = {kind for record in desk.catalogue.records.values() for kind in record.types}
    items = [
        {"id": kind.id, "name": kind.name, "broader": [_type(desk, above) for above in kind.broader]}
        for kind in desk.kinds.values()
        if kind.id in used
    ]
    return _suggested(request, items)


async def suggest_property(site: Site, request: Request) -> Answer:
    desk = await desk_of(site, request)
    return _suggested(request, [{"id": one.id, "name": one.name} for one in desk.properties.values()])


def _suggested(request: Request, items: list[dict[str, Any]]) -> Answer:
    """The items that begin with or hold what was typed, the former first."""
    prefix, cursor = _typed(request)
    wanted = prefix.casefold()
    held = [(item, f"{item['id']} {item['name']}".casefold()) for item in items]
    fits = [item for item, text in held if wanted in text]
    fits.sort(key=lambda item: not any(w.startswith(wanted) for w in (item["id"], *item["name"].casefold().split())))
    return json_answer({"result": fits[cursor : cursor + _PAGE]})


def _typed(request: Request) -> tuple[str, int]:
    prefix, cursor = (request.parameter("prefix") or "").strip(), request.parameter("cursor") or "0"
    if len(prefix) > _LONGEST:
        raise Problem("bad-request", reason=f"prefix= may have {_LONGEST} characters")
    if not (cursor.isascii() and cursor.isdigit() and len(cursor) < 7):
        raise Problem("bad-request", reason="cursor= wants the number of suggestions to skip")
    return prefix, int(cursor)


async def properties(site: Site, request: Request) -> Answer:
    """The properties that things of a type have, the most usual first."""
    desk = await desk_of(site, request)
    kind, limit = request.parameter("type") or "shkc:Thing", request.parameter("limit") or "50"
    if not (limit.isascii() and limit.isdigit() and 0 < int(limit) <= 1000):
        raise Problem("bad-request", reason="limit= wants a number from 1 to 1000")

    def uses(id_: str) -> int:
        return sum(n for one, n in desk.properties[id_].uses.items() if kind in desk.above(one))

    usual = sorted((id_ for id_ in desk.properties if uses(id_)), key=lambda id_: (-uses(id_), id_))[: int(limit)]
    listed = [{"id": id_, "name": desk.properties[id_].name} for id_ in usual]
    return json_answer({"type": kind, "limit": int(limit), "properties": listed})


def _type(desk: Desk, kind: str) -> dict[str, str]:
    return {"id": kind, "name": desk.kinds[kind].name if kind in desk.kinds else kind}
