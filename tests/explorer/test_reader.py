"""The reader: what is lit is exactly the characters of the graph, with a script and without."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page as BrowserPage
from playwright.sync_api import expect
from tests.explorer.markup import Page
from tests.explorer.strangers import write_report

from shkc_kg.build import build
from shkc_kg.graph.ledger import Entry, read_ledger
from shkc_kg.knowledge import KnowledgeGraph
from shkc_kg.web.explorer.characters import places
from shkc_kg.web.explorer.facts import fact_id

Open = Callable[..., BrowserPage]

CHAPTER = "/report/shanghai-2021/04"
IRI = "https://w3id.org/shkc/report/shanghai-2021/04"
MARKS = f"""
PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
PREFIX schema: <https://schema.org/>
SELECT DISTINCT ?b ?e (SUBSTR(?text, ?b + 1, ?e - ?b) AS ?printed) {{
  GRAPH <{IRI}> {{ <{IRI}> nif:isString ?text . ?passage a <https://w3id.org/shkc/ontology#Passage> }}
"""
NAMES_AND_DATES = f"GRAPH <{IRI}> {{ ?mark nif:referenceContext ?passage ; nif:beginIndex ?b ; nif:endIndex ?e }}"
NUMBERS = "GRAPH ?passage { ?mark a schema:Observation ; nif:beginIndex ?b ; nif:endIndex ?e }"
PASSAGES = f"GRAPH <{IRI}> {{ ?passage nif:beginIndex ?b ; nif:endIndex ?e }}"


def asked(http: httpx.Client, pattern: str) -> dict[tuple[int, int], str]:
    """Characters of the chapter that the graph tells of, by their places, as SPARQL gives them."""
    query = MARKS + pattern + " }"
    answer = http.get("/sparql", params={"query": query}, headers={"accept": "application/sparql-results+json"})
    rows = answer.json()["results"]["bindings"]
    return {(int(row["b"]["value"]), int(row["e"]["value"])): row["printed"]["value"] for row in rows}


@pytest.fixture(scope="module")
def chapter(http: httpx.Client) -> Page:
    """The chapter as it comes without a script."""
    return Page(http.get(CHAPTER).text)


@pytest.fixture(scope="module")
def entries(shipped_graph: KnowledgeGraph) -> list[Entry]:
    """The facts of the chapter."""
    return list(read_ledger(shipped_graph.generation.ledger))


def some_of_each_kind(entries: list[Entry]) -> list[Entry]:
    """Facts of every kind, with one and with several stretches, with and without a scope, planned and not, by hand."""
    picked = {}
    for entry in entries:
        by_hand = ".tsv:" in entry.rule
        picked[entry.kind, len(entry.spans) > 1, bool(entry.scope), entry.planned, by_hand] = entry
    return list(picked.values())


def test_the_text_of_each_passage_is_its_stretch_of_the_original(http: httpx.Client, chapter: Page) -> None:
    shown = {element.span: element.text for element in chapter.of_class("passage")}
    assert shown == asked(http, PASSAGES)
    assert len(shown) == 221


def test_all_names_dates_and_numbers_are_lit_to_the_character(http: httpx.Client, chapter: Page) -> None:
    lit = {element.span: element.text for element in chapter.of_class("m") if "data-begin" in element.attributes}
    assert lit == asked(http, NAMES_AND_DATES) | asked(http, NUMBERS)


def test_a_number_looks_like_a_number_and_a_name_like_its_kind(chapter: Page) -> None:
    kinds = {element.text: element.attributes["data-kind"] for element in chapter.of_class("m")}
    assert {kinds[text] for text in ("**506**", "506", "逾**150**") if text in kinds} == {"number"}
    assert (kinds["复旦大学"], kinds["李 骏"], kinds["静安"], kinds["11月1—3日"]) == (
        "institution",
        "person",
        "region",
        "date",
    )


def test_layout_noise_is_there_and_hidden(chapter: Page) -> None:
    hidden = "".join(element.text for element in chapter.elements if "hidden" in element.attributes)
    assert "**" in hidden
    assert not re.search(r"[\u4e00-\u9fff]", hidden)


def test_what_is_shown_of_each_passage_is_its_clean_text(http: httpx.Client, chapter: Page) -> None:
    query = f"""PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
    SELECT ?p ?t {{ GRAPH <{IRI}> {{ ?p a <https://w3id.org/shkc/ontology#Passage> ; nif:isString ?t }} }}"""
    answer = http.get("/sparql", params={"query": query}, headers={"accept": "application/sparql-results+json"})
    clean = {row["p"]["value"].rpartition("/")[2]: row["t"]["value"] for row in answer.json()["results"]["bindings"]}
    for passage in chapter.of_class("passage"):
        shown, at = "", passage.span[0]
        hidden = [one for one in passage.inside if "hidden" in one.attributes]
        text = passage.text
        for one in hidden:
            head, _, text = text.partition(one.text)
            shown += head
        assert shown + text == clean[passage.attributes["id"]], at


def test_a_fact_of_any_kind_lights_exactly_its_characters(http: httpx.Client, entries: list[Entry]) -> None:
    sample = some_of_each_kind(entries)
    assert {entry.kind for entry in sample} == {"Claim", "Membership", "Observation", "Relation", "Thing"}
    for entry in sample:
        page = Page(http.get(CHAPTER, params={"fact": fact_id(entry)}).text)
        marks = page.of_class("chosen")
        assert places_of(marks) == {place for span in entry.spans for place in range(span.begin, span.end)}
        pairs = " ".join(f"({begin} {end})" for begin, end in (mark.span for mark in marks))
        pattern = f"VALUES (?b ?e) {{ {pairs} }}"
        assert {mark.span: mark.text for mark in marks} == asked(http, pattern)


def places_of(marks: list) -> set[int]:
    return {place for mark in marks for place in range(*mark.span)}


def test_a_fact_chosen_is_told_with_its_sentence_rule_and_what_it_leaves_unsaid(http: httpx.Client) -> None:
    page = Page(http.get(CHAPTER, params={"passage": "p0057", "lang": "en"}).text)
    facts = [fact for fact in page.of_class("fact") if "506" in fact.text]
    text = " ".join(facts[0].text.split())
    assert "exact" in text
    assert "cumulative" in text
    assert "left unsaid: report region" in text
    assert "rule quantity" in text
    links = {element.attributes.get("href", "") for element in facts[0].inside}
    assert f"/cite?fact={facts[0].attributes['data-fact']}" in links


def test_a_thing_chosen_is_lit_wherever_it_is_named(http: httpx.Client) -> None:
    pattern = (
        "?mark <http://www.w3.org/2005/11/its/rdf#taIdentRef> <https://w3id.org/shkc/id/复旦大学> ; "
        "nif:beginIndex ?b ; nif:endIndex ?e"
    )
    for name in ("复旦大学", "/id/复旦大学", "https://w3id.org/shkc/id/复旦大学"):
        page = Page(http.get(CHAPTER, params={"thing": name}).text)
        assert places_of(page.of_class("chosen")) == {place for span in asked(http, pattern) for place in range(*span)}


def test_characters_chosen_are_lit_and_their_facts_told(http: httpx.Client) -> None:
    page = Page(http.get(CHAPTER, params={"at": "2320-2323"}).text)
    assert [mark.text for mark in page.of_class("chosen")] == ["506"]
    assert page.of_class("fact")


@pytest.mark.parametrize(
    "asked_for", [{"fact": "ffffffffffff"}, {"passage": "p9999"}, {"at": "5-3"}, {"at": "1-99999"}]
)
def test_what_is_not_there_is_said_and_the_chapter_still_shown(http: httpx.Client, asked_for: dict[str, str]) -> None:
    answer = http.get(CHAPTER, params=asked_for | {"lang": "en"})
    assert answer.status_code == 404
    assert "What you look for is not here" in answer.text
    assert len(Page(answer.text).of_class("passage")) == 221


def test_coverage_colours_every_character_as_the_build_found_it(
    http: httpx.Client, shipped_graph: KnowledgeGraph
) -> None:
    from shkc_kg.coverage import read_coverage

    (covered,) = read_coverage(shipped_graph.generation.coverage)
    wanted = {
        place: stretch.category.value
        for stretch in covered.stretches
        for place in range(stretch.span.begin, stretch.span.end)
    }
    page = Page(http.get(CHAPTER, params={"layer": "coverage"}).text)
    coloured = [one for one in page.of_class("layer") if "data-begin" in one.attributes]
    found = {place: one.attributes["data-layer"] for one in coloured for place in range(*one.span)}
    inside = {place for passage in page.of_class("passage") for place in range(*passage.span)}
    assert found == {place: category for place, category in wanted.items() if place in inside}


def test_the_audit_colours_what_it_quotes(http: httpx.Client) -> None:
    page = Page(http.get(CHAPTER, params={"layer": "audit"}).text)
    pattern = "?f <https://w3id.org/shkc/ontology#quotes> ?q . ?q nif:beginIndex ?b ; nif:endIndex ?e"
    coloured = [one for one in page.of_class("layer") if "data-begin" in one.attributes]
    assert places_of(coloured) == {place for span in asked(http, pattern) for place in range(*span)}
    assert {one.attributes["data-layer"] for one in coloured} <= {"Agrees", "Disagrees", "Undecided"}


def test_an_editorial_note_stands_at_its_passage(chapter: Page) -> None:
    notes = chapter.of_class("note")
    assert len(notes) == 4
    assert "俞飚" in notes[0].text
    anchors = [passage for passage in chapter.of_class("passage") if any("sic" in e.classes for e in passage.inside)]
    assert [passage.attributes["id"] for passage in anchors] == ["p0025", "p0026", "p0127", "p0214"]


def test_the_contents_lead_to_headings_of_this_page(chapter: Page) -> None:
    headings = {e.attributes["id"] for e in chapter.of_class("passage") if re.fullmatch("h[1-6]", e.tag)}
    (contents,) = chapter.of_class("toc")
    links = [element.attributes["href"] for element in contents.inside if element.tag == "a"]
    assert len(links) == 27
    assert {link.removeprefix("#") for link in links} <= headings


def test_every_word_of_the_page_is_in_the_language_asked_for(http: httpx.Client) -> None:
    page = http.get(CHAPTER, params={"lang": "en", "passage": "p0057"}).text
    ours = re.sub(r'<(\w+)[^>]*lang="zh-Hans"[^>]*>.*?</\1>', "", page, flags=re.DOTALL)
    for word in ("下划线", "着色", "目录", "照亮", "引用", "规则", "编者注"):
        assert word not in ours


def test_a_single_chapter_is_read_at_once(http: httpx.Client) -> None:
    answer = http.get("/read?fact=abc", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, f"{CHAPTER}?fact=abc")


def test_a_report_lists_its_chapters(http: httpx.Client) -> None:
    page = http.get("/report/shanghai-2021?lang=en")
    assert f'href="{CHAPTER}"' in page.text
    assert "Science and Technology Commission of Shanghai" in page.text


# A browser with a script.


def test_a_number_chosen_shows_its_fact_and_the_fact_lights_its_characters(visit: Open) -> None:
    page = visit(CHAPTER)
    page.locator('#p0057 .m[data-kind="number"]', has_text="506").click()
    expect(page.locator(".facts .said")).to_contain_text("累计认定外资研发中心")
    expect(page).to_have_url(re.compile(r"\?fact=[0-9a-f]{12}#p0057$"))
    lit = page.locator("mark.chosen")
    assert "".join(lit.all_text_contents()) == "累计认定外资研发中心**506**家"
    assert lit.first.get_attribute("data-begin") == "2308"
    assert "".join(page.locator("mark.chosen:visible").all_inner_texts()) == "累计认定外资研发中心506家"


def test_a_name_chosen_shows_its_facts_and_a_fact_among_them_can_be_lit(visit: Open) -> None:
    page = visit(CHAPTER)
    page.locator("#p0024 .m", has_text="复旦大学").click()
    expect(page.locator("#facts-title")).to_have_text("复旦大学")
    assert page.locator("mark.chosen").count() >= 2
    page.locator(".fact .light").first.click()
    expect(page.locator(".chosen-facts")).to_have_attribute("data-chosen", "fact")
    spans = page.locator(".chosen-facts").get_attribute("data-spans")
    begin, end = spans.split(" ")[0].split("-")
    assert page.locator("mark.chosen").first.get_attribute("data-begin") == begin
    assert page.locator("mark.chosen").last.get_attribute("data-end") in {one.split("-")[1] for one in spans.split(" ")}
    assert end


def test_lighting_by_script_is_lighting_by_the_server(visit: Open, http: httpx.Client, entries: list[Entry]) -> None:
    page = visit(CHAPTER)
    for entry in some_of_each_kind(entries):
        key = entry.passage.rpartition("/")[2]
        name = fact_id(entry)
        page.evaluate(
            "to => { history.pushState(null, '', to); dispatchEvent(new PopStateEvent('popstate')) }",
            f"?fact={name}#{key}",
        )
        expect(page.locator(f'.fact[data-fact="{name}"]')).to_have_count(1)
        found = page.locator("mark.chosen").evaluate_all(
            "marks => marks.map(m => [+m.dataset.begin, +m.dataset.end, m.textContent])"
        )
        server = Page(http.get(CHAPTER, params={"fact": name}).text).of_class("chosen")
        assert {p for begin, end, _ in found for p in range(begin, end)} == places_of(server)
        assert "".join(text for *_, text in found) == "".join(mark.text for mark in server)


def test_back_and_escape_undo_a_choice(visit: Open) -> None:
    page = visit(CHAPTER)
    page.locator('#p0057 .m[data-kind="number"]').first.click()
    expect(page.locator(".fact")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator(".chosen-facts")).to_have_attribute("data-chosen", "")
    assert page.locator("mark.chosen").count() == 0
    page.go_back()
    expect(page.locator(".fact")).to_have_count(1)
    expect(page.locator("mark.chosen").first).to_be_visible()


def test_an_address_with_only_a_passage_in_its_fragment_has_its_facts(visit: Open) -> None:
    page = visit(f"{CHAPTER}#p0057")
    expect(page.locator("#facts-title")).to_have_text("第57句的事实")
    expect(page.locator("#p0057")).to_be_in_viewport()


def test_a_deep_link_brings_its_characters_into_view(visit: Open, entries: list[Entry]) -> None:
    entry = next(entry for entry in entries if entry.passage.endswith("p0215") and entry.kind == "Observation")
    page = visit(f"{CHAPTER}?fact={fact_id(entry)}#p0215")
    expect(page.locator("mark.chosen").first).to_be_in_viewport()


def test_by_keyboard_alone(visit: Open) -> None:
    page = visit(f"{CHAPTER}#p0057")
    expect(page.locator(".facts .fact").first).to_be_visible()
    page.locator("#p0057 .no").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("at=2288-2290"))
    expect(page.locator("#facts-title")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(".facts .close")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".chosen-facts")).to_have_attribute("data-chosen", "")
    expect(page.locator("#p0057 .no")).to_be_focused()


def test_a_kind_switched_off_is_plain_text(visit: Open) -> None:
    page = visit(CHAPTER, java_script_enabled=False)
    number = page.locator('#p0057 .m[data-kind="number"]').first
    line = "e => getComputedStyle(e).textDecorationLine"
    expect(number).to_have_css("text-decoration-line", "underline")
    page.locator("#show-number").uncheck()
    expect(number).to_have_css("text-decoration-line", "none")
    assert page.locator('#p0057 .m[data-kind="date"]').first.evaluate(line) is not None


def test_without_a_script_a_choice_is_a_page(visit: Open) -> None:
    page = visit(CHAPTER, java_script_enabled=False)
    page.locator('#p0057 .m[data-kind="number"]', has_text="506").click()
    assert "".join(page.locator("mark.chosen").all_text_contents()) == "累计认定外资研发中心**506**家"
    expect(page.locator(".facts .said")).to_contain_text("506")
    expect(page.locator("mark.chosen").first).to_be_in_viewport()


@pytest.mark.parametrize("path", ["", "?passage=p0057#p0057", "?layer=coverage", "?layer=audit"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_scrolls_sideways_on_a_phone(visit: Open, path: str, lang: str) -> None:
    page = visit(CHAPTER + path, lang, viewport={"width": 390, "height": 800})
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 390
    expect(page.locator("#p0057")).to_be_visible()


# Reports of strangers.

HOSTILE = """4.1 <script>alert(1)</script>科技创新

2022年，<b onmouseover=alert(1)>杭州市</b>新增“<script>alert(2)</script>”重点实验室12家，"><img src=x onerror=alert(3)>大学新增3家。\r
杭州<!-- 大学 -->举办&lt;未来&amp;科技&gt;论坛{{ 7*7 }}{% raw %}，𠮷林大学参加，逾300位嘉宾出席。\r
\r
- 浙江大学'"`科技园建成\r
"""
MARKUP = {
    "title_zh": "<script>alert('标题')</script>2022杭州科技报告",
    "title_en": "<img src=x onerror=alert(4)>",
    "publisher_zh": "<i>杭州市科学技术局</i>",
    "publisher_en": '"><script>alert(5)</script>',
    "licence_zh": "<script>alert(6)</script>",
}
MARKUP_TITLE = "</title><script>alert(7)</script>科技活动"


@pytest.fixture(scope="module")
def strange(
    tmp_path_factory: pytest.TempPathFactory, serve_store: Callable[[Path], AbstractContextManager[str]]
) -> Iterator[str]:
    """The address of a server of a report full of markup, in two chapters, under another base IRI."""
    folder = tmp_path_factory.mktemp("strange")
    chapters = {MARKUP_TITLE: HOSTILE, "第二章": "2022年，杭州市累计认定重点实验室240家。\n"}
    write_report(folder / "reports" / "hangzhou-2022", chapters, **MARKUP)
    build(folder / "reports", folder / "store", base="https://example.org/kg/")
    with serve_store(folder / "store") as where:
        yield where


def fetched(address: str, path: str) -> Page:
    answer = httpx.get(address + path, headers={"accept": "text/html"}, timeout=30)
    assert answer.status_code == 200, answer.text
    return Page(answer.text)


PATHS = (
    "/read",
    "/report/hangzhou-2022",
    "/report/hangzhou-2022/01",
    "/report/hangzhou-2022/01?passage=p0002",
    "/report/hangzhou-2022/01?layer=coverage",
    "/report/hangzhou-2022/01?layer=audit",
    "/report/hangzhou-2022/01?thing=%3Cscript%3Ealert(1)%3C/script%3E",
    "/report/hangzhou-2022/01?thing=%22%3E%3Cscript%3E&passage=p0002&lang=en",
)


@pytest.mark.parametrize("path", PATHS)
def test_markup_in_a_report_is_text_on_a_page(strange: str, path: str) -> None:
    page = fetched(strange, path)
    assert all(script.attributes.get("src", "").startswith("/static/") for script in page.of_tag("script"))
    assert not page.of_tag("img") + page.of_tag("b") + page.of_tag("i")
    assert not [e for e in page.elements if any(name.startswith("on") for name in e.attributes)]


def test_the_text_of_a_strange_report_is_still_to_the_character(strange: str) -> None:
    page = fetched(strange, "/report/hangzhou-2022/01")
    passages = page.of_class("passage")
    assert passages
    # A parser of HTML reads a bare carriage return as a line feed; ours comes as a reference and stays one.
    assert {passage.span: passage.text for passage in passages} == {
        passage.span: HOSTILE[slice(*passage.span)] for passage in passages
    }
    assert all(
        mark.text == HOSTILE[slice(*mark.span)] for mark in page.of_class("m") if "data-begin" in mark.attributes
    )


def test_a_script_of_a_strange_report_does_not_run(visit: Open, strange: str, address: str) -> None:
    page = visit("/")
    said = []
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    assert strange != address
    browser = page.context.new_page()
    browser.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    browser.goto(f"{strange}/report/hangzhou-2022/01")
    browser.locator("#p0002 .no").click()
    expect(browser.locator(".chosen-facts")).to_have_attribute("data-chosen", "passage")
    assert said == []


def test_places_beyond_the_basic_plane_are_lit_by_script_too(visit: Open, strange: str) -> None:
    page = visit("/").context.new_page()
    begin = HOSTILE.index("逾300")
    page.goto(f"{strange}/report/hangzhou-2022/01")
    page.evaluate(
        "to => { history.pushState(null, '', to); dispatchEvent(new PopStateEvent('popstate')) }",
        f"?at={begin}-{begin + 4}",
    )
    expect(page.locator("mark.chosen").first).to_be_attached()
    assert "".join(page.locator("mark.chosen").all_text_contents()) == "逾300"


def test_several_chapters_are_listed_and_lead_to_each_other(strange: str) -> None:
    listed = fetched(strange, "/read")
    links = [element.attributes.get("href") for element in listed.of_tag("a")]
    assert {"/report/hangzhou-2022/01", "/report/hangzhou-2022/02"} <= set(links)
    second = fetched(strange, "/report/hangzhou-2022/02")
    assert [e.attributes["href"] for e in second.elements if e.attributes.get("rel") == "prev" and e.tag == "a"] == [
        "/report/hangzhou-2022/01"
    ]
    assert html.unescape(second.of_tag("title")[0].text).startswith("第二章")


def test_clean_text_is_found_in_the_original_though_a_page_number_looks_the_same() -> None:
    from shkc_kg.model import Span
    from shkc_kg.web.explorer.document import Passage

    original = "共有\n— 12 —\n12家"
    passage = Passage("", "", "Sentence", "", Span(0, len(original)), "共有12家", False)
    outside = frozenset(range(2, 10))
    assert places(original, passage, outside) == (0, 1, 10, 11, 12)
    assert len(places(original, passage)) == 5
