"""All observations: charts that a general rule picks, and a table with facets, which is also CSV and JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final
from urllib.parse import urlencode

from shkc_kg.errors import QueryError
from shkc_kg.web.asking import Found, asks
from shkc_kg.web.exchange import Answer, Request
from shkc_kg.web.explorer import charts
from shkc_kg.web.explorer.amounts import SIGNS, amount, unit_name, unit_title
from shkc_kg.web.explorer.facets import FACETS, Choice, choice, chosen, named, options
from shkc_kg.web.explorer.figuredata import as_csv, as_json
from shkc_kg.web.explorer.observations import Observation, Observations, observations_of
from shkc_kg.web.labels import Labels, labels_of
from shkc_kg.web.negotiate import quality
from shkc_kg.web.pages import page, tongue
from shkc_kg.web.places import address
from shkc_kg.web.site import Site

__all__ = ["figures"]

_ROWS: Final = 50
# How many units have a panel of their largest numbers, on the first look and after a choice.
_UNITS: Final = 4
_DATA: Final = {"csv": ("text/csv", as_csv), "json": ("application/json", as_json)}


async def figures(site: Site, request: Request) -> Answer:
    """The observations that a request chooses, as a page or as data."""
    labels, observations = await labels_of(site, site.edition), await observations_of(site)
    picked, lang = choice(request, site.base), tongue(request)
    rows = _sorted(chosen(observations, picked, labels), request.parameter("sort") or "", labels, lang)
    if form := _form(request):
        return _DATA[form][1](rows, observations, labels).with_header(b"vary", "Accept, Accept-Encoding")
    return page(
        request,
        "figures.html",
        labels=labels,
        address=lambda iri: address(iri, site.base),
        picked=picked,
        facets=options(observations, picked, labels, site.base, lang),
        named=[(f, named(f, v, observations, labels, lang).strip()) for f in FACETS if (v := picked.values.get(f.key))],
        everything=len(observations.rows),
        drawn=_drawn(rows, observations),
        behind=lambda **more: Found(_behind(picked, **more), ()),
        parts_behind=Found(asks("figure-parts"), ()),
        **_table(request, rows, observations),
        **_words(site, observations, lang),
    )


def _form(request: Request) -> str:
    """The data format that a request wants, empty for a page."""
    suffix = request.path.rpartition(".")[2]
    if suffix in _DATA:
        return suffix
    accept = request.header(b"accept") or ""
    html = quality(accept, "text/html")
    return next((form for form, (media, _) in _DATA.items() if quality(accept, media) > html), "")


def _behind(picked: Choice, **more: str) -> str:
    """The query that gives what was picked; empty where that is no term a query can hold."""
    try:
        return asks("figures", **{**picked.parameters(), **more})
    except QueryError:
        return ""


def _drawn(rows: list[Observation], observations: Observations) -> dict[str, Any]:
    return {
        "totals": charts.totals(rows, observations.rows),
        "shares": charts.shares(rows),
        "series": charts.series(rows),
        "indicators": charts.bars_by_indicator(rows),
        "units": charts.bars_by_unit(rows, _UNITS),
    }


def _table(request: Request, rows: list[Observation], observations: Observations) -> dict[str, Any]:
    """One page of the table, and the addresses of the others."""
    pages = max(1, -(-len(rows) // _ROWS))
    asked_for = request.parameter("page") or "1"
    number = min(int(asked_for), pages) if asked_for.isascii() and asked_for.isdigit() and int(asked_for) else 1

    def link(path: str = "/figures", **change: object) -> str:
        kept = {key: value for key, value in request.parameters if value and key not in ("lang", "theme", "page")}
        given = {key: value for key, value in {**kept, **change}.items() if value}
        return f"{path}?{urlencode(given)}" if given else path

    return {
        "rows": rows[(number - 1) * _ROWS : number * _ROWS],
        "count": len(rows),
        "leaf": number,
        "pages": pages,
        "first": (number - 1) * _ROWS + 1,
        "sort": request.parameter("sort") or "",
        "link": link,
        "section_of": lambda each: next(iter(observations.of_class(each, "Section")), ""),
    }


def _words(site: Site, observations: Observations, lang: str) -> dict[str, Any]:
    """How the page writes numbers, and where a sentence is read."""

    def place(each: Observation) -> str:
        chapter, _, passage = each.passage.rpartition("/")
        fact = f"?{urlencode({'fact': each.fact})}" if each.fact else ""
        return f"{address(chapter, site.base)}{fact}#{passage}"

    return {
        "amount": lambda each: amount(each.value, each.unit, lang),
        "plain": lambda value, unit="": amount(value, unit, lang),
        "unit_name": lambda unit: unit_name(unit, lang),
        "unit_title": lambda unit: unit_title(unit, lang),
        "signs": SIGNS,
        "place": place,
        "short": lambda iri: iri.removeprefix(site.base),
        "part_name": lambda iri: observations.parts[iri].name(lang),
    }


def _sorted(rows: Iterable[Observation], sort: str, labels: Labels, lang: str) -> list[Observation]:
    """The observations in the order asked for, those that lack what is sorted by last; else as in the text."""
    keys: dict[str, Callable[[Observation], Any]] = {
        "subject": lambda each: labels.name(each.subject, lang),
        "indicator": lambda each: labels.name(each.indicator, lang),
        "value": lambda each: each.value,
        "kind": lambda each: each.kind,
        "date": lambda each: each.date or None,
    }
    key = keys.get(sort.lstrip("-"))
    if key is None:
        return list(rows)
    held = [each for each in rows if key(each) is not None]
    return sorted(held, key=key, reverse=sort.startswith("-")) + [each for each in rows if key(each) is None]
