"""The graph view: what it shows is what the graph says, in its list, its table, its picture and its files alike."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote
from xml.etree import ElementTree

import httpx
import networkx as nx  # noqa: TID251 - the file is to be read by another program
import pytest
from playwright.sync_api import Page, expect
from tests.explorer.markup import Page as Parsed
from tests.explorer.strangers import write_report

from shkc_kg.build import build

Open = Callable[..., Page]
ID = "https://w3id.org/shkc/id/"
SVG = "{http://www.w3.org/2000/svg}"
WAY = {"from": "复旦大学", "to": "奉贤"}
# What the graph says of a thing, asked without any help of the page's own queries.
NEIGHBOURS = """SELECT DISTINCT ?source ?relation ?target {
  { GRAPH ?g { ?source ?relation ?target } FILTER(?source = <%s>) }
  UNION { GRAPH ?g { ?source ?relation ?target } FILTER(?target = <%s>) }
  ?source a shkc:Thing . ?target a shkc:Thing . FILTER(?source != ?target)
  FILTER(!STRENDS(STR(?g), "/graph/inferred") && !STRENDS(STR(?g), "/graph/analysis")) }"""

Triple = tuple[str, str, str]


def asked(http: httpx.Client, sparql: str) -> list[dict[str, str]]:
    answer = http.get("/sparql", params={"query": sparql, "format": "json"})
    return [{k: v["value"] for k, v in row.items()} for row in answer.json()["results"]["bindings"]]


def shown(http: httpx.Client, **parameters: object) -> dict[str, Any]:
    answer = http.get("/network.json", params=parameters)
    assert answer.status_code == 200, answer.text
    return answer.json()


def triples(ties: list[dict[str, Any]]) -> set[Triple]:
    """A symmetric tie is one, whichever end its sentence names first."""
    return {triple(tie["source"], tie["relation"], tie["target"]) for tie in ties}


def triple(source: str, relation: str, target: str) -> Triple:
    both = relation.endswith("#cooperatesWith")
    return (*sorted((source, target)), relation) if both else (source, target, relation)


def stated(http: httpx.Client, thing: str) -> set[Triple]:
    return {triple(row["source"], row["relation"], row["target"]) for row in asked(http, NEIGHBOURS % (thing, thing))}


def test_a_way_between_two_things_is_told_step_by_step_with_its_sentences(http: httpx.Client) -> None:
    found = shown(http, **WAY)
    assert found["ways"] == [[f"{ID}复旦大学", f"{ID}复旦大学宁波研究院", f"{ID}奉贤区"]]
    assert {(tie["zh"], tie["en"]) for tie in found["ties"]} == {
        ("隶属", "unit of"),
        ("合作", "cooperates with"),
    }
    for tie in found["ties"]:
        (said,) = tie["said"]
        sentence = asked(http, f"SELECT ?text {{ <{said['passage']}> nif:isString ?text }}")[0]["text"]
        assert said["text"] == sentence
        assert "与复旦大学宁波研究院共建生命健康产业园" in sentence
        assert http.get(said["page"]).status_code == 200


def test_without_a_script_the_way_is_a_list_of_steps(http: httpx.Client) -> None:
    page = Parsed(http.get("/network", params=WAY).text)
    (steps,) = page.of_class("steps")
    assert [e.text for e in steps.inside if "thing" in e.classes] == ["复旦大学", "复旦大学宁波研究院", "奉贤区"]
    assert all("共建生命健康产业园" in e.text for e in steps.inside if e.tag == "blockquote")


def test_of_several_ways_the_first_is_open_and_each_is_named(http: httpx.Client) -> None:
    ways = shown(http, **{"from": "李骏", "to": "吴明红"})["ways"]
    page = Parsed(http.get("/network", params={"from": "李骏", "to": "吴明红"}).text)
    opened = ["open" in e.attributes for e in page.of_tag("details")]
    assert opened == [True] + [False] * (len(ways) - 1)
    assert [e.text for e in page.of_tag("summary")] == [" — ".join(iri.removeprefix(ID) for iri in way) for way in ways]


def test_a_way_can_be_asked_to_avoid_what_it_passes(http: httpx.Client) -> None:
    around = shown(http, **WAY, avoid="复旦大学宁波研究院")
    assert around["ways"]
    assert all(f"{ID}复旦大学宁波研究院" not in way for way in around["ways"])
    assert len(around["ways"][0]) > 3


def test_two_that_are_not_tied_are_said_not_to_be(http: httpx.Client) -> None:
    alone = asked(http, "SELECT ?s { ?s a shkc:Indicator } LIMIT 1")[0]["s"]
    page = http.get("/network", params={"from": alone, "to": "复旦大学"})
    assert page.status_code == 200
    assert "没有陈述把两者连起来的关系" in page.text


@pytest.mark.parametrize("name", ["复旦大学", "普陀区", "静安", "中国科学院", "2021年浦江创新论坛"])
def test_the_ties_of_a_thing_are_those_that_sparql_finds(http: httpx.Client, name: str) -> None:
    found = shown(http, thing=name, n=500)
    thing = found["things"][0]["iri"]
    assert triples(found["ties"]) == stated(http, thing)
    assert {each["iri"] for each in found["things"]} == {
        thing,
        *(end for s, t, _ in stated(http, thing) for end in (s, t)),
    }


def test_the_query_behind_the_panel_tells_the_same(http: httpx.Client) -> None:
    page = Parsed(http.get("/network", params={"thing": "普陀区"}).text)
    sparql = next(e.attributes["href"] for e in page.of_class("sparql"))
    rows = asked(http, unquote(sparql.partition("query=")[2].replace("+", " ")))
    told = {triple(row["source"], row["relation"], row["target"]) for row in rows}
    assert told == triples(shown(http, thing="普陀区")["ties"])


def test_a_hub_does_not_swamp_the_rest_and_says_what_it_leaves_out(http: httpx.Client) -> None:
    found, all_of_them = shown(http, thing="上海市", n=5), shown(http, thing="上海市", n=1000)
    assert len(found["ties"]) < len(all_of_them["ties"]) == len(stated(http, f"{ID}上海市"))
    assert len(found["ties"]) + sum(left["count"] for left in found["left_out"]) == len(all_of_them["ties"])
    assert all_of_them["left_out"] == []


def test_what_is_nowhere_to_be_found_is_said_with_what_is_near(http: httpx.Client) -> None:
    page = http.get("/network", params={"thing": "复旦大"})
    assert page.status_code == 404
    assert "没有叫「复旦大」的事物" in page.text
    assert ">复旦大学宁波研究院</a>" in page.text
    data = http.get("/network.json", params={"thing": "复旦大"}, headers={"accept": "application/json"})
    assert (data.status_code, data.json()["type"]) == (404, "/problems#not-found")


def test_a_filter_lets_through_what_it_says(http: httpx.Client) -> None:
    location = "https://schema.org/location"
    by_relation = shown(http, thing="静安区", relation=location)
    assert triples(by_relation["ties"]) == {tie for tie in stated(http, f"{ID}静安区") if tie[2] == location}
    by_kind = shown(http, thing="静安区", kind="Region")
    assert {each["zh"] for each in by_kind["things"]} == {"静安区", "上海市"}
    section = asked(http, "SELECT ?s { ?s a shkc:Section ; rdfs:label '打造高水平创新人才高地'@zh }")[0]["s"]
    by_section = shown(http, thing="复旦大学", section=section)
    assert [(tie["source"], tie["zh"]) for tie in by_section["ties"]] == [(f"{ID}李骏", "任职于")]


@pytest.mark.parametrize("view", ["affiliation", "collaboration", "comention", "events", "place", "policy"])
def test_a_whole_view_shows_its_ties(http: httpx.Client, view: str) -> None:
    found = shown(http, view=view)
    assert found["ties"]
    assert len(found["things"]) <= 100


def test_files_hold_what_is_shown(http: httpx.Client) -> None:
    address = {"thing": ["复旦大学", "李骏"]}
    found = shown(http, **address)
    graph = nx.read_graphml(io.BytesIO(http.get("/network.graphml", params=address).content))
    names = nx.get_node_attributes(graph, "name")
    assert set(names.values()) == {thing["iri"] for thing in found["things"]}
    assert {(names[s], names[t], d["relation"]) for s, t, d in graph.edges(data=True)} == {
        (tie["source"], tie["target"], tie["relation"]) for tie in found["ties"]
    }
    rows = list(csv.DictReader(io.StringIO(http.get("/network.csv", params=address).content.decode("utf-8-sig"))))
    assert {(r["source"], r["relation"], r["target"], r["sentence"]) for r in rows} == {
        (tie["source"], tie["relation"], tie["target"], said["text"]) for tie in found["ties"] for said in tie["said"]
    }


def test_the_same_address_answers_a_program_in_json(http: httpx.Client) -> None:
    answer = http.get("/network", params={"thing": "复旦大学"}, headers={"accept": "application/json"})
    assert answer.json() == shown(http, thing="复旦大学")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_list_table_and_picture_of_a_page_hold_the_same(http: httpx.Client, lang: str) -> None:
    found = shown(http, thing="普陀区")
    html = http.get("/network", params={"thing": "普陀区", "lang": lang}).text
    page = Parsed(html)
    assert [e.attributes["data-iri"] for e in page.elements if "data-iri" in e.attributes] == [
        thing["iri"] for thing in found["things"]
    ]
    rows = [e.attributes for e in page.of_tag("tr") if "data-source" in e.attributes]
    assert [(r["data-source"], r["data-relation"], r["data-target"]) for r in rows] == [
        (tie["source"], tie["relation"], tie["target"]) for tie in found["ties"]
    ]
    picture = ElementTree.fromstring(html[html.index('<svg width="') : html.index("</svg>\n</figure>") + 6])  # noqa: S314 - our own
    assert len(picture.findall(".//circle")) == len(found["things"])
    assert len(picture.findall(".//line")) == len(found["ties"])


# A browser with a script.


def ready(page: Page) -> None:
    page.locator("#walk[data-ready]").wait_for()


def standing(page: Page) -> dict[str, tuple[float, float]]:
    """Where each thing of the picture stands, as the session keeps it."""
    kept = page.evaluate("Object.entries(sessionStorage).find(([key]) => key.startsWith('ties '))[1]")
    return {iri: (round(place["x"], 3), round(place["y"], 3)) for iri, place in json.loads(kept)}


def walk_to(page: Page, name: str) -> None:
    """Down the list, by keys alone, until a thing is chosen."""
    page.keyboard.press("Home")
    for _ in range(30):
        if page.locator("#walk [aria-selected=true] .thing").text_content() == name:
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"{name} is not in the list")


def test_by_keys_alone_a_thing_is_found_and_opened_twice_and_all_stays_put(visit: Open, http: httpx.Client) -> None:
    page = visit("/network?thing=" + quote("复旦大学"))
    ready(page)
    before = standing(page)
    page.locator("[data-do=arrange]").focus()
    page.keyboard.press("Tab")  # from the buttons to the list of things
    expect(page.locator("#walk")).to_be_focused()
    for name, number in (("李骏", 7), ("复旦大学宁波研究院", 10)):
        walk_to(page, name)
        page.keyboard.press("Enter")
        expect(page.locator("#walk [role=option]")).to_have_count(number)
        expect(page.locator("#walk")).to_be_focused()
    things = parameters = [unquote(pair.removeprefix("thing=")) for pair in page.url.partition("?")[2].split("&")]
    assert things == ["复旦大学", "李骏", "复旦大学宁波研究院"]
    now = standing(page)
    assert {iri: now[iri] for iri in before} == before
    assert set(now) == {each["iri"] for each in shown(http, thing=parameters)["things"]}
    expect(page.locator("#table tbody tr")).to_have_count(len(shown(http, thing=parameters)["ties"]))
    walk_to(page, "李骏")
    page.keyboard.press("Enter")  # and closed again
    expect(page.locator("#walk [role=option]")).to_have_count(7)
    page.go_back()
    expect(page.locator("#walk [role=option]")).to_have_count(10)


def test_places_are_kept_when_the_page_is_loaded_anew(visit: Open) -> None:
    page = visit("/network?thing=" + quote("复旦大学") + "&thing=" + quote("李骏"))
    ready(page)
    before = standing(page)
    page.reload()
    ready(page)
    assert standing(page) == before


def test_a_row_of_the_table_chooses_its_tie_and_tells_its_sentence(visit: Open) -> None:
    page = visit("/network?thing=" + quote("复旦大学"))
    ready(page)
    page.locator("#table tbody tr").first.focus()
    page.keyboard.press("ArrowDown")
    row = page.locator("#table tbody tr[aria-selected=true]")
    expect(row).to_be_focused()
    sentence = row.locator("blockquote").first.text_content()
    expect(page.locator("#chosen blockquote").first).to_have_text(sentence)
    way = page.locator("#chosen blockquote a").first.get_attribute("href")
    assert "?fact=" in way
    page.goto(page.url.partition("/network")[0] + way)
    expect(page.locator(":target")).to_contain_text(sentence[:10])


def test_keys_in_the_picture_walk_to_what_is_tied(visit: Open) -> None:
    page = visit("/network?from=" + quote("复旦大学") + "&to=" + quote("奉贤"))
    ready(page)
    page.locator("#canvas").focus()
    seen = []
    for _ in range(3):
        page.keyboard.press("ArrowRight")
        seen.append(page.locator("#chosen h3 a").text_content())
    assert seen == ["复旦大学", "复旦大学宁波研究院", "奉贤区"]


def test_ties_of_a_thing_are_walked_by_keys_with_their_sentences(visit: Open) -> None:
    page = visit("/network?thing=" + quote("复旦大学"))
    ready(page)
    page.locator("#walk").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#chosen .relation")).to_contain_text("任职于")
    expect(page.locator("#chosen blockquote")).to_contain_text("李骏")


def test_a_filter_changes_list_table_and_files_together(visit: Open) -> None:
    page = visit("/network?thing=" + quote("静安区"))
    ready(page)
    page.locator("#filters [name=kind]").focus()
    page.locator("#filters [name=kind]").select_option("Region")
    expect(page.locator("#walk [role=option]")).to_have_count(2)
    expect(page.locator("#table tbody tr")).to_have_count(1)
    assert "kind=Region" in page.get_by_role("link", name="GraphML").get_attribute("href")
    expect(page.locator("#filters [name=kind]")).to_be_focused()


def test_a_picture_can_be_taken_away_as_png_and_as_svg(visit: Open) -> None:
    page = visit("/network?thing=" + quote("普陀区"))
    ready(page)
    with page.expect_download() as png:
        page.get_by_role("button", name="PNG").click()
    assert png.value.path().read_bytes().startswith(b"\x89PNG\r\n\x1a\n")
    with page.expect_download() as svg:
        page.get_by_role("button", name="SVG").click()
    picture = ElementTree.fromstring(svg.value.path().read_bytes())  # noqa: S314 - our own
    texts = {"".join(text.itertext()) for text in picture.iter(f"{SVG}text")}
    assert "普陀区" in texts
    assert len(list(picture.iter(f"{SVG}circle"))) == page.locator("#walk [role=option]").count()


def test_without_a_script_there_are_picture_list_and_table(visit: Open) -> None:
    page = visit("/network?thing=" + quote("复旦大学"), java_script_enabled=False)
    expect(page.locator("#still svg")).to_be_visible()
    expect(page.locator("#canvas")).to_be_hidden()
    page.locator("#thinglist li", has_text="李骏").get_by_role("link", name="展开").click()
    expect(page.locator("#table tbody tr")).to_have_count(6)
    page.locator("#filters [name=kind]").select_option("AcademyDivision")
    page.get_by_role("button", name="筛选").click()
    expect(page.locator("#table tbody tr")).to_have_count(1)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("path", ["/network", "/network?thing=上海市", "/network?from=复旦大学&to=奉贤"])
def test_nothing_scrolls_sideways_on_a_phone(visit: Open, path: str, lang: str) -> None:
    page = visit(path, lang, viewport={"width": 390, "height": 844})
    ready(page)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 390


def test_in_english_all_but_the_report_is_english(visit: Open) -> None:
    page = visit("/network?thing=Fudan University", "en")
    ready(page)
    page.locator("#walk").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("h1")).to_have_text("Ties of Fudan University")
    said = page.evaluate(
        "(() => { const m = document.querySelector('main').cloneNode(true);"
        " m.querySelectorAll('[lang=zh-Hans], script, select[name=section]').forEach(e => e.remove());"
        " return m.innerText })()"
    )
    assert not [c for c in said if "\u4e00" <= c <= "\u9fff"]


# Reports of strangers.

HOSTILE = """4.1 科技创新

