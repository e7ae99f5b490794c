"""The valid example has every shape; each case takes one thing away from it, or adds one, and is found."""

from __future__ import annotations

from pathlib import Path

import pyshacl  # noqa: TID251 - the validator that also validates shapes
import pytest
from pyoxigraph import Quad, Store
from rdflib import Graph
from tests.ontology.example import valid_quads

from shkc_kg.errors import DataFileError, OntologyError
from shkc_kg.graph.ontology import load_ontology, load_turtle
from shkc_kg.graph.shapes import Finding, check_shapes
from shkc_kg.names import DEFAULT_BASE, PREFIXES
from shkc_kg.resources import ontology_dir

CHAPTER = f"{DEFAULT_BASE}report/demo-2021/01"


def findings(update: str = "") -> tuple[Finding, ...]:
    """What is found after an update of the valid example's triples, all in the default graph."""
    store = Store()
    store.extend(Quad(q.subject, q.predicate, q.object) for q in valid_quads())
    heads = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())
    store.update(f"BASE <{CHAPTER}/>\n{heads}{update}")
    return check_shapes(store, load_ontology())


def test_the_valid_example_has_every_shape() -> None:
    assert findings() == ()


@pytest.mark.parametrize(
    ("change", "focus", "path"),
    [
        ("DELETE WHERE { id:王敏 rdfs:label ?l }", "id:王敏", "rdfs:label"),
        ('INSERT DATA { id:王敏 rdfs:label "王闵"@zh }', "id:王敏", "rdfs:label"),
        ('INSERT DATA { id:王敏 skos:altLabel "小王" }', "id:王敏", "skos:altLabel"),
        (
            'DELETE DATA { id:王敏 rdfs:label "王敏"@zh } ; INSERT DATA { id:王敏 rdfs:label " "@zh }',
            "id:王敏",
            "rdfs:label",
        ),
        ("INSERT DATA { id:王敏 schema:gender shkc:Leading }", "id:王敏", "schema:gender"),
        ('INSERT DATA { id:王敏 shkc:electedIn "2021" }', "id:王敏", "shkc:electedIn"),
        ("DELETE WHERE { <p0003/m1> org:member ?m }", "<p0003/m1>", "org:member"),
        ("INSERT DATA { <p0003/m1> org:organization id:静安区 }", "<p0003/m1>", "org:organization"),
        ("DELETE WHERE { <p0002/c1> shkc:claimKind ?k }", "<p0002/c1>", "shkc:claimKind"),
        ("INSERT DATA { <p0002/c1> shkc:claimScope id:王敏 }", "<p0002/c1>", "shkc:claimScope"),
        ("DELETE WHERE { <p0004/r1> shkc:statedSubject ?s }", "<p0004/r1>", "shkc:statedSubject"),
        ("DELETE WHERE { <p0004/r1> shkc:modality ?m }", "<p0004/r1>", "shkc:modality"),
        ("DELETE WHERE { <p0002/o1> schema:observationAbout ?a }", "<p0002/o1>", "schema:observationAbout"),
        ("INSERT DATA { <p0002/o1> schema:variableMeasured id:上海市 }", "<p0002/o1>", "schema:variableMeasured"),
        ("INSERT DATA { <p0002/o1> schema:value 507.0 }", "<p0002/o1>", "schema:value"),
        ("DELETE WHERE { <p0002/o1> schema:value ?v }", "<p0002/o1>", ""),
        ("INSERT DATA { <p0005/o1> schema:value 30.0 }", "<p0005/o1>", ""),
        ("DELETE WHERE { <p0002/o1> shkc:statKind ?k }", "<p0002/o1>", "shkc:statKind"),
        ("INSERT DATA { <p0002/o1> shkc:statKind shkc:Flow }", "<p0002/o1>", "shkc:statKind"),
        ('INSERT DATA { <p0005/o1> schema:observationDate "last year" }', "<p0005/o1>", "schema:observationDate"),
        ("INSERT DATA { <p0001/o2> schema:minValue 26.0 }", "<p0001/o2>", "schema:minValue"),
        ("DELETE WHERE { <p0002/o1> shkc:printedAs ?c }", "<p0002/o1>", "shkc:printedAs"),
        ("INSERT DATA { <p0002/o1> nif:endIndex 3 }", "<p0002/o1>", "nif:endIndex"),
        (f"DELETE WHERE {{ <{CHAPTER}> dcterms:identifier ?i }}", f"<{CHAPTER}>", "dcterms:identifier"),
        (f'INSERT DATA {{ <{CHAPTER}> nif:isString "x"@zh }}', f"<{CHAPTER}>", "nif:isString"),
        ("DELETE WHERE { <s1> shkc:order ?n }", "<s1>", "shkc:order"),
        ("DELETE WHERE { <p0001> dcterms:isPartOf ?s }", "<p0001>", "dcterms:isPartOf"),
        ("INSERT DATA { <p0001> shkc:scope id:静安区 }", "<p0001>", "shkc:scope"),
        ("INSERT DATA { <p0001> shkc:scopeReason shkc:Flow }", "<p0001>", "shkc:scopeReason"),
        ("INSERT DATA { <m> a nif:Phrase }", "<m>", "nif:anchorOf"),
        ("INSERT DATA { <m> itsrdf:taIdentRef id:无名 }", "<m>", "itsrdf:taIdentRef"),
        ("INSERT DATA { <m> a shkc:DateMention }", "<m>", "shkc:edtf"),
        ('INSERT DATA { <m> a shkc:UnreadSpan ; shkc:unreadKind "verb" }', "<m>", "shkc:unreadKind"),
        ("INSERT DATA { <p0003/n1> shkc:confidence 1.5 }", "<p0003/n1>", "shkc:confidence"),
        ("INSERT DATA { <p0003/n1> shkc:noteKind shkc:Flow }", "<p0003/n1>", "shkc:noteKind"),
        ('INSERT DATA { id:示范大学 shkc:openedOn "七月" }', "七月", ""),
    ],
)
def test_what_lacks_its_shape_is_found(change: str, focus: str, path: str) -> None:
    node = f"{CHAPTER}/{focus[1:-1]}" if focus.startswith("<") and CHAPTER not in focus else focus.strip("<>")
    assert (node, path) in {(found.focus, found.path) for found in findings(change) if not found.is_warning}


