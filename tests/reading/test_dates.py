"""Date expressions to EDTF: printed ones, those without a year, and those that point."""

from __future__ import annotations

import re
from calendar import monthrange

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shkc_kg.model import Source
from shkc_kg.reading import read
from shkc_kg.reading.calendar.clock import Clock
from shkc_kg.reading.calendar.dates import dates_in
from shkc_kg.reading.lines.text import fold

PIECES = [
    *"0123456789年月日底末初至到—-~、,。号",
    *(
        "2021年",
        "今年",
        "去年",
        "截至",
        "上半年",
        "季度",
        "“十四五”期间",
        "五年来",
        "全年",
        "年末",
        "二〇二一年",
        "前三",
        "同年",
    ),
]
noise = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
YEAR, MONTH, DAY = r"\d{4}", r"\d{4}-\d{2}", r"\d{4}-\d{2}-\d{2}"
ONE = rf"(?:{DAY}|{MONTH}|{YEAR})"


def is_edtf(value: str) -> bool:
    """Whether a value is a year, month or day of the calendar, or an interval of two in order."""
    ends = value.split("/")
    if len(ends) > 2 or not all(re.fullmatch(ONE, end) for end in ends):
        return False
    for end in ends:
        parts = [int(p) for p in end.split("-")]
        if len(parts) > 1 and not 1 <= parts[1] <= 12:
            return False
        if len(parts) > 2 and not 1 <= parts[2] <= monthrange(parts[0], parts[1])[1]:
            return False
    return len(ends) == 1 or ends[0] < ends[1]


def values(text: str, clock: Clock | None = None) -> list[str]:
    return [d.edtf for d in dates_in(fold(text), 2021, clock)]


@given(noise, st.one_of(st.none(), st.integers(1990, 2040)))
def test_dates_are_edtf_and_lie_in_order_inside_the_text(text: str, year: int | None) -> None:
    at = 0
    for date in dates_in(text, year):
        assert at <= date.begin < date.end <= len(text)
        assert is_edtf(date.edtf), date.edtf
        at = date.end


@given(st.dates())
def test_a_full_date_is_read_as_itself(date: object) -> None:
    year, month, day = (int(p) for p in str(date).split("-"))
    if 1900 <= year < 2100:
        assert values(f"{year}年{month}月{day}日举行") == [str(date)]


