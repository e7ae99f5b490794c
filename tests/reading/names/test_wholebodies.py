"""Names of bodies that open with what seldom stands inside one."""

from __future__ import annotations

import pytest
from tests.reading.names.reading import outer


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("成立联合海洋工程研究所", [("联合海洋工程研究所", "ResearchInstitute")]),
        ("与德国Steinbach材料与结构研究所合作", [("德国Steinbach材料与结构研究所", "ResearchInstitute")]),
        ("日本KONTEC公司与我省水利设计院合资", [("日本KONTEC公司", "Company"), ("省水利设计院", "ResearchInstitute")]),
        ("德国施泰因—巴赫材料研究所所长", [("德国施泰因—巴赫材料研究所", "ResearchInstitute")]),
        (
            "建立湖滨实验室、中国—越南热带农业和水土保持技术研发联合实验室",
            [
                ("湖滨实验室", "Laboratory"),
                ("中国—越南热带农业和水土保持技术研发联合实验室", "Laboratory"),
            ],
        ),
        (
            "中国—越南橡胶加工联合实验室与江宁海洋研究所揭牌",
            [("中国—越南橡胶加工联合实验室", "Laboratory"), ("江宁海洋研究所", "ResearchInstitute")],
        ),
        ("要全面实施科教兴市战略,", [("科教兴市战略", "Policy")]),
        ("与瑞典西斯塔科技园结为友好园区", [("瑞典西斯塔科技园", "Park")]),
        ("第七届湖滨创业大赛(福建赛区)举行", [("第七届湖滨创业大赛(福建赛区)", "Competition")]),
    ],
)
def test_what_seldom_stands_in_a_name_opens_some_and_a_verb_none(text: str, found: list[tuple[str, str]]) -> None:
    assert outer(text) == found