def test_a_relation_between_odd_kinds_is_a_warning() -> None:
    (found,) = findings("INSERT DATA { id:静安区 schema:affiliation id:示范大学 }")
    assert (found.severity, found.focus) == ("Warning", "id:静安区")
    assert found.zh == "schema:affiliation 的主语应为 Person"
    assert found.en == "the subject of schema:affiliation should be Person"


def dated(edtf: str) -> str:
    return f"""DELETE DATA {{ <p0005/o1> schema:observationDate "2021" }} ;
               INSERT DATA {{ <p0005/o1> schema:observationDate "{edtf}" }}"""


@pytest.mark.parametrize(
    "edtf",
    [
        "2021-05",
        "2021-05-31",
        "2021-21",
        "202X",
        "2021?",
        "2021-05-31/2021-06-04",
        "2016/2020",
        "../2021",
        "2021-07/..",
    ],
)
def test_edtf_is_a_date(edtf: str) -> None:
    assert findings(dated(edtf)) == ()


@pytest.mark.parametrize(
    "edtf", ["21", "2021-13", "2021-05-32", "2021年", "2021-5", "2021-06-04T10:00", "last year", ""]
)
def test_what_is_no_edtf_is_found(edtf: str) -> None:
    assert [found.value for found in findings(dated(edtf))] == [edtf]


def test_the_shapes_are_shapes() -> None:
    """SHACL's own shapes fit ours."""
    shapes = Graph().parse(ontology_dir() / "shapes.ttl")
    conforms, _, text = pyshacl.validate(Graph(), shacl_graph=shapes, meta_shacl=True)
    assert conforms, text


def test_every_term_of_the_shapes_is_declared() -> None:
    declared = {str(t.subject) for t in load_ontology()}
    own = [PREFIXES[p] for p in ("shkc", "schema", "org", "nif", "itsrdf")]
    used = {str(n) for t in load_turtle(ontology_dir() / "shapes.ttl") for n in (t.subject, t.predicate, t.object)}
    assert {term for term in used if term.startswith(tuple(f"<{base}" for base in own))} <= declared


def test_broken_shapes_are_named_with_their_line(tmp_path: Path) -> None:
    path = tmp_path / "shapes.ttl"
    path.write_text("@prefix sh: <http://www.w3.org/ns/shacl#> .\n<urn:s> a sh:NodeShape ;;; x .", encoding="utf-8")
    with pytest.raises(DataFileError, match=r"shapes\.ttl:2"):
        check_shapes([], [], path)


def test_shapes_that_make_no_sense_are_an_error(tmp_path: Path) -> None:
    path = tmp_path / "shapes.ttl"
    path.write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> .\n"
        "<urn:s> a sh:NodeShape ; sh:targetNode <urn:x> ; sh:property <urn:p> .\n"
        "<urn:p> sh:minCount 'many' ; sh:path <urn:q> .",
        encoding="utf-8",
    )
    with pytest.raises(OntologyError, match="the shapes can't be used"):
        check_shapes([], [], path)
