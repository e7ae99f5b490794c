"""The graph view: what a thing is tied to, how two things are tied, or a whole view of the graph."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from shkc_kg.networks import View, read_view, view_names
from shkc_kg.parameters import bind
from shkc_kg.web.asking import Found, rows_of, shipped
from shkc_kg.web.exchange import Answer, Request
from shkc_kg.web.explorer.drawing import pictured, shortened, strokes
from shkc_kg.web.explorer.facts import facts_of
from shkc_kg.web.explorer.sayings import Sayings, Section, sayings_of
from shkc_kg.web.explorer.tied import Keeps, Shown, Tie, around, between, ties_of, whole_view
from shkc_kg.web.explorer.tiesasked import Asked, read_asked, resolved
from shkc_kg.web.explorer.tiestold import FILES, relation_name, told_of
from shkc_kg.web.formats import BINDINGS
from shkc_kg.web.labels import Labels, labels_of
from shkc_kg.web.negotiate import quality
from shkc_kg.web.pages import page
from shkc_kg.web.places import address
from shkc_kg.web.problems import Problem
from shkc_kg.web.protocol import Asked as Query
from shkc_kg.web.protocol import Wanted
from shkc_kg.web.site import Site, dated

__all__ = ["ties"]

_SELECT: Final = Wanted((BINDINGS[0], ""), None)
_WAYS: Final = 5
_FIRST: Final = "collaboration"
# A whole view shows four things where a hub shows one tie of each relation.
_VIEWED: Final = 4
# Headings below the third level are too fine to filter by.
_DEEPEST: Final = 2


@dataclass(frozen=True, slots=True)
class _Opened:
    """What an address shows, before and after filtering; the query behind it, and how many things a whole view has."""

    shown: Shown
    unfiltered: Shown
    found: Found
    all: int = 0


async def ties(site: Site, request: Request) -> Answer:
    """The graph view as a page, as JSON, as a table (CSV), or as a network (GraphML)."""
    labels, sayings = await labels_of(site, site.edition), await sayings_of(site)
    asked, unknown = resolved(read_asked(request), labels, site.base)
    form = _form(request)
    if unknown and form:
        raise Problem("not-found", reason=f"nothing is called {next(iter(unknown))[:100]!r}")
    if not asked.things and not (asked.start and asked.end) and not asked.view:
        asked = replace(asked, view=_FIRST)
    opened = await _open(site, request, asked, labels, sayings)
    told = told_of(opened.shown, labels, sayings, await facts_of(site), site.base)
    if form:
        media, written = FILES[form]
        tag = site.tagged(form, f"{request.path}?{request.query.decode('latin-1')}")
        return dated(Answer(200, media, await asyncio.to_thread(written, told)), tag)
    picture = await asyncio.to_thread(pictured, opened.shown)
    return page(
        request,
        "ties.html",
        status=404 if unknown else 200,
        labels=labels,
        address=lambda iri: address(iri, site.base),
        relation=lambda iri, lang: relation_name(labels, iri, lang),
        shortened=shortened,
        go=lambda path="/network", **changes: asked.address(site.base, path, **changes),
        asked=asked,
        unknown=unknown,
        opened=opened,
        told=told,
        picture=picture,
        strokes=strokes(opened.shown, picture),
        steps=pairwise,
        choices=_choices(opened.unfiltered, asked, labels, sayings),
        views=[read_view(name) for name in view_names() if name != "full"],
        base=site.base,
    )


def _form(request: Request) -> str:
    """The file that is asked for by suffix or header, empty for a page."""
    _, dot, suffix = request.path.rpartition(".")
    accept = request.header(b"accept") or ""
    if dot:
        return suffix
    return "json" if quality(accept, "application/json") > quality(accept, "text/html") else ""


async def _open(site: Site, request: Request, asked: Asked, labels: Labels, sayings: Sayings) -> _Opened:
    keeps, index = _filter(asked, labels, sayings), await ties_of(site)
    expanded = around(index, asked.things, asked.most, keeps)
    everything = around(index, asked.things, asked.most, _anything)
    if asked.start and asked.end:
        way = await asyncio.to_thread(between, index, asked.start, asked.end, asked.avoid, _WAYS)
        return _Opened(way.joined(expanded), way.joined(everything), _query(asked.start))
    if not asked.view:
        return _Opened(expanded, everything, _query(asked.things[0]))
    view = _view(asked.view)
    found = Found(view.query({}), ())
    rows = rows_of(await site.fetch(request, Query(found.sparql, None, None, _SELECT, site.limits.deadline)))
    most = asked.most * _VIEWED
    shown, number = await asyncio.to_thread(whole_view, rows, view.directed, most, keeps)
    unfiltered, _ = await asyncio.to_thread(whole_view, rows, view.directed, most, _anything)
    return _Opened(shown.joined(expanded), unfiltered.joined(everything), found, number)


def _view(name: str) -> View:
    if name not in view_names():
        raise Problem("not-found", reason=f"there is no view {name[:100]!r}; there are {', '.join(view_names())}")
    return read_view(name)


def _query(thing: str) -> Found:
    return Found(bind(shipped("ties-of"), {"thing": thing}), ())


def _anything(_tie: Tie) -> bool:
    return True


def _filter(asked: Asked, labels: Labels, sayings: Sayings) -> Keeps:
    """Which ties the filters let through: those that lead to things of the kind, by the relation, in the section."""

    def keeps(tie: Tie) -> bool:
        others = [end for end in tie.ends if end not in asked.things] or tie.ends
        return (
            (not asked.kind or any(labels.group(end) == asked.kind for end in others))
            and (not asked.relation or tie.relation == asked.relation)
            and (not asked.section or any(asked.section in sayings.within.get(graph, ()) for graph in tie.graphs))
        )

    return keeps


@dataclass(frozen=True, slots=True)
class _Choices:
    """What can be filtered by, with numbers: kinds of things, relations, sections."""

    kinds: tuple[tuple[str, int], ...]
    relations: tuple[tuple[str, int], ...]
    sections: tuple[tuple[Section, int], ...]


def _choices(shown: Shown, asked: Asked, labels: Labels, sayings: Sayings) -> _Choices:
    kinds = Counter(labels.group(thing) for thing in shown.things if thing not in asked.things)
    relations = Counter(tie.relation for tie in shown.ties)
    held = Counter(part for tie in shown.ties for part in _parts(tie, sayings))
    sections = [(told, held[iri]) for iri, told in sayings.sections.items() if held[iri] and told.depth <= _DEEPEST]
    return _Choices(_common(kinds), _common(relations), tuple(sections))


def _parts(tie: Tie, sayings: Sayings) -> set[str]:
    return {part for graph in tie.graphs for part in sayings.within.get(graph, ())}


def _common(counted: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(((key, n) for key, n in counted.items() if key), key=lambda pair: (-pair[1], pair[0])))
