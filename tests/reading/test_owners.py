"""Whose a figure is that follows the clause, sentence or headline that names its owner."""

from __future__ import annotations

import pytest

from shkc_kg.model import Observation, Source
from shkc_kg.reading import read
from shkc_kg.reading.lexicon import attributes, owners

TITLE = "某市科技工作总结\n\n"


def said(text: str, title: str = TITLE) -> list[tuple[str, str, str]]:
    """Value, subject and indicator of each number of a text."""
    reading = read(Source("t", "1", title + text, "", "", year=2021, region="杭州市"))
    return [(str(o.value), o.about, o.indicator) for o in reading.facts if isinstance(o, Observation)]


def subjects(text: str, title: str = TITLE) -> list[str]:
    return [about for _, about, _ in said(text, title)]


def test_every_attribute_is_of_a_kind_that_is_listed() -> None:
    assert {kind for kinds in attributes().values() for kind in kinds} == set(owners())


def test_what_stands_in_a_park_is_not_the_park() -> None:
    text = "杭州光谱研究院检测中心在余杭生物医药产业园启用,建筑面积3200平方米,首批仪器45台套,总值约2100万元。"
    assert subjects(text) == ["杭州光谱研究院检测中心"] * 3


def test_a_project_in_a_park_keeps_its_size() -> None:
    text = "浙江光谱研究院项目开工建设,该项目位于余杭高新技术产业园,占地面积120亩,总建筑面积9万平方米。"
    assert subjects(text) == ["浙江光谱研究院项目"] * 2


def test_a_list_of_partners_owns_nothing() -> None:
    text = "共建湘湖光谱实验室,与浙江大学、杭州光谱研究院联合建设,固定研究人员60人。"
    assert subjects(text) == ["湘湖光谱实验室"]


def test_a_sentence_goes_on_about_what_the_one_before_brought_in() -> None:
    text = "市科技局与浙江大学签署合作协议,建设杭州动力电池联合实验室。首批投入7000万元。"
    assert said(text) == [("70000000", "杭州动力电池联合实验室", "首批投入")]


def test_a_paragraph_is_about_the_body_that_it_opens_with() -> None:
    text = "湘湖光谱实验室位于杭州市萧山区。现有人员规模190人,获发明专利35件。博士占比超过80%。"
    assert subjects(text) == ["湘湖光谱实验室"] * 3


@pytest.mark.parametrize("follows", ["全市新增高新技术企业80家。", "新增高新技术企业80家。", "技术合同登记80项。"])
def test_what_only_a_region_has_ends_the_topic(follows: str) -> None:
    assert subjects("湘湖光谱实验室位于杭州市萧山区。" + follows) == ["杭州市"]


def test_a_head_speaks_for_the_body() -> None:
    text = "浙江大学杭州先进材料研究院迁入新址,该院院长林某某告诉记者,建院以来累计服务企业260家。"
    assert subjects(text) == ["浙江大学杭州先进材料研究院"]


def test_an_office_speaks_of_its_region() -> None:
    assert subjects("杭州市科技局局长林某某介绍,新建孵化器12家。") == ["杭州市"]


def test_the_latter_is_the_second_of_two() -> None:
    text = "浙江大学与吉利控股集团签订全面合作协议,后者五年内出资5000万元。"
    assert subjects(text)[-1] == "吉利控股集团"


def test_what_is_foretold_is_of_what_is_founded() -> None:
    text = "浙江大学将在高新区设立杭州丝路创新中心,计划孵化科技企业50家。"
    assert subjects(text) == ["杭州丝路创新中心"]


def test_news_is_about_what_its_headline_opens_with() -> None:
    title = "湘湖光谱产业园项目开工\n\n2021-09-10 来源:某报\n\n"
    text = "项目投产后,将新增就业岗位1800个,年产值将达29亿元。\n\n园区建成后,每年需钢材20万吨。"
    assert subjects(text, title) == ["湘湖光谱产业园项目"] * 3


def test_a_project_with_a_size_is_one_thing() -> None:
    text = "总投资50亿元的恒利源光谱产业园项目建设顺利,该项目占地面积1059亩。"
    assert subjects(text)[-1] == "恒利源光谱产业园项目"


def test_both_pay_for_what_they_agree_on() -> None:
    text = "双方签署《甬浙科技协作协议》,双方每年各出资1000万元。"
    assert subjects(text) == ["甬浙科技协作协议"]


def test_an_entry_is_about_its_title() -> None:
    text = "【量子光源国家重点实验室】依托浙江大学建设。到位经费1.15亿元,发表论文207篇。年内,孵化企业17家。"
    assert subjects(text) == ["量子光源国家重点实验室"] * 3


def test_a_partner_in_between_has_no_members() -> None:
    text = "浙江旱作农业产业技术创新联盟成立,浙江大学当选理事长单位,首批成员单位46家。"
    assert subjects(text) == ["浙江旱作农业产业技术创新联盟"]


def test_what_two_founded_is_the_owner_rather_than_one_of_them() -> None:
    text = "杭州轴承研究所与浙江大学共建的高端轴承联合研发中心于9月投入运行,总投资2.1亿元。"
    assert said(text)[-1][2] == "高端轴承联合研发中心总投资"


