"""Why something is in the graph."""

from __future__ import annotations

from tests.graph.samples import ORIGINAL

import shkc_kg
from shkc_kg.explain import search

ID = "https://w3id.org/shkc/id/"


def test_a_relation_shows_sentence_characters_and_rule(kg: shkc_kg.KnowledgeGraph) -> None:
    (why,) = [why for why in kg.explain(ID + "静安区") if why.kind == "Relation"]
    assert (why.subject, why.predicate, why.object) == ("示范论坛", "schema:location", "静安区")
    assert why.sentence in ORIGINAL.replace("*", "")
    assert [printed for _, printed in why.characters] == ["静安区"]
    assert why.rule == "sample"


def test_a_thing_is_explained_by_the_numbers_and_claims_about_it(kg: shkc_kg.KnowledgeGraph) -> None:
    assert {why.kind for why in kg.explain(ID + "示范论坛")} >= {"Observation", "Relation", "Thing"}
    assert "Claim" in {why.kind for why in kg.explain(ID + "示范大学")}


def test_what_a_sentence_leaves_unsaid_is_shown(kg: shkc_kg.KnowledgeGraph) -> None:
    why = next(why for why in kg.explain(ID + "出席嘉宾") if why.kind == "Observation")
    assert why.scope == ("1.1 示范论坛",)
    assert why.reasons == ("shkc:ReportYear",)


def test_a_passage_is_explained_by_its_facts(kg: shkc_kg.KnowledgeGraph) -> None:
    passage = "https://w3id.org/shkc/report/demo-2021/01/p0004"
    assert {why.passage for why in kg.explain(passage)} == {passage}
    assert any(why.planned for why in kg.explain(passage))


def test_a_date_is_an_object_in_words(kg: shkc_kg.KnowledgeGraph) -> None:
    assert "2021-05-31" in {why.object for why in kg.explain(ID + "示范论坛")}


def test_what_no_sentence_states_has_no_explanation(kg: shkc_kg.KnowledgeGraph) -> None:
    assert kg.explain(ID + "上海市") == ()


def test_search_explains_the_facts_of_the_sentences_with_a_text(kg: shkc_kg.KnowledgeGraph) -> None:
    found = search(kg.generation, kg.store, "嘉宾出席")
    assert {why.passage.rpartition("/")[2] for why in found} == {"p0003"}
    assert search(kg.generation, kg.store, "没有这话") == ()