@given(noise)
def test_without_a_year_nothing_is_made_up(text: str) -> None:
    for date in dates_in(text, None, Clock()):
        assert date.has_year or re.search(r"(?:19|20)\d\d|十|二[〇零]|九", text), text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5月31日至6月4日", "2021-05-31/2021-06-04"),
        ("11月1—3日", "2021-11-01/2021-11-03"),
        ("12月30日—1月2日", "2021-12-30/2022-01-02"),
        ("2021年1—11月", "2021-01/2021-11"),
        ("2021年1月份至8月份", "2021-01/2021-08"),
        ("8月份", "2021-08"),
        ("6月上旬", "2021-06-01/2021-06-10"),
        ("2月底", "2021-02-28"),
        ("今年前三季度", "2021-01/2021-09"),
        ("前10个月", "2021-01/2021-10"),
        ("第三季度", "2021-07/2021-09"),
        ("上半年", "2021-01/2021-06"),
        ("去年", "2020"),
        ("去年12月", "2020-12"),
        ("明年", "2022"),
        ("年末", "2021-12-31"),
        ("截至年底", "2021-12-31"),
        ("截至9月底", "2021-09-30"),
        ("截至2020年12月底", "2020-12-31"),
        ("年初", "2021-01"),
        ("年内", "2021"),
        ("全年", "2021"),
        ("2021—2025年", "2021/2025"),
        ("2021-25年", "2021/2025"),
        ("“十四五”期间", "2021/2025"),
        ("十三五时期", "2016/2020"),
        ("“十三五”末", "2020-12-31"),
        ("第十四个五年规划", "2021/2025"),
        ("过去五年", "2017/2021"),
        ("五年来", "2017/2021"),
        ("未来五年", "2022/2026"),
        ("20世纪90年代", "1990/1999"),
        ("二〇三五年", "2035"),
        ("二〇二一年十一月三日", "2021-11-03"),
        ("2021-11-03", "2021-11-03"),
        ("2021/11/3", "2021-11-03"),
        ("截至目前", "2021"),
    ],
)
def test_forms_of_dates(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize("text", ["12个月", "五年内", "连续5年", "2月30日", "3日内", "全年龄段", "年底终将", "1234年"])
def test_no_date_in(text: str) -> None:
    assert [v for v in values(text) if v != "2021-12-31"] == []


def test_a_printed_year_holds_for_what_follows_it() -> None:
    assert values("2020年3月签约,同年12月底投产,5月试运行") == ["2020-03", "2020-12-31", "2020-05"]


@pytest.mark.parametrize(
    "text", ["较2018年底增加,7月揭牌", "与2018年相比增加,7月揭牌", "印发《2018年工作要点》,7月揭牌"]
)
def test_a_year_compared_with_or_in_a_title_does_not_hold_for_what_follows_it(text: str) -> None:
    assert dates_in(text, 2021)[-1].edtf == "2021-07"


def test_this_year_is_not_the_year_printed_before() -> None:
    assert values("2019年成立,今年扩建") == ["2019", "2021"]


def test_a_bare_day_takes_the_month_of_the_dateline() -> None:
    clock = Clock(2021, 2021, 2021, 11, 3)
    assert values("记者3日获悉,大会2日闭幕", clock) == ["2021-11-03", "2021-11-02"]
    assert values("记者3日获悉") == []


def test_a_work_report_looks_back_on_the_years_before_its_own() -> None:
    assert values("过去五年", Clock(2022, 2022, 2021)) == ["2017/2021"]


def test_as_of_belongs_to_its_date() -> None:
    (date,) = dates_in("截至2021年末,共有", 2021)
    assert (date.begin, date.edtf, date.as_of) == (0, "2021-12-31", True)


def test_dates_of_other_years_and_styles() -> None:
    said = {
        "该院始建于1883年": ["1883"],
        "2021年首季,38个项目开工": ["2021-01/2021-03"],
        "2018.9-2019.6,在某校访学": ["2018-09/2019-06"],
        "2021.07.16—07.17湖畔论坛": ["2021-07-16/2021-07-17"],
        "九五期间,全市累计投入": ["1996/2000"],
        "“七五”期间,全市累计投入": ["1986/1990"],
        "截至今年9月底,企业达186家": ["2021-09-30"],
        "比例为三七五开": [],
    }
    assert {text: [d.edtf for d in dates_in(text, 2021)] for text in said} == said


def test_days_before_their_month_and_months_in_brackets_are_dates() -> None:
    assert [a.edtf for a in dates_in("15.10.2018  13:03", None)] == ["2018-10-15"]
    assert [a.edtf for a in dates_in("名单(2021.5)", None)] == ["2021-05"]


def test_a_transcript_may_print_its_day_in_eight_digits() -> None:
    reading = read(Source("r", "1", "《科技播报》 (20220714)\n某市举行发布会\n\n今天(7月14日),某院揭牌。", "", ""))
    assert [d.edtf for d in reading.dates][-1] == "2022-07-14"


@pytest.mark.parametrize("stamp", ["16.07.2014 17:39", "16.07.2014"])
def test_a_page_may_stamp_itself_with_the_day_first(stamp: str) -> None:
    reading = read(Source("r", "1", f"某市科学技术奖揭晓\n{stamp}\n\n7月10日下午,各个奖项评出。", "", ""))
    assert [d.edtf for d in reading.dates] == ["2014-07-16", "2014-07-10"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("中新社北京7月18日电 2016年上半年,专利申请5万件。", "2016-07-18"),
        ("新华社北京1月9日电 2008年度国家科学技术奖今日颁奖。", "2009-01-09"),
    ],
)
def test_news_without_a_year_are_of_the_figures_or_awards_that_they_tell(text: str, day: str) -> None:
    assert read(Source("r", "1", text, "", "")).dates[0].edtf == day
