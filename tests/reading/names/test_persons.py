"""People: on cards, by title, in datelines."""

from __future__ import annotations

import pytest
from tests.reading.names.reading import outer

from shkc_kg.reading.names.persons import is_person_line


def people(text: str, *, card: bool = False) -> list[str]:
    return [name for name, cls in outer(text, card=card) if cls == "Person"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("中科院院士陈启澜、沈怀谷作报告", ["陈启澜", "沈怀谷"]),
        ("叶叔华院士与天文的情缘", ["叶叔华"]),
        ("钟南山院士领衔的团队", ["钟南山"]),
        ("副校长沈怀谷说", ["沈怀谷"]),
        ("安徽省科技厅副厅长孟庆禾介绍", ["孟庆禾"]),
        ("市委书记方红卫调研", ["方红卫"]),
        ("江宁大学研究员蔺昀作主题报告", ["蔺昀"]),
        ("研究员陈作林作报告", ["陈作林"]),
        ("新华社合肥电（记者方一鸣、卢晓棠）", ["方一鸣", "卢晓棠"]),
        ("高水平教授团队", []),
        ("引进高端人才教授", []),
        ("由项目主任负责", []),
    ],
)
def test_a_title_shows_a_name(text: str, found: list[str]) -> None:
    assert people(text) == found


def test_the_first_line_of_a_card_is_a_person() -> None:
    assert people("李骏\n复旦大学\n(数学物理学部)", card=True) == ["李骏"]


def test_gender_is_no_part_of_the_name() -> None:
    assert people("吴明红(女)\n上海大学", card=True) == ["吴明红"]


@pytest.mark.parametrize("text", ["李骏", "吴明红(女)", "欧阳明高", "马克·休斯顿", "贾伟平（女）"])
def test_a_line_may_be_nothing_but_a_person(text: str) -> None:
    assert is_person_line(text)


@pytest.mark.parametrize("text", ["浦江创新论坛", "上海", "静安", "创新·共赢", "李骏出席会议"])
def test_other_short_lines_are_nobody(text: str) -> None:
    assert not is_person_line(text)
