"""Year and region of a text that nobody told: inferred with their reason, or left open."""

from __future__ import annotations

import pytest

from shkc_kg.model import Literal, Passage, PassageKind, Relation, Source
from shkc_kg.reading import infer_context, read
from shkc_kg.reading.setting.style import style_of


def setting(text: str) -> tuple[int | None, str | None, str, str]:
    made = infer_context(Source("t", "1", text, "", ""))
    return made.year, made.region, made.reasons["year"], made.reasons["region"]


@pytest.mark.parametrize(
    ("text", "year", "region"),
    [
        ("2019年山东省科技统计公报\n\n2020年9月15日\n\n全年经费支出增长5%。", 2019, "山东省"),
        (
            "政府工作报告\n\n——2022年1月6日在武汉市第十五届人民代表大会第一次会议上\n\n过去五年,全市新增企业9家。",
            2022,
            "武汉市",
        ),
        ("合肥加快布局\n\n新华社合肥11月3日电 2021量子大会2日闭幕。到2025年,新增企业1万家。", 2021, "合肥市"),
        ("年度回顾\n\n2020年,上海新增9家。截至2020年底,上海共有19家,在沪院士9人。比2015年增长3%。", 2020, "上海市"),
        (
            "江西省科技创新发展报告(2018)\n\n第二章\n\n5月启动建设。\n\n下一步\n\n2019年,全省将建设3家,2019年要引进5家。",
            2018,
            "江西省",
        ),
        (
            "2021年长沙科技大事记\n\n一月\n\n8日,岳麓山实验室揭牌。\n\n11日,2020年度省科学技术奖公布,2020年新增9家。",
            2021,
            "长沙市",
        ),
        ("长沙科技大事记(2021)\n\n1月\n\n2020年,岳麓山实验室揭牌,2020年新增9家。", 2021, "长沙市"),
        ("某大学附属医院2021年科研概览\n\n发布时间:2022-01-18\n\n9月26日,湖南成立联盟9家。", 2021, "湖南省"),
        (
            "茶博会昨日开幕\n\n长沙晚报　2019年7月17日　第1版　本报记者　方一\n\n昨日,茶博会在长沙开幕。计划2020年在长沙新增企业9家,2020年在长沙建成。",
            2019,
            "长沙市",
        ),
        (
            "凉山科技\n\n2016年,全州新增企业9家。西昌新增3家。四川省科技厅支持西昌。2016年,凉山州引进4家,全州共有9家。",
            2016,
            "凉山彝族自治州",
        ),
        ("湖南科技年度报告·2020\n\n6月18日,岳麓山实验室揭牌。", 2020, "湖南省"),
        ("长三角科技创新2023年度报告\n\n上海市新增9家,浙江省新增8家。\n\n新增平台30家。", 2023, "长江三角洲"),
        (
            "湘潭市科技合作\n\n2018年,湘潭新增平台9家,表彰3家。\n\n三、2019年工作打算\n\n2019年,湘潭将新增平台9家。2019年6月,湘潭将举办论坛。",
            2018,
            "湘潭市",
        ),
    ],
    ids=[
        "bulletin",
        "work report",
        "news",
        "yearbook",
        "year behind the title",
        "chronicle",
        "year behind a chronicle",
        "overview",
        "imprint of a newspaper",
        "prefecture",
        "year behind a dot",
        "area over provinces",
        "what is intended",
    ],
)
def test_year_and_region_are_inferred(text: str, year: int, region: str) -> None:
    found_year, found_region, why_year, why_region = setting(text)
    assert (found_year, found_region) == (year, region)
    assert why_year
    assert why_region


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("第四届湖湘创客节开幕\n\n本报讯 10月9日,第四届湖湘创客节在长沙开幕。创客节始办于2014年,每年举办一次。", 2017),
        ("第三届茶博会开幕\n\n本报讯 5月9日,第三届茶博会开幕。茶博会创办于2012年,两年一届。", 2016),
        ("量子大会将办\n\n3月2日,发布会在合肥举行。大会将于2022年9月1日开幕。", 2022),
        (
            "校地合作\n\n本报讯 7月1日,双方签约。自2015年合作以来,共建平台9家。双方将从2019年起共建基地,到2021年,产值比2018年翻一番。",
            2018,
        ),
        ("全区半年稳进\n\n本报讯 7月18日,全区举行2023年上半年经济运行新闻发布会。预计2025年投产。", 2023),
        ("校地合作\n\n本报讯 7月1日,双方签约。自2015年合作以来,共建平台9家。双方将从2019年起共建基地。", None),
        ("第四届创客节开幕\n\n本报讯 10月9日,第四届创客节在长沙开幕。创客节始办于2014年。", None),
    ],
    ids=[
        "yearly",
        "every other year",
        "announced",
        "between",
        "half a year",
        "several between",
        "how often is not told",
    ],
)
def test_a_news_item_without_a_year_has_the_only_one_that_is_possible(text: str, year: int | None) -> None:
    assert setting(text)[0] == year


