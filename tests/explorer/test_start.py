"""The start page: key figures with their sentences, the year, places, claims, questions, reports."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import httpx
import pytest
from playwright.sync_api import Page, expect

from shkc_kg.web.explorer.highlights import highlights
from shkc_kg.web.explorer.observed import Figure

Open = Callable[..., Page]


def figure(name: str, value: str, stat: str = "Flow", **more: object) -> Figure:
    """A figure of one sentence for each name."""
    told = {"unit": "家", "bound": "Exact", "date": "2021", "whole": "", "planned": False} | more
    number = Decimal(value)
    return Figure(name, f"p:{name}", "region", name, number, number, number, printed=value, kind=stat, **told)


def test_totals_go_before_what_a_year_brought_and_parts_and_plans_are_left_out() -> None:
    some = [
        figure("flow", "25"),
        figure("total", "506", "Cumulative"),
        figure("part", "300", "Stock", whole="total"),
        figure("plan", "9000", "Stock", planned=True),
        figure("days", "7", "Duration"),
    ]
    assert [each.iri for each in highlights(some, 2)] == ["flow", "total"]
    assert [each.iri for each in highlights(some, 1)] == ["total"]


def test_a_number_said_twice_is_shown_once() -> None:
    said = figure("elected", "12")
    assert highlights([said, replace(said, iri="again", passage="p:again")]) == (
        replace(said, iri="again", passage="p:again"),
    )


def test_key_figures_show_the_characters_that_state_them(visit: Open) -> None:
    card = visit("/").locator(".card").filter(has_text="累计认定外资研发中心")
    expect(card.locator(".much a")).to_have_text("506家")
    expect(card.locator(".short mark")).to_have_text("累计认定外资研发中心506家")
    assert "#p0057" in card.locator("blockquote a").get_attribute("href")


def test_the_whole_sentence_shows_on_focus(visit: Open) -> None:
    page = visit("/")
    card = page.locator(".card").filter(has_text="累计认定外资研发中心")
    expect(card.locator(".full")).to_be_hidden()
    page.keyboard.press("Tab")
    card.locator("blockquote a").focus()
    expect(card.locator(".full")).to_be_visible()
    expect(card.locator(".full")).to_contain_text("由世界500强企业设立的外资研发中心约占1/4")


def test_the_year_runs_from_month_to_month_and_what_has_no_month_comes_last(visit: Open) -> None:
    heads = [head.split(" ")[0] for head in visit("/").locator(".months h3").all_inner_texts()]
    assert heads == ["4月", "5月", "7月", "9月", "11月", "全年"]


def test_an_event_stands_in_its_month_with_its_days(visit: Open) -> None:
    page = visit("/")
    july = page.locator(".months > li").filter(has=page.get_by_role("heading", name="7月"))
    expect(july).to_contain_text("2021年世界人工智能大会 7月8日—7月10日")


def test_claims_name_what_is_first_and_lead_to_the_sentence(visit: Open) -> None:
    row = visit("/").locator("#claims li").filter(has_text="亚太台风研究中心").first
    expect(row.locator(".claim")).to_have_text("唯一")
    assert "#p0131" in row.locator("a.words").get_attribute("href")


def test_the_most_connected_things_stand_by_kind(visit: Open) -> None:
    page = visit("/", "en")
    region = page.locator("#connected .kinds-grid > div").filter(has=page.get_by_role("heading", name="region"))
    expect(region.locator("li").first).to_contain_text("Shanghai")


def test_the_report_is_listed_with_what_was_read_in_it(visit: Open) -> None:
    text = visit("/").locator("#reports").inner_text()
    assert "2021上海科技进步报告" in text
    assert "221 句" in text


def test_each_question_can_be_opened_and_has_its_answer(visit: Open, http: httpx.Client) -> None:
    links = visit("/").locator("#questions li a").evaluate_all("found => found.map(a => a.getAttribute('href'))")
    assert len(links) == 16
    assert [http.get(link).status_code for link in links] == [200] * 16


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_without_a_script_nothing_is_missing(visit: Open, lang: str) -> None:
    with_script, without = visit("/", lang), visit("/", lang, java_script_enabled=False)
    assert without.locator("main").inner_text() == with_script.locator("main").inner_text()
