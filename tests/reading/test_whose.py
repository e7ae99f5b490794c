"""Whose a figure is and what it counts, where its own clause says only half of it: members, levels of prizes, guests."""

from __future__ import annotations

import pytest

from shkc_kg.model import Bound, Observation, Source
from shkc_kg.reading import read


def told(text: str) -> list[tuple[str, str]]:
    """The printed value and the indicator of each observation of a text of one city."""
    facts = read(Source("t", "1", text, "", "", region="宁波市")).facts
    return [(f.printed, f.indicator) for f in facts if isinstance(f, Observation)]


def about(text: str) -> dict[str, str]:
    """Whom each printed value of a text of no place is about."""
    facts = read(Source("t", "1", text, "", "")).facts
    return {f.printed: f.about for f in facts if isinstance(f, Observation)}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("普通高中招生6.1万人,在校生18.4万人,毕业生5.9万人。", ["普通高中招生", "普通高中在校生", "普通高中毕业生"]),
        ("全市共有职业中学17所,招生1.2万人,在校生3.6万人。", ["职业中学", "职业中学招生", "职业中学在校生"]),
        ("全市有企业科协36个,个人会员8200人。", ["企业科协", "企业科协个人会员"]),
        ("市级学会74个,所属分会210个,会员3.3万人。", ["市级学会", "市级学会所属分会", "市级学会会员"]),
        ("省级学会个人会员12万人,团体会员900个。", ["省级学会个人会员", "省级学会团体会员"]),
    ],
)
def test_members_alone_are_of_the_group_told_of_before(text: str, words: list[str]) -> None:
    assert [indicator for _, indicator in told(text)] == words


def test_members_of_a_named_body_stay_without_a_group() -> None:
    assert told("宁波大学现有专任教师2100人,在校生2.6万人。") == [("2100", "专任教师"), ("2.6万", "在校生")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "评出市科学技术奖63项,其中自然科学奖9项(一等奖2项,二等奖7项),技术发明奖4项(一等奖1项,二等奖3项)。",
            ["自然科学奖一等奖", "自然科学奖二等奖", "技术发明奖一等奖", "技术发明奖二等奖"],
        ),
        ("在63项科学技术奖授奖项目中,一等奖8项,二等奖55项。", ["科学技术奖一等奖", "科学技术奖二等奖"]),
    ],
)
def test_levels_of_a_prize_are_of_the_prize_told_of_before(text: str, words: list[str]) -> None:
    assert [said for _, said in told(text) if said.endswith("等奖")] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("举办学术报告会92场,听众达8600余人。", "学术报告会听众"),
        ("举办科普讲座和展览330次,4万余名公众参与活动。", "参与科普讲座和展览的公众"),
        ("举办国际学术会议5次,700多名科技工作者参与。", "参与国际学术会议的科技工作者"),
        ("开展学术交流活动140次,参加人员9300人次。", "学术交流活动参加人员"),
        ("举办干部培训班12期,共培训1450人次。", "干部培训班培训"),
    ],
)
def test_guests_are_of_the_meetings_counted_before(text: str, words: str) -> None:
    assert told(text)[-1][1] == words


ELECTED = "中国科学院、中国工程院分别公布增选结果。新当选的58名中国科学院院士平均年龄55岁。新当选的66名中国工程院院士平均年龄57岁,最小年龄46岁,60岁(含)以下的占81%;男性61人。"


def test_the_members_of_an_academy_are_the_academys() -> None:
    whose = about(ELECTED)
    assert [whose[v] for v in ("58", "55", "66", "57", "46", "61")] == ["中国科学院"] * 2 + ["中国工程院"] * 4


def test_sentences_about_those_elected_go_on_about_their_academy() -> None:
    whose = about(
        "在增选的58名中国科学院院士中,化学部11人。新当选院士平均年龄55岁,最大年龄64岁。女性科学家有6人当选。\n"
        "2023年中科院院士增选计划名额80名,实际当选57人。"
    )
    assert {whose[v] for v in ("58", "11", "55", "64", "6", "80", "57")} == {"中国科学院"}


