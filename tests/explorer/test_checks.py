"""The checks page tells what the build, the graph and the server themselves say, as a page and as JSON."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from playwright.sync_api import Page as BrowserPage
from playwright.sync_api import expect
from tests.explorer.markup import Page

from shkc_kg.audit.stored import comparisons
from shkc_kg.coverage import read_coverage
from shkc_kg.graph.check import check_graph
from shkc_kg.graph.ledger import read_ledger
from shkc_kg.graph.promises import load_promises
from shkc_kg.knowledge import KnowledgeGraph
from shkc_kg.reading.lexicon import not_quantity_patterns
from shkc_kg.web.explorer.coverage import reasons

Open = Callable[..., BrowserPage]


@pytest.fixture(scope="module")
def told(http: httpx.Client) -> dict[str, Any]:
    return http.get("/checks.json").json()


@pytest.fixture(scope="module")
def page(http: httpx.Client) -> Page:
    return Page(http.get("/checks", params={"lang": "en"}).text)


def section(page: Page, name: str) -> str:
    (found,) = [element for element in page.of_tag("section") if element.attributes.get("id") == name]
    return " ".join(found.text.split())


def test_page_and_json_are_one_address(http: httpx.Client, told: dict[str, Any]) -> None:
    assert http.get("/checks", headers={"accept": "application/json"}).json() == told
    assert http.get("/checks").headers["content-type"].startswith("text/html")


def test_coverage_is_that_of_the_build(told: dict[str, Any], page: Page, shipped_graph: KnowledgeGraph) -> None:
    (covered,) = read_coverage(shipped_graph.generation.coverage)
    (chapter,) = told["chapters"]
    assert chapter["percent"] == {category.value: float(share) for category, share in covered.shares.items()}
    assert [one["text"] for one in chapter["unread"]] == [one.text for one in covered.unread]
    bars = [rect for rect in page.of_tag("rect") if "data-layer" in rect.attributes]
    assert sum(float(rect.attributes["width"]) for rect in bars) == pytest.approx(100)
    for number in covered.counts.values():
        assert f"{number:,}" in section(page, "coverage")


def test_every_numeral_has_its_account(told: dict[str, Any], shipped_graph: KnowledgeGraph) -> None:
    (covered,) = read_coverage(shipped_graph.generation.coverage)
    numerals = told["chapters"][0]["numerals"]
    assert numerals["accounts"] == dict(Counter(one.account or "lost" for one in covered.numerals))
    assert numerals["of"] == sum(numerals["accounts"].values()) == len(covered.numerals)
    assert len(numerals["lost"]) == len(covered.lost)


def test_the_audit_is_that_of_the_graph(told: dict[str, Any], page: Page, shipped_graph: KnowledgeGraph) -> None:
    found = comparisons(shipped_graph.store)
    verdicts = {"agrees": "Agrees", "disagrees": "Disagrees", "can't tell": "Undecided"}
    assert [(one["verdict"], one["reason"]["zh"]) for one in told["audit"]] == [
        (verdicts[one.verdict.value], one.reason_zh) for one in found
    ]
    assert [[q["text"] for q in one["quotes"]] for one in told["audit"]] == [
        [quote.text for quote in one.quotes] for one in found
    ]
    disagreeing = [one.reason_en for one in found if verdicts[one.verdict.value] == "Disagrees"]
    assert disagreeing
    assert all(" ".join(reason.split()) in section(page, "audit") for reason in disagreeing)


def test_each_editorial_note_is_told_with_reason_and_source(told: dict[str, Any], page: Page) -> None:
    assert [note["text"] for note in told["notes"]] == ["俞 隼", "与", "使用和办法", "打造就"]
    assert all(note["reason"]["zh"] and note["reason"]["en"] and note["source"] for note in told["notes"])
    assert "俞飚" in section(page, "notes")


def test_the_build_records_what_its_checks_found(told: dict[str, Any], shipped_graph: KnowledgeGraph) -> None:
    again = check_graph(shipped_graph.store, hermit=False)
    validation = told["validation"]
    assert [one["name"] for one in validation["promises"]] == [one.name for one in load_promises()]
    assert [one["of"] for one in validation["promises"]] == [0] * again.promises
    assert validation["shapes"]["violations"] == len(again.violations)
    assert [one["en"] for one in validation["shapes"]["warnings"]] == [one.en for one in again.warnings]
    assert {one["name"]: one["of"] for one in validation["advice"] if one["of"]} == {
        one.promise.name: len(one.offenders) for one in again.advice
    }
    assert validation["consistency"] is None


def test_counts_hash_and_versions_are_those_of_the_record(
    told: dict[str, Any], page: Page, shipped_graph: KnowledgeGraph
) -> None:
    build = shipped_graph.generation.build
    assert told["counts"]["facts"] == build["facts"]
    assert told["counts"]["instances"] == build["instances"]
    assert told["dataset"]["sha256"] == build["dataset"]["sha256"]
    text = section(page, "dataset")
    for value in (build["dataset"]["sha256"], build["program"], *build["inputs"].values()):
        assert value in text


def test_every_curated_fact_is_listed_with_its_sentence(
    told: dict[str, Any], page: Page, shipped_graph: KnowledgeGraph
) -> None:
    by_hand = [one for one in read_ledger(shipped_graph.generation.ledger) if re.search(r"\.tsv:\d+$", one.rule)]
    assert sorted(one["rule"] for one in told["curated"]) == sorted(one.rule for one in by_hand)
    assert len(by_hand) == shipped_graph.generation.build["curated"]["facts"]
    for one in told["curated"]:
        assert " ".join(one["sentence"].split()) in section(page, "curated")


def test_the_link_ledger_counts_the_mappings_of_the_graph(http: httpx.Client, told: dict[str, Any]) -> None:
    query = """PREFIX sssom: <https://w3id.org/sssom/> PREFIX owl: <http://www.w3.org/2002/07/owl#>
    PREFIX dcterms: <http://purl.org/dc/terms/>
    SELECT ?set (COUNT(DISTINCT ?m) AS ?n) { ?m a sssom:Mapping ; dcterms:isPartOf ?set } GROUP BY ?set"""
    answer = http.get("/sparql", params={"query": query}, headers={"accept": "application/sparql-results+json"})
    wanted = {row["set"]["value"]: int(row["n"]["value"]) for row in answer.json()["results"]["bindings"]}
    assert len(wanted) == 6
    assert {
        one["iri"]: one["none"] + sum(found["number"] for found in one["found"].values()) for one in told["links"]
    } == wanted
    assert all(one["licence"].startswith("https://creativecommons.org/") for one in told["links"])
    assert all(one["licence"] for one in told["sources"])


def test_conformance_is_the_servers_own_report(http: httpx.Client, told: dict[str, Any]) -> None:
    assert told["conformance"] == http.get("/conformance", headers={"accept": "application/json"}).json()


def test_every_link_into_the_reader_is_to_be_had(http: httpx.Client, page: Page) -> None:
    links = sorted({e.attributes["href"] for e in page.of_tag("a") if "?at=" in e.attributes.get("href", "")})
    assert len(links) > 100
    for link in links[::12]:
        answer = http.get(link)
        assert answer.status_code == 200
        assert Page(answer.text).of_class("chosen")


def test_the_query_behind_a_panel_answers(http: httpx.Client, told: dict[str, Any]) -> None:
    for query in told["sparql"].values():
        answer = http.get("/sparql", params={"query": query}, headers={"accept": "application/sparql-results+json"})
        assert answer.status_code == 200


def test_all_reasons_of_the_rules_have_chinese_words() -> None:
    assert {reason for _, reason in not_quantity_patterns()} <= reasons().keys()


def test_both_languages_are_complete(http: httpx.Client) -> None:
    english = http.get("/checks", params={"lang": "en"}).text
    ours = re.sub(r'<(\w+)[^>]*lang="zh-Hans"[^>]*>.*?</\1>', "", english, flags=re.DOTALL)
    for word in ("承诺", "覆盖", "核对", "编者注", "合计", "去处", "许可", "守住"):
        assert word not in ours
    chinese = http.get("/checks", params={"lang": "zh"}).text
    for word in ("Promises", "Coverage", "Numerals", "Licence", "kept", "All</td>", "part of a word"):
        assert word not in chinese


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_reads_on_a_phone_without_a_script(visit: Open, lang: str) -> None:
    browser = visit("/checks", lang, viewport={"width": 390, "height": 800}, java_script_enabled=False)
    expect(browser.locator("#validation")).to_be_visible()
    expect(browser.locator(".summary li")).to_have_count(8)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_scrolls_sideways_on_a_phone(visit: Open, lang: str) -> None:
    browser = visit("/checks", lang, viewport={"width": 390, "height": 800})
    assert browser.evaluate("document.scrollingElement.scrollWidth") <= 390
