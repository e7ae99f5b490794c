"""The graph in other people's terms: the same question, asked in each vocabulary, has the same answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import QuerySolutions, RdfFormat, Store, parse

from shkc_kg import KnowledgeGraph
from shkc_kg.errors import QueryError
from shkc_kg.export import export_profile, profiles
from shkc_kg.resources import queries_dir
from shkc_kg.web.examples import read_example

QUESTIONS = Path(__file__).parent / "profiles"


def asked(kg: KnowledgeGraph, profile: str) -> set[tuple[str, str]]:
    """Who works where, by the question of a vocabulary over the export in it."""
    store = Store()
    store.load(export_profile(kg, profile, "ntriples"), format=RdfFormat.N_TRIPLES)
    answer = store.query((QUESTIONS / f"{profile}.rq").read_text(encoding="utf-8"))
    assert isinstance(answer, QuerySolutions)
    return {(row["person"].value, row["institution"].value) for row in answer}


@pytest.mark.parametrize("profile", profiles())
def test_who_works_at_tongji(kg: KnowledgeGraph, profile: str) -> None:
    found = {person for person, institution in asked(kg, profile) if institution == "同济大学"}
    assert found == {"李杰", "朱合华", "蒋昌俊"}


def test_who_works_where_is_the_same_in_every_vocabulary(kg: KnowledgeGraph) -> None:
    rows = kg.query(
        "SELECT ?person ?institution WHERE { "
        "?p schema:affiliation ?i ; rdfs:label ?person . ?i rdfs:label ?institution "
        'FILTER(LANG(?person) = "zh" && LANG(?institution) = "zh") }'
    )
    assert isinstance(rows, list)
    ours = {(row["person"], row["institution"]) for row in rows}
    assert len({person for person, _ in ours}) == 12
    assert {profile: asked(kg, profile) for profile in profiles()} == dict.fromkeys(profiles(), ours)


@pytest.mark.parametrize("profile", profiles())
def test_a_profile_speaks_of_our_terms_no_more(kg: KnowledgeGraph, profile: str) -> None:
    for triple in parse(export_profile(kg, profile, "ntriples"), format=RdfFormat.N_TRIPLES):
        assert not triple.predicate.value.startswith("https://w3id.org/shkc/ontology#")
        if triple.predicate.value.endswith("#type"):
            assert "shkc" not in str(triple.object)


def test_wikidata_s_items_go_by_their_number(kg: KnowledgeGraph) -> None:
    data = export_profile(kg, "wikidata", "ntriples").decode()
    label = (
        '<http://www.wikidata.org/entity/Q16947> <http://www.w3.org/2000/01/rdf-schema#label> "Tongji University"@en'
    )
    assert label in data
    assert "<https://w3id.org/shkc/id/同济大学>" not in data


@pytest.mark.parametrize("form", ["ttl", "rdfxml", "jsonld", "nquads"])
def test_a_profile_comes_in_every_format_and_twice_the_same(kg: KnowledgeGraph, form: str) -> None:
    assert export_profile(kg, "vivo", form) == export_profile(kg, "vivo", form)


def test_turtle_has_the_prefixes_of_its_vocabulary(kg: KnowledgeGraph) -> None:
    assert b"@prefix vivo: <http://vivoweb.org/ontology/core#> ." in export_profile(kg, "vivo", "ttl")


@pytest.mark.parametrize("profile", profiles())
def test_a_profile_says_what_it_is_in_both_languages(profile: str) -> None:
    told = read_example(queries_dir() / "profiles" / f"{profile}.rq")
    assert profile not in (told.zh, told.en)


def test_a_profile_that_is_not_there_is_named_with_those_there_are(kg: KnowledgeGraph) -> None:
    with pytest.raises(QueryError, match="no profile dublin; there are org, schema, vivo, wikidata"):
        export_profile(kg, "dublin", "ttl")
