"""What the reasoner adds is what the rules entail: no more, no less, and the same as another reasoner finds."""

from __future__ import annotations

import owlrl
import pytest
import rdflib
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse, serialize

from shkc_kg.graph.reason import infer
from shkc_kg.names import PREFIXES, expand
from shkc_kg.resources import ontology_dir

EX = "https://example.org/"
PASSAGE = NamedNode(EX + "passage")
# Axioms that can only make two things one, or contradict: outside our rules, so the other reasoner does not get them.
OUTSIDE = {NamedNode(expand(f"owl:{c}")) for c in ("FunctionalProperty", "disjointWith", "differentFrom")}
ONTOLOGY = [q.triple for q in parse(path=ontology_dir() / "shkc.ttl", format=RdfFormat.TURTLE)]

Name = tuple[str, str, str]


def turtle(text: str) -> list[Triple]:
    heads = "".join(f"@prefix {p}: <{iri}> .\n" for p, iri in PREFIXES.items()) + f"@prefix : <{EX}> .\n"
    return [q.triple for q in parse(heads + text, format=RdfFormat.TURTLE)]


def quads(triples: list[Triple]) -> list[Quad]:
    return [Quad(t.subject, t.predicate, t.object, PASSAGE) for t in triples]


def spelt(triples: list[Triple] | list[Quad]) -> set[Name]:
    return {(str(t.subject), str(t.predicate), str(t.object)) for t in triples}


@pytest.mark.parametrize(
    ("ontology", "stated", "entailed"),
    [
        (":p rdfs:domain :C .", ":a :p :b .", ":a a :C ."),
        (":p rdfs:range :C .", ":a :p :b .", ":b a :C ."),
        (":p rdfs:range :C .", ":a :p '2021' .", ""),
        (":p rdfs:subPropertyOf :q .", ":a :p '2021' .", ":a :q '2021' ."),
        (
            ":p owl:equivalentProperty :q .",
            ":a :q :b .",
            ":a :p :b . :p rdfs:subPropertyOf :q . :q rdfs:subPropertyOf :p .",
        ),
        (":C rdfs:subClassOf :D .", ":a a :C .", ":a a :D ."),
        (":C owl:equivalentClass :D .", ":a a :D .", ":a a :C . :C rdfs:subClassOf :D . :D rdfs:subClassOf :C ."),
        (":p owl:inverseOf :q .", ":a :p :b . :c :q :d .", ":b :q :a . :d :p :c ."),
        (":p a owl:SymmetricProperty .", ":a :p :b .", ":b :p :a ."),
        (":p a owl:TransitiveProperty .", ":c :p :d . :a :p :b . :b :p :c .", ":a :p :c, :d . :b :p :d ."),
        (":C rdfs:subClassOf :D . :D rdfs:subClassOf :E .", ":a a :C .", ":a a :D, :E . :C rdfs:subClassOf :E ."),
        (
            ":p rdfs:subPropertyOf :q . :q owl:inverseOf :r . :r rdfs:domain :C .",
            ":a :p :b .",
            ":a :q :b . :b :r :a; a :C .",
        ),
        (":p rdfs:range owl:Thing . :C rdfs:subClassOf :C, owl:Thing .", ":a :p :b ; a :C .", ""),
        (":p a owl:FunctionalProperty .", ":a :p :b, :c .", ""),
    ],
)
def test_each_rule_entails_this(ontology: str, stated: str, entailed: str) -> None:
    assert spelt(list(infer(quads(turtle(stated)), turtle(ontology)))) == spelt(turtle(entailed))


def test_an_institution_is_found_under_the_standard_class() -> None:
    stated = quads(turtle("id:复旦大学 a shkc:University ."))
    types = {q.object.value for q in infer(stated, ONTOLOGY) if q.subject.value == expand("id:复旦大学")}
    assert {expand(c) for c in ("schema:Organization", "org:Organization", "shkc:Institution")} <= types


def test_a_date_of_opening_is_a_date_on_which_it_came_about() -> None:
    stated = quads(turtle('id:上海天文馆 shkc:openedOn "2021-07"^^xsd:gYearMonth .'))
    added = spelt(list(infer(stated, ONTOLOGY)))
    assert (f"<{expand('id:上海天文馆')}>", f"<{expand('shkc:cameAboutOn')}>", str(stated[0].object)) in added


def test_nothing_stated_is_stated_again_and_all_is_in_one_graph() -> None:
    stated = quads(turtle("id:甲 a shkc:University, schema:Organization ; shkc:cooperatesWith id:乙 ."))
    added = list(infer(stated, ONTOLOGY, PASSAGE))
    assert not spelt(added) & (spelt(stated) | spelt(ONTOLOGY))
    assert {q.graph_name for q in added} == {PASSAGE}


