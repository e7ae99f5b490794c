"""The gold of the evaluation texts stands where it says, and is written the way the scorer reads it."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

TEXTS = Path(__file__).parents[2] / "benchmarks" / "gold" / "texts"
PATHS = sorted(TEXTS.glob("*/*.txt"))
KINDS = ("numbers", "entities", "dates", "relations")
BOUNDS = {"exact", "at_least", "at_most", "approx", "nearly", "vague"}
TYPES = {
    "person",
    "university",
    "research_institute",
    "hospital",
    "company",
    "government",
    "international_org",
    "alliance",
    "organization_other",
    "country",
    "province",
    "city",
    "district",
    "functional_zone",
    "park",
    "platform",
    "museum_venue",
    "event",
    "programme",
    "policy",
    "publication",
    "media_work",
    "award_title",
}
PREDICATES = {
    "affiliatedWith",
    "memberOfDivision",
    "electedTo",
    "gender",
    "locatedIn",
    "heldIn",
    "organizedBy_or_hostedBy",
    "partOf",
    "establishedIn",
    "establishedBy",
    "participatesIn",
    "guestOfHonour",
    "theme",
    "startDate",
    "endDate",
    "date",
    "publishedBy",
    "publishedOn",
    "signedWith",
    "fundedBy",
    "supports",
    "hasOutcome",
    "focusesOn",
    "cooperatesWith",
    "hasBranchIn",
    "accepted_by",
    "about",
    "aliasOf",
    "firstOfItsKind",
    "rank_claim",
}
EDTF = re.compile(r"\d{4}(-\d\d(-\d\d)?)?(/\d{4}(-\d\d(-\d\d)?)?)?")
SCALE = re.compile("亿亿|万亿|亿|千万|百万|万|千(?=.)")
SCALES = {"亿亿": 10**16, "万亿": 10**12, "亿": 10**8, "千万": 10**7, "百万": 10**6, "万": 10**4, "千": 10**3}


def table(text: Path, kind: str) -> list[dict[str, str]]:
    with text.with_suffix(f".{kind}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def unescape(quote: str) -> str:
    return quote.replace("\\n", "\n").replace("\\t", "\t")


pytestmark = pytest.mark.parametrize("path", PATHS, ids=lambda path: f"{path.parent.name}/{path.stem}")


def test_every_quote_stands_in_its_text(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    quotes = [part for kind in KINDS for row in table(path, kind) for part in unescape(row["quote"]).split(" || ")]
    assert [quote for quote in quotes if quote not in text] == []


def test_every_number_and_date_stands_at_its_offset(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for kind, column in (("numbers", "number_text"), ("dates", "date_text")):
        for row in table(path, kind):
            assert text.startswith(unescape(row[column]), int(row["char_offset"])), row


def test_every_entity_is_named_in_its_quote_at_its_offset(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for row in table(path, "entities"):
        offset, quote = int(row["first_offset"]), unescape(row["quote"])
        places = [match.start() for match in re.finditer(re.escape(quote), text)]
        assert any(place <= offset < place + len(quote) for place in places), row


def test_no_place_is_counted_twice(path: Path) -> None:
    for kind in ("numbers", "dates"):
        places = [row["char_offset"] for row in table(path, kind)]
        assert len(places) == len(set(places))


def test_values_are_expanded_by_the_unit(path: Path) -> None:
    for row in table(path, "numbers"):
        printed = re.sub(r"[\s,，*]", "", row["number_text"])
        if re.fullmatch(r"\d+(\.\d+)?", printed) and ".." not in row["value"]:
            scale = SCALE.match(row["unit"])
            factor = SCALES[scale[0]] if scale else 1
            assert float(row["value"]) == pytest.approx(float(printed) * factor), row


def test_a_number_without_value_is_vague(path: Path) -> None:
    for row in table(path, "numbers"):
        assert row["bound"] in BOUNDS, row
        assert (row["bound"] == "vague") == (row["value"] == ""), row


def test_words_are_those_of_the_scorer(path: Path) -> None:
    assert {row["type"] for row in table(path, "entities")} <= TYPES
    assert {row["predicate"] for row in table(path, "relations")} <= PREDICATES
    assert [row for row in table(path, "dates") if not EDTF.fullmatch(row["normalized"])] == []


def test_every_relation_starts_from_a_known_name(path: Path) -> None:
    names = {n.lstrip("=") for r in table(path, "entities") for n in [r["name"], *r["aliases"].split(";")]}
    assert [row for row in table(path, "relations") if row["subject"] not in names] == []


def test_a_text_is_as_long_as_a_page(path: Path) -> None:
    assert 600 <= len(path.read_text(encoding="utf-8")) <= 1800
