"""Pages of things: facts with their sentences lit, figures with their bounds, relations, links, and what is apart.

What is expected was worked out from the report's text by hand.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import httpx
import pytest
from playwright.sync_api import Locator, Page, expect
from tests.explorer.moves import follow

Open = Callable[..., Page]


def fact(page: Page, panel: str, heading: str, value: str) -> Locator:
    """The row of a value in a group of a panel."""
    group = page.locator(f"#{panel} .group").filter(has=page.get_by_role("heading", name=re.compile(heading)))
    return group.locator("ul.facts > li").filter(has_text=value)


def lit(row: Locator) -> str:
    """The characters that are lit in the first quote of a row."""
    return "".join(row.locator("summary").first.locator("mark").all_inner_texts())


def test_a_person_shows_where_she_works_and_the_characters_that_say_so(visit: Open) -> None:
    page = visit("/id/李劲松")
    row = fact(page, "facts", "^任职于", "中国科学院分子细胞科学卓越创新中心")
    assert lit(row) == "李劲松 中科院分子细胞科学卓越创新中心"
    assert fact(page, "facts", "^当选年份", "2021年").count() == 1
    assert fact(page, "facts", "^学部", "生命科学和医学学部").count() == 1


def test_a_sentence_is_one_hop_from_its_place_in_the_report(visit: Open) -> None:
    page = visit("/id/李劲松")
    row = fact(page, "facts", "^任职于", "中国科学院分子细胞科学卓越创新中心")
    row.locator("summary").first.click()
    quote = row.locator("blockquote a")
    expect(quote).to_have_text("李劲松 中科院分子细胞科学卓越创新中心 (生命科学与医学学部)")
    assert re.fullmatch(r"/report/shanghai-2021/04\?fact=[0-9a-f]{12}#p0026", quote.get_attribute("href"))
    id_ = re.search("fact=([0-9a-f]+)", quote.get_attribute("href"))[1]
    assert row.get_by_role("link", name="引用").get_attribute("href") == f"/cite?fact={id_}"


def test_a_problem_is_reported_with_the_iri_of_the_fact(visit: Open) -> None:
    page = visit("/id/李劲松")
    row = fact(page, "facts", "^任职于", "中国科学院分子细胞科学卓越创新中心")
    row.locator("summary").first.click()
    row.get_by_text("报告问题").click()
    told = row.locator(".problem code").first.inner_text()
    assert re.fullmatch(r"https://w3id\.org/shkc/report/shanghai-2021/04/p0026\?fact=[0-9a-f]{12}", told)


def test_an_event_tells_its_dates_first_then_its_guests_then_what_came_of_it(visit: Open) -> None:
    page = visit("/id/2021年浦江创新论坛")
    heads = [head.split(" ")[0] for head in page.locator("#facts h3").all_inner_texts()]
    order = [heads.index(name) for name in ("开始于", "结束于", "主题", "主宾", "成果")]
    assert order == sorted(order)
    assert fact(page, "facts", "^主题", "创新,为了人类美好生活").count() == 1
    assert fact(page, "facts", "^结束于", "2021年6月4日").count() == 1
    guests = page.locator("#facts .group").filter(has_text="主宾").locator(".value a").all_inner_texts()
    assert sorted(guests) == ["重庆市", "阿联酋"]


def test_what_leads_to_a_thing_is_named_from_its_side(visit: Open) -> None:
    page = visit("/id/复旦大学")
    assert fact(page, "relations", "^所属人员", "李骏").count() == 1
    assert fact(page, "relations", "^下属机构", "复旦大学宁波研究院").count() == 1


def test_a_plan_looks_like_a_plan_and_shows_all_three_sentences(visit: Open) -> None:
    row = fact(visit("/id/浦东新区"), "facts", "^隶属", "国际科技创新中心核心区")
    expect(row.locator(".planned")).to_have_text("计划中")
    assert row.locator(".proof > details").count() == 3


def test_at_least_half_is_drawn_open_and_85_percent_is_not(visit: Open) -> None:
    rows = visit("/id/上海天文馆").locator(".figures > li")
    named = [rows.filter(has=rows.page.locator(".what", has_text=name)) for name in ("互动展品占比", "原创展品比例")]
    open_ended, exact = named
    assert (open_ended.locator(".bar-fade").count(), exact.locator(".bar-fade").count()) == (1, 0)
    assert open_ended.locator(".much").inner_text().split("\n") == ["50%以上", "≥ 50%"]
    assert [bar.get_attribute("width") for bar in exact.locator(".bar-solid").all()] == ["85.0"]


def test_an_indicator_shows_its_values_over_subjects(visit: Open) -> None:
    rows = visit("/id/公民具备科学素质比例").locator(".figures > li").all_inner_texts()
    assert [row.split("\n")[0].split(" ")[0] for row in rows] == ["徐汇区", "上海市"]


def test_what_the_report_does_not_say_stands_apart_with_its_source(visit: Open) -> None:
    page = visit("/id/静安区")
    apart = page.locator("#background")
    expect(apart.locator("dl").first).to_contain_text("310106")
    expect(apart.get_by_role("link", name="背景知识：英文名、拼音、行政区划及其代码")).to_be_visible()
    expect(page.locator("#facts")).not_to_contain_text("310106")
    apart.get_by_text("由推理得出").click()
    expect(apart).to_contain_text("由本体的规则从上列事实推出")


def test_a_thing_with_a_place_shows_it_on_a_small_map_and_one_without_shows_none(visit: Open) -> None:
    page = visit("/id/上海数据交易中心", "en")
    expect(page.locator("#map").get_by_role("img", name="Map: Jing'an District")).to_be_visible()
    expect(page.locator("#map svg circle")).to_have_count(1)
    way = page.locator("#map").get_by_role("link", name="See it on the map")
    assert way.get_attribute("href").startswith("/map?thing=https%3A")
    expect(visit("/id/李骏").locator("#map")).to_have_count(0)


def test_links_to_open_data_say_how_close_and_why(visit: Open) -> None:
    page = visit("/id/复旦大学", "en")
    row = page.locator("#links li").filter(has_text="Wikidata")
    assert row.get_by_role("link").first.get_attribute("href") == "http://www.wikidata.org/entity/Q495015"
    expect(row).to_contain_text("exact match")
    row.get_by_text("Why").click()
    expect(row).to_contain_text("curated by hand, confidence 0.95")


def test_a_link_that_was_sought_in_vain_is_told_too(visit: Open) -> None:
    expect(visit("/id/李劲松").locator("#links")).to_contain_text("维基数据：没有找到对应条目")


def test_a_misprint_is_noted_and_its_correction_is_an_alias(visit: Open) -> None:
    page = visit("/id/俞隼")
    expect(page.locator(".aliases")).to_contain_text("俞飚 更正")
    expect(page.locator(".notes")).to_contain_text("疑似误字")
    expect(page.locator(".notes")).to_contain_text("当为 “俞飚”")


def test_a_long_group_is_shown_in_part_and_in_full_on_its_own_page(visit: Open) -> None:
    page = visit("/id/上海市")
    group = page.locator("#facts .group").filter(has=page.get_by_role("heading", name=re.compile("^支持")))
    assert group.locator("ul.facts > li").count() == 8
    follow(group.get_by_role("link", name="全部 21 条"))
    assert page.locator("ul.facts > li").count() == 21


def test_a_graph_is_leafed_through(visit: Open) -> None:
    page = visit("/graph/reference")
    first = page.locator("#inside tbody tr, #inside tr").all_inner_texts()
    follow(page.get_by_role("link", name="下一页"))
    second = page.locator("#inside tbody tr, #inside tr").all_inner_texts()
    assert len(first) == len(second) == 51
    assert set(first) & set(second) == {first[0]}  # the head
    follow(page.get_by_role("link", name="上一页"))
    assert page.locator("#inside tr").all_inner_texts() == first


def test_a_passage_shows_its_facts_its_names_and_its_neighbours(visit: Open) -> None:
    page = visit("/report/shanghai-2021/04/p0026")
    expect(page.locator(".passage-text")).to_have_text("李劲松 中科院分子细胞科学卓越创新中心 (生命科学与医学学部)")
    names = page.locator("#mentions li a").all_inner_texts()
    assert names == ["李劲松", "中国科学院", "中国科学院分子细胞科学卓越创新中心", "生命科学和医学学部"]
    expect(page.locator("#facts")).to_contain_text("李劲松当选中国科学院院士（2021）")
    page.get_by_role("link", name="→ p0027").click()
    expect(page.locator(".passage-text")).to_contain_text("王以政")


def test_a_figure_shows_its_bound_its_whole_and_its_sentence(visit: Open) -> None:
    page = visit("/report/shanghai-2021/04/p0057/o3")
    expect(page.locator(".big")).to_have_text("5家")
    expect(page.locator(".number-panel mark")).to_have_text("其中全球研发中心5家")
    family = page.locator("section").filter(has=page.get_by_role("heading", name="总数与其中"))
    assert [row.split("\n")[0].split(" ")[0] for row in family.locator(".figures > li").all_inner_texts()] == [
        "累计认定外资研发中心",
        "全球研发中心",
        "外资开放式创新平台",
    ]


def test_the_query_behind_a_panel_answers_what_the_panel_shows(visit: Open, http: httpx.Client) -> None:
    page = visit("/id/上海天文馆")
    address = page.locator("#figures .sparql").get_attribute("href")
    query = httpx.URL(address).params["query"]
    rows = http.get("/sparql", params={"query": query, "format": "json"}).json()["results"]["bindings"]
    assert len(rows) == page.locator(".figures > li").count() == 9


def test_a_page_carries_json_ld_and_names_the_other_formats(http: httpx.Client) -> None:
    text = http.get("/id/李劲松").text
    told = json.loads(text.partition('<script type="application/ld+json">')[2].partition("</script>")[0])
    assert told["@id"] == "https://w3id.org/shkc/id/李劲松"
    assert told["@type"] == ["Person"]
    assert {"@language": "en", "@value": "Li Jinsong"} in told["name"]
    assert told["affiliation"][0]["name"] == "中国科学院分子细胞科学卓越创新中心"
    forms = re.findall(r'<link rel="alternate" type="([^"]+)"', text)
    assert {"text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"} <= set(forms)


@pytest.mark.parametrize("path", ["/id/复旦大学", "/id/上海市", "/report/shanghai-2021/04/p0026", "/id/上海天文馆"])
def test_without_a_script_everything_is_there(visit: Open, path: str) -> None:
    with_script, without = visit(path), visit(path, java_script_enabled=False)
    assert without.locator("main").inner_text() == with_script.locator("main").inner_text()


@pytest.mark.parametrize("path", ["/id/李劲松", "/id/上海天文馆", "/report/shanghai-2021/04/p0057/o2"])
def test_in_english_no_chinese_is_left_but_the_reports_own(visit: Open, path: str) -> None:
    page = visit(path, "en")
    # The report's own words are marked as Chinese; IRIs are Chinese in any language.
    page.locator("[lang=zh-Hans], code").evaluate_all("found => found.forEach(one => one.remove())")
    assert re.findall("[一-鿿]+", page.locator("main").inner_text()) == []
