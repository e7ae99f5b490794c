"""The search: names in both languages and pinyin, sentences, kinds, and suggestions by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import unquote

import httpx
from playwright.sync_api import Page, Route, expect
from tests.explorer.moves import follow

Open = Callable[..., Page]


def test_a_part_of_a_name_finds_things_and_sentences(visit: Open) -> None:
    page = visit("/search?q=复旦")
    names = page.locator("#things .found a").all_inner_texts()
    assert names == ["复旦大学", "复旦大学人体科学馆", "复旦大学宁波研究院"]
    quotes = page.locator("#sentences blockquote")
    assert quotes.count() == 3
    expect(quotes.first.locator("mark")).to_have_text("复旦")


def test_pinyin_and_initials_find_it_too(visit: Open) -> None:
    for typed in ("fudandaxue", "fddx"):
        assert visit(f"/search?q={typed}").locator("#things .found a").first.inner_text() == "复旦大学"


def test_a_kind_keeps_only_its_things(visit: Open) -> None:
    page = visit("/search?q=复旦")
    follow(page.get_by_role("navigation", name="种类").get_by_role("link", name="机构"))
    assert page.locator("#things .found a").all_inner_texts() == ["复旦大学", "复旦大学宁波研究院"]


def test_a_sentence_leads_to_its_place_in_the_report(visit: Open) -> None:
    href = visit("/search?q=耐逆农作物").locator("#sentences a").first.get_attribute("href")
    assert href == "/report/shanghai-2021/04#p0097"


def test_what_is_nowhere_is_said_to_be_nowhere(visit: Open) -> None:
    page = visit("/search?q=南极企鹅", "en")
    expect(page.locator("#things")).to_contain_text("No such name.")
    expect(page.locator("#sentences")).to_contain_text("The text does not have these words.")


def test_many_names_are_leafed_through(visit: Open) -> None:
    page = visit("/search?q=a")
    first = page.locator("#things .found a").all_inner_texts()
    follow(page.get_by_role("link", name="下一页"))
    second = page.locator("#things .found a").all_inner_texts()
    assert len(first) == 30
    assert not set(first) & set(second)


def test_the_same_as_data(http: httpx.Client) -> None:
    found = http.get("/api/search", params={"q": "fudan", "limit": 1}).json()["results"][0]
    assert (found["zh"], found["kind"], found["group"]) == (
        "复旦大学",
        {"zh": "高校", "en": "university"},
        {"name": "Institution", "zh": "机构", "en": "institution"},
    )


def test_links_to_open_data_are_no_names_to_be_found(http: httpx.Client) -> None:
    found = http.get("/api/search", params={"q": "wikidata", "limit": 200}).json()["results"]
    assert found == []


def test_by_keyboard_alone_fudan_leads_to_the_university(visit: Open) -> None:
    page = visit("/figures")
    field = page.get_by_role("combobox", name="按名称查找")
    field.focus()
    page.keyboard.type("fudan")
    options = page.get_by_role("option")
    expect(options.first).to_contain_text("复旦大学")
    expect(page.get_by_role("group", name="机构")).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    assert field.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("复旦大学")


def test_an_answer_that_comes_after_escape_opens_nothing(visit: Open) -> None:
    page = visit("/figures")
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.get_by_role("combobox", name="按名称查找").focus()
    page.keyboard.type("复")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.route(lambda url: "q=复旦&" in unquote(url), hold)
    with page.expect_request("**/api/search?**"):
        page.keyboard.type("旦")
    page.keyboard.press("Escape")
    with page.expect_response("**/api/search?**"):
        held[0].continue_()
    page.evaluate("fetch('/api/search?q=a').then(answer => answer.json())")  # behind it in the page's queue
    assert page.get_by_role("listbox").count() == 0  # what is hidden has no role


def test_escape_closes_the_list_and_enter_then_searches(visit: Open) -> None:
    page = visit("/figures")
    field = page.get_by_role("combobox", name="按名称查找")
    field.focus()
    page.keyboard.type("复旦")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("查找：复旦")


def test_what_was_typed_is_marked_in_the_suggestion(visit: Open) -> None:
    page = visit("/", "en")
    page.locator("#start-search").press_sequentially("museum")
    marks = page.locator(".suggestion mark")
    expect(marks.first).to_have_text("Museum")


def test_a_suggestion_can_be_pressed(visit: Open) -> None:
    page = visit("/")
    page.locator("#start-search").fill("上海天文馆")
    page.get_by_role("option", name="上海天文馆").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("上海天文馆")


def test_without_a_script_the_form_searches(visit: Open) -> None:
    page = visit("/", java_script_enabled=False)
    page.locator("#start-search").fill("复旦")
    page.keyboard.press("Enter")
    expect(page.locator("#things .found a")).to_have_count(3)
