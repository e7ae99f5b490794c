"""A citation names the sentence, its report, and the very dataset that read it; in forms that other programs take."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote

import httpx
import pytest
from jsonschema import Draft7Validator
from playwright.sync_api import Page as BrowserPage
from playwright.sync_api import expect
from tests.explorer.markup import Page

from shkc_kg.graph.ledger import Entry, read_ledger
from shkc_kg.knowledge import KnowledgeGraph
from shkc_kg.web.explorer.citation import Citation, bibtex, csl
from shkc_kg.web.explorer.facts import fact_id

Open = Callable[..., BrowserPage]

# What CSL-JSON lets an item have of what we tell; anything else would be refused.
TEXT = {"type": "string", "minLength": 1}
CSL = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["type", "id"],
        "additionalProperties": False,
        "properties": {
            "type": {"enum": ["chapter", "dataset"]},
            "author": {
                "type": "array",
                "items": {"type": "object", "properties": {"literal": TEXT}, "additionalProperties": False},
            },
            "issued": {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "date-parts": {
                        "type": "array",
                        "minItems": 1,
                        "maxItems": 2,
                        "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "integer"}},
                    }
                },
            },
            **dict.fromkeys(
                (
                    "id",
                    "title",
                    "container-title",
                    "publisher",
                    "section",
                    "URL",
                    "abstract",
                    "note",
                    "language",
                    "version",
                ),
                TEXT,
            ),
        },
    },
}


@pytest.fixture(scope="module")
def entries(shipped_graph: KnowledgeGraph) -> list[Entry]:
    return list(read_ledger(shipped_graph.generation.ledger))


@pytest.fixture(scope="module")
def centres(entries: list[Entry]) -> Entry:
    """The figure of 506 research centres."""
    return next(entry for entry in entries if entry.subject.endswith("/p0057/o2"))


def test_the_text_names_sentence_report_and_dataset(
    http: httpx.Client, centres: Entry, shipped_graph: KnowledgeGraph
) -> None:
    told = http.get("/cite", params={"fact": fact_id(centres), "format": "txt", "lang": "zh"})
    assert told.headers["content-type"] == "text/plain; charset=utf-8"
    for part in (
        "上海市科学技术委员会：《2021上海科技进步报告》（报告年度2021）",
        "第57句：“全年全市新增外资研发中心25家,累计认定外资研发中心506家",
        centres.subject,
        str(shipped_graph.generation.build["dataset"]["sha256"]),
        "CC BY 4.0",
    ):
        assert part in told.text
    english = http.get("/cite", params={"fact": fact_id(centres), "format": "txt", "lang": "en"}).text
    assert english.startswith("Science and Technology Commission of Shanghai Municipality: Shanghai Science")


def test_bibtex_has_an_entry_for_the_report_and_one_for_the_dataset(http: httpx.Client, centres: Entry) -> None:
    told = http.get("/cite", params={"fact": fact_id(centres), "format": "bib"})
    assert told.headers["content-type"].startswith("application/x-bibtex")
    assert re.findall(r"@(\w+)\{", told.text) == ["incollection", "misc"]
    assert f"url = {{{centres.subject}}}" in told.text
    assert told.text.count("{") == told.text.count("}")


def test_csl_json_has_the_shape_that_its_schema_asks_for_of_every_kind_of_fact(
    http: httpx.Client, entries: list[Entry]
) -> None:
    kinds = {entry.kind: entry for entry in entries}
    assert len(kinds) == 5
    for entry in kinds.values():
        told = http.get("/cite", params={"fact": fact_id(entry), "format": "json"})
        assert told.headers["content-type"] == "application/vnd.citationstyles.csl+json"
        Draft7Validator(CSL).validate(told.json())
        report, dataset = told.json()
        assert report["container-title"] == "2021上海科技进步报告"
        assert report["issued"] == {"date-parts": [[2021]]}
        assert dataset["type"] == "dataset"


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("application/vnd.citationstyles.csl+json", "application/vnd.citationstyles.csl+json"),
        ("application/x-bibtex", "application/x-bibtex"),
        ("text/plain", "text/plain"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "text/html"),
    ],
)
def test_the_form_is_negotiated(http: httpx.Client, centres: Entry, accept: str, media: str) -> None:
    told = http.get("/cite", params={"fact": fact_id(centres)}, headers={"accept": accept})
    assert told.headers["content-type"].startswith(media)


def test_the_page_lights_the_characters_and_leads_to_the_reader(http: httpx.Client, centres: Entry) -> None:
    page = Page(http.get("/cite", params={"fact": fact_id(centres), "lang": "zh"}).text)
    assert [mark.text for mark in page.of_class("chosen")] == ["累计认定外资研发中心**506**家"]
    links = [element.attributes.get("href") for element in page.of_tag("a")]
    assert f"/report/shanghai-2021/04?fact={fact_id(centres)}#p0057" in links


def test_the_page_has_what_a_report_of_a_mistake_should_name(
    http: httpx.Client, centres: Entry, shipped_graph: KnowledgeGraph
) -> None:
    page = Page(http.get("/cite", params={"fact": fact_id(centres), "lang": "en"}).text)
    block = page.of_tag("pre")[-1].text
    assert f"id: {fact_id(centres)}" in block
    assert centres.passage in block
    assert f"sha256:{shipped_graph.generation.build['dataset']['sha256']}" in block
    assert "rule: quantity" in block
    assert "2308-2326 累计认定外资研发中心**506**家" in block


def test_an_observation_and_a_passage_are_cited_by_their_iris(http: httpx.Client, centres: Entry) -> None:
    by_fact = http.get("/cite", params={"fact": fact_id(centres), "format": "txt"}).text
    for iri in (centres.subject, centres.subject.removeprefix("https://w3id.org/shkc")):
        assert http.get("/cite", params={"iri": iri, "format": "txt"}).text == by_fact
    passage = http.get("/cite", params={"iri": centres.passage, "format": "json"}).json()
    assert passage[0]["URL"] == centres.passage


def test_a_thing_offers_its_facts_to_choose_from(http: httpx.Client, entries: list[Entry]) -> None:
    iri = "https://w3id.org/shkc/id/复旦大学"
    page = Page(http.get("/cite", params={"iri": iri, "lang": "en"}).text)
    (which,) = page.of_class("which")
    links = {e.attributes["href"] for e in which.inside if e.tag == "a" and "fact=" in e.attributes.get("href", "")}
    told = [entry for entry in entries if iri in (entry.subject, entry.object[1:-1])]
    assert links == {f"/cite?fact={fact_id(entry)}" for entry in told}


def test_with_nothing_chosen_the_dataset_itself_is_cited(http: httpx.Client) -> None:
    (item,) = http.get("/cite", params={"format": "json"}).json()
    Draft7Validator(CSL).validate([item])
    assert item["type"] == "dataset"


@pytest.mark.parametrize("query", ["fact=ffffffffffff", "iri=https%3A%2F%2Fw3id.org%2Fshkc%2Fid%2Fnothing", "iri=x"])
def test_what_is_not_there_is_not_found(http: httpx.Client, query: str) -> None:
    assert http.get(f"/cite?{query}").status_code == 404


def test_an_unknown_form_is_told_which_there_are(http: httpx.Client) -> None:
    answer = http.get("/cite?format=docx")
    assert answer.status_code == 400
    assert "txt, bib, json" in answer.text


def test_every_fact_can_be_cited(http: httpx.Client, entries: list[Entry]) -> None:
    for entry in entries[::25]:
        assert http.get("/cite", params={"fact": fact_id(entry), "format": "txt"}).status_code == 200


def test_hostile_words_stay_words_in_every_form() -> None:
    evil = '}, url = {http://evil} \\input{x} % # & "<script>alert(1)</script>\n\u2028'
    cited = Citation(
        "k", "https://e.example/a{b}", evil, evil, "p", "1", (), "r", evil, evil, evil, "2022", "d", "1", "f"
    )
    entry = bibtex(cited, "zh")
    depth, lowest = 0, 0
    for char in entry.replace(r"\{", "").replace(r"\}", ""):
        depth += (char == "{") - (char == "}")
        lowest = min(lowest, depth)
    assert (depth, lowest) == (0, 0)
    assert len(re.findall(r"(?m)^  url = ", entry)) == 2
    assert "https://e.example/a%7Bb%7D" in entry
    assert evil in csl(cited, "zh").encode().decode() or "<script>" in csl(cited, "zh")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_reads_on_a_phone_and_copies(visit: Open, centres: Entry, lang: str) -> None:
    page = visit(
        f"/cite?fact={fact_id(centres)}",
        lang,
        viewport={"width": 390, "height": 800},
        permissions=["clipboard-read", "clipboard-write"],
    )
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 390
    button = page.locator(".copy").first
    button.click()
    expect(button).to_have_text({"zh": "已复制", "en": "Copied"}[lang])
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("pre").first.text_content()


def test_the_reader_leads_to_the_citation(visit: Open) -> None:
    page = visit("/report/shanghai-2021/04?passage=p0057#p0057")
    page.locator(".fact").first.get_by_role("link", name="引用").click()
    expect(page.locator("h1")).to_have_text("引用这条事实")
    page.locator("blockquote.quote a").click()
    expect(page.locator("mark.chosen").first).to_be_in_viewport()


def test_a_citation_by_an_encoded_path_works(http: httpx.Client) -> None:
    path = quote("/report/shanghai-2021/04/p0057", safe="")
    assert http.get(f"/cite?iri={path}&format=txt").status_code == 200