def test_a_trait_alone_is_of_the_people_counted_before() -> None:
    facts = read(Source("t", "1", ELECTED, "", "")).facts
    said = {f.printed: f.indicator for f in facts if isinstance(f, Observation)}
    assert said["66"] == "新当选中国工程院院士"
    assert said["46"] == "中国工程院院士最小年龄"
    assert said["61"] == "中国工程院院士男性"


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("45岁(含)以下的科研人员占七成。", [Bound.AT_MOST, Bound.EXACT]),
        ("技术合同成交额两次突破大关,分别突破300亿元和400亿元。", [Bound.AT_LEAST, Bound.AT_LEAST]),
        ("加工误差不足“2微米”。", [Bound.AT_MOST]),
    ],
)
def test_bounds_hold_through_brackets_quotes_and_lists(text: str, bounds: list[Bound]) -> None:
    facts = read(Source("t", "1", text, "", "", region="宁波市")).facts
    assert [f.bound for f in facts if isinstance(f, Observation)][-len(bounds) :] == bounds


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("全市科技馆共有83.5万参观人次,同比增长4%。", ["科技馆参观人次", "科技馆参观人次同比增长"]),
        (
            "举办科普竞赛36次,参加人数达7.2万人次,比上年增加9%。",
            ["举办科普竞赛", "科普竞赛参加人数", "科普竞赛参加人数比上年增加"],
        ),
        ("组织科普讲座103次,吸引3.8万人次参加。", ["组织科普讲座", "科普讲座吸引参加"]),
        ("一等奖22项(含创新团队1项)。", ["一等奖", "一等奖创新团队"]),
        (
            "31项奖励分别是:自然科学奖8项(一等奖5项),技术发明奖9项。",
            ["奖励", "自然科学奖", "自然科学奖一等奖", "技术发明奖"],
        ),
        ("省级以上企业技术中心28家,其中国家级3家。", ["省级以上企业技术中心", "国家级企业技术中心"]),
        ("全市有青少年科技馆(站)39个。", ["青少年科技馆(站)"]),
        ("新当选院士分属6个学部,分别为化学部10人、地学部8人。", ["新当选院士分属学部", "化学部", "地学部"]),
    ],
)
def test_words_of_figures_told_of_a_group_one_by_one(text: str, words: list[str]) -> None:
    assert [indicator for _, indicator in told(text)] == words


def test_a_place_where_something_is_published_is_not_what_the_text_is_of() -> None:
    text = "12月24日,科技部在北京发布科普统计数据。2018年全国科普经费161亿元。全国人均科普经费4.5元。"
    assert set(about(text).values()) == {"中国"}


def test_the_deeds_of_a_group_are_the_groups_until_another_acts() -> None:
    text = (
        "据统计,2021年,市级学会举办学术报告会92场;出版期刊15种。组织科普活动36次,编印图书9种。高新技术企业达到830家。"
    )
    assert [indicator for _, indicator in told(text)] == [
        "市级学会举办学术报告会",
        "市级学会出版期刊",
        "市级学会组织科普活动",
        "市级学会编印图书",
        "高新技术企业",
    ]


def test_what_a_park_has_is_the_parks_in_the_clauses_behind_too() -> None:
    facts = read(Source("t", "1", "沙文园区已累计开工道路总长31公里,通车里程16公里。", "", "", region="贵阳市")).facts
    said = [f.about + f.indicator for f in facts if isinstance(f, Observation)]
    assert all("沙文园区" in words for words in said), said
    assert len(said) == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("获奖项目比上年增加11项,达56项。", ["获奖项目比上年增加", "获奖项目"]),
        ("发明专利申请量1357件,超额完成17%。", ["发明专利申请量", "发明专利申请量超额完成比例"]),
        (
            "高新技术企业达910家,占企业总数的54%;从业人员达15.3万人。",
            ["高新技术企业", "高新技术企业占企业总数比例", "高新技术企业从业人员"],
        ),
    ],
)
def test_what_a_figure_reaches_or_completes_is_that_of_the_one_before(text: str, words: list[str]) -> None:
    assert [indicator for _, indicator in told(text)] == words


