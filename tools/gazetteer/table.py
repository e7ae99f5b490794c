"""The one canonical form of a gazetteer list: tab-separated, sorted, UTF-8, no quoting, no blank at any edge."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

HEADER = ("name", "class", "aliases", "parent", "code", "name_en", "note")
TOP = Path(__file__).resolve().parent.parent.parent
LISTS = TOP / "data" / "gazetteer"
HAND = Path(__file__).resolve().parent / "hand"


@dataclass(frozen=True)
class Row:
    """One thing of a list, as in its line of the file."""

    name: str
    cls: str
    aliases: tuple[str, ...] = ()
    parent: str = ""
    code: str = ""
    name_en: str = ""
    note: str = ""

    def line(self) -> str:
        return "\t".join((self.name, self.cls, ";".join(self.aliases), self.parent, self.code, self.name_en, self.note))


def read(path: Path) -> list[Row]:
    """The rows of a list in the form of :data:`HEADER`; columns missing at a line's end are empty."""
    rows = []
    for line in path.read_text("utf-8").splitlines()[1:]:
        name, cls, aliases, *rest = [*(cell.strip() for cell in line.split("\t")), *[""] * len(HEADER)][: len(HEADER)]
        rows.append(Row(name, cls, tuple(a for a in aliases.split(";") if a), *rest))
    return rows


def tidy(row: Row) -> Row:
    """The row without an alias said twice or equal to the name."""
    return replace(row, aliases=tuple(dict.fromkeys(alias for alias in row.aliases if alias != row.name)))


def write(path: Path, rows: Iterable[Row]) -> None:
    """Write the list sorted by code, then name, class and parent (rows without a code come last)."""
    ordered = sorted(map(tidy, rows), key=lambda r: (not r.code, r.code, r.name, r.cls, r.parent))
    path.write_text("\n".join(("\t".join(HEADER), *(row.line() for row in ordered))) + "\n", "utf-8", newline="\n")


def hand(name: str) -> list[list[str]]:
    """The lines of a hand-made table beside the scripts, split at tabs; ``#`` starts a comment line."""
    lines = (HAND / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
