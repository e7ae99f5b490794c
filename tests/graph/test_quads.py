"""What a reading becomes as quads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from pyoxigraph import BlankNode, RdfFormat, Store
from tests.graph.samples import ORIGINAL, READING

from shkc_kg.graph.nquads import nquads
from shkc_kg.graph.ontology import load_ontology, ontology_quads
from shkc_kg.graph.promises import check_promises
from shkc_kg.graph.quads import state
from shkc_kg.graph.reason import infer
from shkc_kg.graph.terms import iri
from shkc_kg.model import Observation
from shkc_kg.names import PREFIXES, Namer

CHAPTER = "https://w3id.org/shkc/report/demo-2021/01"

Ask = Callable[[str], bool]


@pytest.fixture(scope="module")
def store() -> Store:
    held = Store()
    held.extend(state(READING, Namer()))
    return held


@pytest.fixture(scope="module")
def ask(store: Store) -> Ask:
    prefixes = {**PREFIXES, "p": f"{CHAPTER}/"}
    return lambda pattern: bool(store.query(f"ASK {{ {pattern} }}", prefixes=prefixes, use_default_graph_as_union=True))


def test_a_relation_stands_in_the_graph_of_its_passage(ask: Ask) -> None:
    assert ask("GRAPH p:p0003 { id:示范论坛 schema:location id:静安区 }")


def test_a_day_is_typed_as_date(ask: Ask) -> None:
    assert ask('GRAPH p:p0003 { id:示范论坛 schema:startDate "2021-05-31"^^xsd:date }')


def test_a_thing_is_named_where_its_name_is_printed_first(ask: Ask) -> None:
    assert ask('GRAPH p:p0002 { id:王小明 a shkc:Person ; rdfs:label "王小明"@zh }')
    assert ask("GRAPH p:p0001 { id:示范论坛 a shkc:Forum }")


def test_an_alias_stands_where_it_is_printed_first_else_in_the_background(ask: Ask) -> None:
    assert ask('GRAPH p:p0001 { id:示范论坛 skos:altLabel "论坛"@zh }')
    assert ask('GRAPH g:reference { id:示范大学 skos:altLabel "示大"@zh }')


def test_an_indicator_that_reading_did_not_list_is_one(ask: Ask) -> None:
    assert ask('GRAPH p:p0003 { id:出席嘉宾 a shkc:Indicator ; rdfs:label "出席嘉宾"@zh }')


def test_an_indicator_called_like_a_thing_is_not_that_thing() -> None:
    fact = next(fact for fact in READING.facts if isinstance(fact, Observation))
    alike = replace(READING, facts=(replace(fact, indicator="示范大学"),))
    held = Store()
    held.extend(state(alike, Namer()))
    query = "ASK { ?o schema:variableMeasured id:示范大学数量 . id:示范大学数量 a shkc:Indicator }"
    assert held.query(query, prefixes=PREFIXES, use_default_graph_as_union=True)
    assert not held.query("ASK { id:示范大学 a shkc:Indicator }", prefixes=PREFIXES, use_default_graph_as_union=True)


def test_an_observation_says_all_of_the_model(ask: Ask) -> None:
    assert ask("""GRAPH p:p0003 { <https://w3id.org/shkc/report/demo-2021/01/p0003/o1> a schema:Observation ;
        rdfs:label "示范论坛出席嘉宾：逾150位（2021）"@zh ; schema:observationAbout id:示范论坛 ;
        schema:variableMeasured id:出席嘉宾 ; schema:value 150.0 ; schema:unitText "位" ; schema:minValue 150.0 ;
        schema:measurementQualifier shkc:AtLeast ; shkc:statKind shkc:Flow ; schema:observationDate "2021" ;
        shkc:printedAs "逾150" ; nif:beginIndex ?b ; nif:endIndex ?e }""")
    assert not ask(f"<{CHAPTER}/p0003/o1> schema:maxValue ?any")


def test_the_characters_of_a_number_are_its_own(store: Store) -> None:
    query = "SELECT ?b ?e { ?o nif:beginIndex ?b ; nif:endIndex ?e ; shkc:printedAs '25' }"
    (row,) = store.query(query, prefixes=PREFIXES, use_default_graph_as_union=True)
    assert ORIGINAL[int(row["b"].value) : int(row["e"].value)] == "25"


def test_a_part_points_to_its_whole(ask: Ask) -> None:
    assert ask(f"<{CHAPTER}/p0003/o2> shkc:partOfObservation <{CHAPTER}/p0003/o1>")


def test_what_is_planned_is_described_and_not_asserted(ask: Ask) -> None:
    assert not ask("?a shkc:cooperatesWith ?b")
    assert ask("""GRAPH p:p0004 { ?s a shkc:Statement ; shkc:statedSubject id:示范大学 ;
        shkc:statedProperty shkc:cooperatesWith ; shkc:statedObject id:未来研究院 ; shkc:modality shkc:Planned }""")


def test_an_election_is_a_node_and_short_triples(ask: Ask) -> None:
    assert ask("""GRAPH p:p0002 { ?m a org:Membership ; org:member id:王小明 ; org:organization id:示范科学院 ;
        shkc:electedIn "2021"^^xsd:gYear . id:王小明 schema:memberOf id:示范科学院 }""")


def test_a_claim_carries_its_words_and_the_region_it_holds_for(ask: Ask) -> None:
    assert ask("""GRAPH p:p0004 { ?c a shkc:Claim ; rdfs:label "首个"@zh ; schema:about id:示范大学 ;
        shkc:claimKind shkc:First ; shkc:claimScope id:中国 }""")


def test_a_mention_quotes_the_original_with_its_noise(ask: Ask) -> None:
    assert ask("""GRAPH <https://w3id.org/shkc/report/demo-2021/01> { ?m a nif:Phrase ; nif:anchorOf "王 小明" ;
        nif:beginIndex 10 ; nif:endIndex 14 ; nif:referenceContext p:p0002 ; itsrdf:taIdentRef id:王小明 }""")


def test_scope_is_said_only_where_a_fact_used_it(store: Store) -> None:
    query = "SELECT ?p ?s { ?p shkc:scope ?s }"
    rows = store.query(query, prefixes=PREFIXES, use_default_graph_as_union=True)
    assert [(row["p"].value[-5:], row["s"].value[-5:]) for row in rows] == [("p0003", "p0001")]


def test_a_correction_is_a_further_name_in_the_notes(ask: Ask) -> None:
    assert ask('GRAPH g:notes { id:王小明 skos:altLabel "王晓明"@zh . ?n shkc:correction "王晓明"@zh }')
    assert not ask('id:王小明 rdfs:label "王晓明"@zh')


def test_what_was_not_read_is_listed_with_its_reason(ask: Ask) -> None:
    assert ask('GRAPH g:notes { ?u a shkc:UnreadSpan ; nif:anchorOf "平台" ; shkc:reason "no class is sure" }')


def test_a_district_lies_where_the_general_lists_say(ask: Ask) -> None:
    assert ask('GRAPH g:reference { id:静安区 schema:containedInPlace id:上海市 ; dcterms:identifier "310106" }')


def test_pinyin_and_initials_are_typed_forms(ask: Ask) -> None:
    assert ask('GRAPH g:reference { id:静安区 skos:hiddenLabel "jinganqu", "jaq" }')


def test_every_citation_is_true(store: Store) -> None:
    query = """SELECT ?m WHERE { ?m nif:anchorOf ?a ; nif:beginIndex ?b ; nif:endIndex ?e ;
        nif:referenceContext/dcterms:isPartOf* ?c . ?c a shkc:Chapter ; nif:isString ?t .
        FILTER(SUBSTR(?t, ?b + 1, ?e - ?b) != ?a) }"""
    assert list(store.query(query, prefixes=PREFIXES, use_default_graph_as_union=True)) == []
    kept = query.replace("!= ?a", "= ?a")
    assert len(list(store.query(kept, prefixes=PREFIXES, use_default_graph_as_union=True))) == 12


def test_no_node_is_blank() -> None:
    quads = list(state(READING, Namer()))
    assert not any(isinstance(node, BlankNode) for quad in quads for node in (quad.subject, quad.object))


def test_the_sample_keeps_the_promises_of_the_model(store: Store) -> None:
    held = Store()
    held.extend([*store, *ontology_quads(iri(Namer().graph("ontology")))])
    held.extend(list(infer(list(store), load_ontology())))
    assert [(broken.promise.name, broken.offenders) for broken in check_promises(held)] == []


def test_the_base_is_a_setting_and_the_ontology_stays() -> None:
    data = nquads(state(READING, Namer("https://example.org/kg/"))).decode()
    assert "<https://example.org/kg/id/示范大学>" in data
    assert "https://w3id.org/shkc/id/" not in data
    assert "<https://w3id.org/shkc/ontology#University>" in data


def test_a_store_gives_back_the_very_bytes(store: Store) -> None:
    dumped = store.dump(format=RdfFormat.N_QUADS) or b""
    assert b"".join(sorted(dumped.splitlines(keepends=True))) == nquads(state(READING, Namer()))
