"""Whose figures the page of an institute, a hospital or a company about itself tells."""

from __future__ import annotations

import pytest

from shkc_kg.model import Observation, Source
from shkc_kg.reading import read


def said(text: str, region: str | None = "杭州市") -> list[tuple[str, str, str]]:
    """Subject, indicator and date of each number of a page."""
    reading = read(Source("t", "1", text, "", "", year=2022, region=region))
    return [(o.about, o.indicator, o.date) for o in reading.facts if isinstance(o, Observation)]


@pytest.mark.parametrize(
    "top",
    [
        "首页 > 关于我们 > 院所简介\n\n杭州光谱研究院成立于2009年,现为省属科研事业单位。\n\n",
        "走进杭州光谱研究院\n\n建院以来始终立足产业需求。\n\n",
        "关于我们\n组织机构|科研平台|人才队伍\n\n杭州光谱研究院由杭州市人民政府与浙江大学共建。\n\n",
    ],
)
def test_a_page_is_of_the_body_that_it_introduces(top: str) -> None:
    assert said(top + "科研成果\n\n授权发明专利212件。\n") == [("杭州光谱研究院", "授权发明专利", "2022")]


def test_a_body_speaks_of_itself() -> None:
    text = "集团概况\n\n东海重型机械集团有限公司创建于1958年,前身是东海机器厂。\n\n集团实现营业收入86亿元。全集团拥有职工5200人。\n"
    assert {about for about, _, _ in said(text, None)} == {"东海重型机械集团有限公司"}


def test_a_heading_in_brackets_is_no_part_of_what_is_counted() -> None:
    text = "湘湖光谱研究院简介\n\n【人才队伍】我院现有博士生导师152人。\n"
    assert [(about, what) for about, what, _ in said(text)] == [("湘湖光谱研究院", "博士生导师")]


def test_a_laboratory_with_a_heading_keeps_its_own_figures() -> None:
    text = "湘湖光谱研究院简介\n\n光电材料国家重点实验室\n\n固定人员93人。实验室承担项目26项。\n"
    assert [about for about, _, _ in said(text)] == ["光电材料国家重点实验室"] * 2


def test_a_history_gives_its_months() -> None:
    text = "湘湖光谱研究院简介\n\n发展历程\n2013.12　研究院成立,首批引进团队8个\n2017.09　获批国家级博士后科研工作站，累计进站61人\n2019.11　扩建二期，投资2亿元\n"
    assert [date for _, _, date in said(text)] == ["2013-12", "2017-09", "2019-11"]


def test_the_district_around_has_its_own_figures() -> None:
    text = "湘湖光谱研究院简介\n\n研究院坐落于杭州市滨江区。2022年,滨江区实现地区生产总值2184亿元。全区规上工业营业收入增长11%。\n"
    assert [about for about, _, _ in said(text)] == ["滨江区"] * 2


def test_projects_of_a_fund_are_counted_not_its_own() -> None:
    text = "湘湖光谱研究院简介\n\n新增科研项目312项,其中国家自然科学基金项目74项。\n"
    assert said(text)[1][:2] == ("湘湖光谱研究院", "国家自然科学基金项目")


def test_what_a_purse_gives_is_for_the_body() -> None:
    text = "湘湖光谱研究院简介\n\n研究院获批省级新型研发机构,省财政三年给予3000万元支持。\n"
    assert [about for about, _, _ in said(text)] == ["湘湖光谱研究院"] * 2


def test_a_card_goes_on_below_its_figure() -> None:
    text = "数读全市\n\n57.3%\n高新技术产业增加值占比\n较上年提高4.1个百分点\n"
    assert said(text)[1][1] == "高新技术产业增加值占比较上年提高"


def test_news_that_opens_with_a_body_is_no_page_of_it() -> None:
    text = "科技成果转化提速\n\n杭州光谱研究院是省内一家新型研发机构。\n\n新增高新技术企业80家。\n"
    assert said(text)[-1][0] == "杭州市"


def test_a_review_on_a_news_page_is_of_the_body_that_it_speaks_of_throughout() -> None:
    text = (
        "盘点:第一医院科研工作一览\n来源:科研处 发布时间:2023-01-16\n\n"
        "杭州医科大学附属第一医院设湖滨、下沙两个院区。2022年,医院完成手术7.3万台。\n\n"
        "一、人才\n医院现有专职科研人员143人。\n新入选国家级人才4名。\n"
    )
    assert {about for about, _, _ in said(text)} == {"杭州医科大学附属第一医院"}


def test_a_rank_is_of_whom_the_clause_behind_its_field_names() -> None:
    text = "杭州医科大学附属第一医院概况\n\n在2021年度中国医院科技量值骨科学排名中,医院列第3位。\n"
    assert [about for about, _, _ in said(text)] == ["杭州医科大学附属第一医院"]


def test_others_take_part_in_what_the_clause_before_speaks_of() -> None:
    text = "某市科技工作总结\n\n湘湖光谱实验室揭牌成立,由市政府与浙江大学、杭州光谱研究院等8家单位共建。\n"
    assert [about for about, _, _ in said(text)] == ["湘湖光谱实验室"]


def test_a_guest_with_a_post_owns_no_guests() -> None:
    text = "某市科技工作总结\n\n第三届湘湖眼健康科技大会在杭州市举行,浙江大学教授王建国等140余名嘉宾参会。\n"
    assert said(text)[-1][0] == "第三届湘湖眼健康科技大会"


def test_figures_that_go_on_about_the_zone_around_are_not_the_institutes() -> None:
    text = "湘湖光谱研究院简介\n\n研究院所在的萧山高新区2010年设立。2022年,园区完成产值865亿元;规上工业企业147家,高新技术企业83家;研发投入强度4.1%。\n"
    assert {about for about, _, _ in said(text)} == {"萧山高新区"}


def test_a_line_of_a_team_tells_the_teams_figures() -> None:
    text = "湘湖光谱研究院简介\n\n【研究团队】\n■ 硅光团队　带头人张某,2021年全职引进,成员12人。\n■ 量子点团队　联合培养博士生5名。\n"
    assert [what for _, what, _ in said(text)] == ["硅光团队成员", "量子点团队联合培养博士生"]
    assert said("湘湖光谱研究院简介\n\n科研团队由院士领衔,现有博士生导师12人。\n")[0][1] == "博士生导师"
