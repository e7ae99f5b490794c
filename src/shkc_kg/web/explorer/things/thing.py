"""The page of a thing of any kind."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from shkc_kg.errors import QueryError
from shkc_kg.graph.compact import compact
from shkc_kg.names import expand
from shkc_kg.web.asking import Found, Row, ask
from shkc_kg.web.exchange import Answer, Request
from shkc_kg.web.explorer.atlas import mini_map
from shkc_kg.web.explorer.calendar import calendar_of
from shkc_kg.web.explorer.observed import blocks, read_figure
from shkc_kg.web.explorer.things.context import Context, context_of
from shkc_kg.web.explorer.things.figure import figure_page
from shkc_kg.web.explorer.things.groups import group_rows, in_short, neighbours, planned_rows, read_groups, shortened
from shkc_kg.web.explorer.things.heading import Heading, read_heading
from shkc_kg.web.explorer.things.markup import markup
from shkc_kg.web.explorer.things.mentions import read_mentions
from shkc_kg.web.explorer.things.nodes import read_claims, read_nodes, read_notes
from shkc_kg.web.explorer.things.order import reverse_names
from shkc_kg.web.explorer.things.outward import read_links
from shkc_kg.web.explorer.things.timeline import timeline
from shkc_kg.web.problems import Problem
from shkc_kg.web.site import Site

__all__ = ["thing_page"]

# So many rows the query gives of each direction; where it gives them all there are more, and they are counted.
_ROWS: Final = 600
# So many values of one property stand on the page of a thing, and so many on a page of their own.
_SHORT: Final = 8
_LONG: Final = 50
_OBSERVATION: Final = expand("schema:Observation")
_NOTHING: Final = Found("", ())


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the graph answered of a thing."""

    facts: Found
    nodes: Found = _NOTHING
    figures: Found = _NOTHING
    mentions: Found = _NOTHING
    inside: Found = _NOTHING


async def thing_page(site: Site, request: Request, iri: str) -> Answer:
    """All that is said of an IRI by kind, or one of its groups page by page (``?property=&way=&page=``)."""
    context = await context_of(site, request, iri)
    if request.parameter("property"):
        return await _group_page(context)
    asked = await _ask(context)
    if not (asked.facts or asked.inside):
        raise Problem("not-found", reason=f"nothing is said of <{iri}>")
    heading = read_heading(asked.facts, context)
    if _OBSERVATION in heading.types:
        return await figure_page(context, asked.facts, heading)
    return await _whole_page(context, asked, heading)


async def _ask(context: Context) -> _Asked:
    """A thing of ours is asked for in four ways; of a graph its triples too, and of anything else only what is said."""
    site, request, iri = context.site, context.request, context.iri
    facts = ask(site, request, "thing-facts", thing=iri, lang=context.lang)
    if context.labels.kind(iri):
        more = (ask(site, request, f"thing-{name}", thing=iri) for name in ("nodes", "figures"))
        mentions = ask(site, request, "thing-mentions", (_LONG * 20, 0), thing=iri)
        return _Asked(*await asyncio.gather(facts, *more, mentions))
    if iri.startswith(f"{site.base}graph/"):
        inside = ask(site, request, "graph-triples", _part(request), graph=iri, lang=context.lang)
        told, held = await asyncio.gather(facts, inside)
        return _Asked(told, inside=held)
    return _Asked(await facts)


async def _whole_page(context: Context, asked: _Asked, heading: Heading) -> Answer:
    iri, ledger, labels, lang = context.iri, context.ledger, context.labels, context.lang
    nodes = read_nodes(asked.nodes)
    own = {node.iri for held in nodes.values() for node in held}
    rows = [row for row in asked.facts if row["other"].text not in own]
    told = read_groups(
        group_rows(rows, iri, ledger, labels, lang),
        planned_rows(nodes.get("Statement", ()), iri, ledger, labels, lang),
        await _counts(context, asked.facts),
        ledger,
        labels.group(iri),
    )
    figures = tuple(read_figure(row) for row in asked.figures)
    return context.render(
        "thing.html",
        heading=heading,
        told=told,
        summary=in_short(told),
        out=tuple(shortened(told.out, _SHORT)),
        into=tuple(shortened(told.into, _SHORT)),
        rest=tuple(shortened(told.rest, _SHORT)),
        reverse=reverse_names(),
        found=asked,
        blocks=blocks(figures),
        spoken={figure.iri: ledger.said(figure.passage, figure.iri) for figure in figures},
        measured=any(figure.indicator == iri for figure in figures),
        claims=read_claims(nodes.get("Claim", ()), ledger, lang),
        notes=read_notes(nodes.get("Note", ()), ledger, lang),
        links=read_links(nodes.get("Mapping", ())),
        neighbours=neighbours((*told.out, *told.into), labels),
        minimap=await mini_map(context.site, context.request, iri),
        timeline=timeline(iri, told, await calendar_of(context.site), ledger),
        mentions=read_mentions(asked.mentions, ledger),
        inside=asked.inside.rows[:_LONG],
        more=len(asked.inside) > _LONG,
        number=_page(context.request),
        markup=markup(context, heading, told, read_links(nodes.get("Mapping", ()))),
    )


async def _counts(context: Context, facts: Found) -> dict[tuple[str, str], int]:
    """How many triples each property has, where the query did not give all of them."""
    ways = [row["way"].text for row in facts]
    if max(ways.count("out"), ways.count("in")) < _ROWS:
        return {}
    rows = await ask(context.site, context.request, "thing-counts", thing=context.iri)
    return {(row["way"].text, row["property"].text): int(row["triples"].text) for row in rows}


async def _group_page(context: Context) -> Answer:
    request, iri = context.request, context.iri
    prop, way = request.parameter("property") or "", request.parameter("way")
    name = "thing-in" if way == "in" else "thing-out"
    try:
        found = await ask(context.site, request, name, _part(request), thing=iri, property=prop, lang=context.lang)
    except QueryError as error:
        raise Problem("bad-request", reason=str(error)) from None
    rows: Iterable[Row] = found.rows[:_LONG]
    grouped = group_rows(rows, iri, context.ledger, context.labels, context.lang)
    return context.render(
        "thing-group.html",
        name=context.labels.name(iri, context.lang),
        property=expand(prop) if not prop.startswith("http") else prop,
        way=way or "out",
        values_here=[value for held in grouped.values() for value in held],
        found=found,
        number=_page(request),
        more=len(found) > _LONG,
        reverse=reverse_names(),
        curie=compact(prop),
    )


def _page(request: Request) -> int:
    """Which page is asked for, from 1 on."""
    text = request.parameter("page") or "1"
    return min(max(int(text), 1), 100_000) if text.isascii() and text.isdigit() and len(text) < 7 else 1


def _part(request: Request) -> tuple[int, int]:
    """One row more than a page has, by which it knows that another follows."""
    return _LONG + 1, (_page(request) - 1) * _LONG