def test_a_plan_has_no_single_year() -> None:
    year, region, why, _ = setting("湖南省“十四五”科技创新规划\n\n2020年投入898亿元,到2025年达到1000亿元。")
    assert (year, region) == (None, "湖南省")
    assert "several years" in why


def test_two_regions_named_alike_leave_the_region_open() -> None:
    text = "区域合作\n\n南京与成都共建基地3个。\n\n成都与南京签约2次。\n\n南京、成都共同举办论坛4场。"
    assert setting(text)[1] is None


def test_a_first_paragraph_is_no_title_that_names_an_area() -> None:
    text = "开放创新\n\n深化国内合作,推进长三角一体化发展,共享仪器设备。\n\n宁波新增平台9家。\n\n宁波引进院士3人。宁波举办论坛2场。"
    assert setting(text)[1] == "宁波市"


def test_common_words_are_no_places() -> None:
    """合作 and 资源 are counties' short names too."""
    assert setting("深化科技合作\n\n加强资源共享,推进合作,配置创新资源,开展合作。")[1] is None


def test_a_later_dateline_changes_the_year() -> None:
    text = (
        "简讯\n\n新华社北京2020年3月5日电 本月5日启动建设。\n\n另讯见下。\n\n"
        "新华社上海2021年6月7日电 今年新增企业3家,去年新增2家。"
    )
    reading = read(Source("t", "1", text, "", ""))
    found = {text[d.span.begin : d.span.end]: d.edtf for d in reading.dates}
    assert found["今年"] == "2021"
    assert found["去年"] == "2020"


def test_what_is_told_goes_before_what_is_inferred() -> None:
    text = "2019年山东省科技统计公报\n\n全年新增3家。"
    made = infer_context(Source("t", "1", text, "", "", year=2015, region="江苏", reasons={"year": "option"}))
    assert (made.year, made.region, made.reasons["year"]) == (2015, "江苏省", "option")


def test_a_sentence_of_a_work_report_gives_its_year_to_what_follows() -> None:
    text = "某市政府工作报告\n\n2023年2月2日,市长作报告。\n\n2022年是不平凡的一年。\n\n兴隆湖实验室于6月挂牌。\n\n2023年主要预期目标:增长6%。\n\n将于9月办会。"
    reading = read(Source("t", "1", text, "", ""))
    assert [d.edtf for d in reading.dates][-3:] == ["2022-06", "2023", "2023-09"]


def test_a_news_item_takes_no_year_from_the_figures_that_it_cites() -> None:
    text = (
        "峰会在福州开幕\n\n5月24日,第七届数字中国建设峰会在福州开幕。\n\n2023年,产业增加值占一成;2023年,企业新增9家。"
    )
    year, _, why, _ = setting(text)
    assert year is None
    assert "news item" in why


def test_a_page_stamp_dates_a_news_item() -> None:
    assert setting("园区获评\n\n2025-12-15 11:09:08来源:\n\n走廊自2016年启动以来,2019年纳入纲要。")[0] == 2025


def test_a_plan_over_years_gives_no_year_and_the_nations_awards_of_one_are_given_in_the_next() -> None:
    assert setting("南通市创新驱动行动计划(2020—2022年)\n\n到2022年,企业突破2500家。")[0] is None
    assert setting("成果获奖\n\n某报1月10日讯(记者方一) 2019年度国家科学技术奖励大会在京举行。")[0] == 2020
    assert setting("成果获奖\n\n某报1月10日讯(记者方一) 2019年度全市科技奖励大会举行。")[0] is None


def test_a_chronicle_of_many_years_has_no_single_year() -> None:
    lines = "".join(
        f"{year}年{month}月,某大学签署协议。\n\n" for year, month in ((2007, 3), (2010, 4), (2014, 9), (2022, 2))
    )
    assert setting(f"某大学校史\n\n{lines}")[0] is None


