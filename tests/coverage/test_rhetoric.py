"""The lexicon of rhetoric holds words without checkable content, and nothing else."""

from __future__ import annotations

import re

import pytest

from shkc_kg.coverage.rhetoric import HEADS, head_of, words_of
from shkc_kg.reading.gazetteer import load_gazetteer
from shkc_kg.reading.lexicon import frame_verbs
from shkc_kg.resources import data_dir
from shkc_kg.tables import read_table

ROWS = read_table(data_dir() / "lexicon" / "rhetoric.tsv", ("role", "words", "note"))
WORDS = [word for row in ROWS for word in row["words"].split()]
ROLES = {"function", "manner", "noun", "quality", *HEADS}
CHECKABLE = (
    "第一",
    "首",
    "唯一",
    "最大",
    "领跑",
    "居",
    "获批",
    "揭牌",
    "成立",
    "落户",
    "签约",
    "开工",
    "建成",
    "发布",
    "举办",
)


def test_every_role_is_known() -> None:
    assert {row["role"] for row in ROWS} == ROLES


def test_no_word_stands_twice_in_a_role() -> None:
    pairs = [(row["role"], word) for row in ROWS for word in row["words"].split()]
    assert sorted(pairs) == sorted(set(pairs))


def test_no_word_holds_a_digit_or_a_latin_letter() -> None:
    assert [word for word in WORDS if re.search(r"[0-9A-Za-z]", word)] == []


def test_no_word_is_a_name_that_a_list_holds() -> None:
    known = {form for entry in load_gazetteer().entries for form in entry.forms if form not in entry.risky}
    assert sorted(set(WORDS) & known) == []


@pytest.mark.parametrize("deed", CHECKABLE)
def test_no_word_claims_or_tells_a_deed(deed: str) -> None:
    assert [word for word in WORDS if word == deed] == []


def test_the_verbs_of_facts_stay_facts() -> None:
    """What takes place, comes about or is published may not be put aside; what is only striven for may."""
    told = {verb for verb, (frame, _) in frame_verbs().items() if frame in ("air", "become", "come", "hold", "publish")}
    assert sorted(told & {w for row in ROWS if row["role"] in HEADS for w in row["words"].split()}) == []


@pytest.mark.parametrize("stretch", ["加快打造高品质人才生态环境", "以需求为导向", "科普事业发展迈上新台阶"])
def test_stretches_without_substance(stretch: str) -> None:
    assert words_of(stretch) is not None
    assert head_of(stretch) in HEADS


@pytest.mark.parametrize("stretch", ["建成天文台", "引进五家企业", "展出陨石", "推广种植南瓜", "获得一等奖"])
def test_stretches_of_substance(stretch: str) -> None:
    assert words_of(stretch) is None
