"""People and divisions that a table lists."""

from __future__ import annotations

from tests.reading.names.reading import passage

from shkc_kg.model import PassageKind
from shkc_kg.reading.names.tabled import tabled_names


def rows(*texts: str) -> list[list[tuple[str, str]]]:
    found = tabled_names([passage(text, i, PassageKind.ROW) for i, text in enumerate(texts, 1)])
    return [[(one.label, one.cls) for one in names] for names in found.values()]


def test_a_column_of_names_holds_people() -> None:
    table = ("姓名\t性别\t工作单位\t学部", "高望舒\t男\t复旦大学\t化学部", "合计\t2\t\t")
    assert rows(*table) == [[("高望舒", "Person"), ("化学部", "AcademyDivision")], []]


def test_without_such_a_head_a_cell_is_nobody() -> None:
    assert rows("园区\t企业", "高望舒\t9") == []


def test_the_director_stands_beside_the_laboratory() -> None:
    assert rows("实验室名称\t依托单位\t主任", "轴承实验室\t燕山大学\t闫守信") == [[("闫守信", "Person")]]
