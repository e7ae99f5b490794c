"""How many of the relations and claims that reading states are right, by the verdicts of a reader on a random sample.

    python benchmarks/relations_sample.py                  # print what the verdicts say
    python benchmarks/relations_sample.py --now            # and what of it today's rules still state
    python benchmarks/relations_sample.py --draw heldout   # draw a sample anew; verdicts on what is drawn again are kept

A sample is a table of ``gold/precision``: one row a fact, with the sentence that it was read in. ``verdict`` is ``y``
where a careful reader of the sentence and of the headings above it agrees, ``n`` where not, and empty until read.
The table of ``tuning`` gathers the rows of all samples that were read and then used to mend rules; it is not drawn.
"""

from __future__ import annotations

import argparse
import csv
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import shkc_kg
from shkc_kg.model import Claim, Literal, Reading, Relation, Term
from shkc_kg.reports import load_reports
from shkc_kg.resources import data_dir

GOLD: Final = Path(__file__).parent / "gold"
FOLDER: Final = GOLD / "precision"
SEED: Final = 20210524
SIZE: Final = 150
PARTS: Final = ("chapter", "tuning", "heldout")
DRAWN: Final = ("chapter", "heldout")
COLUMNS: Final = (
    "text",
    "passage",
    "subject",
    "property",
    "object",
    "modality",
    "rule",
    "sentence",
    "verdict",
    "remark",
)
KEY: Final = COLUMNS[:6]

Row = dict[str, str]


def texts(part: str) -> Iterator[tuple[str, Reading]]:
    """The texts of a part of the gold standard, read as the command line reads them, with their names."""
    if part == "chapter":
        for chapter in load_reports(data_dir() / "reports")[0].chapters:
            yield chapter.chapter, shkc_kg.extract(chapter.original, chapter.year, chapter.region).reading
        return
    # Ten texts without a gold were read for their relations only.
    more = (FOLDER / "texts").glob("*.txt") if part == "tuning" else ()
    for path in sorted([*(GOLD / "texts" / part).glob("*.txt"), *more]):
        yield path.stem, shkc_kg.extract(path.read_text(encoding="utf-8")).reading


def rows(name: str, reading: Reading) -> Iterator[Row]:
    """Each relation and claim of a reading as a row without a verdict."""
    sentences = {p.id: p.text.replace("\n", " / ").replace("\t", " | ") for p in reading.chapter.passages}
    for fact in reading.facts:
        if isinstance(fact, Relation | Claim):
            subject, prop, value = parts(fact)
            modality = "planned" if fact.evidence.planned else ""
            above = " < ".join(sentences[p] for p in fact.evidence.scope)
            sentence = sentences[fact.evidence.passage] + (f"  [{above}]" if above else "")
            cells = (name, fact.evidence.passage, subject, prop, value, modality, fact.evidence.rule, sentence, "", "")
            yield dict(zip(COLUMNS, cells, strict=True))


def parts(fact: Relation | Claim) -> tuple[str, str, str]:
    """Subject, property and object of a fact in words."""
    if isinstance(fact, Claim):
        return fact.about, f"claim {fact.kind.value}", f"{fact.words} ({fact.within or '-'})"
    match fact.object:
        case Literal(value, _):
            return fact.subject, fact.predicate, f"“{value}”"
        case Term(name, _):
            return fact.subject, fact.predicate, name
        case name:
            return fact.subject, fact.predicate, name


def drawn(found: Sequence[Row]) -> list[Row]:
    """A random sample in the order of the texts; the same for the same facts."""
    ordered = sorted(found, key=key)
    return sorted(random.Random(SEED).sample(ordered, min(SIZE, len(ordered))), key=key)  # noqa: S311 (no secret)


def key(row: Row) -> tuple[str, ...]:
    return tuple(row[column] for column in KEY)


def kept(path: Path) -> list[Row]:
    """The rows of a sample as they stand on disk."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def stated(part: str) -> list[Row]:
    """What reading states in a part today."""
    return [row for name, reading in texts(part) for row in rows(name, reading)]


def draw(part: str) -> None:
    """Write a part's sample; a verdict on a fact that was drawn before stays."""
    path = FOLDER / f"{part}.tsv"
    told = {key(row): (row["verdict"], row["remark"]) for row in kept(path)}
    sample = drawn(stated(part))
    for row in sample:
        row["verdict"], row["remark"] = told.get(key(row), ("", ""))
    FOLDER.mkdir(parents=True, exist_ok=True)
    lines = ["\t".join(COLUMNS), *("\t".join(row[column] for column in COLUMNS) for row in sample)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def report(part: str, now: bool) -> str:
    """One line: how many facts of a part's sample were read, how many are right, and how many of both are stated now."""
    sample = kept(FOLDER / f"{part}.tsv")
    right, wrong = ([row for row in sample if row["verdict"] == verdict] for verdict in "yn")
    read = len(right) + len(wrong)
    line = f"{part:10}{len(sample):>8}{read:>8}{len(right):>8}{f'{len(right) / read:.3f}' if read else '-':>11}"
    if now:
        today = {key(row) for row in stated(part)}
        line += "".join(f"{sum(key(row) in today for row in found):>12}" for found in (right, wrong))
    return line


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--draw", choices=DRAWN, help="draw this part's sample anew")
    parser.add_argument("--now", action="store_true", help="count the right and wrong ones that are still stated")
    parser.add_argument("--part", action="append", choices=PARTS, help="default: all")
    asked = parser.parse_args()
    if asked.draw:
        draw(asked.draw)
    more = f"{'right now':>12}{'wrong now':>12}" if asked.now else ""
    print(f"{'part':10}{'sample':>8}{'read':>8}{'right':>8}{'precision':>11}{more}")
    for part in asked.part or PARTS:
        print(report(part, asked.now))


if __name__ == "__main__":
    main()
