"""The ontology is OWL 2 DL, speaks Chinese and English, and holds every term of the data model."""

from __future__ import annotations

from collections import defaultdict
from enum import StrEnum
from io import BytesIO
from itertools import combinations
from pathlib import Path

import owlready2  # noqa: TID251 - what users load the ontology with
import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, serialize

from shkc_kg.errors import DataFileError
from shkc_kg.graph.compact import compact
from shkc_kg.graph.ontology import load_ontology, load_turtle
from shkc_kg.model import Bound, ClaimKind, PassageKind, ScopeReason, StatKind
from shkc_kg.names import PREFIXES, expand
from shkc_kg.resources import ontology_dir

TRIPLES = load_ontology()
IRI = "https://w3id.org/shkc/ontology"
BUILT_IN = tuple(PREFIXES[p] for p in ("owl", "rdf", "rdfs", "xsd"))

Says = dict[str, list[str]]


def says() -> dict[str, Says]:
    """All triples between terms as subject → property → objects, in compact IRIs."""
    found: dict[str, Says] = defaultdict(lambda: defaultdict(list))
    for s, p, o in ((t.subject, t.predicate, t.object) for t in TRIPLES):
        if isinstance(s, NamedNode) and isinstance(o, NamedNode):
            found[compact(s.value)][compact(p.value)].append(compact(o.value))
    return found


SAYS = says()
OWN = sorted(term for term in SAYS if term.startswith("shkc:"))
PROPERTY_KINDS = {"owl:ObjectProperty", "owl:DatatypeProperty", "owl:AnnotationProperty"}


def kinds(term: str) -> set[str]:
    return set(SAYS[term]["rdf:type"]) if term in SAYS else set()


def texts(term: str, prop: str) -> list[str | None]:
    """The languages in which a term has that property."""
    node, predicate = NamedNode(expand(term)), NamedNode(expand(prop))
    return [
        t.object.language
        for t in TRIPLES
        if t.subject == node and t.predicate == predicate and isinstance(t.object, Literal) and t.object.value
    ]


def test_there_is_no_blank_node() -> None:
    assert not [t for t in TRIPLES if isinstance(t.subject, BlankNode) or isinstance(t.object, BlankNode)]


@pytest.mark.parametrize("prop", ["rdfs:label", "rdfs:comment"])
def test_every_own_term_speaks_both_languages_once(prop: str) -> None:
    assert {term: texts(term, prop) for term in OWN if sorted(map(str, texts(term, prop))) != ["en", "zh"]} == {}


def test_every_own_term_says_where_it_is_defined() -> None:
    assert [term for term in OWN if SAYS[term]["rdfs:isDefinedBy"] != [IRI]] == []


def test_no_two_own_terms_of_a_kind_share_a_label() -> None:
    labels = defaultdict(list)
    for t in TRIPLES:
        if compact(t.predicate.value) == "rdfs:label":
            kind = frozenset(kinds(compact(t.subject.value)) & (PROPERTY_KINDS | {"owl:Class"}))
            labels[str(t.object), kind].append(t.subject)
    assert {label: nodes for label, nodes in labels.items() if len(nodes) > 1} == {}


def test_the_header_names_version_licence_and_prefix() -> None:
    header = {
        (compact(t.predicate.value), getattr(t.object, "value", "")) for t in TRIPLES if t.subject == NamedNode(IRI)
    }
    version = dict(header)["owl:versionInfo"]
    assert {
        ("owl:versionIRI", f"{IRI}/{version}"),
        ("dcterms:license", "https://creativecommons.org/licenses/by/4.0/"),
        ("vann:preferredNamespacePrefix", "shkc"),
        ("vann:preferredNamespaceUri", PREFIXES["shkc"]),
    } <= header


def test_every_term_in_use_is_declared() -> None:
    used = {t.predicate.value for t in TRIPLES} | {
        expand(o) for s in SAYS.values() for p, os in s.items() for o in os if ":" in o and not o.startswith("http")
    }
    undeclared = {compact(iri) for iri in used if not iri.startswith(BUILT_IN) and not kinds(compact(iri))}
    assert undeclared == set()


def test_every_term_is_one_kind_of_property_and_no_class_besides() -> None:
    """OWL 2 DL lets a name be an individual too, but neither two kinds of property nor class and datatype."""
    odd = {
        t: kinds(t)
        for t in SAYS
        if len(kinds(t) & PROPERTY_KINDS) > 1 or (kinds(t) & PROPERTY_KINDS and "owl:Class" in kinds(t))
    }
    assert odd == {}


def test_hierarchies_join_terms_of_one_kind() -> None:
    for term, said in SAYS.items():
        for above in said["rdfs:subPropertyOf"]:
            assert kinds(term) & kinds(above) & PROPERTY_KINDS or (term, above) == (
                "schema:foundingDate",
                "shkc:cameAboutOn",
            )
        for prop in ("rdfs:subClassOf", "owl:disjointWith"):
            assert all("owl:Class" in kinds(other) for other in said[prop]), (term, prop)


OWL2_DATATYPES = {"rdfs:Literal", "xsd:string", "xsd:integer", "xsd:decimal", "xsd:boolean"}


def test_domains_and_ranges_fit_the_kind_of_property() -> None:
    for term, said in SAYS.items():
        assert all("owl:Class" in kinds(cls) for cls in said["rdfs:domain"]), term
        if "owl:DatatypeProperty" in kinds(term):
            assert set(said["rdfs:range"]) <= OWL2_DATATYPES, term
        else:
            assert all("owl:Class" in kinds(cls) for cls in said["rdfs:range"]), term


