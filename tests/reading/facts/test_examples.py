"""Every example of a rule gives exactly the relations and claims written below it, and each of them can be cited."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from shkc_kg.model import Claim, Fact, Literal, Reading, Relation, Source, Term
from shkc_kg.reading import read

FOLDER = Path(__file__).parent / "examples"
TOLD_BY_NAMES = {
    "name:place",
    "name:city",
    "name:country",
    "name:parent",
    "name:zone",
    "name:branch",
    "name:field",
    "edition",
}


@dataclass(frozen=True)
class Example:
    topic: str
    title: str
    region: str
    text: str
    expected: list[str]


def examples() -> list[Example]:
    found = []
    for path in sorted(FOLDER.glob("*.txt")):
        for block in re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            head, _, body = block.partition("\n")
            text, _, told = body.partition("\n---\n")
            title, _, region = head.partition(" | ")[2].partition(" | ")
            expected = [line for line in told.splitlines() if line.strip()]
            found.append(Example(path.stem, title, region or "江苏省", text.strip("\n"), expected))
    return found


def reading_of(example: Example) -> Reading:
    return read(Source("x", "01", example.text, "", "", 2021, example.region))


def line(fact: Fact) -> str:
    planned = "~ " if fact.evidence.planned else ""
    match fact:
        case Relation(subject, predicate, Literal(value)):
            return f'{planned}{subject} | {predicate} | "{value}"'
        case Relation(subject, predicate, Term(name)):
            return f"{planned}{subject} | {predicate} | {name}"
        case Relation(subject, predicate, name):
            return f"{planned}{subject} | {predicate} | {name}"
        case Claim(about, kind, words, within):
            return f'{planned}{about} | {kind.value} | "{words}" | {within or "-"}'
        case _:
            raise TypeError(fact)


def is_told(example: Example, fact: Fact) -> bool:
    if not isinstance(fact, Relation | Claim):
        return False
    return example.topic in ("parts", "fields") or fact.evidence.rule not in TOLD_BY_NAMES


@pytest.mark.parametrize("example", examples(), ids=lambda e: f"{e.topic}: {e.title}")
def test_an_example_gives_exactly_what_is_written_below_it(example: Example) -> None:
    assert sorted(line(f) for f in reading_of(example).facts if is_told(example, f)) == example.expected


@pytest.mark.parametrize("example", examples(), ids=lambda e: f"{e.topic}: {e.title}")
def test_subject_and_object_stand_in_the_passage_or_its_scope_or_a_reason_says_why_not(example: Example) -> None:
    reading = reading_of(example)
    texts = {p.id: p.text for p in reading.chapter.passages}
    forms = {t.name: {t.name, *t.aliases} for t in reading.things}
    for fact in reading.facts:
        if isinstance(fact, Relation) and not fact.evidence.reasons:
            seen = "".join(texts[p] for p in (fact.evidence.passage, *fact.evidence.scope))
            for name in (fact.subject, *([fact.object] if isinstance(fact.object, str) else [])):
                assert any(bare(form) in bare(seen) for form in forms[name]), (
                    fact.subject,
                    fact.predicate,
                    fact.object,
                )


def bare(text: str) -> str:
    return re.sub(r"[\s《》“”]", "", text).replace("（", "(").replace("）", ")")


def test_every_topic_has_an_example() -> None:
    assert {e.topic for e in examples()} >= {"cameabout", "claims", "cooperation", "events", "support", "works"}
