"""Figures of fairs, contests and ceremonies are the event's, those of who signs or of the region are not."""

from __future__ import annotations

import pytest

from shkc_kg.model import Observation, Source
from shkc_kg.reading import read

FAIR = "第三届滨海国际科技博览会"
LEAD = f"科博会开幕\n\n本报讯 6月9日,{FAIR}在滨海会展中心开幕。"


def about(text: str) -> list[str]:
    """Whom the counted numbers of a news item of a city are about."""
    facts = read(Source("t", "1", text, "", "", region="宁波市")).facts
    return [f.about for f in facts if isinstance(f, Observation) and f.unit != "届"]


@pytest.mark.parametrize(
    "told",
    [
        "据主办方统计,观众达5.2万人次,比上届增长8%。",
        "展期4天,展览规模比上届扩大两成。",
        "展厅里,12家采购商前来洽谈。",
        "首批26个重点项目集中签约,合同总额7.5亿元。",
        "24位客商登台演讲,听众900余人次。",
        "据统计,报名队伍70支。",
    ],
)
def test_a_figure_of_the_fair_is_the_fairs(told: str) -> None:
    assert set(about(f"{LEAD}\n\n{told}")) == {FAIR}


@pytest.mark.parametrize(
    ("told", "subject"),
    [
        ("副市长介绍,今年上半年,我市技术合同成交额46亿元。", "宁波市"),
        ("宁波大学组织21家企业参展。", "宁波大学"),
        ("据市科技局介绍,高新技术企业达到930家。", "宁波市"),
    ],
)
def test_a_figure_of_the_city_or_of_a_body_stays_its_own(told: str, subject: str) -> None:
    assert about(f"{LEAD}\n\n{told}") == [subject]


def test_what_two_bodies_sign_is_not_the_fairs() -> None:
    assert FAIR not in about(f"{LEAD}\n\n宁波大学与复旦大学签约,合同额3000万元。")


def test_how_long_an_event_lasts_is_told_of_it() -> None:
    assert about(f"科博会闭幕\n\n6月9日,为期三天的{FAIR}闭幕。") == [FAIR]


def test_of_two_events_held_as_one_the_first_is_meant() -> None:
    joint = f"科博会开幕\n\n6月9日,{FAIR}暨2021滨海创新论坛在滨海会展中心开幕。本次大会有35个项目签约。"
    assert about(joint) == [FAIR]


def test_what_happens_at_the_meeting_is_no_ceremonys() -> None:
    text = f"{LEAD}\n\n大会举行了滨海研究院揭牌仪式。\n\n本次会上,各方现场共签订9项合作协议。"
    assert about(text) == [FAIR]


def test_a_ceremony_told_of_has_its_figures() -> None:
    assert about(f"{LEAD}\n\n当天下午举行的重大项目集中签约仪式上,37个项目签约。") == ["重大项目集中签约仪式"]


def test_a_figure_of_the_title_is_the_events_that_the_lead_tells_of() -> None:
    text = "960个项目竞逐甬江\n\n本报讯 11月8日,第二届甬江海洋科技大赛在宁波会展中心落幕。"
    assert about(text) == ["第二届甬江海洋科技大赛"]


def test_who_takes_part_at_the_end_of_a_clause_takes_part_in_what_the_sentence_tells_of() -> None:
    assert about(f"6月9日,{FAIR}开幕,以“向海图强”为主题,900余名学子线上线下参加。") == [FAIR]


def test_winners_that_a_number_sums_are_not_the_first_ones() -> None:
    lead = "大赛落幕\n\n本报讯 11月8日,第二届甬江海洋科技大赛落幕。"
    assert about(f"{lead}\n\n宁波大学的“追光”团队等3个项目获奖。") == ["第二届甬江海洋科技大赛"]


def test_what_officials_tell_a_press_conference_is_not_the_conferences() -> None:
    text = "昨日,宁波市科技工作新闻发布会举行。\n\n签约项目里,8个属于软件产业。"
    assert about(text) == ["宁波市"]


@pytest.mark.parametrize(
    "told",
    [
        "30余家单位参加了本次活动。",
        "本届宁波(甬江)科博会由1个展览、3场论坛构成。",
        "6月10日,成果展示区汇集宁波大学、复旦大学等18所高校的90项成果,参展数居历届之首。",
    ],
)
def test_more_figures_of_the_fair_are_the_fairs(told: str) -> None:
    assert set(about(f"{LEAD}\n\n{told}")) == {FAIR}


def test_the_contest_is_meant_though_its_final_was_named_since() -> None:
    lead = "本报讯 11月8日,第四届甬江青少年创新大赛落幕。选手们挺进宁波总决赛。"
    assert about(f"大赛落幕\n\n{lead}\n\n大赛最终评出一等奖9项。") == ["第四届甬江青少年创新大赛"]


def test_what_is_found_at_a_fair_named_before_in_the_sentence_is_the_fairs() -> None:
    text = "昨日,甬江论坛开幕。\n\n为期3天的第十届甬江产学研洽谈会成效明显,累计实现技术对接1078个。"
    assert set(about(text)) == {"第十届甬江产学研洽谈会"}


def test_who_sends_others_to_a_fair_keeps_the_figure() -> None:
    assert about(f"{LEAD}\n\n组织36家企业参加在杭州举办的浙江贸易博览会。") == ["宁波市"]


def test_the_number_of_a_school_counts_nothing() -> None:
    assert about(f"{LEAD}\n\n来自杭州市第一六六中学的作品获奖。") == []


def test_a_class_word_means_the_event_whose_name_ends_with_it() -> None:
    lead = "昨日,2023甬江机器人大会在宁波举行。"
    told = "本届甬江机器人博览会吸引160家企业参展。大会现场参观人数20万人次。"
    assert about(f"{lead}\n\n{told}")[-1] == "2023甬江机器人大会"


@pytest.mark.parametrize("name", ["长三角科技成果直通车", "宁波国际科学节", "东海创客系列赛", "东海青年科学家邀请赛"])
def test_figures_told_of_an_activity_by_its_kind_are_the_activitys(name: str) -> None:
    told = "活动由宁波市人民政府主办,20家高校院所、90多家本地企业参加。\n\n今年活动以“智汇滨海”为主题,推介成果112项。"
    assert set(about(f"创新之约\n\n本报讯 6月9日,{name}在滨海会展中心启动。{told}")) == {name}


def test_reports_given_at_a_forum_are_the_forums_not_its_hosts() -> None:
    host = "滨海大学附属医院"
    forum = "第四届滨海国际眼科论坛"
    held = f"6月15日至17日,{forum}在会展中心举行,由{host}主办,主题为“光明未来”,15国专家作报告30余场。"
    facts = read(Source("t", "1", f"{host}\n\n医院共有床位1200张。{held}", "", "")).facts
    assert [f.about for f in facts if isinstance(f, Observation) and f.unit in ("国", "场")] == [forum, forum]


def test_who_printed_the_news_has_no_figure_in_it() -> None:
    text = "科技日报讯(江宁日报 记者方远)第三届滨海创业大赛落下帷幕。昨天,12家获胜企业登上了颁奖台。"
    assert about(f"{text}\n\n大赛还设二等奖2名,奖金20万元。") == ["第三届滨海创业大赛"] * 3
