"""Reads the tables of ``data/``: UTF-8, tab-separated, one header line, no quoting, ``#`` lines are remarks."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from shkc_kg.errors import DataFileError

__all__ = ["Row", "read_table"]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: its cells by column name, and where it stands."""

    path: Path
    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def parts(self, column: str, separator: str = ";") -> tuple[str, ...]:
        """The values of a cell that holds several; none for an empty cell."""
        return tuple(part for raw in self.cells[column].split(separator) if (part := raw.strip()))

    def error(self, problem: str, remedy: str = "correct the row") -> DataFileError:
        """The error that names this row; raise it."""
        return DataFileError(self.path, self.line, problem, remedy)


def read_table(path: Path, columns: Collection[str] = (), *, unique: str | None = None) -> tuple[Row, ...]:
    """The rows of a table in file order, cells stripped.

    ``columns`` must all be in the header; ``unique`` names a column whose values may not be empty or repeat.
    Raises :class:`DataFileError` for anything else than such a table.
    """
    lines = [(n, line) for n, line in enumerate(_text(path).split("\n"), 1) if line.strip() and line[0] != "#"]
    if not lines:
        raise DataFileError(path, None, "the table is empty", "give it a header line and rows")
    (header_line, header), *body = lines
    names = tuple(cell.strip() for cell in header.split("\t"))
    _check_header(path, header_line, names, columns)
    rows = tuple(_row(path, number, names, line) for number, line in body)
    if unique is not None:
        _check_unique(rows, unique)
    return rows


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise DataFileError(path, line, "not UTF-8", "save the file as UTF-8") from error
    except OSError as error:
        raise DataFileError(path, None, f"can't be read ({error.strerror})", "check path and permissions") from error


def _check_header(path: Path, line: int, names: tuple[str, ...], columns: Collection[str]) -> None:
    missing = [column for column in columns if column not in names]
    if missing:
        raise DataFileError(path, line, f"no column {', '.join(missing)}", f"the header has {', '.join(names)}")
    if len(set(names)) < len(names):
        raise DataFileError(path, line, "two columns have the same name", "rename one")


def _row(path: Path, number: int, names: tuple[str, ...], line: str) -> Row:
    cells = line.split("\t")
    if len(cells) != len(names):
        problem = f"{len(cells)} cells where the header has {len(names)}"
        raise DataFileError(path, number, problem, "separate the cells by single tabs, empty ones too")
    return Row(path, number, dict(zip(names, (cell.strip() for cell in cells), strict=True)))


def _check_unique(rows: tuple[Row, ...], column: str) -> None:
    seen: dict[str, int] = {}
    for row in rows:
        if not row[column]:
            raise row.error(f"{column} is empty")
        if row[column] in seen:
            raise row.error(
                f"{column} {row[column]!r} stands in line {seen[row[column]]} already", "keep one of the rows"
            )
        seen[row[column]] = row.line
