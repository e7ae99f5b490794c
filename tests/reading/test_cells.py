"""Tables flattened to one cell a line become rows again."""

from shkc_kg.reading.lines.layout import rows_of
from shkc_kg.reading.lines.row import RowKind

FLAT = "园区名称\n企业数（家）\n产值（亿元）\n甲园区\n1230\n890.5\n乙园区\n560\n320\n"


def test_cells_one_a_line_are_joined_to_the_rows_of_their_table() -> None:
    rows = rows_of(FLAT)
    assert [(row.kind, row.text) for row in rows] == [
        (RowKind.TABLE, "园区名称\n企业数（家）\n产值（亿元）"),
        (RowKind.TABLE, "甲园区\n1230\n890.5"),
        (RowKind.TABLE, "乙园区\n560\n320"),
    ]


def test_every_character_of_a_joined_row_keeps_its_place() -> None:
    for row in rows_of(FLAT):
        assert "".join(FLAT[offset] for offset in row.line.offsets) == row.text


def test_a_title_directly_above_the_table_stays_a_line_of_its_own() -> None:
    rows = rows_of("表1 主要指标\n" + FLAT)
    assert rows[0].kind is not RowKind.TABLE
    assert [row.kind for row in rows[1:]] == [RowKind.TABLE] * 3


def test_number_cards_with_gaps_are_no_table() -> None:
    assert all(
        row.kind is not RowKind.TABLE for row in rows_of("1\n场\n\n全体\n大会\n\n2\n场\n\n特别活动\n\n3\n场\n\n论坛")
    )


def test_a_table_flattened_with_columns_of_words_is_read_by_its_units() -> None:
    cells = "名称\n类别\n场地面积（平方米）\n在孵企业（家）\n湘湖工场\n众创空间\n2400\n31\n钱江谷\n孵化器\n15 200\n约90"
    rows = rows_of(f"表1 新认定的孵化载体\n\n{cells}\n")
    assert [row.text.split("\n")[0] for row in rows if row.kind is RowKind.TABLE] == ["名称", "湘湖工场", "钱江谷"]


def test_cells_that_blank_lines_part_are_joined_too() -> None:
    rows = rows_of("表2 园区指标\n\n" + FLAT.replace("\n", "\n\n").replace("320", "—"))
    assert [row.text for row in rows if row.kind is RowKind.TABLE][1:] == ["甲园区\n1230\n890.5", "乙园区\n560\n—"]