def test_a_work_report_that_a_text_cites_does_not_make_it_one() -> None:
    text = "某实验室纪事\n\n2021年3月,《政府工作报告》提出建设某实验室。\n\n2021年5月揭牌。"
    assert setting(text)[0] == 2021
    assert read(Source("t", "1", text, "", "")).dates[-1].edtf == "2021-05"


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("甲论坛开幕\n\n近日,太湖论坛在无锡举办。\n\n2019年,紫金山实验室成立。", {"紫金山实验室": "2019"}),
        ("甲论坛开幕\n\n2019年,紫金山实验室成立。\n\n昨日,姑苏实验室揭牌。", {"紫金山实验室": "2019"}),
        (
            "年度科技亮点回顾\n\n发布时间:2024-01-15\n\n10月,紫金山实验室成立。姑苏实验室揭牌。",
            {"紫金山实验室": "2023-10", "姑苏实验室": "2023"},
        ),
        ("南京2021年8月29日电 昨日姑苏实验室揭牌。", {"姑苏实验室": "2021-08-28"}),
    ],
    ids=["the year of a later fact", "yesterday of no day", "a review printed in January", "yesterday of a dateline"],
)
def test_a_day_that_is_not_given_has_no_year(text: str, dated: dict[str, str]) -> None:
    """The year of some other fact is not that of the text's today."""
    relations = [f for f in read(Source("t", "1", text, "", "")).facts if isinstance(f, Relation)]
    assert {
        f.subject: f.object.value for f in relations if isinstance(f.object, Literal) and f.object.kind == "date"
    } == dated


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("信息来源:四川省科技厅\n\n2021年我州新增企业9家。四川省给予支持,四川企业参与。", None),
        ("科技总结\n\n我区新增企业9家。杭州市表彰我区。浙江省给予支持,杭州企业参与,浙江受益。", None),
        ("科技进展\n\n四川省科技厅到会。2021年我省新增企业9家。四川省给予支持。", "四川省"),
        ("科技展开幕\n\n我区新增企业9家。南宁市参展,在南宁签约。南宁企业参与。", "广西壮族自治区"),
    ],
    ids=["our prefecture", "our district", "our province", "our autonomous region"],
)
def test_a_place_above_the_one_spoken_of_is_not_the_region(text: str, region: str | None) -> None:
    assert setting(text)[1] == region


@pytest.mark.parametrize(
    "text",
    [
        "交易会落幕\n\n5月12-15日,为期4天的交易会在某市落幕。\n\n自1999年以来,该市已办会11届。",
        "交易会落幕\n\n昨日,交易会在某市落幕。观众高于2008年的9万和2007年的7万。",
        "交易会落幕\n\n5月12日至15日,交易会在某市举行。\n\n1999年,该市首次办会。",
    ],
)
def test_news_of_some_days_is_not_of_a_year_that_it_looks_back_to(text: str) -> None:
    assert setting(text)[0] is None


def test_a_text_that_opens_with_what_is_held_these_days_is_news() -> None:
    text = "交易会开幕\n\n第九届交易会14日在某市开幕,企业参展。"
    lines = enumerate(text.split("\n\n"))
    kinds = PassageKind.HEADING, PassageKind.SENTENCE
    told = [Passage(f"p{i}", i, kinds[i], t, tuple(range(len(t))), "") for i, t in lines]
    assert (style_of(told).news, style_of(told).year) == (True, None)


def test_below_the_goals_of_a_work_report_tasks_are_planned() -> None:
    text = """政府工作报告

——2022年1月6日在武汉市第十五届人民代表大会第一次会议上

过去一年,支持东湖高新区建设。

今年科技创新的主要目标是:新增企业9家。

(一)建设平台。推进东湖科学城建设。"""
    facts = read(Source("t", "1", text, "", "")).facts
    told = {f.object: f.evidence.planned for f in facts if isinstance(f, Relation) and f.predicate == "shkc:supports"}
    assert told == {"东湖新技术开发区": False, "东湖科学城": True}


def _year(text: str) -> int | None:
    reading = read(Source("r", "1", text, "", "", None, ""))
    return reading.chapter.source.year


def test_news_without_a_year_are_of_the_year_that_their_figures_leave() -> None:
    assert _year("某局介绍进展\n2月25日,某局召开发布会。截至2019年底,共签合同2万项,成交额1410亿元。\n") == 2020
    assert _year("立项数创新高\n某网长沙12月26日电 省基金会透露,2026年度拟立项450项。2025年,获批项目10项。\n") == 2025
    assert (
        _year(
            "车间见闻\n11月5日,产线投产。\n4月18日,在会展中心举行的2018新材料博览会签约28项。2016年7月,双方共建实验室。\n"
        )
        == 2018
    )
    assert _year("今天(5月28日),“2023院士专家水乡行”活动启动,4位院士参加。活动自2008年以来连续举办。\n") == 2023
    assert (
        _year(
            "基金公布名单\n某委公布了2016年度青年基金名单,200人入选。\n今年入选者中教授122名。1994年,鉴于人才断层,某委设立基金。\n"
        )
        == 2016
    )
    assert _year("统计数据 > 统计公报 > 2017\n教育和科技\n发布日期:2018-03-26 10:47\n年末全市共有小学562所。\n") == 2017


def test_months_of_autumn_in_a_text_of_the_next_winter_are_of_the_year_before() -> None:
    text = "《科技报告》出炉\n来源:某报 发布时间:2023/1/24 8:54\n1~11月,高技术产业总产值7124亿元。\n"
    assert [d.edtf for d in read(Source("r", "1", text, "", "", None, "")).dates][-1] == "2022-01/2022-11"
