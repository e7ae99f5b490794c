"""The figures of the report: a table that can be narrowed, its data, and charts that general rules pick."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from playwright.sync_api import Page
from tests.explorer.moves import follow
from tests.explorer.strangers import write_report

from shkc_kg.build import build

Open = Callable[..., Page]
Record = dict[str, str]


def records(http: httpx.Client, **chosen: str) -> list[Record]:
    """The rows of /figures.csv."""
    text = http.get("/figures.csv", params=chosen).content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def bindings(http: httpx.Client, query: str) -> list[dict[str, Any]]:
    """The rows of a query."""
    return list(http.get("/sparql", params={"query": query, "format": "json"}).json()["results"]["bindings"])


# The table and its data


def test_a_number_of_the_report_stands_in_the_data_as_printed(http: httpx.Client) -> None:
    (row,) = records(http, indicator="id/累计认定外资研发中心")
    told = {key: row[key] for key in ("subject", "printed", "value", "unit", "bound", "kind", "date", "planned")}
    assert told == {
        "subject": "上海市",
        "printed": "506",
        "value": "506",
        "unit": "家",
        "bound": "Exact",
        "kind": "Cumulative",
        "date": "2021",
        "planned": "False",
    }
    assert "累计认定外资研发中心506家" in row["sentence"]


def test_a_bound_says_what_it_guarantees(http: httpx.Client) -> None:
    (row,) = [row for row in records(http, q="专家学者") if row["printed"] == "逾150"]
    assert (row["bound"], row["min"], row["max"]) == ("AtLeast", "150", "")


def test_the_csv_is_the_table(visit: Open, http: httpx.Client) -> None:
    page = visit("/figures?subject=id/上海天文馆")
    shown = page.locator(".ledger tbody tr")
    marks = [row.locator("mark").first.inner_text() for row in shown.all()]
    names = [row.locator(".indicator").inner_text() for row in shown.all()]
    data = records(http, subject="id/上海天文馆")
    assert data
    assert names == [row["indicator"] for row in data]
    assert [mark.replace(",", "") for mark in marks] == [row["printed"] for row in data]


def test_json_says_the_same_as_csv(http: httpx.Client) -> None:
    told = http.get("/figures.json", params={"kind": "Share"}).json()
    assert [(each["observation"], each["value"] or "") for each in told] == [
        (row["observation"], row["value"]) for row in records(http, kind="Share")
    ]


def test_a_program_that_wants_csv_gets_it_at_the_same_address(http: httpx.Client) -> None:
    answer = http.get("/figures", headers={"accept": "text/csv"})
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"


def test_all_observations_of_the_graph_are_there(http: httpx.Client) -> None:
    found = bindings(http, "SELECT DISTINCT ?o { GRAPH ?p { ?o a schema:Observation } }")
    assert {row["observation"] for row in records(http)} == {row["o"]["value"] for row in found}


def test_the_lit_characters_are_those_of_the_graph(http: httpx.Client) -> None:
    """Each number lit in the page is, without layout, what the chapter has at the graph's offsets."""
    found = bindings(
        http,
        "SELECT ?o (SUBSTR(?t, ?b + 1, ?e - ?b) AS ?said) { GRAPH ?p { ?o a schema:Observation ; nif:beginIndex ?b ; "
        "nif:endIndex ?e } ?p dcterms:isPartOf+ ?c . ?c a shkc:Chapter ; nif:isString ?t }",
    )
    said = {row["o"]["value"]: re.sub(r"[*\s]", "", row["said"]["value"]) for row in found}
    lit = {}
    for leaf in range(1, 9):
        html = http.get("/figures", params={"page": str(leaf)}).text
        for row in re.findall(r'<tr role="row" id=".*?</tr>', html, re.DOTALL):
            mark = re.search(r"<mark>(.*?)</mark>", row)
            record = re.search(r'href="(/report/[^"?]+/o\d+)"', row)
            assert mark, row
            assert record, row
            lit["https://w3id.org/shkc" + record[1]] = mark[1]
    assert lit == said


