"""Turn an annotator's draft into the four gold tables of a text.

    python tools/gold/build_gold.py DRAFT TEXT

writes TEXT's neighbours ``NAME.{numbers,entities,dates,relations}.tsv``. A draft is made by reading; this
only looks its quotes up, so that nobody counts characters. One record a line, fields split by ``¦``:

    S ¦ section
    N ¦ quote with ‹number› ¦ unit as printed ¦ value ¦ bound ¦ indicator ¦ subject ¦ time ¦ note
    D ¦ quote with ‹date› ¦ EDTF ¦ what it dates ¦ note
    E ¦ name ¦ type ¦ aliases (;) ¦ note ¦ quote with ‹mention› where the first one is hard to find
    R ¦ subject ¦ predicate ¦ object ¦ quote (parts joined by " || ") ¦ note

A value ``=`` is computed from the printed number and the 万/亿 of its unit; an empty one is vague.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

COLUMNS = {
    "numbers": "id char_offset quote number_text value unit bound indicator subject time section value_unit note",
    "entities": "id name aliases type first_offset quote note",
    "dates": "id char_offset quote date_text normalized dates_what note",
    "relations": "id subject predicate object quote section note",
}
SCALES = {"万亿": 10**12, "亿": 10**8, "千万": 10**7, "百万": 10**6, "万": 10**4, "千": 10**3}
SCALE = re.compile("^(万亿|亿|千万|百万|万|千)(?=.)")
QUOTE_BREAK = re.compile(r"[。；;\n]")

Row = dict[str, str]


class DraftError(Exception):
    """A record of a draft that its text does not bear out; says where and what to change."""

    def __init__(self, path: Path, line: int, problem: str) -> None:
        super().__init__(f"{path}:{line}: {problem}")


def escape(text: str) -> str:
    r"""One line of a table: a line break becomes ``\n``, a tab ``\t``."""
    return text.replace("\n", "\\n").replace("\t", "\\t")


def unescape(text: str) -> str:
    """The characters that an escaped quote stands for.

    >>> unescape("1\\\\n场")
    '1\\n场'
    """
    return text.replace("\\n", "\n").replace("\\t", "\t")


def locate(quote: str, text: str) -> tuple[int, str, str]:
    """Offset of the ‹marked› characters in the text, the characters, and the quote without its marks."""
    before, opened, rest = quote.partition("‹")
    marked, closed, after = rest.partition("›")
    if not (opened and closed and marked):
        raise ValueError(f"mark the characters as ‹…› in {quote!r}")
    plain = before + marked + after
    if text.count(plain) != 1:
        raise ValueError(f"{plain!r} stands {text.count(plain)} times in the text; quote more or as printed")
    return text.index(plain) + len(before), marked, plain


def base_value(printed: str, unit: str) -> str:
    """The printed number in base units.

    >>> base_value("5.67", "万亿元"), base_value("1,210", "项"), base_value("34 . 7", "%")
    ('5670000000000', '1210', '34.7')
    """
    scale = SCALE.match(unit)
    value = Decimal(re.sub(r"[\s,，*]", "", printed)) * (SCALES[scale[1]] if scale else 1)
    return format(value.normalize(), "f")


def base_unit(unit: str) -> str:
    """The unit that a value in base units has; people are counted as 人."""
    bare = SCALE.sub("", unit)
    return "人" if bare in {"名", "位"} else bare


def clause_around(offset: int, length: int, text: str) -> str:
    """The line or sentence around a mention, as its quote."""
    begin = max((m.end() for m in QUOTE_BREAK.finditer(text, 0, offset)), default=0)
    end = QUOTE_BREAK.search(text, offset + length)
    return text[begin : end.start() if end else len(text)].strip()


def first_mention(names: list[str], text: str) -> tuple[int, str]:
    """Where one of the names stands first (the longest at that place)."""
    places = [(text.find(name), -len(name), name) for name in names if name in text]
    if not places:
        raise ValueError(f"none of {names} stands in the text")
    offset, _, name = min(places)
    return offset, name


@dataclass
class Gold:
    """The rows read so far, and the section that the next ones stand in."""

    text: str
    section: str = ""
    tables: dict[str, list[Row]] = field(default_factory=lambda: {kind: [] for kind in COLUMNS})

    def add(self, kind: str, **row: str) -> None:
        rows = self.tables[kind]
        rows.append({"id": f"{kind[0].upper()}{len(rows) + 1:03}", **{k: escape(v) for k, v in row.items()}})

    def number(
        self, quote: str, unit: str, value: str, bound: str, indicator: str, subject: str, time: str, note: str = ""
    ) -> None:
        offset, printed, plain = locate(quote, self.text)
        self.add(
            "numbers",
            char_offset=str(offset),
            quote=plain,
            number_text=printed,
            value=base_value(printed, unit) if value == "=" else value,
            unit=unit,
            bound=bound,
            indicator=indicator,
            subject=subject,
            time=time,
            section=self.section,
            value_unit=base_unit(unit),
            note=note,
        )

    def date(self, quote: str, normalized: str, what: str, note: str = "") -> None:
        offset, printed, plain = locate(quote, self.text)
        self.add(
            "dates",
            char_offset=str(offset),
            quote=plain,
            date_text=printed,
            normalized=normalized,
            dates_what=what,
            note=note,
        )

    def entity(self, name: str, kind: str, aliases: str = "", note: str = "", quote: str = "") -> None:
        if quote:
            offset, _, plain = locate(quote, self.text)
        else:
            names = [name, *(a for a in aliases.split(";") if a and not a.startswith("="))]
            offset, found = first_mention(names, self.text)
            plain = clause_around(offset, len(found), self.text)
        self.add(
            "entities", name=name, aliases=escape(aliases), type=kind, first_offset=str(offset), quote=plain, note=note
        )

    def relation(self, subject: str, predicate: str, obj: str, quote: str, note: str = "") -> None:
        for part in quote.split(" || "):
            if part not in self.text:
                raise ValueError(f"{part!r} does not stand in the text")
        self.add(
            "relations", subject=subject, predicate=predicate, object=obj, quote=quote, section=self.section, note=note
        )

    def read(self, record: str) -> None:
        """Take one line of the draft in."""
        code, *fields = (unescape(part.strip()) for part in record.split("¦"))
        if code == "S":
            self.section = fields[0]
        else:
            takers: dict[str, Callable[..., None]] = {
                "N": self.number,
                "D": self.date,
                "E": self.entity,
                "R": self.relation,
            }
            takers[code](*fields)


def read_draft(draft: Path, text: str) -> Gold:
    """The gold that a draft gives for a text; a :class:`DraftError` names all lines that do not fit."""
    gold, problems = Gold(text), []
    for number, line in enumerate(draft.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            gold.read(line)
        except (ValueError, TypeError, KeyError, ArithmeticError) as error:
            problems.append(str(DraftError(draft, number, str(error))))
    if problems:
        raise SystemExit("\n".join(problems))
    return gold


def write_tables(gold: Gold, text_path: Path) -> None:
    """The four tables beside the text, numbers and dates and entities in the order of the text."""
    for kind, columns in COLUMNS.items():
        rows = gold.tables[kind]
        order = {"numbers": "char_offset", "dates": "char_offset", "entities": "first_offset"}.get(kind)
        if order:
            rows.sort(key=lambda row: int(row[order]))
            for place, row in enumerate(rows, 1):
                row["id"] = f"{kind[0].upper()}{place:03}"
        with text_path.with_suffix(f".{kind}.tsv").open("w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(
                out, columns.split(), delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None
            )
            writer.writeheader()
            writer.writerows(rows)


def main(arguments: list[str]) -> None:
    if len(arguments) != 2:
        raise SystemExit("usage: build_gold.py DRAFT TEXT")
    draft, text_path = map(Path, arguments)
    gold = read_draft(draft, text_path.read_text(encoding="utf-8"))
    write_tables(gold, text_path)
    counts = (f"{kind} {len(rows)}" for kind, rows in gold.tables.items())
    sys.stdout.write("  ".join([text_path.stem, *counts]) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
