"""What an editor completes: prefixes, classes and properties with their names and uses; and the names of given things."""

from __future__ import annotations

import json
from typing import Any, Final

from shkc_kg.names import PREFIXES
from shkc_kg.web.asking import Row, ask_once
from shkc_kg.web.exchange import Answer, Request
from shkc_kg.web.labels import Labels, labels_of
from shkc_kg.web.places import address
from shkc_kg.web.problems import Problem
from shkc_kg.web.site import Site

__all__ = ["names", "vocabulary"]

_MOST_NAMES: Final = 100


async def vocabulary(site: Site, _request: Request) -> Answer:
    """The vocabulary of the graph that is published now; without classes where no build described it."""
    edition = site.edition

    async def read() -> dict[str, Any]:
        labels = await labels_of(site, edition)
        found = await ask_once(site, edition, "vocabulary", dataset=f"{edition.dataset.base}graph/dataset")
        told = {kind: [_told(row, labels) for row in found if row["class"].text == kind] for kind in ("true", "false")}
        return {"prefixes": PREFIXES, "classes": told["true"], "properties": told["false"]}

    return _json(await edition.once("vocabulary", read))


def _told(row: Row, labels: Labels) -> dict[str, Any]:
    zh, en = labels.terms.get(row["term"].text, ("", ""))
    return {"iri": row["term"].text, "count": int(row["count"].text), "zh": zh, "en": en}


async def names(site: Site, request: Request) -> Answer:
    """What the IRIs of ``iri=`` are called, and where their pages are; what has no name is left out."""
    wanted = dict.fromkeys(value for key, value in request.parameters if key == "iri")
    if len(wanted) > _MOST_NAMES:
        raise Problem("bad-request", reason=f"iri= may be given {_MOST_NAMES} times")
    labels = await labels_of(site, site.edition)
    found = {iri: labels.index.names(iri) or labels.terms.get(iri) for iri in wanted}
    return _json(
        {
            iri: {"zh": pair[0], "en": pair[1], "page": address(iri, site.base), "kind": labels.group(iri)}
            for iri, pair in found.items()
            if pair
        }
    )


def _json(value: object) -> Answer:
    answer = Answer(200, "application/json", (json.dumps(value, ensure_ascii=False) + "\n").encode())
    return answer.with_header(b"cache-control", "public, no-cache")