def test_what_a_page_that_announces_a_prize_counts_is_the_prizes() -> None:
    text = (
        "2014年度宁波市科学技术奖揭晓\n\n近日,2014年度宁波市科学技术奖尘埃落定,新材料研制与应用、变频泵等5个项目"
        "被评为一等奖。此外,本次共有10人获青年科技贡献奖。宁波大学获得一等奖2项。全市有效发明专利3万件。"
    )
    told_of = about(text)
    assert {told_of[n] for n in ("5", "10")} == {"宁波市科学技术奖"}
    assert (told_of["2"], told_of["3万"]) == ("宁波大学", "宁波市")


def test_bodies_listed_before_their_figures_have_one_each() -> None:
    text = "孵化企业数量排前两位的是宁波火炬创业服务中心、宁波云谷科技有限公司,分别是56家、32家。"
    assert about(text)["56"] == "宁波火炬创业服务中心"
    assert about(text)["32"] == "宁波云谷科技有限公司"


def test_a_whole_institute_is_the_one_that_its_paragraph_opens_with() -> None:
    text = "宁海县农业研究所 1958年成立,工作人员9名。\n宁海县西瓜研究所 1984年成立。全所8人。"
    assert about(text)["8"] == "宁海县西瓜研究所"


def test_medals_are_the_contests_though_quoted_projects_win_them() -> None:
    text = (
        "第三届宁波青年创新创业大赛落幕\n\n14日,第三届宁波青年创新创业大赛在鄞州举行。“无人机系统”“宁波大学水下项目”"
        "2个项目获金奖,同时评出银奖17个。"
    )
    assert {about(text)[n] for n in ("2", "17")} == {"第三届宁波青年创新创业大赛"}


def test_since_an_event_is_a_time_and_whose_figures_follow_another_matter() -> None:
    facts = read(Source("r", "1", "党的十八大以来,新增院士9人。", "", "", region="宁波市")).facts
    assert [f.about for f in facts if isinstance(f, Observation)] == ["宁波市"]


def test_bodies_that_people_are_counted_by_name_the_people() -> None:
    words = dict(told("评选出领军人才70名,其中来自研究院所15名,高等院校34名,企业及医院21名。"))
    assert words["34"] == "高等院校的领军人才"
    assert words["21"] == "企业及医院的领军人才"


def test_what_a_region_wins_of_the_nations_prize_is_its_own() -> None:
    text = "2020年国家科学技术奖共评选出275个项目。\n\n近年来成果丰硕。48项获奖成果中,化学2项。"
    facts = read(Source("t", "1", text, "", "", region="宁波市")).facts
    assert {f.about for f in facts if isinstance(f, Observation) and f.printed == "48"} == {"宁波市"}


def test_ages_not_reached_are_bounded() -> None:
    facts = read(Source("t", "1", "申请人当年未满42岁。", "", "", region="宁波市")).facts
    assert [f.bound for f in facts if isinstance(f, Observation)] == [Bound.AT_MOST]


def test_pupils_and_teachers_are_counted_behind_their_measure_word() -> None:
    assert told("吸引全校43支团队、300余名师生参赛。")[-1] == ("300余", "吸引参赛的师生")


def test_generations_count_nothing() -> None:
    assert told("国家第三代半导体技术加快布局。") == []


def test_a_series_of_activities_is_no_copula() -> None:
    assert "列" not in {said[:1] for _, said in told("活动以1场开幕式、1场成果展、12场系列平行活动的模式进行。")}


def test_a_short_name_of_the_event_is_understood_paragraphs_later() -> None:
    text = "4月26日,第三届东江(宁波)科技成果交易会开幕。\n\n甲。\n\n乙。\n\n丙。\n\n科交会发布成果300项。"
    assert about(text)["300"] == "第三届东江(宁波)科技成果交易会"
