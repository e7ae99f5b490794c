"""The page of one figure: the number with its bound, what it counts, its parts, and the same indicator elsewhere."""

from __future__ import annotations

import asyncio

from shkc_kg.names import expand
from shkc_kg.web.asking import Found, ask
from shkc_kg.web.exchange import Answer
from shkc_kg.web.explorer.observed import draw, read_figure
from shkc_kg.web.explorer.things.context import Context
from shkc_kg.web.explorer.things.heading import Heading

__all__ = ["figure_page"]


async def figure_page(context: Context, facts: Found, heading: Heading) -> Answer:
    """The page of an observation."""
    by_indicator, by_subject = await _others(context, facts)
    known = {figure.iri: figure for found in (by_indicator, by_subject) for figure in map(read_figure, found)}
    figure = known[context.iri]
    parts = [each for each in known.values() if each.whole == figure.iri]
    whole = known.get(figure.whole)
    family = [
        whole or figure,
        *(each for each in known.values() if figure.whole and each.whole == figure.whole),
        *parts,
    ]
    elsewhere = [each for each in known.values() if each.indicator == figure.indicator]
    return context.render(
        "figure.html",
        heading=heading,
        figure=figure,
        bars=draw([figure])[0][1],
        said_here=context.ledger.said(figure.passage, figure.iri),
        spoken={each.iri: context.ledger.said(each.passage, each.iri) for each in known.values()},
        family=draw(family) if len(family) > 1 else (),
        elsewhere=draw(elsewhere) if len(elsewhere) > 1 else (),
        facts=facts,
        found=by_indicator,
        siblings=by_subject,
    )


async def _others(context: Context, facts: Found) -> tuple[Found, Found]:
    """The figures of the same indicator, and those about the same subject."""

    def end(curie: str) -> str:
        prop = expand(curie)
        return next((row["other"].text for row in facts if row["property"].text == prop), context.iri)

    ends = (end("schema:variableMeasured"), end("schema:observationAbout"))
    first, second = await asyncio.gather(
        *(ask(context.site, context.request, "thing-figures", thing=iri) for iri in ends)
    )
    return first, second
