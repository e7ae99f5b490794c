"""Figures of a text on an area over provinces, a zone, or the nation find whom they are about."""

from __future__ import annotations

import pytest

from shkc_kg.model import Observation, Source
from shkc_kg.reading import infer_context, read


def said(text: str) -> list[tuple[str, str, str]]:
    """Value, subject and indicator of each number of a bare text."""
    reading = read(Source("t", "1", text, "", ""))
    return [(str(f.value), f.about, f.indicator) for f in reading.facts if isinstance(f, Observation)]


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("川渝科技合作年度报告\n\n四川省新增9家,重庆市新增8家。\n\n四川省、重庆市合计17家。", "川渝地区"),
        ("2023年京津冀协同创新指数发布\n\n国家统计局\n\n北京市增长9%。", "京津冀"),
        ("长三角一体化成效明显\n\n上海市新增9家。上海市引进7家。\n\n上海市建成5家。", "长江三角洲"),
        ("粤港澳大湾区建设工作总结\n\n2023年我省新增企业9家,全省引进5家。广东省给予支持。", "广东省"),
        ("国家高新区总数达178家\n\n国家高新区营业收入增长7%,占国内生产总值的一成。中关村增长9%。", "中国"),
        ("新华社北京9月14日电 科技部介绍国家高新区发展情况。\n\n国家高新区总数达173家。", "中国"),
        ("●营业收入139亿元:8个国家高新区78亿元\n\n全省高新区增长9%,我省新增2家。(四川日报记者)", "四川省"),
        ("[ 索引号 ] | 001 | [ 发布机构 ] | 江北区发改委 |\n重庆市江北区“十四五”规划\n\n江北区增长9%。", "江北区"),
        ("日前,深圳市科创委发布规划,提出深圳高新区营业收入3亿元。", "深圳市"),
        (
            "我区新增3家高新区\n\n记者从自治区科技厅获悉,截至目前,全区高新区13家。内蒙古设自治区级高新区。",
            "内蒙古自治区",
        ),
        ("交流大会开幕\n\n我市新增企业9家,我市签约3次。宁夏企业参与,我区高校到会。在银川签约,银川参展。", "银川市"),
    ],
    ids=[
        "two provinces",
        "a publisher below",
        "a strategy of it",
        "a province in it",
        "the nation",
        "a dateline",
        "a local paper",
        "the lines of a page",
        "a brief",
        "our autonomous region",
        "our city",
    ],
)
def test_the_region_of_a_text(text: str, region: str) -> None:
    assert infer_context(Source("t", "1", text, "", "")).region == region


def test_both_provinces_together_are_the_area() -> None:
    text = "川渝科技合作年度报告\n\n2023年\n\n两地全社会研发经费支出2100亿元,区域专利授权量35万件。两省市财政各出资20万元。"
    assert said(text) == [
        ("210000000000", "川渝地区", "全社会研发经费支出"),
        ("350000", "川渝地区", "专利授权量"),
        ("200000", "川渝地区", "两省市财政各出资"),
    ]


def test_the_zone_of_a_headline_is_what_its_figures_are_about() -> None:
    text = "综合评价排名出炉 合肥高新区升至前列\n\n2022年,合肥市委支持创新。税收收入增长24.6%,万人有效发明专利达474件。"
    assert said(text) == [
        ("24.6", "合肥高新区", "税收收入增长"),
        ("474", "合肥高新区", "万人有效发明专利"),
    ]


def test_a_counted_kind_of_parks_points_at_none() -> None:
    text = "2021年浙江省科技发展报告\n\n杭州高新区领先。\n\n产值超过10亿元的园区共有48个。"
    assert ("48", "浙江省", "产值超过10亿元的园区") in said(text)


def test_a_name_behind_the_number_is_not_its_subject() -> None:
    assert said("年度述职报告\n\n研发投入367亿元,之江实验室获批。") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("深圳市科创委发布《深圳高新区“十四五”发展规划》,提出到2025年,高新技术企业达到7000家,技术合同成交额820亿元,营业收入31800亿元。",
         [("7000", "深圳高新区", "高新技术企业"), ("82000000000", "深圳高新区", "技术合同成交额"),
          ("3180000000000", "深圳高新区", "营业收入")]),
        ("国家统计局公布《中华人民共和国2020年国民经济和社会发展统计公报》,初步核算,全年国内生产总值101亿元。",
         [("10100000000", "中国", "国内生产总值")]),
    ],
    ids=["a zone's plan", "a communiqué"],
)  # fmt: skip
def test_what_a_document_tells_is_of_the_place_in_its_title(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert said(text) == expected


def test_what_there_is_a_portion_of_is_no_subject() -> None:
    text = "2024年苏州市科技总结\n\n全部园区聚集了70%的国家制造业创新中心,80%的全国重点实验室。"
    assert {about for _, about, _ in said(text)} == {"苏州市"}


def test_a_headline_on_a_zone_and_its_city_is_about_the_city() -> None:
    text = "天津经开区夺冠!2022年天津市开发区评价结果公布\n\n我市评价开发区16家。2021年,参评开发区税收收入增长10.3%。"
    assert {about for _, about, _ in said(text)} == {"天津市"}


def test_our_city_that_nobody_names_is_no_ministry() -> None:
    assert said("新增企业\n\n经科技部审定,2019年我市认定企业13家。") == [("13", "我市", "认定企业")]


def test_a_city_that_nobody_names_is_not_the_nation() -> None:
    text = "国家高新区创建取得成效,投入占比居全省第四位。\n\n全市建成国家级孵化器9个、国家高新区2个,占国内生产总值比重提高。"
    assert infer_context(Source("t", "1", text, "", "")).region is None


def test_a_headline_on_our_country_is_of_the_nation() -> None:
    text = "区域创新特色鲜明 我国创新指数提升\n\n报告在上海发布。上海领先,上海增长。我国创新指数得分为69分。"
    assert said(text) == [("69", "中国", "创新指数得分")]
