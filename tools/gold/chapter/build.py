"""Write the gold standard of chapter 4 from compact rows, so that no offset is ever counted by hand.

    python tools/gold/chapter/build.py

A row quotes the report and marks what it is about: ``全市新增外资研发中心**⟦25⟧**家``. The quote must occur exactly
once in its section, the offset follows from that. Rows live in ``rows``: ``names.rows`` has each name's
aliases and type once for the whole chapter, ``4.2.numbers.rows`` the numbers of section 4.2, and so on. Fields are
parted by `` | ``; ``# section: HEADING`` sets the heading of the rows below it; other lines that begin with ``#``
are remarks.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
ROWS = Path(__file__).resolve().parent / "rows"
TARGET = ROOT / "benchmarks" / "gold" / "chapter"
CHAPTER = ROOT / "data" / "reports" / "shanghai-2021" / "04.txt"
SECTIONS = ("4.1", "4.2", "4.3", "4.4", "4.5")  # "4.1" begins with the chapter's introduction
WHOLE = "chapter-04"

COLUMNS = {
    "numbers": "id char_offset quote number_text value unit bound indicator subject time section value_unit note",
    "entities": "id name aliases type first_offset quote note",
    "dates": "id char_offset quote date_text normalized dates_what note",
    "relations": "id subject predicate object quote section note",
}
Record = dict[str, str]


class RowError(Exception):
    """A row that can't be made into gold, with its file and line."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a rows file, its fields padded with empty ones on demand."""

    place: str
    heading: str
    fields: tuple[str, ...]

    def __getitem__(self, index: int) -> str:
        return self.fields[index] if index < len(self.fields) else ""


def read_rows(path: Path) -> Iterator[Row]:
    """The rows of a file; nothing where there is no such file."""
    heading = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines() if path.exists() else (), 1):
        if line.startswith("# section:"):
            heading = line.partition(":")[2].strip()
        elif line.strip() and not line.startswith("#"):
            yield Row(f"{path.name}:{number}", heading, tuple(part.strip() for part in line.split(" | ")))


def unescape(quote: str) -> str:
    return quote.replace("\\n", "\n").replace("\\t", "\t")


def find(text: str, row: Row, quote: str) -> int:
    """Where the quote stands; a quote that is missing or stands twice is an error."""
    if text.count(quote) != 1:
        raise RowError(f"{row.place}: found {text.count(quote)} times, must be once: {quote!r}")
    return text.index(quote)


def marked(text: str, row: Row) -> tuple[int, str, str]:
    """Offset and characters of the marked part, and the quote in its escaped form without the marker."""
    before, opened, rest = row[0].partition("⟦")
    part, closed, after = rest.partition("⟧")
    if not (opened and closed and part):
        raise RowError(f"{row.place}: mark what the row is about: …⟦25⟧家")
    start = find(text, row, unescape(before + part + after)) + len(unescape(before))
    return start, unescape(part), before + part + after


def number(text: str, row: Row, _names: dict[str, Row]) -> Record:
    start, part, quote = marked(text, row)
    return {
        "char_offset": str(start), "quote": quote, "number_text": part, "value": part if row[1] == "=" else row[1],
        "unit": row[2], "bound": row[3], "indicator": row[4], "subject": row[5], "time": row[6] or "2021",
        "section": row.heading, "value_unit": row[7] or row[2], "note": row[8],
    }  # fmt: skip


def date(text: str, row: Row, _names: dict[str, Row]) -> Record:
    start, part, quote = marked(text, row)
    return {
        "char_offset": str(start), "quote": quote, "date_text": part, "normalized": row[1],
        "dates_what": row[2], "note": row[3],
    }  # fmt: skip


