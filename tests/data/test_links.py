"""The link sets are valid SSSOM, keep to the rules of links, and hold no look-alike."""

from __future__ import annotations

import importlib
import logging
import re
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from shkc_kg.graph.links import match_sets, refused
from shkc_kg.labels import comparable
from shkc_kg.names import Namer, iri_to_uri
from shkc_kg.resources import data_dir
from shkc_kg.tables import Row, read_table

LINKS = data_dir() / "links"
FILES = sorted(LINKS.glob("*.sssom.tsv"))
ENTITIES = {comparable(row["name"]) for row in read_table(data_dir() / "labels_en.tsv")}
NEVER = read_table(LINKS / "never.tsv", ("subject", "target", "target_name", "reason"))
FOUND = [match for match_set in match_sets() for match in match_set.matches if match.found]


@pytest.mark.filterwarnings("ignore")  # what sssom uses of pandas is deprecated
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_validator_of_the_sssom_package_finds_nothing(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    parsers, validators = importlib.import_module("sssom.parsers"), importlib.import_module("sssom.validators")
    with caplog.at_level(logging.WARNING):
        parsed = parsers.parse_sssom_table(str(path))
        reports = validators.validate(parsed, fail_on_error=True)
        document = parsers.to_mapping_set_document(parsed)
    assert reports
    assert all(not report.results for report in reports.values())
    # The package drops a row that it can't use with no more than a warning.
    assert len(document.mapping_set.mappings) == len(read_table(path))
    assert not [record.message for record in caplog.records if "not well-formed" in record.message]


def test_every_set_has_an_iri_and_a_licence() -> None:
    assert [match_set.name for match_set in match_sets()] == [path.name.partition(".")[0] for path in FILES]
    assert all(match_set.licence.startswith("https://creativecommons.org/") for match_set in match_sets())


def test_verified_links_are_exact_and_candidates_close() -> None:
    for match in FOUND:
        page = match.predicate.endswith("isPrimaryTopicOf")
        exact = match.confidence is not None and match.confidence >= Decimal("0.9")
        assert page or match.predicate.endswith("exactMatch" if exact else "closeMatch"), match.label


def test_the_counts_are_those_of_the_search() -> None:
    counts = Counter((match.source, match.predicate.rpartition("#")[2]) for match in FOUND)
    assert counts[("https://www.wikidata.org/", "exactMatch")] == 61
    assert counts[("https://www.wikidata.org/", "closeMatch")] == 15
    assert counts[("https://ror.org/", "exactMatch")] == 32
    assert counts[("https://www.geonames.org/", "exactMatch")] == 25
    assert counts[("http://dbpedia.org/", "closeMatch")] == 52
    assert counts[("https://isni.org/", "exactMatch")] == 29


def test_a_link_says_where_it_was_seen() -> None:
    assert all(" :: " in match.comment for match in FOUND)
    assert all(match.comment for match_set in match_sets() for match in match_set.matches)


def test_every_subject_has_an_english_label() -> None:
    subjects = {match.label for match_set in match_sets() for match in match_set.matches}
    assert {comparable(name) for name in subjects} <= ENTITIES


def test_every_entity_is_linked_or_recorded_as_not_found() -> None:
    recorded = {comparable(match.label) for match_set in match_sets() for match in match_set.matches}
    assert recorded == ENTITIES


def test_no_verified_identifier_names_two_things() -> None:
    exact = [match.object for match in FOUND if match.predicate.endswith("exactMatch")]
    assert [target for target, count in Counter(exact).items() if count > 1] == []


@pytest.mark.parametrize("row", NEVER, ids=lambda row: f"{row['subject']}-{row['target_name']}")
def test_a_look_alike_names_a_known_entity_and_a_reason(row: Row) -> None:
    assert comparable(row["subject"]) in ENTITIES
    assert row["reason"]
    assert row["target"] or row["target_name"]


@pytest.mark.parametrize(
    "row", [row for row in NEVER if row["target"]], ids=lambda row: f"{row['subject']}-{row['target']}"
)
def test_no_look_alike_is_linked(row: Row) -> None:
    linked = [match for match in FOUND if comparable(match.label) == comparable(row["subject"])]
    assert [match.object for match in linked if refused(row["subject"], match.object)] == []


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("李骏", "http://www.wikidata.org/entity/Q1"),
        ("李 骏", "http://dbpedia.org/resource/Li_Jun"),
        ("宝山", "http://www.wikidata.org/entity/Q514796"),
        ("浙大研究院", "http://www.wikidata.org/entity/Q197543"),
        ("UNDP", "https://ror.org/01h409w36"),
        ("大理", "https://sws.geonames.org/1814093/"),
    ],
)
def test_a_look_alike_is_refused_with_its_reason(name: str, target: str) -> None:
    assert refused(name, target)


def test_what_is_no_look_alike_is_not_refused() -> None:
    assert refused("复旦大学", "http://www.wikidata.org/entity/Q495015") is None
    assert refused("叶叔华", "http://dbpedia.org/resource/Ye_Shuhua") is None


def test_codes_have_the_form_of_their_scheme() -> None:
    forms = {"adcode": r"\d{6}", "iso3166-1": "[A-Z]{2}", "grid": r"grid\.\d+\.[0-9a-f]+"}
    for row in read_table(LINKS / "codes.tsv"):
        assert re.fullmatch(forms[row["scheme"]], row["code"]), row.line


def test_subjects_are_the_uri_of_the_thing() -> None:
    for match_set in match_sets():
        assert all(match.subject == iri_to_uri(Namer().thing(match.label)) for match in match_set.matches)
