"""The map: places and what they host, in the region of a report, in China, and in the world."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from markupsafe import Markup

from shkc_kg.parameters import bind
from shkc_kg.web.asking import Found, shipped
from shkc_kg.web.exchange import Answer, Request
from shkc_kg.web.explorer.circles import Circle, apart, circle
from shkc_kg.web.explorer.facts import facts_of
from shkc_kg.web.explorer.ground import Point, Projection, around, below, coast, fitted, points
from shkc_kg.web.explorer.hosting import Hosting, Spot, hosting_of
from shkc_kg.web.explorer.sayings import sayings_of
from shkc_kg.web.explorer.tied import Tie
from shkc_kg.web.explorer.tiesasked import resolve
from shkc_kg.web.explorer.tiestold import line_of, relation_name
from shkc_kg.web.labels import Labels, labels_of
from shkc_kg.web.pages import fragment, page, tongue
from shkc_kg.web.places import address
from shkc_kg.web.site import Site, dated

__all__ = ["atlas", "mini_map"]

_CHINA: Final = (73.0, 15.0, 136.0, 54.5)
_WORLD: Final = (-30.0, -56.0, 330.0, 78.0)
_KIND: Final = re.compile(
    r" (?:District|County|New Area|Prefecture|Province|Autonomous \w+|Special Administrative Region)$"
)
_KIND_ZH: Final = re.compile(r"(?<=..)(?:省|(?:壮族|回族|维吾尔)?自治区|特别行政区)$")
# The radius of the greatest circle on a map.
_GREATEST: Final = 24.0
_MINI: Final = 260.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """One map: its ground, and the places on it with their circles."""

    name: str
    projection: Projection
    land: str
    circles: tuple[Circle, ...]
    dots: tuple[tuple[Spot, float, float], ...]
    spots: dict[str, Spot]


async def atlas(site: Site, request: Request) -> Answer:
    """The maps as a page, or as GeoJSON."""
    labels, hosting = await labels_of(site, site.edition), await hosting_of(site)
    region = _region(hosting, request.parameter("region") or "")
    lang = tongue(request)

    async def drawn() -> list[Sheet]:
        return await asyncio.to_thread(_sheets, hosting, region, labels, lang)

    sheets = await site.edition.once(f"map {region} {lang}", drawn)
    if request.path.endswith(".geojson"):
        text = json.dumps(_geojson(sheets, labels), ensure_ascii=False, indent=1) + "\n"
        tag = site.tagged("geojson", f"map {region}")
        return dated(Answer(200, "application/geo+json", text.encode()), tag)
    sayings, facts = await sayings_of(site), await facts_of(site)
    asked = request.parameter("thing") or ""
    thing = resolve(asked, labels, site.base) if asked else ""
    codes = hosting.around(thing) if thing else ()
    return page(
        request,
        "atlas.html",
        labels=labels,
        address=lambda iri: address(iri, site.base),
        relation=lambda iri, lang: relation_name(labels, iri, lang),
        line=lambda tie: line_of(tie, sayings, facts, site.base),
        sparql_of=_query,
        sheets=sheets,
        region=points().get(region),
        regions=[points()[code] for code in hosting.regions()[:12]],
        asked=asked,
        thing=thing,
        lit=set(codes) | {f"{code[:2]}0000" for code in codes if code.isdigit()},
    )


def _query(place: str) -> Found:
    return Found(bind(shipped("hosted-of"), {"place": place}), ())


def _region(hosting: Hosting, asked: str) -> str:
    """The code of the region to show district by district, empty where no division is named."""
    regions = hosting.regions()
    named = next((code for code in regions if asked and asked in (code, points()[code].zh, points()[code].en)), "")
    return named or next(iter(regions), "")


def _sheets(hosting: Hosting, region: str, labels: Labels, lang: str) -> list[Sheet]:
    sheets = []
    if region and (districts := hosting.districts(region)):
        projection = fitted(around([spot.point for spot in districts]))
        sheets.append(_sheet("region", districts, projection, lambda spot: len(spot.hosts), labels, lang))
    provinces = fitted(_CHINA)
    sheets.append(_sheet("china", hosting.provinces(), provinces, lambda spot: spot.things, labels, lang))
    countries = fitted(_WORLD, 860.0, parallel=35.0)
    sheets.append(_sheet("world", hosting.countries(), countries, lambda spot: spot.things, labels, lang))
    return sheets


def _sheet(
    name: str, spots: Sequence[Spot], projection: Projection, count: Callable[[Spot], int], labels: Labels, lang: str
) -> Sheet:
    """A map with a circle for each place that is named, and a dot for each other."""
    named = sorted(
        (spot for spot in spots if spot.iri or count(spot)), key=lambda spot: (-count(spot), spot.point.code)
    )
    greatest = max((count(spot) for spot in named), default=0)
    circles = [
        circle(
            spot.point.code,
            brief(place_name(spot, labels, lang)),
            count(spot),
            projection.at(spot.point.lon, spot.point.lat),
            greatest,
            _GREATEST,
        )
        for spot in named
    ]
    unnamed = [spot for spot in spots if not spot.iri and not count(spot)]
    dots = tuple((spot, *projection.at(spot.point.lon, spot.point.lat)) for spot in unnamed)
    placed = apart(circles, projection.width, projection.height)
    return Sheet(name, projection, coast(projection), placed, dots, {spot.point.code: spot for spot in named})


def place_name(spot: Spot, labels: Labels, lang: str) -> str:
    """What a place is called, also where no report names it."""
    if spot.iri:
        return labels.name(spot.iri, lang)
    return spot.point.zh if lang == "zh" else spot.point.en or spot.point.zh


def brief(name: str) -> str:
    """A name as a map writes it, without the kind of place where that is plain.

    >>> brief("Jing'an District"), brief("新疆维吾尔自治区"), brief("静安区")
    ("Jing'an", '新疆', '静安区')
    """
    return _KIND_ZH.sub("", _KIND.sub("", name))


def _geojson(sheets: Sequence[Sheet], labels: Labels) -> dict[str, Any]:
    """A point for each place on the maps, with what it hosts and what else ties it."""
    features = [_feature(sheet.name, spot, labels) for sheet in sheets for spot in sheet.spots.values()]
    return {"type": "FeatureCollection", "features": features}


def _feature(scale: str, spot: Spot, labels: Labels) -> dict[str, Any]:
    def told(held: Mapping[str, tuple[Tie, ...]]) -> list[dict[str, Any]]:
        return [
            {"iri": thing, "zh": labels.name(thing, "zh"), "en": labels.name(thing, "en"), "passages": _graphs(ties)}
            for thing, ties in held.items()
        ]

    point = spot.point
    known = {
        "scale": scale,
        "code": point.code,
        "iri": spot.iri or None,
        "zh": point.zh,
        "en": point.en,
        "hosts": told(spot.hosts),
        "others": told(spot.others),
    }
    at = {"type": "Point", "coordinates": [point.lon, point.lat]}
    return {"type": "Feature", "geometry": at, "properties": known}


def _graphs(ties: Sequence[Tie]) -> list[str]:
    return list(dict.fromkeys(graph for tie in ties for graph in tie.graphs))


async def mini_map(site: Site, request: Request, iri: str) -> Markup:
    """A small map of the places that host a thing, for a page of another kind; empty where none is known."""
    hosting = await hosting_of(site)
    held = [points()[code] for code in hosting.around(iri) if code in points()]
    here = [point for point in held if not point.code.endswith("0000")] or held
    if not here:
        return Markup()
    projection = fitted(_mini_window(here), _MINI)
    dots = [(point, *projection.at(point.lon, point.lat)) for point in here]
    return fragment(request, "minimap.html", projection=projection, land=coast(projection), dots=dots, iri=iri)


def _mini_window(here: Sequence[Point]) -> tuple[float, float, float, float]:
    """What is seen around: the other districts of the region, the country, or the world."""
    if any(point.code.isalpha() for point in here):
        return _WORLD
    if len({point.code[:2] for point in here}) > 1 or here[0].code.endswith("0000"):
        return _CHINA
    code = here[0].code
    region = f"{code[:4]}00" if f"{code[:4]}00" in points() and f"{code[:4]}00" != code else f"{code[:2]}0000"
    return around(below(region))