def entity(text: str, row: Row, names: dict[str, Row]) -> Record:
    start, part, quote = marked(text, row)
    name = row[1] or part
    if name not in names:
        raise RowError(f"{row.place}: {name!r} is not in names.rows")
    if "".join(part.split()) not in spellings(names[name]):
        raise RowError(f"{row.place}: {part!r} is neither name nor alias of {name!r}")
    return {
        "name": name, "aliases": names[name][2], "type": names[name][1], "first_offset": str(start),
        "quote": quote, "note": row[2],
    }  # fmt: skip


def spellings(name: Row) -> set[str]:
    return {"".join(s.lstrip("=").split()) for s in (name[0], *name[2].split(";"))}


def relation(text: str, row: Row, _names: dict[str, Row]) -> Record:
    for part in row[3].split(" || "):
        if unescape(part) not in text:
            raise RowError(f"{row.place}: not in the text: {part!r}")
    return {
        "subject": row[0], "predicate": row[1], "object": row[2], "quote": row[3],
        "section": row.heading, "note": row[4],
    }  # fmt: skip


MAKERS: dict[str, Callable[[str, Row, dict[str, Row]], Record]] = {
    "numbers": number, "entities": entity, "dates": date, "relations": relation,
}  # fmt: skip


def position(record: Record) -> int:
    """The order of a gold file: where a thing stands; relations keep the order in which they were written."""
    return int(record.get("char_offset") or record.get("first_offset") or 0)


def shifted(record: Record, offset: int) -> Record:
    return {k: str(int(v) + offset) if k in ("char_offset", "first_offset") else v for k, v in record.items()}


def merged(records: Iterable[Record]) -> list[Record]:
    """Each entity once, where it comes first; it stays `nested` or `group` only if it is so everywhere."""
    first: dict[str, Record] = {}
    for record in records:
        known = first.setdefault(record["name"], dict(record))
        if optional(known) and not optional(record):
            known.update(record)
    return sorted(first.values(), key=position)


def optional(record: Record) -> bool:
    return "nested" in record["note"] or "group" in record["note"]


def write(path: Path, kind: str, records: list[Record]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        sheet = csv.writer(file, delimiter="\t", quoting=csv.QUOTE_NONE, lineterminator="\n", quotechar=None)
        columns = COLUMNS[kind].split()
        sheet.writerow(columns)
        for index, record in enumerate(records, 1):
            sheet.writerow([f"{kind[0].upper()}{index:03}", *(record[c] for c in columns[1:])])


def cuts(text: str) -> dict[str, tuple[int, int]]:
    """Each section's begin and end in the chapter; together they are the whole chapter."""
    begins = [0, *(text.index(f"\n{s} ") + 1 for s in SECTIONS[1:])]
    return dict(zip(SECTIONS, zip(begins, [*begins[1:], len(text)], strict=True), strict=True))


def build(target: Path = TARGET) -> None:
    """Write texts and gold files of every section, and of the whole chapter, into the folder."""
    text = CHAPTER.read_text(encoding="utf-8")
    names = {row[0]: row for row in read_rows(ROWS / "names.rows")}
    parts = cuts(text)
    with (target / "offsets.tsv").open("w", encoding="utf-8", newline="") as file:
        file.write("section\tbegin\tend\n" + "".join(f"{s}\t{b}\t{e}\n" for s, (b, e) in parts.items()))
    for section, (begin, end) in parts.items():
        (target / f"section-{section}.txt").write_text(text[begin:end], encoding="utf-8", newline="")
    for kind, make in MAKERS.items():
        whole: list[Record] = []
        for section, (begin, end) in parts.items():
            rows = read_rows(ROWS / f"{section}.{kind}.rows")
            records = sorted((make(text[begin:end], row, names) for row in rows), key=position)
            write(target / f"section-{section}.{kind}.tsv", kind, records)
            whole += [shifted(record, begin) for record in records]
        write(target / f"{WHOLE}.{kind}.tsv", kind, merged(whole) if kind == "entities" else whole)


if __name__ == "__main__":
    try:
        build()
    except RowError as error:
        sys.exit(f"{error}")
