"""What a careful reader wants before she cites a figure: coverage, audit, notes, validation, counts, links, conformance."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from shkc_kg.web.exchange import Answer, Request
from shkc_kg.web.explorer.accounts import accounts
from shkc_kg.web.explorer.coverage import CATEGORIES, reasons
from shkc_kg.web.labels import labels_of
from shkc_kg.web.negotiate import quality
from shkc_kg.web.pages import page, tongue
from shkc_kg.web.places import address
from shkc_kg.web.site import Site, dated

__all__ = ["checks"]

VERDICTS = {
    "Agrees": ("相符", "agree", "agrees"),
    "Disagrees": ("不符", "disagree", "disagrees"),
    "Undecided": ("不能判定", "can't tell", "can't tell"),
}
_ACCOUNTS = {
    "observation": ("观测", "an observation"),
    "date": ("日期", "part of a date"),
    "name": ("名称", "part of a name"),
    "reason": ("不作数字", "no figure, for a reason"),
    "lost": ("去向不明", "nobody knows"),
}


async def checks(site: Site, request: Request) -> Answer:
    """The accounts of the graph, as a page or as JSON."""
    told = await accounts(site)
    if _as_json(request):
        body = json.dumps(told, ensure_ascii=False, indent=1) + "\n"
        answer = Answer(200, "application/json; charset=utf-8", body.encode("utf-8", "replace"))
        return dated(answer, site.tagged("json", "checks"))
    lang = tongue(request)
    return page(
        request,
        "checks.html",
        told=told,
        verdicts=Counter(one["verdict"] for one in told["audit"]),
        verdict_names=VERDICTS,
        account_names=_ACCOUNTS,
        categories=CATEGORIES,
        why=lambda reason: reasons().get(reason, reason) if lang == "zh" else reason,
        labels=await labels_of(site, site.edition),
        say=lambda pair: pair.get(lang) or pair.get("en") or pair.get("zh") or "",
        reader=_reader(site.base),
        address=lambda iri: address(iri, site.base),
    )


def _as_json(request: Request) -> bool:
    accept = request.header(b"accept") or "*/*"
    wanted = quality(accept, "application/json") > quality(accept, "text/html")
    return request.path.endswith(".json") or wanted


def _reader(base: str) -> Callable[..., str]:
    """Where the reader shows quoted characters."""

    def link(quoted: Mapping[str, Any], layer: str = "") -> str:
        key = str(quoted["passage"] or "").rpartition("/")[2]
        kept = f"&layer={layer}" if layer else ""
        return f"{address(quoted['chapter'], base)}?at={quoted['begin']}-{quoted['end']}{kept}#{key}"

    return link
