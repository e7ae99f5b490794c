"""Days and months that a text points at, resolved against its dateline and the dates before them."""

from __future__ import annotations

import pytest

from shkc_kg.model import Source
from shkc_kg.reading import infer_context, read
from shkc_kg.reading.calendar.clock import Clock
from shkc_kg.reading.calendar.dates import dates_in
from shkc_kg.reports import lone_source

DATELINE = Clock(2021, 2021, 2021, month=10, today=12, issued=10)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5—7日,展会举办", ["2021-10-05/2021-10-07"]),
        ("3日至5日,代表团来访", ["2021-10-03/2021-10-05"]),
        ("28日,论坛闭幕", ["2021-09-28"]),  # after the dateline's 12th: of the month before
        ("论坛将于28日开幕", ["2021-10-28"]),
        ("2020年3月5日签约,同日揭牌,次日投用", ["2020-03-05", "2020-03-05", "2020-03-06"]),
        ("同月8日,项目开工", ["2021-10-08"]),
        ("上月底,项目竣工", ["2021-09-30"]),
        ("昨日,大会开幕;今日(12日)闭幕", ["2021-10-11", "2021-10-12"]),
        ("三月五日,园区奠基", ["2021-03-05"]),
        ("9月中下旬,平台上线", ["2021-09-11/2021-09-30"]),
        ("2017、2018和2019年分别为", ["2017", "2018", "2019"]),
        ("21年底,20年12月", ["2021-12-31", "2020-12"]),
        ("二季度末在孵企业", ["2021-06-30"]),
        ("“十四五”前两年,“十四五”开局", ["2021/2022", "2021"]),
        ("力争三年内建成;五年内累计引进", ["2022/2024", "2017/2021"]),
        ("2021—2022学年", ["2021/2022"]),
        ("2019年,产值较上年提高", ["2019", "2018"]),
        ("九十年代建厂", ["1990/1999"]),
        ("二○二一年十二月", ["2021-12"]),
        ("发布于2021.03。", ["2021-03"]),
    ],
)
def test_points_at_a_day_or_period(text: str, expected: list[str]) -> None:
    assert [a.edtf for a in dates_in(text, 2021, DATELINE)] == expected


@pytest.mark.parametrize("text", ["3日内办结", "为期3日", "3日游", "第30年代理", "比重2021.35%", "每3年内一次"])
def test_no_day_is_made_up(text: str) -> None:
    assert dates_in(text, 2021, DATELINE) == ()


def test_nothing_points_without_a_dateline() -> None:
    assert dates_in("昨日,同日,次日,上月底,下旬,5日", None) == ()


def test_a_december_in_a_text_of_january_is_the_last_one() -> None:
    january = Clock(2022, 2022, 2022, month=1, today=4, issued=1)
    assert [a.edtf for a in dates_in("12月28日,中心揭牌", 2022, january)] == ["2021-12-28"]
    assert [a.edtf for a in dates_in("展会将于12月28日举办", 2022, january)] == ["2022-12-28"]


def dates_of(text: str) -> list[str]:
    return [d.edtf for d in read(lone_source(text)).dates]


def test_bare_days_go_on_from_the_paragraph_before() -> None:
    text = "2018年宁海县科技大事记\n1月5日 宁海县召开会议。\n8日 县科技局赴杭州考察。\n同日 某平台上线。\n2月3日 宁海生物产业园开工。"
    assert dates_of(text) == ["2018", "2018-01-05", "2018-01-08", "2018-01-08", "2018-02-03"]


def test_bare_days_are_of_the_month_in_the_heading() -> None:
    text = "宁波市2017年科技大事记\n\n一月\n\n5日 召开会议。\n下旬 某平台上线。\n\n【三月】\n6日 开工。"
    assert dates_of(text) == ["2017", "2017-01", "2017-01-05", "2017-01-21/2017-01-31", "2017-03", "2017-03-06"]


def test_a_sentence_that_opens_with_a_year_gives_it_to_its_paragraph() -> None:
    text = "2021年苏州市科技工作综述\n\n2019年,中心立项。5月,中心开工。\n\n6月,中心揭牌。"
    assert dates_of(text) == ["2021", "2019", "2019-05", "2021-06"]


@pytest.mark.parametrize(
    "line", ["2023年11月28日来源:连云港日报", "2022-01-20某某中心", "2017-03-01 01:38", "发布时间:2024-05-30 09:11"]
)
def test_a_line_that_opens_with_a_day_is_the_dateline(line: str) -> None:
    source = lone_source(f"某市与某大学签约\n\n{line}\n\n5月29日,活动举行。")
    assert infer_context(source).year == int(line.removeprefix("发布时间:")[:4])


def test_a_day_without_a_year_is_no_quantity() -> None:
    source: Source = lone_source("7月13日,甲大学与乙大学签约。22日下午,代表团来访。")
    made = read(source)
    assert made.dates == ()
    assert {u.reason for u in made.unread} == {"date without a year"}


def test_a_laureate_dates_no_text() -> None:
    source = lone_source("昨日,论坛开幕。2013年诺贝尔化学奖获得者到会。2021年“友谊奖”颁奖仪式举行。")
    assert infer_context(source).year == 2021


def test_a_text_of_the_nation_is_about_china() -> None:
    text = "2022年研发统计\n\n全国研发经费3万亿元。全国基础研究经费2023亿元。应用研究经费3482亿元。我国投入强度2.5%。"
    assert infer_context(lone_source(text)).region == "中国"


def test_the_congress_of_a_district_is_named_over_two_lines() -> None:
    text = "——2024年1月23日在深圳市坪山区\n第二届人民代表大会第四次会议上\n各位代表:全区经济增长。"
    assert infer_context(lone_source(text)).region == "坪山区"