def test_object_characteristics_belong_to_object_properties() -> None:
    for term in SAYS:
        special = kinds(term) & {"owl:SymmetricProperty", "owl:TransitiveProperty"}
        if special or SAYS[term]["owl:inverseOf"]:
            assert "owl:ObjectProperty" in kinds(term), term
        assert not ({"owl:TransitiveProperty", "owl:FunctionalProperty"} <= kinds(term)), f"{term} must be simple"


def test_an_inverse_is_declared_with_domain_and_range_on_one_side_only() -> None:
    """The other side follows; saying it twice invites two answers."""
    for term, said in SAYS.items():
        for other in said["owl:inverseOf"]:
            assert not said["rdfs:domain"], term
            assert not said["rdfs:range"], term
            assert other.startswith("shkc:")


def test_terms_of_others_get_no_axiom_of_ours() -> None:
    axioms = {
        (term, prop)
        for term, said in SAYS.items()
        for prop in said
        if not term.startswith("shkc:") and term != IRI and prop != "rdf:type" and said[prop]
    }
    assert axioms == {("schema:foundingDate", "rdfs:subPropertyOf")}


def above(term: str) -> set[str]:
    found, agenda = {term}, [term]
    while agenda:
        fresh = [c for c in SAYS[agenda.pop()]["rdfs:subClassOf"] if c not in found]
        found.update(fresh)
        agenda.extend(fresh)
    return found


def test_no_class_lies_below_two_disjoint_ones() -> None:
    disjoint = {(one, other) for one in SAYS for other in SAYS[one]["owl:disjointWith"]}
    disjoint |= {(b, a) for a, b in disjoint}
    clashes = {
        (t, p) for t in OWN if "owl:Class" in kinds(t) for p in combinations(sorted(above(t)), 2) if p in disjoint
    }
    assert clashes == set()


def test_a_museum_may_be_an_institution() -> None:
    """Facilities that act for themselves are both; the model only separates what can't be both."""
    assert not {"shkc:Institution", "shkc:Facility"} & {
        o for c in ("shkc:Institution", "shkc:Facility", "shkc:Museum") for o in SAYS[c]["owl:disjointWith"]
    }


def terms_of_model(kind: str) -> list[str]:
    """The classes or properties that the data model names, and those of the document's layout."""
    rows = (Path(__file__).parent / "model_terms.tsv").read_text(encoding="utf-8").splitlines()
    return [name for row in rows for sort, name in [row.split("\t")] if sort == kind]


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        (terms_of_model("class"), "owl:Class"),
        (terms_of_model("property"), "property"),
        (Bound, "shkc:Bound"),
        (StatKind, "shkc:StatKind"),
        (ClaimKind, "shkc:ClaimKind"),
        (PassageKind, "shkc:PassageKind"),
        ([reason.value.removeprefix("shkc:") for reason in ScopeReason], "shkc:ScopeReason"),
        (["Planned"], "shkc:Modality"),
        (["FieldScheme", "DesignationScheme", "LevelScheme"], "skos:ConceptScheme"),
    ],
)
def test_every_term_of_the_model_is_there(names: list[str] | type[StrEnum], kind: str) -> None:
    wanted = PROPERTY_KINDS if kind == "property" else {kind}
    assert [str(name) for name in names if not kinds(f"shkc:{name}") & wanted] == []


ALIGNED = {
    "Institution": ["org:Organization", "schema:Organization", "foaf:Organization"],
    "Person": ["foaf:Person", "schema:Person"],
    "Programme": ["schema:Project"],
    "District": ["schema:Place", "geo:Feature"],
    "Museum": ["schema:Place"],
    "Forum": ["schema:Event"],
    "EventSeries": ["schema:EventSeries"],
    "Agreement": ["schema:DigitalDocument", "foaf:Document"],
    "Publication": ["schema:Report"],
    "Film": ["schema:CreativeWork"],
    "Award": ["schema:Thing"],
    "AcademyDivision": ["org:OrganizationalUnit"],
    "Indicator": ["schema:StatisticalVariable", "skos:Concept"],
    "Claim": ["schema:Claim"],
    "DateMention": ["nif:Phrase"],
}


@pytest.mark.parametrize("name", ALIGNED)
def test_a_class_lies_below_the_standard_ones(name: str) -> None:
    assert set(ALIGNED[name]) <= above(f"shkc:{name}")


def test_all_ways_of_coming_about_are_dates_on_which_it_came_about() -> None:
    ways = ["schema:foundingDate", "shkc:unveiledOn", "shkc:openedOn", "shkc:settledOn", "shkc:approvedOn"]
    assert [way for way in ways if SAYS[way]["rdfs:subPropertyOf"] != ["shkc:cameAboutOn"]] == []


def test_owlready2_loads_every_class_and_property() -> None:
    world = owlready2.World()
    data = serialize(TRIPLES, format=RdfFormat.N_TRIPLES) or b""
    world.get_ontology(f"{IRI}#").load(fileobj=BytesIO(data))
    held = {compact(entity.iri) for entity in (*world.classes(), *world.properties())}
    world.close()
    wanted = {term for term in SAYS if kinds(term) & {"owl:Class", "owl:ObjectProperty", "owl:DatatypeProperty"}}
    assert wanted <= held


def test_a_broken_ontology_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "shkc.ttl"
    path.write_text(
        (ontology_dir() / "shkc.ttl").read_text(encoding="utf-8") + "\nshkc:Odd a owl:Class ;; ,", encoding="utf-8"
    )
    with pytest.raises(DataFileError, match=r"shkc\.ttl:\d+: "):
        load_turtle(path)
