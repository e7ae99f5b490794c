"""People beside an office, in lists that their kind closes, and who speak at the start of a sentence."""

from __future__ import annotations

import pytest
from tests.reading.names.reading import outer


def people(text: str) -> list[str]:
    return [name for name, cls in outer(text) if cls == "Person"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("江宁研究院院长周棠在会上向大家问好", ["周棠"]),
        ("省政府副省长苏青棠等领导同志分别参加", ["苏青棠"]),
        ("市科技局副局长许平等陪同考察", ["许平"]),
        ("协会副秘书长孙朗以及各界代表出席", ["孙朗"]),
        ("该所所长饶子和等出席", ["饶子和"]),
        ("市政协副主席于平一行来访", ["于平"]),
        ("区长虢正山向方春云、陈政明、邹学林6位院士专家颁发聘书", ["虢正山", "方春云", "陈政明", "邹学林"]),
        ("管委会副主任闵向荣介绍,园区已建成", ["闵向荣"]),
        ("东京工业大学教授和田章一获奖", ["和田章一"]),
        ("国务院参事、战略研究组组长石定海分别作了报告", ["石定海"]),
        ("在科技部尚宁副部长的主持下签字", ["尚宁"]),
        ("科技部和德国代表团出席", []),
        ("科技部方临远副部长会见来宾", ["方临远"]),
        ("省科协常务副主席到会", []),
        ("中国驻挪威使馆科技参赞崔玉宁表示,合作前景广阔", ["崔玉宁"]),
    ],
)
def test_a_boundary_behind_tells_the_name_whatever_the_segmenter_says(text: str, found: list[str]) -> None:
    assert people(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("省科技厅章文澜副厅长介绍了做法", ["章文澜"]),
        ("陈青书记和罗远校长分别致辞", ["陈青", "罗远"]),
        ("会上,何棣然副巡视员作了发言", ["何棣然"]),
        ("调研组来沪一行,听取汇报", []),
        ("教育部原副部长出席", []),
        ("省委宣传部部长出席", []),
    ],
)
def test_the_office_may_stand_behind(text: str, found: list[str]) -> None:
    assert people(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("丁大川、方守南、冼鼎文三名院士提出建议", ["丁大川", "方守南", "冼鼎文"]),
        ("全市有高校、高管、专家三名代表", []),
    ],
)
def test_what_a_list_is_of_tells_its_members(text: str, found: list[str]) -> None:
    assert people(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("学习习近平总书记重要讲话精神", ["习近平"]),
        ("以习近平新时代中国特色社会主义思想为指导", []),
        ("以邓小平理论为指导", []),
    ],
)
def test_a_leader_needs_no_office_but_his_teaching_is_not_he(text: str, found: list[str]) -> None:
    assert people(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "多名专家应邀出席",
        "新增院士候选人,共3名",
        "书记项目启动",
        "院长和代表参加",
        "经过院士选举",
        "20余位院士参加",
        "研究员任主任",
        "主任高度重视",
        "高水平教授团队",
    ],
)
def test_an_ordinary_word_beside_an_office_is_nobody(text: str) -> None:
    assert people(text) == []


def test_who_speaks_at_the_start_of_a_sentence_is_somebody() -> None:
    assert people("方远舟表示,成果已经落地") == ["方远舟"]
