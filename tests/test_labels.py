"""Every name gets one English label, pinyin and initials, whatever it is."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shkc_kg.labels import english, english_phrase, english_status, initials, pinyin
from shkc_kg.labels.forms import CJK
from shkc_kg.labels.lexicon import words
from shkc_kg.resources import data_dir
from shkc_kg.tables import Row, read_table

CHINESE = re.compile(f"[{CJK}]")
NAMES = st.text(
    st.sampled_from("上海市复旦大学科技创新中心第二三届年会的与和促进研究院（）《》“”、·—-+ 2021G5亚"),
    min_size=1,
    max_size=24,
)


@pytest.mark.parametrize("row", read_table(data_dir() / "labels_en.tsv"), ids=lambda row: row["name"])
def test_a_name_of_the_table_has_the_label_of_the_table(row: Row) -> None:
    assert english(row["name"]) == row["name_en"]
    assert english_status(row["name"]) == row["status"]


@pytest.mark.parametrize("row", read_table(data_dir() / "labels_alias.tsv"), ids=lambda row: row["alias"])
def test_an_alias_has_the_label_of_its_name(row: Row) -> None:
    assert english(row["alias"]) == english(row["name"])


@pytest.mark.parametrize(
    ("printed", "same"),
    [
        ("《星河一叶》", "星河一叶"),
        ("中以（上海）创新园", "中以(上海)创新园"),
        ("华为“IPv6＋”联合创新中心", '华为"IPv6+"联合创新中心'),
        ("李 骏", "李骏"),
        ("2021理想之城—— 全球青年科学家调查", "2021理想之城——全球青年科学家调查"),
    ],
)
def test_quotes_brackets_width_and_blanks_do_not_matter(printed: str, same: str) -> None:
    assert english(printed) == english(same)
    assert english_status(printed) != "composed"


# The names below stand in no table: what is composed of them is the work of rules and glossary.
@pytest.mark.parametrize(
    ("name", "cls", "label"),
    [
        ("浙江省生物医药产业促进中心", None, "Zhejiang Biomedical Industry Promotion Center"),
        ("南京大学物理学院", "University", "School of Physics, Nanjing University"),
        ("海悦大学医学院附属第二医院", "Hospital", "Second Hospital, School of Medicine, Haiyue University"),
        ("海悦科技有限公司上海研究所", "ResearchInstitute", "Shanghai Institute, Haiyue Technology Co., Ltd."),
        ("市科委", "GovernmentBody", "Municipal Science and Technology Commission"),
        ("苏州工业园区管理委员会", "GovernmentBody", "Suzhou Industrial Park Administrative Committee"),
        ("第十四届中国国际生物技术大会", "Conference", "14th China International Biotechnology Conference"),
        ("2023年全国科技活动周", "Event", "2023 National Science and Technology Week"),
        ("关于加快人工智能发展的意见", "Policy", "Opinions on Accelerating Artificial Intelligence Development"),
        ("海悦创新园", "Park", "Haiyue Innovation Park"),
        ("上海市第二批特色产业园区", "Park", "Shanghai Second Batch of Specialty Industrial Park"),
        ("科学与艺术展", "Exposition", "Science and Art Exhibition"),
        ("智能装备与材料(苏州)实验室", "Laboratory", "Intelligent Equipment and Materials (Suzhou) Laboratory"),
        ("欧阳自远", "Person", "Ouyang Ziyuan"),
        ("单霁翔", "Person", "Shan Jixiang"),
        ("曾毅", "Person", "Zeng Yi"),
        ("奥马尔·亚吉", "Person", "Aoma'er Yaji"),
        ("举办科普活动", "Indicator", "Held science popularization activities"),
    ],
)  # fmt: skip
def test_a_name_never_seen_is_composed(name: str, cls: str | None, label: str) -> None:
    assert english(name, cls) == label
    assert english_status(name) == "composed"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("累计认定外资研发中心", "Cumulatively recognized foreign-funded R&D centers"),
        ("打造高水平人才高地", "Building high-level talent highland"),
        ("科技成果转化", "Commercialization of science and technology achievements"),
        ("国际论坛举办", "International forum held"),
        ("人工智能", "Artificial intelligence"),
    ],
)
def test_a_phrase_is_in_sentence_case(text: str, label: str) -> None:
    assert english_phrase(text) == label


@given(NAMES)
def test_a_label_is_never_empty_and_never_chinese(name: str) -> None:
    for label in (english(name), english_phrase(name), english(name, "Person"), english(name, "Indicator")):
        assert not CHINESE.search(label)
        assert label.strip() or not re.search(rf"[{CJK}\w]", name)


@given(st.text(max_size=40))
def test_any_text_has_a_label(text: str) -> None:
    assert not CHINESE.search(english(text))


@pytest.mark.parametrize("part", ["的", "(", "“", "、", "，", "与", "科技", "推动的", "（的", "大学", "1", "第一届"])
def test_a_text_of_any_length_has_a_label(part: str) -> None:
    assert len(english_phrase(part * 100_000)) < 10_000


@given(NAMES)
def test_pinyin_and_initials_can_be_typed(name: str) -> None:
    assert re.fullmatch("[a-z0-9]*", pinyin(name))
    assert re.fullmatch("[a-z0-9]*", initials(name))


@pytest.mark.parametrize(
    ("name", "joined", "first"),
    [
        ("复旦大学", "fudandaxue", "fddx"),
        ("重庆", "chongqing", "cq"),
        ("长三角", "changsanjiao", "csj"),
        ("闵行", "minhang", "mh"),
        ("长三角G60科创走廊", "changsanjiaog60kechuangzoulang", "csjg60kczl"),
        ("吕梁", "lvliang", "ll"),
    ],
)
def test_pinyin(name: str, joined: str, first: str) -> None:
    assert (pinyin(name), initials(name)) == (joined, first)


def test_the_glossary_is_english_and_its_patterns_have_one_place() -> None:
    for zh, word in words().items():
        assert not CHINESE.search(word.en + word.form), zh
        assert word.form.count("{}") == (1 if "{" in word.form else 0), zh
        assert word.en == " ".join(word.en.split()), zh