2022年，杭州市“<script>alert(1)</script>”重点实验室落户西湖区。浙江大学"><img src=x onerror=alert(3)>研究院落户西湖区。
《<b>未来</b>科技条例》由杭州市科技局发布。
"""


@pytest.fixture(scope="module")
def strange(
    tmp_path_factory: pytest.TempPathFactory, serve_store: Callable[[Path], AbstractContextManager[str]]
) -> Iterator[str]:
    """The address of a server of a report full of markup, under another base IRI."""
    folder = tmp_path_factory.mktemp("strange")
    write_report(folder / "reports" / "hangzhou-2022", {"科技创新": HOSTILE})
    build(folder / "reports", folder / "store", base="https://example.org/kg/")
    with serve_store(folder / "store") as where:
        yield where


@pytest.mark.parametrize(
    "path",
    [
        "/network?thing=西湖区",
        "/network?thing=<script>alert(1)</script>",
        '/network?from="><script>&to=<img src=x>',
        "/network?thing=西湖区&kind=<b>&relation=<i>&section=<u>",
        "/map?thing=西湖区",
        "/map?thing=<script>alert(1)</script>&region=<b>",
    ],
)
def test_markup_is_text_on_a_page(strange: str, path: str) -> None:
    answer = httpx.get(strange + quote(path, safe="/?&="), headers={"accept": "text/html"}, timeout=30)
    page = Parsed(answer.text)
    assert answer.status_code in (200, 404)
    assert all(script.attributes.get("src", "").startswith("/static/") for script in page.of_tag("script"))
    assert not [e for tag in ("img", "b", "i", "u") for e in page.of_tag(tag)]
    assert not [e for e in page.elements if any(name.startswith("on") for name in e.attributes)]


def test_another_base_has_other_names_and_the_same_pages(strange: str) -> None:
    answer = httpx.get(f"{strange}/network.json", params={"thing": "西湖区"}, timeout=30)
    assert answer.json()["things"][0]["iri"] == "https://example.org/kg/id/西湖区"
    assert answer.json()["things"][0]["page"] == "/id/" + quote("西湖区")
