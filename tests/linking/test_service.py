"""The client of reconciliation services sends little, keeps what it got, and believes nothing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from shkc_kg.errors import ServiceError
from shkc_kg.linking.cache import Cache
from shkc_kg.linking.http import Manners
from shkc_kg.linking.names import names_of
from shkc_kg.linking.service import Service
from shkc_kg.linking.subjects import Subject

from .servers import MANIFEST, Behaviour, Reply, client, serving

QUICK = Manners(timeout=2, attempts=2, pause=1.0, rate=0)


def service(url: str, cache: Path | None = None, offline: bool = False) -> Service:
    return Service(url, client(QUICK, offline=offline), Cache(cache) if cache else None)


def subject(label: str, *aliases: str, english: str = "") -> Subject:
    return Subject(f"https://w3id.org/shkc/id/{label}", label, names_of(label, aliases, english), ("University",))


def echo(reply: Reply) -> None:
    """The manifest, and for each query one candidate that is called like it."""
    if "queries" not in reply.parameters:
        reply.json(MANIFEST)
        return
    queries = json.loads(reply.parameters["queries"])
    reply.json({key: {"result": [candidate(query["query"])]} for key, query in queries.items()})


def candidate(name: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON is anything
    return {"id": f"x-{name}", "name": name, "score": 100, "match": True, **more}


def answering(result: object) -> Behaviour:
    return lambda reply: reply.json(result if "queries" in reply.parameters else MANIFEST)


def test_every_label_and_alias_is_asked_for() -> None:
    with serving(echo) as server:
        ((one, found),) = service(server.url).candidates([subject("复旦大学", "复旦", english="Fudan University")])
    assert one.label == "复旦大学"
    assert [each.name for each in found] == ["复旦大学", "Fudan University", "复旦"]
    assert found[0].iri == "https://example.org/id/x-复旦大学"


def test_batches_are_no_larger_than_the_manifest_allows() -> None:
    with serving(echo) as server:
        service(server.url).ask([{"query": name} for name in "甲乙丙丁戊"])
    sizes = [len(json.loads(asked["queries"])) for asked in server.asked if "queries" in asked]
    assert sizes == [2, 2, 1]


def test_the_same_query_is_sent_once() -> None:
    with serving(echo) as server:
        first, second = service(server.url).ask([{"query": "甲"}, {"query": "甲"}])
    assert first == second
    assert len(server.asked) == 2


def test_what_was_answered_is_not_asked_again_and_answers_offline(tmp_path: Path) -> None:
    queries = [{"query": "甲"}, {"query": "乙"}]
    with serving(echo) as server:
        online = service(server.url, tmp_path).ask(queries)
        count = len(server.asked)
        assert service(server.url, tmp_path).ask(queries) == online
        assert len(server.asked) == count
    replay = service(server.url, tmp_path, offline=True)
    assert replay.ask(queries) == online
    assert replay.web.requests == 0
    with pytest.raises(ServiceError, match="offline"):
        replay.ask([{"query": "丙"}])


def test_what_came_before_a_failure_is_kept(tmp_path: Path) -> None:
    def once(reply: Reply) -> None:
        if len(server.asked) <= 2:
            echo(reply)
        else:
            reply.json({}, 500)

    queries = [{"query": name} for name in "甲乙丙丁"]
    with serving(once) as server, pytest.raises(ServiceError, match="what was answered is kept"):
        service(server.url, tmp_path).ask(queries)
    with serving(echo) as again:
        kept = Service(server.url, client(QUICK, offline=True), Cache(tmp_path))
        assert len(kept.ask(queries[:2])) == 2
    assert again.asked == []


def test_a_damaged_cache_file_is_no_answer(tmp_path: Path) -> None:
    with serving(echo) as server:
        online = service(server.url, tmp_path).ask([{"query": "甲"}])
        for number, path in enumerate(sorted(tmp_path.rglob("*.json"))):
            path.write_bytes((b"", b'{"asked": 1, "answer": 2}', b"[]")[number % 3])
        assert service(server.url, tmp_path).ask([{"query": "甲"}]) == online


@pytest.mark.parametrize("told", [[], {}, {"identifierSpace": 1}, {"identifierSpace": "http://e/"}, "x", None])
def test_a_server_without_manifest_is_no_service(told: object) -> None:
    with serving(lambda reply: reply.json(told)) as server, pytest.raises(ServiceError, match="no reconciliation"):
        service(server.url).ask([{"query": "甲"}])


@pytest.mark.parametrize(
    ("result", "problem"),
    [
        ([], "no batch"),
        ({}, "without result"),
        ({"q0": {}}, "without result"),
        ({"q0": {"result": {}}}, "without result"),
        ({"q0": {"result": ["x"]}}, "without id and name"),
        ({"q0": {"result": [{"id": "x"}]}}, "without id and name"),
        ({"q0": {"result": [candidate("甲", id=7)]}}, "without id and name"),
        ({"q0": {"result": [candidate("甲", score="high")]}}, "score is no number"),
        ({"q0": {"result": [candidate("甲", score=True)]}}, "score is no number"),
        ({"q0": {"result": [candidate("甲", score=float("nan"))]}}, "score is no number"),
        ({"q0": {"result": [candidate("甲", id="")]}}, "id is empty"),
    ],
)
def test_an_answer_that_is_none_is_an_error_that_names_it(result: object, problem: str) -> None:
    with serving(answering(result)) as server, pytest.raises(ServiceError, match=problem):
        service(server.url).ask([{"query": "甲"}])


def test_candidates_without_end_are_cut() -> None:
    many = {"q0": {"result": [candidate(str(number)) for number in range(5000)]}}
    with serving(answering(many)) as server:
        assert len(service(server.url).ask([{"query": "甲"}])[0]) == 24


def test_names_of_others_can_not_move_the_cursor_or_end_a_cell() -> None:
    nasty = {"q0": {"result": [candidate("甲\x1b[2J\t乙\n\u202e丙", description="a\r\nb")]}}
    with serving(answering(nasty)) as server:
        ((found,),) = service(server.url).ask([{"query": "甲"}])
    assert found.name == "甲 [2J 乙 丙"
    assert found.iri == "https://example.org/id/x-甲%1B[2J%09乙%0A%E2%80%AE丙"
    assert found.description == "a b"


def test_types_are_ids_or_objects_that_have_one() -> None:
    typed = {"q0": {"result": [candidate("甲", type=["a", {"id": "b", "name": "B"}, {"name": "C"}, 7])]}}
    with serving(answering(typed)) as server:
        ((found,),) = service(server.url).ask([{"query": "甲"}])
    assert found.types == {"a", "b"}


def suggesting(page: Any) -> Behaviour:  # noqa: ANN401 - JSON is anything
    """A service whose suggestions for a cursor are what ``page`` gives."""

    def behave(reply: Reply) -> None:
        if "prefix" in reply.parameters:
            reply.json({"result": page(int(reply.parameters.get("cursor", 0)))})
        else:
            host = f"http://{reply._handler.headers['host']}"
            reply.json({**MANIFEST, "suggest": {"entity": {"service_url": host, "service_path": "/suggest"}}})

    return behave


def test_suggestions_come_page_after_page_as_long_as_they_are_wanted() -> None:
    pages = suggesting(lambda cursor: [{"id": str(n), "name": str(n)} for n in range(cursor, min(cursor + 3, 7))])
    with serving(pages) as server:
        found = service(server.url).search("甲")
        assert [next(found).id for _ in range(3)] == ["0", "1", "2"]
        assert len(server.asked) == 2
        assert [one.id for one in found] == ["3", "4", "5", "6"]


def test_pages_that_repeat_themselves_end() -> None:
    with serving(suggesting(lambda _: [{"id": "x", "name": "X"}])) as server:
        assert [one.id for one in service(server.url).search("甲")] == ["x"]
    assert len(server.asked) == 3


def test_pages_without_end_end() -> None:
    with serving(suggesting(lambda cursor: [{"id": str(cursor), "name": "X"}])) as server:
        found = list(service(server.url).search("甲"))
    assert len(found) == 20


def test_a_service_without_suggestions_is_queried() -> None:
    with serving(echo) as server:
        assert [one.name for one in service(server.url).search("甲")] == ["甲"]


def test_where_candidates_are_is_fetched_from_a_service_that_can_tell() -> None:
    """As Wikidata's: the country is a property whose values are items."""

    def wikidata(reply: Reply) -> None:
        if "queries" in reply.parameters:
            keys = json.loads(reply.parameters["queries"])
            reply.json({key: {"result": [candidate("甲", id="Q1"), candidate("甲", id="Q2")]} for key in keys})
        elif "extend" in reply.parameters:
            assert json.loads(reply.parameters["extend"])["properties"] == [{"id": "P17"}, {"id": "P131"}]
            rows = {"Q1": {"P17": [{"id": "Q148", "name": "China"}], "P131": [{}]}, "Q2": {"P17": [], "P131": []}}
            reply.json({"meta": [], "rows": rows})
        else:
            reply.json({**MANIFEST, "identifierSpace": "http://www.wikidata.org/entity/", "extend": {}})

    with serving(wikidata) as server:
        ((_, (one, other)),) = service(server.url).candidates([subject("甲大学")])
    assert one.places == {"http://www.wikidata.org/entity/Q148", "china"}
    assert one.country == "http://www.wikidata.org/entity/Q148"
    assert other.places == frozenset()
    queries = json.loads(next(asked["queries"] for asked in server.asked if "queries" in asked))
    assert queries["q0"]["type"] == ["Q3918"]
