"""What every page has: a language, a theme, sections, and nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest
from playwright.sync_api import Page
from tests.explorer.moves import follow

Open = Callable[..., Page]
PAGES = ("/", "/read", "/figures", "/network", "/map", "/query", "/checks", "/ontology", "/dataset", "/problems")


@pytest.mark.parametrize("path", PAGES)
def test_each_section_answers_in_both_languages(http: httpx.Client, path: str) -> None:
    titles = set()
    for lang, code in (("zh", "zh-Hans"), ("en", "en")):
        answer = http.get(path, params={"lang": lang}, follow_redirects=True)
        assert answer.status_code == 200
        assert f'<html lang="{code}"' in answer.text
        titles.add(answer.text.partition("<title>")[2].partition("</title>")[0])
    assert len(titles) == 2


def test_a_page_may_run_no_script_but_ours(http: httpx.Client) -> None:
    answer = http.get("/")
    assert "script-src 'self';" in answer.headers["content-security-policy"]
    assert "<script>" not in answer.text
    assert "style=" not in answer.text


def test_the_language_once_chosen_holds_for_the_next_page(visit: Open) -> None:
    page = visit("/")
    follow(page.get_by_role("link", name="English"))
    follow(page.get_by_role("navigation").get_by_role("link", name="Query"))
    assert page.locator("html").get_attribute("lang") == "en"


def test_the_theme_once_chosen_holds_for_the_next_page(visit: Open) -> None:
    page = visit("/")
    follow(page.get_by_role("link", name="深色"))
    follow(page.get_by_role("navigation").get_by_role("link", name="查询"))
    assert page.locator("html").get_attribute("data-theme") == "dark"


def test_who_sees_the_dark_is_offered_the_light(visit: Open) -> None:
    page = visit("/", color_scheme="dark")
    assert page.locator(".switches a:visible").all_inner_texts() == ["English", "浅色"]


def test_a_page_that_did_not_change_is_not_sent_again(http: httpx.Client) -> None:
    first = http.get("/")
    assert http.get("/", headers={"if-none-match": first.headers["etag"]}).status_code == 304


def test_a_bundled_file_may_be_kept_for_ever(http: httpx.Client) -> None:
    page = http.get("/").text
    styles = "/static/site-" + page.partition('href="/static/site-')[2].partition('"')[0]
    answer = http.get(styles)
    assert answer.headers["content-type"] == "text/css; charset=utf-8"
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize("name", ["no-such.js", "..%2fapp.py", "%2e%2e"])
def test_nothing_but_the_bundle_is_to_be_had(http: httpx.Client, name: str) -> None:
    assert http.get(f"/static/{name}").status_code == 404
