"""Cards: name, institutions, division, each line whole."""

from __future__ import annotations

import pytest
from tests.reading.names.reading import outer

from shkc_kg.reading.names.cards import is_institution_line


def test_two_institutions_are_parted_by_a_slash() -> None:
    text = "王以政\n中科院脑科学与智能技术卓越创新中心/中国人民解放军军事科学院\n(生命科学和医学学部)"
    assert outer(text, card=True) == [
        ("王以政", "Person"),
        ("中科院脑科学与智能技术卓越创新中心", "ResearchInstitute"),
        ("中国人民解放军军事科学院", "ResearchInstitute"),
        ("生命科学和医学学部", "AcademyDivision"),
    ]


def test_a_comma_does_not_part_a_division() -> None:
    text = "杨为民\n中国石化上海石油化工研究院\n(化工、冶金与材料工程学部)"
    assert outer(text, card=True)[-1] == ("化工、冶金与材料工程学部", "AcademyDivision")


@pytest.mark.parametrize("text", ["复旦大学", "甲乙研究所", "复旦大学/同济大学", "东海医学院"])
def test_a_line_may_name_an_institution(text: str) -> None:
    assert is_institution_line(text)


@pytest.mark.parametrize("text", ["", "大学", "李骏", "浦江创新论坛", "创新政策、区域合作"])
def test_other_lines_name_none(text: str) -> None:
    assert not is_institution_line(text)
