"""A thing in the words of schema.org, for search engines: the JSON-LD that its page carries."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from shkc_kg.names import PREFIXES
from shkc_kg.web.explorer.things.context import Context
from shkc_kg.web.explorer.things.groups import Told
from shkc_kg.web.explorer.things.heading import Heading
from shkc_kg.web.explorer.things.outward import Link

__all__ = ["markup"]

_SCHEMA: Final = PREFIXES["schema"]
# A search engine wants a card, not the whole graph.
_MOST: Final = 10


def markup(context: Context, heading: Heading, told: Told, links: Iterable[Link]) -> dict[str, Any]:
    """The thing as a schema.org node; what is only planned is left out."""
    kinds = sorted(kind.removeprefix(_SCHEMA) for kind in heading.types if kind.startswith(_SCHEMA))
    names = [{"@language": lang, "@value": text} for lang, text in (("zh", heading.zh), ("en", heading.en)) if text]
    node: dict[str, Any] = {
        "@context": _SCHEMA.rstrip("/"),
        "@id": context.iri,
        "@type": [kind for kind in kinds if kind != "Thing"] or ["Thing"],
        "name": names,
    }
    if heading.aliases:
        node["alternateName"] = [alias.text for alias in heading.aliases]
    if same := [link.target for link in links if link.target and link.relation == "exactMatch"]:
        node["sameAs"] = same
    for group in (*told.out, *told.background):
        stated = [value for value in group.values if not value.planned]
        if group.way == "out" and group.property.startswith(_SCHEMA) and stated:
            node[group.property.removeprefix(_SCHEMA)] = [
                {"@id": value.other.text, "name": value.name} if value.other.iri else value.other.text
                for value in stated[:_MOST]
            ]
    return node
