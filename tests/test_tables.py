"""A table is read exactly, or refused with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from shkc_kg.errors import DataFileError
from shkc_kg.tables import read_table


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "table.tsv"
    path.write_text("# a remark\nname\taliases\n复旦大学\t复旦; 复旦大\n\n上海大学\t\n", encoding="utf-8")
    return path


def test_rows_are_cells_by_column_with_their_line(table: Path) -> None:
    rows = read_table(table, ("name",))
    assert [(row["name"], row.line) for row in rows] == [("复旦大学", 3), ("上海大学", 5)]


def test_a_cell_may_hold_several_values_or_none(table: Path) -> None:
    assert [row.parts("aliases") for row in read_table(table)] == [("复旦", "复旦大"), ()]


def test_a_row_makes_the_error_that_names_it(table: Path) -> None:
    assert str(read_table(table)[0].error("wrong")).startswith(f"{table}:3: wrong")


@pytest.mark.parametrize(
    ("content", "line", "problem"),
    [
        (b"name\tcode\nA\n", 2, "1 cells where the header has 2"),
        (b"name\nA\tB\n", 2, "2 cells where the header has 1"),
        (b"title\nA\n", 1, "no column name"),
        (b"name\tname\nA\tB\n", 1, "same name"),
        (b"name\nA\nA\n", 3, "line 2 already"),
        (b"# only\nname\tcode\n\tB\n", 3, "name is empty"),
        (b"name\n\xff\n", 2, "not UTF-8"),
        (b"", None, "empty"),
    ],
)
def test_what_is_no_such_table_is_refused(tmp_path: Path, content: bytes, line: int | None, problem: str) -> None:
    path = tmp_path / "broken.tsv"
    path.write_bytes(content)
    with pytest.raises(DataFileError, match=problem) as error:
        read_table(path, ("name",), unique="name")
    assert error.value.line == line


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match="can't be read"):
        read_table(tmp_path / "none.tsv")