class Options(HTMLParser):
    """The counts beside the values of each select."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, Counter[str]] = {}
        self.facet = self.value = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "select":
            self.facet = given["name"] or ""
            self.found[self.facet] = Counter()
        self.value = (given["value"] or "") if tag == "option" else ""

    def handle_data(self, data: str) -> None:
        if self.value and (count := re.search(r"\((\d+)\)$", data)):
            self.found[self.facet][self.value] = int(count[1])


@pytest.mark.parametrize(
    ("facet", "prop"),
    [
        ("subject", "schema:observationAbout"),
        ("indicator", "schema:variableMeasured"),
        ("kind", "shkc:statKind"),
        ("bound", "schema:measurementQualifier"),
        ("unit", "schema:unitText"),
    ],
)
def test_facets_count_what_sparql_counts(http: httpx.Client, facet: str, prop: str) -> None:
    parser = Options()
    parser.feed(http.get("/figures").text)
    query = f"SELECT ?v (COUNT(DISTINCT ?o) AS ?n) {{ ?o a schema:Observation ; {prop} ?v }} GROUP BY ?v"
    short = re.compile(r"^https://w3id.org/shkc/(ontology#)?")
    assert parser.found[facet] == {short.sub("", r["v"]["value"]): int(r["n"]["value"]) for r in bindings(http, query)}


def test_a_facet_counts_what_choosing_it_leaves(http: httpx.Client) -> None:
    parser = Options()
    parser.feed(http.get("/figures", params={"subject": "id/上海天文馆"}).text)
    for kind, count in parser.found["kind"].items():
        assert len(records(http, subject="id/上海天文馆", kind=kind)) == count


@pytest.mark.parametrize(
    "chosen",
    [
        {},
        {"kind": "Share"},
        {"bound": "AtLeast", "subject": "id/上海天文馆"},
        {"unit": "家", "year": "2021"},
        {"q": "外资"},
        {"section": "report/shanghai-2021/04/s4.2"},
        {"report": "report/shanghai-2021", "kind": "Ordinal"},
    ],
)
def test_the_query_behind_the_table_gives_its_rows(http: httpx.Client, chosen: dict[str, str]) -> None:
    html = http.get("/figures", params=chosen).text
    link = re.search(r'id="table-title".*?href="(/query\?[^"]+)"', html, re.DOTALL)
    assert link
    query = parse_qs(urlsplit(link[1].replace("&amp;", "&")).query)["query"][0]
    assert "?__" not in query
    assert {r["figure"]["value"] for r in bindings(http, query)} == {r["observation"] for r in records(http, **chosen)}


def test_rows_are_sorted_by_value_and_those_without_come_last(http: httpx.Client) -> None:
    values = [row["value"] for row in records(http, sort="-value")]
    numbers = [float(value) for value in values if value]
    assert numbers == sorted(numbers, reverse=True)
    assert values == [*values[: len(numbers)], *[""] * (len(values) - len(numbers))]


def test_the_pages_hold_every_row_once(visit: Open, http: httpx.Client) -> None:
    page = visit("/figures")
    ids: list[str] = []
    while True:
        ids += [row.get_attribute("id") or "" for row in page.locator(".ledger tbody tr").all()]
        following = page.get_by_role("link", name="下一页")
        if not following.count():
            break
        follow(following)
    assert ids == [row["fact"] for row in records(http)]


def test_what_nobody_stated_leaves_nothing(http: httpx.Client) -> None:
    answer = http.get("/figures", params={"subject": "id/没有的"})
    assert answer.status_code == 200
    assert "没有符合条件的数字" in answer.text


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "' } #", "a\nb"])
@pytest.mark.parametrize("facet", ["q", "subject", "kind", "unit", "year", "section", "sort", "page"])
def test_hostile_choices_are_text(http: httpx.Client, facet: str, text: str) -> None:
    answer = http.get("/figures", params={facet: text})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text
    assert "<img" not in answer.text


# The sentence


def test_without_script_a_number_opens_its_sentence(visit: Open) -> None:
    page = visit("/figures?indicator=id/累计认定外资研发中心", java_script_enabled=False)
    row = page.locator(".ledger tbody tr")
    row.locator("summary").click()
    assert row.locator("blockquote mark").inner_text() == "506"
    assert row.locator("blockquote").inner_text().startswith("全年全市新增外资研发中心25家")
    href = row.get_by_role("link", name="在原文中读").get_attribute("href") or ""
    fact = row.get_attribute("id")
    assert href == f"/report/shanghai-2021/04?fact={fact}#p0057"
    assert row.get_by_role("link", name="引用").get_attribute("href") == f"/cite?fact={fact}"


def test_a_number_leads_to_its_characters_in_the_report(visit: Open, http: httpx.Client) -> None:
    page = visit("/figures?indicator=id/累计认定外资研发中心")
    page.locator(".ledger summary").click()
    follow(page.get_by_role("link", name="在原文中读"))
    begin = bindings(http, "SELECT ?b { ?o schema:variableMeasured id:累计认定外资研发中心 ; nif:beginIndex ?b }")[0][
        "b"
    ]["value"]
    assert page.locator(f"mark.chosen[data-begin='{begin}']").inner_text() == "506"


def test_by_keyboard_a_bar_opens_its_sentence_and_escape_closes_it(visit: Open) -> None:
    page = visit("/figures")
    number = page.locator(".bars .proof summary").first
    number.focus()
    page.keyboard.press("Enter")
    assert page.locator(".proof[open] mark").is_visible()
    page.keyboard.press("Escape")
    assert page.locator(".proof[open]").count() == 0
    assert number.evaluate("element => element === document.activeElement")


def test_choosing_a_facet_leaves_no_empty_parameter(visit: Open) -> None:
    page = visit("/figures", "en")
    page.get_by_label("Kind").select_option("Share")
    follow(page.get_by_role("button", name="Apply"))
    assert page.url.endswith("/figures?kind=Share")
    assert page.locator(".chip").inner_text().startswith("Kind: share")


@pytest.mark.parametrize("path", ["/figures", "/figures?subject=id/上海天文馆", "/figures?kind=Share"])
def test_nothing_runs_off_a_phone(visit: Open, path: str) -> None:
    page = visit(path, viewport={"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


# The charts


def test_a_total_shows_what_its_parts_leave_open(visit: Open) -> None:
    """506 foreign R&D centres, of them 5 global ones and 1 open platform: 500 are not broken down."""
    page = visit("/figures?indicator=id/累计认定外资研发中心")
    total = page.locator(".total")
    widths = [part.get_attribute("width") for part in total.locator(".stack .part").all()]
    assert widths == ["0.988%", "0.198%"]
    assert re.sub(r"\s+", " ", total.locator(".rest").inner_text()).strip() == "文中未分列 500 家 98.8%"


def test_parts_that_add_up_leave_nothing_open(visit: Open) -> None:
    """12 new academicians: 6 of the one academy and 6 of the other."""
    total = visit("/figures").locator(".total", has_text="中科院院士数量")
    assert [part.get_attribute("width") for part in total.locator(".stack .part").all()] == ["50.0%", "50.0%"]
    assert total.locator(".rest").count() == 0


def test_parts_that_exceed_the_whole_are_not_stacked(visit: Open) -> None:
    """285 bases for popular science, with 55 + 230 + 29 named beside."""
    total = visit("/figures").locator(".total", has_text="基础性科普基地")
    assert total.locator(".stack").count() == 0
    assert total.locator(".bar").count() == 3
    assert "多 29" in total.locator(".rest").inner_text()


def test_shares_are_drawn_to_scale(visit: Open, http: httpx.Client) -> None:
    page = visit("/figures?kind=Share")
    bars = page.locator("section.panel", has_text="占比").first.locator(".bars .bar")
    drawn = sorted(float(bar.get_attribute("data-width") or 0) for bar in bars.all())
    told = [float(row["value"]) * (1 if row["unit"] else 100) for row in records(http, kind="Share")]
    assert drawn == sorted(told)
    assert {24.3, 25.0, 29.5} <= set(drawn)


def test_bars_compare_the_subjects_of_one_indicator(visit: Open) -> None:
    """84 academicians were elected to the one academy, 65 to the other: 65/84 is 77.381 %."""
    panel = visit("/figures").locator("section.panel", has_text="选举产生院士：各主体")
    assert [bar.get_attribute("data-width") for bar in panel.locator(".bar").all()] == ["100.0", "77.381"]


def test_each_bound_is_drawn_in_its_own_way(visit: Open) -> None:
    page = visit("/figures")
    assert page.locator(".bars .bar[data-bound=AtLeast] .open").count()
    assert page.locator(".bars .bar[data-bound=Nearly] .stop").count()
    assert page.locator(".bars .bar[data-bound=About] [fill='url(#hatch)']").count()
    assert page.locator(".bars .bar[data-bound=Exact] :is(.open, .stop, [fill])").count() == 0


def test_money_is_written_in_words_and_a_plan_is_marked(visit: Open) -> None:
    page = visit("/figures?unit=元")
    rows = {
        row.locator(".indicator").inner_text(): row.locator(".value") for row in page.locator(".ledger tbody tr").all()
    }
    assert rows["意向交易额"].locator(".figure").inner_text().endswith("4亿 元")
    assert rows["预期经济效益"].locator(".tag").inner_text() == "计划中"
    assert rows["支持国内科技合作项目总投入"].locator(".tag").count() == 0


def test_a_chart_is_named_and_described(visit: Open) -> None:
    chart = visit("/figures", "en").locator("svg.stack").first
    title, desc = (chart.get_attribute("aria-labelledby") or "").split()
    assert chart.locator(f"#{title}").text_content() == "Election"
    assert "50.0%" in (chart.locator(f"#{desc}").text_content() or "")


# Several reports, and one that means harm

TEXTS = {
    2021: "1.1 实验室\n\n全年新增省级重点实验室12家，累计认定省级重点实验室240家。\n",
    2022: "1.1 实验室\n\n全年新增省级重点实验室30家，累计认定省级重点实验室超过300家。\n",
    2024: "1.1 <script>alert(1)</script>\n\n累计认定省级重点实验室320家。<b onclick=x>全年新增科普基地5家</b>。\n",
}


@pytest.fixture(scope="module")
def several(
    tmp_path_factory: pytest.TempPathFactory, serve_store: Callable[[Path], AbstractContextManager[str]]
) -> Iterator[str]:
    """A server of three small reports."""
    reports, store = tmp_path_factory.mktemp("several"), tmp_path_factory.mktemp("store")
    for year, text in TEXTS.items():
        write_report(reports / f"hangzhou-{year}", {"科技活动": text}, year)
    build(reports, store, base="https://kg.example/")
    with serve_store(store) as where:
        yield where


def test_an_indicator_of_several_reports_becomes_a_series(several: str) -> None:
    html = httpx.get(f"{several}/figures", headers={"accept": "text/html"}).text
    chart = re.search(r'<svg class="line".*?</svg>', html[html.index("累计认定省级重点实验室：历年") :], re.DOTALL)
    assert chart
    assert re.findall(r'class="year"[^>]*>(\d+)<', chart[0]) == ["2021", "2022", "2024"]
    assert re.findall(r'class="value"[^>]*>([^<]+)<', chart[0]) == ["240", "≥300", "320"]
    # 2022 is a third of the way from 2021 to 2024.
    assert re.findall(r'<circle[^>]* cx="([\d.]+)%"', chart[0]) == ["7.0", "35.67", "93.0"]


def test_several_reports_can_be_told_apart(several: str) -> None:
    html = httpx.get(
        f"{several}/figures", params={"report": "report/hangzhou-2022"}, headers={"accept": "text/html"}
    ).text
    assert re.findall(r'<td role="cell" class="date">(\d+)<', html) == ["2022", "2022"]


def test_a_report_with_markup_in_it_stays_text(several: str) -> None:
    html = httpx.get(f"{several}/figures", headers={"accept": "text/html"}).text
    assert "<script>alert" not in html
    assert "<b onclick" not in html
    assert "全年新增科普基地" in html
