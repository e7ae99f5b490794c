"""Dumps of ROR (both schemas) and GeoNames, with made-up records, are read record by record."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from shkc_kg.errors import DataFileError
from shkc_kg.linking.candidate import fold_all
from shkc_kg.linking.geonames import geonames
from shkc_kg.linking.names import names_of
from shkc_kg.linking.proposals import Outcome, propose
from shkc_kg.linking.ror import ror
from shkc_kg.linking.subjects import Subject

UNIVERSITY = Subject(
    "https://w3id.org/shkc/id/甲大学",
    "甲大学",
    names_of("甲大学", (), "Jia University"),
    ("University", "Institution"),
    country="CN",
)
DISTRICT = Subject(
    "https://w3id.org/shkc/id/丙区",
    "丙区",
    names_of("丙区", (), "Bing District"),
    ("District", "Region"),
    places=fold_all(["丁省", "Ding", "中国"]),
    country="CN",
)

FIRST: list[dict[str, Any]] = [
    {
        "id": "https://ror.org/000000001",
        "name": "Jia University",
        "status": "active",
        "types": ["Education"],
        "aliases": ["Jia"],
        "acronyms": ["JU"],
        "labels": [{"label": "甲大学", "iso639": "zh"}],
        "country": {"country_code": "CN", "country_name": "China"},
        "addresses": [{"city": "Ding"}],
    },
    {"id": "https://ror.org/000000002", "name": "Jia University", "status": "withdrawn", "types": ["Education"]},
    {
        "id": "https://ror.org/000000003",
        "name": "Jia University",
        "status": "active",
        "types": ["Education"],
        "country": {"country_code": "US", "country_name": "United States"},
    },
    {"id": "https://ror.org/000000004", "name": "Somewhere else", "status": "active", "types": ["Company"]},
]
SECOND: list[dict[str, Any]] = [
    {
        "id": "https://ror.org/000000001",
        "status": "active",
        "types": ["education", "funder"],
        "names": [
            {"value": "甲大学", "types": ["label"], "lang": "zh"},
            {"value": "Jia University", "types": ["ror_display", "label"], "lang": "en"},
        ],
        "locations": [
            {
                "geonames_details": {
                    "name": "Ding City",
                    "country_code": "CN",
                    "country_name": "China",
                    "country_subdivision_name": "Ding",
                }
            }
        ],
    }
]


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("records", [FIRST, SECOND], ids=["schema 1", "schema 2"])
@pytest.mark.parametrize("indent", [None, 2])
def test_an_institution_is_found_in_ror(tmp_path: Path, records: list[dict[str, Any]], indent: int | None) -> None:
    dump = ror(write(tmp_path / "ror.json", json.dumps(records, ensure_ascii=False, indent=indent)))
    (proposal,) = propose(dump, [UNIVERSITY], frozenset())
    assert proposal.chosen is not None
    assert proposal.chosen.candidate.iri == "https://ror.org/000000001"
    assert proposal.chosen.reasons == ("the same as its name", "of the right type", "in the same country")
    assert "000000002" not in [one.candidate.id for one in proposal.ranked]


def test_a_record_larger_than_a_piece_is_read_whole(tmp_path: Path) -> None:
    long = {**FIRST[0], "aliases": ["甲" * 1_100_000], "id": "https://ror.org/000000009"}
    dump = ror(write(tmp_path / "ror.json", json.dumps([FIRST[3], long, FIRST[3]])))
    assert [one.id for one in dump.search("Jia University")] == ["000000009"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "no JSON array"),
        ("{}", "no JSON array"),
        ('[{"id": "https://ror.org/1", "na', "breaks off"),
        ("[1]", "record 1 has no id"),
        ("[{}, {}]", "record 1 has no id"),
    ],
)
def test_a_file_that_is_no_dump_of_ror_is_told(tmp_path: Path, text: str, problem: str) -> None:
    with pytest.raises(DataFileError, match=problem):
        list(ror(write(tmp_path / "ror.json", text)).search("x"))


def row(id_: str, name: str, others: str, feature: str, country: str, province: str) -> str:
    cells = [id_, name, name, others, "31.1", "121.2", *feature.split("."), country, "", province, *[""] * 8]
    return "\t".join(cells) + "\n"


PLACES = (
    row("1", "Ding", "丁省,Ding Sheng", "A.ADM1", "CN", "23")
    + row("2", "Wu", "戊省", "A.ADM1", "CN", "05")
    + row("3", "Bing", "丙区,Bing District", "A.ADM3", "CN", "23")
    + row("4", "Bing", "丙区,Bing District", "A.ADM3", "CN", "05")
    + row("5", "Bing", "Bing District", "S.SCH", "CN", "23")
    + row("6", "Bing District", "", "P.PPL", "US", "NY")
)


def test_a_region_is_found_in_geonames_by_its_province(tmp_path: Path) -> None:
    dump = geonames(write(tmp_path / "CN.txt", PLACES))
    (proposal,) = propose(dump, [DISTRICT], frozenset())
    assert proposal.chosen is not None
    assert proposal.chosen.candidate.iri == "https://sws.geonames.org/3/"
    assert "in the same region" in proposal.chosen.reasons
    against = {one.candidate.id: one.reasons[-1] for one in proposal.ranked[1:]}
    assert against["4/"] == "elsewhere (A.ADM3, CN, Wu)"
    assert against["6/"].startswith("elsewhere")


def test_without_its_province_a_region_is_not_proposed(tmp_path: Path) -> None:
    lines = PLACES.splitlines(keepends=True)
    dump = geonames(write(tmp_path / "CN.txt", lines[1] + lines[3]))
    (proposal,) = propose(dump, [DISTRICT], frozenset())
    assert proposal.outcome is Outcome.UNSURE


@pytest.mark.parametrize("text", ["a\tb\n", "x" + "\t" * 18 + "\n", PLACES + "\n"])
def test_a_file_that_is_none_of_geonames_is_told_with_its_line(tmp_path: Path, text: str) -> None:
    with pytest.raises(DataFileError, match="no row of GeoNames") as error:
        list(geonames(write(tmp_path / "CN.txt", text)).search("x"))
    assert error.value.line == len(text.splitlines())
