"""Links and codes are stated only of what the graph holds, under the graph's own name."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from shkc_kg.errors import DataFileError
from shkc_kg.graph.links import code_quads, link_quads, match_sets, names_of
from shkc_kg.graph.sssom import read_match_set
from shkc_kg.graph.terms import term
from shkc_kg.names import Namer

NAMER = Namer()
EXACT, CLOSE = term("skos:exactMatch"), term("skos:closeMatch")


def links(*names: str) -> list[Quad]:
    return list(link_quads(names, NAMER))


def targets(name: str, predicate: NamedNode) -> set[str]:
    thing = NamedNode(NAMER.thing(name))
    return {quad.object.value for quad in links(name) if quad.subject == thing and quad.predicate == predicate}


def test_verified_identifiers_are_exact_matches() -> None:
    assert targets("复旦大学", EXACT) == {
        "http://www.wikidata.org/entity/Q495015",
        "https://ror.org/013q1eq08",
        "https://isni.org/isni/0000000101252443",
        "http://dbpedia.org/resource/Fudan_University",
    }


def test_candidates_are_close_matches() -> None:
    assert "http://www.wikidata.org/entity/Q57002" in targets("徐汇", CLOSE)


def test_a_thing_is_known_by_the_long_form_of_its_name() -> None:
    assert targets("上海市", EXACT) == targets("上海", EXACT) != set()
    assert targets("中国科学院", EXACT) == targets("中科院", EXACT) != set()


def test_of_two_names_of_one_thing_only_the_listed_one_is_linked() -> None:
    subjects = {quad.subject.value for quad in links("上海", "上海市") if quad.predicate == EXACT}
    assert subjects == {NAMER.thing("上海")}


def test_a_page_about_a_thing_is_no_match() -> None:
    assert targets("上海市", term("foaf:isPrimaryTopicOf")) == {
        "https://zh.wikipedia.org/wiki/%E4%B8%8A%E6%B5%B7%E5%B8%82"
    }


def test_a_person_is_never_linked_to_wikidata() -> None:
    assert not [t for t in targets("李骏", EXACT) | targets("叶叔华", EXACT) if "wikidata" in t]


def test_nothing_is_said_of_things_that_the_graph_does_not_hold() -> None:
    assert {quad.subject.value.rpartition("/")[0] for quad in links("没有的大学")} == {NAMER.thing("link")}


def test_the_links_that_were_made_for_a_report_are_whole_where_it_is_read() -> None:
    def linked(*reports: str) -> set[tuple[str, str]]:
        made = link_quads(["复旦大学"], NAMER, reports)
        return {(quad.subject.value, quad.object.value) for quad in made if quad.predicate == EXACT}

    japan = (NAMER.thing("日本"), "http://www.wikidata.org/entity/Q17")
    assert japan in linked("shanghai-2021", "ningbo-2023")
    assert linked("ningbo-2023") == linked()
    assert linked() < linked("shanghai-2021")
    codes = [quad.object.value for quad in code_quads([], NAMER, ["shanghai-2021"])]
    assert {"JP", "310120", "grid.8547.e"} <= set(codes)
    assert not list(code_quads([], NAMER, ["ningbo-2023"]))


def test_a_search_without_result_is_described_and_links_nothing() -> None:
    about = [quad for quad in links("李骏") if quad.object == NamedNode("https://w3id.org/sssom/NoTermFound")]
    assert [quad.predicate for quad in about] == [term("owl:annotatedTarget")]
    assert not targets("李骏", EXACT)


def test_each_link_is_described_by_a_mapping_of_its_own() -> None:
    quads = links("复旦大学")
    stated = [quad for quad in quads if quad.predicate in (EXACT, CLOSE)]
    of = {quad.subject for quad in quads if quad.object == term("sssom:Mapping")}
    assert len(of) == len(stated)
    said = Counter(quad.predicate for quad in quads if quad.subject in of)
    for slot in ("sssom:mapping_justification", "sssom:confidence", "sssom:object_source", "dcterms:created"):
        assert said[term(slot)] == len(stated)
    labels = [quad.object for quad in quads if quad.subject in of and quad.predicate == term("rdfs:label")]
    assert Counter(label.language for label in labels if isinstance(label, Literal)) == {"zh": len(of), "en": len(of)}


def test_all_links_stand_in_one_graph_without_same_as_or_blank_node() -> None:
    quads = links(*{match.label for match_set in match_sets() for match in match_set.matches})
    assert {quad.graph_name for quad in quads} == {NamedNode(NAMER.graph("links"))}
    assert not [quad for quad in quads if quad.predicate == term("owl:sameAs")]
    assert not [quad for quad in quads if isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode)]
    assert len(set(quads)) == len(quads)


def test_the_order_of_names_does_not_matter() -> None:
    assert links("复旦大学", "上海市", "华为") == links("华为", "复旦大学", "上海市")


def test_concepts_are_linked_by_their_own_node() -> None:
    field = NamedNode(NAMER.concept("field", "区块链"))
    label = Quad(field, term("rdfs:label"), Literal("区块链", language="zh"), NamedNode(NAMER.graph("reference")))
    quads = list(link_quads(names_of([label], NAMER), NAMER))
    assert [q.object.value for q in quads if q.subject == field and q.predicate == EXACT][:1] != []
    assert not [quad for quad in quads if quad.subject == NamedNode(NAMER.thing("区块链"))]


def test_a_thing_is_named_by_the_label_that_its_node_is_made_of() -> None:
    thing, graph = NamedNode(NAMER.thing("复旦大学")), NamedNode(NAMER.graph("reference"))
    label, other = (Literal(name, language="zh") for name in ("复旦大学", "别名"))
    quads = [Quad(thing, term("rdfs:label"), label, graph), Quad(thing, term("skos:altLabel"), other, graph)]
    assert names_of(quads, NAMER) == {"复旦大学": thing}


def test_codes_are_literals_of_the_reference() -> None:
    quads = list(code_quads(["浦东新区", "复旦大学", "日本"], NAMER))
    assert {quad.object.value for quad in quads} == {"310115", "grid.8547.e", "JP"}
    assert {quad.graph_name for quad in quads} == {NamedNode(NAMER.graph("reference"))}


def test_a_code_that_is_only_likely_is_not_stated() -> None:
    assert not list(code_quads(["中国石化"], NAMER))


HEAD = """#curie_map:
#  id: https://w3id.org/shkc/id/
#mapping_set_id: https://example.org/set
#license: https://creativecommons.org/licenses/by/4.0/
subject_id\tsubject_label\tpredicate_id\tobject_id\tmapping_justification\tconfidence
"""


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        (HEAD + "id:a\ta\tskos:exactMatch\twd:Q1\tsemapv:ManualMappingCuration\t1\n", 6, "wd:Q1"),
        (HEAD + "id:a\ta\tskos:exactMatch\tid:b\tsemapv:ManualMappingCuration\t2\n", 6, "between 0 and 1"),
        (HEAD + "id:a\ta\tskos:exactMatch\tid:b\tsemapv:ManualMappingCuration\thigh\n", 6, "no number"),
        (HEAD + "id:a\ta\tskos:exactMatch\n", 6, "3 cells"),
        (HEAD.replace("#license", "#licence"), 1, "no license"),
        (HEAD.replace("#mapping_set_id:", "#mapping_set_id"), 3, "no 'key: value'"),
    ],
)  # fmt: skip
def test_a_broken_set_is_refused_with_its_line(tmp_path: Path, text: str, line: int, problem: str) -> None:
    path = tmp_path / "broken.sssom.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataFileError, match=problem) as error:
        read_match_set(path)
    assert error.value.line == line
