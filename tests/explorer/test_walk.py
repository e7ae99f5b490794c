"""What an analyst does in one sitting, from a word of pinyin to a table that she takes away."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import httpx
from playwright.sync_api import Page, expect
from tests.explorer.moves import follow

Open = Callable[..., Page]

CHAPTER = "https://w3id.org/shkc/report/shanghai-2021/04"
# The characters of a relation stand in no triple of their own; those of the two names that it ties do.
NAMES = f"""
SELECT DISTINCT ?b ?e ?printed {{
  GRAPH <{CHAPTER}> {{ ?m itsrdf:taIdentRef ?thing ; nif:beginIndex ?b ; nif:endIndex ?e ; nif:anchorOf ?printed }}
  VALUES ?thing {{ id:李骏 id:复旦大学 }}
}}"""


def test_from_pinyin_to_a_table(visit: Open, http: httpx.Client) -> None:
    page = visit("/")
    page.locator("main input[name=q]").fill("fudan")
    page.get_by_role("option", name="复旦大学 ", exact=False).first.click()
    expect(page).to_have_title("复旦大学 · 科创图谱")

    # A fact and its sentence: what is lit holds exactly the printed names of the graph.
    fact = page.locator("ul.facts li", has=page.get_by_role("link", name="李骏", exact=True))
    fact.locator("summary").first.click()
    fact.get_by_role("link", name="在原文中看").click()
    expect(page.locator("#p0024 mark").first).to_be_in_viewport()
    lit = [
        (int(mark.get_attribute("data-begin")), int(mark.get_attribute("data-end")), mark.text_content())
        for mark in page.locator("mark[data-begin]").all()
    ]
    whole = http.get("/sparql", params={"query": f"SELECT ?t {{ <{CHAPTER}> nif:isString ?t }}", "format": "json"})
    original = whole.json()["results"]["bindings"][0]["t"]["value"]
    assert lit
    assert [original[begin:end] for begin, end, _ in lit] == [text for _, _, text in lit]
    begin, end = min(mark[0] for mark in lit), max(mark[1] for mark in lit)
    names = http.get("/sparql", params={"query": NAMES, "format": "json"}).json()["results"]["bindings"]
    inside = {n["printed"]["value"] for n in names if begin <= int(n["b"]["value"]) < int(n["e"]["value"]) <= end}
    assert inside == {"李 骏", "复旦大学"}  # as printed

    # The graph, opened twice, and the table beside it.
    page.goto(http.base_url.join("/network?thing=复旦大学").__str__())
    page.locator("#walk[data-ready]").wait_for()
    for name, number in (("李骏", 7), ("复旦大学宁波研究院", 10)):
        page.locator("#walk [role=option]", has_text=name).first.click()
        page.locator("#walk").press("Enter")
        expect(page.locator("#walk [role=option]")).to_have_count(number)
    expect(page.locator("#table tbody tr").filter(has_text="任职于")).to_have_count(1)

    # The query behind the panel, in the editor, run, and taken away.
    follow(page.locator("#table, section, main").get_by_role("link", name="SPARQL").first)
    assert "SELECT" in unquote(page.url)
    page.locator("#run").click()
    expect(page.locator("#shown tbody tr").first).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").or_(page.get_by_role("button", name="CSV")).first.click()
    rows = list(csv.DictReader(io.StringIO(Path(download.value.path()).read_text(encoding="utf-8"))))
    assert any("李骏" in " ".join(row.values()) for row in rows)
