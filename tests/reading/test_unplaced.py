"""A text that never names its place: what it calls it is the subject of its figures, a thing of this report alone."""

from __future__ import annotations

import pytest

from shkc_kg.model import Observation, Source
from shkc_kg.reading import infer_context, read

TEXT = "二、成果转化\n\n全市技术合同成交额达到35.6亿元。新增孵化器6家。我市认定研发机构15家。"


def told(text: str) -> list[tuple[str, str, float | None]]:
    facts = read(Source("t", "1", text, "", "", year=2022)).facts
    return [(f.about, f.indicator, f.value) for f in facts if isinstance(f, Observation)]


def test_figures_of_an_unnamed_city_are_the_citys() -> None:
    assert told(TEXT) == [
        ("全市", "技术合同成交额", 3_560_000_000),
        ("全市", "新增孵化器", 6),
        ("全市", "认定研发机构", 15),
    ]


def test_a_named_city_needs_no_other_word() -> None:
    assert {about for about, _, _ in told(TEXT.replace("二、", "宁波市"))} == {"宁波市"}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (TEXT, "全市"),
        ("我县认定企业6家。我县获奖2项。", "我县"),
        ("全省认定企业6家。全市认定企业2家。", None),  # of which of the two?
        ("市级企业6家,全市域推广。", None),
        ("认定企业6家。", None),
    ],
    ids=["the whole city", "our county", "two levels", "parts of other words", "no word"],
)
def test_one_level_must_be_told(text: str, word: str | None) -> None:
    assert infer_context(Source("t", "1", text, "", "")).unnamed == word


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("我市研发投入占比升至全省第三。我市专利居全省地级市首位,占全省两成,增速列全省前列。", "我市"),
        ("全市企业20家,居全省地级市首位。授权量居全省第3位,列全省设区市前茅。", "全市"),
        ("局党组认真落实市委、市政府部署。\n\n在市委领导下,新增企业20家。省科技厅来访。", "全市"),
    ],
    ids=["ours, ranked in the province", "whole, ranked in the province", "the office above the report"],
)
def test_a_wider_place_that_only_ranks_is_not_the_texts_own(text: str, word: str) -> None:
    assert infer_context(Source("t", "1", text, "", "")).unnamed == word


COMMUNIQUE = "全年专利申请3300件,比上年增长7.5%。技术合同成交额21亿元。年末有孵化器16个,获国家科技奖的成果3项。"


def test_a_communique_without_a_word_for_its_place_is_of_a_place() -> None:
    assert [(about, indicator) for about, indicator, _ in told(COMMUNIQUE)] == [
        ("本地", "专利申请"),
        ("本地", "专利申请比上年增长"),
        ("本地", "技术合同成交额"),
        ("本地", "孵化器"),
        ("本地", "获国家科技奖的成果"),
    ]


def test_figures_of_a_body_are_no_communique() -> None:
    assert infer_context(Source("t", "1", "公司" + COMMUNIQUE, "", "")).unnamed is None


def test_a_county_that_names_only_its_province_is_not_the_province() -> None:
    text = "全县科技人员1.2万人。全县承担项目22项,其中省级3项。有3家企业被评为山东省明星企业。"
    assert {about for about, _, _ in told(text)} == {"全县"}


def test_a_county_of_former_times_is_named_by_its_office() -> None:
    text = "德新县科技事业发展很快。1992年德新县委、县政府加强领导,新建基地6个。累计推广项目89项。"
    assert {about for about, _, _ in told(text)} == {"德新县"}


def test_where_no_place_is_told_figures_are_of_the_event_that_the_text_is_about() -> None:
    text = "1月10日,2019年度国家科学技术奖励大会在人民大会堂隆重召开。从结果来看,共颁给项目239项,144所高校得奖。"
    assert {about for about, _, _ in told(text)} == {"2019年度国家科学技术奖励大会"}