def test_the_order_of_the_input_makes_no_difference() -> None:
    stated = quads(turtle("id:甲 a shkc:University ; shkc:partOf id:乙 . id:乙 shkc:cooperatesWith id:丙 ."))
    assert list(infer(stated, ONTOLOGY)) == list(infer(stated[::-1], ONTOLOGY[::-1]))


def by_owlrl(ontology: list[Triple], stated: list[Triple]) -> set[Name]:
    """What owlrl's OWL RL closure adds, as far as it lies within our rules."""
    within = [t for t in ontology if not {t.predicate, t.object} & OUTSIDE]
    graph = rdflib.Graph()
    graph.parse(data=(serialize(within + stated, format=RdfFormat.N_TRIPLES) or b"").decode(), format="nt")
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics, axiomatic_triples=False, datatype_axioms=False).expand(graph)
    found = {(s.n3(), p.n3(), o.n3()) for s, p, o in graph}
    return {f for f in found - spelt(ontology + stated) if ours(f)}


def ours(fact: Name) -> bool:
    """Not a triple about the meta-vocabulary, and not a thing below itself."""
    s, p, o = fact
    meta = ("<" + PREFIXES["owl"], "<" + PREFIXES["rdfs"], "<" + PREFIXES["rdf"], "<" + PREFIXES["xsd"])
    hierarchy = p in {f"<{expand('rdfs:subClassOf')}>", f"<{expand('rdfs:subPropertyOf')}>"}
    if hierarchy or p == f"<{expand('rdf:type')}>":
        return s != o and not s.startswith(meta) and not o.startswith(meta)
    return not p.startswith(meta)


CLASSES = st.sampled_from([NamedNode(EX + c) for c in "CDEF"])
PROPERTIES = st.sampled_from([NamedNode(EX + p) for p in "pqrs"])
THINGS = st.sampled_from([NamedNode(EX + t) for t in "abcde"])


def triples(
    subjects: st.SearchStrategy[NamedNode], predicate: str, objects: st.SearchStrategy[NamedNode]
) -> st.SearchStrategy[Triple]:
    return st.builds(lambda s, o: Triple(s, NamedNode(expand(predicate)), o), subjects, objects)


AXIOMS = st.one_of(
    triples(CLASSES, "rdfs:subClassOf", CLASSES),
    triples(CLASSES, "owl:equivalentClass", CLASSES),
    triples(PROPERTIES, "rdfs:subPropertyOf", PROPERTIES),
    triples(PROPERTIES, "owl:equivalentProperty", PROPERTIES),
    triples(PROPERTIES, "owl:inverseOf", PROPERTIES),
    triples(PROPERTIES, "rdfs:domain", CLASSES),
    triples(PROPERTIES, "rdfs:range", CLASSES),
    triples(
        PROPERTIES,
        "rdf:type",
        st.sampled_from([NamedNode(expand(f"owl:{k}Property")) for k in ("Symmetric", "Transitive")]),
    ),
)
FACTS = st.one_of(triples(THINGS, "rdf:type", CLASSES), st.builds(Triple, THINGS, PROPERTIES, THINGS))


@settings(max_examples=60, deadline=None)
@given(st.lists(AXIOMS, max_size=8), st.lists(FACTS, max_size=8))
def test_owlrl_entails_the_same_from_any_small_ontology(axioms: list[Triple], facts: list[Triple]) -> None:
    assert spelt(list(infer(quads(facts), axioms))) == by_owlrl(axioms, facts)


def declared(kind: str) -> st.SearchStrategy[NamedNode]:
    """The ontology's terms of that kind, ours and others'."""
    terms = {
        t.subject for t in ONTOLOGY if t.predicate.value == expand("rdf:type") and t.object == NamedNode(expand(kind))
    }
    return st.sampled_from(sorted(terms, key=str))


OWN_DATES = st.sampled_from([NamedNode(expand(f"shkc:{p}")) for p in ("openedOn", "electedIn", "edtf", "settledOn")])
OWN_FACTS = st.one_of(
    triples(THINGS, "rdf:type", declared("owl:Class")),
    st.builds(Triple, THINGS, declared("owl:ObjectProperty"), THINGS),
    st.builds(Triple, THINGS, OWN_DATES, st.just(Literal("2021"))),
)


@settings(max_examples=5, deadline=None, phases=[Phase.generate])  # a second each: no shrinking
@given(st.lists(OWN_FACTS, min_size=5, max_size=40))
def test_owlrl_entails_the_same_from_our_ontology(facts: list[Triple]) -> None:
    assert spelt(list(infer(quads(facts), ONTOLOGY))) == by_owlrl(ONTOLOGY, facts)
