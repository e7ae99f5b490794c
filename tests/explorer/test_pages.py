"""Whatever the graph speaks of has a page, made of few queries; and no name of a report is ever markup."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Awaitable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import httpx
import pyoxigraph as ox
import pytest
from tests.explorer.strangers import write_report

from shkc_kg.build import build
from shkc_kg.knowledge import KnowledgeGraph
from shkc_kg.names import iri_to_uri
from shkc_kg.store.draft import draft
from shkc_kg.store.oxigraph import hold
from shkc_kg.store.record import write_record
from shkc_kg.web.app import Application
from shkc_kg.web.limits import Limits

T = TypeVar("T")
BASE = "https://w3id.org/shkc"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
# A name that would be a script if a page forgot to escape it, in a sentence that the reader understands.
SCRIPT = "<script>alert(1)</script>"


class Pages:
    """The pages of a store in this process, each with the number of queries that it took."""

    def __init__(self, store: Path) -> None:
        self.loop = asyncio.new_event_loop()
        self.app = Application(store, Limits(workers=2, rate=1e6, rate_burst=1e6))
        self.run(self.app.site.open())
        self.client = httpx.AsyncClient(
            transport=httpx.ASGITransport(self.app), base_url="http://shkc.test", headers={"accept": "text/html"}
        )
        self.asked = 0
        self._count()

    def _count(self) -> None:
        start = self.app.site.start

        def counted(*task: Any) -> Any:  # noqa: ANN401 - passed on
            self.asked += 1
            return start(*task)

        self.app.site.start = counted  # type: ignore[method-assign]

    def run(self, awaitable: Awaitable[T]) -> T:
        return self.loop.run_until_complete(awaitable)

    def get(self, path: str, lang: str = "zh") -> httpx.Response:
        return self.run(self.client.get(path, params={"lang": lang} if "?" not in path else None))

    def queries(self, path: str, lang: str = "zh") -> int:
        """How many queries a page takes; what is read once a build is read before."""
        self.get(path, lang)
        self.app.site.outcomes.clear()
        before = self.asked
        assert self.get(path, lang).status_code == 200, path
        return self.asked - before

    def close(self) -> None:
        self.run(self.client.aclose())
        self.run(self.app.site.close())
        self.loop.close()


@pytest.fixture(scope="module")
def pages(shipped_graph: KnowledgeGraph) -> Iterator[Pages]:
    opened = Pages(shipped_graph.generation.folder.parent)
    for warm in ("/", "/id/上海市"):
        opened.get(warm)
    yield opened
    opened.close()


def some_of_each_class(graph: KnowledgeGraph) -> list[str]:
    """Two IRIs of each class of which this graph has instances, as paths of this server."""
    query = """
        SELECT (MIN(?s) AS ?first) (MAX(?s) AS ?last) {
          GRAPH ?g { ?s a ?class } FILTER(STRSTARTS(STR(?s), "https://w3id.org/shkc/"))
          FILTER(!STRSTARTS(STR(?s), "https://w3id.org/shkc/ontology")) }
        GROUP BY ?class"""
    rows = graph.query(query)
    found = {iri for row in rows for iri in (row["first"], row["last"])}
    return sorted(str(iri).removeprefix(BASE) for iri in found)


def test_things_of_every_class_have_a_page_of_at_most_five_queries(pages: Pages, shipped_graph: KnowledgeGraph) -> None:
    paths = some_of_each_class(shipped_graph)
    assert len(paths) > 100
    assert {path: count for path in paths if (count := pages.queries(iri_to_uri(path))) > 5} == {}


@pytest.mark.parametrize("graph", ["reference", "links", "notes", "inferred", "analysis", "dataset", "ontology"])
def test_every_named_graph_has_a_page(pages: Pages, graph: str) -> None:
    assert pages.queries(f"/graph/{graph}") <= 5
    assert "此图的内容" in pages.get(f"/graph/{graph}").text


def test_the_start_page_takes_no_query_once_it_was_made(pages: Pages) -> None:
    assert [pages.queries("/", lang) for lang in ("zh", "en")] == [0, 0]


def test_a_search_takes_no_query(pages: Pages) -> None:
    assert pages.queries("/search?q=复旦") == 0


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pages]:
    """A report whose sentences hold markup, read and built like any other."""
    folder = tmp_path_factory.mktemp("hostile")
    text = f"1 概况\n\n2022年,宁波市举办“{SCRIPT}”论坛。全年新增外资研发中心25家。\n"
    named = dict.fromkeys(("title_zh", "title_en", "publisher_zh", "publisher_en"), SCRIPT)
    write_report(folder / "reports" / "hostile", {SCRIPT: text}, region="宁波市", **named)
    build(folder / "reports", folder / "store")
    opened = Pages(folder / "store")
    yield opened
    opened.close()


def test_markup_in_a_report_is_text(hostile: Pages) -> None:
    lines = hostile.app.site.edition.dataset.generation.dataset.read_bytes()
    subjects = {str(quad.subject.value) for quad in ox.parse(lines, format=ox.RdfFormat.N_QUADS)}
    ours = sorted(iri for iri in subjects if iri.startswith(f"{BASE}/") and "/ontology" not in iri)
    paths = [iri_to_uri(iri.removeprefix(BASE)) for iri in ours if iri.startswith((f"{BASE}/id/", f"{BASE}/report/"))]
    read = [hostile.get(path).text for path in ["/", "/search?q=script", *paths]]
    assert any("&lt;script&gt;" in text for text in read)
    assert [text for text in read if "<script>" in text] == []


def test_what_is_not_there_is_searched_for(pages: Pages) -> None:
    answer = pages.get("/id/复旦大学医学中心")
    assert answer.status_code == 404
    assert 'href="/id/%E5%A4%8D%E6%97%A6%E5%A4%A7%E5%AD%A6"' in answer.text
    assert 'value="复旦大学医学中心"' in answer.text


def test_a_program_that_asks_for_what_is_not_there_is_told_so(pages: Pages) -> None:
    answer = pages.run(pages.client.get("/id/复旦大学医学中心", headers={"accept": "text/turtle"}))
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("application/problem+json")


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pages]:
    """A report of a region that supports 700 platforms, which is more than a page asks for at once."""
    folder = tmp_path_factory.mktemp("crowded")
    thing = f"{BASE}/id/"
    lines = [f"<{thing}甲市> <{RDF}type> <{BASE}/ontology#City> <{BASE}/graph/reference> ."]
    lines += [f'<{thing}甲市> <{LABEL}> "甲市"@zh <{BASE}/graph/reference> .']
    for number in range(700):
        lines.append(f"<{thing}甲市> <{BASE}/ontology#supports> <{thing}平台{number:03}> <{BASE}/report/r/1> .")
        lines.append(f'<{thing}平台{number:03}> <{LABEL}> "平台{number:03}"@zh <{BASE}/graph/reference> .')
    data = "".join(f"{line}\n" for line in sorted(lines)).encode()
    digest = hashlib.sha256(data).hexdigest()
    with draft(folder) as work:
        hold(data, work.generation.store)
        work.generation.dataset.write_bytes(data)
        write_record(work.generation.manifest, {"base": f"{BASE}/", "dataset": {"sha256": digest}})
        work.publish(digest)
    opened = Pages(folder)
    yield opened
    opened.close()


def test_a_group_that_is_longer_than_what_is_asked_for_is_counted(crowded: Pages) -> None:
    assert "全部 700 条" in crowded.get("/id/甲市").text
    assert crowded.queries("/id/甲市") == 5


def test_the_last_page_of_a_long_group_holds_what_is_left(crowded: Pages) -> None:
    path = "/id/甲市?property=shkc:supports&way=out&lang=zh&page="
    last, behind = crowded.get(f"{path}14").text, crowded.get(f"{path}15").text
    assert [number for number in range(700) if f">平台{number:03}<" in last] == list(range(650, 700))
    assert "下一页" not in last
    assert "没有更多了" in behind


def test_a_graph_that_came_without_a_ledger_has_pages_too(crowded: Pages) -> None:
    assert crowded.get("/").status_code == 200
    assert "平台<mark>007</mark>" in crowded.get("/search?q=007").text
