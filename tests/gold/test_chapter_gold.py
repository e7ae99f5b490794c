"""The gold of the shipped chapter is true to its text: quotes stand there, offsets point at what they say."""

from __future__ import annotations

import csv
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "benchmarks" / "gold" / "chapter"
CHAPTER = (ROOT / "data" / "reports" / "shanghai-2021" / "04.txt").read_text(encoding="utf-8")

TYPES = frozenset(
    re.findall(
        r"\w+",
        """person university research_institute hospital company government international_org alliance
        organization_other country province city district functional_zone park platform museum_venue event programme
        policy publication media_work award_title""",
    )
)
PREDICATES = frozenset(
    re.findall(
        r"\w+",
        """affiliatedWith memberOfDivision electedTo gender locatedIn heldIn organizedBy_or_hostedBy partOf
        establishedIn establishedBy participatesIn guestOfHonour theme startDate endDate date publishedBy publishedOn
        signedWith fundedBy supports hasOutcome focusesOn cooperatesWith hasBranchIn accepted_by about aliasOf
        firstOfItsKind rank_claim""",
    )
)
BOUNDS = {"exact", "at_least", "at_most", "approx", "nearly", "vague"}
DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?(/\d{4}(-\d\d(-\d\d)?)?)?")

Record = dict[str, str]


def table(path: Path) -> list[Record]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def unescaped(quote: str) -> str:
    return quote.replace("\\n", "\n").replace("\\t", "\t")


CUTS = table(GOLD / "offsets.tsv")
NAMES = [f"section-{cut['section']}" for cut in CUTS] + ["chapter-04"]


def text_of(name: str) -> str:
    return CHAPTER if name == "chapter-04" else (GOLD / f"{name}.txt").read_bytes().decode()


def gold(name: str, kind: str) -> list[Record]:
    return table(GOLD / f"{name}.{kind}.tsv")


def spellings(entity: Record) -> list[str]:
    return [s.lstrip("=") for s in (entity["name"], *entity["aliases"].split(";")) if s]


def stands_at(text: str, offset: str, quote: str) -> bool:
    """Whether the quote stands in the text somewhere around the offset."""
    start, quoted = int(offset), unescaped(quote)
    return text.find(quoted, max(0, start - len(quoted)), start + len(quoted)) >= 0


@pytest.mark.parametrize("cut", CUTS, ids=lambda cut: cut["section"])
def test_a_section_is_cut_exactly_from_the_chapter(cut: Record) -> None:
    assert text_of(f"section-{cut['section']}") == CHAPTER[int(cut["begin"]) : int(cut["end"])]


def test_the_sections_together_are_the_chapter() -> None:
    assert "".join(text_of(name) for name in NAMES[:-1]) == CHAPTER


@pytest.mark.parametrize("kind", ["numbers", "dates", "entities", "relations"])
@pytest.mark.parametrize("name", NAMES)
def test_ids_count_up_and_no_fact_is_written_twice(name: str, kind: str) -> None:
    rows = gold(name, kind)
    assert [row["id"] for row in rows] == [f"{kind[0].upper()}{i:03}" for i in range(1, len(rows) + 1)]
    facts = Counter(
        (row["subject"], row["predicate"], row["object"], row["section"]) if kind == "relations"
        else (row.get("name"), row.get("char_offset")) for row in rows
    )  # fmt: skip
    assert [fact for fact, times in facts.items() if times > 1] == []


@pytest.mark.parametrize("name", NAMES)
def test_numbers_stand_where_they_say(name: str) -> None:
    text = text_of(name)
    for row in gold(name, "numbers"):
        assert text.startswith(unescaped(row["number_text"]), int(row["char_offset"])), row
        assert stands_at(text, row["char_offset"], row["quote"]), row


@pytest.mark.parametrize("name", NAMES)
def test_numbers_are_complete(name: str) -> None:
    for row in gold(name, "numbers"):
        assert row["bound"] in BOUNDS, row
        assert (row["value"] == "") == (row["bound"] == "vague"), row
        assert not row["value"] or float(row["value"]) >= 0, row
        assert row["indicator"], row
        assert row["subject"], row
        assert row["section"], row


@pytest.mark.parametrize("name", NAMES)
def test_dates_stand_where_they_say_and_are_edtf(name: str) -> None:
    text = text_of(name)
    for row in gold(name, "dates"):
        assert text.startswith(row["date_text"], int(row["char_offset"])), row
        assert stands_at(text, row["char_offset"], row["quote"]), row
        assert DATE.fullmatch(row["normalized"]), row
        first, _, last = row["normalized"].partition("/")
        assert not last or first <= last, row


@pytest.mark.parametrize("name", NAMES)
def test_entities_stand_where_they_say(name: str) -> None:
    text = text_of(name)
    for row in gold(name, "entities"):
        assert row["type"] in TYPES, row
        at = "".join(text[int(row["first_offset"]) :][:120].split())
        assert any(at.startswith("".join(s.split())) for s in spellings(row)), row
        assert stands_at(text, row["first_offset"], row["quote"]), row


def test_an_alias_without_equals_sign_is_printed_in_the_chapter() -> None:
    text = "".join(CHAPTER.split()).replace("**", "")
    for row in gold("chapter-04", "entities"):
        for alias in filter(None, row["aliases"].split(";")):
            assert alias.startswith("=") or "".join(alias.split()) in text, (row["name"], alias)


@pytest.mark.parametrize("name", NAMES)
def test_relations_quote_the_text(name: str) -> None:
    text = text_of(name)
    for row in gold(name, "relations"):
        assert row["predicate"] in PREDICATES, row
        for part in row["quote"].split(" || "):
            assert unescaped(part) in text, row


@pytest.mark.parametrize("name", NAMES)
def test_a_relation_starts_at_a_named_thing(name: str) -> None:
    # The public sample itself has one subject that it does not list: the list of members elected.
    known = {s for row in gold(name, "entities") for s in spellings(row)} | {"两院院士增选名单"}
    assert [row["subject"] for row in gold(name, "relations") if row["subject"] not in known] == []


def test_the_whole_chapter_has_every_section_s_facts() -> None:
    for kind in ("numbers", "dates", "relations"):
        parts = [row for cut in CUTS for row in gold(f"section-{cut['section']}", kind)]
        whole = gold("chapter-04", kind)
        assert len(whole) == len(parts)
        assert [row["quote"] for row in whole] == [row["quote"] for row in parts]
    names = {row["name"] for cut in CUTS for row in gold(f"section-{cut['section']}", "entities")}
    assert {row["name"] for row in gold("chapter-04", "entities")} == names


@pytest.mark.parametrize("name", NAMES)
def test_rows_come_in_the_order_of_the_text(name: str) -> None:
    for kind, column in (("numbers", "char_offset"), ("dates", "char_offset"), ("entities", "first_offset")):
        places = [int(row[column]) for row in gold(name, kind)]
        assert all(a <= b for a, b in pairwise(places)), (name, kind)
