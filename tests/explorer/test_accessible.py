"""No page shuts anybody out: axe-core finds nothing serious, nothing runs off a phone's screen, scripts stay small."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import Page, Response

import shkc_kg.web

Open = Callable[..., Page]
AXE = Path(shkc_kg.web.__file__).parent / "client" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Bytes of script (gzip) that a page may load before an editor or a graph is opened.
BUDGET = 300_000

# One page of each kind. A class stands for the first thing of it, by name.
PAGES = (
    "/", "/search?q=复旦", "/figures", "/network", "/map", "/query", "/checks", "/cite",
    "/ontology", "/dataset", "/problems", "/conformance", "/no-such-page",
    "shkc:Chapter", "shkc:Report", "shkc:Section", "shkc:Passage", "shkc:University", "shkc:Company", "shkc:Person",
    "shkc:District", "shkc:Province", "shkc:Festival", "shkc:EventSeries", "shkc:Plan", "shkc:Policy", "shkc:Museum",
    "shkc:Publication", "shkc:Film", "shkc:Award", "shkc:AcademyDivision", "shkc:Indicator", "schema:Observation",
    "shkc:Claim", "org:Membership",
)  # fmt: skip


@pytest.fixture(scope="module")
def path_of(http: httpx.Client) -> Callable[[str], str]:
    """The path of a page kind."""

    def path(kind: str) -> str:
        if kind.startswith("/"):
            return kind
        query = f"SELECT ?s {{ GRAPH ?g {{ ?s a {kind} }} }} ORDER BY ?s LIMIT 1"
        found = http.get("/sparql", params={"query": query, "format": "json"}).json()["results"]["bindings"]
        return found[0]["s"]["value"].replace("https://w3id.org/shkc", "")

    return path


def faults(page: Page) -> list[str]:
    """What axe-core finds serious or critical, each with the first element concerned."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    run: dict[str, Any] = {"runOnly": {"type": "tag", "values": RULES}}
    found = page.evaluate("options => axe.run(document, options)", run)["violations"]
    return [f"{v['id']}: {v['nodes'][0]['html'][:200]}" for v in found if v["impact"] in ("serious", "critical")]


@pytest.mark.parametrize("kind", PAGES)
def test_axe_finds_nothing_serious(visit: Open, path_of: Callable[[str], str], kind: str) -> None:
    assert faults(visit(path_of(kind), "zh", color_scheme="light")) == []


@pytest.mark.parametrize("kind", PAGES)
def test_a_phone_in_the_dark_shows_it_as_well(visit: Open, path_of: Callable[[str], str], kind: str) -> None:
    page = visit(path_of(kind), "en", color_scheme="dark", viewport={"width": 390, "height": 844}, has_touch=True)
    assert (page.evaluate("document.documentElement.scrollWidth"), faults(page)) == (390, [])


@pytest.mark.parametrize("kind", ["/", "/figures", "/map", "/checks", "shkc:Chapter", "shkc:University"])
def test_scripts_stay_small(visit: Open, path_of: Callable[[str], str], kind: str) -> None:
    page = visit("/problems")
    scripts: list[Response] = []  # weighed at the end: to wait for a body inside the handler lets the test go on
    page.on("response", lambda answer: scripts.append(answer) if answer.request.resource_type == "script" else None)
    page.goto(page.url.removesuffix("/problems") + path_of(kind))
    page.wait_for_load_state("networkidle")
    sizes = [len(gzip.compress(answer.body())) for answer in scripts]
    assert 0 < sum(sizes) <= BUDGET
