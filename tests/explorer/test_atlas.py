"""The map: circles stand for what the graph says of places, offline, in any region."""

from __future__ import annotations

import asyncio
import csv
import json
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from urllib.parse import quote

import httpx
import pytest
from playwright.sync_api import Page, expect
from tests.explorer.markup import Page as Parsed

from shkc_kg.knowledge import KnowledgeGraph
from shkc_kg.resources import data_dir
from shkc_kg.web.app import Application
from shkc_kg.web.exchange import Request
from shkc_kg.web.explorer.atlas import mini_map
from shkc_kg.web.explorer.circles import apart, circle
from shkc_kg.web.explorer.ground import around, below, coast, fitted, points
from shkc_kg.web.limits import Limits

Open = Callable[..., Page]
ID = "https://w3id.org/shkc/id/"
HOSTED = """SELECT ?place (COUNT(DISTINCT ?thing) AS ?n) {
  ?place a shkc:District ; dcterms:identifier ?code . FILTER(STRSTARTS(?code, "31"))
  VALUES ?relation { schema:location schema:containedInPlace shkc:partOf shkc:representedIn }
  GRAPH ?passage { ?thing ?relation ?place }
  ?passage a shkc:Passage . ?thing a shkc:Thing . FILTER(?thing != ?place)
} GROUP BY ?place"""


def test_a_district_hosts_as_many_things_as_sparql_counts(http: httpx.Client) -> None:
    rows = http.get("/sparql", params={"query": HOSTED, "format": "json"}).json()["results"]["bindings"]
    counted = {row["place"]["value"]: int(row["n"]["value"]) for row in rows}
    features = [f["properties"] for f in http.get("/map.geojson").json()["features"]]
    shown = {f["iri"]: len(f["hosts"]) for f in features if f["scale"] == "region" and f["hosts"]}
    assert shown == counted
    assert shown[f"{ID}静安区"] == 8
    page = Parsed(http.get("/map").text)
    region = next(e for e in page.elements if e.attributes.get("id") == "region")
    numbers = {
        e.attributes["data-code"]: int(next(x.text for x in e.inside if "number" in x.classes))
        for e in region.inside
        if e.tag == "details"
    }
    assert numbers["310106"] == 8
    assert sum(numbers.values()) == sum(counted.values())


def test_each_hosted_thing_leads_to_its_sentence(http: httpx.Client) -> None:
    page = Parsed(http.get("/map").text)
    entry = next(e for e in page.elements if e.attributes.get("id") == "place-310106")
    sources = [e.attributes for e in entry.inside if "source" in e.classes]
    names = [e.text for e in entry.inside if "thing" in e.classes]
    assert "上海数据交易中心" in names
    assert all("?fact=" in source["href"] and source["title"] for source in sources)
    assert len(sources) >= 8


