"""Named queries, search, health and version."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.web.conftest import CODES, Here, Server

from shkc_kg.web.examples import examples


def test_every_example_is_listed_with_both_summaries(server: Server) -> None:
    listed = server.get("/api/queries").json()
    assert [each["name"] for each in listed] == [each.name for each in examples()]
    assert not [each["name"] for each in listed if each["name"] in each["summary"].values()]


@pytest.mark.parametrize("name", [each.name for each in examples()])
def test_every_example_runs_with_its_defaults(here: Server, name: str) -> None:
    answer = here.get(f"/api/queries/{name}")
    assert answer.status_code == 200, answer.text


def test_a_query_with_a_suffix_answers_in_that_format(server: Server) -> None:
    name = next(each.name for each in examples() if "SELECT" in each.text)
    assert server.get(f"/api/queries/{name}.csv").headers["content-type"].startswith("text/csv")
    assert server.get(f"/api/queries/{name}.json").json()["head"]["vars"]
    assert server.get(f"/api/queries/{name}.docx").status_code == 404


def test_a_parameter_is_bound_as_a_term(server: Server) -> None:
    with_text = next(e for e in examples() if any(p.form in ("text", "zh") for p in e.parameters))
    parameter = next(p for p in with_text.parameters if p.form in ("text", "zh"))
    injected = '" } DROP ALL # \\" ?x'
    answer = server.get(f"/api/queries/{with_text.name}", params={parameter.name: injected})
    assert answer.status_code == 200
    assert answer.json()["results"]["bindings"] == []


def test_an_unknown_parameter_is_refused(server: Server) -> None:
    answer = server.get(f"/api/queries/{examples()[0].name}", params={"nonsense": "1"})
    assert answer.status_code == 400
    assert "nonsense" in answer.json()["detail"]


def test_an_unknown_query_is_404(server: Server) -> None:
    assert server.get("/api/queries/nope").status_code == 404


@pytest.mark.parametrize("text", ["甲大学", "甲", "大", "甲大", "jia univ", "JIADAXUE", "jdx", "Jia University"])
def test_a_thing_is_found_by_any_part_of_any_name(server: Server, text: str) -> None:
    found = server.get("/api/search", params={"q": text}).json()["results"]
    assert "https://w3id.org/shkc/id/甲大学" in [each["iri"] for each in found]
    one = next(each for each in found if each["zh"] == "甲大学")
    assert (one["en"], one["type"]) == ("Jia University", "shkc:University")


def test_an_equal_name_comes_first(server: Server) -> None:
    assert server.get("/api/search", params={"q": "丙区"}).json()["results"][0]["zh"] == "丙区"


def test_a_search_can_be_kept_to_one_class(server: Server) -> None:
    found = server.get("/api/search", params={"q": "i", "type": "shkc:District"}).json()["results"]
    assert [each["zh"] for each in found] == ["丙区"]


@pytest.mark.parametrize(
    "parameters", [{}, {"q": ""}, {"q": "x" * 101}, {"q": "x", "limit": "0"}, {"q": "x", "limit": "²"}]
)
def test_a_search_that_makes_no_sense_is_refused(server: Server, parameters: dict[str, str]) -> None:
    assert server.get("/api/search", params=parameters).status_code == 400


def test_health_and_version(server: Server) -> None:
    assert server.get("/health").json()["status"] == "ok"
    told = server.get("/version").json()
    assert len(told["dataset"]["sha256"]) == 64
    assert told["engine"].startswith("oxigraph ")


def test_openapi_describes_every_query(server: Server) -> None:
    told = server.get("/openapi.json").json()
    assert told["openapi"].startswith("3.1")
    assert {f"/api/queries/{each.name}" for each in examples()} < set(told["paths"])


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_query_page_lists_the_examples_in_both_languages(server: Server, lang: str) -> None:
    text = server.get("/query", headers={"accept-language": lang}).text
    assert f'<html lang="{CODES[lang]}"' in text
    for each in examples():
        assert each.name in text


def test_the_names_are_read_before_the_first_search(strict: Callable[..., Here]) -> None:
    server = strict()

    async def late() -> object:
        raise AssertionError("the index was not made at the start")

    assert len(server.run(server.app.site.edition.once("search", late)))
    assert server.get("/api/search", params={"q": "甲"}).json()["results"]
