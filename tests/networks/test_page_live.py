"""The page in a real browser: what a click, a key, a search and the other language show."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.explorer.conftest import chromium  # noqa: F401 - a fixture

from shkc_kg import KnowledgeGraph
from shkc_kg.networks.page import page

pytestmark = pytest.mark.xdist_group("browser")


@pytest.fixture
def sheet(chromium: Browser, kg: KnowledgeGraph, tmp_path: Path) -> Iterator[Page]:  # noqa: F811
    """The collaboration network, opened from disk; nothing else may be loaded, and nothing may go wrong."""
    file = tmp_path / "network.html"
    file.write_bytes(page(kg.network("collaboration"), kg.sentences()))
    seen: list[str] = []
    with chromium.new_context(viewport={"width": 1200, "height": 800}) as context:
        opened = context.new_page()
        opened.on("request", lambda request: seen.append(request.url))
        opened.on("pageerror", lambda error: seen.append(str(error)))
        opened.on("console", lambda message: seen.append(message.text))
        opened.goto(file.as_uri())
        yield opened
    assert seen == [file.as_uri()]


def test_a_click_tells_the_ties_with_their_sentences(sheet: Page) -> None:
    card = sheet.locator("#card")
    expect(card).to_contain_text("点击节点")
    sheet.get_by_role("button", name="奉贤区").locator("circle").click()
    expect(card.get_by_role("heading", name="奉贤区")).to_be_visible()
    expect(card).to_contain_text("合作 — 复旦大学宁波研究院")
    expect(card.locator("blockquote")).to_contain_text("与复旦大学宁波研究院共建生命健康产业园")
    card.get_by_role("button", name="复旦大学宁波研究院").click()
    expect(card.get_by_role("heading", name="复旦大学宁波研究院")).to_be_visible()


def test_a_key_does_what_a_click_does(sheet: Page) -> None:
    sheet.get_by_role("button", name="奉贤区").press("Enter")
    expect(sheet.locator("#card").get_by_role("heading", name="奉贤区")).to_be_visible()


def test_a_search_marks_what_it_finds_in_both_languages(sheet: Page) -> None:
    found = sheet.locator(".found")
    sheet.get_by_label("查找 Search").fill("云南")
    expect(found).to_have_count(1)
    sheet.get_by_label("查找 Search").fill("fengxian")
    expect(found).to_have_attribute("aria-label", "奉贤区")


def test_the_other_language_is_one_click_away(sheet: Page) -> None:
    sheet.get_by_role("button", name="English").click()
    expect(sheet.locator("#counts")).to_contain_text("ties")
    expect(sheet.get_by_role("button", name="Fengxian District")).to_be_visible()
    assert sheet.evaluate("document.documentElement.lang") == "en"


def test_a_kind_can_be_put_aside(sheet: Page) -> None:
    district = sheet.get_by_role("button", name="奉贤区")
    sheet.locator("#legend").get_by_role("button", name="区县").click()
    expect(district).to_be_hidden()
    sheet.locator("#legend").get_by_role("button", name="区县").click()
    expect(district).to_be_visible()


def test_no_two_names_overlap_and_none_leaves_the_sheet(sheet: Page) -> None:
    boxes = sheet.evaluate(
        """[...document.querySelectorAll('.node text:not(.away)')].map((text) => {
             const box = text.getBoundingClientRect(); return [box.left, box.top, box.right, box.bottom]; })"""
    )
    whole = sheet.locator("#sheet").bounding_box()
    assert len(boxes) > 15
    for number, (left, top, right, bottom) in enumerate(boxes):
        assert left >= whole["x"] - 1
        assert right <= whole["x"] + whole["width"] + 1
        for left2, top2, right2, bottom2 in boxes[:number]:
            assert right <= left2 + 2 or right2 <= left + 2 or bottom <= top2 + 6 or bottom2 <= top + 6