def test_the_object_is_the_owner_rather_than_who_builds_it() -> None:
    text = "余杭经济技术开发区开工建设临平光谱科创园,规划面积1.8平方公里。"
    assert subjects(text) == ["临平光谱科创园"]


def test_an_unnamed_project_stands_in_front_of_what_it_has() -> None:
    text = "盛徽科技高端电工钢项目主要生产硅钢,盘活存量土地225亩。其中,一期投产后实现产值14亿元。"
    assert [words for _, _, words in said(text)] == [
        "盛徽科技高端电工钢项目盘活存量土地", "盛徽科技高端电工钢项目一期投产后实现产值",
    ]  # fmt: skip


def test_what_a_thing_is_called_brings_in_no_other() -> None:
    text = "杭州中关村创新中心是浙江省推动下成立的长三角协同创新基地。入驻企业研发投入超过4000万元。"
    assert subjects(text) == ["杭州中关村创新中心"]


def test_a_clause_that_tells_where_a_thing_stands_opens_with_its_name() -> None:
    assert subjects("海投科创中心位于官山工业区内,总用地780亩,投资2亿元。") == ["海投科创中心"] * 2


def test_a_head_of_an_office_tells_of_the_region() -> None:
    text = "杭州市科技局局长林某某介绍了相关情况:“去年以来,引进项目227个。”"
    assert subjects(text) == ["杭州市"]


def test_a_part_goes_on_about_whom_the_sentence_began_with() -> None:
    text = "方案发布以来,余杭经济技术开发区新签约项目85个;新开工项目111个。"
    assert subjects(text) == ["余杭经济技术开发区"] * 2


def test_a_heading_calls_what_a_clause_only_points_at() -> None:
    text = "项目选址位于余杭科教创新区,规划总用地面积8000平方米。"
    assert [words for *_, words in said(text, "光谱仪器实验室搬迁项目\n\n")] == ["光谱仪器实验室搬迁项目规划总用地面积"]


def test_a_place_only_opens_what_no_name_was_read_for() -> None:
    text = "建德省级农民创业园是首批创业园之一,规划总面积617平方公里。建德市着力打造窗口;科技贡献率达58%。"
    assert [(about, words) for _, about, words in said(text)] == [
        ("杭州市", "建德省级农民创业园规划总面积"), ("建德市", "科技贡献率"),
    ]  # fmt: skip


def test_what_a_whole_county_has_is_no_name() -> None:
    assert subjects("目前,全市主导产业基地总规模15.4万亩,中药材种植面积3万亩。") == ["杭州市"] * 2


def test_the_builder_is_told_of_behind_its_part() -> None:
    text = "项目建设单位杭州精测仪器科技有限公司成立于2015年,拥有精密检测仪器120余台套。"
    assert subjects(text) == ["杭州精测仪器科技有限公司"]


def test_the_clause_is_about_what_a_body_carries_out() -> None:
    text = "浙江农业大学承担的“中俄水稻种质资源研究”项目于9月通过科技部验收,引进鉴定种质资源120份。"
    assert subjects(text) == ["中俄水稻种质资源研究"]


def test_an_entrys_title_on_a_line_of_its_own_goes_on() -> None:
    text = "【浙江省聚氨酯技术创新中心】\n依托单位 杭州化学集团股份有限公司\n固定研发人员240人。"
    assert subjects(text) == ["浙江省聚氨酯技术创新中心"]


def test_a_numbered_heading_is_a_subject() -> None:
    text = "1．高效清洁燃煤锅炉国家重点实验室\n依托单位：杭州锅炉厂有限责任公司\n批准部门及时间：科技部,2016年3月\n建设经费：1.2亿元"
    assert subjects(text)[-1] == "高效清洁燃煤锅炉国家重点实验室"


def test_who_heads_a_thing_has_no_share_in_its_grant() -> None:
    text = "科技部批复建设旱区作物国家重点实验室,浙江大学教授林某某任主任,建设期3年。"
    assert subjects(text) == ["旱区作物国家重点实验室"]


def test_two_kinds_of_sites_are_no_name() -> None:
    title = "杭州市科技奖励与创新平台情况\n\n"
    assert subjects("全年奖励成果88项。", title) == ["杭州市"]


def test_a_phase_is_of_the_project_told_of_before() -> None:
    text = "中小企业光谱产业园项目位于余杭区。\n\n首期开发建设面积约8.9万平方米。"
    assert subjects(text) == ["中小企业光谱产业园项目"]


def test_who_builds_a_thing_has_not_its_time_and_cost() -> None:
    text = "杭州光谱中心由浙江大学承建,杭州光谱研究院共建,2011年9月开工建设,工期6年,总投资23亿元。"
    assert subjects(text) == ["杭州光谱中心"] * 2


def test_a_part_goes_on_about_whom_the_half_year_was_told_of() -> None:
    text = "今年上半年,余杭生物医药产业园工业投资增长40%;新增规上企业4家。"
    assert subjects(text) == ["余杭生物医药产业园"] * 2
