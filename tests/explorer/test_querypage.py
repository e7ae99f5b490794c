"""The query page: examples, an editor that completes and marks mistakes, answers in several views, refusals as they are."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect
from tests.explorer.moves import follow

from shkc_kg.examples import Example, examples
from shkc_kg.web.explorer.questions import readable, word

Open = Callable[..., Page]
PEOPLE = "SELECT ?who { ?who schema:affiliation id:同济大学 } ORDER BY ?who"
# Counts for longer than any server waits.
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER(?a != ?d && ?d != ?g) }"


def at(query: str, view: str = "table") -> str:
    """A permanent link."""
    return f"/query?query={quote(query)}&view={view}"


def cells(page: Page) -> list[list[str]]:
    """The rows of the result table."""
    expect(page.locator("#shown tbody tr").first).to_be_visible()
    return [row.locator("td").all_inner_texts() for row in page.locator("#shown tbody tr").all()]


@pytest.fixture
def lenient(chromium: Browser, address: str) -> Iterator[Open]:
    """Like ``visit``, for pages whose query is refused: a browser tells of the status on its console."""
    contexts = []

    def open_page(path: str, **options: Any) -> Page:  # noqa: ANN401 - playwright's own
        context = chromium.new_context(**{"locale": "zh-CN", **options})
        contexts.append(context)
        page = context.new_page()
        page.goto(address + path)
        return page

    yield open_page
    for context in contexts:
        context.close()


# What stands in the editor


def test_without_script_the_form_still_asks(visit: Open) -> None:
    page = visit("/query?q=academicians-elected", java_script_enabled=False)
    assert "SELECT" in page.locator("#query").input_value()
    assert page.locator("#ask").get_attribute("method") == "post"
    page.locator("select[name=format]").select_option("csv")
    with page.expect_download() as download:
        page.locator("#run").click()
    rows = list(csv.DictReader(io.StringIO(Path(download.value.path()).read_text(encoding="utf-8"))))
    assert {"person": "吴明红", "institution": "上海大学"}.items() <= next(
        r for r in rows if r["person"] == "吴明红"
    ).items()


def test_parameters_are_bound_by_the_server(http: httpx.Client) -> None:
    text = http.get("/query", params={"q": "hosted-in-place", "place": '徐"汇'}).text
    assert "&#34;徐\\&#34;汇&#34;@zh" in text


def test_a_parameter_of_the_wrong_form_is_told(http: httpx.Client) -> None:
    text = http.get("/query", params={"q": "academicians-elected", "year": "last year"}).text
    assert "parameter year takes gYear, not" in text


def test_declarations_that_nothing_uses_are_left_out() -> None:
    query = "PREFIX schema: <https://schema.org/>\nPREFIX shkc: <https://w3id.org/shkc/ontology#>\n\nASK { ?x a shkc:Person }"
    assert readable(query) == "PREFIX shkc: <https://w3id.org/shkc/ontology#>\n\nASK { ?x a shkc:Person }\n"


def test_a_prefix_of_ones_own_stays_declared() -> None:
    query = "PREFIX schema: <http://elsewhere.example/>\nASK { ?x a ?y }\n"
    assert readable(query) == query


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.name)
def test_each_example_reads_well_and_is_named_in_both_languages(example: Example) -> None:
    text = readable(example.ready, example.zh)
    assert text.startswith(f"# {example.zh}\n")
    assert "#+" not in text
    for tag in example.tags:
        assert word("tag", tag, "zh") != tag
    for parameter in example.parameters:
        assert word("parameter", parameter.name, "zh") != parameter.name


@pytest.mark.parametrize("text", ["</textarea><script>alert(1)</script>", '"><img src=x onerror=alert(1)>'])
def test_hostile_text_stays_text(http: httpx.Client, text: str) -> None:
    for given in ({"query": text}, {"q": "hosted-in-place", "place": text}, {"view": text}):
        answer = http.get("/query", params=given).text
        assert "<script>alert" not in answer
        assert "<img" not in answer


def test_the_endpoint_shows_the_page_to_a_browser(visit: Open) -> None:
    page = visit("/sparql")
    expect(page.locator(".CodeMirror")).to_be_visible()


# From an example to its answer


def test_an_example_is_picked_and_answers(visit: Open) -> None:
    page = visit("/query")
    page.get_by_label("在示例中找").fill("院士 学部")
    expect(page.locator(".questions .none")).to_be_visible()
    page.get_by_label("在示例中找").fill("elected an academician in a year")
    links = page.locator(".topic li a:visible")
    expect(links).to_have_count(1)
    follow(links)
    assert ["李骏", "复旦大学", "数学物理学部", "中国科学院"] in cells(page)


def test_a_parameter_is_filled_in_and_run(visit: Open) -> None:
    page = visit("/query?q=hosted-in-place&view=table", "en")
    page.get_by_label("Place").fill("徐汇")
    page.get_by_role("button", name="Fill in and run").click()
    page.wait_for_url("**/query?query=*")
    assert '"徐汇"@zh' in page.locator("#query").input_value()
    assert "West Bund" not in page.locator("#said").inner_text()
    expect(page.locator("#said")).to_contain_text("rows")


def test_ctrl_enter_runs_what_is_typed(visit: Open) -> None:
    page = visit("/query")
    page.locator(".CodeMirror-lines").click()
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.insert_text(PEOPLE)
    page.keyboard.press("Control+Enter")
    assert [row[0] for row in cells(page)] == ["朱合华", "李杰", "蒋昌俊"]


def test_a_permanent_link_brings_the_answer_back(visit: Open) -> None:
    page = visit(at(PEOPLE), "en")
    names = cells(page)
    expect(page.locator("#permalink")).to_have_attribute("href", re.compile(r"view=table"))
    again = visit(
        urlsplit(page.locator("#permalink").evaluate("link => link.href"))._replace(scheme="", netloc="").geturl(), "en"
    )
    assert cells(again) == names
    assert parse_qs(urlsplit(again.url).query)["query"] == [PEOPLE]


def test_things_are_links_under_their_names(visit: Open) -> None:
    page = visit(at("SELECT ?place { VALUES ?place { id:上海市 } }"), "en")
    link = page.locator("#shown td a")
    assert link.inner_text() == "Shanghai"
    assert link.get_attribute("title") == "id:上海市"
    assert link.get_attribute("href") == "/id/" + quote("上海市")


def test_a_column_sorts_by_number(visit: Open) -> None:
    page = visit(at("SELECT ?n { VALUES ?n { 9 100 10 } }"))
    cells(page)
    page.locator("#shown th button").click()
    assert cells(page) == [["9"], ["10"], ["100"]]
    page.locator("#shown th button").click()
    expect(page.locator("#shown th")).to_have_attribute("aria-sort", "descending")
    assert cells(page) == [["100"], ["10"], ["9"]]


def test_long_answers_come_in_pages(visit: Open) -> None:
    page = visit(at("SELECT ?p { ?p a shkc:Passage } ORDER BY ?p LIMIT 120"))
    assert len(cells(page)) == 50
    page.get_by_role("button", name="下一页").click()
    page.get_by_role("button", name="下一页").click()
    expect(page.locator("#shown .pager span")).to_have_text("101–120 / 120")
    expect(page.locator("#shown tbody tr")).to_have_count(20)


def test_no_rows_is_an_answer(visit: Open) -> None:
    page = visit(at("SELECT ?x { ?x a shkc:NoSuchClass }"))
    expect(page.locator("#shown")).to_have_text("没有结果：查询运行了，没有什么符合。")


def test_yes_or_no_is_said(visit: Open) -> None:
    page = visit(at("ASK { id:李劲松 schema:memberOf id:中国科学院 }"), "en")
    expect(page.locator("#shown")).to_have_text("Yes")


def test_the_answer_can_be_downloaded(visit: Open) -> None:
    page = visit(at(PEOPLE))
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV", exact=True).click()
    lines = Path(download.value.path()).read_text(encoding="utf-8").split()
    assert lines[0] == "who"
    assert "https://w3id.org/shkc/id/李杰" in lines
    assert download.value.suggested_filename == "results.csv"


def test_hostile_literals_stay_text(visit: Open) -> None:
    page = visit(at('SELECT ?x { VALUES ?x { "<img src=x onerror=alert(1)>" <javascript:alert(1)> } }'))
    assert {row[0] for row in cells(page)} == {"<img src=x onerror=alert(1)>", "javascript:alert(1)"}
    assert page.locator("#shown img, #shown a").count() == 0


# Views


def test_numbers_become_bars(visit: Open) -> None:
    query = 'SELECT ?name ?n { VALUES (?name ?n) { ("甲" 4) ("乙" 2) } }'
    page = visit(at(query, "chart"))
    bars = page.locator(".chart-plot [aria-label=bar] rect")
    expect(bars).to_have_count(2)
    widths = [float(bar.get_attribute("width") or 0) for bar in bars.all()]
    assert widths[0] == pytest.approx(2 * widths[1], abs=0.01)
    assert page.locator(".chart-plot style").count() == 0


def test_numbers_over_time_become_a_line(visit: Open) -> None:
    query = 'SELECT ?when ?n { VALUES (?when ?n) { ("2019" 1) ("2020" 3) ("2021" 2) } }'
    page = visit(at(query, "chart"))
    expect(page.locator(".chart-plot [aria-label=line] path")).to_have_count(1)
    expect(page.locator(".chart-plot [aria-label=dot] circle")).to_have_count(3)


def test_triples_become_a_graph(visit: Open) -> None:
    query = "CONSTRUCT { ?who schema:affiliation ?where } { ?who schema:affiliation ?where }"
    page = visit(at(query, "graph"), "en")
    expect(page.locator(".network canvas").first).to_be_visible()
    expect(page.locator(".chosen-node")).to_contain_text("ties")
    page.get_by_role("button", name="Table").click()
    assert ["Li Jie", "affiliated with", "Tongji University"] in cells(page)


def test_coordinates_become_a_map(visit: Open) -> None:
    query = 'SELECT ?name ?lat ?long { VALUES (?name ?lat ?long) { ("甲" 31.2 121.5) ("乙" 31.1 121.4) } }'
    page = visit(at(query, "map"))
    expect(page.locator(".chart-plot [aria-label=dot] circle")).to_have_count(2)


def test_the_raw_response_is_shown(visit: Open) -> None:
    page = visit(at("ASK {}", "raw"))
    expect(page.locator("#shown pre")).to_contain_text('"boolean":true')


# What is refused


def test_a_mistake_is_marked_where_the_server_found_it(lenient: Open) -> None:
    page = lenient(at("SELECT ?who {\n  ?who a shkc:Person ;\n  schema:affiliation ]\n}"))
    expect(page.locator(".problem strong")).to_have_text("语句有误")
    expect(page.locator(".problem .detail")).to_contain_text("line 3, column 22")
    expect(page.locator(".CodeMirror .squiggle")).to_have_text("]")
    page.locator(".CodeMirror-lines").click()
    page.keyboard.type(" ")
    expect(page.locator(".CodeMirror .squiggle")).to_have_count(0)


@pytest.mark.parametrize(
    ("query", "title", "code"),
    [
        ("SELECT * { SERVICE <http://elsewhere.example/> { ?a ?b ?c } }", "不转发 SERVICE", "400 service"),
        ("INSERT DATA { id:甲 a id:乙 }", "只读，不接受更新", "400 update"),
        (ENDLESS, "超时：没有算完", "504 deadline"),
    ],
)
def test_a_refusal_is_shown_as_what_it_is(lenient: Open, query: str, title: str, code: str) -> None:
    page = lenient(at(query))
    expect(page.locator(".problem strong")).to_have_text(title, timeout=30_000)
    expect(page.locator(".problem code")).to_have_text(code)
    expect(page.locator("#answer")).to_be_hidden()


@pytest.mark.parametrize(("code", "status", "title"), [("rate", 429, "查询太频繁"), ("busy", 503, "服务器正忙")])
def test_who_must_wait_is_told_how_long(lenient: Open, code: str, status: int, title: str) -> None:
    page = lenient("/query")
    told = f'{{"type": "/problems#{code}", "title": "-", "status": {status}, "detail": "-"}}'
    page.route("**/sparql?**", lambda route: route.fulfill(status=status, body=told, headers={"retry-after": "5"}))
    page.locator("#run").click()
    expect(page.locator(".problem strong")).to_have_text(title)
    expect(page.locator(".problem")).to_contain_text("5 秒后")


def test_a_server_that_is_gone_is_told(lenient: Open) -> None:
    page = lenient("/query")
    page.route("**/sparql?**", lambda route: route.abort())
    page.locator("#run").click()
    expect(page.locator(".problem strong")).to_have_text("连不上服务器")


def test_a_running_query_can_be_stopped(visit: Open) -> None:
    page = visit(at(ENDLESS))
    page.get_by_role("button", name="停止").click()
    expect(page.locator("#said")).to_have_text("已停止。")
    expect(page.locator("#stop")).to_be_hidden()


# The editor


def typed(page: Page, text: str) -> None:
    """Types into the emptied editor, key by key."""
    page.locator(".CodeMirror-lines").click()
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.press("Delete")
    page.keyboard.type(text)


def test_classes_are_offered_with_names_and_counts(visit: Open, http: httpx.Client) -> None:
    page = visit("/query")
    typed(page, "SELECT * { ?x a shkc:Univ")
    offer = page.locator(".CodeMirror-hint", has_text="shkc:University")
    expect(offer).to_be_visible()
    query = "SELECT (COUNT(DISTINCT ?x) AS ?n) { ?x a shkc:University }"
    told = http.get("/sparql", params={"query": query, "format": "json"}).json()
    assert offer.locator(".offer-more").inner_text() == told["results"]["bindings"][0]["n"]["value"]
    assert offer.locator(".offer-name").inner_text() == "高校"
    page.keyboard.press("Enter")
    assert page.locator("#query").input_value() == "SELECT * { ?x a shkc:University"


def test_properties_are_offered_by_their_chinese_names(visit: Open) -> None:
    page = visit("/query")
    typed(page, "SELECT * { ?x 成立")
    expect(page.locator(".CodeMirror-hint", has_text="schema:foundingDate")).to_be_visible()


def test_things_are_offered_by_pinyin_when_asked(visit: Open) -> None:
    page = visit("/query")
    typed(page, "SELECT * { ?x schema:affiliation fudan")
    page.keyboard.press("Control+Space")
    expect(page.locator(".CodeMirror-hint").first).to_contain_text("id:复旦大学")
    page.keyboard.press("Enter")
    assert page.locator("#query").input_value() == "SELECT * { ?x schema:affiliation id:复旦大学"


def test_escape_and_tab_leave_the_editor(visit: Open) -> None:
    page = visit("/query")
    page.locator(".CodeMirror-lines").click()
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    expect(page.locator("#run")).to_be_focused()


def test_queries_are_remembered_until_cleared(visit: Open) -> None:
    page = visit(at("ASK { id:甲 a id:乙 }"))
    expect(page.locator("#shown")).to_have_text("否")
    page.reload()
    page.locator("#history summary").click()
    expect(page.locator("#history li")).to_have_count(1)
    expect(page.locator("#history li button")).to_have_text("ASK { id:甲 a id:乙 }")
    page.get_by_role("button", name="清空").click()
    expect(page.locator("#history")).to_be_hidden()


@pytest.mark.parametrize(
    "path", ["/query", at("SELECT * { ?a ?b ?c } LIMIT 60"), at("SELECT ?n { VALUES ?n { 1 2 } }", "chart")]
)
def test_nothing_runs_off_a_phone(visit: Open, path: str) -> None:
    page = visit(path, viewport={"width": 390, "height": 800})
    expect(page.locator(".CodeMirror")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


# What the page asks of the server


def test_names_are_told_for_things_and_terms(http: httpx.Client) -> None:
    base = "https://w3id.org/shkc/"
    given = {
        "iri": [f"{base}id/上海市", f"{base}ontology#University", "https://schema.org/location", f"{base}id/没有的"]
    }
    told = http.get("/api/names", params=given).json()
    assert told[f"{base}id/上海市"] == {
        "zh": "上海市",
        "en": "Shanghai",
        "page": "/id/" + quote("上海市"),
        "kind": "Region",
    }
    assert told[f"{base}ontology#University"]["zh"] == "高校"
    assert "https://schema.org/location" in told
    assert f"{base}id/没有的" not in told


def test_too_many_names_at_once_are_refused(http: httpx.Client) -> None:
    answer = http.get("/api/names", params={"iri": [f"urn:{n}" for n in range(101)]}, headers={"accept": "*/*"})
    assert (answer.status_code, answer.json()["type"]) == (400, "/problems#bad-request")


def test_the_vocabulary_is_what_the_dataset_describes(http: httpx.Client) -> None:
    told = http.get("/api/vocabulary").json()
    query = "SELECT DISTINCT ?class { GRAPH g:dataset { ?p void:class ?class } }"
    found = http.get("/sparql", params={"query": query, "format": "json"}).json()["results"]["bindings"]
    assert {each["iri"] for each in told["classes"]} == {row["class"]["value"] for row in found}
    assert told["prefixes"]["shkc"] == "https://w3id.org/shkc/ontology#"