def test_provinces_and_countries_of_cooperation_are_on_maps_of_their_own(http: httpx.Client) -> None:
    features = [f["properties"] for f in http.get("/map.geojson").json()["features"]]
    china = {f["zh"] for f in features if f["scale"] == "china"}
    world = {f["zh"]: [each["zh"] for each in f["others"] + f["hosts"]] for f in features if f["scale"] == "world"}
    assert {"浙江省", "江苏省", "安徽省", "云南省", "重庆市", "新疆维吾尔自治区", "海南省"} <= china
    assert world["古巴"] == ["上海张江高校协同创新研究院"]
    assert world["阿联酋"] == ["2021年浦江创新论坛"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_thing_is_marked_where_it_is(http: httpx.Client, lang: str) -> None:
    page = Parsed(http.get("/map", params={"thing": "上海数据交易中心", "lang": lang}).text)
    assert {e.attributes["data-code"] for e in page.of_class("lit")} == {"310106", "310000"}
    assert [e.attributes["id"] for e in page.of_tag("details") if "open" in e.attributes] == [
        "place-310106",
        "place-310000",
    ]


def test_what_is_nowhere_is_said_to_be_nowhere(http: httpx.Client) -> None:
    assert "报告没有说「李骏」在何处" in http.get("/map", params={"thing": "李骏"}).text
    assert "没有叫「无此物」的事物" in http.get("/map", params={"thing": "无此物"}).text


def test_another_region_is_shown_district_by_district(http: httpx.Client) -> None:
    page = Parsed(http.get("/map", params={"region": "浙江省"}).text)
    region = next(e for e in page.elements if e.attributes.get("id") == "region")
    names = {e.text for e in region.inside if e.tag == "text" and "name" in e.classes}
    assert {"宁波市", "嘉兴市"} <= names


def test_every_sheet_is_a_picture_of_its_own(http: httpx.Client) -> None:
    html = http.get("/map").text
    pictures = [part.partition("</svg>")[0] for part in html.split("<svg viewBox=")[1:]]
    assert len(pictures) == 3
    for picture in pictures:
        ElementTree.fromstring(f"<svg viewBox={picture}</svg>")  # noqa: S314 - our own


# Ground.


def test_points_are_those_of_known_divisions() -> None:
    with (data_dir() / "gazetteer" / "divisions.tsv").open(encoding="utf-8", newline="") as file:
        divisions = {row["code"]: row["name"] for row in csv.DictReader(file, delimiter="\t")}
    numbered = {code: point for code, point in points().items() if code.isdigit()}
    assert {code: point.zh for code, point in numbered.items()} == {code: divisions[code] for code in numbered}
    assert all(15 < point.lat < 54 and 73 < point.lon < 136 for point in numbered.values())


def test_land_is_small_enough_and_covers_its_windows() -> None:
    file = data_dir() / "map" / "land.json"
    assert file.stat().st_size < 300_000
    for land in json.loads(file.read_bytes()).values():
        west, south, east, north = land["window"]
        assert all(west <= x <= east for ring in land["rings"] for x in ring[::2])
        assert all(south <= y <= north for ring in land["rings"] for y in ring[1::2])


@pytest.mark.parametrize(("code", "name"), [("310000", "奉贤区"), ("330200", "慈溪市"), ("650000", "吐鲁番市")])
def test_any_region_has_a_window_around_its_divisions(code: str, name: str) -> None:
    inside = below(code)
    assert name in {point.zh for point in inside}
    projection = fitted(around(inside))
    for point in inside:
        x, y = projection.at(point.lon, point.lat)
        assert 0 <= x <= projection.width
        assert 0 <= y <= projection.height
    assert coast(projection)


def test_circles_are_moved_until_none_covers_another() -> None:
    crowd = [circle(str(n), "静安区", n, (200 + n, 200 + n % 3), 12, 24) for n in range(12)]
    placed = apart(crowd, 540, 540)
    for first, one in enumerate(placed):
        for other in placed[first + 1 :]:
            apart_x = abs(one.x - other.x) - (one.width + other.width) / 2
            middle = (one.y + one.height / 2 - one.r) - (other.y + other.height / 2 - other.r)
            assert max(apart_x, abs(middle) - (one.height + other.height) / 2) > -1


def test_another_page_can_show_a_small_map(shipped_graph: KnowledgeGraph) -> None:
    async def maps() -> list[str]:
        app = Application(shipped_graph.generation.folder.parent, Limits(workers=1))
        await app.site.open()
        scope = {"method": "GET", "path": "/", "raw_path": b"/", "query_string": b"lang=en", "headers": []}
        request = Request.of(scope, lambda: asyncio.sleep(0, {}), 1)
        found = [await mini_map(app.site, request, ID + name) for name in ("上海数据交易中心", "古巴", "李骏")]
        await app.site.close()
        return found

    district, country, nowhere = asyncio.run(maps())
    assert Parsed(district).of_tag("svg")[0].attributes["aria-label"] == "Map: Jing'an District"
    assert Parsed(country).of_tag("svg")[0].attributes["aria-label"] == "Map: Cuba"
    assert Parsed(district).of_tag("a")[0].attributes["href"].startswith("/map?thing=https%3A")
    assert nowhere == ""


# A browser.


def test_a_circle_opens_its_entry_and_both_light_up(visit: Open) -> None:
    page = visit("/map")
    page.locator("#region .place[data-code='310106']").click()
    entry = page.locator("#place-310106")
    expect(entry).to_have_attribute("open", "")
    expect(page.locator("#region .place.lit")).to_have_attribute("data-code", "310106")
    page.locator("#region .place[data-code='310107']").click()
    expect(entry).not_to_have_attribute("open", "")


def test_by_keys_alone_a_place_is_opened_and_the_map_enlarged(visit: Open) -> None:
    page = visit("/map")
    page.locator("#region .place").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#region details[open] > summary")).to_be_focused()
    picture = page.locator("#region svg")
    whole = picture.get_attribute("viewBox")
    page.locator("#region [data-do=in]").focus()
    page.keyboard.press("Enter")
    expect(picture).not_to_have_attribute("viewBox", whole)
    page.locator("#region [data-do=whole]").press("Enter")
    expect(picture).to_have_attribute("viewBox", f"0 0 {' '.join(whole.split()[2:])}")


def test_without_a_script_a_circle_is_a_link_to_its_entry(visit: Open) -> None:
    page = visit("/map", java_script_enabled=False)
    page.locator("#region .place[data-code='310106']").click()
    expect(page.locator("#place-310106")).to_have_attribute("open", "")
    expect(page.locator("#place-310106")).to_contain_text("上海数据交易中心")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_scrolls_sideways_on_a_phone(visit: Open, lang: str) -> None:
    page = visit("/map?thing=" + quote("静安区"), lang, viewport={"width": 390, "height": 844})
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 390


def test_in_english_nothing_is_chinese(visit: Open) -> None:
    said = visit("/map", "en").locator("main").inner_text()
    assert not [c for c in said if "\u4e00" <= c <= "\u9fff"]
